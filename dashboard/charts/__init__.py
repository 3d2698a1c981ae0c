"""Charts: pure functions from a frame to a :class:`~dashboard.charts.figure.Figure`.

The charts of each page are a package; what several pages draw with stands beside the packages.
"""

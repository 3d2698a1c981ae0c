"""Charts: pure functions from a frame to a :class:`~dashboard.charts.figure.Figure`."""

"""Every figure of the dashboard, by page: what views, brief, embed and image export show.

A module or package per page holds pure builders, ``Filters → Figure``, and a tuple of
:class:`FigureSpec`. They ask :mod:`dashboard.cache` for frames and measures, narrow them with
:mod:`dashboard.queries` and hand them to :mod:`dashboard.charts`.
"""

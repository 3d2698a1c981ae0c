"""Overview: where a reader begins."""

from dashboard import layout

view = layout.page("")

"""What a browser loads before any page: scripts, styles, the first HTML, compressed.

It knows the colours of the charts and how to cite, no page and no filter.
"""

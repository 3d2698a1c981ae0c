"""What can be taken from a page to elsewhere.

Files of rows and citations, a package of tables, a brief to print, and single figures for other
sites. Each answer depends on the page, its filters and the version of the data alone.
"""

"""What a reader takes away, as bytes and text: rows in each format, citations, code to read them.

It is told what to write and knows no page.
"""

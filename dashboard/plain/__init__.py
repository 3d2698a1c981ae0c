"""Plain addresses: tables, records, package and feed, without JavaScript.

Each answer is made from the catalogue alone and is the same for everyone, so it carries an ETag and
may be kept by browsers and proxies.
"""

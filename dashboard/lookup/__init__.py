"""Finding records: by id, by words, by what they have to do with one another; and their addresses.

Of the dashboard it uses words alone.
"""

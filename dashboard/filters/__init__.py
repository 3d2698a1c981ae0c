"""Filters of each page, as they stand in the address."""

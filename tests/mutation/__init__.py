"""Breaks the record one cell at a time and asserts that the contract names the place."""

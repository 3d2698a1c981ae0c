"""The state of a view: its filters, and the form they take in the address.

It knows vocabularies and data, and nothing else of the dashboard.
"""

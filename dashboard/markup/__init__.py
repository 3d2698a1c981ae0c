"""Rows as plain HTML, without Streamlit: tables, lists, records, text.

Figures, cards and briefs show what is written here.
"""

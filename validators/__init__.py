"""The contract: what a valid row, a valid table and a valid set of tables is.

Knows pydantic and the standard library, nothing else. ``datasets`` builds on it; nothing here
imports pandas, plotly or streamlit.
"""

"""All that draws with Streamlit: the frame of every page, cards, widgets, sections.

Of the other packages only ``views`` and ``takeaway`` know it.
"""

"""What Streamlit runs for every reader and every change: the frame, and in it the page."""

import streamlit as st

from dashboard.downloads.citations import PROJECT
from dashboard.navigation import PAGES
from dashboard.shell import layout

pages = {
    spec.url: st.Page(
        spec.path,
        title=spec.title,
        url_path=spec.url or spec.file,
        default=not spec.url,
        icon=spec.icon,
        help=spec.description,
    )
    for spec in PAGES
}
chosen = st.navigation(list(pages.values()), position="hidden")
current = next(spec for spec in PAGES if pages[spec.url] == chosen)
title = current.title if current.url else "Russia–North Korea relations since 1945"
st.set_page_config(page_title=f"{title} · {PROJECT}", layout="wide")

layout.masthead(pages, current)
chosen.run()
layout.footer(pages, current)

"""The style sheet as it is served: colours from the palette of the charts, then ``style.css``.

It comes with the first HTML, not with the page's elements: nothing is seen unstyled, and fonts
that the styles make needless are never fetched.
"""

import hashlib
from functools import cache
from pathlib import Path

from dashboard.charts.theme import COLOURS

_FILE = Path(__file__).with_name("style.css")
_USED = frozenset({"paper", "ink", "ink_soft", "axis", "grid", "band", "accent", "warn"})


@cache
def style_sheet() -> bytes:
    """The text of the style sheet, in UTF-8."""
    colours = "".join(
        f"--{name.replace('_', '-')}:light-dark({light},{dark});"
        for name, (light, dark) in COLOURS.items()
        if name in _USED
    )
    # The theme of Streamlit sets the colour scheme below the root; both must know the colours.
    return f":root,.stApp{{{colours}}}\n{_FILE.read_text('utf-8')}".encode()


@cache
def style_name() -> str:
    """Name of the served file; it changes with the content, so that browsers may keep it."""
    return f"style-{hashlib.sha256(style_sheet()).hexdigest()[:10]}.css"

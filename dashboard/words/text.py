"""Text that must appear as it is written."""

_MARKED = frozenset(r"\`*_{}[]()#+-.!|~$:<>&")


def literal(text: str) -> str:
    """``text`` so that Markdown shows it letter by letter."""
    return "".join(f"\\{char}" if char in _MARKED else char for char in text)

"""Markdown as the method and the changelog use it, as HTML in the look of the page.

Known are headings, paragraphs, lists, quotes, tables, and within lines code, bold text and links.
What is not known stands as it is written. Tables come in a box of their own that scrolls sideways
and can be reached by keyboard, which Streamlit's Markdown does not give.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from dashboard.markup.base import link

_BULLET = re.compile(r"[-*] +")
_NUMBERED = re.compile(r"\d+\. +")
_HEADING = re.compile(r"(#{1,6}) +(.*)")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+")
_CELL_END = re.compile(r"(?<!\\)(?:\\\\)*\|")
_INLINE = re.compile(
    r"`(?P<code>[^`]+)`|\*\*(?P<bold>.+?)\*\*|\[(?P<text>[^\]]+)\]\((?P<url>[^)\s]+)\)"
    r"|<(?P<bare>https?://[^>\s]+)>|\\(?P<sign>[\\|])"
)


def inline(text: str) -> str:
    """One line: code, bold text and links; all else escaped."""
    parts, end = [], 0
    for found in _INLINE.finditer(text):
        parts.append(escape(text[end : found.start()]))
        parts.append(_marked(found))
        end = found.end()
    return "".join((*parts, escape(text[end:])))


def _marked(found: "re.Match[str]") -> str:
    match found.lastgroup:
        case "code":
            return f"<code>{escape(found['code'])}</code>"
        case "bold":
            return f"<strong>{inline(found['bold'])}</strong>"
        case "url":
            return link(found["url"], found["text"])
        case "bare":
            return link(found["bare"], found["bare"])
    return escape(found["sign"])


def html(text: str, *, caption: str = "", level: int = 3) -> str:
    """Markdown as HTML.

    Args:
        text: The Markdown.
        caption: Name of its tables for those who hear them.
        level: Level that the highest heading in the text gets.
    """
    return f'<div class="tumen-prose">{_blocks(text.splitlines(), caption, level)}</div>'


def _blocks(lines: Sequence[str], caption: str, level: int) -> str:
    least = min((len(m[1]) for line in lines if (m := _HEADING.fullmatch(line))), default=level)
    return "".join(_block(block, caption, level - least) for block in _grouped(lines))


def _grouped(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines that belong together: a block ends at an empty line or where another kind begins."""
    block: list[str] = []
    for line in lines:
        if block and (not line.strip() or _begins(line, block)):
            yield block
            block = []
        if line.strip():
            block.append(line)
    if block:
        yield block


def _kind(line: str) -> str:
    if _HEADING.fullmatch(line):
        return "heading"
    if line.startswith("|"):
        return "table"
    if line.startswith(">"):
        return "quote"
    if _BULLET.match(line):
        return "bullets"
    return "numbers" if _NUMBERED.match(line) else "text"


def _begins(line: str, block: Sequence[str]) -> bool:
    before, kind = _kind(block[0]), _kind(line)
    # A line without a mark goes on with the list item or the paragraph before it.
    return before == "heading" or kind not in {before, "text"}


def _block(block: Sequence[str], caption: str, shift: int) -> str:
    match _kind(block[0]):
        case "heading":
            found = _HEADING.fullmatch(block[0])
            depth = min(len(found[1]) + shift, 6) if found else 6
            return f"<h{depth}>{inline(found[2] if found else block[0])}</h{depth}>"
        case "table":
            return _table(block, caption)
        case "quote":
            inner = [line.removeprefix(">").removeprefix(" ") for line in block]
            return f"<blockquote>{_blocks(inner, caption, 4)}</blockquote>"
        case "bullets":
            return f"<ul>{_items(block, _BULLET)}</ul>"
        case "numbers":
            return f"<ol>{_items(block, _NUMBERED)}</ol>"
    return f"<p>{inline(' '.join(line.strip() for line in block))}</p>"


def _items(block: Sequence[str], mark: "re.Pattern[str]") -> str:
    items: list[str] = []
    for line in block:
        if mark.match(line):
            items.append(mark.sub("", line, count=1))
        else:
            items[-1] = f"{items[-1]} {line.strip()}"
    return "".join(f"<li>{inline(item)}</li>" for item in items)


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    ends = [found.end() - 1 for found in _CELL_END.finditer(inner)]
    starts = [0, *(end + 1 for end in ends)]
    return [inner[start:end].strip() for start, end in zip(starts, ends, strict=False)]


def _table(block: Sequence[str], caption: str) -> str:
    rows = [_cells(line) for line in block if not _RULE.fullmatch(line.strip())]
    rule = next((line for line in block if _RULE.fullmatch(line.strip())), "")
    right = [cell.endswith(":") and not cell.startswith(":") for cell in _cells(rule)]
    marks = [" class=number" if numeric else "" for numeric in right] or [""] * len(rows[0])
    head = "".join(
        f'<th scope="col"{mark}>{inline(cell[:1].upper() + cell[1:])}</th>'
        for mark, cell in zip(marks, rows[0], strict=False)
    )
    body = "".join(
        "<tr>"
        + "".join(f"<td{mark}>{inline(cell)}</td>" for mark, cell in zip(marks, row, strict=False))
        + "</tr>"
        for row in rows[1:]
    )
    named = escape(caption or "Table", quote=True)
    return (
        f'<div class="tumen-table" role="region" tabindex="0" aria-label="{named}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )

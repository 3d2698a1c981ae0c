"""Excel workbooks: typed cells, no formulas, dates only where a whole day is known."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

Sheet = tuple[Sequence[str], Sequence[Sequence[Any]]]

_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_WIDEST = 60
_SAMPLE = 200
_LONGEST_CELL = 32_767  # what Excel can hold


def xlsx_bytes(sheets: Mapping[str, Sheet]) -> bytes:
    """A workbook with one sheet per entry: frozen header, filter buttons, fitting widths.

    Text is written as text, whatever it begins with. A day ("2024-06-19") becomes a date cell;
    a month or a year stays text, so that no day is invented.

    Args:
        sheets: Name → header and rows. Cells are text, numbers, booleans or None.
    """
    import xlsxwriter  # late, like all that only a download needs: the start does not wait for it

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_urls": False})
    # The same view gives the same bytes.
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        "whole": book.add_format({"num_format": "0"}),
        "number": book.add_format({"num_format": "0.0##########"}),
    }
    for name, (header, rows) in sheets.items():
        sheet = book.add_worksheet(name)
        for place, title in enumerate(header):
            sheet.write_string(0, place, title, formats["head"])
        for line, row in enumerate(rows, start=1):
            for place, value in enumerate(row):
                _write(sheet, line, place, value, formats)
        sheet.freeze_panes(1, 0)
        if header:
            sheet.autofilter(0, 0, len(rows), len(header) - 1)
        for place, width in enumerate(_widths(header, rows)):
            sheet.set_column(place, place, width)
    book.close()
    return stream.getvalue()


def _write(sheet: Any, line: int, place: int, value: Any, formats: Mapping[str, Any]) -> None:
    match value:
        case None | "":
            return
        case bool():
            sheet.write_boolean(line, place, value)
        case int():
            sheet.write_number(line, place, value, formats["whole"])
        case float():
            sheet.write_number(line, place, value, formats["number"])
        case str() if _DAY.fullmatch(value):
            sheet.write_datetime(line, place, date.fromisoformat(value), formats["day"])
        case _:
            text = str(value)
            if len(text) > _LONGEST_CELL:
                raise ValueError(f"row {line}: a cell of {len(text)} characters; Excel has none")
            sheet.write_string(line, place, text)


def _widths(header: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    """Characters that fit most cells of each column, judged by the first rows."""
    widths = []
    for place, title in enumerate(header):
        cells = (len(str(row[place])) for row in rows[:_SAMPLE] if row[place] is not None)
        widths.append(min(max([len(title) + 3, *cells]) + 1, _WIDEST))
    return widths

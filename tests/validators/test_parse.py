"""Text becomes typed columns; what cannot be read is named by line and column."""

import pytest

from datasets.registry import TABLES, spec
from tests.validators.building import minimal
from validators.codes import BY_CODE
from validators.findings import Finding
from validators.parse import TableReader
from validators.tables import Table
from validators.vocabulary import AreaKind

_HEADER = b"code,name,kind,note\n"


def _read(data: bytes, table: str = "areas") -> tuple[Table | None, list[Finding]]:
    reader = TableReader(spec(table), f"{table}.csv")
    return reader.read(data), reader.findings


def _places(data: bytes, table: str = "areas") -> list[tuple[str, int, str]]:
    return [(f.code, f.line, f.column) for f in _read(data, table)[1]]


def test_values_are_typed_and_empty_cells_are_none() -> None:
    table, findings = _read(_HEADER + b"WLD,World,world,\n")
    assert table is not None
    assert findings == []
    assert dict(table.columns) == {
        "code": ["WLD"],
        "name": ["World"],
        "kind": [AreaKind.WORLD],
        "note": [None],
    }
    assert list(table.lines) == [2]


def test_columns_may_stand_in_another_order() -> None:
    table, findings = _read(b"name,note,code,kind\nWorld,,WLD,world\n")
    assert table is not None
    assert findings == []
    assert table["code"] == ["WLD"]
    assert list(table.columns) == ["code", "name", "kind", "note"]


def test_a_bad_cell_is_none_and_named_and_the_rest_is_read() -> None:
    table, findings = _read(_HEADER + b"WLD,World,world,\nwld,World,planet,\n")
    assert table is not None
    assert table["code"] == ["WLD", None]
    assert table.unreadable == {(1, "code"), (1, "kind")}
    assert [(f.code, f.line, f.column, f.value) for f in findings] == [
        ("country-code-form", 3, "code", "wld"),
        ("term-unknown", 3, "kind", "planet"),
    ]
    assert "world, former_state, territory" in findings[1].message


def test_an_empty_cell_and_an_unreadable_one_differ() -> None:
    table, _ = _read(_HEADER + b"WLD,World,planet,\n")
    assert table is not None
    assert table.is_empty(0, "note")
    assert not table.is_empty(0, "kind")


def test_every_bad_row_of_a_repeated_value_is_named() -> None:
    assert _places(_HEADER + b"WLD,World,x,\nCSK,Old,x,\n") == [
        ("term-unknown", 2, "kind"),
        ("term-unknown", 3, "kind"),
    ]


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (b"", [("file-empty", 0, "")]),
        (b"\xef\xbb\xbf" + _HEADER, [("file-encoding", 1, "")]),
        (_HEADER + b"WLD,W\xf6rld,world,\n", [("file-encoding", 2, "")]),
        (_HEADER + b'WLD,"World,world,\n', [("file-unreadable", 2, "")]),
        (_HEADER + b'WLD,"Wo"rld",world,\n', [("file-unreadable", 2, "")]),
        (b"code,name,kind\n", [("header-missing", 1, "note")]),
        (b"code,name,kind,note,extra\n", [("header-unknown", 1, "extra")]),
        (b"code,name,kind,note,note\n", [("header-repeated", 1, "note")]),
        (
            b"code,name,kind,remark\n",
            [("header-unknown", 1, "remark"), ("header-missing", 1, "note")],
        ),
        (_HEADER + b"WLD,World,world\n", [("row-width", 2, "")]),
        (_HEADER + b"WLD,World,world,,\nCSK,Old,world,\n", [("row-width", 2, "")]),
        (_HEADER + b"\nWLD,World,world,\n", [("row-width", 2, "")]),
        (_HEADER + b",World,world,\n", [("value-required", 2, "code")]),
        (_HEADER + b"WLD,World ,world,\n", [("text-spacing", 2, "name")]),
        (_HEADER + b'WLD,"Wor\nld",world,\nCSK,Old,x,\n',
         [("text-control", 2, "name"), ("term-unknown", 4, "kind")]),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(data: bytes, places: list[tuple[str, int, str]]) -> None:
    assert _places(data) == places


def test_rows_before_a_broken_quote_are_kept() -> None:
    table, findings = _read(_HEADER + b'WLD,World,world,\nCSK,"Old,world,\n')
    assert table is not None
    assert table["code"] == ["WLD"]
    assert [f.line for f in findings] == [3]


def test_a_header_without_rows_is_a_table() -> None:
    table, findings = _read(_HEADER)
    assert table is not None
    assert (len(table), findings) == (0, [])


def test_windows_line_ends_are_read() -> None:
    table, findings = _read(_HEADER.replace(b"\n", b"\r\n") + b"WLD,World,world,\r\n")
    assert table is not None
    assert findings == []
    assert table["name"] == ["World"]


def test_an_item_of_a_list_is_named() -> None:
    cells = minimal("caveats") | {"tables": "eras|none"}
    header, row = ",".join(cells), ",".join(cells.values())
    (found,) = _read(f"{header}\n{row}\n".encode(), "caveats")[1]
    assert found.message == "holds ‘none’, which is a placeholder where the cell should be empty"


@pytest.mark.parametrize("table_spec", TABLES, ids=lambda table_spec: table_spec.id)
def test_a_minimal_row_of_every_table_is_read(table_spec: object) -> None:
    name = str(getattr(table_spec, "id", ""))
    cells = minimal(name)
    table, findings = _read(f"{','.join(cells)}\n{','.join(cells.values())}\n".encode(), name)
    assert table is not None
    assert (len(table), findings) == (1, [])


def test_hints_come_from_the_list_of_codes() -> None:
    (found,) = _read(b"")[1]
    assert found.hint == BY_CODE["file-empty"].hint

"""What changed is told row by row, by key and in words."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import datasets
from datasets.__main__ import main
from datasets.diff import ChangeKind, TextTable, as_json_lines, as_text, changes, text_table
from datasets.read import FOLDER
from datasets.revisions import RevisionError, commit_of, tables_at, tables_now

SPECS = (datasets.spec("trade_flows"), datasets.spec("eras"))
HEADER = ("series_id", "year", "partner", "flow", "value_usd", "basis", "note", "source_ids")


def flows(*rows: tuple[str, ...]) -> TextTable:
    return TextTable(HEADER, rows)


ROW = ("kotra-annual", "2014", "RUS", "export", "80", "mirror", "", "a")


def test_no_change_says_nothing() -> None:
    same = {"trade_flows": flows(ROW)}
    assert changes(SPECS, same, same) == ()
    assert as_text(()) == ""


def test_a_changed_cell_is_told_by_key() -> None:
    after = (*ROW[:4], "82", *ROW[5:6], "now noted", "a")
    found = changes(SPECS, {"trade_flows": flows(ROW)}, {"trade_flows": flows(after)})
    assert [change.kind for change in found] == [ChangeKind.CHANGED]
    assert str(found[0]) == (
        "trade_flows kotra-annual/2014/RUS/export: value_usd 80 → 82; note (empty) → now noted"
    )


def test_added_and_removed_rows_carry_their_label() -> None:
    header = ("id", "title", "start", "end", "reason", "start_milestone_id")
    old = TextTable(header, (("a", "Old era", "1945", "", "r", ""),))
    new = TextTable(header, (("b", "New era", "1945", "", "r", ""),))
    found = changes(SPECS, {"eras": old}, {"eras": new})
    assert [str(change) for change in found] == [
        "eras: added b “New era”",
        "eras: removed a “Old era”",
    ]


def test_moved_rows_are_no_change() -> None:
    other = ("kotra-annual", "2015", *ROW[2:])
    assert (
        changes(SPECS, {"trade_flows": flows(ROW, other)}, {"trade_flows": flows(other, ROW)}) == ()
    )


def test_a_repeated_key_is_one_row_more() -> None:
    found = changes(SPECS, {"trade_flows": flows(ROW)}, {"trade_flows": flows(ROW, ROW)})
    assert [(change.kind, change.key) for change in found] == [
        (ChangeKind.ADDED, "kotra-annual/2014/RUS/export/#2")
    ]


def test_columns_and_tables_that_come_and_go() -> None:
    before = TextTable((*HEADER[:6], "remark", "source_ids"), (ROW,))
    found = changes(
        SPECS,
        {"trade_flows": before, "gone": TextTable(("id",), (("x",),))},
        {"trade_flows": flows(ROW), "eras": TextTable(("id",), (("y",), ("z",)))},
    )
    assert [str(change) for change in found] == [
        "trade_flows: column added: note",
        "trade_flows: column removed: remark",
        "eras: table added, 2 rows",
        "gone: table removed, 1 rows",
    ]


def test_text_is_grouped_and_counted_and_lines_are_json() -> None:
    other = ("kotra-annual", "2015", *ROW[2:])
    found = changes(SPECS, {"trade_flows": flows(ROW)}, {"trade_flows": flows(other)})
    assert as_text(found).splitlines()[-1] == "  = trade_flows: 1 added, 1 removed"
    lines = [json.loads(line) for line in as_json_lines(found).splitlines()]
    assert [line["kind"] for line in lines] == ["added", "removed"]
    assert lines[0]["key"] == "kotra-annual/2015/RUS/export"


def test_uneven_rows_are_told_rather_than_refused() -> None:
    table = text_table(b"\xef\xbb\xbfid,title\na\nb,c,d\n")
    assert table == TextTable(("id", "title"), (("a", ""), ("b", "c")))
    assert text_table(b"") == TextTable((), ())


Git = Callable[..., str]


@pytest.fixture
def repository(tmp_path: Path) -> tuple[Path, Git]:
    """A repository with one table, committed twice."""

    def git(*arguments: str) -> str:
        identity = (
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@example.org",
            "-c",
            "commit.gpgsign=false",
        )
        done = subprocess.run(
            ["git", "-C", str(tmp_path), *identity, *arguments],
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    folder = tmp_path / "data" / "tables"
    folder.mkdir(parents=True)
    git("init", "--quiet")
    table = folder / "trade_flows.csv"
    table.write_text(",".join(HEADER) + "\n" + ",".join(ROW) + "\n", encoding="utf-8")
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    table.write_text(table.read_text().replace(",80,", ",82,"), encoding="utf-8")
    git("commit", "--quiet", "-am", "second")
    return folder, git


def test_a_revision_is_compared_with_the_folder(
    repository: tuple[Path, Git], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = repository
    assert main(["diff", "HEAD~1", str(folder)]) == 1
    assert "value_usd 80 → 82" in capsys.readouterr().out
    assert main(["diff", "HEAD", str(folder)]) == 0
    assert "no change since HEAD" in capsys.readouterr().out
    assert main(["diff", "HEAD~1", str(folder), "--format", "jsonl"]) == 1
    assert json.loads(capsys.readouterr().out)["cells"] == [
        {"column": "value_usd", "before": "80", "after": "82"}
    ]


@pytest.mark.parametrize("revision", ["no-such", "HEAD~9", "--all", "", "HEAD^{tree}"])
def test_an_unknown_revision_is_named(
    repository: tuple[Path, Git], capsys: pytest.CaptureFixture[str], revision: str
) -> None:
    with pytest.raises(RevisionError, match="no revision"):
        tables_at(revision, repository[0])
    if not revision.startswith("-"):
        assert main(["diff", revision, str(repository[0])]) == 2
        assert "no revision" in capsys.readouterr().err


def test_without_a_repository_or_git_the_reason_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["diff", "HEAD", str(tmp_path)]) == 2
    assert "not a git repository" in capsys.readouterr().err
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["diff", "HEAD", str(tmp_path)]) == 2
    assert "git is not installed" in capsys.readouterr().err


def test_a_revision_without_tables_is_told(repository: tuple[Path, Git]) -> None:
    folder, git = repository
    empty = folder.parent / "elsewhere"
    empty.mkdir()
    with pytest.raises(RevisionError, match="no tables in elsewhere"):
        tables_at("HEAD", empty)
    assert commit_of(folder / "trade_flows.csv") == git("rev-parse", "HEAD")
    with pytest.raises(RevisionError, match="never committed"):
        commit_of(folder / "new.csv")


def test_the_record_does_not_differ_from_itself() -> None:
    now = tables_now(FOLDER)
    assert now.keys() == {spec.id for spec in datasets.tables()}
    assert changes(datasets.tables(), now, now) == ()


def test_a_file_that_is_no_text_is_told(
    repository: tuple[Path, Git], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = repository
    (folder / "eras.csv").write_bytes(b"id\n\xff\n")
    assert main(["diff", "HEAD", str(folder)]) == 2
    assert "cannot compare" in capsys.readouterr().err

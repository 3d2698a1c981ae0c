"""Exports laid out for any process of the server."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from dashboard.downloads import spool
from dashboard.downloads.formats import Export, Field

ROOT = Path(__file__).parents[3]


def export(name: str = "table") -> Export:
    frame = pd.DataFrame({"title": pd.array(["조약", None], dtype="str"), "n": [1, 2]})
    fields = (Field("title", "Title"), Field("n", "N"))
    return Export(name, "Title", frame, fields, pd.DataFrame({"id": ["s"]}), version="2026.1.1")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(spool.VARIABLE, str(tmp_path))
    spool._folder.cache_clear()
    yield tmp_path
    spool._folder.cache_clear()


def test_what_is_laid_out_can_be_fetched() -> None:
    token = spool.lay_out(export())
    fetched = spool.fetch(token)
    assert fetched is not None
    assert fetched.name == "table"
    pd.testing.assert_frame_equal(fetched.frame, export().frame)


def test_the_same_export_is_kept_once(folder: Path) -> None:
    assert spool.lay_out(export()) == spool.lay_out(export())
    assert spool.lay_out(export("other")) != spool.lay_out(export())
    assert len(list(folder.iterdir())) == 2


def test_another_process_can_fetch_it(folder: Path) -> None:
    token = spool.lay_out(export())
    code = f"from dashboard.downloads import spool; print(spool.fetch({token!r}).name)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={spool.VARIABLE: str(folder), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "table\n"


@pytest.mark.parametrize("token", ["", "x", "0" * 40, "../" * 10, "A" * 40, "0" * 39 + "\n"])
def test_nothing_else_can_be_fetched(token: str, folder: Path) -> None:
    (folder.parent / "secret").write_text("secret")
    assert spool.fetch(token) is None


def test_the_oldest_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "KEPT", 3)
    tokens = [spool.lay_out(export(f"table-{place}")) for place in range(6)]
    assert len(list(folder.iterdir())) == 3
    assert spool.fetch(tokens[0]) is None
    assert spool.fetch(tokens[-1]) is not None


def test_without_a_shared_folder_a_process_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(spool.VARIABLE)
    spool._folder.cache_clear()
    own = spool._folder()
    assert own.is_dir()
    assert spool.fetch(spool.lay_out(export())) is not None
    own_files = list(own.iterdir())
    assert len(own_files) == 1

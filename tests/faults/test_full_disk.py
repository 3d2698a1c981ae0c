"""No room for temporary files: the download says so, everything else works."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from dashboard.downloads import spool
from dashboard.downloads.formats import Export
from tests.dashboard.conftest import OpenPage, open_page
from tests.dashboard.downloads.test_spool import export
from tests.servers import dashboard
from tests.sessions import Session

__all__ = ["open_page"]  # a fixture

SAID = "the server has no room for temporary files"


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 kilobytes."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only the superuser can make a small file system")
    options = ["-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    made = subprocess.run([mount, *options], capture_output=True, text=True, check=False)
    if made.returncode:
        pytest.skip(f"no small file system can be made here: {made.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path) -> int:
    """Leave no room; returns how many bytes that took."""
    filling = folder / "filling"
    with filling.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    return filling.stat().st_size


def test_a_disk_that_fills_up_costs_downloads_alone(tiny_disk: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    room = {"TMPDIR": str(tiny_disk)}
    with dashboard(tmp_path / "elsewhere", environment=room) as server:
        assert [path.name[:6] for path in tiny_disk.iterdir()] == ["tumen-"]
        assert fill(tiny_disk) > 100_000
        with Session(server.address, "trade") as session:
            session.choices[session.widget("panel-shares")] = "Download"
            texts = session.texts()
            assert SAID in texts
            assert "could not be" not in texts.replace("could not be loaded", "")
            # Room again, and the same reader gets the download.
            (tiny_disk / "filling").unlink()
            texts = session.texts()
            assert SAID not in texts
            assert "take/" in texts
        fill(tiny_disk)
        for path in ("/", "/data/milestones.csv", "/data/", "/healthz"):
            assert server.get(path).status == 200
    # Ended politely, it leaves nothing of its own.
    assert [path.name for path in tiny_disk.iterdir()] == ["filling"]


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder in which no file can be finished."""
    monkeypatch.setenv(spool.VARIABLE, str(tmp_path))
    spool._folder.cache_clear()

    def half(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[: len(content) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", half)
    yield tmp_path
    spool._folder.cache_clear()


def test_half_a_file_is_taken_away_again(no_room: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        spool.lay_out(export())
    assert list(no_room.iterdir()) == []


@pytest.mark.usefixtures("no_room")
def test_the_page_says_what_is_wrong_in_place_of_the_links(open_page: OpenPage) -> None:
    page = open_page("estimates")
    page.segmented_control(key="panel-over-time").select("Download").run()
    assert not page.exception
    assert [said.value for said in page.warning if SAID in said.value] != []


@pytest.mark.parametrize("content", [b"", b"\x80\x05", b"not a pickle"])
def test_a_file_that_was_cut_off_counts_as_gone(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(spool.VARIABLE, str(tmp_path))
    spool._folder.cache_clear()
    whole: Export = export()
    token = spool.lay_out(whole)
    (tmp_path / token).write_bytes(content)
    assert spool.fetch(token) is None
    spool._folder.cache_clear()

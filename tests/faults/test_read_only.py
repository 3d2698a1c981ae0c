"""A folder that cannot be written to: the dashboard starts and works, and writes nothing there."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.navigation import PAGES
from tests.servers import Server, copied, dashboard
from tests.sessions import FAILURES, Session


def without_privileges() -> list[str]:
    """Words before a command so that permissions count for the superuser too."""
    if os.geteuid() != 0:
        return []
    found = shutil.which("setpriv")
    if found is None:
        pytest.skip("the superuser may write everywhere, and there is no setpriv to change that")
    return [found, "--bounding-set=-all", "--inh-caps=-all"]


def shut(folder: Path) -> None:
    """Take away the right to write from everything in a folder."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


def opened(folder: Path) -> None:
    """Give it back, so that the test's folder can be removed."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode | stat.S_IWUSR)


def state(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path, Path]]:
    """Program, home and temporary files; only the last can be written to."""
    base = tmp_path_factory.mktemp("read-only")
    program, home, temporary = (base / name for name in ("program", "home", "temporary"))
    for folder in (program, home, temporary):
        folder.mkdir()
    copied(program)
    shut(program)
    shut(home)
    yield program, home, temporary
    opened(program)
    opened(home)


@pytest.fixture(scope="module")
def server(places: tuple[Path, Path, Path]) -> Iterator[Server]:
    program, home, temporary = places
    environment = {"HOME": str(home), "TMPDIR": str(temporary)}
    with dashboard(
        home, root=program, environment=environment, prefix=without_privileges()
    ) as running:
        yield running


def test_the_folder_can_really_not_be_written_to(places: tuple[Path, Path, Path]) -> None:
    attempt = f"open({str(places[0] / 'new')!r}, 'w')"
    done = subprocess.run(
        [*without_privileges(), sys.executable, "-c", attempt], capture_output=True, check=False
    )
    assert b"PermissionError" in done.stderr


def test_every_page_and_a_download_work(server: Server, places: tuple[Path, Path, Path]) -> None:
    before = state(places[0])
    for spec in PAGES:
        with Session(server.address, spec.url) as session:
            texts = session.texts()
            assert [failure for failure in FAILURES if failure in texts] == []
            assert "could not be read" not in texts
    with Session(server.address, "trade") as session:
        session.choices[session.widget("panel-shares")] = "Download"
        assert "take/" in session.texts()
    assert state(places[0]) == before
    assert list(places[1].iterdir()) == []
    assert "Traceback" not in server.said


def test_without_any_place_for_temporary_files_it_starts_all_the_same(
    places: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    program, home, _ = places
    # Where Python looks for one is fixed; none of it may be writable.
    (tmp_path / "sitecustomize.py").write_text(
        "import tempfile\ntempfile._candidate_tempdir_list = lambda: ['/nowhere/at/all']\n"
    )
    environment = {"HOME": str(home), "PYTHONPATH": str(tmp_path)}
    with dashboard(
        home, root=program, environment=environment, prefix=without_privileges()
    ) as running:
        assert "No folder for temporary files" in running.said
        with Session(running.address, "trade") as session:
            session.choices[session.widget("panel-shares")] = "Download"
            assert "the server has no room for temporary files" in session.texts()

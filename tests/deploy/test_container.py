"""The steps of the Containerfile, done without a container engine.

What the engine would do in a container is done in a folder: the same files are copied, the same
commands run, and the same command starts the program with the same variables. Where ``/opt/tumen``
stands, the folder does. Needs a package index, as building an image does.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.__main__ import DEFAULT_PORT
from dashboard.navigation import PAGES
from tests.deploy.test_manifests import instructions, last_stage
from tests.faults.test_read_only import opened, shut, without_privileges
from tests.servers import ROOT, Server, stop, unused_port, wait_for
from tests.sessions import FAILURES, Session

PLACE = "/opt/tumen"


@dataclass(frozen=True)
class Image:
    """A folder as an image would hold it, and the variables it sets."""

    folder: Path
    environment: dict[str, str]

    def command(self, words: list[str], port: int) -> list[str]:
        """A command of the image, with another port; programs are looked up as there."""
        here = [word.replace(str(DEFAULT_PORT), str(port)) for word in words]
        program = shutil.which(here[0], path=self.environment["PATH"])
        assert program is not None
        assert program.startswith(str(self.folder))
        return [program, *here[1:]]


def build(folder: Path) -> None:
    """Do the steps of the first stage."""
    stages = 0
    for word, rest in instructions():
        stages += word == "FROM"
        if stages > 1:
            return
        if word == "COPY":
            *sources, target = rest.split()
            for source in sources:
                place = folder / target / (source if target == "./" else "")
                if (ROOT / source).is_dir():
                    unwanted = shutil.ignore_patterns("__pycache__")
                    shutil.copytree(ROOT / source, place, ignore=unwanted)
                else:
                    shutil.copy(ROOT / source, place)
        elif word == "RUN":
            # The image's own Python is called by its name; here it is the one that runs the test.
            command = rest.replace(PLACE, str(folder)).replace("python -m", f"{sys.executable} -m")
            subprocess.run(["sh", "-ec", command], cwd=folder, check=True)


def variables(folder: Path) -> dict[str, str]:
    """What ENV sets, in the folder."""
    pairs = (pair.partition("=") for pair in shlex.split(last_stage()["ENV"]))
    return {name: value.replace(PLACE, str(folder)) for name, _, value in pairs}


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Image]:
    folder = tmp_path_factory.mktemp("image") / "tumen"
    folder.mkdir()
    build(folder)
    shut(folder)
    yield Image(folder, variables(folder))
    opened(folder)


@pytest.fixture(scope="module")
def server(image: Image, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The image's command, without rights, in a folder that cannot be written to."""
    port = unused_port()
    log = tmp_path_factory.mktemp("log") / "log"
    temporary = tmp_path_factory.mktemp("temporary")
    command = image.command(json.loads(last_stage()["CMD"]), port)
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*without_privileges(), *command],
            cwd=image.folder,
            env={**image.environment, "TMPDIR": str(temporary)},
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    running = Server(f"http://127.0.0.1:{port}", process, log)
    try:
        wait_for(running.address, process, log)
        yield running
    finally:
        stop(process)


def test_the_image_holds_only_what_runs(image: Image) -> None:
    packages = next((image.folder / ".venv" / "lib").glob("python*")) / "site-packages"
    installed = {path.name.partition("-")[0].lower() for path in packages.glob("*.dist-info")}
    assert {"streamlit", "pandas", "pydantic"} <= installed
    assert not {"pip", "setuptools", "pytest", "playwright", "plotly", "mypy"} & installed
    assert not list(packages.glob("*/tests"))
    size = sum(path.stat().st_size for path in image.folder.rglob("*") if path.is_file())
    print(f"{size / 2**20:.0f} MB on top of the base image")
    assert size < 450 * 2**20


def test_nothing_that_is_needed_was_left_out(image: Image) -> None:
    code = (
        "from dashboard.downloads.citations import STYLES, database\n"
        "work = database('2026.1.1', 'https://tumen.example/')\n"
        "assert all(style.write(work) for style in STYLES)\n"
        "import pyarrow.csv, pyarrow.parquet, pyarrow.dataset, pandas, streamlit\n"
        "print(len(STYLES))"
    )
    done = subprocess.run(
        [str(image.folder / ".venv" / "bin" / "python"), "-c", code],
        cwd=image.folder,
        env=image.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 4


def test_the_image_starts_and_every_page_works(server: Server) -> None:
    for spec in PAGES:
        with Session(server.address, spec.url) as session:
            texts = session.texts()
        assert [failure for failure in FAILURES if failure in texts] == []
        assert "could not be read" not in texts
    with Session(server.address, "trade") as session:
        session.choices[session.widget("panel-shares")] = "Download"
        text = session.texts()
    link = re.search(r"take/[0-9a-f]{40}/xlsx", text)
    assert link is not None
    assert server.get(f"/{link[0]}").body.startswith(b"PK")
    assert "Traceback" not in server.said


def test_nothing_is_compiled_anew(image: Image, server: Server) -> None:
    assert server.get("/healthz").status == 200
    for part in ("dashboard", "datasets", "validators"):
        for source in (image.folder / part).glob("*.py"):
            compiled = (
                source.parent / "__pycache__" / f"{source.stem}.{sys.implementation.cache_tag}.pyc"
            )
            assert compiled.exists(), source


def test_the_health_check_of_the_image_tells_well_from_ill(image: Image, server: Server) -> None:
    check = json.loads(last_stage()["HEALTHCHECK"].partition("CMD ")[2])
    port = int(server.address.rpartition(":")[2])
    for asked, expected in ((port, 0), (unused_port(), 1)):
        done = subprocess.run(
            image.command(check, asked),
            env={**os.environ, **image.environment},
            capture_output=True,
            check=False,
        )
        assert done.returncode == expected

"""Static files sent small."""

import asyncio
import gzip

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from dashboard.web.compression import CompressedStatic
from dashboard.web.front import STATIC
from tests.asgi import answer, ask

SCRIPT = max((STATIC / "static" / "js").glob("index.*.js"), key=lambda path: path.stat().st_size)
ADDRESS = f"/static/js/{SCRIPT.name}"


async def _behind(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"behind {request.url.path}")


@pytest.fixture
def app() -> ASGIApp:
    return Starlette(
        routes=[Route("/{path:path}", _behind, methods=["GET", "HEAD", "POST"])],
        middleware=[Middleware(CompressedStatic)],
    )


def test_scripts_are_compressed_and_kept_for_good(app: ASGIApp) -> None:
    got = ask(app, ADDRESS, headers={"Accept-Encoding": "gzip, br"})
    assert gzip.decompress(got.content) == SCRIPT.read_bytes()
    assert got.headers["content-encoding"] == "gzip"
    assert int(got.headers["content-length"]) < SCRIPT.stat().st_size / 2
    assert "immutable" in got.headers["cache-control"]
    assert got.headers["vary"] == "Accept-Encoding"
    assert got.headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize(
    "path", ["/static/js/no-such-file.js", "/static/../app.py", "/healthz", "/", "/trade/x"]
)
def test_all_else_passes_through(app: ASGIApp, path: str) -> None:
    assert ask(app, path).text.startswith("behind ")


def test_what_cannot_be_compressed_for_is_left_to_streamlit(app: ASGIApp) -> None:
    assert ask(app, ADDRESS, headers={"Accept-Encoding": "gzip;q=0"}).text.startswith("behind")
    ranged = ask(app, ADDRESS, headers={"Accept-Encoding": "gzip", "Range": "bytes=0-9"})
    assert ranged.text.startswith("behind")
    assert ask(app, ADDRESS, method="POST").text.startswith("behind")


def test_head_has_the_headers_and_no_body(app: ASGIApp) -> None:
    got = ask(app, ADDRESS, method="HEAD", headers={"Accept-Encoding": "gzip"})
    assert got.content == b""
    assert int(got.headers["content-length"]) > 0


def test_a_file_is_compressed_once(app: ASGIApp, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []
    compress = gzip.compress

    def counted(data: bytes, *level: int, mtime: float | None = None) -> bytes:
        done.append(len(data))
        return compress(data, *level, mtime=mtime)

    monkeypatch.setattr("dashboard.web.compression.gzip.compress", counted)

    async def three() -> None:
        headers = {"Accept-Encoding": "gzip"}
        await asyncio.gather(*(answer(app, ADDRESS, headers=headers) for _ in range(3)))

    asyncio.run(three())
    assert done == [SCRIPT.stat().st_size]

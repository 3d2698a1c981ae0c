import asyncio
import gzip
import hashlib
import json
import re
from dataclasses import dataclass

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from dashboard.charts import theme
from dashboard.web import assets


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(path: str, method: str = "GET", **headers: str) -> Answer:
    """What the application answers, byte for byte."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": b"",
        "headers": [
            (name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()
        ],
    }
    asyncio.run(Starlette(routes=assets.routes())(scope, receive, send))
    answered = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], answered, body)


def url(role: str) -> str:
    return f"{assets.PREFIX}/{assets.names()[role]}"


def test_manifest_describes_the_files_that_are_there() -> None:
    described = assets.manifest()
    assert set(described) == {"plotly", "chart", "outlines", "shapes"}
    for entry in described.values():
        body = (assets.FOLDER / str(entry["file"])).read_bytes()
        assert len(body) == entry["bytes"]
        assert hashlib.sha256(body).hexdigest() == entry["sha256"]
    on_disk = {
        path.relative_to(assets.FOLDER).as_posix().removesuffix(".br").removesuffix(".gz")
        for path in assets.FOLDER.rglob("*")
        if path.is_file()
    }
    assert on_disk == {str(entry["file"]) for entry in described.values()} | {
        "LICENCES.md",
        "MANIFEST.json",
    }


def test_assets_were_built_from_the_sources_beside_them() -> None:
    sources = json.loads((assets.FOLDER / "MANIFEST.json").read_text("utf-8"))["sources"]
    frontend = assets.FOLDER.parents[1] / "frontend"
    now = {
        name: hashlib.sha256((frontend / name).read_text("utf-8").encode()).hexdigest()
        for name in sources
    }
    assert now == sources, "run `npm run build` in frontend/"
    there = {path.relative_to(frontend).as_posix() for path in (frontend / "src").rglob("*.js")}
    assert there <= set(sources)
    assert len(there) > 5


def test_compressed_siblings_hold_the_same() -> None:
    packed = sorted(assets.FOLDER.rglob("*.gz"))
    assert len(packed) == 3
    for path in packed:
        assert gzip.decompress(path.read_bytes()) == path.with_suffix("").read_bytes()
        assert path.with_suffix(".br").is_file()


def test_scripts_evaluate_no_code_and_ask_no_other_host() -> None:
    for role in ("plotly", "chart"):
        text = assets.index()[assets.names()[role]].bodies["identity"].decode()
        assert not re.search(r"\bnew Function\b|[^.\w$]eval\(", text)
    own = assets.index()[assets.names()["chart"]].bodies["identity"].decode()
    assert set(re.findall(r"https?://[^\"'` )]+", own)) <= {"http://www.w3.org/2000/svg"}


def test_licences_say_what_was_not_verified() -> None:
    text = (assets.FOLDER / "LICENCES.md").read_text("utf-8")
    assert "were not verified" in text
    assert "## plotly.js" in text


@pytest.mark.parametrize("role", ["plotly", "chart", "outlines", "theme"])
def test_hashed_assets_may_be_kept_for_good(role: str) -> None:
    response = ask(url(role))
    assert response.status == 200
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.headers["vary"] == "Accept-Encoding"
    kind = "json" if role == "outlines" else "javascript"
    assert kind in response.headers["content-type"]


def test_unhashed_assets_are_asked_for_again() -> None:
    first = ask("/assets/MANIFEST.json")
    assert first.headers["cache-control"] == "no-cache"
    tag = first.headers["etag"]
    again = ask("/assets/MANIFEST.json", if_none_match=f'"other", W/{tag}')
    assert again.status == 304
    assert again.body == b""
    changed = ask("/assets/MANIFEST.json", if_none_match='"other"')
    assert changed.status == 200


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("*, br;q=0", "gzip"),
        ("identity", None),
        ("", None),
        ("gzip;q=0.0", None),
    ],
)
def test_compression_as_the_client_likes(header: str, coding: str | None) -> None:
    response = ask(url("plotly"), accept_encoding=header)
    assert response.headers.get("content-encoding") == coding
    asset = assets.index()[assets.names()["plotly"]]
    assert response.body == asset.bodies[coding or "identity"]
    assert response.headers["content-length"] == str(len(response.body))


def test_head_has_no_body() -> None:
    response = ask(url("chart"), "HEAD")
    assert response.status == 200
    assert response.body == b""


@pytest.mark.parametrize(
    "path", ["nothing.js", "../assets.py", "%2e%2e/assets.py", "", "plotly.js.br", "/etc/passwd"]
)
def test_nothing_else_can_be_asked_for(path: str) -> None:
    assert ask(f"/assets/{path}").status == 404


def test_theme_script_carries_the_palette_as_it_is() -> None:
    name, text = assets.theme_script()
    content = json.loads(text.decode().removeprefix("export default ").removesuffix(";"))
    assert content["colours"] == {key: list(pair) for key, pair in theme.COLOURS.items()}
    assert content["template"] == json.loads(json.dumps(dict(theme.TEMPLATE)))
    assert content["narrow"] == theme.NARROW_PX
    assert hashlib.sha256(text).hexdigest()[:10] in name


def test_preloads_are_served() -> None:
    assert len(assets.preload()) == 3
    assert all(ask(address).status == 200 for address in assets.preload())

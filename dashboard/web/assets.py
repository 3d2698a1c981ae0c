"""Addresses of the browser assets and the route that serves them.

The files under ``dashboard/assets`` are built from ``frontend/`` and committed. The theme is made
here from :mod:`dashboard.charts.theme`, so that colours are said once. Names that carry a hash of
their content never change what they hold: a browser may keep them for good. Everything is held in
memory, compressed as built.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard.charts import theme

FOLDER = Path(__file__).parents[1] / "assets"
PREFIX = "/assets"

_HASHED = re.compile(r"-[0-9a-f]{10}[./]")
_ENCODINGS = {"br": ".br", "gzip": ".gz"}  # best first
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is served: its content per encoding, its type and its entity tag."""

    bodies: Mapping[str, bytes]  # "identity", and "br" or "gzip" where made
    media_type: str
    etag: str
    immutable: bool


@cache
def manifest() -> Mapping[str, Mapping[str, str | int]]:
    """What was built: role (``plotly``, ``chart``, ``outlines``, ``shapes``) → description."""
    content = json.loads((FOLDER / "MANIFEST.json").read_text("utf-8"))
    described: dict[str, dict[str, str | int]] = content["assets"]
    return described


@cache
def theme_script() -> tuple[str, bytes]:
    """Name and text of the script that tells the browser colours and shared look."""
    content = {
        "colours": dict(theme.COLOURS),
        "template": dict(theme.TEMPLATE),
        "hatched": dict(theme.HATCHED),
        "narrow": theme.NARROW_PX,
    }
    text = f"export default {json.dumps(content, separators=(',', ':'))};".encode()
    return f"theme-{hashlib.sha256(text).hexdigest()[:10]}.js", text


def names() -> dict[str, str]:
    """Path below :data:`PREFIX` of what the chart component loads, by role."""
    built = {role: str(manifest()[role]["file"]) for role in ("chart", "plotly", "outlines")}
    return {**built, "theme": theme_script()[0]}


def preload() -> tuple[str, ...]:
    """Addresses of the scripts a page with charts needs, for ``<link rel="modulepreload">``."""
    wanted = names()
    return tuple(f"{PREFIX}/{wanted[role]}" for role in ("chart", "plotly", "theme"))


@cache
def index() -> Mapping[str, Asset]:
    """Every asset by its path below :data:`PREFIX`; nothing else can be asked for."""
    found = {
        path.relative_to(FOLDER).as_posix(): path
        for path in sorted(FOLDER.rglob("*"))
        if path.is_file() and path.suffix in _TYPES
    }
    assets = {name: _asset(name, _bodies(path)) for name, path in found.items()}
    script, text = theme_script()
    assets[script] = _asset(script, {"identity": text, "gzip": gzip.compress(text, mtime=0)})
    return assets


def _bodies(path: Path) -> dict[str, bytes]:
    siblings = {code: path.with_name(path.name + end) for code, end in _ENCODINGS.items()}
    packed = {code: file.read_bytes() for code, file in siblings.items() if file.is_file()}
    return {"identity": path.read_bytes(), **packed}


def _asset(name: str, bodies: Mapping[str, bytes]) -> Asset:
    return Asset(
        bodies=bodies,
        media_type=_TYPES[Path(name).suffix],
        etag=hashlib.sha256(bodies["identity"]).hexdigest()[:20],
        immutable=bool(_HASHED.search(name)),
    )


def accepted(header: str) -> frozenset[str]:
    """Content codings a client takes, from its ``Accept-Encoding`` header."""
    taken: set[str] = set()
    refused: set[str] = set()
    for part in header.lower().split(","):
        coding, _, parameters = part.strip().partition(";")
        weight = re.search(r"q\s*=\s*([0-9.]+)", parameters)
        zero = weight is not None and not weight[1].strip("0.")
        (refused if zero else taken).add(coding.strip())
    if "*" in taken:
        taken |= set(_ENCODINGS) - refused
    return frozenset(taken - refused)


def held(request: Request, *tags: str) -> bool:
    """Whether the client says that it holds one of these versions (entity tags, unquoted)."""
    given = request.headers.get("if-none-match", "")
    named = {part.strip().removeprefix("W/").strip('"') for part in given.split(",")}
    return "*" in named or not named.isdisjoint(tags)


async def serve(request: Request) -> Response:
    """One asset, compressed as the client likes it, or 304 where the client has it."""
    asset = index().get(request.path_params["path"])
    if asset is None:
        return PlainTextResponse("There is no such asset.", status_code=404)
    takes = accepted(request.headers.get("accept-encoding", ""))
    coding = next((c for c in _ENCODINGS if c in takes and c in asset.bodies), "identity")
    etag = f"{asset.etag}-{coding}"
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable" if asset.immutable else "no-cache",
        "ETag": f'"{etag}"',
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    if held(request, etag):
        return Response(status_code=304, headers=headers)
    if coding != "identity":
        headers["Content-Encoding"] = coding
    body = asset.bodies[coding]
    headers["Content-Length"] = str(len(body))
    sent = b"" if request.method == "HEAD" else body
    return Response(sent, headers=headers, media_type=asset.media_type)


def routes() -> list[Route]:
    """The route for the application: every asset under ``/assets``."""
    return [Route(f"{PREFIX}/{{path:path}}", serve, methods=["GET", "HEAD"], name="assets")]

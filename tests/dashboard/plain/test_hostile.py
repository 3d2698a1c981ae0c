"""Five thousand hostile requests: no failure of the server, nothing but the data disclosed."""

import random
from pathlib import Path
from urllib.parse import quote

from starlette.applications import Starlette

from dashboard.plain.headers import CarefulHeaders
from dashboard.plain.routes import routes
from tests.asgi import ask

APP = CarefulHeaders(Starlette(routes=routes()))
REQUESTS = 5_000
SECRETS = ("root:x:0:0", "[project]", "BEGIN ", "import streamlit", "#!/")

PATHS = (
    "/data/{x}",
    "/data/{x}.csv",
    "/data/milestones.{x}",
    "/data/{x}.zip",
    "/data/../{x}",
    "/data/%2e%2e/{x}",
    "/data/..%5c{x}.csv",
    "/data/milestones.csv",
    "/data/estimates.json",
    "/data/eras.xlsx",
    "/data/places.parquet",
    "/r/{x}",
    "/r/{x}/{x}",
    "/r/milestones/{x}",
)
NAMES = (
    "from",
    "to",
    "themes",
    "q",
    "where",
    "where2",
    "where3",
    "sort",
    "table",
    "record",
    "tone",
    "significance",
    "event",
    "partners",
    "series",
    "flow",
    "year",
    "country",
    "x",
    "__class__",
    "",
)
VALUES = (
    "",
    "-",
    ".",
    "..",
    "...",
    "0",
    "-1",
    "1e9",
    "9" * 4000,
    "nan",
    "\x00",
    "\u202e",
    "\U0001f600",
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd",
    "file:///etc/passwd",
    "%00",
    "%2e%2e%2f",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "${jndi:ldap://x}",
    "{{7*7}}",
    "=cmd|' /C calc'!A0",
    "date.1990..",
    "date...",
    "title.treaty",
    "tone.99",
    "milestones",
    "pyproject",
    "VERSION",
    "a" * 300,
    "김정은",
    "Ким",
    "e\u0301" * 100,
    "A" * 3000,
    "tumen-1.zip",
    "where",
    "id.x.y.z",
    "value_usd.1..2",
    "-value_usd",
    "--",
    "sort.sort",
)


def test_hostile_requests_are_answered_calmly() -> None:
    chance = random.Random(20240619)
    seen: dict[int, int] = {}
    for _ in range(REQUESTS):
        value = chance.choice(VALUES)
        path = chance.choice(PATHS).replace(
            "{x}", quote(value[:1500], safe=chance.choice(("", "/.")))
        )
        pairs = [
            f"{quote(chance.choice(NAMES))}={quote(chance.choice(VALUES))}"
            for _ in range(chance.randrange(5))
        ]
        answer = ask(APP, path, query="&".join(pairs))
        seen[answer.status] = seen.get(answer.status, 0) + 1
        assert answer.status in {200, 304, 400, 404, 405}, (path, pairs)
        assert answer.headers["x-content-type-options"] == "nosniff"
        if answer.headers.get("content-type", "").startswith("text/"):
            assert not any(secret in answer.text for secret in SECRETS), path
            assert "<script>alert" not in answer.text
    assert seen[200] > 50
    assert seen[400] > 500
    assert seen[404] > 500


def test_the_program_itself_is_not_served() -> None:
    own = Path(__file__).parents[3]
    for path in (
        "pyproject.toml",
        "datasets/VERSION",
        "dashboard/app.py",
        ".streamlit/config.toml",
    ):
        assert (own / path).exists()
        for prefix in ("/data/", "/data/../", "/data/%2e%2e/", "/r/"):
            assert ask(APP, prefix + path).status == 404

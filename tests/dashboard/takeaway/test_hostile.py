"""Hostile requests for briefs, frames, files and packages: no failure, nothing repeated unescaped."""

import random
from urllib.parse import quote

from starlette.applications import Starlette

from dashboard.contents import every
from dashboard.lookup.addresses import page_name
from dashboard.navigation import PAGES
from dashboard.plain.headers import CarefulHeaders
from dashboard.state.view import defaults
from dashboard.takeaway.routes import routes
from tests.asgi import ask
from tests.dashboard.plain.test_hostile import VALUES

APP = CarefulHeaders(Starlette(routes=routes()))
REQUESTS = 1_200

CARDS = [
    (page_name(spec.url), card.key)
    for spec in PAGES
    for card in every(spec.url, defaults(spec.all_params))
]
ENDINGS = ("csv", "json", "bib", "ris", "csl.json", "exe", "", "csv.csv", "CSV", "json%00")


def path(chance: random.Random) -> str:
    page, key = chance.choice(CARDS)
    value = quote(chance.choice(VALUES), safe="")
    return chance.choice(
        (
            f"/brief/{value}",
            f"/embed/{page}/{value}",
            f"/embed/{value}/{key}",
            f"/view/{page}/{value}.csv",
            f"/view/{page}/{key}.{value}",
            f"/view/{page}/{key}.{chance.choice(ENDINGS)}",
            f"/embed/{page}/{key}",
            f"/cite/{value}.bib",
            f"/cite/{value}",
            f"/package/{value}.zip",
        )
    )


def query(chance: random.Random) -> str:
    spec = chance.choice(PAGES)
    names = [name for param in spec.all_params for name in param.names]
    pairs = (
        (chance.choice([*names, "look", "paper", "", "__class__"]), chance.choice(VALUES))
        for _ in range(chance.randrange(5))
    )
    return "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs)


def test_no_request_fails_the_server_or_is_repeated_as_it_is() -> None:
    chance = random.Random(5)
    seen: dict[int, int] = {}
    for _ in range(REQUESTS):
        asked, given = path(chance), query(chance)
        answer = ask(APP, asked, query=given)
        assert answer.status < 500, (asked, given, answer.text[:300])
        seen[answer.status] = seen.get(answer.status, 0) + 1
        assert b"<script>alert" not in answer.content
        assert b"root:x:0:0" not in answer.content
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert {200, 400, 404} <= set(seen)

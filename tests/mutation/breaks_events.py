"""Breaks of the rules over sources, wording, milestones and the world."""

from __future__ import annotations

from tests.mutation.model import Place
from tests.mutation.rules import Break, Row, when


def _again(row: Row, column: str, shared: str) -> str | None:
    """Return the value of an earlier row that shares another value with this one."""
    text = row.maker.text
    for number in range(max(0, row.number - 3), row.number):
        if text.cell(number, shared) == row[shared]:
            return text.cell(number, column)
    return None


def _page_again(row: Row) -> str | None:
    if row.number == 0 or not row["url"]:
        return None
    url = row.maker.text.cell(row.rng.randrange(row.number), "url")
    if not url:
        return None
    page = url.split("://", 1)[1].removeprefix("www.")
    return row.rng.choice((f"http://www.{page}", f"https://{page}/", f"https://{page}#top", url))


def _change_line(row: Row) -> tuple[Place, ...]:
    text = row.of("membership_changes")
    place = text.header.index("iso3")
    return tuple(
        ("membership_changes", n + 2, "change")
        for n, cells in enumerate(text.rows)
        if cells[place] == row["iso3"]
    )


def _without_member(row: Row) -> str | None:
    """Drop the organisation that the country joined by its change."""
    for iso3, organisation, _, change, *_ in row.of("membership_changes").rows:
        if iso3 == row["iso3"] and change in ("joined", "co-founded"):
            codes = row["member_of"].split("|")
            return "|".join(code for code in codes if code != organisation)
    return None


def _early(row: Row) -> bool:
    return "RUS" in row["actors"].split("|") and row["date"] < "1991"


BREAKS: tuple[Break, ...] = (
    Break("source-reviewed", "milestones", "source_ids", lambda r: "article-1"),
    Break("source-reviewed", "estimates", "source_ids", lambda r: f"{r['source_ids']}|article-3"),
    Break("article-source", "articles", "source_id", lambda r: r.of("sources").cell(0, "id")),
    Break("article-source", "articles", "source_id", when(lambda r: r.number, "article-1")),
    Break("article-source", "sources", "kind", when(lambda r: r["kind"] == "press", "reviewed")),
    Break("source-address", "sources", "url", when(lambda r: r["url"], "")),
    Break("source-duplicate", "sources", "url", _page_again),
    Break("note-missing", "milestones", "verified", when(lambda r: not r["note"], "no"), ("note",)),
    Break("note-missing", "reactions", "note", when(lambda r: r["verified"] != "yes", "")),
    Break(
        "note-missing",
        "agreement_provisions",
        "note",
        when(lambda r: r["verified"] == "partial", ""),
    ),
    Break("alias-script", "name_aliases", "alias", lambda r: f"{r['alias']}א"),
    Break("alias-script", "name_aliases", "script", lambda r: r.other("script"), ("alias",)),
    Break(
        "alias-script",
        "name_aliases",
        "language",
        when(lambda r: r["script"] == "Cyrl", "en"),
        ("script",),
    ),
    Break("alias-ambiguous", "name_aliases", "alias", lambda r: r["canonical"]),
    Break(
        "alias-ambiguous",
        "name_aliases",
        "alias",
        when(lambda r: r.number > 400, lambda r: r.maker.text.cell(2, "alias")),
    ),
    Break(
        "glossary-repeated",
        "glossary",
        "term",
        when(lambda r: r.number, lambda r: r.maker.text.cell(0, "term").upper()),
    ),
    Break("table-unknown", "caveats", "tables", lambda r: f"{r['tables']}|no_such_table"),
    Break("table-unknown", "claims", "evidence_tables", lambda r: "trade"),
    Break("table-unknown", "accepted_findings", "table", lambda r: "votes"),
    Break(
        "landmark-sources",
        "milestones",
        "source_ids",
        when(lambda r: r["significance"] == "3", lambda r: r["source_ids"].split("|")[0]),
    ),
    Break(
        "landmark-sources",
        "milestones",
        "significance",
        when(lambda r: "|" not in r["source_ids"], "3"),
        ("source_ids",),
    ),
    Break("russia-as", "milestones", "russia_as", when(_early, "")),
    Break("russia-as", "milestones", "russia_as", when(lambda r: r["date"] > "1993", "USSR")),
    Break("russia-as", "milestones", "actors", when(_early, "PRK|CHN"), ("russia_as",)),
    Break(
        "theme-repeated",
        "milestones",
        "themes_other",
        lambda r: "|".join(filter(None, (r["themes_other"], r["theme"]))),
    ),
    Break(
        "theme-repeated",
        "milestones",
        "theme",
        when(lambda r: r["themes_other"], lambda r: r["themes_other"].split("|")[0]),
        ("themes_other",),
    ),
    Break("milestone-duplicate", "milestones", "title", lambda r: _again(r, "title", "date")),
    Break(
        "era-order",
        "eras",
        "start",
        when(lambda r: r.number, lambda r: str(int(r["start"]) + 2)),
    ),
    Break("era-order", "eras", "end", when(lambda r: r.number < 5, ""), ("start",)),
    Break("era-order", "eras", "end", when(lambda r: not r["end"], "2025")),
    Break("era-milestone", "eras", "start_milestone_id", lambda r: r.other("start_milestone_id")),
    Break("region-unknown", "countries", "un_subregion", lambda r: "Mitteleuropa"),
    Break("region-unknown", "countries", "un_region", lambda r: r.other("un_region")),
    Break(
        "region-unknown",
        "countries",
        "un_subregion",
        when(lambda r: r["un_region"] == "Asia", "Western Europe"),
        ("un_region",),
    ),
    Break("point-misplaced", "places", "lat", lambda r: f"-{r['lat']}"),
    Break("point-misplaced", "places", "lat", when(lambda r: float(r["lon"]) < 90, "-89.5")),
    Break(
        "point-misplaced",
        "places",
        "country",
        when(lambda r: r["country"] != "PER", "PER"),
        ("lat", "lon"),
    ),
    Break(
        "point-misplaced",
        "countries",
        "lat",
        when(
            lambda r: float(r["lat"]) > 45 and "America" not in r["un_subregion"],
            lambda r: f"-{r['lat']}",
        ),
        ("lon",),
    ),
    Break(
        "membership-disagrees",
        "membership_changes",
        "change",
        when(lambda r: r["change"] == "joined", "invited"),
    ),
    Break(
        "membership-disagrees",
        "membership_changes",
        "change",
        when(lambda r: r["change"] == "invited", "joined"),
    ),
    Break("membership-disagrees", "countries", "member_of", _without_member, at=_change_line),
    Break(
        "members-listed",
        "organisations",
        "members_listed",
        lambda r: "no" if r["members_listed"] == "yes" else "yes",
    ),
    Break("code-ambiguous", "areas", "code", when(lambda r: r["code"] == "SCG", "ZWE")),
    Break("hs-section", "hs_chapters", "chapter", lambda r: r.rng.choice(("99", "1", "00", "4a"))),
    Break("hs-section", "hs_chapters", "section", lambda r: "XL"),
    Break("hs-section", "hs_chapters", "section_number", lambda r: "30", ("section",)),
    Break(
        "hs-section",
        "hs_chapters",
        "section_title",
        when(lambda r: r["section"] in ("I", "II", "XI"), "Odds and ends"),
        at=lambda r: (r.maker.place(r.number + 1, "section_title"),),
    ),
)

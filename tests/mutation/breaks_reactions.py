"""Breaks of the rules over reactions, events and shared texts."""

from __future__ import annotations

from tests.mutation.model import Place
from tests.mutation.rules import Break, Row, when


def _text_line(row: Row) -> tuple[Place, ...]:
    """Return the places of the signatories of the shared text that a reaction names."""
    line = row.line_of("joint_statements", "joint_id", row["joint_id"])
    return (
        ("joint_statements", line, "countries"),
        ("joint_statements", line, "organisations"),
    )


def _reaction_lines(row: Row) -> tuple[Place, ...]:
    """Return the places of the reactions through a shared text."""
    text = row.of("reactions")
    place = text.header.index("joint_id")
    lines = [n + 2 for n, cells in enumerate(text.rows) if cells[place] == row["joint_id"]]
    return tuple(
        ("reactions", line, column)
        for line in lines
        for column in ("actor", "date", "event_id", "precision", "stance", "basis")
    )


def _shared(row: Row) -> bool:
    return bool(row["joint_id"])


BREAKS: tuple[Break, ...] = (
    Break(
        "actor-kind",
        "reactions",
        "actor_kind",
        lambda r: "country" if r["actor_kind"] == "organisation" else "organisation",
    ),
    Break(
        "event-window", "reactions", "date", when(lambda r: r["precision"] == "day", "2021-03-04")
    ),
    Break(
        "event-window",
        "joint_statements",
        "date",
        when(lambda r: r["precision"] == "day", "2025-12-30"),
    ),
    Break(
        "event-window",
        "reaction_events",
        "window_start",
        lambda r: "2026-12-01",
        ("date_end", "date"),
    ),
    Break(
        "stance-party", "reactions", "stance", when(lambda r: r["actor"] in ("RUS", "PRK"), "-1")
    ),
    Break(
        "stance-party",
        "reactions",
        "actor",
        when(lambda r: r["stance"] == "-2" and not r["joint_id"], "RUS"),
        ("stance",),
    ),
    Break(
        "basis-action",
        "reactions",
        "actions",
        when(lambda r: r["basis"] != "individual", "summons"),
    ),
    Break(
        "basis-action",
        "reactions",
        "basis",
        when(lambda r: r["actions"] == "statement", "un_meeting"),
        ("actions",),
    ),
    Break("shared-text", "reactions", "stance", when(_shared, "2")),
    Break("shared-text", "reactions", "precision", when(_shared, "year")),
    Break("shared-text", "reactions", "event_id", when(_shared, lambda r: r.other("event_id"))),
    Break("shared-text", "reactions", "date", when(_shared, "2024-12-31")),
    Break(
        "shared-text",
        "reactions",
        "basis",
        when(lambda r: r["basis"] == "nato_declaration", "g7_statement"),
    ),
    Break("shared-text", "reactions", "joint_id", when(lambda r: r["basis"] == "eu_statement", "")),
    Break("shared-text", "joint_statements", "stance", lambda r: "2", at=_reaction_lines),
    Break(
        "shared-text",
        "joint_statements",
        "basis",
        when(lambda r: r["basis"] == "joint_statement", "g7_statement"),
        at=_reaction_lines,
    ),
    Break(
        "signatories-differ",
        "reactions",
        "actor",
        when(lambda r: r["joint_id"] and r["actor_kind"] == "country", "ZWE"),
        at=_text_line,
    ),
    Break(
        "signatories-differ",
        "reactions",
        "joint_id",
        when(lambda r: r["joint_id"], lambda r: r.other("joint_id")),
        ("actor",),
        at=_text_line,
    ),
    Break("signatories-differ", "joint_statements", "countries", lambda r: f"{r['countries']}|ZWE"),
    Break(
        "signatories-differ",
        "joint_statements",
        "countries",
        when(lambda r: "|" in r["countries"], lambda r: r["countries"].rsplit("|", 1)[0]),
        at=_reaction_lines,
    ),
    Break(
        "signatories-differ",
        "joint_statements",
        "organisations",
        when(lambda r: not r["organisations"], "ASEAN"),
    ),
    Break(
        "bloc-members",
        "joint_statements",
        "countries",
        when(lambda r: r["basis"] == "g7_statement", lambda r: f"{r['countries']}|CHE"),
    ),
    Break(
        "bloc-members",
        "joint_statements",
        "countries",
        when(lambda r: r["basis"] == "nato_declaration", lambda r: r["countries"][:-4]),
    ),
    Break("bloc-members", "joint_statements", "aligned", lambda r: "MNG"),
    Break(
        "bloc-members",
        "joint_statements",
        "aligned",
        when(lambda r: r["aligned"] and "AUT" in r["countries"], lambda r: f"{r['aligned']}|AUT"),
    ),
)

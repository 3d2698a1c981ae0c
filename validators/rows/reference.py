"""Rows of the reference tables: sources, countries, organisations, places, eras, wording."""

from validators.primitives import (
    Count,
    Iso3,
    Latitude,
    Longitude,
    OrgCode,
    PartialDate,
    Several,
    Slug,
    SourceUrl,
    Text,
    Year,
    YesNo,
)
from validators.rows.base import Row, column, note, source_ids, verified
from validators.vocabulary import (
    AliasKind,
    AreaKind,
    GlossarySection,
    Language,
    MembershipChange,
    OrganisationKind,
    PlaceKind,
    Script,
    SourceKind,
    Verified,
)


class Source(Row):
    """One cited source."""

    id: Slug = column("Source", "Immutable id of the source.")
    title: Text = column("Title", "Title of the page or document, or a description of it.")
    publisher: Text | None = column(
        "Publisher", "Who published it; the origin of a copy in brackets.", default=None
    )
    url: SourceUrl | None = column("Address", "Where it was read.", default=None)
    date: PartialDate | None = column(
        "Date", "Date of publication; empty where the page shows none.", default=None
    )
    kind: SourceKind = column("Kind", "What kind of text it is.")
    licence: Text | None = column(
        "Licence", "Terms of the source itself; only facts were taken.", default=None
    )
    note: Text | None = note()


class Country(Row):
    """One country: the 193 UN members, Palestine, Holy See, Taiwan and Kosovo."""

    iso3: Iso3 = column("Code", "ISO 3166-1 alpha-3 code; XKX for Kosovo.")
    name: Text = column("Country", "Short English name.")
    un_region: Text = column("Region", "Region of the UN M49 scheme.")
    un_subregion: Text = column("Subregion", "Subregion of the UN M49 scheme.")
    lat: Latitude = column("Latitude", "Latitude of a point inside the country.", unit="°")
    lon: Longitude = column("Longitude", "Longitude of a point inside the country.", unit="°")
    member_of: Several[OrgCode] = column(
        "Member of", "Organisations and groups of which it is a member, as of 2026.", default=()
    )


class Area(Row):
    """One statistical area that is no country of today's list."""

    code: Iso3 = column("Code", "Code used in the statistics.")
    name: Text = column("Area", "Name of the area.")
    kind: AreaKind = column("Kind", "What kind of area it is.")
    note: Text | None = note()


class Organisation(Row):
    """One organisation or group of states."""

    code: OrgCode = column("Code", "Short code.")
    name: Text = column("Organisation", "Full name.")
    short_name: Text = column("Short name", "Name used in labels.")
    kind: OrganisationKind = column("Kind", "What kind of organisation it is.")
    members_listed: YesNo = column(
        "Members listed", "Whether the table of countries lists its members."
    )
    note: Text | None = note()


class MembershipChangeRow(Row):
    """One change in the membership of an organisation since 2022."""

    iso3: Iso3 = column("Country", "Country whose membership changed.")
    organisation: OrgCode = column("Organisation", "Organisation concerned.")
    date: PartialDate = column("Date", "Date from which the change holds.")
    change: MembershipChange = column("Change", "What changed.")
    note: Text | None = note()
    verified: Verified = verified()
    source_ids: Several[Slug] = source_ids(required=False)


class Era(Row):
    """One era of the relation."""

    id: Slug = column("Era", "Immutable id of the era.")
    title: Text = column("Title", "Name of the era.")
    start: Year = column("From", "First year.", unit="year")
    end: Year | None = column("To", "Last year; empty while it lasts.", unit="year", default=None)
    reason: Text = column("Reason", "Why the boundary stands where it stands.")
    start_milestone_id: Slug | None = column(
        "Opening milestone", "Milestone that marks the beginning.", default=None
    )


class Place(Row):
    """One point on the map."""

    id: Slug = column("Place", "Immutable id of the place.")
    name: Text = column("Name", "Name of the place.")
    country: Iso3 = column("Country", "State of which the place is part under UN resolutions.")
    lat: Latitude = column("Latitude", "Latitude.", unit="°")
    lon: Longitude = column("Longitude", "Longitude.", unit="°")
    kind: PlaceKind = column("Kind", "What kind of place it is.")
    note: Text | None = note()
    source_ids: Several[Slug] = source_ids()


class NameAlias(Row):
    """One other spelling of a name."""

    canonical: Text = column("Name", "Spelling used in this record.")
    alias: Text = column("Other spelling", "Spelling that finds the same records.")
    kind: AliasKind = column("Kind", "What the name stands for.")
    language: Language = column("Language", "Language of the other spelling.")
    script: Script = column("Script", "Script of the other spelling.")
    note: Text | None = note()


class GlossaryEntry(Row):
    """One term explained."""

    id: Slug = column("Entry", "Immutable id of the entry.")
    term: Text = column("Term", "The term.")
    definition: Text = column("Definition", "What it means in this record.")
    section: GlossarySection = column("Section", "Part of the dashboard that uses it.")


class Caveat(Row):
    """One caveat, shown beside the numbers that it concerns."""

    id: Slug = column("Caveat", "Immutable id of the caveat.")
    title: Text = column("Title", "The caveat in a few words.")
    text: Text = column("Text", "What to keep in mind, with the figures behind it.")
    tables: Several[Text] = column("Tables", "Tables that it concerns.")


class Tombstone(Row):
    """One id that was removed, and why."""

    table: Text = column("Table", "Table from which the id was removed.")
    id: Text = column("Removed id", "The id; it is never used again.")
    date: PartialDate = column("Removed on", "Date of the removal.")
    reason: Text = column("Reason", "Why it was removed.")
    replaced_by: Text | None = column("Replaced by", "Id that stands for it now.", default=None)


class AcceptedFinding(Row):
    """One warning of the validators that was looked at and accepted."""

    code: Slug = column("Finding", "Code of the finding.")
    table: Text = column("Table", "Table that it concerns.")
    key: Text = column("Row", "Key of the row, parts joined by /; * for every row.")
    reason: Text = column("Reason", "Why the data stand as they are.")


class HsChapter(Row):
    """One chapter of the Harmonized System."""

    chapter: Text = column("HS chapter", "Two digits, 01 to 97.")
    section: Text = column("HS section", "Section in Roman numerals.")
    section_number: Count = column("Section number", "Section as a number, for sorting.")
    section_title: Text = column("Section title", "Short title in our words.")
    chapter_title: Text = column("Chapter title", "Short title in our words.")

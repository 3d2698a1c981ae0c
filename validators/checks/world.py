"""Rules over countries, organisations, memberships, points on the map and HS chapters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import acos, cos, radians, sin
from statistics import median

from validators.checks.base import Spot, rule
from validators.tables import Table, Tables
from validators.vocabulary import MembershipChange

# Regions of the United Nations standard M49; the check holds the table to them.
_REGIONS = {
    "Africa": "Eastern Africa|Middle Africa|Northern Africa|Southern Africa|Western Africa",
    "Americas": "Caribbean|Central America|Northern America|South America",
    "Asia": "Central Asia|Eastern Asia|South-eastern Asia|Southern Asia|Western Asia",
    "Europe": "Eastern Europe|Northern Europe|Southern Europe|Western Europe",
    "Oceania": "Australia and New Zealand|Melanesia|Micronesia|Polynesia",
}
_REGION_OF = {name: region for region, names in _REGIONS.items() for name in names.split("|")}

# The farthest true distances in the record are 4,951 km (Kiribati) and 4,075 km (Sochi).
_FROM_REGION_KM = 5_500
_FROM_COUNTRY_KM = {"RUS": 4_600, "USA": 4_600, "CHN": 3_000}
_FROM_SMALL_COUNTRY_KM = 1_000

_CHAPTER = re.compile("[0-9]{2}")


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance between two points on the globe, in kilometres."""
    a, b = radians(lat), radians(other_lat)
    cosine = sin(a) * sin(b) + cos(a) * cos(b) * cos(radians(lon - other_lon))
    return 6371.0 * acos(max(-1.0, min(1.0, cosine)))


@rule(
    "region-unknown",
    "Region and subregion are names of the UN standard M49 and belong together.",
    "Correct the region or the subregion.",
    needs=("countries",),
)
def regions_belong_together(tables: Tables) -> Iterator[Spot]:
    """Yield countries whose subregion is unknown or lies in another region."""
    table = tables["countries"]
    for row, region, subregion in table.rows("un_region", "un_subregion"):
        if subregion is not None and subregion not in _REGION_OF:
            yield Spot(table, row, "un_subregion", "is no subregion of M49")
        elif subregion is not None and region not in (None, _REGION_OF[subregion]):
            message = f"does not hold {subregion}, which lies in {_REGION_OF[subregion]}"
            yield Spot(table, row, "un_region", message)


@rule(
    "point-misplaced",
    "The point of a country lies near its subregion, and the point of a place in its country.",
    "Look for exchanged coordinates or a lost sign.",
    needs=("countries", "places"),
)
def points_are_plausible(tables: Tables) -> Iterator[Spot]:
    """Yield points that are farther away than any true one."""
    countries, places = tables["countries"], tables["places"]
    groups: dict[str, list[tuple[float, float]]] = {}
    for _, subregion, lat, lon in countries.rows("un_subregion", "lat", "lon"):
        if None not in (subregion, lat, lon):
            groups.setdefault(subregion, []).append((lat, lon))
    for row, subregion, lat, lon in countries.rows("un_subregion", "lat", "lon"):
        points = groups.get(subregion, [])
        if lat is None or lon is None or len(points) < 3:
            continue
        middle = (median(p[0] for p in points), median(p[1] for p in points))
        if (distance := kilometres(lat, lon, *middle)) > _FROM_REGION_KM:
            message = f"puts the point {distance:,.0f} km from the middle of {subregion}"
            yield Spot(countries, row, _odd(countries, row, middle), message)
    for row, code, lat, lon in places.rows("country", "lat", "lon"):
        place = countries.index.get(code)
        if place is None or lat is None or lon is None:
            continue
        centre = (countries["lat"][place], countries["lon"][place])
        limit = _FROM_COUNTRY_KM.get(code, _FROM_SMALL_COUNTRY_KM)
        if None not in centre and (distance := kilometres(lat, lon, *centre)) > limit:
            message = f"puts the point {distance:,.0f} km from the point of {code}"
            yield Spot(places, row, _odd(places, row, centre), message)


def _odd(table: Table, row: int, centre: tuple[float, float]) -> str:
    """Return the coordinate that is farther off."""
    lat, lon = table["lat"][row], table["lon"][row]
    return "lat" if abs(lat - centre[0]) > abs(lon - centre[1]) else "lon"


@rule(
    "membership-disagrees",
    "Countries that joined are listed as members; those that were only invited are not.",
    "Correct the change, or the memberships of the country.",
    needs=("membership_changes", "countries"),
)
def changes_agree_with_members(tables: Tables) -> Iterator[Spot]:
    """Yield changes that disagree with ‘member_of’ of the country."""
    table, countries = tables["membership_changes"], tables["countries"]
    for row, code, organisation, change in table.rows("iso3", "organisation", "change"):
        place = countries.index.get(code)
        if place is None or organisation is None or change is None:
            continue
        listed = organisation in countries["member_of"][place]
        if listed is (change is MembershipChange.INVITED):
            state = "listed" if listed else "not listed"
            message = f"disagrees with countries.csv: {code} is {state} as member of {organisation}"
            yield Spot(table, row, "change", message)


@rule(
    "members-listed",
    "An organisation has members in the table of countries exactly if it says that they are listed.",
    "Correct ‘members_listed’, or the memberships of the countries.",
    needs=("organisations", "countries"),
)
def listed_members_exist(tables: Tables) -> Iterator[Spot]:
    """Yield organisations whose ‘members_listed’ disagrees with the countries."""
    table, countries = tables["organisations"], tables["countries"]
    used = {code for codes in set(countries["member_of"]) for code in codes}
    for row, code, listed in table.rows("code", "members_listed"):
        if listed is not None and code is not None and listed is not (code in used):
            state = "some are" if code in used else "none is"
            yield Spot(table, row, "members_listed", f"is wrong: {state} listed in countries.csv")


@rule(
    "code-ambiguous",
    "A code stands for one country or area.",
    "Give the area another code.",
    needs=("areas", "countries"),
)
def codes_are_distinct(tables: Tables) -> Iterator[Spot]:
    """Yield areas whose code is the code of a country."""
    table = tables["areas"]
    for row, code in enumerate(table["code"]):
        if code in tables["countries"].index:
            yield Spot(table, row, "code", "is the code of a country")


@rule(
    "hs-section",
    "An HS chapter is two digits; its section has one number, one title and chapters in a row.",
    "Correct the chapter, or the section's numeral, number or title.",
    needs=("hs_chapters",),
)
def chapters_fit_sections(tables: Tables) -> Iterator[Spot]:
    """Yield chapters of another form and sections with two numerals, numbers or titles."""
    table = tables["hs_chapters"]
    titles: dict[int, str] = {}
    last = 0
    for row, chapter, numeral, number, title in table.rows(
        "chapter", "section", "section_number", "section_title"
    ):
        if chapter is not None and not (_CHAPTER.fullmatch(chapter) and "01" <= chapter <= "97"):
            yield Spot(table, row, "chapter", "is no chapter 01 to 97")
        if number is None:
            continue
        if numeral is not None and numeral != roman(number):
            yield Spot(table, row, "section", f"is not {roman(number)}, the numeral of {number}")
        if title is not None and titles.setdefault(number, title) != title:
            message = f"is not ‘{titles[number]}’, the title of section {number} above"
            yield Spot(table, row, "section_title", message)
        if number not in (last, last + 1):
            message = f"does not follow section {last} of the chapter before"
            yield Spot(table, row, "section_number", message)
        last = number


def roman(number: int) -> str:
    """Return a number from 1 to 39 in Roman numerals."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


CHECKS = (
    regions_belong_together,
    points_are_plausible,
    changes_agree_with_members,
    listed_members_exist,
    codes_are_distinct,
    chapters_fit_sections,
)

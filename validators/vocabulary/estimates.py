"""Vocabularies of contested estimates and of checked claims."""

from validators.vocabulary.base import Term


class Quantity(Term):
    """What is estimated; a quantity holds one or more units, which are never mixed."""

    ARTILLERY_SHELLS = "artillery_shells", "Artillery shells"
    SHELL_SHARE = "shell_share", "Share of shells used"
    CONTAINERS = "containers", "Containers shipped"
    BALLISTIC_MISSILES = "ballistic_missiles", "Ballistic missiles"
    ARTILLERY_SYSTEMS = "artillery_systems", "Artillery systems"
    TROOPS_DEPLOYED = "troops_deployed", "Troops"
    CASUALTIES = "casualties", "Casualties"
    WORKERS = "workers", "Workers"
    BORDER_ENTRIES = "border_entries", "Border entries"
    TOURISTS = "tourists", "Tourists"
    PETROLEUM_BARRELS = "petroleum_barrels", "Petroleum"
    TRADE_USD = "trade_usd", "Trade"
    REVENUE_USD = "revenue_usd", "Revenue"


class Unit(Term):
    """Unit of an estimate; two units never share an axis."""

    SHELLS = "shells", "Shells counted"
    SHELLS_EQUIVALENT = (
        "shells_equivalent",
        "Shells, container capacity",
        ("Capacity of the containers seen, if all were full of one calibre; not a count."),
    )
    SHELLS_AND_ROCKETS = "shells_and_rockets", "Shells and rockets"
    ROUNDS = "rounds", "Artillery and rocket rounds"
    SHELLS_PER_YEAR = "shells_per_year", "Shells per year", "A rate."
    PERCENT_OF_RUSSIAN_USE = "percent_of_russian_use", "Percent of Russian use"
    CONTAINERS = "containers", "Containers"
    MISSILES_SUPPLIED = "missiles_supplied", "Missiles supplied"
    MISSILES_FIRED = "missiles_fired", "Missiles fired"
    MISSILES_PLANNED = "missiles_planned", "Missiles planned"
    GUNS_170MM = "170mm_guns", "170 mm guns"
    TROOPS_SENT = "troops_sent", "Troops sent"
    TROOPS_PRESENT = "troops_present", "Troops present"
    TROOPS_IN_KURSK = "troops_in_kursk", "Troops in Kursk region"
    TROOPS_NEAR_FRONT = "troops_near_front", "Troops near the front"
    TROOPS_NEAR_BORDER = "troops_near_border", "Troops near the border"
    TROOPS_ADDED = "troops_added", "Troops added"
    TROOPS_PLANNED = "troops_planned", "Troops planned"
    KILLED = "killed", "Killed"
    KILLED_NAMED = "killed_named", "Killed, by name"
    KILLED_OFFICERS = "killed_officers", "Officers killed"
    KILLED_ENGINEERS = "killed_engineers", "Engineers killed"
    WOUNDED = "wounded", "Wounded"
    KILLED_AND_WOUNDED = "killed_and_wounded", "Killed and wounded"
    KILLED_AND_WOUNDED_PER_DAY = (
        "killed_and_wounded_per_day",
        "Killed and wounded per day",
        "A rate.",
    )
    WORKERS = "workers", "Workers"
    WORKERS_KURSK = "workers_kursk", "Workers in Kursk region"
    WORKERS_PLANNED = "workers_planned", "Workers planned"
    WORKERS_PROJECTED = "workers_projected", "Workers projected"
    MILITARY_BUILDERS = "military_builders", "Military builders"
    MILITARY_BUILDERS_AND_SAPPERS = "military_builders_and_sappers", "Military builders and sappers"
    ENTRIES = "entries", "Entries of workers"
    ENTRIES_OF_DPRK_CITIZENS = "entries_of_dprk_citizens", "Entries of DPRK citizens"
    TRIPS_BY_RUSSIANS = "trips_by_russians", "Trips by Russians, all purposes"
    TOURISTS = "tourists", "Tourists"
    TOURISTS_TO_RAJIN = "tourists_to_rajin", "Tourists to Rajin"
    TOURISTS_EXPECTED = "tourists_expected", "Tourists expected"
    TOURIST_TRIPS = "tourist_trips", "Tourist trips"
    BARRELS = "barrels", "Barrels"
    USD = "usd", "US dollars"
    USD_VALUE_OF_ARMS = "usd_value_of_arms", "Value of arms, US dollars"
    USD_RECEIVED = "usd_received", "Money received, US dollars"
    USD_CRYPTO_STOLEN = (
        "usd_crypto_stolen",
        "Crypto assets stolen, US dollars",
        ("Context only; not income from Russia."),
    )


_UNITS_OF: dict[Quantity, str] = {
    Quantity.ARTILLERY_SHELLS: "shells shells_equivalent shells_and_rockets rounds shells_per_year",
    Quantity.SHELL_SHARE: "percent_of_russian_use",
    Quantity.CONTAINERS: "containers",
    Quantity.BALLISTIC_MISSILES: "missiles_supplied missiles_fired missiles_planned",
    Quantity.ARTILLERY_SYSTEMS: "170mm_guns",
    Quantity.TROOPS_DEPLOYED: (
        "troops_sent troops_present troops_in_kursk troops_near_front troops_near_border "
        "troops_added troops_planned"
    ),
    Quantity.CASUALTIES: (
        "killed killed_named killed_officers killed_engineers wounded killed_and_wounded "
        "killed_and_wounded_per_day"
    ),
    Quantity.WORKERS: (
        "workers workers_kursk workers_planned workers_projected military_builders "
        "military_builders_and_sappers entries"
    ),
    Quantity.BORDER_ENTRIES: "entries_of_dprk_citizens trips_by_russians",
    Quantity.TOURISTS: "tourists tourists_to_rajin tourists_expected tourist_trips",
    Quantity.PETROLEUM_BARRELS: "barrels",
    Quantity.TRADE_USD: "usd",
    Quantity.REVENUE_USD: "usd_value_of_arms usd_received usd_crypto_stolen",
}

UNIT_QUANTITY: dict[Unit, Quantity] = {
    unit: quantity
    for unit in Unit
    for quantity, codes in _UNITS_OF.items()
    if unit.value in codes.split()
}
"""The quantity to which each unit belongs."""


class ClaimantKind(Term):
    """Who stands behind an estimate."""

    PARTY = "party", "Party", "A Russian or DPRK body: one of the two sides of the relation."
    GOVERNMENT = "government", "Government", "Another state, Ukraine included."
    INTELLIGENCE = "intelligence", "Intelligence service", "Intelligence service of another state."
    INTERGOVERNMENTAL = "intergovernmental", "Intergovernmental", "A body of several states."
    THINK_TANK = "think_tank", "Think tank", "A research organisation."
    PRESS = "press", "Press", "A paper's or agency's own figure."


class ClaimKind(Term):
    """What kind of statement a claim is."""

    EVENT = "event", "Event", "That something happened."
    AGREEMENT = "agreement", "Agreement", "That a text exists or says something."
    QUANTITY = "quantity", "Quantity", "A number or a rank."
    POSITION = "position", "Position", "What an actor thinks or says."
    TREND = "trend", "Trend", "A development over time."
    FORECAST = "forecast", "Forecast", "What will or may happen."


class Verdict(Term):
    """Result of checking a claim."""

    SUPPORTED = "supported", "Supported", "Sources that were read carry the statement."
    PARTLY_SUPPORTED = "partly_supported", "Partly supported", "A part holds, a part does not."
    CONTRADICTED = "contradicted", "Contradicted", "Sources that were read say otherwise."
    UNVERIFIABLE = (
        "unverifiable",
        "Unverifiable",
        ("Searched and nothing found, or a causal claim that no source can carry."),
    )
    OPINION = "opinion", "Opinion", "Judgement or forecast; nothing to check."

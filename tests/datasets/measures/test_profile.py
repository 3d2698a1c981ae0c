import datasets
from datasets.measures import country_profile, key_votes_of, trade_shares, trade_values
from tests.datasets.measures.made import made, records


def test_key_votes_keep_resolutions_without_a_vote() -> None:
    resolutions = made(
        "ga_key_resolutions",
        {"id": "k2", "date": "2020-01-01", "adopted_by": "without_vote"},
        {"id": "k1", "date": "2019-01-01", "adopted_by": "recorded_vote"},
    )
    votes = made(
        "ga_key_votes",
        {"resolution_id": "k1", "iso3": "JPN", "vote": "yes"},
        {"resolution_id": "k1", "iso3": "CHN", "vote": "no"},
    )
    found = key_votes_of("JPN", resolutions=resolutions, votes=votes)
    assert records(found, "resolution_id", "vote", "adopted_by") == [
        ("k1", "yes", "recorded_vote"),
        ("k2", None, "without_vote"),
    ]


def test_profile_of_a_country() -> None:
    shares, values = trade_shares(), trade_values()
    japan = country_profile("JPN", shares=shares, values=values)
    assert len(japan.stances) == len(datasets.load("reaction_events"))
    assert set(japan.reactions["actor"]) == {"JPN"}
    assert len(japan.key_votes) == 80
    assert set(japan.trade["partner"]) == {"JPN"}
    assert set(japan.shares["partner"]) == {"JPN"}
    assert japan.own_stances["texts"].sum() <= japan.stances["texts"].sum()


def test_a_country_without_anything_has_empty_frames() -> None:
    nobody = country_profile("XXX")
    assert nobody.stances["stance"].isna().all()
    assert nobody.reactions.empty
    assert nobody.trade.empty
    assert nobody.shares.empty
    assert nobody.key_votes["vote"].isna().all()

import pytest

from briefing.drafting.literals.money_figures import find_money


@pytest.mark.parametrize(
    ("text", "literals"),
    [
        ("US$2.9 billion", ["USD 2.9bn"]),
        ("A$3m", ["AUD 3m"]),
        ("NT$40 billion", ["TWD 40bn"]),
        ("€5", ["EUR 5"]),
        ("3.9 trillion yen", ["JPY 3.9tn"]),
        ("a billion dollars", ["USD 1bn"]),
        ("two billion won", ["KRW 2bn"]),
        ("2 billion to 3 billion yen", ["JPY 2bn to 3bn"]),
        ("3兆9000億円", ["JPY 3兆9000億"]),
        ("500億ドル", ["USD 500億"]),
        ("¥5 billion and $3 million", ["JPY 5bn", "USD 3m"]),
        ("5 yen, 6 yen", ["JPY 5", "JPY 6"]),
        ("no money", []),
        ("3 wonders", []),
        ("v$5", []),
    ],
)
def test_a_sum_is_read_by_its_sign_or_its_noun(text: str, literals: list[str]) -> None:
    assert [figure.literal for figure in find_money(text)] == literals


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("$65bn (¥9tn)", [("USD 65bn", "JPY 9tn")]),
        ("$65bn, or ¥9tn", [("USD 65bn", "JPY 9tn")]),
        ("at least $65bn (¥9tn)", [("at least USD 65bn", "at least JPY 9tn")]),
        ("up to $65bn (about ¥9tn)", [("up to USD 65bn", "about JPY 9tn")]),
        ("$65bn (¥9tn) (€60bn)", [("USD 65bn", "JPY 9tn"), ("EUR 60bn", None)]),
        ("$65bn and ¥9tn", [("USD 65bn", None), ("JPY 9tn", None)]),
    ],
)
def test_a_sum_in_brackets_is_the_same_sum(text: str, sums: list[tuple[str, str | None]]) -> None:
    assert [(figure.literal, figure.also) for figure in find_money(text)] == sums

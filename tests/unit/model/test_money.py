from decimal import Decimal

import pytest

from briefing.model.currencies import CURRENCIES, SYMBOLS
from briefing.model.malformed import Malformed
from briefing.model.money import Money, money_interval, money_text, parse_money, print_money
from briefing.model.numerals import Bound, Number
from tests.every import every


def money(text: str) -> Money:
    parsed = parse_money(text)
    assert isinstance(parsed, Money), parsed
    return parsed


def finding(text: str) -> Malformed:
    fault = parse_money(text)
    assert isinstance(fault, Malformed), fault
    return fault


def test_a_full_literal_fills_every_field() -> None:
    literal = "about JPY 3tn to 5tn per year"
    assert money(literal) == Money(
        amount=Decimal(3 * 10**12),
        amount_max=Decimal(5 * 10**12),
        currency="JPY",
        bound=Bound.ABOUT,
        per="year",
        printed=literal,
        step=Decimal(10**12),
        step_max=Decimal(10**12),
    )


def test_each_end_of_a_range_keeps_its_own_rounding() -> None:
    parsed = money("USD 500m to 1.25bn")
    assert parsed.low == Number(Decimal(500_000_000), Decimal(10_000_000))
    assert parsed.high == Number(Decimal(1_250_000_000), Decimal(10_000_000))
    assert money("USD 5").high is None


def test_the_articles_pair_of_currencies_stands_for_an_interval() -> None:
    assert money_interval(money("JPY 10tn")) == (Decimal(95 * 10**11), Decimal(105 * 10**11))
    assert money_interval(money("up to JPY 943bn")) == (None, Decimal(943 * 10**9))


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("up to JPY 943bn", "up to ¥943 billion"),
        ("JPY 3.9tn", "¥3.9 trillion"),
        ("nearly JPY 443tn", "nearly ¥443 trillion"),
        ("over JPY 5bn", "over ¥5 billion"),
        ("JPY 3 to 5tn", "¥3 trillion to ¥5 trillion"),
        ("USD 25.44bn", "US$25.44 billion"),
        ("EUR 3bn per year", "€3 billion per year"),
        ("at least USD 1200", "at least US$1,200"),
    ],
)
def test_readers_see_sign_words_and_bound(text: str, english: str) -> None:
    assert money_text(money(text)) == english


def test_the_canonical_literal_spells_out_a_shared_mag() -> None:
    assert print_money(money("about JPY 3 to 5tn per year")) == "about JPY 3tn to 5tn per year"


def test_money_made_by_hand_prints_and_reads_back() -> None:
    made = Money(Decimal(2_900_000_000), None, "USD", Bound.EXACT, None, "")
    assert print_money(made) == "USD 2.9bn"
    assert money_interval(made) == (2_900_000_000, 2_900_000_000)


def test_only_known_currencies_pass() -> None:
    assert {"JPY", "USD", "EUR", "TWD", "KRW", "CNY"} <= CURRENCIES
    assert SYMBOLS.keys() <= CURRENCIES
    assert every(len(code) == 3 and code.isascii() and code.isupper() for code in CURRENCIES)
    assert (finding("XYZ 5bn").offset, finding("XYZ 5bn").length) == (0, 3)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("US$2.9 billion", "USD 2.9bn"),
        ("about $2.9bn", "about USD 2.9bn"),
        ("approximately US$3.9 billion", "about USD 3.9bn"),
        ("NT$5bn", "TWD 5bn"),
        ("HK$ 5bn", "HKD 5bn"),
        ("RMB 5bn", "CNY 5bn"),
        ("nearly ¥443 trillion", "nearly JPY 443tn"),
        ("最大9430億円", "up to JPY 9430億"),
        ("3兆9,000億円", "JPY 3兆9000億"),
        ("USD 65 bn to 70 bn", "USD 65bn to 70bn"),
        ("USD 65 to USD 70bn", "USD 65 to 70bn"),
        ("65bn", ""),
        ("a lot of money", ""),
        ("USD 5bn and more", ""),
    ],
)
def test_what_was_meant_is_worked_out_where_it_can_be(text: str, meant: str) -> None:
    assert finding(text).meant == meant
    assert (f"write `{meant}`" == finding(text).hint) == bool(meant)

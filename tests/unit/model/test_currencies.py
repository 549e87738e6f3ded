"""Signs of currencies: those of the Unicode locale data, and no sign that two currencies share."""

import pytest
from babel import Locale

from briefing.model.currencies import CURRENCIES, SYMBOLS
from briefing.model.money import Money, money_text, parse_money


def test_signs_are_those_of_the_locale_data() -> None:
    """Letters alone, such as FCFA, are no sign, and a plain $ would not say whose it is."""
    signs = {code: sign for code, sign in Locale("en").currency_symbols.items() if code in CURRENCIES and sign != code}
    kept = {code: sign for code, sign in signs.items() if not sign[-1].isalpha() and sign[-1] != "."}
    assert {**kept, "USD": "US$"} == SYMBOLS
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)


@pytest.mark.parametrize(
    ("literal", "shown"),
    [
        ("EUR 4.5bn", "€4.5 billion"),
        ("up to GBP 20m", "up to £20 million"),
        ("KRW 3tn to 5tn", "₩3 trillion to ₩5 trillion"),
        ("INR 12bn per year", "₹12 billion per year"),
        ("CHF 7m", "CHF 7 million"),
        ("USD 1bn", "US$1 billion"),
    ],
)
def test_sums_are_shown_with_their_sign(literal: str, shown: str) -> None:
    money = parse_money(literal)
    assert isinstance(money, Money)
    assert money_text(money) == shown

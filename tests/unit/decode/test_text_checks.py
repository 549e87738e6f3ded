"""Single texts: addresses, ids, paragraphs, rates."""

import random
import re
from pathlib import Path

import pytest
import yaml

from briefing.decode.text_checks.addresses import check_address
from briefing.decode.text_checks.ids import check_capture, check_claim_id, check_currency, check_id, check_language
from briefing.decode.text_checks.numbers import check_month, check_pair, check_rate
from briefing.decode.text_checks.paragraphs import check_paragraphs, parse_paragraphs
from briefing.decode.text_checks.prose import check_quote
from briefing.model.ids import MAX_ID_LENGTH, RESERVED_IDS
from tests.every import every

ADDRESSES = yaml.safe_load(Path(__file__).with_name("addresses.yml").read_text("utf-8"))


def test_the_table_of_addresses_is_as_long_as_promised() -> None:
    assert len({*ADDRESSES["good"], *ADDRESSES["bad"]}) >= 120


@pytest.mark.parametrize("address", ADDRESSES["good"])
def test_an_address_of_the_web_is_taken(address: str) -> None:
    assert check_address(address) is None


@pytest.mark.parametrize("address", ADDRESSES["bad"])
def test_every_other_address_is_refused(address: str) -> None:
    verdict = check_address(address)
    assert verdict is not None
    assert verdict[0] in ("address-scheme", "address-malformed")
    assert verdict[2]


@pytest.mark.parametrize("text", ["acme", "a", "2024", "acme-2", "2nm-line", "a" * MAX_ID_LENGTH, "a-b-c-d"])
def test_an_id_is_taken(text: str) -> None:
    assert check_id(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "id-malformed"),
        ("Acme", "id-malformed"),
        ("acme_fab", "id-malformed"),
        ("acme--fab", "id-malformed"),
        ("-acme", "id-malformed"),
        ("acme-", "id-malformed"),
        ("acme fab", "id-malformed"),
        ("acme.fab", "id-malformed"),
        ("../acme", "id-malformed"),
        ("acme/fab", "id-malformed"),
        ("acme\n", "id-malformed"),
        ("ａｃｍｅ", "id-malformed"),
        ("аcme", "id-malformed"),
        ("２", "id-malformed"),
        ("ß", "id-malformed"),
        ("a" * (MAX_ID_LENGTH + 1), "id-too-long"),
        *((name, "id-reserved") for name in sorted(RESERVED_IDS)),
    ],
)
def test_what_is_no_id_is_refused(text: str, code: str) -> None:
    verdict = check_id(text)
    assert verdict is not None
    assert verdict[0] == code


def test_random_texts_that_pass_are_safe_file_names() -> None:
    letters = "abz09-_./\\ :A%\n\0ａé"
    chance = random.Random(7)
    passed = 0
    for _ in range(20_000):
        text = "".join(chance.choices(letters, [9, 9, 9, 9, 9, 9, *[1] * 12], k=chance.randint(0, 8)))
        if check_id(text) is None:
            passed += 1
            assert re.fullmatch("[a-z0-9-]{1,64}", text)
            assert text.casefold() == text
    assert passed > 500


def test_claim_ids() -> None:
    assert [text for text in ("c22", "c22b", "f1", "c" * 64) if check_claim_id(text)] == []
    assert [text for text in ("1", "c-1", "C1", "c1.1", "c" * 65, "", "ｃ1", "c1\n") if not check_claim_id(text)] == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [("22", (22, 22)), ("22-23", (22, 23)), ("5-5", (5, 5)), ("0", None), ("23-22", None), ("1-", None), ("-1", None),
     ("1,2", None), ("1–2", None), ("1.5", None), ("100000", None), ("٣", None), (" 1", None)],
)  # fmt: skip
def test_paragraphs(text: str, pair: tuple[int, int] | None) -> None:
    assert parse_paragraphs(text) == pair
    assert (check_paragraphs(text) is None) is (pair is not None)


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (check_currency, ("JPY", "USD", "EUR"), ("jpy", "YEN", "US$", "", "JPYX")),
        (
            check_pair,
            ("USD/JPY", "EUR/USD"),
            ("USDJPY", "USD/", "/JPY", "USD/JPY/EUR", "USD/USD", "usd/jpy", "YEN/USD", ""),
        ),
        (check_month, ("2024-04", "1999-12"), ("2024", "2024-13", "2024-00", "2024-4", "2024-04-01", "24-04")),
        (
            check_rate,
            ("153.89", "1", "0.0065"),
            ("0", "0.0", "-1", "1,5", "1e3", "", "about 1", ".5", "NaN", "inf", "١"),
        ),
        (check_capture, ("001_abc.txt", "a", "A-b_c.txt"), ("../a", "a/b", ".hidden", "", "a b", "a\\b", "a" * 200)),
        (check_language, ("en", "ja", "en-GB", "zh-Hans"), ("English", "EN", "e", "", "en_GB", "en-")),
    ],
)
def test_small_texts(check, good: tuple[str, ...], bad: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    assert [text for text in good if check(text) is not None] == []
    assert [text for text in bad if check(text) is None] == []
    assert every(all(check(text)) for text in bad)


def test_a_quotation_has_at_most_25_words() -> None:
    assert check_quote(" ".join(["word"] * 25)) is None
    verdict = check_quote("\n".join(["word"] * 26))
    assert verdict is not None
    assert "26 words" in verdict[1]

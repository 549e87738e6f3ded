"""Single texts: addresses, ids, paragraphs, rates."""

import random
import re

import pytest

from generator.decode.checks import (
    check_address,
    check_capture,
    check_claim_id,
    check_currency,
    check_id,
    check_language,
    check_month,
    check_pair,
    check_paragraphs,
    check_quote,
    check_rate,
    parse_paragraphs,
)
from generator.model.ids import MAX_ID_LENGTH, RESERVED_IDS

GOOD_ADDRESSES = (
    *[
        "https://example.org",
        "https://example.org/",
        "http://example.org/page",
        "HTTPS://EXAMPLE.ORG/",
        "https://a.b.c.example.org",
        "https://example.org:8443/x",
        "https://example.org/a/b/c.html",
        "https://example.org/?q=1&r=2",
        "https://example.org/#top",
        "https://example.org/a%20b",
        "https://example.org/~user/",
        "https://example.org/a;b=c,d",
        "https://example.org/(a)",
        "https://example.org/a!b$c*d+e",
        "https://xn--r8jz45g.jp/",
        "https://192.0.2.1/",
        "https://[2001:db8::1]/",
        "https://[2001:db8::1]:8080/x",
        "https://localhost/",
        "https://ex-ample.org/",
        "https://exa_mple.org/",
        "https://example.org//double",
        "https://example.org/@name",
        "https://example.org/a:b",
        "https://1.example.org/",
        "https://example.org/page?url=https://other.example/",
        "https://example.org/page?to=user@mail.example",
    ],
    "https://\u4f8b\u3048.jp/",
    "https://example.org/\u534a\u5c0e\u4f53",
)
BAD_ADDRESSES = (
    *[
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "JaVaScRiPt://example.org/%0aalert(1)",
        "vbscript:x",
        "data:text/html,x",
        "data:,x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "mailto:a@example.org",
        "tel:+81",
        "blob:https://example.org/1",
        "about:blank",
        "view-source:https://example.org/",
        "ws://example.org/",
        "chrome://settings",
        "urn:isbn:1",
        "gopher://example.org/",
        "ssh://example.org",
        "git+https://example.org/",
        "https:example.org",
        "https:/example.org",
        "http",
        "https",
        "https:",
        "https:/",
        "https://",
        "//example.org/",
        "/page",
        "page.html",
        "example.org",
        "example.org/page",
        "www.example.org",
        "?q=1",
        "#top",
        "../up",
        "://example.org",
        "https://user@example.org/",
        "https://user:word@example.org/",
        "https://:word@example.org/",
        "https://@example.org/",
        "https://example.org@evil.example/",
        "https://example.org%40evil@evil.example/",
        "https://a:b@[::1]/",
        "https:///page",
        "https://?q",
        "https://#x",
        "https://./",
        "https://../",
        "https://.example.org/",
        "https://example..org/",
        "https://-example.org/",
        "https://example-.org/",
        "https://exa%20mple.org/",
        "https://example.org:0/",
        "https://example.org:65536/",
        "https://example.org:-1/",
        "https://example.org:port/",
        "https://[::1/",
        "https://::1]/",
        "https://[zz]/",
        "https://[]/",
        "https://*.example.org/",
        "https://exa!mple.org/",
        "https://example.org,evil.example/",
        "https://example.org;evil/",
        "https://example.org/<script>",
        "https://example.org/>",
        'https://example.org/"x',
        "https://example.org/'x",
        "https://example.org/`x`",
        "https://example.org/{x}",
        "https://example.org/{{x}}",
        "https://example.org/a|b",
        "https://example.org/^x",
    ],
    "https://exa mple.org/",
    "https://example\u3002org/",
    "https://ex\u2100mple.org/",
    "https://example.org/a b",
    "https://example.org/a\tb",
    "https://example.org/a\nb",
    "https://example.org/a\rb",
    "https://example.org/\x00",
    "https://example.org/\x07",
    "https://example.org/\x1b[31m",
    "https://example.org/\x7f",
    "https://example.org/\x85",
    "https://example.org/\x9f",
    " https://example.org/",
    "https://example.org/ ",
    "\thttps://example.org/",
    "https://example.org/\u200b",
    "https://example.org/\u200e",
    "https://example.org/\u202egpj.exe",
    "https://example.org/\u2066x\u2069",
    "https://example.org/\u2060",
    "https://example.org/\ufeff",
    "\ufeffhttps://example.org/",
    "https://example.org/a\\b",
    "https://example.org\\@evil.example/",
    "https:\\\\example.org/",
)


def test_the_table_of_addresses_is_as_long_as_promised() -> None:
    assert len(set(GOOD_ADDRESSES + BAD_ADDRESSES)) >= 120


@pytest.mark.parametrize("address", GOOD_ADDRESSES)
def test_an_address_of_the_web_is_taken(address: str) -> None:
    assert check_address(address) is None


@pytest.mark.parametrize("address", BAD_ADDRESSES)
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
    assert all(all(check(text)) for text in bad)


def test_a_quotation_has_at_most_25_words() -> None:
    assert check_quote(" ".join(["word"] * 25)) is None
    verdict = check_quote("\n".join(["word"] * 26))
    assert verdict is not None
    assert "26 words" in verdict[1]

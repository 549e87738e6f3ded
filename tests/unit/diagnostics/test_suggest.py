"""Did you mean: near words are found whatever width, case or kana, and far ones are not (E5)."""

import time

import pytest

from briefing.diagnostics.suggest import distance_within, nearest


@pytest.mark.parametrize(
    ("word", "options", "expected"),
    [
        ("norhtwind-1", ["northwind-1", "acme"], ("northwind-1",)),
        ("publishd", ["published", "publisher", "payer"], ("published", "publisher")),
        ("anounced", ["announced", "approved"], ("announced",)),
        ("vaule", ["value", "about"], ("value",)),
        ("Published", ["published"], ("published",)),
        ("ＰＵＢＬＩＳＨＥＤ", ["published"], ("published",)),
        ("ﾗﾋﾟﾀﾞｽ", ["ラピダス", "アクメ"], ("ラピダス",)),
        ("らぴだす", ["ラピダス"], ("ラピダス",)),
        ("ラビダス", ["ラピダス"], ("ラピダス",)),
        ("also-printed", ["also_printed"], ("also_printed",)),
        ("also printed", ["also_printed"], ("also_printed",)),
        ("chip-subsidy", ["chip-subsidies", "ship"], ("chip-subsidies",)),
        ("microsoft-japan", ["microsoft-japan-investment", "sony"], ("microsoft-japan-investment",)),
        ("name\u3000", ["name"], ("name",)),
    ],
)
def test_what_was_meant_is_found(word: str, options: list[str], expected: tuple[str, ...]) -> None:
    assert nearest(word, options) == expected


@pytest.mark.parametrize(
    ("word", "options"),
    [
        ("xyz", ["payer", "payee"]),
        ("a", ["b", "c"]),
        ("id", ["is", "in"]),
        ("", ["a"]),
        ("rapidus", ["toyota"]),
        ("x", []),
    ],
)
def test_nothing_is_suggested_when_nothing_is_near(word: str, options: list[str]) -> None:
    assert nearest(word, options) == ()


@pytest.mark.parametrize(
    ("word", "option", "near"),
    [
        ("ab", "ac", False),
        ("abc", "abd", True),
        ("abcde", "abcxy", False),
        ("abcdef", "abcdxy", True),
        ("abcdefghi", "abcdefxyz", False),
        ("abcdefghij", "abcdefgxyz", True),
        ("abcdefghijkl", "abcdefghwxyz", False),
        ("fab", "fab-kumamoto", False),
        ("chip", "chip-subsidies", True),
        ("chip-subsidies", "chip", True),
        ("chip", "chipmaker-of-japan", False),
        ("ァァァ", "ぁぁぁ", True),
        ("ヶヶヶ", "ゖゖゖ", True),
    ],
)
def test_how_far_is_near(word: str, option: str, near: bool) -> None:
    assert bool(nearest(word, [option])) is near


def test_the_nearest_comes_first_and_the_limit_holds() -> None:
    options = ["payees", "payer", "payee", "payed", "prayer"]
    assert nearest("paye", options, limit=2) == ("payed", "payee")
    assert nearest("payee", options)[0] == "payee"


def test_the_order_of_the_options_does_not_matter() -> None:
    options = ["payer", "payee", "payed"]
    assert nearest("paye", options) == nearest("paye", options[::-1])


@pytest.mark.parametrize(
    ("left", "right", "distance"),
    [
        ("ab", "ba", 1),
        ("abc", "acb", 1),
        ("abc", "abcd", 1),
        ("abc", "xbc", 1),
        ("kitten", "sitting", 3),
        ("", "ab", 2),
    ],
)
def test_distances(left: str, right: str, distance: int) -> None:
    assert distance_within(left, right, 3) == distance
    assert distance_within(right, left, 3) == distance
    assert distance_within(left, right, distance - 1) is None


def test_five_thousand_options_take_no_noticeable_time() -> None:
    options = [f"company-{number % 71}-of-{number}" for number in range(5_000)] + ["northwind-1"]
    started = time.process_time()
    assert nearest("norhtwind-1", options) == ("northwind-1",)
    assert time.process_time() - started < 0.5, "20 ms on an idle machine"

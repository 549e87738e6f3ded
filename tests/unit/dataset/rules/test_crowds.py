"""Many values of one slot: few are compared, none that misses another is lost, and messages stay short."""

from itertools import combinations

import pytest

from briefing.dataset.rule_base.crowds import FEW, items_apart, items_differing, neighbours_to_compare, pairs_to_compare
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.pipeline import prepare
from tests.every import every

BASE = {
    "briefing.yml": "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
    "companies/acme.yml": "name: {en: Acme}\ndescribes: A maker of chips.\n",
    "publishers/herald.yml": "name: {en: The Herald}\ngrade: {letter: B, why: a daily}\n",
}
CROWD = 2 * FEW
HEAD = "publisher: herald\nlanguage: en\nform: report\npublished: 2024-04-14\nclaims:\n"


def size(number: int) -> int:
    return number


def test_items_apart_from_any_other_are_kept_in_their_order() -> None:
    words = ["ox", "cat", "dog", "horse"]
    pairs = [(3, 1), (1, 2), (0, 1)]

    assert items_apart(words, pairs, lambda word, other: len(word) > len(other) + 1) == ["cat", "horse"]
    assert items_apart(words, [], lambda _word, _other: True) == []


def test_differences_are_named_once_in_the_order_in_which_pairs_have_them() -> None:
    records = [{"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 1}, {"a": 1, "b": 3}]

    def differences(record: dict[str, int], other: dict[str, int]) -> list[str]:
        return [name for name in record if record[name] != other[name]]

    differing, names = items_differing(records, [(0, 2), (2, 3), (0, 1), (0, 3)], differences)

    assert differing == [records[0], records[1], records[2], records[3]]
    assert names == ["b", "a"]
    assert items_differing(records, [(0, 2)], differences) == ([], [])


def test_few_are_all_compared() -> None:
    assert list(pairs_to_compare(range(FEW), size)) == list(combinations(range(FEW), 2))
    assert list(neighbours_to_compare(range(FEW), size)) == list(combinations(range(FEW), 2))


def test_of_many_each_meets_the_smallest_and_the_largest() -> None:
    items = [7 * one % CROWD for one in range(CROWD)]
    pairs = set(pairs_to_compare(items, size))
    assert len(pairs) < 7 * CROWD
    ends = {items.index(0), items.index(CROWD - 1)}
    assert every((min(at, end), max(at, end)) in pairs for at in range(CROWD) for end in ends if at != end)


def test_of_many_each_meets_those_next_to_it_in_size() -> None:
    items = [7 * one % CROWD for one in range(CROWD)]
    pairs = {frozenset(pair) for pair in neighbours_to_compare(items, size)}
    assert len(pairs) < 13 * CROWD
    assert every(frozenset((items.index(one), items.index(one + 1))) in pairs for one in range(CROWD - 1))


def findings(rows: list[str]) -> tuple[Diagnostic, ...]:
    article = HEAD + "".join(f"  - {{id: c{number}, about: acme, {row}}}\n" for number, row in enumerate(rows))
    files = {**BASE, "articles/one.yml": article}
    return prepare({path: text.encode() for path, text in files.items()}).findings


@pytest.mark.parametrize("row", [
    "attribute: figure, measure: revenue, value: JPY {}bn",
    "attribute: count, measure: staff, value: {} people",
    "attribute: date, measure: founded, value: 1{:03}",
    "attribute: rank, list: best, value: rank {}",
    "attribute: figure, measure: revenue, value: JPY 5bn, scope: division {}",
    'attribute: office, role: president, value: "text:Jane Doe {}"',
])  # fmt: skip
def test_messages_about_many_values_name_a_handful(row: str) -> None:
    found = findings([row.format(number) for number in range(1, CROWD)])
    assert found
    assert every(len(one.message) < 600 for one in found)
    assert every(len(one.related) <= 6 for one in found)


def test_every_value_of_a_crowd_that_misses_another_is_in_the_finding() -> None:
    rows = [f"attribute: count, measure: staff, value: {number} people" for number in range(1, 100, 1)]
    (differing,) = [one for one in findings(rows) if one.code == "values-differ"]
    assert "93 more" in differing.message
    assert differing.message.startswith("Acme")

"""The English tables make one catalogue."""

from collections import Counter

from briefing.dataset.conflicts.rule_table import RULE_OF
from briefing.views.labels.english import ENGLISH, TOPICS


def test_no_key_stands_in_two_tables() -> None:
    counts = Counter(key for table in TOPICS for key in table)
    assert len(counts) == len(ENGLISH) > 700
    assert [key for key, count in counts.items() if count > 1] == []


def test_every_form_for_one_has_a_form_for_several() -> None:
    singular = {key.removesuffix(".one") for key in ENGLISH if key.endswith(".one")}
    plural = {key.removesuffix(".other") for key in ENGLISH if key.endswith(".other")}
    assert singular == plural
    assert len(singular) > 30


def test_no_label_is_empty_or_begins_with_a_space_by_accident() -> None:
    assert [key for key, text in ENGLISH.items() if not text.strip()] == []
    spaced = {key for key, text in ENGLISH.items() if text != text.strip()}
    assert spaced == {"and", "picture-sources", "map-elsewhere.one", "map-elsewhere.other"}


def test_every_rule_has_its_word() -> None:
    assert RULE_OF
    assert {f"rule-{code}" for code in RULE_OF} <= ENGLISH.keys()

"""The catalogue: forms by number, words of the data, and English where a language lacks a key."""

import pytest

from briefing.views.labels.catalogue import Labels, labels_for

ENGLISH = labels_for("en")


def test_a_label_takes_the_form_of_its_number() -> None:
    assert [ENGLISH.say("claims-count", n=number) for number in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]
    assert ENGLISH.count("stat-articles", 3) == "3 articles"
    assert ENGLISH.count("stat-articles", 1) == "1 article"


def test_a_label_without_forms_takes_a_number_all_the_same() -> None:
    assert ENGLISH.say("all-conflicts", n=1) == "All 1 places where sources differ"


def test_several_labels_come_in_their_order() -> None:
    assert ENGLISH.say_all("sum", "stage") == ("Sum", "Stage")


def test_a_name_that_a_briefing_added_speaks_for_itself() -> None:
    assert ENGLISH.word("stage", "announced") == "announced"
    assert ENGLISH.word("rank", "rejected") == "set aside"
    assert ENGLISH.word("stage", "half-built_twice") == "half built twice"


def test_a_language_may_lack_keys_and_even_forms() -> None:
    labels = Labels("xx", {"sum": "Zumme", "claims-count.other": "{n} Klemm"})
    assert (labels.say("sum"), labels.say("stage")) == ("Zumme", "Stage")
    assert labels.say("claims-count", n=2) == "2 Klemm"
    assert labels.say("claims-count", n=1) == "1 claim"


def test_a_misspelt_key_and_a_missing_value_are_errors() -> None:
    with pytest.raises(KeyError, match="sumn"):
        ENGLISH.say("sumn")
    with pytest.raises(KeyError, match="name"):
        ENGLISH.say("compare-with", other="x")


def test_an_unknown_language_is_told_in_english() -> None:
    assert labels_for("tlh").say("sum") == "Sum"
    assert labels_for("tlh").language == "tlh"
    assert ENGLISH.has("sum")
    assert not ENGLISH.has("sumn")

import re

import pytest

from tests.unit.drafting.outline import ReadClauses


def test_a_sentence_is_cut_where_another_verb_begins(clauses_of: ReadClauses) -> None:
    clauses = clauses_of("Acme builds a plant in Osaka, and is planning another, while Bolt, its rival, waits.")
    assert [clause.text for clause in clauses] == [
        "Acme builds a plant in Osaka", "is planning another", "Bolt, its rival, waits.",
    ]  # fmt: skip
    assert [clause.mentions.subjects for clause in clauses] == [("acme", "osaka"), (), ("bolt",)]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Together with Bolt, Acme builds lamps.", "acme"),
        ("Japan's Acme builds lamps.", "acme"),
        ("It is good for Bolt.", None),
        ("Bolt grows. The company builds lamps.", "bolt"),
        ("Bolt grows. It plans a plant.", "bolt"),
    ],
)
def test_who_acts_is_led_by_no_preposition(clauses_of: ReadClauses, text: str, agent: str | None) -> None:
    assert clauses_of(text)[-1].agent == agent


def test_a_thing_is_known_by_the_words_of_its_name(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("Acme will open a factory for lamps in Osaka.")
    assert clause.thing == "acme-osaka-plant"


def test_a_thing_of_one_company_is_not_put_down_to_another(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("Bolt will open a lamp plant in Osaka.")
    assert clause.things == ()


def test_phrases_count_from_the_beginning_of_the_sentence(clauses_of: ReadClauses) -> None:
    second = clauses_of("Acme grows, while Bolt is backed by Acme.")[1]
    phrase = second.find_phrase(re.compile("backed by "))
    assert phrase is not None
    assert second.text_behind(phrase.end) == "Acme."
    assert second.mentions.starting_from(phrase.end).subjects == ("acme",)


@pytest.mark.parametrize("text", ["With Bolt, Acme builds lamps.", "Like the Bolt plant, Acme’s is old. Acme grows."])
def test_a_preposition_that_opens_a_sentence_leads_its_name(clauses_of: ReadClauses, text: str) -> None:
    assert clauses_of(text)[-1].agent == "acme"

"""Values and choices in the words of a question."""

import pytest

from briefing.views.base.context import Context
from briefing.views.parts.question_words import choose_between, slot_name, term_words, value_words, without_brackets


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("daily-1#c1", "¥3.9 trillion"),
        ("daily-1#c2", "planned"),
        ("daily-1#c4", "Acme and Bolt"),
        ("daily-1#c6", "April 2025"),
        ("daily-1#c8b", "“make chips with Bolt in Japan”"),
    ],
)
def test_words_of_the_source_are_quoted_and_ours_are_not(context: Context, key: str, words: str) -> None:
    assert value_words(context, context.data.claims[key]) == words


def test_a_sum_goes_by_its_label(context: Context) -> None:
    assert slot_name(context, context.data.slot_of["daily-1#c1"]) == "April tranche"
    assert slot_name(context, context.data.slot_of["daily-1#c8c"]) == "spillover"


def test_a_choice_of_many_names_two(context: Context) -> None:
    assert choose_between(context, []) == ""
    assert choose_between(context, ["a"]) == "a"
    assert choose_between(context, ["a", "b"]) == "a, or b"
    assert "c" in choose_between(context, ["a", "b", "c"])
    assert "d" not in choose_between(context, ["a", "b", "c", "d"])


def test_a_term_is_named_where_it_is_stated(context: Context) -> None:
    assert term_words(context, context.data.claims["daily-1#c1"], "stage") == "approved"
    assert term_words(context, context.data.claims["daily-1#c2"], "stage") == ""
    assert without_brackets("3rd (of 30)") == "3rd"

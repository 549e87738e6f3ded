"""The glossary names every word that pages mark facts with, and cannot part from them."""

import re

from briefing.dataset.linked.records import Confidence, Rank
from briefing.model.claims import GRADES, STAGES, Modality
from briefing.model.numerals import Bound
from briefing.render.pages import render_pages
from briefing.views.base.context import open_context
from briefing.views.labels.english_words import WORDS
from briefing.views.pages.glossary import view_glossary
from briefing.views.pages.glossary_marks import mark_groups
from tests.unit.views.sample import sample


def words_of(name: str) -> list[str]:
    return next(
        [mark.word for mark in group.marks] for group in mark_groups(open_context(sample())) if group.name == name
    )


def test_every_word_of_the_model_is_explained() -> None:
    sizes = {group.name: len(group.marks) for group in mark_groups(open_context(sample()))}
    wanted = {"confidence": Confidence, "stage": STAGES, "bound": Bound, "modality": Modality, "rank": Rank}
    assert {name: sizes[name] for name in wanted} == {name: len(values) for name, values in wanted.items()}
    assert words_of("grade") == list(GRADES)


def test_every_word_of_the_catalogue_is_explained() -> None:
    for name in ("state", "status", "fresh", "confidence", "rank"):
        words = [text for key, text in WORDS.items() if key.startswith(f"{name}-")]
        assert sorted(words_of(name)) == sorted(words), name


def test_dates_are_labelled_as_on_pages() -> None:
    assert "about 2027" in words_of("date")
    # The sample has no fiscal year; tests/unit/views/base/test_features.py has one.
    assert not [word for word in words_of("date") if word.startswith("FY")]
    assert "by 2040" in words_of("date")


def test_every_attribute_and_every_term_is_there() -> None:
    data = sample()
    page = view_glossary(open_context(data))
    words = {mark.word for group in page.groups if group.name == "attributes" for mark in group.marks}
    assert words == {attribute.label for attribute in data.registry.attributes.values() if attribute.inverse_of is None}
    assert page.terms == ()


def test_anchors_are_distinct_and_marks_look_as_on_pages() -> None:
    page = render_pages(open_context(sample()))["about/glossary/index.md"]
    anchors = re.findall(r"\{ #([a-z0-9-]+)", page)
    assert len(anchors) == len(set(anchors)) > 60
    assert '<span class="confidence-high">High</span>' in page
    assert '<span class="overdue">overdue</span>' in page

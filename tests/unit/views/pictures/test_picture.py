"""A picture with its words, its data and where these come from."""

from dataclasses import replace

import pytest

from briefing.model.claims import Claim
from briefing.model.ids import ArticleId
from briefing.routes import HOME
from briefing.views.base.context import open_context
from briefing.views.base.tokens import PageLink, plain
from briefing.views.pictures.charts import Columns
from briefing.views.pictures.picture import (
    PictureData,
    PictureText,
    boolean_field,
    claim_keys,
    compose_picture,
    make_legend,
    note_prose,
    qualifier_field,
)
from tests.unit.views.sample import ARTICLES, article, claims, link, sample_context, subjects

DATA = PictureData(("One",), ((), ()), ("one",), (("1",), ("2",)))


def test_the_source_line_names_each_article_once_in_the_order_of_the_picture() -> None:
    shown = [claim for claim in claims() if claim.attribute in ("amount", "rank")]
    picture = compose_picture(sample_context(), HOME, "test", Columns((), ()), PictureText("T", "A"), DATA, shown)
    assert plain(picture.source_line) == "Sources: The Daily, Unidentified source, April 2024. CSV"
    assert picture.summary == "The same data as a table: 2 rows"
    assert picture.csv.records == DATA.records


def test_articles_beyond_the_eighth_are_counted() -> None:
    names = [ArticleId(f"n-{number}") for number in range(10)]
    more = {name: article(name, None, "2024") for name in names}
    context = open_context(link(subjects(), claims(), {**ARTICLES, **more}))
    shown = [_claim_of(name) for name in names]
    picture = compose_picture(context, HOME, "test", Columns((), ()), PictureText("T", "A"), DATA, shown)
    last = [token for token in picture.source_line if isinstance(token, PageLink)][-1]
    assert (last.text, last.page) == ("and 2 more", "sources/index.md")


def _claim_of(article_id: ArticleId) -> Claim:
    return replace(claims()[0], article=article_id)


@pytest.mark.parametrize(("qualifier", "field"), [(None, ""), ("japan", "japan"), (["japan", "acme"], "japan;acme")])
def test_a_qualifier_is_one_field(qualifier: object, field: str) -> None:
    assert qualifier_field(qualifier) == field


def test_fields_hold_words_and_keys() -> None:
    assert (boolean_field(True), boolean_field(False)) == ("true", "false")
    assert claim_keys(claims()[:2]) == "daily-1#c1;copy-1#c1"


def test_a_legend_has_what_occurs_in_its_own_order() -> None:
    legend = make_legend(sample_context(), "weight", ("said", "decided", "done"), {"done", "said"})
    assert [name for name, _ in legend] == ["said", "done"]
    assert legend[1][1] == "done: disbursed, spent, built"


def test_notes_are_prose() -> None:
    assert [plain(note) for note in note_prose(["one", "two"])] == ["one", "two"]

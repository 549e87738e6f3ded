"""Bibliographies, read by the programs that readers put them into (R15)."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import bibtexparser
import pytest
import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from briefing.model.ids import ArticleId, SubjectId
from briefing.render.references.bibtex import render_bibtex
from briefing.render.references.csl import render_csl
from briefing.render.references.files import render_references
from briefing.render.references.ris import render_ris
from briefing.views.parts.references import Reference, article_reference, cite_article, cite_subject
from tests.unit.views.sample import day, sample_context

PLAIN = Reference(
    id="daily-2024",
    news=True,
    title="Chips",
    authors=(),
    container="The Daily",
    published=day("2024-04-14"),
    address=None,
    language="en",
    note="",
)


def reference(**fields: Any) -> Reference:
    return replace(PLAIN, **fields)


def read_bibtex(references: Sequence[Reference]) -> list[dict[str, str]]:
    library = bibtexparser.parse_string(render_bibtex(references))
    assert not library.failed_blocks
    return [{"": entry.entry_type, **{field.key: field.value for field in entry.fields}} for entry in library.entries]


def read_ris(references: Sequence[Reference]) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = rispy.loads(render_ris(references))
    return read


def read_csl(references: Sequence[Reference]) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(render_csl(references))
    return read


def cite(references: Sequence[Reference]) -> list[str]:
    """Return the bibliography that a citation processor writes."""
    source = CiteProcJSON(read_csl(references))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for item in references:
        bibliography.register(Citation([CitationItem(item.id)]))
    return [str(entry) for entry in bibliography.bibliography()]


def test_a_source_is_itself_in_every_format() -> None:
    source = reference(authors=("Ann Lee",), address="https://daily.example/a?b=1&c=2")
    (bibtex,) = read_bibtex([source])
    assert bibtex == {
        "": "article", "author": "{Ann Lee}", "title": "{Chips}", "journaltitle": "{The Daily}", "date": "2024-04-14",
        "url": "https://daily.example/a?b=1&c=2", "langid": "en",
    }  # fmt: skip
    (ris,) = read_ris([source])
    assert (ris["type_of_reference"], ris["title"], ris["authors"]) == ("NEWS", "Chips", ["Ann Lee,"])
    assert (ris["secondary_title"], ris["year"], ris["date"]) == ("The Daily", "2024", "2024/04/14")
    assert ris["urls"] == ["https://daily.example/a?b=1&c=2"]
    (csl,) = read_csl([source])
    assert csl == {
        "id": "daily-2024", "type": "article-newspaper", "title": "Chips", "author": [{"literal": "Ann Lee"}],
        "container-title": "The Daily", "issued": {"date-parts": [[2024, 4, 14]]},
        "URL": "https://daily.example/a?b=1&c=2", "language": "en",
    }  # fmt: skip
    (text,) = cite([source])
    assert "Ann Lee" in text
    assert "Chips" in text
    assert "2024" in text
    assert "The Daily" in text


def test_what_is_not_known_is_not_made_up() -> None:
    unknown = reference(title=None, container=None)
    assert read_csl([unknown])[0].keys() == {"id", "type", "issued", "language"}
    assert read_bibtex([unknown])[0]["title"] == "{[no title known]}"
    assert read_ris([unknown])[0]["title"] == "[no title known]"
    assert "authors" not in read_ris([unknown])[0]


@pytest.mark.parametrize(
    ("literal", "bibtex", "ris", "csl"),
    [
        ("2024", "2024", "2024//", [[2024]]),
        ("2024-04", "2024-04", "2024/04/", [[2024, 4]]),
        ("2024-04?", "2024-04", "2024/04/", [[2024, 4]]),
        ("2024-11-13/2024-12-31", "2024-11-13/2024-12-31", None, [[2024, 11, 13], [2024, 12, 31]]),
        ("2024-22", "2024-06-01/2024-08-31", None, [[2024, 6, 1], [2024, 8, 31]]),
        ("JFY2030", "2030-04-01/2031-03-31", None, [[2030, 4, 1], [2031, 3, 31]]),
        ("202X", "2020-01-01/2029-12-31", None, [[2020, 1, 1], [2029, 12, 31]]),
        ("2024/..", None, None, None),
    ],
)
def test_dates_are_as_fine_as_they_are_known(
    literal: str, bibtex: str | None, ris: str | None, csl: list[list[int]] | None
) -> None:
    source = reference(published=day(literal))
    assert read_bibtex([source])[0].get("date") == bibtex
    assert read_ris([source])[0].get("date") == ris
    assert read_csl([source])[0].get("issued", {}).get("date-parts") == csl


def test_an_uncertain_date_is_about_that_date() -> None:
    assert read_csl([reference(published=day("2024-04?"))])[0]["issued"]["circa"] is True


@pytest.mark.parametrize(
    "name", ["Ministry of Economy, Trade and Industry", "経済産業省", "R&D {Office}", "Sham", "100 % \\ Co_~^#$"]
)
def test_names_are_kept_whole(name: str) -> None:
    source = reference(authors=(name, "Ann Lee"), title=name)
    (bibtex,) = read_bibtex([source])
    assert bibtex["author"].endswith("} and {Ann Lee}")
    assert bibtex["author"].count("{") == bibtex["author"].count("}")
    assert [author["literal"] for author in read_csl([source])[0]["author"]] == [name, "Ann Lee"]
    assert read_ris([source])[0]["authors"] == [name if "," in name else f"{name},", "Ann Lee,"]
    assert read_ris([source])[0]["title"] == name


def test_text_cannot_end_a_record() -> None:
    """Line breaks, braces and semicolons stand in what editors type."""
    hostile = reference(
        title="A\nER  - \nTY  - BOOK } @book{x,", note="b\r\nTI  - other", address="https://a.example/;jsessionid={1}"
    )
    other = reference(id="other")
    assert [entry["id"] for entry in read_ris([hostile, other])] == ["daily-2024", "other"]
    assert read_ris([hostile])[0]["urls"] == ["https://a.example/%3Bjsessionid={1}"]
    assert len(read_bibtex([hostile, other])) == 2
    assert read_bibtex([hostile])[0]["url"] == "https://a.example/;jsessionid=%7B1%7D"


def test_records_are_separate_and_end_in_full() -> None:
    lines = render_ris([PLAIN, reference(id="b")]).split("\n")
    assert lines[0] == "TY  - NEWS"
    assert lines.count("ER  - ") == 2


def test_all_sources_and_each_page_have_their_files() -> None:
    context = sample_context()
    files = render_references(context)
    ids = sorted(context.data.articles)
    assert [entry["id"] for entry in json.loads(files["sources.csl.json"])] == ids
    assert [entry["id"] for entry in rispy.loads(files["sources.ris"].decode())] == ids
    assert len(bibtexparser.parse_string(files["sources.bib"].decode()).entries) == len(ids)
    for cited in (cite_subject(context, SubjectId("acme")), cite_article(context, ArticleId("daily-1"))):
        assert [link.path in files for link in cited.files] == [True] * 3
    assert json.loads(files["companies/acme/cite.csl.json"])[0]["URL"].endswith("/companies/acme/")


def test_a_withdrawn_source_says_so() -> None:
    context = sample_context()
    article = next(iter(context.data.articles.values()))
    assert article_reference(context, article).note == ""
    withdrawn = replace(article, status="withdrawn")
    assert article_reference(context, withdrawn).note == "withdrawn by its publisher"

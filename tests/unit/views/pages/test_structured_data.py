"""R29: every page as JSON-LD in words that schema.org has, with the sources that carry it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.pipeline import prepare
from briefing.render.pages import render_pages
from briefing.views.base.context import open_context
from briefing.views.site import view_site

DATA = Path(__file__).parents[4] / "data"

THING = {"@type", "@id", "name", "alternateName", "description", "identifier", "url"}
WORK = {*THING, "inLanguage", "isPartOf", "citation", "datePublished", "publisher", "author", "mainEntity", "license"}
KNOWN = {
    "WebPage": {*WORK, "@context", "breadcrumb", "lastReviewed", "dateModified"},
    "WebSite": WORK,
    "BreadcrumbList": {"@type", "itemListElement"},
    "ListItem": {"@type", "position", "name", "item"},
    "Dataset": {*WORK, "isAccessibleForFree", "distribution"},
    "DataDownload": {"@type", "encodingFormat", "contentUrl"},
    "NewsArticle": WORK,
    "OpinionNewsArticle": WORK,
    "Article": WORK,
    "CreativeWork": WORK,
    "Person": THING,
    "Organization": THING,
    "PropertyValue": {"@type", "propertyID", "value"},
    **dict.fromkeys(("Project", "Legislation", "Place", "Event", "DefinedTerm", "Thing"), THING),
}
"""The types that pages use and the properties that schema.org lets them have, of those we write."""


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(child)


@pytest.fixture(scope="module")
def pages() -> dict[str, dict[str, Any]]:
    sources = {path.relative_to(DATA).as_posix(): path.read_bytes() for path in DATA.rglob("*.yml")}
    dataset = prepare(sources).dataset
    assert dataset
    return {page.head.page: json.loads(page.head.structured_data) for page in view_site(open_context(dataset))}


def test_every_page_states_its_own_date_before_those_it_cites(pages: dict[str, dict[str, Any]]) -> None:
    (today,) = {page["dateModified"] for page in pages.values()}
    assert f"as_of: {today}\n" in (DATA / "briefing.yml").read_text("utf-8")
    for path, page in pages.items():
        assert page["dateModified"] == page["datePublished"] == today, path
        text = json.dumps(page)
        assert text.index('"datePublished"') < text.find('"mainEntity"') % len(text), path
        assert text.index('"dateModified"') < text.find('"citation"') % len(text), path


def test_every_page_uses_words_that_there_are(pages: dict[str, dict[str, Any]]) -> None:
    assert len(pages) > 150
    for path, page in pages.items():
        for node in nodes(page):
            assert node["@type"] in KNOWN, path
            assert node.keys() <= KNOWN[node["@type"]], (path, node["@type"])
            assert None not in node.values()
            assert "" not in node.values()


def test_every_page_names_itself_and_the_whole(pages: dict[str, dict[str, Any]]) -> None:
    assert len({page["@id"] for page in pages.values()}) == len(pages)
    assert len({page["description"] for page in pages.values()}) == len(pages)
    assert {page["isPartOf"]["url"] for page in pages.values()} == {pages["index.md"]["url"]}


def test_a_subject_carries_its_sources_and_an_article_its_references(pages: dict[str, dict[str, Any]]) -> None:
    rapidus = pages["companies/rapidus/index.md"]
    assert rapidus["mainEntity"]["@type"] == "Organization"
    assert "Rapidus株式会社" in rapidus["mainEntity"]["alternateName"]
    assert len(rapidus["citation"]) >= 2
    article = pages["articles/tech-archive-2026-06-25/index.md"]["mainEntity"]
    assert article["citation"]
    assert article["datePublished"] == "2026-06-25"
    assert pages["index.md"]["mainEntity"]["distribution"][1]["contentUrl"].endswith("/api/v1/claims.csv")


def test_front_matter_gives_it_back_whole() -> None:
    sources = {
        "briefing.yml": b"name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
        "companies/acme.yml": b'name: {en: "A </script><b> & {{ 7*7 }}"}\ndescribes: "x"\n',
    }
    dataset = prepare(sources).dataset
    assert dataset
    (line,) = [
        line
        for line in render_pages(open_context(dataset))["companies/acme/index.md"].splitlines()
        if line[:11] == "structured:"
    ]
    assert "<" not in line

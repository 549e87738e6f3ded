"""Pages explain Japanese names and fiscal years where the data use them, and nowhere else."""

import json
import re
from collections.abc import Mapping
from html import unescape

import pytest

from briefing.pipeline import Generated, generate_files, prepare

BRIEFING = "name: {en: Harbours}\nurl: https://harbours.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: EUR\n"
PUBLISHER = "name: {en: The Pilot}\ngrade: {letter: B, why: named reporters}\n"
PORT = "name: {en: Piraeus}\ndescribes: A harbour.\n"
ARTICLE = """\
publisher: pilot
language: el
form: report
published: 2026-05-01
claims:
  - {id: c1, about: piraeus, attribute: milestone, milestone: opening, value: DATE, modality: planned}
  - {id: c2, about: piraeus, attribute: amount, value: EUR 4.5bn, stage: announced, payer: unknown}
"""
SPOKEN_OF = re.compile("Japan|kana|kanji|日本|JFY")
EXPLAINING = ("timeline/index.md", "about/method/index.md", "about/glossary/index.md")


def generated(port: str = PORT, date: str = "2028", briefing: str = BRIEFING) -> Generated:
    texts = {
        "briefing.yml": briefing,
        "publishers/pilot.yml": PUBLISHER,
        "places/piraeus.yml": port,
        "articles/pilot-1.yml": ARTICLE.replace("DATE", date),
    }
    dataset = prepare({path: text.encode() for path, text in texts.items()}).dataset
    assert dataset
    return generate_files(dataset)


def speaking(pages: Mapping[str, str]) -> set[str]:
    return {path for path, text in pages.items() if SPOKEN_OF.search(text)}


def test_a_briefing_about_another_country_says_nothing_of_japan() -> None:
    made = generated()
    assert speaking(made.pages) == set()
    assert SPOKEN_OF.search(made.static["search/index.json"].decode()) is None
    assert "€4" in made.pages["places/piraeus/index.md"]
    assert "Greek" in made.pages["sources/index.md"]


@pytest.mark.parametrize("date", ["JFY2028", "2028/JFY2030", "../JFY2030"])
def test_fiscal_years_are_explained_where_a_date_is_one(date: str) -> None:
    pages = generated(date=date).pages
    assert set(EXPLAINING) <= speaking(pages)
    assert "FY2030 (April 2030 to March 2031)" in unescape(pages["about/glossary/index.md"])
    assert "search/index.md" not in speaking(pages)


@pytest.mark.parametrize(
    "named",
    [
        {"port": PORT.replace("Piraeus", "Piraeus, ja: ピレウス")},
        {"briefing": BRIEFING.replace("Harbours", "Harbours, ja: 港")},
    ],
    ids=["a subject", "the briefing"],
)
def test_the_search_speaks_of_kana_where_a_name_has_some(named: dict[str, str]) -> None:
    made = generated(**named)
    assert "English and Japanese" in made.pages["search/index.md"]
    assert "kana" in json.loads(made.static["search/index.json"])["labels"]["start"]
    assert not set(EXPLAINING) & speaking(made.pages)

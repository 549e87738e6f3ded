"""What may stand on no page: words that are nonsense for some subject, codes, and names of rules as titles."""

import re
from collections.abc import Callable, Iterator, Mapping

import pytest
from lxml.html import HtmlElement

from briefing.dataset.conflicts.rule_table import RULES
from briefing.dataset.linked.records import Dataset
from briefing.views.labels.english import ENGLISH
from tests.site.test_real_site import has_class

PHRASES = (
    "as of by",
    "acted on by",
    "located here",
    "office held",
    "| it pays",
    "target date",
    "noted by the editor",
    "the largest first, in the currency",
    "its total is that sum",
    "the the",
)
SAME_TWICE = re.compile(
    r"((?:[a-z]+ ){0,2}(?:¥|US\$)[\d.,]+(?: (?:bn|tn|million|billion|trillion))?) against \1(?![\d.])"
)
PageReader = Callable[[str], HtmlElement]


@pytest.fixture(scope="module")
def texts(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """Give the readable twin of every page."""
    return {path: content.decode() for path, content in files.items() if path.endswith("index.md")}


@pytest.fixture(scope="module")
def pages(files: Mapping[str, bytes]) -> list[str]:
    """Give the urls of all pages but the cards for other sites."""
    paths = [path for path in files if path.endswith("index.html") and not path.startswith("embed/")]
    return [path.removesuffix("index.html") for path in paths]


def headings(page: PageReader, urls: list[str]) -> Iterator[tuple[str, str]]:
    for url in urls:
        for heading in page(url).xpath(".//h1 | .//h2 | .//h3 | .//h4"):
            yield url, " ".join(heading.text_content().strip(" ¶#\n").split())


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_stands_on_no_page(texts: Mapping[str, str], phrase: str) -> None:
    assert [path for path, text in texts.items() if phrase in text.lower()] == []


def test_equal_figures_are_not_set_against_each_other(texts: Mapping[str, str]) -> None:
    assert [(path, found[0]) for path, text in texts.items() for found in SAME_TWICE.finditer(text)] == []


def test_no_rule_is_a_title(page: PageReader, pages: list[str]) -> None:
    rules = {ENGLISH[f"rule-{rule.code}"] for rule in RULES}
    assert [(url, text) for url, text in headings(page, pages) if text.lower() in rules] == []


def test_every_difference_is_titled_by_a_question(page: PageReader, pages: list[str]) -> None:
    cards = [(url, card) for url in pages for card in page(url).xpath(f".//div[{has_class('conflict')}]/h3")]
    assert len(cards) > 20
    odd = [(url, card.text_content()) for url, card in cards if not card.text_content().strip(" ¶#\n").endswith("?")]
    assert odd == []


def test_no_code_of_an_original_is_told(texts: Mapping[str, str], dataset: Dataset) -> None:
    codes = {one.origin for one in dataset.articles.values()} - {str(one) for one in dataset.articles}
    told = {*codes, *(code.replace("-", " ") for code in codes)}
    prose = {path: re.sub(r"\]\([^)]*\)", "]", text).lower() for path, text in texts.items()}
    assert [(path, code) for path, text in prose.items() for code in sorted(told) if code in text] == []

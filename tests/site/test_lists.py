"""Lists and ways through the real site, read without scripts: complete, linked both ways, never far from home."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from lxml.html import HtmlElement

from briefing.dataset.linked.records import Dataset
from briefing.finishing.embeds import is_embed
from tests.site.test_real_site import links_from

CLICKS = 3
PageReader = Callable[[str], HtmlElement]
Rows = list[dict[str, Any]]


def test_every_subject_is_within_three_clicks_of_home(files: Mapping[str, bytes], page: PageReader) -> None:
    """R25."""
    seen, edge = {""}, {""}
    for _ in range(CLICKS):
        found = {link.partition("#")[0] for url in edge for link in links_from(page(url), url)}
        # Cards for other sites lead back to where they are linked from.
        edge = {url for url in found if f"{url}index.html" in files and not is_embed(url)} - seen
        seen |= edge
    every = {one["url"] for one in json.loads(files["api/v1/index.json"])["subjects"]}
    assert every
    assert every - seen == set()


def test_what_is_linked_from_one_end_is_linked_from_the_other(
    page: PageReader, dataset: Dataset, urls_of: Mapping[str, list[str]]
) -> None:
    """R23: a relation that shows on the page of one subject shows on that of the other."""
    links = {
        subject: {link.partition("#")[0] for url in urls for link in links_from(page(url), url)}
        for subject, urls in urls_of.items()
    }
    pairs = {(one.subject, one.other) for found in dataset.relations_of.values() for one in found if one.other}
    assert len(pairs) > 50
    missing = [(a, b) for a, b in pairs if urls_of[b][0] not in links[a] or urls_of[a][0] not in links[b]]
    assert missing == []


def test_every_row_of_a_list_is_there_without_scripts(page: PageReader, dataset: Dataset) -> None:
    """R20: filters only hide what the page holds."""
    for kind in dataset.registry.kinds.values():
        wanted = sum(one.kind == kind.name for one in dataset.subjects.values())
        rows = page(f"{kind.folder}/").xpath(".//div[contains(@class, 'sortable')]//tbody/tr")
        assert len(rows) == wanted, kind.name
    for url in ("articles/", "sources/"):
        assert len(page(url).xpath(".//div[contains(@class, 'sortable')]//tbody/tr")) == len(dataset.articles)
    for name in dataset.articles:
        wanted = sum(claim.article == name for claim in dataset.claims.values())
        rows = page(f"articles/{name}/").xpath(".//div[@class='claims']//tbody/tr")
        assert len(rows) == wanted, name


def test_rows_say_what_they_are_filtered_by(page: PageReader) -> None:
    """R20, R26: every way to filter has rows that answer it."""
    for url in ("companies/", "timeline/", "articles/", "sources/", "publishers/", "conflicts/"):
        (head,) = page(url).xpath(".//div[contains(@class, 'filtered')]")
        ways = {name for name in head.attrib if name.startswith("data-by-")}
        used = {name: set(head.xpath(f".//*/@{name}")) for name in ways}
        assert any(len(values) > 1 for values in used.values()), url
        for row in head.xpath(".//tbody/tr/td[1]") if url != "conflicts/" else ():
            assert {name for name in row.attrib if name.startswith("data-by-")} & ways, url


def test_the_facts_of_a_subject_stand_on_its_page(files: Mapping[str, bytes], page: PageReader, subjects: Rows) -> None:
    """R22, R28: what a comparison shows leads to a row that says it."""
    checked = 0
    for one in subjects:
        for fact in json.loads(files[f"api/v1/entities/{one['id']}.json"])["facts"]:
            url, _, anchor = fact["url"].partition("#")
            (cell,) = page(url).xpath(".//*[@id=$anchor]", anchor=anchor)
            (row,) = cell.xpath("ancestor-or-self::tr[1]")
            assert " ".join(fact["value"].split()) in " ".join(row.text_content().split()), fact["url"]
            checked += 1
    assert checked > 200

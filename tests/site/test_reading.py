"""What one page of the real site says about itself and its facts: names, trust, differences, dates, money, sources."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
from lxml import html
from lxml.html import HtmlElement

from briefing.dataset.linked.records import Dataset
from briefing.model.dates import PartialDate
from briefing.model.money import Money
from tests.every import every
from tests.site.test_real_site import anchor_of, has_class, links_from, place_of

PageReader = Callable[[str], HtmlElement]
Rows = list[dict[str, Any]]
SIGNS = {"JPY": "¥", "USD": "US$", "EUR": "€", "GBP": "£"}
BOUNDS = {"at-most": "up to", "at-least": "at least", "under": "under", "over": "over", "about": "about"}
FIRST = re.compile(r"US\$|[¥€£]")


@pytest.fixture(scope="module")
def conflicts(files: Mapping[str, bytes]) -> Rows:
    return list(json.loads(files["api/v1/conflicts.json"])["conflicts"])


@pytest.fixture(scope="module")
def by_id(claims: Rows) -> Mapping[str, dict[str, Any]]:
    return {claim["id"]: claim for claim in claims}


def text_of(elements: Iterable[HtmlElement]) -> str:
    return " ".join(" ".join(one.text_content().split()) for one in elements)


def stats_of(article: HtmlElement) -> dict[str, str]:
    """Return the figures of a trust bar by their names."""
    items = article.xpath(f".//div[{has_class('trust-bar')}]//li")
    named = [
        (item.xpath(f"./span[{has_class('stat-label')}]"), item.xpath(f"./span[{has_class('stat')}]")) for item in items
    ]
    return {text_of(label): text_of(figure) for label, figure in named}


# ---- who it is


def test_a_subject_has_all_its_names(page: PageReader, dataset: Dataset, subjects: Rows) -> None:
    """R2: Japanese names and readings are marked as Japanese; former names and aliases are there."""
    urls = {one["id"]: one["url"] for one in subjects}
    lost, count = [], 0
    for record in dataset.subjects.values():
        article = page(urls[str(record.id)])
        head = article.xpath(f".//h1 | .//p[{has_class('names')}]")
        shown, marked = text_of(head), [one.text_content() for part in head for one in part.xpath(".//*[@lang='ja']")]
        japanese = [name for name in (record.name.ja, record.name.reading) if name]
        count += len(japanese)
        lost += [(record.id, name) for name in japanese if name not in marked]
        named = [
            record.name.en,
            record.name.display,
            *(one.name for one in record.aliases),
            *(one.name for one in record.former_names),
        ]
        lost += [(record.id, name) for name in named if name.casefold() not in shown.casefold()]
    assert count > 100
    assert lost == []


def test_the_trust_bar_says_what_the_data_say(page: PageReader, subjects: Rows) -> None:
    """R6."""
    for one in subjects:
        stats = stats_of(page(one["url"]))
        counts = {"Articles": "articles", "Independent origins": "independent"}
        assert {name: stats[name].partition(" ")[0] for name in counts} == {
            name: str(one["counts"][key]) for name, key in counts.items()
        }
        due = set() if stats["Checked on"] == "not yet" else {"Next review"}
        assert {"Open conflicts", *due} <= set(stats), one["url"]


def test_no_page_rests_on_more_than_the_whole_briefing(page: PageReader, subjects: Rows, claims: Rows) -> None:
    """R6: origins are counted alike on the first page and on those of subjects; what is only cited is none."""
    own = [claim for claim in claims if "via" not in claim["qualifiers"]]
    read = {claim["origin"] for claim in own}
    cited = {claim["origin"] for claim in claims} - read
    unknown = {claim["origin"] for claim in own if claim["original"] == "unknown"}
    whole = len(read)
    assert cited
    assert unknown
    assert max(one["counts"]["cited"] for one in subjects) <= len(cited)
    counted = text_of(page("").xpath(f".//div[{has_class('trust-bar')}]"))
    assert f"{len(read - unknown)} independent origin (and {len(unknown)} that may share" in counted
    assert max(one["counts"]["origins"] for one in subjects) <= whole


def test_open_conflicts_are_counted_where_they_stand(page: PageReader, subjects: Rows, conflicts: Rows) -> None:
    """R6: what readers see of them."""
    about: dict[str, set[str]] = defaultdict(set)
    for one in conflicts:
        if (one["status"], one["audience"]) == ("open", "reader"):
            for subject in one["about"]:
                about[subject].add(one["key"])
    assert sum(map(len, about.values())) > 10
    shown = {one["id"]: stats_of(page(one["url"]))["Open conflicts"] for one in subjects}
    assert shown == {one["id"]: str(len(about[one["id"]])) for one in subjects}


# ---- what is said


def test_each_difference_shows_every_claim_with_its_source(
    page: PageReader, conflicts: Rows, by_id: Mapping[str, dict[str, Any]]
) -> None:
    """R8: both values, side by side, and whose they are; one reference stands for all of its paragraph."""
    place = {anchor_of(claim): place_of(claim) for claim in by_id.values()}
    lost = []
    for one in conflicts:
        url, anchor = one["url"].split("#")
        box_of = f".//*[@id=$anchor]/ancestor-or-self::*[self::tr or {has_class('conflict')}][1]"
        (box,) = page(url).xpath(box_of, anchor=anchor)
        leads = {place[link] for link in links_from(box, url, "source-ref") if link in place}
        lost += [(one["key"], key) for key in one["claims"] if place_of(by_id[key]) not in leads]
    assert len(conflicts) > 50
    assert lost == []


def test_dates_keep_their_labels_and_sort_by_what_they_mean(page: PageReader) -> None:
    """R9."""
    keys = [
        cell.get("data-sort")
        for cell in page("timeline/").xpath(f".//div[{has_class('timeline')}]//tbody/tr/td[1]")
        if cell.get("data-sort")
    ]
    assert len(keys) > 15
    assert keys == sorted(keys) or keys == sorted(keys, reverse=True)


def test_vague_and_fiscal_dates_are_shown_as_such(page: PageReader, dataset: Dataset, subjects: Rows) -> None:
    """R9: no reader takes a fiscal year for a year, or `about` for a day."""
    urls = {one["id"]: one["url"] for one in subjects}
    dated = [
        (str(slot.about[0]), slot.shown.claims[0].value)
        for slot in dataset.slots
        if slot.shown and isinstance(slot.shown.claims[0].value, PartialDate)
    ]
    assert any(value.fiscal for _, value in dated)
    shown = {subject: text_of([page(urls[subject])]) for subject, _ in dated}
    assert [(subject, value.label) for subject, value in dated if value.label not in shown[subject]] == []


def test_sums_are_shown_in_their_own_currency_first(page: PageReader, dataset: Dataset, subjects: Rows) -> None:
    """R10: the bound in words, the printed pair in brackets, the stage beside it."""
    urls = {one["id"]: one["url"] for one in subjects}
    seen = 0
    for slot in dataset.slots:
        claim = slot.shown.claims[0] if slot.shown else None
        if claim is None or not isinstance(claim.value, Money):
            continue
        places = f".//td[@id and {has_class('fact')}]/parent::tr[.//a[@href and contains(@href, $claim)]]"
        rows = page(urls[str(slot.about[0])]).xpath(places, claim=anchor_of_id(claim.key))
        sums = [text_of(row.xpath(f".//span[{has_class('value')}]")) for row in rows]
        assert sums, claim.key
        sign = SIGNS[claim.value.currency]
        right = [one for one in sums if (found := FIRST.search(one)) and found[0] == sign]
        assert right, (claim.key, sums)
        seen += 1
    assert seen > 10


def anchor_of_id(key: str) -> str:
    """Return the end of the address of a claim's row."""
    holder, local = str(key).split("#")
    return f"{holder}/#{local.replace('.', '-')}"


# ---- where it is from


def test_articles_that_no_person_has_reviewed_say_so_once_a_page(
    page: PageReader, dataset: Dataset, subjects: Rows, claims: Rows
) -> None:
    """R11: on their own page, in the lists of articles and sources, and on every subject that they speak of."""
    reviews = {article.review for article in dataset.articles.values()}
    assert reviews == {"machine-reviewed"}
    for name in dataset.articles:
        assert page(f"articles/{name}/").xpath(f"./p[{has_class('flag')}]"), name
    spoken_of = {subject for claim in claims for subject in claim["about"]}
    urls = ["", "articles/", "sources/", *(one["url"] for one in subjects if one["id"] in spoken_of)]
    assert len(urls) > 50
    flags = {url: page(url).xpath(f".//*[{has_class('flag')}]") for url in urls}
    assert [url for url, found in flags.items() if text_of(found).count("by machine only") != 1] == []
    assert [url for url in urls if page(url).text_content().count("by machine only") != 1] == []


def test_sources_are_listed_in_full(page: PageReader, dataset: Dataset, subjects: Rows, claims: Rows) -> None:
    """R12: publisher, grade and why, date, language, origin; copies name what they copy."""
    told: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for subject in claim["about"]:
            told[subject].add(claim["article"])
    for one in subjects:
        rows = {
            link.split("/")[1]: row
            for row in page(one["url"]).xpath(f".//div[{has_class('sources')}]//tbody/tr")
            for link in list(links_from(row.xpath("./td[1]")[0], one["url"]))[:1]
        }
        cited = {link.split("/")[1] for link in links_from(page(one["url"]), one["url"], "source-ref")}
        assert told[one["id"]] <= set(rows), one["id"]
        assert cited - {one["id"]} <= set(rows), one["id"]
        for name, row in rows.items():
            cells = {cell.get("data-label"): text_of([cell]) for cell in row.xpath("./td")}
            assert every(cells[label] for label in ("Publisher", "Grade", "Published", "Language", "Origin")), (
                name,
                cells,
            )
            assert ":" in cells["Grade"], name
            kin = [key for key in rows if key != name and origin(dataset, key) == origin(dataset, name)]
            assert not kin or "same original as" in cells["Origin"], (one["id"], name)


def origin(dataset: Dataset, name: str) -> str:
    return next(str(article.origin) for article in dataset.articles.values() if str(article.id) == name)


def test_method_scope_and_licence_are_one_click_away(files: Mapping[str, bytes]) -> None:
    """R17: from every page; a card in other sites' pages leads to one."""
    for path, content in files.items():
        if path.endswith(".html") and path != "404.html" and not path.startswith("embed/"):
            url = path.removesuffix("index.html")
            (footer,) = html.document_fromstring(content.decode()).xpath("//footer")
            assert {"about/", "about/method/", "about/licence/"} <= set(links_from(footer, url)), path

"""What readers are promised holds on the real site: the pages are held against the data that they come from."""

import json
import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import html
from lxml.html import HtmlElement

from briefing.dataset.linked.records import Dataset
from briefing.finishing.budgets import weigh_site
from briefing.finishing.crawl import crawl_site
from briefing.finishing.embeds import is_embed
from tests.every import every

ROOT = Path(__file__).parents[2]
TABLES = ("facts", "relations", "context", "references", "money", "milestones", "opinions", "timeline", "mentions")
OVERVIEWS = ("", "articles/", "publishers/", "sources/", "timeline/", "money/", "conflicts/", "about/", "about/method/")
PageReader = Callable[[str], HtmlElement]
Rows = list[dict[str, Any]]


def has_class(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def links_from(article: HtmlElement, url: str, css: str = "") -> Iterator[str]:
    """Yield the urls, with their places, that a page leads to within the site."""
    for link in article.xpath(f".//a[@href and {has_class(css)}]" if css else ".//a[@href]"):
        parts = urlsplit(link.get("href"))
        if not parts.netloc and not parts.scheme:
            path = posixpath.normpath(posixpath.join("/", url, parts.path)).lstrip("/")
            folder = parts.path.endswith(("/", ".")) or not parts.path
            slash = "/" if path and folder else ""
            yield f"{path}{slash}" + (f"#{parts.fragment}" if parts.fragment else "")


def anchor_of(claim: Mapping[str, Any]) -> str:
    """Return the place of a claim: on its article's page, under its own id; of a fact file, with the subject's."""
    holder, local = claim["id"].split("#")
    name = local.replace(".", "-")
    anchor = name if holder == claim["article"] else f"fact-{holder}-{name}"
    return f"articles/{claim['article']}/#{anchor}"


# ---- pages


def test_the_crawl_finds_nothing(files: Mapping[str, bytes]) -> None:
    problems = crawl_site(files)
    assert not problems, "\n".join(f"{one.path} {one.code}: {one.message}" for one in problems[:40])


def test_every_kind_and_overview_has_its_page(files: Mapping[str, bytes], dataset: Dataset) -> None:
    hubs = [f"{kind.folder}/" for kind in dataset.registry.kinds.values()]
    assert [url for url in (*OVERVIEWS, *hubs) if f"{url}index.html" not in files] == []


def test_every_file_of_the_data_has_its_page(files: Mapping[str, bytes]) -> None:
    data = ROOT / "data"
    wanted = [path.relative_to(data).with_suffix("").as_posix() for path in data.glob("*/*.yml")]
    assert len(wanted) > 100
    assert [name for name in wanted if f"{name}/index.html" not in files] == []


def test_the_list_of_each_kind_names_every_subject(page: PageReader, subjects: Rows) -> None:
    by_folder: dict[str, set[str]] = defaultdict(set)
    for one in subjects:
        by_folder[f"{one['url'].split('/')[0]}/"].add(one["url"])
    for folder, urls in by_folder.items():
        assert urls <= set(links_from(page(folder), folder)), folder


def test_every_page_has_its_text_twin(files: Mapping[str, bytes]) -> None:
    # A card for other sites is no page of this one.
    pages = {path.removesuffix("html") for path in files if path.endswith("index.html") and not is_embed(path)}
    twins = {path.removesuffix("md") for path in files if path.endswith("index.md")}
    assert pages == twins


def test_every_page_keeps_its_budgets(files: Mapping[str, bytes]) -> None:
    """R39."""
    assert [f"{one.path} {one.code}: {one.message}" for one in weigh_site(files)] == []


# ---- claims


def test_every_claim_has_its_place_on_its_articles_page(page: PageReader, claims: Rows) -> None:
    assert len(claims) > 100
    lost = []
    for claim in claims:
        url, anchor = anchor_of(claim).split("#")
        if len(page(url).xpath(".//*[@id=$anchor]", anchor=anchor)) != 1:
            lost.append(claim["id"])
    assert lost == []


def test_every_claim_is_cited_on_the_pages_of_its_subjects(
    page: PageReader, claims: Rows, urls_of: Mapping[str, list[str]]
) -> None:
    """References are one per paragraph and article, so another claim of the same paragraph may stand for it."""
    source = {anchor_of(claim): place_of(claim) for claim in claims}
    cited = {
        subject: {source[link] for url in urls for link in links_from(page(url), url, "source-ref") if link in source}
        for subject, urls in urls_of.items()
    }
    standing = [claim for claim in claims if claim["rank"] != "excluded"]
    lost = [(claim["id"], one) for claim in standing for one in claim["about"] if place_of(claim) not in cited[one]]
    assert lost == []


def place_of(claim: Mapping[str, Any]) -> tuple[str, str, str | None]:
    return claim["article"], json.dumps(claim["par"]) if claim["par"] else claim["id"], claim["qualifiers"].get("via")


def test_every_entity_that_a_claim_names_leads_back(
    page: PageReader, claims: Rows, subjects: Rows, urls_of: Mapping[str, list[str]]
) -> None:
    """What A says of B stands on A's page and on B's."""
    url = {one["id"]: one["url"] for one in subjects}
    leads = {
        subject: {link.partition("#")[0] for own in urls for link in links_from(page(own), own)}
        for subject, urls in urls_of.items()
    }
    pairs = {pair for claim in claims if claim["rank"] == "shown" for pair in pairs_of(claim) if set(pair) <= set(url)}
    assert len(pairs) > 100
    assert [(one, other) for one, other in sorted(pairs) if url[other] not in leads[one]] == []
    assert [(one, other) for one, other in sorted(pairs) if url[one] not in leads[other]] == []


def pairs_of(claim: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    about = claim["about"]
    value = claim["value"] or {}
    named = [value.get("id") if value.get("type") == "entity" else None]
    named += [claim["qualifiers"].get("payer"), claim["qualifiers"].get("payee")]
    named += [claim["speaker"] if isinstance(claim["speaker"], str) else None]
    yield from ((one, other) for one in about for other in (*named, *about) if other and other != one)


# ---- facts


def test_every_fact_row_has_a_source_and_a_date(
    page: PageReader, claims: Rows, urls_of: Mapping[str, list[str]]
) -> None:
    """R3."""
    anchors = {anchor_of(claim) for claim in claims}
    pages = [url for urls in urls_of.values() for url in urls]
    rows = [(url, row) for url in ("", "money/", "timeline/", *pages) for row in fact_rows(page(url))]
    assert len(rows) > 500
    undated = [f"{url} {row.text_content()[:60]}" for url, row in rows if not dates_of(row)]
    unsourced = [
        f"{url} {row.text_content()[:60]}" for url, row in rows if not anchors & set(links_from(row, url, "source-ref"))
    ]
    assert (undated, unsourced) == ([], [])


def fact_rows(article: HtmlElement) -> list[HtmlElement]:
    tables = " or ".join(has_class(name) for name in TABLES)
    return article.xpath(f".//div[{tables}]//tbody/tr")


def dates_of(row: HtmlElement) -> list[str]:
    return [
        cell.text_content().strip() for cell in row.xpath(f"./td[{has_class('as-of')}]") if cell.text_content().strip()
    ]


def test_there_are_as_many_facts_as_the_data_have(
    page: PageReader, dataset: Dataset, urls_of: Mapping[str, list[str]]
) -> None:
    """R3: a row per relation seen from the subject, and per other slot that shows a value."""
    shown = {
        subject: sum(len(page(url).xpath(f".//td[{has_class('fact')} and @id]")) for url in urls)
        for subject, urls in urls_of.items()
    }
    assert shown == {str(subject): count_facts(dataset, subject) for subject in dataset.subjects}


def count_facts(dataset: Dataset, subject: Any) -> int:
    relations = dataset.relations_of.get(subject, ())
    related = {id(one.slot) for one in relations}
    others = [slot for slot in dataset.slots_of.get(subject, ()) if slot.shown and id(slot) not in related]
    return len(relations) + len(others)


def test_every_fact_has_an_anchor_of_its_own(page: PageReader, urls_of: Mapping[str, list[str]]) -> None:
    for subject, urls in urls_of.items():
        anchors = Counter(one for url in urls for one in page(url).xpath(f".//td[{has_class('fact')}]/@id"))
        assert not [anchor for anchor, count in anchors.items() if count > 1], subject


def test_the_json_of_a_subject_counts_what_its_page_cites(
    files: Mapping[str, bytes], claims: Rows, subjects: Rows
) -> None:
    about = Counter(one for claim in claims for one in claim["about"])
    for one in subjects:
        entity = json.loads(files[f"api/v1/entities/{one['id']}.json"])
        assert entity["subject"] == one
        assert len(entity["claims"]) == about[one["id"]], one["id"]


def test_every_open_conflict_is_marked_on_the_articles_of_its_claims(
    page: PageReader, files: Mapping[str, bytes], claims: Rows
) -> None:
    where = {claim["id"]: anchor_of(claim).split("#") for claim in claims}
    conflicts = json.loads(files["api/v1/conflicts.json"])["conflicts"]
    marks = [
        (one["url"], key)
        for one in conflicts
        if one["status"] == "open" and one["audience"] == "reader"
        for key in one["claims"]
    ]
    assert len(marks) > 10
    lost = []
    for address, key in marks:
        url, anchor = where[key]
        row = page(url).xpath(".//*[@id=$anchor]/ancestor-or-self::tr", anchor=anchor)[0]
        if address not in set(links_from(row, url)) or not row.xpath(f".//*[{has_class('status-open')}]"):
            lost.append((address, key))
    assert lost == []


def test_how_fresh_a_subject_is_stands_in_words(page: PageReader, dataset: Dataset) -> None:
    """R7: on its own page and in the list of its kind."""
    words = ("fresh", "ageing", "stale")
    marked = " or ".join(has_class(word) for word in words)
    for kind in dataset.registry.kinds.values():
        rows = page(f"{kind.folder}/").xpath(f".//div[{has_class('subjects')}]//tbody/tr")
        assert rows
        dated = [row for row in rows if row.xpath("string(td[@data-label='Articles'])") != "0"]
        assert dated
        assert [row.text_content() for row in dated if not row.xpath(f".//td[last()]//span[{marked}]")] == []
        assert every("checked" in row.xpath("string(td[last()])") for row in rows)


# ---- hosts


def test_no_element_of_any_page_names_another_host(files: Mapping[str, bytes]) -> None:
    asked = []
    for path, content in files.items():
        if path.endswith(".html"):
            document = html.document_fromstring(content.decode())
            loads = document.xpath(
                "//@src | //@srcset | //@data | //@poster | //@action | "
                "//link[not(@rel='canonical' or @type='application/json+oembed')]/@href"
            )
            asked += [f"{path}: {one}" for one in loads if urlsplit(str(one)).netloc]
    assert asked == []

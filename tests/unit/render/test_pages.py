"""The pages of the sample as a reader's browser sees them, for harmless and for hostile data."""

import html
import json
import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from functools import cache
from posixpath import dirname, join, normpath
from typing import Any, TypeVar

import lxml.html
import markdown
import pytest
import yaml
from lxml.html import HtmlElement

from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim, Speaker
from briefing.model.records import Alias, Article, Briefing, FormerName, MoneyLine, Name, Publisher, Rate, Subject
from briefing.model.values import Text
from briefing.render.embeds import render_embeds
from briefing.render.escape import web_address
from briefing.render.feeds import render_feeds
from briefing.render.pages import render_pages, render_site, render_twins
from briefing.render.picture_files import render_picture_files
from briefing.render.references.files import render_references
from briefing.views.base.context import open_context
from tests.every import every
from tests.unit.views import sample

T = TypeVar("T")
EXTENSIONS = ["tables", "attr_list", "md_in_html", "toc"]
PAYLOADS = [
    "<script>alert(1)</script>", "{{7*7}}", "](javascript:x)", "| cell | cell |", "{: onclick=x }", "`code` ```",
    "[[x]]", "&lt;b&gt;", "two\nlines\n\n# more", "<!-- x", "日本語の名前", "    indented", '" onload="x',
    "' onload='x", "* x\n* y", "</div></td></table>", "[x](https://evil.example)", "![x](y)", "\\", "a\x02b\x03c",
    "http://evil.example/", "1. one",
    "$& \\1 %s {0}", "{% raw %}", "---", "~~~", "<svg/onload=x>", "\u202egnp.exe",
]  # fmt: skip
TEXT_FIELDS = {
    Name: ("en", "short", "ja", "reading"),
    Alias: ("name",),
    FormerName: ("name",),
    MoneyLine: ("label", "because"),
    Subject: ("describes",),
    Article: ("title", "published_basis", "review_note", "status_reason", "note"),
    Publisher: (),
    Briefing: ("description",),
    Claim: ("excluded",),
    Speaker: ("group",),
    Rate: ("source",),
    Text: ("text",),
}
TEXT_QUALIFIERS = ("scope", "quote", "condition", "note", "how", "share")
ALSO_TEXT = {"text", "why", "because", "settles_it", "limits", "bottom_line", "author"}


def poisoned(record: T, payload: str) -> T:
    """Return a record with every free text in it replaced."""
    if isinstance(record, tuple):
        return tuple(poisoned(item, payload) for item in record)  # type: ignore[return-value]
    if not is_dataclass(record) or isinstance(record, type):
        return record
    changes: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        is_text = field.name in TEXT_FIELDS.get(type(record), ()) or field.name in ALSO_TEXT
        if is_text and isinstance(value, str):
            changes[field.name] = payload
        elif is_text and isinstance(value, tuple) and value and isinstance(value[0], str):
            changes[field.name] = tuple(payload for _ in value)
        elif field.name == "qualifiers":
            changes[field.name] = {k: payload if k in TEXT_QUALIFIERS else v for k, v in value.items()}
        elif field.name == "identifiers":
            changes[field.name] = dict.fromkeys(value, payload)
        elif is_dataclass(value) or isinstance(value, tuple):
            changes[field.name] = poisoned(value, payload)
    return replace(record, **changes)


def poisoned_sample(payload: str) -> Dataset:
    subjects = {key: poisoned(subject, payload) for key, subject in sample.subjects().items()}
    # A good address may become a link; that is no injection.
    url = "no address" if web_address(payload) else payload
    articles = {key: replace(poisoned(article, payload), url=url) for key, article in sample.ARTICLES.items()}
    publishers = {key: replace(poisoned(publisher, payload), url=url) for key, publisher in sample.PUBLISHERS.items()}
    claims = [poisoned(claim, payload) for claim in sample.claims()]
    briefing = poisoned(sample.briefing(licences={"data": payload}), payload)
    rates = (poisoned(Rate("USD/JPY", "2024-04", Decimal(150), "bank"), payload),)
    return sample.link(subjects, claims, articles, publishers, rates, briefing)


def parse(page: str) -> HtmlElement:
    body = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL)
    configs = {"tables": {"use_align_attribute": True}}
    html = markdown.markdown(body, extensions=EXTENSIONS, extension_configs=configs)
    return lxml.html.document_fromstring(f"<body>{html}</body>")


FITTED = {"x", "y", "d", "width", "height", "transform", "viewbox", "aria-label"}
"""What in a drawing depends on how long its words are, as the number of lines does that they are broken into."""


def skeleton(page: str) -> list[tuple[str, ...]]:
    """Return elements with their attributes; anchors and what rows are filtered by may hold words of the data."""
    found = []
    for node in parse(page).iter():
        if node.tag == "tspan":
            continue
        drawn = node.tag == "svg" or any(ancestor.tag == "svg" for ancestor in node.iterancestors())
        known = {key: value for key, value in node.items() if not (drawn and key.lower() in FITTED)}
        shown = {key: _without_words(key, value) for key, value in known.items() if key != "id"}
        found.append((str(node.tag), "id" if node.get("id") else "", *(f"{k}={v}" for k, v in sorted(shown.items()))))
    return found


def _without_words(key: str, value: str) -> str:
    if key.startswith("data-by-") or key == "data-sort":
        assert not set('<>"{}|`*_[]\\') & set(value), value
        return "words"
    return value.partition("#")[0] if key == "href" else value


@cache
def harmless(word: str) -> dict[str, list[tuple[str, ...]]]:
    return {path: skeleton(page) for path, page in render_pages(open_context(poisoned_sample(word))).items()}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_data_leaves_the_skeleton_of_every_page(payload: str) -> None:
    word = "無害な名前" if "日本" in payload else "harmless words"
    for path, page in render_pages(open_context(poisoned_sample(payload))).items():
        assert skeleton(page) == harmless(word)[path], path


@pytest.mark.parametrize("payload", PAYLOADS)
def test_front_matter_of_hostile_data_is_three_strings(payload: str) -> None:
    for page in render_pages(open_context(poisoned_sample(payload))).values():
        front = (
            yaml.safe_load(page.split("---\n")[1])
            if payload != "---"
            else yaml.safe_load(page[4 : page.index("\n---\n")])
        )
        assert set(front) == {"title", "description", "structured"}
        assert not re.search("[<>\"']", "".join(front.values()))
        assert json.loads(html.unescape(front["structured"]))["@type"] == "WebPage"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_twins_of_hostile_data_have_no_markup(payload: str) -> None:
    for twin in render_twins(open_context(poisoned_sample(payload))).values():
        assert not re.search(r"(?<!\\)<(script|svg|/?div|!--)", twin)
        assert "](javascript" not in twin.replace("\\](javascript", "")


@pytest.fixture(scope="module")
def pages() -> dict[str, HtmlElement]:
    return {path: parse(page) for path, page in render_pages(open_context(sample.sample())).items()}


def test_every_kind_of_page_is_there(pages: dict[str, HtmlElement]) -> None:
    wanted = {
        "index.md", "companies/index.md", "companies/acme/index.md", "people/ann-lee/index.md", "articles/index.md",
        "articles/daily-1/index.md", "publishers/index.md", "publishers/daily/index.md", "sources/index.md",
        "timeline/index.md", "money/index.md", "conflicts/index.md", "about/index.md", "about/method/index.md",
        "about/licence/index.md",
    }  # fmt: skip
    assert wanted <= set(pages)


def test_every_link_leads_to_a_page_and_every_fragment_to_an_anchor(pages: dict[str, HtmlElement]) -> None:
    context = open_context(sample.sample())
    files = render_picture_files(context) | render_references(context) | render_feeds(context)
    files |= render_embeds(context)
    anchors = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    checked = 0
    for path, page in pages.items():
        for href in page.xpath("//a/@href"):
            if href.startswith("http") or "api/v1/" in href or href.endswith(".ics"):
                continue
            target, _, fragment = href.partition("#")
            # A comparison names its subjects behind the address of its page.
            target = target.replace("compare/?ids=", "compare/index.md?").partition("?")[0]
            there = normpath(join(dirname(path), target)) if target else path
            if path == "data/index.md" and not target.endswith(".md"):
                continue  # Files for programs: tests/unit/render/test_data_files.py follows these.
            if target.endswith("/") and "/embed/" in target:
                there = join(there, "index.html")
            if there.endswith((".csv", ".bib", ".ris", ".json", ".xml", ".html")):
                assert there in files
                continue
            if target.endswith("/"):  # raw HTML, whose links no engine rewrites
                there = normpath(join(there, "index.md"))
            assert there in pages, f"{path}: {href}"
            assert not fragment or fragment in anchors[there], f"{path}: {href}"
            checked += 1
    assert checked > 200


def test_a_box_reads_from_the_answer_to_who_says_what_to_what_is_open(pages: dict[str, HtmlElement]) -> None:
    (box,) = pages["companies/acme/index.md"].xpath("//div[@class='conflict'][.//*[@id='differ-rank-top']]")
    text = box.text_content()
    order = [
        text.index(words) for words in ("Our reading:", "our reading; confidence", "What would settle it", "Decided ")
    ]
    assert order == sorted(order)


def test_pages_have_one_heading_and_no_anchor_twice(pages: dict[str, HtmlElement]) -> None:
    for path, page in pages.items():
        assert len(page.xpath("//h1")) == 1, path
        assert [name for name, n in Counter(page.xpath("//@id")).items() if n > 1] == [], path
        assert every(re.fullmatch("[a-z0-9-]+", name) for name in page.xpath("//@id")), path


def test_no_page_has_leftovers(pages: dict[str, HtmlElement]) -> None:
    for path, page in pages.items():
        text = page.text_content()
        found = re.findall(r"\bNone\b|\bnan\b|TODO|[{}]|\[\]|\(\)|\| | ,| ;|\.\.|&#|: $", text)
        assert not found, (path, found)


def test_every_fact_has_a_source_and_a_date(pages: dict[str, HtmlElement]) -> None:
    rows = 0
    for path, page in pages.items():
        for row in page.xpath("//td[@data-label='Sources']/.."):
            assert row.xpath(".//a[contains(@class, 'source-ref')]"), path
            assert "".join(row.xpath("./td[contains(@class, 'as-of')]//text()")).strip(), path
            rows += 1
    assert rows > 30


def test_cells_carry_the_label_of_their_column(pages: dict[str, HtmlElement]) -> None:
    for path, page in pages.items():
        for table in page.xpath("//table"):
            heads = [head.text_content() for head in table.xpath("./thead//th")]
            for row in table.xpath("./tbody/tr"):
                shown = [
                    (head, cell) for head, cell in zip(heads, row.xpath("./td"), strict=True) if cell.text_content()
                ]
                assert every(cell.get("data-label") == head for head, cell in shown), path


def test_titles_and_descriptions_differ_from_page_to_page() -> None:
    fronts = [yaml.safe_load(page.split("---\n")[1]) for page in render_pages(open_context(sample.sample())).values()]
    assert len({front["title"] for front in fronts}) == len(fronts)
    assert len({front["description"] for front in fronts}) == len(fronts)


def test_every_subject_is_within_three_clicks(pages: dict[str, HtmlElement]) -> None:
    reached, edge = {"index.md"}, {"index.md"}
    for _ in range(3):
        found = {
            normpath(join(dirname(at), href.partition("#")[0])) for at in edge for href in pages[at].xpath("//a/@href")
        }
        edge = {page for page in found if page in pages} - reached
        reached |= edge
    # The navigation alone leads to kinds that have no subject yet.
    empty = {path for path, page in pages.items() if "No subject of this kind yet" in page.text_content()}
    assert set(pages) - reached == empty


def test_japanese_is_marked_as_japanese(pages: dict[str, HtmlElement]) -> None:
    marked = pages["companies/acme/index.md"].xpath("//*[@lang='ja']/text()")
    assert marked == ["アクメ株式会社", "アクメ", "日本"]


def test_the_same_data_gives_the_same_bytes() -> None:
    assert render_pages(open_context(sample.sample())) == render_pages(open_context(sample.sample()))


def test_pages_and_twins_can_be_had_at_once() -> None:
    data = sample.sample()
    assert render_site(open_context(data)) == (render_pages(open_context(data)), render_twins(open_context(data)))


def test_twins_say_the_same_without_markup() -> None:
    twin = render_twins(open_context(sample.sample()))["companies/acme/index.md"]
    assert twin.startswith("# Acme\n")
    assert "¥3.9 trillion (printed also as US$25.44 billion)" in twin
    assert "~~planned~~" in twin
    assert "[The Daily ¶1](../../articles/daily-1/index.md)" in twin
    assert not re.search(r"<|&#|\{", twin)

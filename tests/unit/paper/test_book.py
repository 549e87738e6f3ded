"""R31: pages become one document whose links stay inside, with nothing folded and nothing of the screen left."""

import re

import pytest
from lxml import html

from paper.book import Part, bind_book, render_book
from paper.run import plan_parts

SITE = "https://chips.example/"
FRAME = "<!doctype html><html><head><title>{title}</title></head><body><nav>Menu</nav>{body}</body></html>"


def page(title: str, content: str) -> bytes:
    body = f'<article class="md-content__inner md-typeset"><h1 id="top">{title}</h1>{content}</article>'
    return FRAME.format(title=title, body=body).encode()


PAGES = {
    "index.html": page("Chips", '<p><a href="companies/acme/#owner">Acme</a> <a href="gone/?q=1#x">gone</a></p>'),
    "companies/acme/index.html": page(
        "Acme & 東京",
        '<h2 id="facts">Facts<a class="headerlink" href="#facts">#</a></h2><p id="owner">'
        '<a class="fact-link" href="#owner">Link</a> <a href="../bolt/#nowhere">Bolt</a> <a href="#top">up</a> '
        '<a href="https://herald.example/a?b=c">Herald</a> <a href="../../">home</a> '
        '<a href="../../api/v1/x.json">x</a>'
        "</p><details><summary>Folded</summary><p>Rejected figure</p></details><button>Sort</button>"
        "<script>alert(1)</script>",
    ),
    "companies/bolt/index.html": page("Bolt", "<p>Screws.</p>"),
}
PARTS = (
    Part("The briefing", ("index.html",)),
    Part("Companies", ("companies/acme/index.html", "companies/bolt/index.html")),
)


@pytest.fixture(scope="module")
def book() -> html.HtmlElement:
    bound = bind_book("Chips", "As of today", PARTS, PAGES, SITE)
    return html.document_fromstring(render_book(bound, "p {}", {"page-companies--acme": 7}))


def test_every_link_inside_has_its_anchor_and_all_others_leave_the_book(book: html.HtmlElement) -> None:
    anchors = set(book.xpath("//@id"))
    links = dict(zip(book.xpath("//main//a/text()"), book.xpath("//main//a/@href"), strict=True))
    assert links == {
        "Acme": "#page-companies--acme---owner",
        "gone": "https://chips.example/gone/#x",
        "Bolt": "#page-companies--bolt",
        "up": "#page-companies--acme---top",
        "Herald": "https://herald.example/a?b=c",
        "home": "#page-home",
        "x": "https://chips.example/api/v1/x.json",
    }
    assert {href[1:] for href in book.xpath("//a/@href") if href.startswith("#")} <= anchors
    assert len(anchors) == len(book.xpath("//@id"))


def test_nothing_is_folded_and_nothing_of_the_screen_is_left(book: html.HtmlElement) -> None:
    assert [one.get("open") for one in book.iter("details")] == [""]
    text = book.text_content()
    assert "Rejected figure" in text
    assert not re.search(r"Menu|Sort|alert|Facts#|Link", text)


def test_headings_stand_below_their_part_and_in_the_contents(book: html.HtmlElement) -> None:
    assert book.xpath("//h1/text()") == ["The briefing", "Companies"]
    assert book.xpath("//h2/text()") == ["Chips", "Acme & 東京", "Bolt"]
    rows = [" ".join(one.itertext()).split() for one in book.xpath("//nav//li")]
    assert [" ".join(row) for row in rows] == ["The briefing", "Chips", "Companies", "Acme & 東京 7", "Bolt"]


def test_a_page_without_content_is_told() -> None:
    with pytest.raises(ValueError, match=r"x/index\.html has no content"):
        bind_book("Chips", "", (Part("X", ("x/index.html",)),), {"x/index.html": b"<html><body></body></html>"}, SITE)


def test_parts_follow_the_navigation_and_hold_every_subject_and_article() -> None:
    tabs = '<nav class="md-tabs"><a href="projects/">P</a><a href="companies/">C</a></nav>'
    home = FRAME.format(title="Chips", body=tabs).encode()
    paths = ["companies/acme", "projects/fab", "articles/herald-2024", "articles", "sources", "about", "timeline"]
    pages = {"index.html": home} | {f"{one}/index.html": b"" for one in paths}
    index = {"subjects": [{"url": "companies/acme/"}, {"url": "projects/fab/"}]}
    assert [(part.title, part.pages) for part in plan_parts(index, pages)] == [
        ("The briefing", ("index.html", "timeline/index.html")),
        ("Projects", ("projects/fab/index.html",)),
        ("Companies", ("companies/acme/index.html",)),
        ("Articles", ("articles/herald-2024/index.html",)),
        ("About", ("sources/index.html", "about/index.html")),
    ]

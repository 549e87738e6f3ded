"""What is known of a page from an earlier build says all that the page says; the crawl misses nothing with it."""

import json
from typing import Any

import pytest

from briefing.finishing.crawl import crawl_site
from briefing.finishing.known_pages import read_new_pages
from briefing.finishing.page import read_built_pages, read_page
from briefing.finishing.page_facts import decode_page, encode_page
from tests.unit.finishing.test_crawl import cases, change, read_good

GOOD = read_good()
_, KNOWN = read_new_pages(GOOD, {})
ODD = (
    '<!doctype html><html lang="en" dir="rtl"><title>A &amp; 東京 &#x2028; "x"</title><style>a{}</style>'
    '<meta name="description" content=" d "><meta http-equiv="refresh" content="0; url=../b/">'
    '<a id="é" href="x" rel="Me nofollow" ping="a b">y</a><a name="">{{</a><img srcset="a 1x, b 2x"></div>'
    "<script>a()\n</script><script type=module>b()</script><p>\x00\x1f\U0001f600 None"
)


@pytest.mark.parametrize("case", [*cases("defects.yml"), *cases("harmless.yml")])
def test_each_defect_is_found_where_other_pages_are_known(case: dict[str, Any]) -> None:
    files = change(GOOD, case)
    pages, lines = read_new_pages(files, KNOWN)
    assert list(pages.items()) == list(read_built_pages(files).items())
    assert {f"{problem.path} {problem.code}" for problem in crawl_site(files, pages)} == set(case.get("finds", []))
    # A page with a defect is known by the next build, and has it still.
    again, lines_again = read_new_pages(files, lines)
    assert list(again.items()) == list(pages.items())
    assert lines_again == lines


def test_only_new_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(
        "briefing.finishing.known_pages.read_page", lambda path, html: read.append(path) or read_page(path, html)
    )
    read_new_pages(GOOD, KNOWN)
    assert read == []
    read_new_pages({**GOOD, "about/index.html": GOOD["about/index.html"] + b"\n"}, KNOWN)
    assert read == ["about/index.html"]


def test_what_no_page_has_any_more_is_forgotten() -> None:
    fewer = {path: content for path, content in GOOD.items() if path != "about/index.html"}
    assert len(read_new_pages(fewer, KNOWN)[1]) == len(KNOWN) - 1


def test_pages_of_the_same_bytes_keep_their_own_paths() -> None:
    files = {"a.html": ODD.encode(), "b/index.html": ODD.encode()}
    pages, lines = read_new_pages(files, {})
    assert len(lines) == 1
    again, _ = read_new_pages(files, lines)
    assert again == pages == read_built_pages(files)
    assert {problem.path for problem in again["b/index.html"].problems} == {"b/index.html"}


@pytest.mark.parametrize("html", ["", ODD, ODD * 2, "<a href=>" * 3, "\ufffd"])
def test_a_page_is_the_same_when_it_comes_from_its_line(html: str) -> None:
    page = read_page("x/index.html", html)
    line = encode_page(page)
    assert decode_page("x/index.html", line) == page
    assert "\n" not in line
    assert line.isascii()


RIGHT = json.loads(encode_page(read_page("x.html", ODD)))


@pytest.mark.parametrize("name", sorted(RIGHT))
@pytest.mark.parametrize("value", [0, True, {}, {"a": "b"}, [1], [[]], [["a"]], [["a", 1]], [["a", {}, "c"]]])
def test_a_line_of_something_else_tells_of_no_page(name: str, value: object) -> None:
    assert decode_page("x.html", json.dumps({**RIGHT, name: value}, separators=(",", ":"))) is None


@pytest.mark.parametrize("line", ["", "null", "[]", "{}", "[" * 100_000, "{", '"title"', json.dumps(RIGHT) + "}"])
def test_a_line_that_is_none_tells_of_no_page(line: str) -> None:
    assert decode_page("x.html", line) is None

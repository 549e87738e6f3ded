"""Every page is weighed with all that it loads, as hosts send it."""

import random
from collections.abc import Mapping

import pytest

from briefing.finishing.budgets import find_heavy_pages, weigh_site
from tests.every import every

PAGE = "<!doctype html><title>A</title><script src=../a.js></script><link rel=stylesheet href=../a.css>"


def noise(kilobytes: int) -> bytes:
    """Return bytes that no compression makes smaller, and that are text."""
    return random.Random(kilobytes).randbytes(kilobytes * 512).hex().encode()


def site(**changes: bytes) -> dict[str, bytes]:
    small = {"p/index.html": PAGE.encode(), "q/index.html": b"q", "r/index.html": b"r", "a.js": b"a", "a.css": b"a"}
    return small | {name.replace("__", "/").replace("_", "."): content for name, content in changes.items()}


def codes(files: Mapping[str, bytes]) -> list[str]:
    return [f"{problem.path} {problem.code}" for problem in weigh_site(files)]


def test_a_light_site_keeps_its_budgets() -> None:
    assert weigh_site(site()) == ()
    assert weigh_site({}) == ()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"a_css": noise(60)}, ["p/index.html budget-styles"]),
        ({"a_js": noise(110)}, ["p/index.html budget-scripts"]),
        ({"p__index_html": PAGE.encode() + noise(70)}, ["p/index.html budget-page"]),
        ({"a_js": noise(250)}, ["p/index.html budget-first-view", "p/index.html budget-scripts"]),
        ({"q__index_html": noise(30), "r__index_html": noise(30)}, ["index.html budget-median"]),
    ],
)
def test_what_is_too_heavy_is_named(changes: dict[str, bytes], found: list[str]) -> None:
    assert codes(site(**changes)) == found


def test_the_same_file_is_asked_for_once() -> None:
    scripts = [f"{number}.js" for number in range(12)]
    twelve = "".join(f"<script src=../{name}></script>" for name in scripts[:11] * 2)
    assert codes({**site(q__index_html=twelve.encode()), **dict.fromkeys(scripts, b"")}) == []
    thirteen = twelve + f"<script src=../{scripts[11]}></script>"
    assert codes({**site(q__index_html=thirteen.encode()), **dict.fromkeys(scripts, b"")}) == [
        "q/index.html budget-requests"
    ]


def test_pages_that_are_too_heavy_alone_are_found_heaviest_first() -> None:
    assert find_heavy_pages(site()) == ()
    files = site(q__index_html=noise(80), r__index_html=noise(100), a_js=noise(110))
    assert [problem.path for problem in find_heavy_pages(files)] == ["r/index.html", "q/index.html"]
    assert every(problem in weigh_site(files) for problem in find_heavy_pages(files))


def test_a_long_page_that_packs_well_is_not_heavy() -> None:
    assert find_heavy_pages(site(q__index_html=b"the same again " * 20_000)) == ()

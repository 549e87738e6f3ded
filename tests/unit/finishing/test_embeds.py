"""What others may frame holds nothing that acts."""

from pathlib import Path

import pytest

from briefing.finishing.crawl import crawl_site
from briefing.finishing.embeds import find_embed_problems, is_embed
from briefing.finishing.page import read_page

GOOD = Path(__file__).parents[2] / "sites" / "crawl" / "good"


@pytest.mark.parametrize("markup", ["<script src='a.js'></script>", "<form></form>", "<iframe src='b'></iframe>"])
def test_a_page_that_may_be_framed_has_no_part_that_acts(markup: str) -> None:
    found = find_embed_problems(read_page("embed/a/index.html", markup))
    assert [problem.code for problem in found] == ["embed-unfit"]
    assert list(find_embed_problems(read_page("embedded/a/index.html", markup))) == []


def test_a_card_is_fit() -> None:
    assert (
        list(find_embed_problems(read_page("embed/a/index.html", "<main><details><a href='b'>b</a></details>"))) == []
    )
    assert is_embed("embed/card.css")
    assert not is_embed("embed.html")


def test_the_crawl_wants_a_card_in_no_list_and_its_fact_to_be_there() -> None:
    good = {path.relative_to(GOOD).as_posix(): path.read_bytes() for path in GOOD.rglob("*") if path.is_file()}
    card = (
        '<!doctype html><html lang="en"><head><title>Card</title><link rel="canonical" '
        'href="https://briefing.example/companies/acme/{}"></head><body><h1>Card</h1></body></html>'
    )
    assert crawl_site(good | {"embed/a/index.html": card.format("").encode()}) == ()
    broken = crawl_site(good | {"embed/a/index.html": card.format("#no-such-fact").encode()})
    assert [(problem.path, problem.code) for problem in broken] == [("embed/a/index.html", "fragment-missing")]

"""T5: random texts in Markdown cells, through the pipeline: rows are rows, whatever stands in them."""

import json
import random
import re
from collections.abc import Callable, Iterator

import pytest
from lxml.html import HtmlElement

from briefing.pipeline import generate_files, prepare
from tests.every import every
from tests.hostile import dom
from tests.hostile.crowd import PAYLOADS

BATCH = 150
PIECES = [
    "|", "||", "\\|", "`", "``", "```", "\\", "\\\\", "[", "]", "(", ")", "](x)", "![", "<", ">", "<br>", "</td>",
    "<b>", "<!--", "-->", "&", "&lt;", "&#124;", "&#x7c;", "{", "}", "{: .x}", "{ #id }", "{{7*7}}", "{% x %}",
    "*", "**", "_", "__", "~~", "^", "==", "#", "# ", "- ", "1. ", "> ", ":", ":--", "---", "|---|", "\n", "\n\n", "\t",
    "  ", "    ",
    "\u3000", "\u00a0", '"', "'", "$", "$$", "@", "!", "!!!", "+++", "%", "[[", "]]", "[^1]", "[x]: y", "http://x.example",
    "a", "word", "日本", "ﾊﾝ", "😀", "é", "e\u0301", "ﷺ", "0", "1986.", ",", ";", "klzzwxh:0001", "wzxhzdk:1",
]  # fmt: skip
BRIEFING = b"name: {en: Sample}\nurl: https://sample.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"


def random_cells(number: int) -> Iterator[str]:
    dice = random.Random(5)
    whole = [one["text"] for one in PAYLOADS if "refused" not in one and "[[" not in one["text"]]
    for _ in range(number):
        pieces = dice.choices(PIECES, k=dice.randrange(1, 9))
        if dice.random() < 0.2:
            pieces.insert(dice.randrange(len(pieces) + 1), dice.choice(whole))
        yield "".join(pieces)


def sources_of(cells: list[str]) -> dict[str, bytes]:
    """Return an article with a claim for every three cells: its value, its scope and its note."""
    rows = ",\n".join(
        f"{{id: c{number}, par: {number}, about: acme, attribute: aim, value: {a}, scope: {b}, note: {c}}}"
        for number, (a, b, c) in enumerate(threes([json.dumps(cell, ensure_ascii=False) for cell in cells]), 1)
    )
    head = "publisher: unknown\ngrade: {letter: B, why: why}\nlanguage: en\nform: report\npublished: 2024-04-14\n"
    return {
        "briefing.yml": BRIEFING,
        "companies/acme.yml": b"name: {en: Acme}\ndescribes: A maker.\n",
        "articles/news.yml": f"{head}claims: [\n{rows}]\n".encode(),
    }


def threes(cells: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*[iter(cells)] * 3, strict=False))


def test_random_cells_change_no_structure(count: Callable[[int], int]) -> None:
    cells = [f"{cell}x{number}" for number, cell in enumerate(random_cells(count(10_000)))]
    for start in range(0, len(cells), BATCH):
        check_cells(cells[start : start + BATCH])


def check_cells(cells: list[str]) -> None:
    prepared = prepare(sources_of(cells))
    assert prepared.dataset is not None, [one for one in prepared.findings if one.severity == "error"][:3]
    pages = generate_files(prepared.dataset).pages
    body = unmarked(dom.convert(pages["articles/news/index.md"]))
    rows = body.xpath("//div[@class='claims']//tbody/tr")
    assert len(rows) == len(cells) // 3
    assert len({len(row.xpath("./td")) for row in rows}) == 1
    for three, row in zip(threes(cells), rows, strict=True):
        assert dom.tree(row, unnumbered) == dom.tree(rows[0], unnumbered), three
        assert every(dom.seen(cell) in dom.seen(row.text_content()) for cell in three), three
    page = unmarked(dom.convert(pages["companies/acme/index.md"]))
    shown = page.xpath("//div[contains(@class, 'context')]//tbody/tr")
    trees = {dom.tree(row, unnumbered): row.text_content() for row in shown}
    assert len(shown) >= min(len(rows), 50)
    assert len(trees) == 1, list(trees.values())


def unmarked(page: HtmlElement) -> HtmlElement:
    """Return a page without the marks around its Japanese: they are ours, and follow the text."""
    for mark in page.xpath("//span[@lang='ja' and not(@class)]"):
        mark.drop_tag()
    return page


def unnumbered(value: str) -> str:
    """Return an attribute without the number of its claim, and whether that shows on a page of the rest."""
    return re.sub(r"\d+|claims/(?=index)", "", value)


def test_a_cell_that_broke_out_would_be_seen() -> None:
    """The check itself works: a raw pipe makes a row of another form."""
    table = "| a | b |\n|---|---|\n| {} | y |\n"
    rows = [dom.convert(table.format(cell)).xpath("//tbody/tr")[0] for cell in ("x", "<b>x</b>")]
    assert dom.tree(rows[0]) != dom.tree(rows[1])
    with pytest.raises(AssertionError):
        assert len(dom.convert(table.format("x | z")).xpath("//tbody/tr/td[2]")[0].text_content()) == 3

"""R27 on the real site: every picture has title, alternative, table, CSV and source line, all with the same data."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import urljoin

import pytest
from lxml import html
from lxml.html import HtmlElement

WHERE = ("", "money/", "timeline/", "sources/", "network/", "places/", "companies/rapidus/", "policies/chip-subsidies/")
"""Pages that have a picture, of each sort at least one."""


def figures(files: Mapping[str, bytes]) -> Iterator[tuple[str, HtmlElement, HtmlElement]]:
    """Yield every figure with the url of its page and the table folded beneath it."""
    for path, content in files.items():
        if path.endswith("index.html") and b'<figure class="picture"' in content:
            document = html.document_fromstring(content.decode())
            for figure in document.xpath("//figure[@class='picture']"):
                fold = figure.getnext()
                assert fold.get("class") == "same-data", path
                yield path.removesuffix("index.html"), figure, fold


@pytest.fixture(scope="module")
def found(files: Mapping[str, bytes]) -> list[tuple[str, HtmlElement, HtmlElement]]:
    return list(figures(files))


def records(files: Mapping[str, bytes], url: str, figure: HtmlElement) -> list[dict[str, str]]:
    """Return the CSV that a figure links to."""
    (address,) = [href for href in figure.xpath(".//p//a/@href") if href.endswith(".csv")]
    path = urljoin(f"https://site.example/{url}", address).removeprefix("https://site.example/")
    assert PurePosixPath(path).parent == PurePosixPath(url), "beside its page"
    return list(csv.DictReader(io.StringIO(files[path].decode()), strict=True))


def words(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())


def test_pictures_stand_where_they_belong(found: list[tuple[str, HtmlElement, HtmlElement]]) -> None:
    assert {url for url, *_ in found} >= set(WHERE)
    assert len(found) > 40


def test_every_picture_has_title_alternative_sources_and_no_style(
    found: list[tuple[str, HtmlElement, HtmlElement]],
) -> None:
    for url, figure, _ in found:
        title = words(figure.find("figcaption"))
        for svg in figure.findall("svg"):
            named = svg.get("aria-labelledby").split()
            spoken = [words(svg.xpath(f".//*[@id='{name}']")[0]) for name in named]
            assert spoken[0] == title, url
            assert len(spoken[1]) > 20, url
            assert svg.get("role") == ("group" if svg.xpath(".//a") else "img"), url
            assert svg.get("viewbox") or svg.get("viewBox"), url
            assert not svg.xpath(".//@style | .//style | .//script | .//@*[starts-with(name(), 'on')]"), url
        assert len(figure.findall("svg")) == 2, url
        assert words(figure.findall("p")[-1]).startswith("Sources: "), url
        assert figure.xpath("./p[last()]/a[contains(@href, 'articles/')]"), url


def test_picture_table_and_csv_tell_the_same(
    files: Mapping[str, bytes], found: list[tuple[str, HtmlElement, HtmlElement]]
) -> None:
    for url, figure, fold in found:
        rows = [[words(cell) for cell in row.findall("td")] for row in fold.xpath(".//tbody/tr")]
        data = records(files, url, figure)
        name = figure.get("id").removeprefix("picture-")
        assert len(data) == len(rows) or name == "map", (url, name)
        for svg in figure.findall("svg"):
            drawn = [words(text) for text in svg.iter("{*}text", "text")]
            check = CHECKS.get(name)
            if check and svg.xpath(".//*[local-name()='text']"):
                check(url, drawn, rows, data)


def check_money(url: str, drawn: list[str], rows: list[list[str]], data: list[dict[str, str]]) -> None:
    labels, values = [row[0] for row in rows], [row[1] for row in rows]
    assert [one for one in drawn if one in labels] == labels, url
    assert [one for one in drawn if one in values] == values, url
    for row, one in zip(rows, data, strict=True):
        assert (row[1] == "not stated") == (one["value"] == "unknown"), url
        assert one["bound"] in ("", "exact") or row[1].startswith(one["bound"].replace("-", " ")), url
        assert one["claims"], url


def check_steps(url: str, drawn: list[str], rows: list[list[str]], data: list[dict[str, str]]) -> None:
    assert [one for one in drawn if one in {row[0] for row in rows}] == [row[0] for row in rows], url
    whens = [f"{row[1]}, {row[2]}" for row in rows]
    assert [one for one in drawn if one in whens] == whens, url
    for row, one in zip(rows, data, strict=True):
        assert one["state"].removeprefix("late") in row[2], url


def check_coverage(url: str, drawn: list[str], rows: list[list[str]], data: list[dict[str, str]]) -> None:
    for column, name in enumerate(("articles", "claims"), 1):
        assert [row[column] for row in rows] == [one[name] for one in data], url
        counts = [one for one in drawn if one.isdigit() and len(one) < 4]
        assert [one for one in counts if one in {row[column] for row in rows}], url


def check_network(url: str, drawn: list[str], rows: list[list[str]], data: list[dict[str, str]]) -> None:
    shown = {one.removesuffix("…") for one in drawn}
    for row, one in zip(rows, data, strict=True):
        assert any(row[-1].startswith(name) for name in shown if name), (url, row)
        assert row[-1] == one["other_name"], url


CHECKS = {
    "money": check_money,
    "milestones": check_steps,
    "timeline": check_steps,
    "coverage": check_coverage,
    "network": check_network,
}


def test_nodes_of_networks_are_links_to_pages_that_exist(
    files: Mapping[str, bytes], found: list[tuple[str, HtmlElement, HtmlElement]]
) -> None:
    checked = 0
    for url, figure, _ in found:
        for href in figure.xpath(".//*[local-name()='svg']//*[local-name()='a']/@href"):
            path = urljoin(f"https://site.example/{url}", href).removeprefix("https://site.example/")
            assert f"{path}index.html" in files, (url, href)
            checked += 1
    assert checked > 300


def test_twins_have_the_words_and_the_table_and_no_drawing(files: Mapping[str, bytes]) -> None:
    twin = files["money/index.md"].decode()
    assert "**Sums by stage and payer**" in twin
    assert "(money.csv)" in twin
    assert "<svg" not in twin
    assert "<figure" not in twin
    assert "| Sum | Amount | Stage | Payer | As of |" in twin

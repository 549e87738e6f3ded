"""T7: which addresses the loader takes, and that those it takes become plain links and nothing else."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.pipeline import generate_files
from briefing.render.escape import web_address
from tests.hostile import dom
from tests.hostile.surface import base, errors_of, prepare_sources, write_sources

ADDRESSES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "addresses.yml").read_text("utf-8"))
PLACES = ("cite", "article", "publisher", "briefing")


def data_with(addresses: list[str]) -> dict[str, Any]:
    """Return a small briefing with an article that cites all addresses, each under an id of its own."""
    cites = [{"id": f"a{number}", "title": "There", "url": one} for number, one in enumerate(addresses)]
    article = {**base()["articles/waiver-2024.yml"], "cites": cites}
    kept = ("briefing.yml", "publishers/gazette.yml", "companies/bolt.yml")
    briefing = {key: base()["briefing.yml"][key] for key in ("name", "url", "language", "as_of", "currency")}
    return {**{path: base()[path] for path in kept}, "briefing.yml": briefing, "articles/waiver-2024.yml": article}


def codes_by_address(addresses: list[str]) -> dict[str, set[str]]:
    content = data_with(addresses)
    _, routes = write_sources(content)
    found: dict[str, set[str]] = {one: set() for one in addresses}
    for error in errors_of(prepare_sources(content)):
        route = routes[error.span.path, error.span.line]
        assert route[-1] == "url", error
        found[addresses[int(route[2])]].add(error.code)
    return found


def test_there_are_as_many_addresses_as_promised() -> None:
    assert len(ADDRESSES) >= 120
    assert len({one["address"] for one in ADDRESSES}) == len(ADDRESSES)


@pytest.mark.parametrize("start", range(0, len(ADDRESSES), 50))
def test_each_address_is_taken_or_refused_with_its_code(start: int) -> None:
    some = ADDRESSES[start : start + 50]
    found = codes_by_address([one["address"] for one in some])
    assert found == {one["address"]: {one["code"]} if "code" in one else set() for one in some}


def test_what_is_taken_becomes_a_link_to_the_web() -> None:
    taken = [one for one in ADDRESSES if "code" not in one]
    content = data_with([one["address"] for one in taken])
    prepared = prepare_sources(content)
    assert prepared.dataset is not None, errors_of(prepared)
    files = generate_files(prepared.dataset)
    page = dom.convert(files.pages["articles/waiver-2024/index.md"])
    links = [str(one) for one in page.xpath("//li//a/@href") if str(one).startswith("http")]
    wanted = [one.get("link", one["address"]) for one in taken]
    assert links == [one for one in wanted if one]
    twin = files.static["articles/waiver-2024/index.md"].decode()
    twin_links = [one for one in dom.twin_tokens(twin) if one.startswith("link_open http")]
    assert len(twin_links) == len(links)


@pytest.mark.parametrize("address", [one["address"] for one in ADDRESSES if one.get("code", "").startswith("address")])
def test_what_is_refused_would_be_no_link_either(address: str) -> None:
    """Two walls: the writer of links does not trust the loader."""
    found = web_address(address)
    assert found is None or found.startswith(("http://", "https://"))
    if found is not None:
        assert "@" not in found.split("/")[2]


@pytest.mark.parametrize(
    ("path", "field"),
    [("articles/herald-2024.yml", "url"), ("publishers/herald.yml", "url"), ("briefing.yml", "url")],
)
def test_every_field_for_addresses_has_the_same_wall(path: str, field: str) -> None:
    for one in ("javascript:alert(1)", "https://user@example.org/", "https://example.org/\u202ex", "//example.org/"):
        found = errors_of(prepare_sources({**base(), path: {**base()[path], field: one}}))
        assert {error.code for error in found} <= {"address-scheme", "address-malformed", "character-forbidden"}
        assert found

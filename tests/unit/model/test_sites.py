"""Addresses of sites: one spelling for each, and what no site can have."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.decode.text_checks.addresses import check_site_address
from briefing.model.sites import SITE_MAX, normal_site, site_problem

SPELLINGS = {
    "https://example.org/": ["https://example.org", "HTTPS://EXAMPLE.org", "https://example.org:443/", "https://example.org:"],
    "http://example.org/": ["http://example.org:80", "http://example.org/"],
    "http://example.org:8080/": ["http://Example.org:8080"],
    "https://example.org/watch/": ["https://example.org/watch", "https://example.org/%77atch/"],
    "https://example.org/~us/a%20b/": ["https://example.org/%7eus/a%20b", "https://example.org/%7Eus/a%20b/"],
    "https://xn--wgv71a.example/%E5%8D%8A/": ["https://日本.example/半", "https://XN--WGV71A.example/%e5%8d%8a/"],
}  # fmt: skip


def spelling_pairs() -> Iterator[tuple[str, str]]:
    for normal, spellings in SPELLINGS.items():
        for written in spellings:
            yield normal, written


@pytest.mark.parametrize(("normal", "written"), list(spelling_pairs()))
def test_every_spelling_becomes_one(normal: str, written: str) -> None:
    assert check_site_address(written) is None
    assert normal_site(written) == normal
    assert normal_site(normal) == normal


REFUSED = {
    "https://example.org/?v=1": ("no query", "write https://example.org/"),
    "https://example.org/watch?": ("no query", "write https://example.org/watch/"),
    "https://example.org/#": ("no fragment", "write https://example.org/"),
    "https://example.org/?a#b": ("no fragment", "write https://example.org/"),
    "https://example.org/../?a": ("no query", "write an address such as"),
    "https://example.org/INDEX.html": ("a page", "write https://example.org/"),
    "https://example.org/a/index.md": ("a page", "write https://example.org/a/"),
    "https://example.org/a//b": ("names no folder", "one slash"),
    "https://example.org//": ("names no folder", "one slash"),
    "https://example.org/./": ("names no folder", "one slash"),
    "https://example.org/%2e%2e/a": ("names no folder", "one slash"),
    "https://example.org/a%2Fb": ("names no folder", "one slash"),
    "https://example.org/a%5cb": ("names no folder", "one slash"),
    "https://example.org/50%": ("stands for no character", "%25"),
    f"https://example.org/{'a' * SITE_MAX}": ("more than", "shorter"),
}


@pytest.mark.parametrize("address", REFUSED)
def test_what_no_site_can_have_is_refused_with_the_remedy(address: str) -> None:
    verdict = check_site_address(address)
    assert verdict is not None
    code, message, hint = verdict
    assert code == "address-site"
    assert REFUSED[address][0] in message
    assert REFUSED[address][1] in hint


@given(st.text(alphabet="aZ09-._~%/:@,;=&+!$()*?#半é2Ff", max_size=30))
def test_what_is_taken_has_one_spelling_that_is_taken_too(rest: str) -> None:
    address = f"https://example.org/{rest}"
    if check_site_address(address) is None:
        normal = normal_site(address)
        assert normal == normal_site(normal)
        assert site_problem(normal) is None
        assert normal.endswith("/")
        assert normal.isascii()

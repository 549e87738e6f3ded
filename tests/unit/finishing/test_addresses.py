"""Addresses are read as browsers read them."""

import pytest

from briefing.finishing.addresses import Site, Whither, page_url

FILES = ("index.html", "a/index.html", "a/b/index.html", "a/名/index.html", "a/b.css", "404.html")


def resolve(source: str, address: str, root: str = "https://own.example/") -> tuple[str, str, str]:
    target = Site(FILES, root).resolve(source, address)
    return target.whither.name, target.file, target.fragment


@pytest.mark.parametrize(
    ("source", "address", "file"),
    [
        ("index.html", "a/", "a/index.html"),
        ("index.html", ".", "index.html"),
        ("a/index.html", "..", "index.html"),
        ("a/b/index.html", "..", "a/index.html"),
        ("a/b/index.html", "../../", "index.html"),
        ("a/b/index.html", "../b.css", "a/b.css"),
        ("a/b/index.html", "/a/b.css?v=1", "a/b.css"),
        ("a/b/index.html", "?v=1", "a/b/index.html"),
        ("a/b/index.html", "//own.example/a/", "a/index.html"),
        ("index.html", "https://own.example", "index.html"),
        ("index.html", "a/%E5%90%8D/", "a/名/index.html"),
        ("index.html", "a/名/", "a/名/index.html"),
        ("index.html", " \ta/\n", "a/index.html"),
    ],
)
def test_an_address_of_the_site_leads_to_its_file(source: str, address: str, file: str) -> None:
    assert resolve(source, address) == ("HERE", file, "")


@pytest.mark.parametrize(
    ("address", "whither"),
    [
        ("../a/", Whither.ABOVE),
        ("/a", Whither.MISSING),
        ("a/b", Whither.MISSING),
        ("c/", Whither.MISSING),
        ("https://own.example:8443/a/", Whither.ELSEWHERE),
        ("https://own.example.evil.example/", Whither.ELSEWHERE),
        ("//elsewhere.example/", Whither.ELSEWHERE),
        ("vbscript:x", Whither.UNSAFE),
        ("JAVASCRIPT:x", Whither.UNSAFE),
        ("\x01java\nscript:x", Whither.UNSAFE),
        ("blob:https://own.example/1", Whither.UNSAFE),
        ("mailto:a@own.example", Whither.OTHER),
    ],
)
def test_any_other_address_says_where_it_leads(address: str, whither: Whither) -> None:
    assert resolve("index.html", address)[0] == whither.name


def test_a_place_stays_as_it_is_written() -> None:
    assert resolve("a/index.html", "#%E5%90%8D") == ("HERE", "a/index.html", "%E5%90%8D")
    assert resolve("index.html", "a/?q=1#x") == ("HERE", "a/index.html", "x")


def test_without_a_root_every_host_is_another() -> None:
    assert resolve("index.html", "https://own.example/a/", root="")[0] == "ELSEWHERE"
    assert resolve("a/index.html", "/a/", root="")[1] == "a/index.html"


def test_a_page_is_asked_for_by_its_folder() -> None:
    assert [page_url(path) for path in FILES] == ["", "a/", "a/b/", "a/名/", "a/b.css", "404.html"]

"""T4, T6: what MkDocs and its theme make of hostile texts: heads, tables of contents, search, hubs, navigation."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

import html5lib
import lxml.html
import pytest
from lxml.html import HtmlElement

from tests.hostile import dom
from tests.hostile.crowd import PLACES, TITLE, key_places, members
from tests.hostile.matrix import TAG

MEMBERS = members()
HOSTILE = {name: member for name, member in MEMBERS.items() if name != member.like}
_OWN_ID = re.compile(r"\bp\d{3}\b")
READ_AGAIN = 8
"""So many pages are read as browsers read them, too: their parser is slow in Python."""


@pytest.fixture(scope="session")
def page_of(hostile_files: Mapping[str, bytes]) -> Callable[[str], HtmlElement]:
    """Give a function that returns a page by its url."""
    return cache(lambda url: lxml.html.document_fromstring(hostile_files[f"{url}index.html"].decode()))


def stands_in_a_key(number: int) -> bool:
    """Tell whether the word of this number stands in a key field of its pair of files."""
    return number % PLACES in key_places()


def unnamed(value: str) -> str:
    """Return an attribute without what tells one pair of files from the other."""
    return TAG.sub(lambda found: f"zq{int(found[1]) % PLACES}x", _OWN_ID.sub("p", value))


@pytest.mark.parametrize("folder", ["companies/", "articles/article-"])
def test_every_page_is_built_like_that_of_a_harmless_text(page_of: Callable[[str], HtmlElement], folder: str) -> None:
    for name, member in MEMBERS.items():
        mine, theirs = (dom.tree(page_of(f"{folder}{one}/"), unnamed) for one in (name, member.like))
        if mine != theirs:
            pytest.fail(f"{folder}{name} ({member.texts!r}): {dom.first_difference(mine, theirs)}")


@pytest.mark.parametrize("folder", ["companies/", "articles/article-"])
def test_every_text_stands_on_its_page(page_of: Callable[[str], HtmlElement], folder: str) -> None:
    for name, member in HOSTILE.items():
        (main,) = page_of(f"{folder}{name}/").xpath("//article")
        assert len(set(dom.shown_tags(main))) > 10
        assert not dom.unshown(main, member.wordings, both=True, is_key=stands_in_a_key), name


def test_the_head_of_a_page_holds_its_text_and_nothing_else(page_of: Callable[[str], HtmlElement]) -> None:
    for name, member in MEMBERS.items():
        page = page_of(f"companies/{name}/")
        (title,) = page.xpath("/html/head/title")
        (description,) = page.xpath("/html/head/meta[@name='description']/@content")
        assert not len(title)
        assert TITLE in title.text_content()
        for head, length in ((title.text_content(), None), (str(description), 100)):
            assert any(dom.seen(text)[:length] in dom.seen(head) for text in member.texts), head


def test_browsers_read_the_pages_alike(hostile_files: Mapping[str, bytes]) -> None:
    names = list(MEMBERS)
    for name in names[2 :: len(names) // READ_AGAIN]:
        trees = []
        for one in (name, MEMBERS[name].like):
            parsed = html5lib.parse(hostile_files[f"companies/{one}/index.html"], "lxml", namespaceHTMLElements=False)
            trees.append(dom.tree(parsed.getroot(), unnamed))
        assert trees[0] == trees[1], f"{name}: {dom.first_difference(*trees)}"


@pytest.mark.parametrize("hub", ["companies/", "articles/", "sources/", "timeline/", "money/", "conflicts/", ""])
def test_rows_of_hubs_are_all_alike(page_of: Callable[[str], HtmlElement], hub: str) -> None:
    kinds: dict[dom.Tree, str] = {}
    page = page_of(hub)
    for row in page.xpath("//article//tbody/tr | //article//li[contains(., 'zq')] | //article//div[@class='conflict']"):
        kinds.setdefault(dom.tree(row, unnamed), row.text_content()[:80])
    assert page.xpath("//article") or not hub
    assert len(kinds) <= 12, list(kinds.values())


def test_the_names_of_the_site_are_text_wherever_the_theme_prints_them(
    hostile_files: Mapping[str, bytes], page_of: Callable[[str], HtmlElement]
) -> None:
    for path, content in hostile_files.items():
        if path.endswith(".html"):
            text = content.decode()
            assert "<script>window" not in text, path
            assert "<img" not in text, path
    for url in ("", "gadgets/", "gadgets/widget/", "about/", "about/licence/"):
        assert TITLE in page_of(url).text_content(), url
    assert any(TITLE in tab.text_content() for tab in page_of("").xpath("//*[contains(@class, 'md-tabs__link')]"))
    assert TITLE in lxml.html.document_fromstring(hostile_files["404.html"].decode()).text_content()


def test_the_search_index_holds_names_as_text(hostile_files: Mapping[str, bytes]) -> None:
    """What scripts insert as text must not be escaped for HTML; browsers are asked by the canary."""
    found = {path: json.loads(text) for path, text in hostile_files.items() if re.match(r"search/.*[.]json$", path)}
    assert {"search/index.json", "search/shards.json"} <= set(found)
    texts = {one for parsed in found.values() for one in _strings(parsed)}
    names = {one["name"]["en"] for one in json.loads(hostile_files["api/v1/index.json"])["subjects"]}
    assert any("<" in name for name in names)
    assert names <= texts


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _strings(one)

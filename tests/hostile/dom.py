"""Pages as trees to compare: elements and attributes without the words of the data, texts as a reader sees them."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import lxml.html
import markdown
from lxml.html import HtmlElement
from markdown_it import MarkdownIt
from mkdocs.config import load_config

from tests.hostile.matrix import TAG

Tree: TypeAlias = "tuple[str, tuple[tuple[str, str], ...], tuple[Tree, ...]]"

ROOT = Path(__file__).parents[2]
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_DIGEST = re.compile(r"-[0-9a-f]{12}\b")
_CARD = re.compile(r"\bembed/([a-z-]+)-[0-9a-f]{12}/")
"""The card of a question, whose key is a digest of what is asked, names of the data included."""
_SAFE_ID = re.compile(r"[a-z0-9_-]+\Z")
_READ = ("content", "title", "alt", "aria-label", "value", "placeholder")
"""Attributes that readers or their machines read as text."""
_LONG = 40


@cache
def converter() -> markdown.Markdown:
    """Return the converter that MkDocs sets up for the site."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])


def convert(page: str) -> HtmlElement:
    """Return the body that a page of the tree becomes."""
    md = converter()
    md.reset()
    return lxml.html.document_fromstring(f"<body>{md.convert(_FRONT.sub('', page, count=1))}</body>")


@dataclass(frozen=True, slots=True)
class Look:
    """What is compared of a page: its tree and the tags that it shows."""

    tree: "Tree"
    tags: tuple[str, ...]


@cache
def look_of(page: str) -> Look:
    """Return what a harmless page looks like."""
    body = convert(page)
    return Look(tree(body), shown_tags(body))


def body_of(page: str) -> str:
    """Return a page without its front matter."""
    return _FRONT.sub("", page, count=1)


def tree(node: HtmlElement, mask: Callable[[str], str] = lambda value: value) -> Tree:
    """Return elements with their attributes, siblings in any order: hostile words sort elsewhere than harmless ones.

    Anchors made of words of the data are masked, so are attributes that are read as text; ``mask`` may hide more.
    """
    if _name(node) == "svg":
        return _drawn(node, mask)
    children = sorted(tree(child, mask) for child in node)
    attributes = sorted((str(name), _masked(str(name), mask(str(value)))) for name, value in node.items())
    return str(node.tag), tuple(attributes), tuple(children)


_FITTED = ("x", "y", "dy", "d", "width", "height", "transform", "viewbox", "aria-label")
"""What in a drawing depends on how long its words are; a name of its own has a link whose words had to be cut."""


def _drawn(node: HtmlElement, mask: Callable[[str], str]) -> Tree:
    """Return a drawing without where things are and how its words break; words hold nothing but lines of words."""
    if _name(node) == "text":
        # Words of one line may stand in the text itself.
        assert not [line for line in node if _name(line) != "tspan" or len(line)], node.text_content()
        children = []
    else:
        children = sorted(_drawn(child, mask) for child in node)
    kept = [(str(name).lower(), str(value)) for name, value in node.items() if str(name).lower() not in _FITTED]
    return _name(node), tuple(sorted((name, _masked(name, mask(value))) for name, value in kept)), tuple(children)


def _name(node: HtmlElement) -> str:
    return str(node.tag).rpartition("}")[2]


def _read_text(page: HtmlElement) -> str:
    """Return the words of a page but for those that are cut or left out to fit, and stand whole further below.

    They are the words of drawings, and of what the page says at a glance.
    """
    cut = "ancestor::*[local-name() = 'text' or contains(concat(' ', @class, ' '), ' glance ')]"
    return "".join(page.xpath(f".//text()[not({cut})]"))


def _masked(name: str, value: str) -> str:
    if name in _READ or name.startswith(("data-by-", "data-sort")):
        return "words of the data" if TAG.search(value) or len(value) > _LONG else value
    value = without_digest(value)
    before, hash_mark, place = value.rpartition("#")
    if name == "id" or (name == "href" and hash_mark):
        assert _SAFE_ID.match(place), f"{name}={value!r} is no plain anchor"
        found = TAG.search(place)
        return f"{before}#{found[0]}" if found else before + hash_mark + _DIGEST.sub("-digest", place)
    return value


def without_digest(address: str) -> str:
    """Return an address without the digest that tells one card from another."""
    return _CARD.sub(r"embed/\1-digest/", address)


def first_difference(one: Tree, other: Tree, way: str = "") -> str:
    """Return where two trees part, for a message."""
    here = f"{way}/{one[0]}"
    if one[:2] != other[:2]:
        return f"{here}: {one[:2]} instead of {other[:2]}"
    for mine, theirs in zip(one[2], other[2], strict=False):
        if mine != theirs:
            return first_difference(mine, theirs, here)
    return f"{here}: {len(one[2])} children instead of {len(other[2])}"


def ids(page: HtmlElement) -> list[str]:
    """Return the anchors of a page."""
    return [str(one) for one in page.xpath("//@id")]


# ---- what a reader sees

_LOST = re.compile(r"[\s\-\u00ad\"“”「」]+")


def seen(text: str) -> str:
    """Return a text without what pages may change in words of the data: spaces, hyphens, case, quotation marks."""
    return _LOST.sub("", unicodedata.normalize("NFC", text)).lower()


def key_words(wording: str) -> str:
    """Return a wording as a key field holds it: in one width, its low lines and hyphens joining as blanks do."""
    return re.sub("[-_]", "", unicodedata.normalize("NFKC", wording))


def unshown(
    page: HtmlElement, wordings: Collection[str], *, both: bool, is_key: Callable[[int], bool] = lambda _: False
) -> list[str]:
    """Return the tags that stand somewhere without one of ``wordings`` beside them, on ``both`` sides if wanted.

    The names of what is asked are shown as the words that they are made of: where ``is_key``, folded wordings do, too.
    """
    visible = seen(_read_text(page))
    as_written = {seen(wording) for wording in wordings} - {""}
    folded = as_written | {seen(key_words(wording)) for wording in wordings} - {""}
    missing = []
    for tag in sorted(set(TAG.findall(visible))):
        word = f"zq{tag}x"
        wanted = folded if is_key(int(tag)) else as_written
        beside = "|".join(map(re.escape, wanted))
        sides = [len(re.findall(rf"(?:{beside}){word}", visible)), len(re.findall(rf"{word}(?={beside})", visible))]
        if (min if both else max)(sides) != visible.count(word):
            missing.append(tag)
    return missing


def shown_tags(page: HtmlElement) -> tuple[str, ...]:
    """Return the tags that a page shows, sorted."""
    return tuple(sorted(TAG.findall(_read_text(page))))


# ---- twins

_TWIN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@cache
def twin_tokens(twin: str) -> list[str]:
    """Return what CommonMark with tables makes of a twin: the kinds of its parts, sorted, with links' addresses."""
    return sorted(_tokens(twin))


def _tokens(twin: str) -> Iterator[str]:
    for block in _TWIN.parse(twin):
        yield block.type
        for part in block.children or ():
            if part.type not in ("text", "text_special"):
                yield without_digest(f"{part.type} {part.attrGet('href') or ''}")

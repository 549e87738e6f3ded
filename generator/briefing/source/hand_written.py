"""Hand-written pages in, what each is called and what it says in plain words out; their markup is left behind.

For search alone: MkDocs makes the pages themselves.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.source.nodes import Mapping as Fields
from briefing.source.nodes import Scalar
from briefing.source.parse import parse_document

_FRONT = re.compile(r"---[ ]*\n(.*?\n)---[ ]*\n", re.DOTALL)
_HEADING = re.compile(r"^#[ ]+(.+)$", re.MULTILINE)
_MARKUP = re.compile(r"<[^<>\n]*>|\{[^{}\n]*\}|\]\([^()\n]*\)|^[ |:]*-{3,}.*$|[\[\]#*_`|>]+", re.MULTILINE)
_INDEX = "index.md"


@dataclass(frozen=True, slots=True)
class HandWritten:
    """One page by the path that its address has: `about/reading/index.md`, whether it is a folder or not."""

    path: str
    title: str
    description: str
    text: str


def read_hand_written(files: Mapping[str, bytes]) -> tuple[HandWritten, ...]:
    """Return the Markdown pages among the files of a docs folder, in order of their paths."""
    pages = {path: content for path, content in sorted(files.items()) if path.endswith(".md")}
    return tuple(_read(path, content.decode("utf-8-sig", "replace")) for path, content in pages.items())


def _read(path: str, text: str) -> HandWritten:
    lines = text.replace("\r\n", "\n")
    front = _FRONT.match(lines)
    body = lines[front.end() :] if front else lines
    fields = _fields(path, front[1]) if front else {}
    heading = _HEADING.search(body)
    folder = path.removesuffix(_INDEX).removesuffix(".md").rstrip("/")
    title = fields.get("title") or (plain_words(heading[1]) if heading else folder.rpartition("/")[2])
    address = f"{folder}/{_INDEX}" if folder else _INDEX
    return HandWritten(address, title, fields.get("description", ""), plain_words(body))


def _fields(path: str, front: str) -> dict[str, str]:
    """Return the texts of a page's front matter; whatever else stands there is for MkDocs."""
    node, _ = parse_document(path, front.encode())
    entries = node.entries if isinstance(node, Fields) else ()
    return {one.key.text: one.value.text for one in entries if isinstance(one.value, Scalar)}


def plain_words(markdown: str) -> str:
    """Return a text without the signs of Markdown and HTML, in one line."""
    return " ".join(_MARKUP.sub(" ", markdown).split())

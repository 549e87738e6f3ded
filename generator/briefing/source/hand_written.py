"""Reads hand-written pages for search: what each is called and what it says in plain words, without its markup.

MkDocs makes the pages themselves.
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
    """One page of a docs folder, for search.

    ``path`` is the one that its address has: `about/reading/index.md`, whether the page is `reading.md` or a folder.
    """

    path: str
    title: str
    description: str
    text: str


def read_hand_written(files: Mapping[str, bytes]) -> tuple[HandWritten, ...]:
    """Return the Markdown pages among the files of a docs folder, in order of their paths."""
    pages: list[HandWritten] = []
    for path, content in sorted(files.items()):
        if path.endswith(".md"):
            pages.append(_read(path, content.decode("utf-8-sig", "replace")))
    return tuple(pages)


def _read(path: str, text: str) -> HandWritten:
    fields, body = _split_front(path, text.replace("\r\n", "\n"))
    # MkDocs serves `a/index.md` and `a.md` under one address.
    folder = path.removesuffix(_INDEX).removesuffix(".md").rstrip("/")
    return HandWritten(
        path=f"{folder}/{_INDEX}" if folder else _INDEX,
        title=_title(fields, body, folder),
        description=fields.get("description", ""),
        text=plain_words(body),
    )


def _split_front(path: str, text: str) -> tuple[dict[str, str], str]:
    """Return the texts of a page's front matter, if there is any, and what stands below it."""
    front = _FRONT.match(text)
    if front is None:
        return {}, text
    return _fields(path, front[1]), text[front.end() :]


def _fields(path: str, front: str) -> dict[str, str]:
    """Return the texts of a page's front matter; whatever else stands there is for MkDocs."""
    node, _ = parse_document(path, front.encode())
    if not isinstance(node, Fields):
        return {}
    return {entry.key.text: entry.value.text for entry in node.entries if isinstance(entry.value, Scalar)}


def _title(fields: dict[str, str], body: str, folder: str) -> str:
    """Return the title as MkDocs finds it: that of the front matter, else the first heading, else the file's name."""
    if fields.get("title"):
        return fields["title"]
    heading = _HEADING.search(body)
    if heading is None:
        return folder.rpartition("/")[2]
    return plain_words(heading[1])


def plain_words(markdown: str) -> str:
    """Return a text without the signs of Markdown and HTML, in one line.

    It is good enough to find words in, and not for readers to see.
    """
    return " ".join(_MARKUP.sub(" ", markdown).split())

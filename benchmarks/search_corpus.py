"""What the searches are measured on: data in; documents, and queries with the pages that they ask for, out."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from briefing.pipeline import prepare
from briefing.routes import url
from briefing.views.base.context import open_context
from briefing.views.search.entries import SearchEntry
from briefing.views.search.index import SearchIndex, view_search

QUERIES = Path(__file__).resolve().parents[1] / "tests" / "browser" / "search_queries.yml"
ASKED = 16
"""Subjects of a sample that are asked for, each in several ways."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader types, and the pages of which one must be among the first three."""

    text: str
    find: tuple[str, ...]


def read_index(sources: Mapping[str, bytes]) -> SearchIndex:
    """Return what search knows of a data folder."""
    dataset = prepare(sources).dataset
    if dataset is None:
        raise SystemExit("the data have errors")
    return view_search(open_context(dataset))


def documents(index: SearchIndex) -> list[dict[str, str]]:
    """Return the same content for every candidate: address, title, other names, text."""
    return [_document(entry) for entry in index.entries]


def _document(entry: SearchEntry) -> dict[str, str]:
    names = entry.names
    others = (names.japanese, *names.full, *names.aliases, *names.former, *names.codes)
    text = " ".join(text for _, text in entry.texts)
    return {"url": url(entry.page), "title": names.title, "names": " / ".join(filter(None, others)), "text": text}


def real_queries() -> list[Query]:
    """Return the list that the tests ask of the real data, without those that must find nothing."""
    groups = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))["real"]
    rows = [row for group in groups.values() for row in group]
    return [Query(str(row["q"]), tuple(row["find"])) for row in rows if row["find"]]


def sample_queries(index: SearchIndex) -> list[Query]:
    """Return ways to ask for subjects of a sample: both scripts, other widths, aliases, slips."""
    named = [entry for entry in index.entries if entry.names.japanese]
    chosen = named[:: max(1, len(named) // ASKED)][:ASKED]
    return [Query(text, (url(entry.page),)) for entry in chosen for text in dict.fromkeys(_ways(entry))]


def _ways(entry: SearchEntry) -> Iterator[str]:
    names = entry.names
    yield names.title
    yield names.title.upper()
    yield names.japanese
    yield from names.aliases[:2]
    yield "".join(_wide(letter) for letter in names.title)
    first = max(names.title.split(), key=len)
    if len(first) > 5:
        rest = names.title.replace(first, "").strip()
        yield f"{first[:2]}{first[3:]} {rest}".strip()


def _wide(letter: str) -> str:
    return chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else unicodedata.normalize("NFKC", letter)


def changed(index: SearchIndex) -> SearchIndex:
    """Return an index in which one subject in the middle has another bottom line."""
    entries = list(index.entries)
    at = len(entries) // 2
    line = "Reports of spring name another payer for the test line."
    entries[at] = replace(entries[at], line=line, texts=((4, line), *entries[at].texts))
    return replace(index, entries=tuple(entries))

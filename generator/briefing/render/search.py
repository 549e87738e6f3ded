"""The search index as static files: an entry is a code of four letters, and every file lists entries in one order.

``index.json`` holds names, ``facets.json`` what results are filtered by, ``cards/`` what is shown beneath a name,
``text/`` which entries a term stands in, ``shards.json`` which of those files there are. A change of one page changes
the few files that hold its words.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence

from briefing.render.search_words import shard, terms
from briefing.routes import search_file, url
from briefing.views.base.context import Context
from briefing.views.labels.catalogue import Labels, labels_for
from briefing.views.search.entries import SearchEntry
from briefing.views.search.index import SearchIndex, SearchKind, view_search

Json = dict[str, object]
VERSION = 1
CARDS_PER_FILE = 32
MOST_WEIGHT = 9
LABELS = (
    "search-kind", "search-start", "search-results-one", "search-results", "search-some", "search-none",
    "search-near", "search-tip-filters", "search-tip-words", "search-tip-names", "search-tip-lists",
    "search-all-kinds", "search-filters", "search-year", "search-publisher-of", "search-status", "search-any",
    "search-clear", "search-all", "search-more", "search-formerly", "search-also", "search-keys",
)  # fmt: skip
"""The words of the search window, without their prefix in the index."""


def render_search(ctx: Context) -> dict[str, bytes]:
    """Return every file below ``search/`` by its path."""
    return render_index(view_search(ctx))


def render_index(index: SearchIndex) -> dict[str, bytes]:
    """Return the files of an index by their paths."""
    entries = sorted(index.entries, key=lambda entry: entry.page)
    codes = give_codes([entry.page for entry in entries])
    count = _files_of_cards(len(entries))
    postings, cards = _postings(entries, codes), _cards(entries, codes, count)
    labels = labels_for(index.language)
    head = {
        "version": VERSION,
        "labels": {name.removeprefix("search-"): labels.say(_in_script(index, labels, name)) for name in LABELS},
        "kinds": [_kind(kind) for kind in index.kinds],
        "cards": count,
    }
    files = {"index.json": _index(index, entries, codes, head), "facets.json": _facets(entries, codes)}
    files["shards.json"] = f"{_dump(sorted(postings))}\n".encode()
    files |= {f"cards/{name}.json": _lines(found) for name, found in cards.items()}
    files |= {f"text/{name}.json": _lines(found) for name, found in postings.items()}
    return {search_file(name): content for name, content in files.items()}


def _in_script(index: SearchIndex, labels: Labels, name: str) -> str:
    """Return the key of a word, that for Japanese names where the index has any and the word differs."""
    japanese = f"{name}-ja"
    return japanese if index.japanese and labels.has(japanese) else name


def give_codes(pages: Sequence[str]) -> dict[str, str]:
    """Return a code of four letters for each page; it depends on no other page but the few that it would clash with."""
    codes: dict[str, str] = {}
    taken: set[str] = set()
    for page in pages:
        salt = 0
        while (code := _code(page, salt)) in taken:
            salt += 1
        taken.add(code)
        codes[page] = code
    return codes


def _code(page: str, salt: int) -> str:
    digest = hashlib.sha256(f"{page}\n{salt}".encode()).digest()
    return base64.urlsafe_b64encode(digest[:3]).decode()


def _files_of_cards(entries: int) -> int:
    """Return how many files the cards are spread over: a power of two, so that it seldom changes."""
    count = 1
    while entries > count * CARDS_PER_FILE:
        count *= 2
    return count


def card_file(code: str, count: int) -> str:
    """Return the name of the file, one of ``count``, that holds the card of an entry."""
    value = int.from_bytes(base64.urlsafe_b64decode(code), "big")
    return f"{value % count:x}"


def _index(index: SearchIndex, entries: Sequence[SearchEntry], codes: Mapping[str, str], head: Json) -> bytes:
    kinds = {kind.name: number for number, kind in enumerate(index.kinds)}
    rows = ",\n".join(_dump(_entry(entry, codes[entry.page], kinds[entry.kind])) for entry in entries)
    return f'{_dump(head)[:-1]},"entries":[\n{rows}\n]}}\n'.encode()


def _kind(kind: SearchKind) -> list[str]:
    return [kind.name, kind.label, kind.plural, url(kind.page) if kind.page else ""]


def _entry(entry: SearchEntry, code: str, kind: int) -> list[object]:
    names = entry.names
    row = [code, kind, entry.weight, url(entry.page), names.title, names.japanese]
    row += [list(names.full), list(names.aliases), list(names.former), list(names.codes)]
    while not row[-1]:
        row.pop()
    return row


def _facets(entries: Sequence[SearchEntry], codes: Mapping[str, str]) -> bytes:
    years = sorted({year for entry in entries for year in entry.years}, reverse=True)
    publishers = sorted({name for entry in entries for name in entry.publishers}, key=lambda name: (name.lower(), name))
    statuses = sorted({entry.status for entry in entries if entry.status})
    known = [{name: number for number, name in enumerate(names)} for names in (years, publishers, statuses)]
    head = _dump({"years": years, "publishers": publishers, "statuses": statuses})
    rows = (_facet_row(entry, codes[entry.page], known) for entry in entries)
    body = ",\n".join(_dump(row) for row in rows if len(row) > 1)
    return f'{head[:-1]},"entries":[\n{body}\n]}}\n'.encode()


def _facet_row(entry: SearchEntry, code: str, known: Sequence[Mapping[str, int]]) -> list[object]:
    chosen = (entry.years, entry.publishers, (entry.status,) if entry.status else ())
    row: list[object] = [code, *([number[one] for one in names] for names, number in zip(chosen, known, strict=True))]
    while not row[-1]:
        row.pop()
    return row


def _cards(entries: Sequence[SearchEntry], codes: Mapping[str, str], count: int) -> dict[str, Json]:
    files: dict[str, Json] = {}
    for entry in entries:
        if entry.line or entry.note:
            code = codes[entry.page]
            card = [entry.line, entry.note] if entry.note else [entry.line]
            files.setdefault(card_file(code, count), {})[code] = card
    return files


def _postings(entries: Sequence[SearchEntry], codes: Mapping[str, str]) -> dict[str, Json]:
    """Collect for every term, by shard, the codes of its entries, each with a digit: how much it counts there."""
    posted: dict[str, list[str]] = {}
    known: dict[str, tuple[str, ...]] = {}  # a claim's text stands on several pages
    for entry in entries:
        code = codes[entry.page]
        for term, weight in _weights(entry, known).items():
            posted.setdefault(term, []).append(f"{code}{weight}")
    files: dict[str, Json] = {}
    for term in sorted(posted):
        files.setdefault(shard(term), {})[term] = "".join(posted[term])
    return files


def _weights(entry: SearchEntry, known: dict[str, tuple[str, ...]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for weight, text in entry.texts:
        if text not in known:
            known[text] = tuple(dict.fromkeys(terms(text)))
        for term in known[text]:
            found[term] = min(MOST_WEIGHT, found.get(term, 0) + weight)
    return found


def _lines(rows: Json) -> bytes:
    """Return an object with one line for each of its keys, so that a change of one is a change of one line."""
    body = ",\n".join(f"{_dump(key)}:{_dump(row)}" for key, row in rows.items())
    return f"{{\n{body}\n}}\n".encode()


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

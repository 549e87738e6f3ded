"""The search index as static files: an entry is a code of four letters, and every file lists entries in one order.

``index.json`` holds names, ``facets.json`` what results are filtered by, ``cards/`` what is shown beneath a name,
``text/`` which entries a term stands in, ``shards.json`` which of those files there are. A change of one page changes
the few files that hold its words.

Of very many entries ``index.json`` holds only which files ``names/`` has, by the letters that they are for. All names
are in ``names.json``, for what no letter leads to; ``list.json`` has all entries in the order that those of one score
come in; cards name their entries.
"""

import base64
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence

from briefing.render.search_names import file_name, sort_by_letters
from briefing.render.search_words import shard, terms
from briefing.routes import search_file, url
from briefing.views.base.context import Context
from briefing.views.labels.catalogue import Labels, labels_for
from briefing.views.search.entries import SearchEntry
from briefing.views.search.index import SearchIndex, SearchKind, view_search

Json = dict[str, object]
VERSION = 1
CARDS_PER_FILE = 32
MOST_IN_ONE_FILE = 2_400
"""Entries whose names are one file, some 75 KB compressed: about those of 2,000 subjects."""
MOST_WEIGHT = 9
LABELS = (
    "search-kind", "search-start", "search-results-one", "search-results", "search-some", "search-none",
    "search-near", "search-tip-filters", "search-tip-words", "search-tip-names", "search-tip-lists",
    "search-all-kinds", "search-filters", "search-year", "search-publisher-of", "search-status", "search-any",
    "search-clear", "search-all", "search-more", "search-formerly", "search-also", "search-keys",
)  # fmt: skip
"""The words of the search window, without their prefix in the index."""


def render_search(context: Context) -> dict[str, bytes]:
    """Return every file below ``search/`` by its path."""
    return render_index(view_search(context))


def render_index(index: SearchIndex, most_in_one_file: int = MOST_IN_ONE_FILE) -> dict[str, bytes]:
    """Return the files of an index by their paths; names of more than so many entries are split by their letters."""
    entries = sorted(index.entries, key=lambda entry: entry.page)
    codes = give_codes([entry.page for entry in entries])
    is_split = len(entries) > most_in_one_file
    card_files = _count_card_files(len(entries))
    postings, cards = _collect_postings(entries, codes), _collect_cards(entries, codes, card_files, is_split)
    head, rows = _head(index, card_files), _entry_rows(index, entries, codes)
    files = _split_files(entries, rows, head) if is_split else {"index.json": _one_line_a_row(head, rows)}
    files |= {
        "facets.json": _facets_file(entries, codes),
        "shards.json": f"{_dump(sorted(postings))}\n".encode(),
    }
    files |= {f"cards/{name}.json": _one_line_a_key(rows) for name, rows in cards.items()}
    files |= {f"text/{name}.json": _one_line_a_key(rows) for name, rows in postings.items()}
    return {search_file(name): content for name, content in files.items()}


def _head(index: SearchIndex, card_files: int) -> Json:
    labels = labels_for(index.language)
    return {
        "version": VERSION,
        "labels": {name.removeprefix("search-"): labels.say(_label_key(index, labels, name)) for name in LABELS},
        "kinds": [_kind_row(kind) for kind in index.kinds],
        "cards": card_files,
    }


def _label_key(index: SearchIndex, labels: Labels, name: str) -> str:
    """Return the key of a label, that for Japanese names where the index has any and the label differs."""
    japanese = f"{name}-ja"
    if index.japanese and labels.has(japanese):
        return japanese
    return name


# ---- codes of entries, and the files that their cards lie in


def give_codes(pages: Sequence[str]) -> dict[str, str]:
    """Return a code of four letters for each page; it depends on no other page but the few that it would clash with."""
    codes: dict[str, str] = {}
    taken: set[str] = set()
    for page in pages:
        code = _free_code(page, taken)
        taken.add(code)
        codes[page] = code
    return codes


def _free_code(page: str, taken: Collection[str]) -> str:
    salt = 0
    while (code := _code(page, salt)) in taken:
        salt += 1
    return code


def _code(page: str, salt: int) -> str:
    digest = hashlib.sha256(f"{page}\n{salt}".encode()).digest()
    return base64.urlsafe_b64encode(digest[:3]).decode()


def _count_card_files(entries: int) -> int:
    """Return how many files the cards are spread over: a power of two, so that it seldom changes."""
    count = 1
    while entries > count * CARDS_PER_FILE:
        count *= 2
    return count


def card_file(code: str, count: int) -> str:
    """Return the name of the file, one of ``count``, that holds the card of an entry."""
    value = int.from_bytes(base64.urlsafe_b64decode(code), "big")
    return f"{value % count:x}"


# ---- names


def _entry_rows(index: SearchIndex, entries: Sequence[SearchEntry], codes: Mapping[str, str]) -> list[list[object]]:
    kinds = {kind.name: number for number, kind in enumerate(index.kinds)}
    return [_entry_row(entry, codes[entry.page], kinds[entry.kind]) for entry in entries]


def _split_files(entries: Sequence[SearchEntry], rows: Sequence[list[object]], head: Json) -> dict[str, bytes]:
    """Return the files of very many names; every file of some letters has the whole rows of its entries."""
    by_letters = sort_by_letters([_all_names(entry) for entry in entries])
    files = {
        f"names/{file_name(letters)}.json": _lines([rows[n] for n in held]) for letters, held in by_letters.items()
    }
    counts = {letters: len(held) for letters, held in sorted(by_letters.items())}
    ordered = sorted(zip(entries, rows, strict=True), key=_place_in_results)
    files["index.json"] = _one_line_a_row({**head, "total": len(rows), "names": counts}, [])
    files["list.json"] = _lines([row[:_ADDRESS] for _, row in ordered])
    files["names.json"] = _lines(rows)
    return files


def _all_names(entry: SearchEntry) -> list[str]:
    names = entry.names
    return [names.title, names.japanese, *names.full, *names.aliases, *names.former, *names.codes]


def _place_in_results(entry_and_row: tuple[SearchEntry, list[object]]) -> tuple[object, bytes, bytes]:
    """Return what entries of one score are ordered by, as scripts compare texts: by halves of large letters."""
    entry, row = entry_and_row
    title, address = (text.encode("utf-16-be", "surrogatepass") for text in (entry.names.title, url(entry.page)))
    return (row[_KIND], title, address)


def _kind_row(kind: SearchKind) -> list[str]:
    address = url(kind.page) if kind.page else ""
    return [kind.name, kind.label, kind.plural, address]


_KIND, _ADDRESS = 1, 3
"""Places in the row of an entry; what stands before its address is all that lists of entries need."""


def _entry_row(entry: SearchEntry, code: str, kind: int) -> list[object]:
    names = entry.names
    row = [code, kind, entry.weight, url(entry.page), names.title, names.japanese]
    row += [list(names.full), list(names.aliases), list(names.former), list(names.codes)]
    return _without_empty_end(row)


def _without_empty_end(row: list[object]) -> list[object]:
    # Most entries have no names in the last places; a script reads what is not there as empty.
    while not row[-1]:
        row.pop()
    return row


# ---- what results are filtered by


def _facets_file(entries: Sequence[SearchEntry], codes: Mapping[str, str]) -> bytes:
    years: set[str] = set()
    publishers: set[str] = set()
    statuses: set[str] = set()
    for entry in entries:
        years.update(entry.years)
        publishers.update(entry.publishers)
        statuses.update(_statuses(entry))
    choices = {
        "years": sorted(years, reverse=True),
        "publishers": sorted(publishers, key=lambda name: (name.lower(), name)),
        "statuses": sorted(statuses),
    }
    numbers = [{name: number for number, name in enumerate(names)} for names in choices.values()]
    rows = [_facet_row(entry, codes[entry.page], numbers) for entry in entries]
    # A row of a code alone is that of an entry which no filter finds.
    return _one_line_a_row(choices, [row for row in rows if len(row) > 1])


def _statuses(entry: SearchEntry) -> tuple[str, ...]:
    return (entry.status,) if entry.status else ()


def _facet_row(entry: SearchEntry, code: str, numbers: Sequence[Mapping[str, int]]) -> list[object]:
    """Return a code and, for each facet, the numbers of its choices that an entry is found by."""
    row: list[object] = [code]
    for names, number_of in zip((entry.years, entry.publishers, _statuses(entry)), numbers, strict=True):
        row.append([number_of[name] for name in names])
    return _without_empty_end(row)


# ---- cards and terms


def _collect_cards(
    entries: Sequence[SearchEntry], codes: Mapping[str, str], count: int, is_split: bool
) -> dict[str, Json]:
    """Collect what is shown of entries, by file and code: what stands beneath their names, of split ones those, too."""
    files: dict[str, Json] = {}
    for entry in entries:
        names = [url(entry.page), entry.names.title, entry.names.japanese] if is_split else []
        card: list[object] = [entry.line, entry.note, *names]
        if any(card):
            code = codes[entry.page]
            files.setdefault(card_file(code, count), {})[code] = _without_empty_end(card)
    return files


def _collect_postings(entries: Sequence[SearchEntry], codes: Mapping[str, str]) -> dict[str, Json]:
    """Collect for every term, by shard, the codes of its entries, each with a digit: how much it counts there."""
    postings: dict[str, list[str]] = {}
    # The text of a claim stands on several pages and is taken apart once.
    terms_of: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        code = codes[entry.page]
        for term, weight in _weigh_terms(entry, terms_of).items():
            postings.setdefault(term, []).append(f"{code}{weight}")
    files: dict[str, Json] = {}
    for term in sorted(postings):
        files.setdefault(shard(term), {})[term] = "".join(postings[term])
    return files


def _weigh_terms(entry: SearchEntry, terms_of: dict[str, tuple[str, ...]]) -> dict[str, int]:
    """Return the weight of every term of an entry, one digit at most; ``terms_of`` remembers those of texts."""
    weights: dict[str, int] = {}
    for weight, text in entry.texts:
        if text not in terms_of:
            terms_of[text] = tuple(dict.fromkeys(terms(text)))
        for term in terms_of[text]:
            weights[term] = min(MOST_WEIGHT, weights.get(term, 0) + weight)
    return weights


# ---- JSON in lines, so that a change of an entry or a term is a change of one line


def _one_line_a_row(head: Mapping[str, object], rows: Sequence[object]) -> bytes:
    """Return an object with the keys of ``head``, and with rows as its "entries"."""
    body = ",\n".join(map(_dump, rows))
    return f'{_dump(head)[:-1]},"entries":[\n{body}\n]}}\n'.encode()


def _lines(rows: Sequence[object]) -> bytes:
    body = ",\n".join(map(_dump, rows))
    return f"[\n{body}\n]\n".encode()


def _one_line_a_key(rows: Json) -> bytes:
    body = ",\n".join(f"{_dump(key)}:{_dump(row)}" for key, row in rows.items())
    return f"{{\n{body}\n}}\n".encode()


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

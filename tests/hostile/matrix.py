"""One hostile text in all fields at once: which of them the loader refuses, and the site that the others make."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.dataset.linked.records import Dataset
from briefing.pipeline import Generated, generate_files
from tests.hostile.surface import KEY, KEY_FIELDS, Site, errors_of, prepare_sources, sites, with_texts, write_sources

HARMLESS = "harmless words"
TAG = re.compile(r"zq(\d+)x")


@cache
def tag_of(sample: str) -> str:
    """Return a word for a scalar of the sample, the same for equal ones, which no other text holds."""
    samples = sorted({site.sample for site in sites()})
    return f"zq{samples.index(sample)}x"


def harmless_like(text: str) -> str:
    """Return harmless words as long as a text, in prose and in a name that is asked for: long titles have other forms.

    Such a name loses blanks, low lines and hyphens at its ends and all but one between its words.
    """
    name = len(_JOINTS.sub(" ", text).strip())
    words = _words_of(name)
    lost = len(text) - name
    if not lost or " " not in words:
        return _words_of(len(text))
    return words.replace(" ", f" {'-' * max(lost - 1, 0)}{' ' if lost > 1 else '-'}", 1)


LENGTHS = {26: 9, 60: 36, 1_000_000: 72}
"""So many letters stand for all texts up to a length: their sites are alike."""


def about_as_long(text: str) -> str:
    """Return harmless words that many texts share, so that one site serves to compare all of them with."""
    return _words_of(next(few for most, few in LENGTHS.items() if len(text) <= most))


def _words_of(length: int) -> str:
    """Return words of so many letters, two of them where they fit."""
    text = (f"{HARMLESS} " * (length // len(HARMLESS) + 1))[:length]
    text = text if " " in text.strip() or length < 3 else f"{text[0]} {text[2:]}"
    return text if not text.endswith(" ") else f"{text[:-1]}s"


@cache
def key_numbers() -> frozenset[int]:
    """Return the numbers of the words that stand in key fields."""
    return frozenset(int(tag_of(site.sample)[2:-1]) for site in sites() if site.route[-1] in KEY_FIELDS)


def is_key(number: int) -> bool:
    """Tell whether the word of this number stands in a key field."""
    return number in key_numbers()


def held(site: Site, text: str, turn: int = 0) -> str:
    """Return what a site holds: prose begins or, every other ``turn``, ends with the word that it is known by."""
    if not site.is_prose:
        return site.holding(text)
    tag = tag_of(site.sample)
    number = int(tag[2:-1])
    return site.holding(f"{text} {tag}" if (number + turn) % 2 else f"{tag} {text}")


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one text: codes of the sites that refuse it, what the others hold, and the data they make."""

    refused: Mapping[Site, str]
    texts: Mapping[Site, str]
    dataset: Dataset


def try_text(text: str, turn: int = 0) -> Tried:
    """Put a text into all sites: first where checks are, then into prose, too."""
    refused: dict[Site, str] = {}
    wanted = {site: held(site, text, turn) for site in sites()}
    live = {site: one for site, one in wanted.items() if not site.is_prose}
    refused |= _refusals(live, errors_of(prepare_sources(with_texts(live))))
    while True:
        live = {site: one for site, one in wanted.items() if site not in refused}
        prepared = prepare_sources(with_texts(live))
        errors = errors_of(prepared)
        if not errors:
            assert prepared.dataset is not None
            return Tried(refused, live, prepared.dataset)
        found = _refusals(live, errors)
        assert found, f"{text!r}: no field explains {errors[0]}"
        # What a check turned away may have dragged prose along: prose has its say once all checks had theirs.
        checked = {site: code for site, code in found.items() if not site.is_prose}
        refused |= checked or found


def _refusals(live: Mapping[Site, str], errors: Iterable[Any]) -> dict[Site, str]:
    """Return the code of the first error on the line of each site that has one."""
    _, routes = write_sources(with_texts(live))
    by_route: dict[tuple[str | int, ...], list[Site]] = {}
    for site in live:
        own = (*site.route[:-2], live[site]) if site.route[-1] == KEY else site.route
        by_route.setdefault(own, []).append(site)
    found: dict[Site, str] = {}
    for error in errors:
        for site in by_route.get(routes.get((error.span.path, error.span.line), ()), ()):
            found.setdefault(site, error.code)
    return found


@dataclass(frozen=True, slots=True)
class Made:
    """A whole site before HTML, with the texts that went into it."""

    texts: Mapping[Site, str]
    files: Generated


@cache
def harmless(live: frozenset[Site], text: str, turn: int) -> Made:
    """Return the site that a harmless text of the same shape makes in the same places."""
    texts = {site: held(site, text, turn) if site.is_prose else site.sample for site in live}
    prepared = prepare_sources(with_texts(texts))
    assert prepared.dataset is not None, errors_of(prepared)[:3]
    return Made(texts, generate_files(prepared.dataset))


# ---- data for programs


_RUN = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_JOINTS = re.compile(r"[\s_-]+")
_WORDED = frozenset({"anchor", "facts", "question", "sentence", "summary", "url", "what"})
"""Keys and columns whose texts are worded as on the pages, or made into addresses there, where they are compared."""
_FOLDED = "qualifiers"
"""What tells a question from others: names as they are compared, not as they are printed."""


def json_texts(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Return the texts in the JSON and CSV files of the API that hold a tag, sorted, by path.

    Other files for scripts word what they tell as pages do, and cut it: they have tests of their own.
    """
    found: dict[str, list[str]] = {}
    for path, content in files.items():
        if not path.startswith("api/"):
            continue
        if path.endswith(".json"):
            parsed = json.loads(content)
            for slot in parsed.get("slots", ()):
                del slot[_FOLDED]
            found[path] = sorted(one for one in _texts(parsed) if TAG.search(one))
        elif path.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(content.decode()), strict=True))
            assert {len(row) for row in rows} == {len(rows[0])}, path
            columns = [number for number, name in enumerate(rows[0]) if name not in _WORDED]
            cells = [text_of_cell(row[number]) for row in rows[1:] for number in columns]
            found[path] = sorted(one for cell in cells for one in _cell_texts(cell) if TAG.search(one))
    return found


def text_of_cell(cell: str) -> str:
    """Return what a cell says: an apostrophe stands before a text that spreadsheets would run, and before no other."""
    assert not _RUN.match(cell) or re.fullmatch(r"[+-]?[0-9.]+(?: ?%)?", cell), cell
    return cell[1:] if cell.startswith("'") and _RUN.match(cell[1:]) else cell


def _cell_texts(cell: str) -> Iterator[str]:
    try:
        parsed = json.loads(cell)
    except ValueError:
        parsed = cell
    yield from _texts(parsed if isinstance(parsed, dict) else cell)


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    items = node if isinstance(node, list) else ()
    if isinstance(node, dict):
        items = [item for key, item in node.items() if key not in _WORDED]
    for item in items:
        yield from _texts(item)


def expected_texts(made: Made, plain: str, text: str) -> dict[str, list[str]]:
    """Return the texts that the data of a site made with ``plain`` would hold if ``text`` stood in its place."""
    written = unicodedata.normalize("NFC", text)
    found = json_texts(made.files.static).items()
    return {path: sorted(one.replace(plain, written) for one in texts) for path, texts in found}

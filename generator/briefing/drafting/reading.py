"""A text in, its numbered paragraphs and their sentences out, English and Japanese; nothing is understood here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from briefing.decode.captures.texts import paragraphs_of

_STOP = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9$¥€£])|(?<=[。！？])(?![」』）])")
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Inc|Co|Corp|Ltd|No|St|vs|approx|ca|est|Gov|Sen|Rep|Gen|Jan|Feb|Aug|Sept|Oct|Nov|"
    r"Dec)"
    r"|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z]|^\d{1,2})\.$"
)
_KANA = re.compile(r"[\u3041-\u30ff]")
_LETTER = re.compile(r"[^\W\d_]")
_KANA_SHARE = 10
SENTENCE_MAX = 2000
"""Characters of one sentence that are looked at; nobody writes longer ones, and patterns cost time."""

SENTENCES_MAX = 1500
"""Sentences of one text; an article has a hundred, a long report a thousand."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph, which counts from 1 as captures do."""

    par: int
    text: str


def read_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of every paragraph, in order, as many as are read."""
    found = (
        Sentence(number, sentence)
        for number, paragraph in enumerate(paragraphs_of(text), 1)
        for sentence in _split(paragraph.strip())
    )
    return tuple(islice(found, SENTENCES_MAX))


def _split(paragraph: str) -> Iterator[str]:
    start = 0
    for found in _STOP.finditer(paragraph):
        if not _SHORTENED.search(paragraph[max(start, found.start() - 20) : found.start()]):
            yield paragraph[start : found.end()].strip()[:SENTENCE_MAX]
            start = found.end()
    if paragraph[start:].strip():
        yield paragraph[start:].strip()[:SENTENCE_MAX]


def guess_language(text: str) -> str:
    """Return ``ja`` where a tenth of the letters are kana, else ``en``: the two that are read here."""
    letters = len(_LETTER.findall(text))
    return "ja" if letters and len(_KANA.findall(text)) * _KANA_SHARE >= letters else "en"

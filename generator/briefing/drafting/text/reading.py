"""Splits a text into numbered paragraphs and their sentences, English and Japanese; nothing is understood here."""

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
# Kanji alone are no sign of Japanese, and a Japanese article may be half of Latin names.
_KANA_SHARE = 10
# Characters of one sentence that are looked at; nobody writes longer ones, and patterns cost time.
_SENTENCE_MAX = 2000
# Sentences of one text; an article has a hundred, a long report a thousand.
_SENTENCES_MAX = 1500
# How far back an abbreviation such as "approx." may reach from its stop.
_SHORTENED_MAX = 20


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph, which counts from 1 as captures do."""

    par: int
    text: str


def read_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of every paragraph, in order, as many as are read."""
    return tuple(islice(_read_all(text), _SENTENCES_MAX))


def _read_all(text: str) -> Iterator[Sentence]:
    for number, paragraph in enumerate(paragraphs_of(text), 1):
        for sentence in _split(paragraph.strip()):
            yield Sentence(number, sentence)


def _split(paragraph: str) -> Iterator[str]:
    """Yield the sentences of a paragraph."""
    start = 0
    for match in _STOP.finditer(paragraph):
        last_word = paragraph[max(start, match.start() - _SHORTENED_MAX) : match.start()]
        if _SHORTENED.search(last_word):
            continue
        yield paragraph[start : match.end()].strip()[:_SENTENCE_MAX]
        start = match.end()
    rest = paragraph[start:].strip()
    if rest:
        yield rest[:_SENTENCE_MAX]


def guess_language(text: str) -> str:
    """Return ``ja`` where a tenth of the letters are kana, else ``en``: the two that are read here."""
    letters = len(_LETTER.findall(text))
    kana = len(_KANA.findall(text))
    # Without letters, as in a table of figures, there is nothing to tell by.
    if letters and kana * _KANA_SHARE >= letters:
        return "ja"
    return "en"

"""Names in prose: which subjects a text names, and the text in tokens. Writes no links.

Matching sees the compatibility form (NFKC) of the text, so full-width and half-width spellings count;
the tokens keep the text as it was written.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from briefing.dataset.linked.folded_text import fold_text
from briefing.dataset.linked.name_index import Names
from briefing.dataset.linked.scripts import stands_free
from briefing.model.ids import PublisherId, SubjectId

_HAND_LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")


@dataclass(frozen=True, slots=True)
class TextToken:
    """A stretch of plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class SubjectToken:
    """A stretch of text that names a subject."""

    subject: SubjectId
    text: str


@dataclass(frozen=True, slots=True)
class PublisherToken:
    """A stretch of text that names a publisher who is no subject."""

    publisher: PublisherId
    text: str


Token = TextToken | SubjectToken | PublisherToken
PublisherKey = tuple[str, PublisherId]


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text; ``subject`` is None where the name must stay plain."""

    start: int
    end: int
    subject: SubjectId | None
    publisher: PublisherId | None = None


def find_mentions(names: Names, text: str) -> tuple[Match, ...]:
    """Return the names in ``text``, leftmost and longest first, none overlapping, as they stand in the text."""
    folded = fold_text(text)
    candidates = names.automaton.find_matches_as_indexes(folded.text, overlapping=True)
    # The automaton finds short names within long ones, too; of those that overlap one stays.
    free = [(start, -end, index) for index, start, end in candidates if stands_free(folded.text, start, end)]
    matches: list[Match] = []
    last_end = 0
    for start, negative_end, index in sorted(free):
        span = folded.original(start, -negative_end)
        if span[0] < last_end:
            continue
        name = names.patterns[index]
        matches.append(Match(*span, names.subjects[name], names.publishers.get(name)))
        last_end = span[1]
    return tuple(matches)


def tokenize(
    names: Names, text: str, own: SubjectId | None = None, seen: Collection[SubjectId | PublisherKey] = ()
) -> tuple[Token, ...]:
    """Cut prose into tokens: hand links always, names on first mention; never ``own`` nor what was ``seen``.

    The texts of the tokens add up to the text, hand links standing as the words they show.
    """
    tokens: list[Token] = []
    linked: set[SubjectId | PublisherKey | None] = {own, *seen}
    for piece in _split_hand_links(names, text):
        if not isinstance(piece, SubjectToken):
            tokens.extend(_link_names(names, piece.text, linked))
            continue
        # A page does not link to itself, even where an editor's hand link would.
        if piece.subject == own:
            tokens.append(TextToken(piece.text))
        else:
            tokens.append(piece)
        linked.add(piece.subject)
    return _joined(tokens)


def _split_hand_links(names: Names, text: str) -> Iterator[Token]:
    position = 0
    for link in _HAND_LINK.finditer(text):
        subject = SubjectId(link[1].strip())
        # What names no subject stays as it is written: the brackets of a quotation, say.
        if subject not in names.display:
            continue
        yield TextToken(text[position : link.start()])
        label = (link[2] or "").strip()
        yield SubjectToken(subject, label or names.display[subject])
        position = link.end()
    yield TextToken(text[position:])


def _link_names(names: Names, text: str, linked: set[SubjectId | PublisherKey | None]) -> Iterator[Token]:
    position = 0
    for match in find_mentions(names, text):
        token = _token(match, text[match.start : match.end])
        if token is None or key_of(token) in linked:
            continue
        linked.add(key_of(token))
        yield TextToken(text[position : match.start])
        yield token
        position = match.end
    yield TextToken(text[position:])


def _token(match: Match, text: str) -> SubjectToken | PublisherToken | None:
    if match.subject is not None:
        return SubjectToken(match.subject, text)
    if match.publisher is not None:
        return PublisherToken(match.publisher, text)
    return None


def key_of(token: SubjectToken | PublisherToken) -> SubjectId | PublisherKey:
    """Return what a token names; a publisher may have the id of a subject, so its key is another."""
    if isinstance(token, SubjectToken):
        return token.subject
    return "publisher", token.publisher


def _joined(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Return tokens without empty ones, neighbouring texts as one."""
    joined: list[Token] = []
    for kind, neighbours in groupby(filter(attrgetter("text"), tokens), type):
        if kind is TextToken:
            joined.append(TextToken("".join(map(attrgetter("text"), neighbours))))
        else:
            joined.extend(neighbours)
    return tuple(joined)


def named_subjects(names: Names, text: str) -> frozenset[SubjectId]:
    """Return the subjects that a text names, by name or by hand link."""
    tokens = tokenize(names, text)
    return frozenset(token.subject for token in tokens if isinstance(token, SubjectToken))

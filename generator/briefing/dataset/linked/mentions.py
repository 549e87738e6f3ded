"""Names in prose: which subjects a text names, and the text in tokens. Writes no links.

Matching sees the compatibility form (NFKC) of the text, so full-width and half-width spellings count;
the tokens keep the text as it was written.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from briefing.dataset.linked.name_forms import is_number
from briefing.model.ids import PublisherId, SubjectId
from briefing.model.records import Alias, Publisher, Subject
from briefing.model.signs import even_signs

_HAND_LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")
_VOICING = "\u3099\u309a\uff9e\uff9f"
_HAN = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
_HAN_MARKS = "々〆〇"
_KANA_MARKS = "ー゛゜ゝゞヽヾ"


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
class _Folded:
    """Text in compatibility form; ``starts`` and ``ends`` lead from each of its characters back to the text."""

    text: str
    starts: tuple[int, ...] | None
    ends: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text; ``subject`` is None where the name must stay plain."""

    start: int
    end: int
    subject: SubjectId | None
    publisher: PublisherId | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Every name that may link, ready to be looked for."""

    automaton: AhoCorasick
    patterns: tuple[str, ...]
    subjects: Mapping[str, SubjectId | None]
    display: Mapping[SubjectId, str]
    publishers: Mapping[str, PublisherId] = field(default_factory=dict)


def gather_names(subjects: Iterable[Subject], publishers: Iterable[Publisher] = ()) -> Names:
    """Collect names and aliases; those marked, and those that two subjects share, are known but never link.

    The names of ``publishers`` count where no subject bears them.
    """
    subjects = list(subjects)
    named = _subject_patterns(subjects)
    sources = _publisher_patterns(publishers, named)
    named.update(dict.fromkeys(sources))
    patterns = tuple(sorted(named))
    # By itself the library takes a DFA for few patterns, which costs the square of their length.
    automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
    display = {subject.id: subject.name.display for subject in subjects}
    return Names(automaton, patterns, named, display, sources)


def _subject_patterns(subjects: Iterable[Subject]) -> dict[str, SubjectId | None]:
    """Return the names of subjects as they are searched for; None where a name must stay plain."""
    named: dict[str, SubjectId | None] = {}
    for subject in subjects:
        for name, links in _names_of(subject):
            pattern = _pattern(name)
            if not pattern:
                continue
            is_own = named.setdefault(pattern, subject.id) == subject.id
            named[pattern] = subject.id if links and is_own else None
    return named


def _publisher_patterns(
    publishers: Iterable[Publisher], taken: Mapping[str, SubjectId | None]
) -> dict[str, PublisherId]:
    patterns: dict[str, PublisherId] = {}
    for publisher in publishers:
        for name in (publisher.name.en, publisher.name.short, publisher.name.ja):
            pattern = _pattern(name or "")
            if pattern and pattern not in taken and not is_number(pattern):
                patterns.setdefault(pattern, publisher.id)
    return patterns


def _pattern(name: str) -> str:
    return even_signs(unicodedata.normalize("NFKC", name)).strip()


def _names_of(subject: Subject) -> Iterator[tuple[str, bool]]:
    """Yield every name of a subject once, and whether it links."""
    own = (subject.name.en, subject.name.short, subject.name.ja)
    aliases = {alias.name: alias for alias in subject.aliases}
    former = [name.name for name in subject.former_names]
    for name in dict.fromkeys([*own, *former, *aliases]):
        if name:
            yield name, _links(name, aliases.get(name))


def _links(name: str, alias: Alias | None) -> bool:
    """Tell whether a name links by itself: not a number, unless its editor says so in so many words."""
    if alias is None:
        return not is_number(name)
    return alias.link == "yes" and (alias.asked or not is_number(name))


def linking_names(subject: Subject) -> Iterator[str]:
    """Yield the names of a subject that link by themselves wherever they stand in prose."""
    return (name for name, links in _names_of(subject) if links)


def find_mentions(names: Names, text: str) -> tuple[Match, ...]:
    """Return the names in ``text``, leftmost and longest first, none overlapping, as they stand in the text."""
    folded = _fold(text)
    candidates = names.automaton.find_matches_as_indexes(folded.text, overlapping=True)
    free = [(start, -end, index) for index, start, end in candidates if _stands_free(folded.text, start, end)]
    matches: list[Match] = []
    for start, negative_end, index in sorted(free):
        span = folded.original(start, -negative_end)
        if not matches or span[0] >= matches[-1].end:
            name = names.patterns[index]
            matches.append(Match(*span, names.subjects[name], names.publishers.get(name)))
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
        tokens.append(TextToken(piece.text) if piece.subject == own else piece)
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
    for token in tokens:
        last = joined[-1] if joined else None
        if isinstance(token, TextToken) and isinstance(last, TextToken):
            joined[-1] = TextToken(last.text + token.text)
        elif token.text:
            joined.append(token)
    return tuple(joined)


def named_subjects(names: Names, text: str) -> frozenset[SubjectId]:
    """Return the subjects that a text names, by name or by hand link."""
    tokens = tokenize(names, text)
    return frozenset(token.subject for token in tokens if isinstance(token, SubjectToken))


def _fold(text: str) -> _Folded:
    # Nearly every text is in compatibility form, and then each character stands for itself.
    if unicodedata.is_normalized("NFKC", text):
        return _Folded(even_signs(text), None, None)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        folded = unicodedata.normalize("NFKC", text[start:end])
        letters.append(folded)
        starts.extend([start] * len(folded))
        ends.extend([end] * len(folded))
    return _Folded(even_signs("".join(letters)), tuple(starts), tuple(ends))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that normalization may compose: a character and the marks behind it."""
    start = 0
    for position in range(1, len(text)):
        letter = text[position]
        # Marks of voicing do not all combine by their class, and compose with kana all the same.
        if not unicodedata.combining(letter) and letter not in _VOICING:
            yield start, position
            start = position
    if text:
        yield start, len(text)


def _stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether a name is no part of a longer word, nor of the sign of a currency."""
    after = text[end : end + 1]
    # The US of US$ is a currency.
    if after and unicodedata.category(after) == "Sc":
        return False
    before = text[start - 1] if start else ""
    return not _same_script(text[start], before) and not _same_script(text[end - 1], after)


def _same_script(edge: str, neighbour: str) -> bool:
    if not neighbour:
        return False
    script = _script(edge)
    return script != "" and script == _script(neighbour)


def _script(letter: str) -> str:
    """Return the script of a word character, the same for letters and digits of every alphabet; none for the rest."""
    if letter in _HAN_MARKS or any(first <= letter <= last for first, last in _HAN):
        return "han"
    if "\u3041" <= letter <= "\u3096":
        return "hiragana"
    if "\u30a1" <= letter <= "\u30fa" or letter in _KANA_MARKS:
        return "katakana"
    if letter.isalnum() or letter == "_" or unicodedata.combining(letter):
        return "word"
    return ""

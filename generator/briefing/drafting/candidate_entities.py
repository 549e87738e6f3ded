"""Proper names that no record bears, with the kind of subject that they seem to be."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.drafting.entity_kinds import guess_kind
from briefing.drafting.known_data import KnownData
from briefing.drafting.reading import Sentence
from briefing.drafting.spotting import find_subjects
from briefing.drafting.stretches import is_taken
from briefing.drafting.wording import slug

_PART = r"(?:[A-Z][a-zA-Z’'&-]*[a-z][a-zA-Z’'&-]*|[A-Z]{2,}[a-z]*|[A-Z]\.)"
_NAME = re.compile(
    rf"{_PART}(?:(?: of the| of| for| and the)? {_PART}){{0,6}}(?:(?<=Fab|Lab) \d{{1,2}}|(?<=Plant|Phase) \d{{1,2}})?\b"
)
_JA_NAME = re.compile(r"[\u30a1-\u30faー]{3,20}(?:社|株式会社)?|[\u4e00-\u9fff]{2,8}(?:株式会社|銀行|大学|省|庁|県|市)")
# Words with a capital letter that are no names: they open sentences, or are titles, months and weekdays.
_DULL = frozenset(
    {"The", "A", "An", "In", "On", "At", "By", "For", "And", "But", "Or", "If", "As", "To", "Of", "It", "Its", "He",
     "She", "They", "We", "I", "This", "That", "These", "Those", "There", "Then", "Now", "Here", "What", "Why",
     "How", "When", "Where", "Who", "While", "With", "From", "After", "Before", "Earlier", "Later", "However",
     "Moreover", "Meanwhile", "Overall", "Although", "Only", "Also", "Both", "Such", "Other", "Even", "Unlike",
     "Beyond", "Key", "Last", "Next", "Most", "Many", "Some", "Not", "No", "Yes", "Please", "Photo", "Image",
     "Source", "Sources", "References", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
     "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December", "President", "Prime", "Minister", "CEO", "Mr", "Mrs", "Ms", "Dr", "His", "Her", "Their", "Our",
     "Your", "Central", "Established", "Through", "During", "Under", "Over", "Into", "Once", "Top",
     "Best", "New", "Free", "Home", "About"}
)  # fmt: skip
_CONNECTIVES = frozenset({"of", "for", "and", "the"})
_NO_PARTS = _DULL | _CONNECTIVES
_POSSESSIVE = re.compile(r"[’']s?$")
_HEADING_WORD = re.compile(r"[A-Za-z][\w’'-]+")
# Short words such as "of" are written small in headlines, too, so that they do not count.
_HEADING_WORD_MIN = 4
_HEADING_SHARE = 0.7
_OPENERS = (":", "“", "—", ".")
_CONTEXT = 60
_ENTITIES_MAX = 40
_ID_MAX = 64


@dataclass(frozen=True, slots=True)
class CandidateEntity:
    """A name without a record: how often it stands, where first, what it may be."""

    name: str
    kind: str
    par: int
    count: int

    @property
    def id(self) -> str:
        """The id that it would get; empty where no letter is Latin."""
        return slug(self.name, _ID_MAX)


@dataclass(frozen=True, slots=True)
class UnregisteredName:
    """Where a sentence names somebody without a record."""

    name: str
    start: int
    end: int


def find_candidate_entities(
    known_data: KnownData, sentences: Iterable[Sentence], skipped: frozenset[int]
) -> tuple[CandidateEntity, ...]:
    """Return the unknown names of a text, most frequent first, then in order; ``skipped`` paragraphs do not count."""
    counts: Counter[str] = Counter()
    entities: dict[str, tuple[str, int]] = {}
    for sentence in sentences:
        # Headlines write every word with a capital letter.
        if sentence.par in skipped or _is_heading(sentence.text):
            continue
        for name in find_unregistered_names(known_data, sentence.text):
            counts[name.name] += 1
            if name.name not in entities:
                around = sentence.text[max(0, name.start - _CONTEXT) : name.end + _CONTEXT]
                entities[name.name] = (guess_kind(name.name, around), sentence.par)
    candidates = []
    for full_name in _drop_surnames(entities):
        kind, par = entities[full_name]
        candidates.append(CandidateEntity(full_name, kind, par, counts[full_name]))
    ranked = sorted(candidates, key=lambda candidate: (-candidate.count, candidate.par, candidate.name))
    return tuple(ranked[:_ENTITIES_MAX])


def find_unregistered_names(known_data: KnownData, text: str) -> Iterator[UnregisteredName]:
    """Yield the names of a sentence that no record bears."""
    mentions = find_subjects(known_data, text)
    for pattern in (_NAME, _JA_NAME):
        for match in pattern.finditer(text):
            name = _trim(match[0])
            if is_taken(match.start(), match.end(), mentions) or not _is_name(name, text, match.start()):
                continue
            start = match.start() + max(0, match[0].find(name))
            yield UnregisteredName(name, start, start + len(name))


def _drop_surnames(names: Iterable[str]) -> Iterator[str]:
    """Yield the names that are no word of another one: Sato where the text also has Naoki Sato."""
    names = tuple(names)
    parts = {part for name in names for part in _shorter_parts(name)}
    for name in names:
        if name not in parts:
            yield name


def _shorter_parts(name: str) -> list[str]:
    return [part for part in name.split() if part != name]


def _is_heading(text: str) -> bool:
    words = [match[0] for match in _HEADING_WORD.finditer(text) if len(match[0]) >= _HEADING_WORD_MIN]
    if not words or text.endswith("."):
        return False
    capitalised = sum(word[0].isupper() for word in words)
    return capitalised > len(words) * _HEADING_SHARE


def _trim(name: str) -> str:
    """Return a name without the words around it that are none, and without its possessive."""
    words = _POSSESSIVE.sub("", name).split()
    while words and words[0] in _NO_PARTS:
        words = words[1:]
    while words and words[-1] in _NO_PARTS:
        words = words[:-1]
    return " ".join(words)


def _is_name(name: str, text: str, start: int) -> bool:
    """Tell names from single words that open a sentence, which may be any word, and from words of two letters."""
    if len(name) <= 2:
        return False
    is_single_word = " " not in name and name.isascii()
    if not is_single_word:
        return True
    return not name.isupper() and not _opens_sentence(text[:start])


def _opens_sentence(before: str) -> bool:
    return before.strip(" “\"‘'") == "" or before.rstrip().endswith(_OPENERS)

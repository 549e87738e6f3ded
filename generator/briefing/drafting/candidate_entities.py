"""Proper names that no record bears, with the kind of subject that they seem to be."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.drafting.known_data import Known
from briefing.drafting.offices import ROLE
from briefing.drafting.reading import Sentence
from briefing.drafting.spotting import find_subjects
from briefing.drafting.wording import slug

_PART = r"(?:[A-Z][a-zA-Z’'&-]*[a-z][a-zA-Z’'&-]*|[A-Z]{2,}[a-z]*|[A-Z]\.)"
_NAME = re.compile(
    rf"{_PART}(?:(?: of the| of| for| and the)? {_PART}){{0,6}}(?:(?<=Fab|Lab) \d{{1,2}}|(?<=Plant|Phase) \d{{1,2}})?\b"
)
_JA_NAME = re.compile(r"[\u30a1-\u30faー]{3,20}(?:社|株式会社)?|[\u4e00-\u9fff]{2,8}(?:株式会社|銀行|大学|省|庁|県|市)")
_KINDS = (
    ("company", r"\b(?:Inc|Corp|Corporation|Co|Ltd|PLC|Holdings|Group|Motors?|Electronics|Bank|Capital)\b\.?|"
                r"株式会社|社$|銀行$"),
    ("organization", r"\b(?:Ministry|Institute|University|Agency|Association|Bureau|Commission|Council|"
                     r"Department|Foundation|"
                     r"Fund|Party|School|Union|Times|Post|News|Journal|Center|Centre)\b|大学$|省$|庁$"),
    ("policy", r"\b(?:Act|Law|Plan|Programme|Program|Strategy|Initiative|Package)\b"),
    ("event", r"\b(?:Summit|Forum|Conference|Expo|Meeting|New Year)\b"),
    ("project", r"\b(?:Fab|Plant|Factory|Lab|Campus|Phase)\b"),
    ("place", r"\b(?:Prefecture|City|Island|Province|Bay|River|Sea)\b|県$|市$"),
)  # fmt: skip
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
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A name without a record: how often it stands, where first, what it may be."""

    name: str
    kind: str
    par: int
    count: int

    @property
    def id(self) -> str:
        """The id that it would get; empty where no letter is Latin."""
        return slug(self.name, 64)


def find_newcomers(known: Known, sentences: Iterable[Sentence], skipped: frozenset[int]) -> tuple[Newcomer, ...]:
    """Return the unknown names of a text, most frequent first, then in order; ``skipped`` paragraphs do not count."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[int, str]] = {}
    for sentence in sentences:
        if sentence.par in skipped or _is_heading(sentence.text):
            continue
        for one in names_in(known, sentence.text):
            around = sentence.text[max(0, one.start - 60) : one.end + 60]
            counts[one.name] += 1
            first.setdefault(one.name, (sentence.par, around))
    whole = [name for name in first if not any(name != other and name in other.split() for other in first)]
    found = (Newcomer(name, _kind(name, first[name][1]), first[name][0], counts[name]) for name in whole)
    return tuple(sorted(found, key=lambda one: (-one.count, one.par, one.name)))[:_SHOWN]


def _is_heading(text: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z][\w’'-]+", text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) > len(words) * 0.7 and not text.endswith(".")


@dataclass(frozen=True, slots=True)
class Named:
    """Where a sentence names somebody without a record."""

    name: str
    start: int
    end: int


def names_in(known: Known, text: str) -> Iterator[Named]:
    """Yield the names of a sentence that no record bears."""
    taken = [(one.start, one.end) for one in find_subjects(known, text)]
    for pattern in (_NAME, _JA_NAME):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            name = _trimmed(match[0])
            if name and _is_name(name, text, match.start()):
                start = match.start() + max(0, match[0].find(name))
                yield Named(name, start, start + len(name))


def _trimmed(name: str) -> str:
    words = re.sub(r"[’']s?$", "", name).split()
    while words and (words[0] in _DULL or words[0] in ("of", "for", "and", "the")):
        words = words[1:]
    while words and (words[-1] in ("of", "for", "and", "the") or words[-1] in _DULL):
        words = words[:-1]
    return " ".join(words)


def _is_name(name: str, text: str, start: int) -> bool:
    """A single word that opens a sentence may be any word; so may one of two letters."""
    alone = " " not in name and name.isascii()
    opens = text[:start].strip(" “\"‘'") == "" or text[:start].rstrip().endswith((":", "“", "—", "."))
    return len(name) > 2 and not (alone and (opens or name.isupper()))


def _kind(name: str, around: str) -> str:
    kind = next((kind for kind, words in _KINDS if re.search(words, name)), None)
    if kind:
        return kind
    escaped = re.escape(name)
    said = rf"(?:said|says|told|observed|added) {escaped}|{escaped}(?: \([^)]*\))? (?:said|says|told|added|observed)"
    if re.search(rf"{said}|{ROLE} {escaped}|{escaped},? (?:the |an? )?{ROLE}", around):
        return "person"
    if re.search(
        rf"{escaped} ?[(（][\u4e00-\u9fff\u3041-\u30ff ・]{{2,8}}[)）],? (?:an? |the )?(?:former |then )?{ROLE}", around
    ):
        return "person"
    if re.search(rf"\b(?:in|near|from) {escaped}\b", around):
        return "place"
    if re.search(rf"\b(?:founded|led|headed)\b[^.]{{0,40}} by {escaped}", around):
        return "person"
    return "person" if len(name.split()) in (2, 3) and re.search(rf"{escaped},", around) else "company"

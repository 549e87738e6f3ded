"""Proper names in a sentence that no record bears."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile

from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.subjects.spotting import find_subjects
from briefing.drafting.text.stretches import is_taken

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
# They begin no name, but may end one: "USA Today".
_TIME_ADVERBS = frozenset(
    {"Yesterday", "Today", "Tomorrow", "Tonight", "Recently", "Lately", "Previously", "Currently", "Formerly",
     "Eventually", "Finally", "Afterwards", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
     "Sunday"}
)  # fmt: skip
_CONNECTIVES = frozenset({"of", "for", "and", "the"})
_NO_PARTS = _DULL | _CONNECTIVES
_NO_BEGINNINGS = _NO_PARTS | _TIME_ADVERBS
_POSSESSIVE = re.compile(r"[’']s?$")
_OPENERS = (":", "“", "—", ".")
# Words of two letters are more often abbreviations than names.
_SHORT_NAME = 2


@dataclass(frozen=True, slots=True)
class UnregisteredName:
    """Where a sentence names somebody without a record."""

    name: str
    start: int
    end: int


def find_unregistered_names(known_data: KnownData, text: str) -> Iterator[UnregisteredName]:
    """Yield the names of a sentence that no record bears."""
    mentions = find_subjects(known_data, text)
    for pattern in (_NAME, _JA_NAME):
        for match in pattern.finditer(text):
            # A name that shares letters with a known one is a longer form of it, or cut out of it.
            if is_taken(match.start(), match.end(), mentions):
                continue
            name = _trim(match[0])
            if _is_name(name, text[: match.start()]):
                start = match.start() + max(0, match[0].find(name))
                yield UnregisteredName(name, start, start + len(name))


def without_time_adverb(name: str) -> str:
    """Return a name without an adverb of time that opened its sentence: Naoki Sato of "Yesterday Naoki Sato"."""
    first_word, _, rest = name.partition(" ")
    if first_word in _TIME_ADVERBS and rest:
        return rest
    return name


def _trim(name: str) -> str:
    """Return a name without the words around it that are none, and without its possessive."""
    words = list(dropwhile(_NO_BEGINNINGS.__contains__, _POSSESSIVE.sub("", name).split()))
    backwards = dropwhile(_NO_PARTS.__contains__, reversed(words))
    return " ".join(reversed(list(backwards)))


def _is_name(name: str, before: str) -> bool:
    """Tell names from single words that open a sentence, which may be any word."""
    if len(name) <= _SHORT_NAME:
        return False
    # Several words with capital letters, or Japanese letters, are a name wherever they stand.
    if " " in name or not name.isascii():
        return True
    return not name.isupper() and not _opens_sentence(before)


def _opens_sentence(before: str) -> bool:
    """Tell whether nothing but quotation marks, or the end of another sentence, stands before a name."""
    return before.strip(" “\"‘'") == "" or before.rstrip().endswith(_OPENERS)

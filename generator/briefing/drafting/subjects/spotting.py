"""Subjects in a sentence: names of both scripts, surnames, words like "Japanese"; doubt keeps its candidates."""

import re
import unicodedata
from collections.abc import Iterator, Set

from briefing.dataset.linked.mentions import find_mentions
from briefing.drafting.literals.money_figures import find_money
from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.subjects.subject_mentions import Mention, Mentions
from briefing.drafting.text.geography import DEMONYMS
from briefing.drafting.text.stretches import is_taken
from briefing.model.ids import SubjectId

# The longest first, or "South Korean" would be read as "Korean".
_DEMONYM = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(DEMONYMS, key=len, reverse=True)))})(?![\w])")
_PLACE_BEFORE = re.compile(r"(?:\b(?i:in|at|near|from|outside|a|the) |で)$")
_PLACE_BEHIND = re.compile(r"^(?:で|に|市)")
_NOUN_BEHIND = re.compile(
    r"(?! (?:has|is|was|and|to|in|with|or|are|have|will|had|of|over|from|on)\b)(?:-based)? [\w“\"]"
)
_BEARER_ORDER = {"organization": 0, "company": 1, "policy": 2, "topic": 3, "person": 4, "place": 5}


def find_subjects(known_data: KnownData, text: str, present: Set[SubjectId] = frozenset()) -> Mentions:
    """Return the subjects that a sentence names; ``present`` are people who may be named by surname alone.

    The yen of "four trillion yen" and the US of "US$" name nobody.
    """
    mentions = list(_find_names(known_data, text))
    # Names win over surnames, and those over adjectives, where they share letters.
    for extra in (*_find_surnames(known_data, text, present), *_find_adjectives(known_data, text)):
        if not is_taken(extra.start, extra.end, mentions):
            mentions.append(extra)
    sums = tuple(find_money(text))
    # Where a name begins decides: one that reaches into a sum from the left is a name.
    outside = [mention for mention in mentions if not is_taken(mention.start, mention.start + 1, sums)]
    return Mentions(sorted(outside, key=lambda mention: mention.start))


def find_people(known_data: KnownData, text: str) -> frozenset[SubjectId]:
    """Return the people whom a text names in full, so that their surnames count from then on."""
    return frozenset(known_data.of_kind(known_data.linked_subjects(text), "person"))


def _find_names(known_data: KnownData, text: str) -> Iterator[Mention]:
    """Yield the names and aliases that stand in a text, each settled on one subject."""
    for match in find_mentions(known_data.names, text):
        name = unicodedata.normalize("NFKC", text[match.start : match.end])
        # "US" before a noun is an adjective, and found as one.
        if name in DEMONYMS and _stands_before_noun(text[match.end :]):
            continue
        if match.subject is not None:
            yield Mention(match.start, match.end, match.subject, known_data.kind(match.subject))
        else:
            yield from _settle_doubt(known_data, text, match.start, match.end, known_data.bearers.get(name, ()))


def _settle_doubt(
    known_data: KnownData, text: str, start: int, end: int, bearers: tuple[SubjectId, ...]
) -> Iterator[Mention]:
    """Settle a name that several bear: after "in" it is the place, elsewhere who governs there."""
    if not bearers:
        return
    is_place = bool(_PLACE_BEFORE.search(text[:start]) or _PLACE_BEHIND.match(text[end:]))
    ranked = sorted(bearers, key=lambda bearer: _BEARER_ORDER.get(known_data.kind(bearer), 6), reverse=is_place)
    subject, *other_bearers = ranked
    yield Mention(start, end, subject, known_data.kind(subject), tuple(other_bearers))


def _find_surnames(known_data: KnownData, text: str, present: Set[SubjectId]) -> Iterator[Mention]:
    """Yield people by surname alone; only those whom the text has named in full."""
    # In the order of ids, so that of two people with one surname the same one is meant every time.
    for person in sorted(known_data.surnames.keys() & present):
        surname = re.escape(known_data.surnames[person])
        for match in re.finditer(rf"(?<![\w-]){surname}(?![\w-])", text):
            yield Mention(match.start(), match.end(), person, "person")


def _find_adjectives(known_data: KnownData, text: str) -> Iterator[Mention]:
    """Yield words like "Japanese" as mentions of their country."""
    for match in _DEMONYM.finditer(text):
        country = known_data.countries.get(DEMONYMS[match[0]])
        if country is not None and _stands_before_noun(text[match.end() :]):
            yield Mention(match.start(), match.end(), country, "place", adjective=True)


def _stands_before_noun(rest: str) -> bool:
    """Tell whether a noun follows, so that "US" and its like are adjectives."""
    return bool(_NOUN_BEHIND.match(rest))

"""Subjects in a sentence: names of both scripts, surnames, words like "Japanese"; doubt keeps its candidates."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.dataset.linked.mentions import find_mentions
from briefing.drafting.figures import FigureKind, find_figures
from briefing.drafting.geography import DEMONYMS
from briefing.drafting.known_data import Known
from briefing.model.ids import SubjectId

_DEMONYM = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(DEMONYMS, key=len, reverse=True)))})(?![\w])")
_PLACED = re.compile(r"(?:\b(?:in|at|near|from|outside|a|the) |で)$")
_IN_TOKYO = re.compile(r"^(?:で|に|市)")
_BEARER_ORDER = {"organization": 0, "company": 1, "policy": 2, "topic": 3, "person": 4, "place": 5}


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a subject.

    ``others`` are further subjects that the name may stand for; ``adjective`` is a word like "Japanese".
    """

    start: int
    end: int
    subject: SubjectId
    kind: str
    others: tuple[SubjectId, ...] = ()
    adjective: bool = False


def find_subjects(known: Known, text: str, present: Iterable[SubjectId] = ()) -> tuple[Mention, ...]:
    """Return the subjects that a sentence names; ``present`` are people who may be named by surname alone.

    The yen of "four trillion yen" and the US of "US$" name nobody.
    """
    sums = [one for one in find_figures(text) if one.kind is FigureKind.MONEY]
    found = list(_named(known, text))
    for extra in (*_surnamed(known, text, present), *_adjectives(known, text)):
        if not any(extra.start < one.end and one.start < extra.end for one in found):
            found.append(extra)
    outside = (one for one in found if not any(each.start <= one.start < each.end for each in sums))
    return tuple(sorted(outside, key=lambda one: one.start))


def _named(known: Known, text: str) -> Iterator[Mention]:
    for match in find_mentions(known.names, text):
        name = unicodedata.normalize("NFKC", text[match.start : match.end])
        if name in DEMONYMS and _before_noun(text[match.end :]):
            continue
        if match.subject is not None:
            yield Mention(match.start, match.end, match.subject, known.kind(match.subject))
        else:
            yield from _doubtful(known, text, match.start, match.end, known.bearers.get(name, ()))


def _doubtful(known: Known, text: str, start: int, end: int, bearers: tuple[SubjectId, ...]) -> Iterator[Mention]:
    """Settle a name that several bear: after "in" it is the place, elsewhere who governs there."""
    if not bearers:
        return
    placed = _PLACED.search(text[:start]) or _IN_TOKYO.match(text[end:])
    ranked = sorted(bearers, key=lambda one: _BEARER_ORDER.get(known.kind(one), 6), reverse=bool(placed))
    yield Mention(start, end, ranked[0], known.kind(ranked[0]), tuple(ranked[1:]))


def _surnamed(known: Known, text: str, present: Iterable[SubjectId]) -> Iterator[Mention]:
    for person in sorted(present):
        surname = known.surnames.get(person)
        if surname:
            for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", text):
                yield Mention(match.start(), match.end(), person, "person")


def _adjectives(known: Known, text: str) -> Iterator[Mention]:
    for match in _DEMONYM.finditer(text):
        country = known.countries.get(DEMONYMS[match[0]])
        if country is not None and _before_noun(text[match.end() :]):
            yield Mention(match.start(), match.end(), country, "place", adjective=True)


def _before_noun(rest: str) -> bool:
    return bool(re.match(r"(?:-based)? [\w“\"]", rest)) and not re.match(
        r" (?:has|is|was|and|to|in|with|or|are|have|will|had|of|over|from|on)\b", rest
    )


def people_in(known: Known, text: str) -> frozenset[SubjectId]:
    """Return the people whom a text names in full, so that their surnames count from then on."""
    found = (match.subject for match in find_mentions(known.names, text))
    return frozenset(one for one in found if one is not None and known.kind(one) == "person")

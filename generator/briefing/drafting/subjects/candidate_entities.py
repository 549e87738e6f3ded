"""Subjects that a text names and the data do not have, with the kind that they seem to be."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from briefing.drafting.subjects.entity_kinds import guess_kind
from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.subjects.unregistered_names import find_unregistered_names
from briefing.drafting.text.reading import Sentence
from briefing.drafting.text.wording import slug

# Short words such as "of" are written small in headlines, too, so that they do not count.
_LONG_WORD = re.compile(r"[A-Za-z][\w’'-]{3,}")
_HEADING_SHARE = 0.7
# Letters around a name that may tell its kind.
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
class _FirstMention:
    par: int
    around: str


def find_candidate_entities(
    known_data: KnownData, sentences: Iterable[Sentence], skipped: Set[int]
) -> tuple[CandidateEntity, ...]:
    """Return the unknown names of a text, most frequent first, then in order; ``skipped`` paragraphs do not count."""
    counts: Counter[str] = Counter()
    first: dict[str, _FirstMention] = {}
    for sentence in _read_prose(sentences, skipped):
        for name in find_unregistered_names(known_data, sentence.text):
            around = sentence.text[max(0, name.start - _CONTEXT) : name.end + _CONTEXT]
            counts[name.name] += 1
            # The first mention tells most: later ones are by surname, or lean on it.
            first.setdefault(name.name, _FirstMention(sentence.par, around))
    candidates = []
    for full_name in _drop_surnames(first):
        mention = first[full_name]
        kind = guess_kind(full_name, mention.around)
        candidates.append(CandidateEntity(full_name, kind, mention.par, counts[full_name]))
    # Of equal counts in the order of the text, then by name, so that a text has one draft.
    ranked = sorted(candidates, key=lambda candidate: (-candidate.count, candidate.par, candidate.name))
    return tuple(ranked[:_ENTITIES_MAX])


def _read_prose(sentences: Iterable[Sentence], skipped: Set[int]) -> Iterator[Sentence]:
    """Yield the sentences in which a capital letter means a name."""
    for sentence in sentences:
        # Headlines write every word with a capital letter.
        if sentence.par not in skipped and not _is_heading(sentence.text):
            yield sentence


def _is_heading(text: str) -> bool:
    """Tell whether most words of a line have a capital letter."""
    if text.endswith("."):
        return False
    words = [match[0] for match in _LONG_WORD.finditer(text)]
    capitalised = sum(word[0].isupper() for word in words)
    return capitalised > len(words) * _HEADING_SHARE


def _drop_surnames(names: Iterable[str]) -> Iterator[str]:
    """Yield the names that are no word of a longer one: Sato goes where the text also has Naoki Sato."""
    words: set[str] = set()
    for name in names:
        words.update(set(name.split()) - {name})
    return (name for name in names if name not in words)

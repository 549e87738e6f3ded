"""Mentions of subjects in a sentence, and the questions that patterns ask of them: which kind, on which side."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from briefing.model.ids import SubjectId


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a subject.

    ``other_bearers`` are further subjects that the name may stand for; ``adjective`` is a word like "Japanese".
    """

    start: int
    end: int
    subject: SubjectId
    kind: str
    other_bearers: tuple[SubjectId, ...] = ()
    adjective: bool = False

    def distance(self, position: int) -> int:
        """Return how many letters lie between a position of the sentence and the nearer end of the mention."""
        return min(abs(self.start - position), abs(self.end - position))


def likeliest(*subjects: SubjectId | None) -> SubjectId | None:
    """Return the first subject that there is of several guesses, given likeliest first."""
    return next(filter(None, subjects), None)


_SUBJECT: Callable[[Mention], SubjectId] = attrgetter("subject")


# A tuple, for the clauses of a sentence share it.
class Mentions(tuple[Mention, ...]):
    """Mentions from left to right; what a method selects keeps that order."""

    __slots__ = ()

    def of_kind(self, *kinds: str) -> "Mentions":
        """Return the mentions of subjects of some kinds."""
        return self._where(lambda mention: mention.kind in kinds)

    def nouns(self) -> "Mentions":
        """Return the mentions that name their subject, without words like "Japanese"."""
        return self._where(lambda mention: not mention.adjective)

    def adjectives(self) -> "Mentions":
        """Return the words like "Japanese"."""
        return self._where(lambda mention: mention.adjective)

    def ending_by(self, position: int) -> "Mentions":
        """Return the mentions that end at a position or before it."""
        return self._where(lambda mention: mention.end <= position)

    def starting_before(self, position: int) -> "Mentions":
        """Return the mentions that start before a position."""
        return self._where(lambda mention: mention.start < position)

    def starting_from(self, position: int) -> "Mentions":
        """Return the mentions that start at a position or behind it."""
        return self._where(lambda mention: mention.start >= position)

    def not_of_kind(self, *kinds: str) -> "Mentions":
        """Return the mentions of subjects of all other kinds."""
        return self._where(lambda mention: mention.kind not in kinds)

    def without(self, *subjects: SubjectId | None) -> "Mentions":
        """Return the mentions of everybody else."""
        return self._where(lambda mention: mention.subject not in subjects)

    def certain(self) -> "Mentions":
        """Return the mentions whose name stands for nobody else."""
        return self._where(lambda mention: not mention.other_bearers)

    def starting_at(self, position: int) -> Mention | None:
        """Return the mention that starts at a position."""
        return self._where(lambda mention: mention.start == position).first

    def ending_near(self, position: int, letters: int) -> Mention | None:
        """Return the last mention, where no more than so many letters lie between it and a position."""
        last = self.ending_by(position).last
        if last is None or position - last.end > letters:
            return None
        return last

    @property
    def first(self) -> Mention | None:
        """The first mention."""
        return next(iter(self), None)

    @property
    def last(self) -> Mention | None:
        """The last mention."""
        return next(reversed(self), None)

    @property
    def subjects(self) -> tuple[SubjectId, ...]:
        """The subjects, once each, in the order of their first mention."""
        return tuple(dict.fromkeys(map(_SUBJECT, self)))

    @property
    def first_subject(self) -> SubjectId | None:
        """The subject of the first mention."""
        return next(iter(self.subjects), None)

    @property
    def last_subject(self) -> SubjectId | None:
        """The subject of the last mention."""
        return next(map(_SUBJECT, reversed(self)), None)

    def _where(self, condition: Callable[[Mention], bool]) -> "Mentions":
        return Mentions(filter(condition, self))

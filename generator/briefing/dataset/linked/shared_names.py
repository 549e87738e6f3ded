"""Names that two subjects share: an error until both mark it and say that they differ."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice

from briefing.dataset.linked.name_forms import own_names
from briefing.dataset.linked.structural_sharing import changed_keys
from briefing.diagnostics.diagnostic import Diagnostic, Related, Span, error
from briefing.model.grouping import group_by
from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.model.signs import even_signs

_MOST_COMPARED = 20


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A subject with one of its names; ``link`` says how prose links it, as aliases do."""

    subject: Subject
    name: str
    link: str
    span: Span


def find_alias_clashes(subjects: Iterable[Subject]) -> Iterator[Diagnostic]:
    """Yield an error for every name that two subjects bear without both marking it."""
    bearers = chain.from_iterable(map(_bearers, subjects))
    for bearers_of_name in group_by(bearers, _compared_name).values():
        linking = filter(_may_link, bearers_of_name)
        yield from _find_clashes(sorted(linking, key=lambda bearer: bearer.subject.id))


def _compared_name(bearer: _Bearer) -> str:
    return even_signs(fold_name(bearer.name))


def _may_link(bearer: _Bearer) -> bool:
    return bearer.link != "never"


def _find_clashes(bearers: list[_Bearer]) -> Iterator[Diagnostic]:
    for position, bearer in enumerate(bearers):
        problems = (_problem(earlier, bearer) for earlier in bearers[: min(position, _MOST_COMPARED)])
        # One finding a bearer, or a name that thousands share would be millions.
        yield from islice(filter(None, problems), 1)


@dataclass(slots=True)
class NameMemo:
    """The clashes found last, and among whom; kept by the caller from one run to the next, empty at first."""

    subjects: Mapping[SubjectId, Subject] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def clashes(self, subjects: Mapping[SubjectId, Subject]) -> tuple[Diagnostic, ...]:
        """Return what `find_alias_clashes` finds, which is what it found where no name has changed."""
        if self._differ(subjects):
            self.diagnostics = tuple(find_alias_clashes(subjects.values()))
        self.subjects = subjects
        return self.diagnostics

    def _differ(self, subjects: Mapping[SubjectId, Subject]) -> bool:
        # The order counts too: a clash is reported at the later of two bearers.
        if list(self.subjects) != list(subjects):
            return True
        changed = changed_keys(self.subjects, subjects)
        return any(_named(self.subjects[subject]) != _named(subjects[subject]) for subject in changed)


def _named(subject: Subject) -> tuple[object, ...]:
    """Return all of a record that clashes depend on."""
    return subject.name, subject.aliases, subject.former_names, subject.not_same_as, subject.span


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """Return a name without differences of width, case and spacing."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _bearers(subject: Subject) -> Iterator[_Bearer]:
    """Yield the names of a subject; an alias says of a name that is spelled alike how it links."""
    marked = {fold_name(alias.name): alias for alias in subject.aliases}
    # Backwards, so that of names that differ in case alone the first is the one that is shown.
    by_folded = {fold_name(name): name for name in reversed(list(own_names(subject)))}
    for folded, name in by_folded.items():
        if folded not in marked:
            yield _Bearer(subject, name, "yes", subject.span)
    for alias in marked.values():
        yield _Bearer(subject, alias.name, alias.link, alias.span or subject.span)


def _problem(first: _Bearer, last: _Bearer) -> Diagnostic | None:
    a, b = first.subject.id, last.subject.id
    related = (Related(first.span, f'"{a}" bears it too'),)
    if {first.link, last.link} != {"ambiguous"}:
        message = f'"{last.name}" names two subjects: {a} and {b}'
        hint = f'mark it on both as {{name: "{last.name}", link: ambiguous}} and add not_same_as'
        return error("alias-clash", last.span, message, hint, related)
    # Either of the two may say it.
    if b in first.subject.not_same_as or a in last.subject.not_same_as:
        return None
    message = f'"{last.name}" is marked ambiguous, but the two subjects do not say that they differ'
    return error("alias-clash", last.span, message, f"add not_same_as: [{a}]", related)

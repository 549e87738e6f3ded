"""Names that two subjects share: an error until both mark it and say that they differ."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from generator.diagnostics.diagnostic import Diagnostic, Related, Span, error
from generator.model.records import Subject


@dataclass(frozen=True, slots=True)
class _Bearer:
    subject: Subject
    name: str
    link: str
    span: Span


def find_alias_clashes(subjects: Iterable[Subject]) -> Iterator[Diagnostic]:
    """Yield an error for every name that two subjects bear without both marking it."""
    by_name: dict[str, list[_Bearer]] = defaultdict(list)
    for subject in subjects:
        for bearer in _bearers(subject):
            by_name[fold_name(bearer.name)].append(bearer)
    for bearers in by_name.values():
        for a, b in combinations(bearers, 2):
            problem = _problem(a, b)
            if problem:
                yield problem


def fold_name(name: str) -> str:
    """Return a name without differences of width, case and spacing."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _bearers(subject: Subject) -> Iterator[_Bearer]:
    marked = {fold_name(alias.name): alias for alias in subject.aliases}
    names = [subject.name.en, subject.name.short, subject.name.ja, *(one.name for one in subject.former_names)]
    for folded in dict.fromkeys(fold_name(name) for name in names if name):
        if folded not in marked:
            yield _Bearer(subject, folded, "yes", subject.span)
    for alias in marked.values():
        yield _Bearer(subject, alias.name, alias.link, alias.span or subject.span)


def _problem(a: _Bearer, b: _Bearer) -> Diagnostic | None:
    if "never" in (a.link, b.link):
        return None
    last, first = (a, b) if a.subject.id > b.subject.id else (b, a)
    related = (Related(first.span, f'"{first.subject.id}" bears it too'),)
    if a.link == b.link == "ambiguous":
        if b.subject.id in a.subject.not_same_as or a.subject.id in b.subject.not_same_as:
            return None
        message = f'"{last.name}" is marked ambiguous, but the two subjects do not say that they differ'
        hint = f"add not_same_as: [{first.subject.id}]"
    else:
        message = f'"{last.name}" names two subjects: {first.subject.id} and {last.subject.id}'
        hint = f'mark it on both as {{name: "{last.name}", link: ambiguous}} and add not_same_as'
    return error("alias-clash", last.span, message, hint, related)

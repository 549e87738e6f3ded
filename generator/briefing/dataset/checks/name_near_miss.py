"""name-near-miss, line-undeclared: names that editors make up, and a slip in one would open a question of its own.

Names that differ in digits are different things, and a name that is used again is meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from briefing.dataset.linked.records import Slot
from briefing.diagnostics.diagnostic import Diagnostic, Related, warning
from briefing.diagnostics.suggest import distance_within, fold, nearest
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.key_names import KEY_FIELDS
from briefing.model.records import Subject

_SHORT = 4
"""A word so short has neighbours that are other words: men, ten; may, day."""
_LONG = 9
"""From here on two letters may be wrong."""
_MOST_NAMES = 60
"""A subject hardly has so many names for one attribute; beyond, comparing them all would take longer than it helps."""

Place = tuple[str, str]
Names = Mapping[str, Sequence[Claim]]


def find_name_near_miss(subject: Subject, slots: Iterable[Slot]) -> Iterator[Diagnostic]:
    """Yield every name used once that is a letter or two away from another name of the same question."""
    for place, names in _names(subject, slots).items():
        declared = _declared(subject) if place[1] == "line" else ()
        for one, other in combinations(sorted(names)[:_MOST_NAMES], 2):
            rare, usual = sorted((one, other), key=lambda name: (name in declared, len(names[name]), name))
            if rare not in declared and len(names[rare]) == 1 and is_near_miss(rare, usual):
                yield _near_miss(subject.id, place, rare, usual, names)


def is_near_miss(one: str, other: str) -> bool:
    """Tell whether two names differ by no more than a slip of the keyboard: one word, or the hyphens."""
    left, right = fold(one), fold(other)
    if left == right or re.sub(r"\D", "", left) != re.sub(r"\D", "", right):
        return False
    if left.replace("-", "") == right.replace("-", ""):
        return True
    words = list(zip(left.split("-"), right.split("-"), strict=False))
    apart = [(a, b) for a, b in words if a != b]
    if left.count("-") != right.count("-") or len(apart) != 1:
        return False
    length = max(map(len, apart[0]))
    if length < _SHORT:
        return False
    return _is_plural(*apart[0]) or distance_within(*apart[0], 2 if length >= _LONG else 1) is not None


def _is_plural(one: str, other: str) -> bool:
    """Tell whether one word is the plural of the other: factory and factories, process and processes."""
    short, long = sorted((one, other), key=len)
    return long in (f"{short}s", f"{short}es") or (short.endswith("y") and long == f"{short[:-1]}ies")


def _names(subject: Subject, slots: Iterable[Slot]) -> dict[Place, dict[str, list[Claim]]]:
    """Return the claims by attribute, field and name; a restatement is no second use."""
    found: dict[Place, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for slot in slots:
        for field, name in slot.key:
            if name and field in KEY_FIELDS and slot.about[0] == subject.id:
                own = _own(slot)
                if own:
                    found[slot.attribute, field][name].extend(own)
    return found


def _own(slot: Slot) -> list[Claim]:
    return [claim for claim in slot.claims if claim.restates is None and not claim.excluded]


def _declared(subject: Subject) -> tuple[str, ...]:
    return tuple(line.id for line in subject.money_lines)


def _near_miss(subject: SubjectId, place: Place, rare: str, usual: str, names: Names) -> Diagnostic:
    attribute, field = place
    message = f'"{rare}" and "{usual}" are two names for {attribute} of "{subject}", and so two questions'
    hint = f'did you mean "{usual}"? what is meant as the {field} is not reported when a second claim uses it'
    related = tuple(Related(claim.span, f'uses "{usual}"') for claim in names[usual][:1])
    return warning("name-near-miss", names[rare][0].span, message, hint, related)


def find_line_undeclared(subject: Subject, slots: Iterable[Slot]) -> Iterator[Diagnostic]:
    """Yield every line of an amount that its subject does not declare although it declares others."""
    declared = _declared(subject)
    for slot in slots if declared else ():
        line = dict(slot.key).get("line")
        own = _own(slot) if slot.attribute == "amount" and slot.about[0] == subject.id else ()
        if own and line and line not in declared:
            guess = nearest(line, declared, 1)
            meant = f'did you mean "{guess[0]}"? else ' if guess else ""
            message = f'"{subject.id}" declares its sums, and "{line}" is not among them'
            hint = f"{meant}add it to money_lines with its relation to the others, or no total can count it"
            yield warning("line-undeclared", own[0].span, message, hint)

"""name-near-miss: names that editors make up, and a slip in one would open a question of its own.

Names that differ in digits are different things, and a name that is used again is meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from briefing.dataset.checks.declared_lines import declared_lines, own_claims_of
from briefing.dataset.linked.claim_sets import point_to
from briefing.dataset.linked.records import Slot
from briefing.diagnostics.diagnostic import Diagnostic, warning
from briefing.diagnostics.suggest import distance_within, fold
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

KeyField = tuple[str, str]
"""An attribute with one of its key fields."""
Names = Mapping[str, Sequence[Claim]]
"""The claims that use each name."""


def find_name_near_miss(subject: Subject, slots: Iterable[Slot]) -> Iterator[Diagnostic]:
    """Yield every name used once that is a letter or two away from another name of the same question."""
    for key_field, names in _names_by_field(subject, slots).items():
        declared = _declared_names(subject, key_field)
        for pair in combinations(sorted(names)[:_MOST_NAMES], 2):
            rare, usual = _rarer_first(pair, names, declared)
            # A declared name and a name that is used again are meant.
            if rare in declared or len(names[rare]) > 1:
                continue
            if is_near_miss(rare, usual):
                yield _near_miss(subject.id, key_field, rare, usual, names)


def _declared_names(subject: Subject, key_field: KeyField) -> tuple[str, ...]:
    # Of all names only those of sums are declared.
    if key_field[1] != "line":
        return ()
    return declared_lines(subject)


def _rarer_first(pair: Iterable[str], names: Names, declared: Sequence[str]) -> list[str]:
    def use(name: str) -> tuple[bool, int, str]:
        return name in declared, len(names[name]), name

    return sorted(pair, key=use)


def is_near_miss(name: str, other: str) -> bool:
    """Tell whether two names differ by no more than a slip of the keyboard: one word, or the hyphens."""
    left, right = fold(name), fold(other)
    if left == right or _digits(left) != _digits(right):
        return False
    # Hyphens are set freely: trial-run and trialrun are one name.
    if left.replace("-", "") == right.replace("-", ""):
        return True
    return _is_slip_in_a_word(left.split("-"), right.split("-"))


def _is_slip_in_a_word(words: Sequence[str], other_words: Sequence[str]) -> bool:
    if len(words) != len(other_words):
        return False
    differing = [pair for pair in zip(words, other_words, strict=True) if pair[0] != pair[1]]
    # With two words that differ a name is hardly mistyped, but another name.
    if len(differing) != 1:
        return False
    return _is_slip(*differing[0])


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _is_slip(word: str, other: str) -> bool:
    length = max(len(word), len(other))
    if length < _SHORT:
        return False
    if _is_plural(word, other):
        return True
    wrong_letters = 1 + (length >= _LONG)
    return distance_within(word, other, wrong_letters) is not None


def _is_plural(word: str, other: str) -> bool:
    """Tell whether one word is the plural of the other: factory and factories, process and processes."""
    singular, plural = sorted((word, other), key=len)
    if plural in (f"{singular}s", f"{singular}es"):
        return True
    return singular.endswith("y") and plural == f"{singular[:-1]}ies"


def _names_by_field(subject: Subject, slots: Iterable[Slot]) -> dict[KeyField, dict[str, list[Claim]]]:
    """Return the claims by attribute, field and name; a restatement is no second use."""
    names: dict[KeyField, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for slot in slots:
        claims = own_claims_of(slot)
        if slot.about[0] != subject.id or not claims:
            continue
        for field, name in slot.key:
            if name and field in KEY_FIELDS:
                names[slot.attribute, field][name].extend(claims)
    return names


def _near_miss(subject: SubjectId, key_field: KeyField, rare: str, usual: str, names: Names) -> Diagnostic:
    attribute, field = key_field
    message = f'"{rare}" and "{usual}" are two names for {attribute} of "{subject}", and so two questions'
    hint = f'did you mean "{usual}"? what is meant as the {field} is not reported when a second claim uses it'
    related = point_to(names[usual][:1], lambda _: f'uses "{usual}"')
    return warning("name-near-miss", names[rare][0].span, message, hint, related)

"""The values and terms of a difference as they stand side by side, those that read alike only once."""

from collections.abc import Iterable, Sequence

from briefing.model.claims import Claim
from briefing.model.grouping import distinct_by
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import Prose, plain, words
from briefing.views.parts.qualifiers import qualifiers_of
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.values import claim_value, group_value


def value_rank(context: Context, claim: Claim) -> int:
    """Return where the value of a claim stands among those of its slot; the shown one is 0, one set aside is last."""
    groups = context.data.slot_of[claim.key].groups
    for rank, group in enumerate(groups):
        if claim in group.claims:
            return rank
    # A claim that is set aside is in no group.
    return len(groups)


def named_value(context: Context, claim: Claim, linker: Linker, *, labelled: bool, owned: bool) -> Prose:
    """Return a value with what it is of, and of which subject, where the values of a difference are not of one."""
    slot = context.data.slot_of[claim.key]
    names: list[str] = []
    if owned:
        names.append(context.display(slot.about[0]))
    if labelled:
        names.append(slot_label(context, slot)[0])
    value = _group_value(context, claim, linker)
    if not names:
        return value
    return (*words(f"{', '.join(names)}: "), *value)


def _group_value(context: Context, claim: Claim, linker: Linker) -> Prose:
    """Return the value of the group that a claim belongs to, so that claims that agree are told once."""
    groups = context.data.slot_of[claim.key].groups
    rank = value_rank(context, claim)
    if rank == len(groups):
        return claim_value(context, claim, linker)
    return group_value(context, groups[rank], linker)


def find_differing_term(
    context: Context, claims: Sequence[Claim], linker: Linker, names: Iterable[str]
) -> tuple[str, tuple[Prose, ...]]:
    """Return the first term in which sources differ on one value, and what they say; nothing where none is stated."""
    standing = [claim for claim in claims if claim.key not in context.rejections]
    for name in names:
        values: list[Prose] = []
        for claim in standing:
            values.extend(detail.value for detail in qualifiers_of(context, claim, linker, (name,)))
        distinct_values = drop_equal_prose(values)
        if len(distinct_values) > 1:
            return context.labels.word("term", name), distinct_values
    return "", ()


def drop_equal_prose(values: Iterable[Prose]) -> tuple[Prose, ...]:
    """Return values that read alike once, each where it stands first."""
    # The first has the link, if there is one: a linker links a name where it first stands.
    return distinct_by(values, plain)

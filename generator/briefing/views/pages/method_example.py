"""The worked example of the page on the method: the difference of this briefing that shows most of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.dataset.linked.records import Conflict, Slot
from briefing.dataset.rule_base.rule import Category
from briefing.views.base.categories import category_of
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose
from briefing.views.parts.box_slots import find_box_slot
from briefing.views.parts.boxes import locate_slot_box
from briefing.views.parts.differences import Difference, view_differences


@dataclass(frozen=True, slots=True)
class Example:
    """A box where sources differ, to be explained part by part; ``link`` leads to where it really stands."""

    about: Prose
    box: Difference
    link: PageLink


def find_example(context: Context) -> Example | None:
    """Return the difference that shows most of the method, if any: best one whose judgement sets a claim aside."""
    best = min(_boxed_differences(context), key=lambda difference: _instructiveness(context, *difference), default=None)
    if best is None:
        return None
    _, slot = best
    return _example(context, slot)


def _boxed_differences(context: Context) -> Iterator[tuple[Conflict, Slot]]:
    """Yield the differences that stand in the box of one slot, each with the slot."""
    # What no box explains has no parts to point at.
    for conflict in context.findings.for_readers:
        if not category_of(context.data, conflict).is_difference:
            continue
        slot = find_box_slot(context, conflict)
        if slot is not None:
            yield conflict, slot


def _instructiveness(context: Context, conflict: Conflict, slot: Slot) -> tuple[bool, bool, bool, str]:
    """Return what a difference lacks, the gravest first: a rejected claim, a judgement, a disputed value."""
    judgement = slot.judgement or conflict.judgement
    rejects = judgement is not None and bool(judgement.reject)
    is_dispute = category_of(context.data, conflict) is Category.DISPUTE
    return not rejects, judgement is None, not is_dispute, conflict.key


def _example(context: Context, slot: Slot) -> Example | None:
    subject = slot.about[0]
    page, anchor = locate_slot_box(context, slot)
    # The example is the very box of the subject's page, so that it cannot say anything else.
    for box in view_differences(context, subject, Linker(context)):
        if box.anchor == anchor:
            return Example(context.link(subject), box, PageLink(context.display(subject), page, anchor))
    return None

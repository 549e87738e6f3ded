"""The money of a subject on its own page: its sums, the effects expected of it, and what it pays or receives."""

from dataclasses import dataclass

from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.entry_order import SECTION_ROWS
from briefing.views.base.linker import Linker
from briefing.views.base.placement import Layout
from briefing.views.base.tokens import PageLink
from briefing.views.pages.subject_sections import rest_link
from briefing.views.parts.money_rows import MoneyRow, view_money
from briefing.views.parts.payments import payments
from briefing.views.parts.sum_lines import LineNote, view_lines
from briefing.views.parts.sums import largest_first


@dataclass(frozen=True, slots=True)
class MoneySection:
    """Sums of the subject itself, and sums of others that it pays or receives; effects apart."""

    own: tuple[MoneyRow, ...]
    effects: tuple[MoneyRow, ...]
    incoming: tuple[MoneyRow, ...]
    lines: tuple[LineNote, ...]
    rest: PageLink | None


def view_money_section(context: Context, layout: Layout) -> MoneySection:
    """Return the sums of a subject, the largest first, and how they relate."""
    subject = layout.subject
    linker = Linker(context, subject)
    # Sums and effects are worked out in one order of size: a name is linked where the largest first mentions it.
    own: list[MoneyRow] = []
    effects: list[MoneyRow] = []
    for entry in largest_first(context, layout.section("money")):
        rows = effects if entry.slot.attribute == "effect" else own
        rows.append(view_money(context, entry, linker, subject))
    return MoneySection(
        own=tuple(own),
        effects=tuple(effects),
        incoming=_incoming_money(context, subject, linker),
        lines=view_lines(context, context.data.subjects[subject], linker),
        rest=rest_link(context, layout, "money"),
    )


def _incoming_money(context: Context, subject: SubjectId, linker: Linker) -> tuple[MoneyRow, ...]:
    """Return the sums of other subjects that this one pays or receives, the largest first."""
    entries = largest_first(context, payments(context, subject))[:SECTION_ROWS]
    return tuple(view_money(context, entry, linker, subject) for entry in entries)

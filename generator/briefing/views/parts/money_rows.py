"""Rows of the sums and expected effects of a subject, with who pays and who receives."""

from dataclasses import dataclass, replace

from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import Prose, words
from briefing.views.parts.entity_names import entity_prose
from briefing.views.parts.entries import link_entry, shown_group
from briefing.views.parts.qualifiers import stage_label
from briefing.views.parts.statements import Statement, view_statement
from briefing.views.parts.values import lead_claim


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A sum with its stage, who pays and who receives."""

    statement: Statement
    subject: Prose
    stage: str
    payer: Prose
    payee: Prose


def view_money(context: Context, entry: Entry, linker: Linker, own: SubjectId | None = None) -> MoneyRow:
    """Return the row of a sum or of an expected effect; ``own`` is the subject on whose page it stands."""
    lead = lead_claim(shown_group(entry.slot))
    statement = view_statement(context, entry, linker)
    return MoneyRow(
        # The section says that these are sums.
        statement=replace(statement, label_note=""),
        subject=link_entry(context, entry),
        stage=stage_label(context, lead),
        payer=_party(context, lead, "payer", own),
        payee=_party(context, lead, "payee", own),
    )


def _party(context: Context, claim: Claim, name: str, own: SubjectId | None) -> Prose:
    """Return who pays or receives; the page's own subject by its name alone, for a link to it would lead nowhere."""
    party = claim.qualifiers.get(name)
    # Most sums name neither.
    if not party:
        return ()
    if own is not None and party == own:
        return words(context.display(own))
    return entity_prose(context, party)

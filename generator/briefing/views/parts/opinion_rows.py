"""Rows of what is said about a subject as an opinion, with who says it and in which words."""

from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import Prose
from briefing.views.parts.entries import shown_group
from briefing.views.parts.speakers import speaker_prose
from briefing.views.parts.statements import Statement, view_statement
from briefing.views.parts.values import lead_claim


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """A judgement with who makes it and the words quoted."""

    statement: Statement
    speaker: Prose
    quote: str


def view_opinion(context: Context, entry: Entry, linker: Linker) -> OpinionRow:
    """Return the row of a judgement."""
    lead = lead_claim(shown_group(entry.slot))
    return OpinionRow(view_statement(context, entry, linker), speaker_prose(context, lead), quote_of(lead))


def quote_of(claim: Claim) -> str:
    """Return the words quoted, without quotation marks of their own."""
    # Pages set their own marks around the quote.
    return (claim.qualifier("quote") or "").strip('“”"「」')

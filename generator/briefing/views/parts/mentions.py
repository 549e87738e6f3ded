"""Claims about others on the page of a subject: those that it makes, and those that name it in passing."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.entry_order import SECTION_ROWS
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose
from briefing.views.parts.date_words import claim_as_of
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.sources import SourceRef, source_refs
from briefing.views.parts.values import claim_value


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim about somebody else that this subject makes or is named in."""

    about: PageLink
    label: str
    value: Prose
    quote: str
    as_of: str
    sources: tuple[SourceRef, ...]


def view_remarks(context: Context, subject: SubjectId) -> tuple[Mention, ...]:
    """Return what a subject says about others."""
    claims = context.data.find_claims(context.data.incoming_of.get(subject, ()))
    return _view_mentions(context, [claim for claim in claims if _speaks(subject, claim)], subject)


def view_passing(context: Context, subject: SubjectId) -> tuple[Mention, ...]:
    """Return the claims about others that name a subject in passing."""
    claims = context.subjects.named_in_passing.get(subject, ())
    # What it says itself stands among its remarks.
    return _view_mentions(context, [claim for claim in claims if not _speaks(subject, claim)], subject)


def _speaks(subject: SubjectId, claim: Claim) -> bool:
    if claim.speaker is None:
        return False
    return claim.speaker.subject == subject


def _view_mentions(context: Context, claims: Sequence[Claim], subject: SubjectId) -> tuple[Mention, ...]:
    linker = Linker(context, subject)
    standing = [claim for claim in claims if _stands(context, claim)]
    return tuple(_view_mention(context, claim, linker) for claim in standing[:SECTION_ROWS])


def _stands(context: Context, claim: Claim) -> bool:
    """Tell whether a claim counts: neither set aside nor said before in the same article."""
    if claim.excluded or claim.key in context.rejections:
        return False
    return claim.restates is None


def _view_mention(context: Context, claim: Claim, linker: Linker) -> Mention:
    slot = context.data.slot_of[claim.key]
    label, _ = slot_label(context, slot)
    # The slot of a symmetric relation may have its subjects in another order.
    subject = claim.about[0]
    page, anchor = context.addresses.layouts[subject].locate(slot)
    return Mention(
        about=PageLink(context.display(subject), page, anchor),
        label=label,
        value=claim_value(context, claim, linker),
        quote=_bare_quote(claim),
        as_of=claim_as_of(context, claim),
        sources=source_refs(context, [claim]),
    )


def _bare_quote(claim: Claim) -> str:
    quote = claim.qualifier("quote")
    if not quote:
        return ""
    # Pages set their own marks around the quote.
    return quote.strip('“”"')

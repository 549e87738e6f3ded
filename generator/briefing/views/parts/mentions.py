"""Claims about others on the page of a subject: those that it makes, and those that name it in passing."""

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


def view_remarks(ctx: Context, subject: SubjectId) -> tuple[Mention, ...]:
    """Return what a subject says about others."""
    claims = [ctx.data.claims[key] for key in ctx.data.incoming_of.get(subject, ())]
    spoken = [one for one in claims if one.speaker and one.speaker.subject == subject]
    return _mentions(ctx, spoken, subject)


def view_passing(ctx: Context, subject: SubjectId) -> tuple[Mention, ...]:
    """Return the claims about others that name a subject in passing."""
    named = [
        one
        for one in ctx.subjects.named_in_passing.get(subject, ())
        if not one.speaker or one.speaker.subject != subject
    ]
    return _mentions(ctx, named, subject)


def _mentions(ctx: Context, claims: list[Claim], subject: SubjectId) -> tuple[Mention, ...]:
    linker = Linker(ctx, subject)
    standing = [one for one in claims if not one.excluded and one.restates is None and one.key not in ctx.rejections]
    return tuple(_mention(ctx, one, linker) for one in standing[:SECTION_ROWS])


def _mention(ctx: Context, claim: Claim, linker: Linker) -> Mention:
    slot = ctx.data.slot_of[claim.key]
    page, anchor = ctx.addresses.layouts[claim.about[0]].locate(slot)
    return Mention(
        about=PageLink(ctx.display(claim.about[0]), page, anchor),
        label=slot_label(ctx, slot)[0],
        value=claim_value(ctx, claim, linker),
        quote=(claim.qualifier("quote") or "").strip('“”"'),
        as_of=claim_as_of(ctx, claim),
        sources=source_refs(ctx, [claim]),
    )

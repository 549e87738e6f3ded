"""What a reference to a claim says before it is followed, as plain text."""

from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.routes import claim_anchor
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.opinion_rows import quote_of
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.sources import paragraph
from briefing.views.parts.values import claim_value


@dataclass(frozen=True, slots=True)
class ClaimPreview:
    """One claim of a source: its anchor on the source's page, its paragraph, what it is about, what it says."""

    anchor: str
    paragraph: str
    about: str
    wording: str


def preview_claim(context: Context, claim: Claim) -> ClaimPreview:
    """Return what a reference to a claim says."""
    return ClaimPreview(
        anchor=claim_anchor(claim.key, claim.article),
        paragraph=paragraph(claim.par),
        about=_about(context, claim),
        wording=_wording(context, claim),
    )


def _about(context: Context, claim: Claim) -> str:
    label, _ = slot_label(context, context.data.slot_of[claim.key])
    names = [context.display(subject) for subject in claim.about if subject in context.data.subjects]
    return f"{', '.join(names)}: {label}"


def _wording(context: Context, claim: Claim) -> str:
    """Return the value of a claim and the quotation in it, either of which may be missing."""
    quote = quote_of(claim)
    quoted = f"“{quote}”" if quote else ""
    return " ".join(filter(None, (_value(context, claim), quoted)))


def _value(context: Context, claim: Claim) -> str:
    if claim.value is None:
        return ""
    return plain(claim_value(context, claim, Linker(context)))

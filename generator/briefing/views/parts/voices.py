"""One claim in a box where sources differ: who says it, when, how firmly, and how far it is trusted."""

from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import Prose
from briefing.views.parts.date_words import claim_as_of
from briefing.views.parts.origins import origin_name
from briefing.views.parts.qualifiers import Detail, firmness, qualifiers_of, stage_label
from briefing.views.parts.sources import SourceRef, cited_name, source_refs
from briefing.views.parts.speakers import spoken_by
from briefing.views.parts.values import claim_value

DIFFERING_QUALIFIERS = (
    "role", "share", "payer", "payee", "basis", "public_share", "scope", "period", "when", "condition", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim in a box: who says it, when, how firmly, and how far we trust it.

    ``as_of_note`` and ``origin_note`` are empty where they would say again what stands beside them.
    """

    value: Prose
    sources: tuple[SourceRef, ...]
    published: str
    as_of: str
    as_of_note: str
    stage: str
    firmness: str
    grade: str
    origin: str
    origin_note: str
    details: tuple[Detail, ...]


def view_voice(context: Context, claim: Claim, linker: Linker) -> Voice:
    """Return one claim as a voice."""
    cited = cited_name(context, claim)
    origin = cited or origin_name(context, claim.origin)
    as_of, published = claim_as_of(context, claim), claim.published.label
    # The source names an article that is its own origin, and what it cites.
    is_origin_named = bool(cited) or claim.origin == claim.article
    return Voice(
        value=claim_value(context, claim, linker),
        sources=source_refs(context, [claim]),
        published=published,
        as_of=as_of,
        as_of_note="" if as_of == published else as_of,
        stage=stage_label(context, claim),
        firmness=firmness(context, claim),
        grade=claim.grade,
        origin=origin,
        origin_note="" if is_origin_named else origin,
        details=(*spoken_by(context, claim), *qualifiers_of(context, claim, linker, DIFFERING_QUALIFIERS)),
    )

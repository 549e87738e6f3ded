"""A finding as the lists of findings show it: with its claims, its box and what it is filtered by."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.dataset.linked.records import Conflict
from briefing.model.claims import Claim
from briefing.views.base.context import Context
from briefing.views.base.finding_pages import MOST_VOICES
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, join_prose
from briefing.views.parts.facets import Facet, facet
from briefing.views.parts.findings import Finding, link_to_box, view_finding
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.sources import SourceRef, source_refs
from briefing.views.parts.voices import Voice, view_voice

_HEADING_FACTS = 3
"""So many facts make a heading; a finding on a whole article is about dozens."""
FINDING_FACETS = ("sort", "rule", "status", "kind")


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One finding with the claims that it is about.

    ``same_question`` has the findings that ask the same and are answered with it. ``voices_left`` counts the claims
    beyond ``voices``.
    """

    anchor: str
    finding: Finding
    same_question: tuple[Finding, ...]
    about: Prose
    label: str
    box: PageLink | None
    reading: Prose
    voices: tuple[Voice, ...]
    voices_left: int
    claims: int
    sources: tuple[SourceRef, ...]
    facets: tuple[Facet, ...]


def view_conflict_row(context: Context, conflict: Conflict, linker: Linker) -> ConflictRow:
    """Return a finding as a row; ``linker`` is that of the part of the page in which it stands."""
    claims = context.data.find_claims(conflict.claims)
    # A finding on a whole article may be about so many claims that no page would hold them.
    voices = claims[:MOST_VOICES]
    finding = view_finding(context, conflict)
    return ConflictRow(
        anchor=conflict.key,
        finding=finding,
        same_question=(),
        about=join_prose([context.link(subject) for subject in conflict.about]),
        label=facts_heading(context, _labels(context, claims)),
        box=link_to_box(context, conflict),
        reading=linker.prose(conflict.reading),
        voices=tuple(view_voice(context, claim, linker) for claim in voices),
        voices_left=len(claims) - len(voices),
        claims=len(claims),
        sources=source_refs(context, voices),
        facets=_facets(context, conflict, finding),
    )


def _labels(context: Context, claims: Sequence[Claim]) -> tuple[str, ...]:
    # Claims of several subjects may answer one question: its label stands once.
    labels: dict[str, None] = {}
    for claim in claims:
        label, _ = slot_label(context, context.data.slot_of[claim.key])
        labels[label] = None
    return tuple(labels)


def _facets(context: Context, conflict: Conflict, finding: Finding) -> tuple[Facet, ...]:
    kinds = [context.kind(subject).label for subject in conflict.about if subject in context.data.subjects]
    return (
        facet("sort", [finding.category_word]),
        facet("rule", [finding.rule]),
        facet("status", [finding.status_word]),
        facet("kind", kinds),
    )


def facts_heading(context: Context, labels: tuple[str, ...]) -> str:
    """Return the facts of a finding as a heading; those beyond the first few are counted, for the box names all."""
    left = len(labels) - _HEADING_FACTS
    # To count a single one more would be no shorter than to name it.
    if left <= 1:
        return ", ".join(labels)
    return ", ".join((*labels[:_HEADING_FACTS], context.labels.say("more-facts", n=left)))

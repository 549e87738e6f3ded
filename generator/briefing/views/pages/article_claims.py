"""The claims of an article on its own page: each as the article makes it, and where it stands among all claims."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.model.records import Article
from briefing.routes import claim_anchor
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, join_prose, mark_japanese
from briefing.views.pages.claim_links import corrected_links, restated_link, slot_link
from briefing.views.pages.claim_standing import Standing, claim_standing
from briefing.views.parts.date_words import claim_as_of
from briefing.views.parts.findings import Finding, is_difference, view_finding
from briefing.views.parts.opinion_rows import quote_of
from briefing.views.parts.qualifiers import ALL_QUALIFIERS, Detail, details_of
from briefing.views.parts.sources import cited_name, paragraph
from briefing.views.parts.speakers import speaker_prose
from briefing.views.parts.values import claim_value

PART_CLAIMS = 20
"""Claims after which an article's next paragraph begins a new part."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim as the article makes it; ``standing`` is empty for what is simply shown or stands."""

    anchor: str
    paragraph: str
    about: Prose
    label: PageLink
    value: Prose
    details: tuple[Detail, ...]
    speaker: Prose
    quote: str
    as_of: str
    standing: str
    standing_word: str
    reason: str
    citing: Prose
    restates: PageLink | None
    corrects: tuple[PageLink, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """Some paragraphs of an article with their claims; a part with a title is folded."""

    title: str
    rows: tuple[ClaimRow, ...]


def view_claim_parts(context: Context, article: Article, claims: Sequence[Claim]) -> tuple[ClaimPart, ...]:
    """Return the claims of an article in parts, of which the first is open; ``claims`` are in reading order."""
    linker = Linker(context)
    parts: list[ClaimPart] = []
    for part in _split_at_paragraphs(claims):
        # The first part is open and so needs no title to be unfolded by.
        title = _part_title(context, part) if parts else ""
        rows = [_claim_row(context, article, claim, linker) for claim in part]
        parts.append(ClaimPart(title, tuple(rows)))
    return tuple(parts)


def _split_at_paragraphs(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return claims in parts, none of which ends within a paragraph."""
    parts: list[list[Claim]] = []
    for claim in claims:
        if not parts or _begins_part(claim, parts[-1]):
            parts.append([])
        parts[-1].append(claim)
    return parts


def _begins_part(claim: Claim, part: Sequence[Claim]) -> bool:
    return len(part) >= PART_CLAIMS and claim.par != part[-1].par


def _part_title(context: Context, claims: Sequence[Claim]) -> str:
    return context.labels.say("part-count", paragraphs=_paragraphs(context, claims), n=len(claims))


def _paragraphs(context: Context, claims: Sequence[Claim]) -> str:
    """Return the paragraphs that claims stand in, such as ¶3-9."""
    ranges = [claim.par for claim in claims if claim.par]
    if not ranges:
        return context.labels.say("no-paragraph")
    # An earlier claim may reach further down than those after it.
    first, _ = ranges[0]
    return paragraph((first, max(last for _, last in ranges)))


def _claim_row(context: Context, article: Article, claim: Claim, linker: Linker) -> ClaimRow:
    standing = claim_standing(context, claim)
    return ClaimRow(
        anchor=claim_anchor(claim.key, article.id),
        paragraph=paragraph(claim.par),
        about=join_prose([context.link(subject) for subject in claim.about]),
        label=slot_link(context, claim),
        value=_value(context, claim, linker),
        details=_details(context, claim, linker),
        speaker=speaker_prose(context, claim),
        quote=quote_of(claim),
        as_of=claim_as_of(context, claim),
        standing=standing.name,
        standing_word=_standing_word(context, standing),
        reason=standing.reason,
        citing=mark_japanese(cited_name(context, claim)),
        restates=restated_link(context, article, claim),
        corrects=corrected_links(context, article, claim),
        findings=_findings(context, claim),
    )


def _value(context: Context, claim: Claim, linker: Linker) -> Prose:
    # A claim may name two subjects and say no more than that they are related.
    if claim.value is None:
        return ()
    return claim_value(context, claim, linker)


def _details(context: Context, claim: Claim, linker: Linker) -> tuple[Detail, ...]:
    # Qualifiers that are part of the question stand in the label already.
    in_label = context.data.registry.attributes[claim.attribute].key
    qualifiers = tuple(name for name in ALL_QUALIFIERS if name not in in_label)
    return details_of(context, claim, linker, qualifiers)


def _standing_word(context: Context, standing: Standing) -> str:
    if not standing.name:
        return ""
    if standing.name == "draft":
        return context.labels.say("draft")
    return context.labels.word("rank", standing.name)


def _findings(context: Context, claim: Claim) -> tuple[Finding, ...]:
    """Return what a claim differs from, and whatever is still open about it."""
    # Several findings of one question would stand here under the same words.
    findings: dict[tuple[str, str], Finding] = {}
    for conflict in context.findings.by_claim.get(claim.key, ()):
        if conflict.status == "open" or is_difference(context, conflict):
            finding = view_finding(context, conflict)
            findings.setdefault((finding.status, finding.question), finding)
    return tuple(findings.values())

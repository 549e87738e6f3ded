"""References from a fact to the claims that carry it: `Taipei Times ¶22` leads to the claim on its article's page."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey
from briefing.model.records import Citation
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, Prose, mark_japanese


@dataclass(frozen=True, slots=True)
class SourceRef:
    """One reference; ``citing`` names what the article itself leans on, ``draft`` says that nobody has reviewed it."""

    link: PageLink
    citing: Prose
    draft: bool


def source_refs(context: Context, claims: Iterable[Claim], own: ArticleId | None = None) -> tuple[SourceRef, ...]:
    """Return one reference per place, those of one article together, its name only at the first of them.

    ``own`` is the article whose page the references stand on; its name is never needed there.
    """
    refs: dict[tuple[str, object, object], SourceRef] = {}
    last_article: str | None = own
    for claim in sorted(claims, key=_reference_order):
        # What an article says in one paragraph is one place, and what it takes from a report another.
        passage = (claim.article, claim.par or claim.key, claim.qualifier("via"))
        if passage not in refs:
            refs[passage] = _view_ref(context, claim, named=claim.article != last_article)
            last_article = claim.article
    return tuple(refs.values())


def refs_of_keys(context: Context, keys: Iterable[ClaimKey], own: ArticleId | None = None) -> tuple[SourceRef, ...]:
    """Return the references for claims named by their keys."""
    return source_refs(context, context.data.find_claims(keys), own)


def _reference_order(claim: Claim) -> tuple[str, str, str, int]:
    # The best grade first, and claims of one article in the order of its text.
    return claim.grade, claim.published.printed, claim.article, claim.order


def _view_ref(context: Context, claim: Claim, *, named: bool) -> SourceRef:
    parts: list[str] = []
    passage = paragraph(claim.par)
    # A link needs a text: without a paragraph that is the name, however often it stands there.
    if named or not passage:
        parts.append(context.names.brief_articles[claim.article])
    if passage:
        parts.append(passage)
    link = PageLink(" ".join(parts), *context.addresses.articles.locate(claim))
    return SourceRef(link, mark_japanese(cited_name(context, claim)), is_draft(context, claim))


def is_draft(context: Context, claim: Claim) -> bool:
    """Return whether nobody has reviewed a claim: only a preview shows it."""
    return "draft" in (context.data.articles[claim.article].review, claim.qualifier("review"))


def paragraph(par: tuple[int, int] | None) -> str:
    """Return a place in an article: `¶22`, `¶22-23`, nothing where paragraphs are not counted."""
    if par is None:
        return ""
    first, last = par
    if first == last:
        return f"¶{first}"
    return f"¶{first}-{last}"


def cited_name(context: Context, claim: Claim) -> str:
    """Return the name of the reference that a second-hand claim comes through, or nothing."""
    via = claim.qualifier("via")
    for citation in context.data.articles[claim.article].cites:
        if citation.id == via:
            return _citation_name(context, citation)
    return ""


def _citation_name(context: Context, citation: Citation) -> str:
    """Return what a reference is called: its publisher, else its title, else the id that the article gives it."""
    publisher = context.publisher(citation.publisher)
    if publisher is None:
        return citation.title or citation.id
    return publisher.name.display

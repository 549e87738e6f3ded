"""Links from a claim on its article's page: to the fact that it speaks to, and to the claims that it refers to."""

from briefing.dataset.linked.records import Rank
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey
from briefing.model.records import Article
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink
from briefing.views.parts.box_slots import find_rejection_slot
from briefing.views.parts.boxes import locate_slot_box
from briefing.views.parts.slot_labels import locate_slot, slot_label
from briefing.views.parts.sources import paragraph


def slot_link(context: Context, claim: Claim) -> PageLink:
    """Return the link from a claim to the fact that it speaks to, on the page of its subject."""
    slot = context.data.slot_of[claim.key]
    label, note = slot_label(context, slot)
    text = with_note(label, note)
    if slot.ranks[claim.key] is Rank.REJECTED:
        # What was set aside no longer stands with its fact, but in the box of the decision.
        return PageLink(text, *locate_slot_box(context, find_rejection_slot(context, claim)))
    return PageLink(text, *locate_slot(context, slot))


def restated_link(context: Context, article: Article, claim: Claim) -> PageLink | None:
    """Return the link from the page of ``article`` to the claim that this one says again, if any."""
    # What is said again may be a claim that is not part of the data any more.
    if not claim.restates or claim.restates not in context.data.claims:
        return None
    return _claim_link(context, article, claim.restates)


def corrected_links(context: Context, article: Article, claim: Claim) -> tuple[PageLink, ...]:
    """Return the links from the page of ``article`` to the claims that this one corrects."""
    if claim.corrects is None:
        return ()
    return tuple(_claim_link(context, article, key) for key in claim.corrects.claims)


def _claim_link(context: Context, article: Article, key: ClaimKey) -> PageLink:
    """Return the link to a claim from the page of ``article``, which may be another than that of the claim."""
    claim = context.data.claims[key]
    # A claim without a paragraph goes by its own part of the key, such as c22.
    text = paragraph(claim.par) or claim.key.partition("#")[2]
    if claim.article != article.id:
        text = f"{context.names.brief_articles[claim.article]}, {text}"
    return PageLink(text, *context.addresses.articles.locate(claim))


def with_note(label: str, note: str) -> str:
    """Return a label with its note in brackets, where it has one."""
    return f"{label} ({note})" if note else label

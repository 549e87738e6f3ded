"""Claims, and the values that they make pages show, as lines of a report on changes."""

from collections.abc import Callable

from briefing import routes
from briefing.dataset.diff import ClaimChange, Comparison, FieldChange, ShownChange
from briefing.dataset.linked.records import Dataset, Slot
from briefing.model.claims import Claim
from briefing.model.values import print_value
from briefing.reports.change_line import Line
from briefing.reports.subject_names import join_names, subject_url
from briefing.views.base.article_pages import find_article_pages


def shown_line(change: ShownChange, comparison: Comparison) -> Line:
    """Tell which question is answered otherwise than before."""
    about = change.slot.about
    names = join_names(_naming_state(change, comparison), about)
    was, now = change.was or "nothing", change.now or "nothing"
    text = f"{names}, {_question(change.slot)}: {was} → {now}"
    return Line(text, subject_url(comparison.new, about))


def _naming_state(change: ShownChange, comparison: Comparison) -> Dataset:
    """Return the state whose names a change is told by: what shows nothing now may be about subjects that are gone."""
    if change.now is None:
        return comparison.old
    return comparison.new


def _question(slot: Slot) -> str:
    """Return what a slot asks: its attribute, and what tells it from others of the same attribute."""
    values = dict(slot.key).values()
    return ", ".join([slot.attribute, *filter(None, values)])


def claim_text(dataset: Dataset, claim: Claim) -> str:
    """Tell a claim in one line: its key, whom it is about, where its source says it, and what it says."""
    subject = join_names(dataset, claim.about)
    if claim.par:
        subject += f", paragraph {claim.par[0]}"
    text = f"{claim.key} ({subject}): {_question(dataset.slot_of[claim.key])}"
    if claim.value is None:
        return text
    # A value that prints as nothing leaves no space behind it.
    return f"{text} {print_value(claim.value)}".rstrip()


def claim_urls(dataset: Dataset) -> Callable[[Claim], str | None]:
    """Return what gives the place of a claim on its article's pages, or None where the article is gone."""
    pages = find_article_pages(dataset)

    def url(claim: Claim) -> str | None:
        if claim.article not in dataset.articles:
            return None
        page, anchor = pages.locate(claim)
        return f"{routes.url(page)}#{anchor}"

    return url


def changed_claim_line(change: ClaimChange, url: str | None) -> Line:
    """Tell which fields of a claim, which stands at ``url``, are other than before."""
    fields = "; ".join(map(_field_text, change.fields))
    return Line(f"{change.claim.key}: {fields}", url)


def _field_text(change: FieldChange) -> str:
    """Tell what a field says now and said before; it may be there in one of the two states alone."""
    was, now = change.was or "absent", change.now or "absent"
    return f"{change.field} {was} → {now}"

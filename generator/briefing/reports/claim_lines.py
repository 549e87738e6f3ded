"""Claims, and the values that they make pages show, as lines of a report on changes."""

from briefing import routes
from briefing.dataset.diff import ClaimChange, Comparison, ShownChange
from briefing.dataset.linked.records import Dataset, Slot
from briefing.model.claims import Claim
from briefing.model.values import print_value
from briefing.reports.change_line import Line
from briefing.reports.subject_names import join_names, subject_url


def shown_line(change: ShownChange, comparison: Comparison) -> Line:
    """Tell which question is answered otherwise than before."""
    slot = change.slot
    # A slot that shows nothing now may be about subjects that are gone.
    dataset = comparison.old if change.now is None else comparison.new
    question = ", ".join([join_names(dataset, slot.about), _question(slot)])
    text = f"{question}: {change.was or 'nothing'} → {change.now or 'nothing'}"
    return Line(text, subject_url(comparison.new, slot.about))


def _question(slot: Slot) -> str:
    """Return what a slot asks: its attribute, and what tells it from others of the same attribute."""
    keys = [value for _, value in slot.key if value]
    return ", ".join([slot.attribute, *keys])


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


def claim_url(dataset: Dataset, claim: Claim) -> str | None:
    """Return the place of a claim on its article's page, or None where the article is gone."""
    if claim.article not in dataset.articles:
        return None
    return f"{routes.url(routes.article_page(claim.article))}#{routes.claim_anchor(claim.key, claim.article)}"


def changed_claim_line(dataset: Dataset, change: ClaimChange) -> Line:
    """Tell which fields of a claim are other than before."""
    fields = [f"{field.field} {field.was or 'absent'} → {field.now or 'absent'}" for field in change.fields]
    return Line(f"{change.claim.key}: {'; '.join(fields)}", claim_url(dataset, change.claim))

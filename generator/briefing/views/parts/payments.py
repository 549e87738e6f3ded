"""The sums of other subjects that a subject pays or receives: they stand on its page, too."""

from collections.abc import Iterable, Iterator

from briefing.dataset.linked.naming import entity_ids
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.placed_entry import Entry


def payments(context: Context, subject: SubjectId) -> tuple[Entry, ...]:
    """Return the sums of other subjects that one pays or receives."""
    return context.caches.payments.get(subject, lambda: tuple(_find_payments(context, subject)))


def _find_payments(context: Context, subject: SubjectId) -> Iterator[Entry]:
    """Yield the sums of others whose shown value names the subject, in the order of their pages."""
    for owner in _paid_subjects(context, subject):
        for entry in context.addresses.layouts[owner].entries:
            if entry.section == "money" and _names_party(entry, subject):
                yield entry


def _names_party(entry: Entry, subject: SubjectId) -> bool:
    return any(_is_party(claim, subject) for claim in entry.shown_claims)


def _paid_subjects(context: Context, subject: SubjectId) -> Iterable[SubjectId]:
    """Return whose sums a subject pays or receives, each once."""
    owners: dict[SubjectId, None] = {}
    # Claims that name the subject and are about others.
    for claim in context.data.find_claims(context.data.incoming_of.get(subject, ())):
        if _is_party(claim, subject):
            owners.update(dict.fromkeys(claim.about))
    return owners


def _is_party(claim: Claim, subject: SubjectId) -> bool:
    """Tell whether a subject pays or receives a sum that is not its own."""
    # What it pays for itself stands among its own sums.
    if subject in claim.about:
        return False
    payers = entity_ids(claim.qualifiers.get("payer"))
    payees = entity_ids(claim.qualifiers.get("payee"))
    return subject in (*payers, *payees)

"""What the page of a subject rests on: the claims about it and naming it, and those of its neighbours that it shows."""

from collections.abc import Iterator

from briefing.model.claims import Claim
from briefing.model.grouping import distinct_by
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.parts.leading import lead_with
from briefing.views.parts.payments import payments
from briefing.views.parts.timeline_slots import subject_slots


def page_claims(context: Context, subject: SubjectId) -> tuple[Claim, ...]:
    """Return the claims that the page of a subject shows or cites, in order, none twice.

    These are all that counts on the page, in lists, previews and exports goes by: how many claims and articles there
    are, which is the newest, and whether all of it is known from one.
    """
    return context.caches.page_claims.get(subject, lambda: _page_claims(context, subject))


def _page_claims(context: Context, subject: SubjectId) -> tuple[Claim, ...]:
    """Return the claims of a page once each, without those that do not stand."""
    claims = distinct_by(_shown_or_cited(context, subject), lambda claim: claim.key)
    return tuple(claim for claim in claims if not claim.excluded)


def _shown_or_cited(context: Context, subject: SubjectId) -> Iterator[Claim]:
    """Yield the claims of every part of a page, from what it is about to what its summary borrows."""
    yield from context.claims_of(subject)
    for slot in subject_slots(context, subject):
        if slot.shown:
            yield from slot.shown.claims
    paid = payments(context, subject)
    for entry in paid:
        yield from entry.shown_claims
    bottom_line = context.data.subjects[subject].bottom_line
    if bottom_line:
        yield from context.data.find_claims(bottom_line.claims)
    for finding in context.findings.by_subject.get(subject, ()):
        # A difference may stand between a subject and another: what it holds against the subject is on the page, too.
        yield from context.data.find_claims(finding.claims)
    yield from lead_with(context, subject, paid).claims(context.data)


def left_out_claims(context: Context, subject: SubjectId) -> tuple[Claim, ...]:
    """Return the claims about a subject that do not stand and are not counted: withdrawn, or excluded."""
    return tuple(claim for claim in context.claims_of(subject) if claim.excluded)

"""What the page of a subject rests on: the claims about it and naming it, and those of its neighbours that it shows."""

from collections.abc import Iterable, Iterator

from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.views.base.context import Context
from briefing.views.parts.leading import lead_with
from briefing.views.parts.payments import payments, shown_claims
from briefing.views.parts.timeline_slots import subject_slots


def page_claims(ctx: Context, subject: SubjectId) -> tuple[Claim, ...]:
    """Return the claims that the page of a subject shows or cites, in order, none twice.

    These are all that counts on the page, in lists, previews and exports goes by: how many claims and articles there
    are, which is the newest, and whether all of it is known from one.
    """
    return ctx.caches.page_claims.get(subject, lambda: tuple(_page_claims(ctx, subject)))


def _page_claims(ctx: Context, subject: SubjectId) -> Iterable[Claim]:
    line = ctx.data.subjects[subject].bottom_line
    dated = (claim for slot in subject_slots(ctx, subject) if slot.shown for claim in slot.shown.claims)
    paid = (claim for entry in payments(ctx, subject) for claim in shown_claims(entry))
    cited = _of_keys(ctx, line.claims if line else ())
    # A difference may stand between a subject and another: what it holds against the subject is on the page, too.
    differing = _of_keys(ctx, (key for one in ctx.findings.by_subject.get(subject, ()) for key in one.claims))
    leading = lead_with(ctx, subject, payments(ctx, subject)).claims(ctx.data)
    found: dict[ClaimKey, Claim] = {}
    for claim in (*ctx.claims_of(subject), *dated, *paid, *cited, *differing, *leading):
        found.setdefault(claim.key, claim)
    return [claim for claim in found.values() if not claim.excluded]


def left_out_claims(ctx: Context, subject: SubjectId) -> tuple[Claim, ...]:
    """Return the claims about a subject that do not stand and are not counted: withdrawn, or excluded."""
    return tuple(claim for claim in ctx.claims_of(subject) if claim.excluded)


def _of_keys(ctx: Context, keys: Iterable[ClaimKey]) -> Iterator[Claim]:
    return iter(ctx.data.find_claims(keys))

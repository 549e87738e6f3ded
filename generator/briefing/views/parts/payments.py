"""Sums of others that a subject pays or receives."""

from collections.abc import Iterator

from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.placed_entry import Entry
from briefing.views.parts.entity_names import entity_ids


def payments(ctx: Context, subject: SubjectId) -> tuple[Entry, ...]:
    """Return the sums of other subjects that one pays or receives."""
    return ctx.caches.payments.get(subject, lambda: tuple(_payments(ctx, subject)))


def _payments(ctx: Context, subject: SubjectId) -> Iterator[Entry]:
    claims = (ctx.data.claims[key] for key in ctx.data.incoming_of.get(subject, ()))
    owners = {about: None for claim in claims if _pays(claim, subject) for about in claim.about}
    entries = (entry for owner in owners for entry in _money_of(ctx, owner))
    return (entry for entry in entries if any(_pays(claim, subject) for claim in shown_claims(entry)))


def _money_of(ctx: Context, owner: SubjectId) -> Iterator[Entry]:
    return (entry for entry in ctx.addresses.layouts[owner].entries if entry.section == "money")


def shown_claims(entry: Entry) -> tuple[Claim, ...]:
    """Return the claims of the value that an entry shows."""
    return entry.slot.shown.claims if entry.slot.shown else ()


def _pays(claim: Claim, subject: SubjectId) -> bool:
    named = [*entity_ids(claim.qualifiers.get("payer")), *entity_ids(claim.qualifiers.get("payee"))]
    return subject in named and subject not in claim.about

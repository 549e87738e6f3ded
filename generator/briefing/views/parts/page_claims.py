"""What the page of a subject rests on: the claims about it and naming it, and those of its neighbours that it shows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.dataset.comparing.confidence import origins_of
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.views.base.context import Context
from briefing.views.base.placement import Entry
from briefing.views.base.tokens import PageLink
from briefing.views.parts.coverage import article_link, articles_of
from briefing.views.parts.events import subject_slots
from briefing.views.parts.leading import lead_with
from briefing.views.parts.values import entity_ids


@dataclass(frozen=True, slots=True)
class Basis:
    """The one article, or the one original, that all of a page comes from; ``grade`` is the best of its articles."""

    label: str
    articles: tuple[PageLink, ...]
    grade: str


def page_claims(ctx: Context, subject: SubjectId) -> tuple[Claim, ...]:
    """Return the claims that the page of a subject shows or cites, in order, none twice.

    These are all that counts on the page, in lists, previews and exports goes by: how many claims and articles there
    are, which is the newest, and whether all of it is known from one.
    """
    return ctx.page_claims.of(subject, lambda: tuple(_page_claims(ctx, subject)))


def _page_claims(ctx: Context, subject: SubjectId) -> Iterable[Claim]:
    line = ctx.data.subjects[subject].bottom_line
    dated = (claim for slot in subject_slots(ctx, subject) if slot.shown for claim in slot.shown.claims)
    paid = (claim for entry in payments(ctx, subject) for claim in shown_claims(entry))
    cited = _of_keys(ctx, line.claims if line else ())
    # A difference may stand between a subject and another: what it holds against the subject is on the page, too.
    differing = _of_keys(ctx, (key for one in ctx.conflicts.get(subject, ()) for key in one.claims))
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


def payments(ctx: Context, subject: SubjectId) -> tuple[Entry, ...]:
    """Return the sums of other subjects that one pays or receives."""
    return ctx.payments.of(subject, lambda: tuple(_payments(ctx, subject)))


def _payments(ctx: Context, subject: SubjectId) -> Iterator[Entry]:
    claims = (ctx.data.claims[key] for key in ctx.data.incoming_of.get(subject, ()))
    owners = {about: None for claim in claims if _pays(claim, subject) for about in claim.about}
    entries = (entry for owner in owners for entry in _money_of(ctx, owner))
    return (entry for entry in entries if any(_pays(claim, subject) for claim in shown_claims(entry)))


def _money_of(ctx: Context, owner: SubjectId) -> Iterator[Entry]:
    return (entry for entry in ctx.layouts[owner].entries if entry.section == "money")


def shown_claims(entry: Entry) -> tuple[Claim, ...]:
    """Return the claims of the value that an entry shows."""
    return entry.slot.shown.claims if entry.slot.shown else ()


def _pays(claim: Claim, subject: SubjectId) -> bool:
    named = [*entity_ids(claim.qualifiers.get("payer")), *entity_ids(claim.qualifiers.get("payee"))]
    return subject in named and subject not in claim.about


def view_basis(ctx: Context, claims: Sequence[Claim]) -> Basis | None:
    """Return the one article or original that claims come from, or None where there are several."""
    articles = articles_of(ctx, claims)
    if not articles or (len(articles) > 1 and len(_origins(claims)) > 1):
        return None
    label = "basis-article" if len(articles) == 1 else "basis-original"
    links = tuple(article_link(ctx, one.id) for one in articles)
    return Basis(ctx.labels.say(label, n=len(articles)), links, min(one.grade.letter for one in articles))


def _origins(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(claim.origin for claim in claims)


def unsure_note(ctx: Context, claims: Iterable[Claim]) -> str:
    """Return how many origins are not counted as independent, nothing where all are."""
    count = origins_of(claims).unsure
    return ctx.labels.say("of-them-unsure", n=count) if count else ""

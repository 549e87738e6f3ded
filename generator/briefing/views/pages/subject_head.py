"""The head of a subject's page and its leading picture, which others ask for without the page."""

from briefing.model.ids import SubjectId
from briefing.routes import list_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.base.placed_entry import Entry
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import PageLink
from briefing.views.parts.payments import payments
from briefing.views.parts.sums import largest_first
from briefing.views.pictures.leading_picture import view_subject_picture
from briefing.views.pictures.picture import Picture


def subject_head(ctx: Context, subject: SubjectId) -> Head:
    """Return the head of a subject's page, which can be had before any of its claims is worked out."""
    record, kind = ctx.data.subjects[subject], ctx.kind(subject)
    title = record.name.display
    return Head(
        ctx.addresses.layouts[subject].home,
        title,
        title,
        # The title may be a short name; the description has the full one for search engines.
        shorten(f"{record.name.en}: {record.describes}"),
        (PageLink(kind.label_plural, list_page(kind.folder)),),
        kind.name,
    )


def subject_picture(ctx: Context, subject: SubjectId) -> Picture | None:
    """Return the picture at the head of a subject's page, or None where there is too little to draw."""
    return view_subject_picture(ctx, subject, _all_sums(ctx, subject))


def _all_sums(ctx: Context, subject: SubjectId) -> list[Entry]:
    """Return the sums of a subject, and those of others that it pays or receives, the largest first."""
    own = ctx.addresses.layouts[subject].section("money")
    entries = [*own, *payments(ctx, subject)]
    # Effects are forecasts of benefit and no sums that somebody pays.
    return largest_first(ctx, [entry for entry in entries if entry.slot.attribute == "amount"])

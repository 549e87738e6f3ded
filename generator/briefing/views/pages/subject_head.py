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


def subject_head(context: Context, subject: SubjectId) -> Head:
    """Return the head of a subject's page, which can be had before any of its claims is worked out."""
    record, kind = context.data.subjects[subject], context.kind(subject)
    title = record.name.display
    return Head(
        context.addresses.layouts[subject].home,
        title,
        title,
        # The title may be a short name; the description has the full one for search engines.
        shorten(f"{record.name.en}: {record.describes}"),
        (PageLink(kind.label_plural, list_page(kind.folder)),),
        kind.name,
    )


def subject_picture(context: Context, subject: SubjectId) -> Picture | None:
    """Return the picture at the head of a subject's page, or None where there is too little to draw."""
    return view_subject_picture(context, subject, _all_sums(context, subject))


def _all_sums(context: Context, subject: SubjectId) -> list[Entry]:
    """Return the sums of a subject, and those of others that it pays or receives, the largest first."""
    own = context.addresses.layouts[subject].section("money")
    entries = [*own, *payments(context, subject)]
    # Effects are forecasts of benefit and no sums that somebody pays.
    return largest_first(context, [entry for entry in entries if entry.slot.attribute == "amount"])

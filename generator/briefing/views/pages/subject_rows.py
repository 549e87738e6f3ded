"""A subject as a row of the list of its kind: what it is, how much is known of it, how it is filtered and sorted."""

from dataclasses import dataclass

from briefing.dataset.linked.records import Slot
from briefing.model.ids import SubjectId
from briefing.model.records import Name
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, mark_japanese, plain, words
from briefing.views.pages.open_conflicts import open_conflicts
from briefing.views.parts.facets import Facet
from briefing.views.parts.freshness import Freshness, view_freshness
from briefing.views.parts.page_claims import page_claims
from briefing.views.parts.subject_facets import subject_facets


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """One subject of a list; ``name_key`` is what readers sort its name by."""

    link: PageLink
    name_key: str
    japanese: Prose
    describes: Prose
    status: str
    claims: int
    articles: int
    open_conflicts: int
    freshness: Freshness
    facets: tuple[Facet, ...]


def view_subject_row(context: Context, subject: SubjectId) -> SubjectRow:
    """Return a subject as a row; its figures go by the claims that its page shows."""
    record = context.data.subjects[subject]
    claims = page_claims(context, subject)
    status = _status(context, subject)
    return SubjectRow(
        link=PageLink(record.name.display, context.page(subject)),
        name_key=_name_key(context, record.name),
        japanese=words(record.name.ja or "", "ja"),
        describes=mark_japanese(record.describes),
        status=status,
        claims=len(claims),
        articles=len({claim.article for claim in claims}),
        open_conflicts=len(open_conflicts(context, subject)),
        freshness=view_freshness(context, claims, record.last_verified),
        facets=subject_facets(context, subject, claims, status),
    )


def _name_key(context: Context, name: Name) -> str:
    # Kanji have no order that readers know: Japanese names are sorted by their reading.
    if context.labels.language == "ja":
        return name.reading or name.ja or name.display
    return name.display


def _status(context: Context, subject: SubjectId) -> str:
    """Return the status that a subject's page shows, nothing where it has none."""
    for slot in context.data.slots_of.get(subject, ()):
        if slot.attribute == "status":
            return _status_text(context, slot)
    return ""


def _status_text(context: Context, slot: Slot) -> str:
    # A status that no source states in words has no text.
    if slot.shown is None:
        return ""
    return plain(Linker(context).prose(getattr(slot.shown.value, "text", "")))

"""Cards of single facts, for pages of others to frame: what is said, how sure it is, and the way to it on this site."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.dataset.linked.claim_sets import claims_of
from briefing.dataset.linked.records import Slot
from briefing.model.ids import SubjectId
from briefing.routes import embed_file, embed_url, fact_address
from briefing.views.base.context import Context
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import FileLink, Prose, join_prose, mark_japanese
from briefing.views.pages.compared_facts import Fact, view_fact
from briefing.views.pages.fact_citations import cite_fact
from briefing.views.parts.entries import shown_group
from briefing.views.parts.fact_strength import FIGURE_SECTIONS


@dataclass(frozen=True, slots=True)
class Embed:
    """All that the card of one fact shows.

    ``address`` is where the fact stands on the site, ``own`` where the card does, ``oembed`` where programs read of it.
    ``notes`` are the day the fact holds for, how sure it is, and how many sources tell it.
    """

    key: str
    title: str
    language: str
    heading: Prose
    value: Prose
    notes: tuple[str, ...]
    site: str
    root: str
    link: str
    address: str
    own: str
    oembed: str
    how: str
    code_note: str
    citation: Prose


def view_embeds(context: Context) -> Iterator[Embed]:
    """Yield a card for each key fact, sum and milestone that is shown.

    What is about several subjects has one card, from the page of the first.
    """
    for subject in context.data.subjects:
        for entry in _embedded_entries(context, subject):
            yield _view_embed(context, subject, entry)


def embed_links(context: Context, subject: SubjectId) -> tuple[FileLink, ...]:
    """Return the links to the cards of what a subject's own page shows."""
    home = context.page(subject)
    entries = [entry for entry in _embedded_entries(context, subject) if entry.page == home]
    facts = [view_fact(context, entry) for entry in entries]
    return tuple(FileLink(fact.label, embed_url(fact.slot)) for fact in facts)


def _embedded_entries(context: Context, subject: SubjectId) -> Iterator[Entry]:
    for entry in context.addresses.layouts[subject].entries:
        if entry.section in FIGURE_SECTIONS and entry.slot.shown and entry.slot.about[0] == subject:
            yield entry


def _view_embed(context: Context, subject: SubjectId, entry: Entry) -> Embed:
    labels, briefing = context.labels, context.data.briefing
    fact = view_fact(context, entry)
    name = context.display(subject)
    title = f"{name}: {fact.label}"
    return Embed(
        key=fact.slot,
        title=title,
        language=labels.language,
        heading=join_prose([mark_japanese(name), mark_japanese(fact.label)], ": "),
        value=mark_japanese(fact.value),
        notes=tuple(_notes(context, fact, entry.slot)),
        site=briefing.name.en,
        root=briefing.url,
        link=labels.say("embed-link", site=briefing.name.en),
        address=fact_address(briefing.url, entry.page, entry.anchor),
        own=f"{briefing.url.rstrip('/')}/{embed_url(fact.slot)}",
        oembed=f"{briefing.url.rstrip('/')}/{embed_file(fact.slot, 'oembed.json')}",
        how=labels.say("embed-how"),
        code_note=labels.say("embed-code"),
        citation=mark_japanese(cite_fact(context, entry).text),
    )


def _notes(context: Context, fact: Fact, slot: Slot) -> Iterator[str]:
    labels = context.labels
    yield labels.say("as-of-is", date=fact.as_of)
    yield f"{labels.say('confidence')}: {fact.confidence_word}"
    if not slot.disputed:
        yield labels.count("embed-sources", len({claim.article for claim in shown_group(slot).claims}))
        return
    # Those that say something else are part of a dispute, too.
    yield labels.count("embed-differ", len({claim.article for claim in claims_of(slot.groups)}))

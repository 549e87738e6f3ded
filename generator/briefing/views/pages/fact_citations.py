"""How to cite a single fact: what it says, on whose word, as this briefing shows it on the day of its data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.model.claims import Claim
from briefing.model.grouping import distinct_by
from briefing.model.records import Article
from briefing.routes import fact_address
from briefing.views.base.context import Context
from briefing.views.base.placed_entry import Entry
from briefing.views.pages.compared_facts import SECTIONS, Fact, view_fact
from briefing.views.parts.entries import shown_group
from briefing.views.parts.references import Reference, article_reference, citation_text
from briefing.views.parts.sources import paragraph


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A place in an article that carries the fact; ``text`` says all of it, what is empty is not known."""

    article: str
    publisher: str
    title: str
    published: str
    paragraph: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class FactCitation:
    """A fact as others cite it; ``reference`` is what a bibliography has of it, ``text`` all of it as one line.

    ``address`` carries the slot and the digest of what is cited, so that the page can tell whether that still stands;
    of key facts, sums, milestones and relations, which are the facts in the JSON of their subject.
    """

    fact: Fact
    subject: str
    briefing: str
    as_of: str
    disputed: bool
    address: str
    sources: tuple[CitedSource, ...]
    reference: Reference
    text: str


def cite_fact(context: Context, entry: Entry) -> FactCitation:
    """Return how to cite what an entry shows; its slot has a shown group."""
    labels, briefing = context.labels, context.data.briefing
    fact = view_fact(context, entry)
    subject = context.display(entry.slot.about[0])
    address = fact_address(briefing.url, entry.page, entry.anchor, _cited(entry, fact))
    sources = tuple(_cited_sources(context, shown_group(entry.slot).claims))
    note = labels.say("cite-fact-note", date=fact.as_of, confidence=fact.confidence_word.lower())
    if entry.slot.disputed:
        note += f", {labels.say('disputed')}"
    named = f"{labels.say('sources')}: {'; '.join(source.text for source in sources)}"
    reference = Reference(
        id=fact.slot,
        news=False,
        title=f"{subject}: {fact.label}: {fact.value}",
        authors=(),
        container=briefing.name.en,
        published=briefing.as_of,
        address=address,
        language=briefing.language,
        note=f"{note}. {named}",
    )
    return FactCitation(
        fact=fact,
        subject=subject,
        briefing=briefing.name.en,
        as_of=briefing.as_of.label,
        disputed=entry.slot.disputed,
        address=address,
        sources=sources,
        reference=reference,
        text=f"{citation_text(context, reference)} ({note}). {named}.",
    )


def _cited(entry: Entry, fact: Fact) -> str:
    """Return what an address says was cited; nothing of what the page could not look up again, such as an opinion."""
    if entry.section not in SECTIONS:
        return ""
    return f"{fact.slot}.{fact.digest}"


def citable_entries(context: Context) -> Iterator[tuple[str, Entry]]:
    """Yield what every page shows, each with its name, `subject#anchor`."""
    for subject, layout in context.addresses.layouts.items():
        for entry in layout.entries:
            if entry.slot.shown:
                yield f"{subject}#{entry.anchor}", entry


def find_entry(context: Context, name: str) -> Entry | None:
    """Return what is shown under a name, `subject#anchor`, or under the public key of its slot; None where nothing is.

    A key leads to the page of the first subject that the slot is about.
    """
    for place, entry in citable_entries(context):
        if name == place:
            return entry
        if name == permanent_key(entry.slot) and place.startswith(f"{entry.slot.about[0]}#"):
            return entry
    return None


def _cited_sources(context: Context, claims: Iterable[Claim]) -> Iterator[CitedSource]:
    """Yield the places that carry a fact, each once, the newest first."""
    places = distinct_by(claims, lambda claim: (claim.article, claim.par))
    for claim in sorted(places, key=lambda claim: (claim.published.edtf, claim.key), reverse=True):
        yield _cited_source(context, claim, context.data.articles[claim.article])


def _cited_source(context: Context, claim: Claim, article: Article) -> CitedSource:
    reference = article_reference(context, article)
    passage = paragraph(claim.par)
    return CitedSource(
        article=article.id,
        publisher=reference.container or "",
        title=reference.title or "",
        published=reference.published.edtf,
        paragraph=passage,
        address=reference.address or "",
        text=", ".join(filter(None, (citation_text(context, reference), passage))),
    )

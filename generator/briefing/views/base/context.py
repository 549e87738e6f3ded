"""What every view reads: the dataset with its names, words and addresses at hand. Opened once for all pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from briefing.dataset.linked.exchange_rates import Rates, index_rates
from briefing.dataset.linked.mentions import (
    Names,
    PublisherKey,
    PublisherToken,
    SubjectToken,
    Token,
    gather_names,
    key_of,
    named_subjects,
    tokenize,
)
from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.dataset.linked.wording import Spellings, claim_wordings, gather_spellings
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey, PublisherId, SubjectId
from briefing.model.records import Article, Judgement, Publisher, Rejection
from briefing.model.registry import Attribute, Kind
from briefing.model.values import Text
from briefing.routes import PagePath, publisher_page, subject_page
from briefing.source.hand_written import HandWritten
from briefing.views.base.article_names import name_articles, shorten_names
from briefing.views.base.categories import order_findings
from briefing.views.base.finding_pages import find_pages
from briefing.views.base.lazy_cache import LazyValue
from briefing.views.base.leading_facts import Leading
from briefing.views.base.placement import Entry, Layout, lay_out
from briefing.views.base.source_pages import find_source_pages
from briefing.views.base.tokens import PageLink, Prose, in_scripts, lang_of, words
from briefing.views.labels.catalogue import Labels, labels_for

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Context:
    """The dataset and what is worked out from all of it once.

    ``conflicts`` has what readers see of a subject, ``checked`` what editors see as well, in the order of keys.
    """

    data: Dataset
    labels: Labels
    names: Names
    spellings: Spellings
    today: date
    article_names: Mapping[ArticleId, str]
    brief_names: Mapping[ArticleId, str]
    rejections: Mapping[ClaimKey, tuple[Rejection, Judgement]]
    passing: Mapping[SubjectId, tuple[Claim, ...]]
    layouts: Mapping[SubjectId, Layout]
    by_name: Mapping[str, tuple[SubjectId, ...]]
    findings: tuple[Conflict, ...]
    conflicts: Mapping[SubjectId, tuple[Conflict, ...]]
    checked: Mapping[SubjectId, tuple[Conflict, ...]]
    conflicts_with: Mapping[ClaimKey, tuple[Conflict, ...]]
    conflict_pages: Mapping[str, PagePath]
    mistaken: Mapping[SubjectId, tuple[SubjectId, ...]]
    origins: Mapping[str, tuple[Article, ...]]
    claims_in: Mapping[ArticleId, tuple[Claim, ...]]
    cited_in: Mapping[PublisherId, tuple[Article, ...]]
    published_by: Mapping[PublisherId, tuple[Article, ...]]
    source_pages: Mapping[SubjectId, PublisherId]
    rates: Rates
    written: tuple[HandWritten, ...] = ()
    payments: LazyValue[SubjectId, tuple[Entry, ...]] = field(default_factory=LazyValue)
    leading: LazyValue[SubjectId, Leading] = field(default_factory=LazyValue)
    page_claims: LazyValue[SubjectId, tuple[Claim, ...]] = field(default_factory=LazyValue)

    def attribute(self, slot: Slot) -> Attribute:
        """Return the attribute of a slot."""
        return self.data.registry.attributes[slot.attribute]

    def kind(self, subject: SubjectId) -> Kind:
        """Return the kind of a subject."""
        return self.data.registry.kinds[self.data.subjects[subject].kind]

    def filled_kinds(self) -> tuple[Kind, ...]:
        """Return the kinds that have subjects, in the order of the registry."""
        filled = {one.kind for one in self.data.subjects.values()}
        return tuple(kind for kind in self.data.registry.kinds.values() if kind.name in filled)

    def page(self, subject: SubjectId) -> PagePath:
        """Return the page of a subject."""
        return subject_page(self.kind(subject), subject)

    def display(self, subject: SubjectId) -> str:
        """Return the name that a subject goes by."""
        return self.data.subjects[subject].name.display

    def link(self, subject: SubjectId, anchor: str = "") -> Prose:
        """Return a link to a subject under its name."""
        if subject not in self.data.subjects:
            return words(subject)
        return (PageLink(self.display(subject), self.page(subject), anchor),)

    def claims_of(self, subject: SubjectId) -> tuple[Claim, ...]:
        """Return the claims about a subject and those that name it, in order, none twice."""
        keys: dict[ClaimKey, None] = {}
        for slot in self.data.slots_of.get(subject, ()):
            keys.update(dict.fromkeys(claim.key for claim in slot.claims))
        for relation in self.data.relations_of.get(subject, ()):
            # A relation written at one end may be a question about the other.
            keys.update(dict.fromkeys(claim.key for claim in relation.slot.claims))
        keys.update(dict.fromkeys(self.data.incoming_of.get(subject, ())))
        keys.update(dict.fromkeys(claim.key for claim in self.passing.get(subject, ())))
        return tuple(self.data.claims[key] for key in keys)

    def publisher(self, name: PublisherId | None) -> Publisher | None:
        """Return a publisher, or None where it is unknown."""
        return self.data.publishers.get(name) if name else None


def open_context(data: Dataset, written: tuple[HandWritten, ...] = ()) -> Context:
    """Work out what the views of all pages share; ``written`` are the pages beside those of the data."""
    names = gather_names(data.subjects.values(), data.publishers.values())
    findings = order_findings(data, "reader")
    labels = labels_for(data.briefing.language)
    article_names = name_articles(data, labels)
    wordings = (text for claim in data.claims.values() for text in claim_wordings(claim))
    return Context(
        data=data,
        labels=labels,
        names=names,
        spellings=gather_spellings(data.subjects.values(), wordings),
        today=data.briefing.today,
        article_names=article_names,
        brief_names=shorten_names(data, article_names, labels),
        rejections=_rejections(data),
        passing=_named_in_passing(data, names),
        layouts={subject: lay_out(data, subject) for subject in data.subjects},
        by_name=_by_name(data),
        findings=findings,
        conflicts=_grouped((about, one) for one in findings for about in one.about),
        checked=_grouped((about, one) for one in data.conflicts for about in dict.fromkeys(one.about)),
        conflicts_with=_grouped((key, one) for one in findings for key in one.claims),
        conflict_pages=find_pages(data),
        mistaken=_grouped((other, one.id) for one in data.subjects.values() for other in one.not_same_as),
        origins=_grouped((one.origin, one) for one in data.articles.values()),
        claims_in=_grouped((one.article, one) for one in data.claims.values()),
        cited_in=_grouped(_citations(data)),
        published_by=_grouped((one.publisher, one) for one in data.articles.values() if one.publisher),
        rates=index_rates(data.rates),
        source_pages=find_source_pages(data),
        written=written,
    )


def _by_name(data: Dataset) -> dict[str, tuple[SubjectId, ...]]:
    """Return the subjects of each kind in the order of their names."""
    ordered = sorted(data.subjects.values(), key=lambda one: (one.name.display.casefold(), one.id))
    return _grouped((one.kind, one.id) for one in ordered)


def _rejections(data: Dataset) -> dict[ClaimKey, tuple[Rejection, Judgement]]:
    judgements = (judgement for subject in data.subjects.values() for judgement in subject.judgements)
    return {rejection.claim: (rejection, judgement) for judgement in judgements for rejection in judgement.reject}


def _named_in_passing(data: Dataset, names: Names) -> dict[SubjectId, tuple[Claim, ...]]:
    """Collect, for every subject, the claims whose wording names it without being about it."""
    return _grouped(
        (subject, claim)
        for claim in data.claims.values()
        if isinstance(claim.value, Text) and not claim.excluded and claim.restates is None
        for subject in sorted(named_subjects(names, claim.value.text) - set(claim.about))
    )


def _citations(data: Dataset) -> Iterator[tuple[PublisherId, Article]]:
    for article in data.articles.values():
        publishers = dict.fromkeys(one.publisher for one in article.cites if one.publisher)
        yield from ((publisher, article) for publisher in publishers)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


class Linker:
    """Links names in the prose of one section: each subject once, the page's own never.

    ``own`` is the subject or ``publisher`` whose page it is. The name of a source leads to its publisher's page.
    """

    def __init__(self, ctx: Context, own: SubjectId | None = None, publisher: PublisherId | None = None) -> None:
        self._ctx = ctx
        self._own = own
        self._here = publisher_page(publisher) if publisher else None
        self._seen: set[SubjectId | PublisherKey] = set()

    def prose(self, text: str | None) -> Prose:
        """Return a text with the names that it mentions first linked."""
        tokens = tokenize(self._ctx.names, text or "", self._own, self._seen)
        self._seen.update(key_of(token) for token in tokens if isinstance(token, SubjectToken | PublisherToken))
        return tuple(one for token in tokens for one in self._linked(token.text, token))

    def _linked(self, text: str, token: Token) -> Prose:
        page = self._page_of(token)
        if page is None or page == self._here:
            return in_scripts(text)
        return (PageLink(text, page, lang=lang_of(text)),)

    def _page_of(self, token: Token) -> PagePath | None:
        if isinstance(token, PublisherToken):
            return publisher_page(token.publisher)
        if not isinstance(token, SubjectToken):
            return None
        source = self._ctx.source_pages.get(token.subject)
        return publisher_page(source) if source else self._ctx.page(token.subject)

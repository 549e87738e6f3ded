"""What every view reads: the dataset with its names, words and addresses at hand. Opened once for all pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from briefing.dataset.linked.exchange_rates import Rates, index_rates
from briefing.dataset.linked.records import Dataset, Slot
from briefing.dataset.operations import History
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, PublisherId, SubjectId
from briefing.model.records import Judgement, Publisher, Rejection
from briefing.model.registry import Attribute, Kind
from briefing.routes import PagePath, subject_page
from briefing.source.hand_written import HandWritten
from briefing.views.base.addresses import Addresses, assign_addresses
from briefing.views.base.article_index import ArticleIndex, index_articles
from briefing.views.base.change_index import ChangeIndex, index_changes
from briefing.views.base.correction_index import CorrectionIndex, index_corrections
from briefing.views.base.finding_index import FindingIndex, index_findings
from briefing.views.base.page_caches import PageCaches
from briefing.views.base.site_names import SiteNames, gather_site_names
from briefing.views.base.subject_index import SubjectIndex, index_subjects
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.labels.catalogue import Labels, labels_for


@dataclass(frozen=True, slots=True)
class Context:
    """The dataset and what is worked out from all of it once.

    ``today`` is the day of the data, never that of the build. ``written`` are the pages written by hand. ``history``
    is what has become of the data, None where nothing tells. ``file_sizes`` tells how large the files for programs are,
    by path, and nothing where nobody makes them.
    """

    data: Dataset
    labels: Labels
    today: date
    rates: Rates
    names: SiteNames
    addresses: Addresses
    findings: FindingIndex
    articles: ArticleIndex
    subjects: SubjectIndex
    rejections: Mapping[ClaimKey, tuple[Rejection, Judgement]]
    corrections: CorrectionIndex = field(default_factory=CorrectionIndex)
    written: tuple[HandWritten, ...] = ()
    history: History | None = None
    changes: ChangeIndex = field(default_factory=ChangeIndex)
    caches: PageCaches = field(default_factory=PageCaches)
    file_sizes: Callable[[], Mapping[str, int]] = dict

    def attribute(self, slot: Slot) -> Attribute:
        """Return the attribute of a slot."""
        return self.data.registry.attributes[slot.attribute]

    def kind(self, subject: SubjectId) -> Kind:
        """Return the kind of a subject."""
        return self.data.registry.kinds[self.data.subjects[subject].kind]

    def filled_kinds(self) -> tuple[Kind, ...]:
        """Return the kinds that have subjects, in the order of the registry."""
        filled = {subject.kind for subject in self.data.subjects.values()}
        return tuple(kind for kind in self.data.registry.kinds.values() if kind.name in filled)

    def page(self, subject: SubjectId) -> PagePath:
        """Return the page of a subject."""
        return subject_page(self.kind(subject), subject)

    def display(self, subject: SubjectId) -> str:
        """Return the name that a subject goes by."""
        return self.data.subjects[subject].name.display

    def link(self, subject: SubjectId, anchor: str = "") -> Prose:
        """Return a link to a subject under its name; an id without a subject as plain text."""
        if subject not in self.data.subjects:
            return words(subject)
        return (PageLink(self.display(subject), self.page(subject), anchor),)

    def claims_of(self, subject: SubjectId) -> tuple[Claim, ...]:
        """Return the claims about a subject and those that name it, in order, none twice."""
        slots = list(self.data.slots_of.get(subject, ()))
        # A relation written at one end may be a question about the other.
        slots.extend(relation.slot for relation in self.data.relations_of.get(subject, ()))
        keys: dict[ClaimKey, None] = {}
        for slot in slots:
            keys.update(dict.fromkeys(claim.key for claim in slot.claims))
        keys.update(dict.fromkeys(self.data.incoming_of.get(subject, ())))
        passing = self.subjects.named_in_passing.get(subject, ())
        keys.update(dict.fromkeys(claim.key for claim in passing))
        return tuple(self.data.claims[key] for key in keys)

    def publisher(self, name: PublisherId | None) -> Publisher | None:
        """Return a publisher, or None where it is unknown."""
        if not name:
            return None
        return self.data.publishers.get(name)


def open_context(data: Dataset, written: tuple[HandWritten, ...] = (), history: History | None = None) -> Context:
    """Return what the views of all pages share.

    ``written`` are the pages beside those of the data, ``history`` is what has become of the data.
    """
    labels = labels_for(data.briefing.language)
    names = gather_site_names(data, labels)
    return Context(
        data=data,
        labels=labels,
        today=data.briefing.today,
        rates=index_rates(data.rates),
        names=names,
        addresses=assign_addresses(data),
        findings=index_findings(data),
        articles=index_articles(data),
        subjects=index_subjects(data, names.in_prose),
        rejections=_find_rejections(data),
        corrections=index_corrections(data),
        written=written,
        history=history,
        changes=index_changes(data, history),
    )


def _find_rejections(data: Dataset) -> dict[ClaimKey, tuple[Rejection, Judgement]]:
    """Return the rejection of every claim that an editor set aside, with the judgement that holds it."""
    rejections: dict[ClaimKey, tuple[Rejection, Judgement]] = {}
    for subject in data.subjects.values():
        for judgement in subject.judgements:
            rejections.update({rejection.claim: (rejection, judgement) for rejection in judgement.reject})
    return rejections

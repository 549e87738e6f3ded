"""What changed between two states of the data, told in sections of lines; ``change_formats`` writes them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing import routes
from briefing.dataset.diff import ClaimChange, Comparison, ShownChange
from briefing.dataset.linked.records import Conflict, Dataset
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Judgement, Subject
from briefing.model.values import print_value
from briefing.views.base.finding_pages import find_finding_pages


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that changed: its words, and the page that shows it, where there is one."""

    text: str
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """What changed of one sort."""

    name: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PageChanges:
    """Page paths that are new, show something else, or are gone."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def describe_changes(comparison: Comparison, pages: PageChanges) -> tuple[Section, ...]:
    """Return the sections of a report, those that editors act on first; empty ones are left out."""
    sections = (*_conflict_sections(comparison), *_claim_sections(comparison), *_other_sections(comparison, pages))
    return tuple(section for section in sections if section.lines)


def _conflict_sections(comparison: Comparison) -> Iterator[Section]:
    urls = _conflict_urls(comparison.new)
    yield Section("conflicts-new", "New conflicts", _conflict_lines(comparison.appeared, urls))
    yield Section("conflicts-reopened", "Reopened conflicts", _conflict_lines(comparison.reopened, urls))
    yield Section("conflicts-settled", "Settled or explained conflicts", _conflict_lines(comparison.settled, urls))
    # No page shows them any longer.
    yield Section("conflicts-gone", "Conflicts that are gone", _conflict_lines(comparison.gone, {}))


def _claim_sections(comparison: Comparison) -> Iterator[Section]:
    old, new = comparison.old, comparison.new
    shown = tuple(_shown_line(change, comparison) for change in comparison.shown)
    yield Section("shown", "Shown values", shown)
    added = tuple(Line(_claim_text(new, claim), _claim_url(new, claim)) for claim in comparison.added)
    yield Section("claims-added", "New claims", added)
    changed = tuple(_changed_claim_line(new, change) for change in comparison.changed)
    yield Section("claims-changed", "Changed claims", changed)
    removed = tuple(Line(_claim_text(old, claim)) for claim in comparison.removed)
    yield Section("claims-removed", "Removed claims", removed)


def _other_sections(comparison: Comparison, pages: PageChanges) -> Iterator[Section]:
    old, new = comparison.old, comparison.new
    judged = tuple(_judgement_line(new, judgement) for judgement in comparison.judged)
    yield Section("judged", "New or changed judgements", judged)
    unjudged = tuple(_judgement_line(old, judgement) for judgement in comparison.unjudged)
    yield Section("unjudged", "Judgements taken back", unjudged)
    yield Section("records", "Records", tuple(_record_lines(comparison)))
    yield Section("stale", "Newly stale", _conflict_lines(comparison.stale, _conflict_urls(new)))
    yield Section("pages", "Pages", tuple(_page_lines(pages)))


# ---- conflicts, shown values and claims


def _conflict_urls(dataset: Dataset) -> dict[str, str]:
    return {key: f"{routes.url(page)}#{key}" for key, page in find_finding_pages(dataset).items()}


def _conflict_lines(conflicts: Iterable[Conflict], urls: Mapping[str, str]) -> tuple[Line, ...]:
    return tuple(Line(f"{conflict.rule}: {conflict.message}", urls.get(conflict.key)) for conflict in conflicts)


def _shown_line(change: ShownChange, comparison: Comparison) -> Line:
    """Tell which question is answered otherwise than before."""
    slot = change.slot
    # A slot that shows nothing now may be about subjects that are gone.
    dataset = comparison.old if change.now is None else comparison.new
    keys = [value for _, value in slot.key if value]
    question = ", ".join([_join_names(dataset, slot.about), slot.attribute, *keys])
    text = f"{question}: {change.was or 'nothing'} → {change.now or 'nothing'}"
    return Line(text, _subject_url(comparison.new, slot.about))


def _claim_text(dataset: Dataset, claim: Claim) -> str:
    """Tell a claim in one line: its key, whom it is about, where its source says it, and what it says."""
    subject = _join_names(dataset, claim.about)
    if claim.par:
        subject += f", paragraph {claim.par[0]}"
    keys = [value for _, value in dataset.slot_of[claim.key].key if value]
    question = ", ".join([claim.attribute, *keys])
    text = f"{claim.key} ({subject}): {question}"
    if claim.value is None:
        return text
    # A value that prints as nothing leaves no space behind it.
    return f"{text} {print_value(claim.value)}".rstrip()


def _claim_url(dataset: Dataset, claim: Claim) -> str | None:
    if claim.article not in dataset.articles:
        return None
    return f"{routes.url(routes.article_page(claim.article))}#{routes.claim_anchor(claim.key, claim.article)}"


def _changed_claim_line(dataset: Dataset, change: ClaimChange) -> Line:
    fields = [f"{field.field} {field.was or 'absent'} → {field.now or 'absent'}" for field in change.fields]
    return Line(f"{change.claim.key}: {'; '.join(fields)}", _claim_url(dataset, change.claim))


# ---- judgements


def _judgement_line(dataset: Dataset, judgement: Judgement) -> Line:
    """Tell what a judgement is about, what it decides, what it rejects, and why."""
    subject = _join_names(dataset, [judgement.subject])
    rejections = [f"rejects {rejection.claim} ({rejection.reason})" for rejection in judgement.reject]
    parts = [
        f"{subject}, {_judged_question(judgement)}",
        _decision(judgement),
        ", ".join(rejections),
        judgement.because,
    ]
    text = "; ".join(part for part in parts if part)
    return Line(text, _subject_url(dataset, [judgement.subject]))


def _judged_question(judgement: Judgement) -> str:
    if not judgement.slot:
        return f"finding {judgement.finding_rule}"
    return ", ".join(f"{name} {value}" for name, value in judgement.slot.items())


def _decision(judgement: Judgement) -> str:
    return judgement.word or ", ".join(f"prefers {key}" for key in judgement.prefer)


# ---- records and pages


def _record_lines(comparison: Comparison) -> Iterator[Line]:
    """Tell which subjects and articles came, went, or changed their kind."""
    for subject in comparison.subjects_added:
        text = f"new {subject.kind}: {subject.name.display}"
        yield Line(text, _subject_url(comparison.new, [subject.id]))
    for subject in comparison.subjects_removed:
        yield Line(f"removed {subject.kind}: {subject.name.display}")
    for was, now in comparison.subjects_moved:
        yield _moved_line(comparison, was, now)
    for article in comparison.articles_added:
        yield Line(f"new article: {article.id}", routes.url(routes.article_page(article.id)))
    for article in comparison.articles_removed:
        yield Line(f"removed article: {article.id}")


def _moved_line(comparison: Comparison, was: Subject, now: Subject) -> Line:
    """Tell of a subject of another kind than before, and what to write so that links to it still lead there."""
    address = f"{comparison.old.registry.kinds[was.kind].folder}/{was.id}"
    text = f"moved from {was.kind} to {now.kind}: {now.name.display}"
    redirected = {redirect.old for redirect in comparison.new.redirects}
    # The folder of the kind is part of a page's address, which others may have linked to.
    if address not in redirected:
        text += f"; write {address}: {now.id} in redirects.yml, so that its old address leads on"
    return Line(text, _subject_url(comparison.new, [now.id]))


def _page_lines(pages: PageChanges) -> Iterator[Line]:
    for path in pages.added:
        yield Line(f"new: /{_page_url(path)}", _page_url(path))
    for path in pages.changed:
        yield Line(f"changed: /{_page_url(path)}", _page_url(path))
    for path in pages.removed:
        yield Line(f"removed: /{_page_url(path)}")


def _page_url(path: str) -> str:
    return routes.url(routes.PagePath(path))


# ---- subjects by their names and addresses


def _join_names(dataset: Dataset, ids: Iterable[SubjectId]) -> str:
    return " and ".join(_subject_name(dataset, subject_id) for subject_id in ids)


def _subject_name(dataset: Dataset, subject_id: SubjectId) -> str:
    subject = dataset.subjects.get(subject_id)
    return subject.name.display if subject else subject_id


def _subject_url(dataset: Dataset, ids: Iterable[SubjectId]) -> str | None:
    """Return the page of the first subject that is there."""
    for subject_id in ids:
        subject = dataset.subjects.get(subject_id)
        if subject:
            return routes.url(routes.subject_page(dataset.registry.kinds[subject.kind], subject.id))
    return None

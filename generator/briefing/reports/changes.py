"""What changed between two states of the data, told in sections of lines; ``change_formats`` writes them."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing import routes
from briefing.dataset.diff import Comparison
from briefing.reports.change_line import Line
from briefing.reports.claim_lines import changed_claim_line, claim_text, claim_urls, shown_line
from briefing.reports.conflict_lines import conflict_lines, conflict_urls
from briefing.reports.judgement_lines import judgement_line
from briefing.reports.record_lines import record_lines


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
    urls = conflict_urls(comparison.new)
    yield Section("conflicts-new", "New conflicts", conflict_lines(comparison.appeared, urls))
    yield Section("conflicts-reopened", "Reopened conflicts", conflict_lines(comparison.reopened, urls))
    yield Section("conflicts-settled", "Settled or explained conflicts", conflict_lines(comparison.settled, urls))
    # No page shows them any longer.
    yield Section("conflicts-gone", "Conflicts that are gone", conflict_lines(comparison.gone, {}))


def _claim_sections(comparison: Comparison) -> Iterator[Section]:
    old, new = comparison.old, comparison.new
    url_of = claim_urls(new)
    shown = tuple(shown_line(change, comparison) for change in comparison.shown)
    yield Section("shown", "Shown values", shown)
    added = tuple(Line(claim_text(new, claim), url_of(claim)) for claim in comparison.added)
    yield Section("claims-added", "New claims", added)
    changed = tuple(changed_claim_line(change, url_of(change.claim)) for change in comparison.changed)
    yield Section("claims-changed", "Changed claims", changed)
    removed = tuple(Line(claim_text(old, claim)) for claim in comparison.removed)
    yield Section("claims-removed", "Removed claims", removed)


def _other_sections(comparison: Comparison, pages: PageChanges) -> Iterator[Section]:
    old, new = comparison.old, comparison.new
    judged = tuple(judgement_line(new, judgement, new) for judgement in comparison.judged)
    yield Section("judged", "New or changed judgements", judged)
    # A subject may have gone, or moved, with its judgement: its page of before is none to lead to.
    unjudged = tuple(judgement_line(old, judgement, new) for judgement in comparison.unjudged)
    yield Section("unjudged", "Judgements taken back", unjudged)
    yield Section("records", "Records", tuple(record_lines(comparison)))
    yield Section("stale", "Newly stale", conflict_lines(comparison.stale, conflict_urls(new)))
    yield Section("pages", "Pages", tuple(_page_lines(pages)))


def _page_lines(pages: PageChanges) -> Iterator[Line]:
    for path in pages.added:
        yield Line(f"new: /{_page_url(path)}", _page_url(path))
    for path in pages.changed:
        yield Line(f"changed: /{_page_url(path)}", _page_url(path))
    for path in pages.removed:
        yield Line(f"removed: /{_page_url(path)}")


def _page_url(path: str) -> str:
    return routes.url(routes.PagePath(path))

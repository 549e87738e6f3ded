"""Subjects and articles that came, went or moved, as lines of a report on changes."""

from collections.abc import Iterator

from briefing import routes
from briefing.dataset.diff import Comparison
from briefing.model.records import Subject
from briefing.reports.change_line import Line
from briefing.reports.subject_names import subject_url


def record_lines(comparison: Comparison) -> Iterator[Line]:
    """Tell which subjects and articles came, went, or changed their kind."""
    yield from _subject_lines(comparison)
    yield from _article_lines(comparison)


def _article_lines(comparison: Comparison) -> Iterator[Line]:
    for article in comparison.articles_added:
        yield Line(f"new article: {article.id}", routes.url(routes.article_page(article.id)))
    # What is gone has no page to lead to.
    for article in comparison.articles_removed:
        yield Line(f"removed article: {article.id}")


def _subject_lines(comparison: Comparison) -> Iterator[Line]:
    for subject in comparison.subjects_added:
        text = f"new {subject.kind}: {subject.name.display}"
        yield Line(text, subject_url(comparison.new, [subject.id]))
    for subject in comparison.subjects_removed:
        yield Line(f"removed {subject.kind}: {subject.name.display}")
    for was, now in comparison.subjects_moved:
        yield _moved_line(comparison, was, now)


def _moved_line(comparison: Comparison, was: Subject, now: Subject) -> Line:
    """Tell of a subject of another kind than before, and what to write so that links to it still lead there."""
    address = f"{comparison.old.registry.kinds[was.kind].folder}/{was.id}"
    text = f"moved from {was.kind} to {now.kind}: {now.name.display}"
    redirected = {redirect.old for redirect in comparison.new.redirects}
    # The folder of the kind is part of a page's address, which others may have linked to.
    if address not in redirected:
        text += f"; write {address}: {now.id} in redirects.yml, so that its old address leads on"
    return Line(text, subject_url(comparison.new, [now.id]))

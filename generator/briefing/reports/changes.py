"""What changed between two states of the data, as text, JSON, or Markdown for a pull request."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing import routes
from briefing.dataset.diff import ClaimChange, Comparison, ShownChange
from briefing.dataset.linked.records import Conflict, Dataset
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Judgement, Subject
from briefing.model.values import print_value
from briefing.views.base.finding_pages import find_pages

MOST = 60
"""Lines of one section in Markdown: a comment on a pull request has a limit, and readers have one, too."""
_MARKS = re.compile(r"([\\`*_{}\[\]<>()+!|~&-])")
_CALLS = re.compile(r"([@#])(?=\w)")
"""What would call a person or an issue, escaped or not; only a comment in between keeps it text."""


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


def describe_changes(found: Comparison, pages: PageChanges) -> tuple[Section, ...]:
    """Return the sections of a report, empty ones left out."""
    old, new = found.old, found.new
    anchors_old, anchors_new = _conflict_urls(old), _conflict_urls(new)
    sections = (
        Section("conflicts-new", "New conflicts", _conflicts(found.found, anchors_new)),
        Section("conflicts-reopened", "Reopened conflicts", _conflicts(found.reopened, anchors_new)),
        Section("conflicts-settled", "Settled or explained conflicts", _conflicts(found.settled, anchors_new)),
        Section("conflicts-gone", "Conflicts that are gone", _conflicts(found.gone, {}.fromkeys(anchors_old))),
        Section("shown", "Shown values", tuple(_shown_line(one, found) for one in found.shown)),
        Section("claims-added", "New claims", tuple(_claim_line(new, one) for one in found.added)),
        Section("claims-changed", "Changed claims", tuple(_change_line(new, one) for one in found.changed)),
        Section("claims-removed", "Removed claims", tuple(_claim_line(old, one, "") for one in found.removed)),
        Section("judged", "New or changed judgements", tuple(_judgement_line(new, one) for one in found.judged)),
        Section("unjudged", "Judgements taken back", tuple(_judgement_line(old, one) for one in found.unjudged)),
        Section("records", "Records", tuple(_record_lines(found))),
        Section("stale", "Newly stale", _conflicts(found.stale, anchors_new)),
        Section("pages", "Pages", tuple(_page_lines(pages))),
    )
    return tuple(one for one in sections if one.lines)


def _conflict_urls(data: Dataset) -> dict[str, str | None]:
    return {key: f"{routes.url(page)}#{key}" for key, page in find_pages(data).items()}


def _conflicts(conflicts: Iterable[Conflict], urls: dict[str, str | None]) -> tuple[Line, ...]:
    return tuple(Line(f"{one.rule}: {one.message}", urls.get(one.key)) for one in conflicts)


def _names(data: Dataset, ids: Iterable[SubjectId]) -> str:
    return " and ".join(data.subjects[one].name.display if one in data.subjects else one for one in ids)


def _subject_url(data: Dataset, ids: Iterable[SubjectId]) -> str | None:
    first = next((data.subjects[one] for one in ids if one in data.subjects), None)
    return routes.url(routes.subject_page(data.registry.kinds[first.kind], first.id)) if first else None


def _shown_line(one: ShownChange, found: Comparison) -> Line:
    slot = one.slot
    data = found.new if one.now is not None else found.old
    keys = [value for _, value in slot.key if value]
    what = ", ".join([_names(data, slot.about), slot.attribute, *keys])
    return Line(f"{what}: {one.was or 'nothing'} → {one.now or 'nothing'}", _subject_url(found.new, slot.about))


def _claim_line(data: Dataset, claim: Claim, page: str | None = None) -> Line:
    value = print_value(claim.value) if claim.value is not None else ""
    place = f", paragraph {claim.par[0]}" if claim.par else ""
    what = [claim.attribute, *(name for _, name in data.slot_of[claim.key].key if name)]
    text = f"{claim.key} ({_names(data, claim.about)}{place}): {', '.join(what)} {value}".rstrip()
    return Line(text, (_claim_url(data, claim.key, claim) if page is None else page) or None)


def _claim_url(data: Dataset, key: ClaimKey, claim: Claim) -> str | None:
    if claim.article not in data.articles:
        return None
    return f"{routes.url(routes.article_page(claim.article))}#{routes.claim_anchor(key, claim.article)}"


def _change_line(data: Dataset, one: ClaimChange) -> Line:
    fields = "; ".join(f"{each.field} {each.was or 'absent'} → {each.now or 'absent'}" for each in one.fields)
    return Line(f"{one.claim.key}: {fields}", _claim_url(data, one.claim.key, one.claim))


def _judgement_line(data: Dataset, one: Judgement) -> Line:
    target = ", ".join(f"{name} {value}" for name, value in (one.slot or {}).items()) or f"finding {one.finding_rule}"
    decision = one.word or ", ".join(f"prefers {key}" for key in one.prefer)
    rejected = ", ".join(f"rejects {each.claim} ({each.reason})" for each in one.reject)
    text = "; ".join(filter(None, (f"{_names(data, [one.subject])}, {target}", decision, rejected, one.because)))
    return Line(text, _subject_url(data, [one.subject]))


def _record_lines(found: Comparison) -> Iterator[Line]:
    for subject in found.subjects_added:
        yield Line(f"new {subject.kind}: {subject.name.display}", _subject_url(found.new, [subject.id]))
    for subject in found.subjects_removed:
        yield Line(f"removed {subject.kind}: {subject.name.display}")
    for was, now in found.subjects_moved:
        yield _moved_line(found, was, now)
    for article in found.articles_added:
        yield Line(f"new article: {article.id}", routes.url(routes.article_page(article.id)))
    for article in found.articles_removed:
        yield Line(f"removed article: {article.id}")


def _moved_line(found: Comparison, was: Subject, now: Subject) -> Line:
    address = f"{found.old.registry.kinds[was.kind].folder}/{was.id}"
    text = f"moved from {was.kind} to {now.kind}: {now.name.display}"
    if address not in {one.old for one in found.new.redirects}:
        text += f"; write {address}: {now.id} in redirects.yml, so that its old address leads on"
    return Line(text, _subject_url(found.new, [now.id]))


def _page_lines(pages: PageChanges) -> Iterator[Line]:
    for word, paths in (("new", pages.added), ("changed", pages.changed), ("removed", pages.removed)):
        for path in paths:
            url = routes.url(routes.PagePath(path))
            yield Line(f"{word}: /{url}", None if word == "removed" else url)


def summary_of(sections: Iterable[Section]) -> str:
    """Return one line with the number of changes of every sort."""
    counts = [f"{one.title.lower()}: {len(one.lines)}" for one in sections]
    return ", ".join(counts) if counts else "nothing changed"


def changes_text(sections: tuple[Section, ...]) -> str:
    """Return the report for a terminal."""
    blocks = [
        "\n".join([f"{one.title} ({len(one.lines)})", *(f"  {line.text}" for line in one.lines)]) for one in sections
    ]
    return "\n\n".join([*blocks, summary_of(sections)]) + "\n"


def changes_markdown(sections: tuple[Section, ...], site_url: str) -> str:
    """Return the report as a comment on a pull request; text of the data stays text, links lead to ``site_url``."""
    blocks = [f"**Briefing:** {_escape(summary_of(sections))}"]
    for one in sections:
        lines = [f"- {_linked(line, site_url)}" for line in one.lines[:MOST]]
        more = len(one.lines) - MOST
        lines += [f"- … and {more} more"] if more > 0 else []
        title = f"<summary>{one.title} ({len(one.lines)})</summary>"
        is_open = " open" if one.name.startswith("conflicts") else ""
        blocks.append("\n".join([f"<details{is_open}>{title}", "", *lines, "", "</details>"]))
    return "\n\n".join(blocks) + "\n"


def _linked(line: Line, site_url: str) -> str:
    text = _escape(line.text)
    return f"{text} ([page]({site_url.rstrip('/')}/{line.page}))" if line.page is not None else text


def _escape(text: str) -> str:
    return _CALLS.sub(r"\1<!-- -->", _MARKS.sub(r"\\\1", " ".join(text.split())))


def changes_json(found: Comparison, sections: tuple[Section, ...], pages: PageChanges) -> str:
    """Return the report for programs: ids, keys and fields, and the words of every section."""
    document = {
        "version": 1,
        "as_of": {"old": found.old.briefing.as_of.edtf, "new": found.new.briefing.as_of.edtf},
        "claims": {
            "added": [one.key for one in found.added],
            "changed": [
                {"id": one.claim.key, "fields": [{"field": f.field, "was": f.was, "now": f.now} for f in one.fields]}
                for one in found.changed
            ],
            "removed": [one.key for one in found.removed],
        },
        "conflicts": {
            name: [one.key for one in conflicts]
            for name, conflicts in (
                ("new", found.found),
                ("reopened", found.reopened),
                ("settled", found.settled),
                ("gone", found.gone),
                ("stale", found.stale),
            )
        },
        "shown": [
            {
                "about": list(one.slot.about),
                "attribute": one.slot.attribute,
                "key": dict(one.slot.key),
                "was": one.was,
                "now": one.now,
            }
            for one in found.shown
        ],
        "subjects": {
            "added": [one.id for one in found.subjects_added],
            "removed": [one.id for one in found.subjects_removed],
            "moved": [{"id": now.id, "was": was.kind, "now": now.kind} for was, now in found.subjects_moved],
        },
        "articles": {
            "added": [one.id for one in found.articles_added],
            "removed": [one.id for one in found.articles_removed],
        },
        "pages": {"added": list(pages.added), "changed": list(pages.changed), "removed": list(pages.removed)},
        "summary": {one.name: [line.text for line in one.lines] for one in sections},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

"""A comparison of two states of the data as text, as Markdown for a pull request, and as JSON for programs."""

import json
import re
from collections.abc import Iterable, Iterator

from briefing.dataset.diff import ClaimChange, Comparison, ShownChange
from briefing.dataset.linked.records import Conflict
from briefing.reports.change_line import Line
from briefing.reports.changes import PageChanges, Section

MOST = 60
"""Lines of one section in Markdown: a comment on a pull request has a limit, and readers have one, too."""
_MARKS = re.compile(r"([\\`*_{}\[\]<>()+!|~&-])")
_CALLS = re.compile(r"([@#])(?=\w)")
"""What would call a person or an issue, escaped or not; only a comment in between keeps it text."""
_ADDRESSES = re.compile(r"(?<=:)(?=//)|(?<=\bwww)(?=\.)", re.IGNORECASE)
"""Where an address would begin that GitHub makes a link of by itself."""
_BEGINNINGS = re.compile(r"^(?=#)|^([0-9]+)(?=\.)")
"""What would begin a heading or a numbered list, first in a line."""

_Json = dict[str, object]


def summary_of(sections: Iterable[Section]) -> str:
    """Return one line with the number of changes of every sort."""
    counts = [f"{section.title.lower()}: {len(section.lines)}" for section in sections]
    return ", ".join(counts) or "nothing changed"


def changes_text(sections: tuple[Section, ...]) -> str:
    """Return the report for a terminal."""
    blocks = ["\n".join(_text_lines(section)) for section in sections]
    return "\n\n".join([*blocks, summary_of(sections)]) + "\n"


def _text_lines(section: Section) -> Iterator[str]:
    yield f"{section.title} ({len(section.lines)})"
    for line in section.lines:
        yield f"  {line.text}"


# ---- Markdown


def changes_markdown(sections: tuple[Section, ...], site_url: str) -> str:
    """Return the report as a comment on a pull request; text of the data stays text, links lead to ``site_url``."""
    root = site_url.rstrip("/")
    blocks = [f"**Briefing:** {escape_markdown(summary_of(sections))}"]
    blocks += ["\n".join(_markdown_lines(section, root)) for section in sections]
    return "\n\n".join(blocks) + "\n"


def _markdown_lines(section: Section, root: str) -> Iterator[str]:
    yield f"{_details_tag(section)}<summary>{section.title} ({len(section.lines)})</summary>"
    # Between blank lines, for else GitHub takes the list for HTML.
    yield ""
    for line in section.lines[:MOST]:
        yield f"- {_markdown_line(line, root)}"
    if len(section.lines) > MOST:
        yield f"- … and {len(section.lines) - MOST} more"
    yield ""
    yield "</details>"


def _details_tag(section: Section) -> str:
    # A reviewer has to see conflicts; all else is there for those who ask.
    if section.name.startswith("conflicts"):
        return "<details open>"
    return "<details>"


def _markdown_line(line: Line, root: str) -> str:
    text = escape_markdown(line.text)
    if line.page is None:
        return text
    return f"{text} ([page]({root}/{line.page}))"


def escape_markdown(text: str) -> str:
    """Return text of the data as Markdown that shows it on one line, and calls nobody."""
    one_line = " ".join(text.split())
    escaped = _ADDRESSES.sub(r"\\", _MARKS.sub(r"\\\1", one_line))
    plain = _BEGINNINGS.sub(r"\1\\", escaped)
    return _CALLS.sub(r"\1<!-- -->", plain)


# ---- JSON


def changes_json(comparison: Comparison, sections: tuple[Section, ...], pages: PageChanges) -> str:
    """Return the report for programs: ids, keys and fields, and the words of every section."""
    document = {
        "version": 1,
        "as_of": {"old": comparison.old.briefing.as_of.edtf, "new": comparison.new.briefing.as_of.edtf},
        "claims": {
            "added": [claim.key for claim in comparison.added],
            "changed": [_claim_row(change) for change in comparison.changed],
            "removed": [claim.key for claim in comparison.removed],
        },
        "conflicts": {
            "new": _conflict_keys(comparison.appeared),
            "reopened": _conflict_keys(comparison.reopened),
            "settled": _conflict_keys(comparison.settled),
            "gone": _conflict_keys(comparison.gone),
            "stale": _conflict_keys(comparison.stale),
        },
        "shown": [_shown_row(change) for change in comparison.shown],
        "subjects": {
            "added": [subject.id for subject in comparison.subjects_added],
            "removed": [subject.id for subject in comparison.subjects_removed],
            "moved": [{"id": now.id, "was": was.kind, "now": now.kind} for was, now in comparison.subjects_moved],
        },
        "articles": {
            "added": [article.id for article in comparison.articles_added],
            "removed": [article.id for article in comparison.articles_removed],
        },
        "pages": {"added": list(pages.added), "changed": list(pages.changed), "removed": list(pages.removed)},
        "summary": {section.name: [line.text for line in section.lines] for section in sections},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _claim_row(change: ClaimChange) -> _Json:
    fields = [{"field": field.field, "was": field.was, "now": field.now} for field in change.fields]
    return {"id": change.claim.key, "fields": fields}


def _conflict_keys(conflicts: Iterable[Conflict]) -> list[str]:
    return [conflict.key for conflict in conflicts]


def _shown_row(change: ShownChange) -> _Json:
    return {
        "about": list(change.slot.about),
        "attribute": change.slot.attribute,
        "key": dict(change.slot.key),
        "was": change.was,
        "now": change.now,
    }

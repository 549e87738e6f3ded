"""The page of a subject: everything that is said about it and by it, in the order that a reader needs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.routes import GLOSSARY, entity_json, feed_file, subject_calendar_file, subject_feed
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import FileLink, PageLink, Prose, mark_japanese
from briefing.views.pages.compare import compare_link
from briefing.views.pages.embeds import embed_links
from briefing.views.pages.subject_articles import view_subject_coverage, view_subject_sources, withdrawn_note
from briefing.views.pages.subject_head import subject_head, subject_picture
from briefing.views.pages.subject_money import MoneySection, view_money_section
from briefing.views.pages.subject_sections import (
    MilestoneSection,
    OpinionSection,
    Rows,
    view_milestones,
    view_opinions,
    view_rows,
    view_status,
    view_subject_timeline,
)
from briefing.views.pages.subject_trust import TrustBar, view_trust
from briefing.views.parts.article_flags import machine_note
from briefing.views.parts.article_links import articles_of
from briefing.views.parts.calendar_entries import calendar_links, subject_calendar
from briefing.views.parts.corrections import CorrectionRow, corrections_of
from briefing.views.parts.coverage import CoverageRow, SourceRow
from briefing.views.parts.differences import Difference, view_differences
from briefing.views.parts.event_rows import Event
from briefing.views.parts.finding_notes import view_lookalike_findings, view_notes
from briefing.views.parts.findings import Finding
from briefing.views.parts.lookalikes import Lookalike, view_lookalikes
from briefing.views.parts.mentions import Mention, view_passing, view_remarks
from briefing.views.parts.names import NameBlock, view_names
from briefing.views.parts.page_claims import left_out_claims, page_claims
from briefing.views.parts.payments import payments
from briefing.views.parts.references import Cite, cite_subject
from briefing.views.parts.sources import SourceRef, refs_of_keys
from briefing.views.parts.statements import Statement
from briefing.views.parts.subject_changes import SubjectChanges, view_subject_changes
from briefing.views.parts.summary import SummarySection, view_summary
from briefing.views.pictures.neighbours import view_neighbours
from briefing.views.pictures.picture import Picture

FOLDED_AFTER = 8
"""A section beside the facts with more rows is folded."""


@dataclass(frozen=True, slots=True)
class BottomLine:
    """What to know first, with its sources."""

    text: Prose
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """All that the page of a subject may show.

    ``without_claims`` is True where no source says anything; ``withdrawn_note`` says that all sources were withdrawn.
    ``cards`` lead to a page for each of its facts, by which it is cited and embedded.
    """

    head: Head
    kind: str
    describes: Prose
    names: NameBlock
    status: Statement | None
    bottom_line: BottomLine | None
    trust: TrustBar
    summary: SummarySection
    without_claims: bool
    withdrawn_note: str
    facts: Rows
    money: MoneySection
    milestones: MilestoneSection
    timeline: tuple[Event, ...]
    calendar: Prose
    relations: Rows
    references: Rows
    differences: tuple[Difference, ...]
    notes: tuple[Finding, ...]
    lookalikes: tuple[Lookalike, ...]
    lookalike_findings: tuple[Finding, ...]
    context: Rows
    opinions: OpinionSection
    remarks: tuple[Mention, ...]
    passing: tuple[Mention, ...]
    coverage: tuple[CoverageRow, ...]
    review: str
    sources: tuple[SourceRow, ...]
    data: FileLink
    feed: FileLink
    cite: Cite
    cards: tuple[FileLink, ...]
    corrections: tuple[CorrectionRow, ...]
    changes: SubjectChanges
    compare: FileLink
    glossary: PageLink
    picture: Picture | None
    network: Picture | None

    @property
    def folds(self) -> Mapping[str, int]:
        """The sections beside the facts that are so long that they are folded, with the number of their rows."""
        sections: dict[str, Sequence[object]] = {
            "notes": self.notes,
            "context": self.context.rows,
            "opinion": self.opinions.rows,
            "said": self.remarks,
            "passing": self.passing,
            "references": self.references.rows,
            "sources": self.sources,
        }
        return {name: len(rows) for name, rows in sections.items() if len(rows) > FOLDED_AFTER}


def view_subject(context: Context, subject: SubjectId) -> SubjectPage:
    """Return the page of a subject."""
    record, layout = context.data.subjects[subject], context.addresses.layouts[subject]
    claims = page_claims(context, subject)
    # Articles whose claims were left out stay among the sources: readers may look for what became of them.
    all_claims = (*claims, *left_out_claims(context, subject))
    withdrawn = withdrawn_note(context, subject, claims)
    return SubjectPage(
        head=subject_head(context, subject),
        kind=context.kind(subject).label,
        describes=mark_japanese(record.describes),
        names=view_names(context, record),
        status=view_status(context, layout),
        bottom_line=_bottom_line(context, record),
        trust=view_trust(context, record, claims),
        summary=view_summary(context, layout, payments(context, subject), claims),
        without_claims=not claims and not withdrawn,
        withdrawn_note=withdrawn,
        facts=view_rows(context, layout, "key-facts"),
        money=view_money_section(context, layout),
        milestones=view_milestones(context, layout),
        timeline=view_subject_timeline(context, layout),
        calendar=_calendar(context, subject),
        relations=view_rows(context, layout, "relations"),
        references=view_rows(context, layout, "references"),
        differences=view_differences(context, subject, Linker(context, subject)),
        notes=view_notes(context, subject),
        lookalikes=view_lookalikes(context, record),
        lookalike_findings=view_lookalike_findings(context, subject),
        context=view_rows(context, layout, "context"),
        opinions=view_opinions(context, layout),
        remarks=view_remarks(context, subject),
        passing=view_passing(context, subject),
        coverage=view_subject_coverage(context, subject, all_claims),
        review=machine_note(context, articles_of(context, all_claims)),
        sources=view_subject_sources(context, all_claims),
        compare=compare_link(context, subject),
        glossary=PageLink(context.labels.say("glossary"), GLOSSARY),
        data=FileLink(context.labels.say("as-json"), entity_json(subject)),
        feed=FileLink(context.labels.say("feed"), feed_file(subject_feed(context.kind(subject), subject), "xml")),
        cite=cite_subject(context, subject),
        cards=embed_links(context, subject),
        corrections=corrections_of(context, subject),
        changes=view_subject_changes(context, subject),
        picture=subject_picture(context, subject),
        network=view_neighbours(context, subject),
    )


def _bottom_line(context: Context, record: Subject) -> BottomLine | None:
    line = record.bottom_line
    if line is None:
        return None
    return BottomLine(Linker(context, record.id).prose(line.text), refs_of_keys(context, line.claims))


def _calendar(context: Context, subject: SubjectId) -> Prose:
    # A subject without plans has no calendar file to link to.
    if not subject_calendar(context, subject):
        return ()
    return calendar_links(context, subject_calendar_file(subject))

"""The page of a subject: everything that is said about it and by it, in the order that a reader needs it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.dataset.comparing.confidence import cited_origins, origins_of
from briefing.dataset.linked.records import Conflict
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.routes import GLOSSARY, entity_json, list_page, subject_calendar_file
from briefing.views.base.context import Context
from briefing.views.base.entry_order import SECTION_ROWS
from briefing.views.base.head import Head
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.placement import Layout
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import FileLink, PageLink, Prose, mark_japanese, plain
from briefing.views.pages.compare import compare_link
from briefing.views.parts.article_flags import article_status, machine_note
from briefing.views.parts.article_links import articles_of
from briefing.views.parts.basis import unsure_note
from briefing.views.parts.calendar_entries import subject_calendar
from briefing.views.parts.coverage import CoverageRow, SourceRow, view_coverage, view_source
from briefing.views.parts.differences import Difference, view_differences
from briefing.views.parts.events import Event, slot_events
from briefing.views.parts.findings import Finding, conflict_page, is_difference, view_lookalike_findings, view_notes
from briefing.views.parts.freshness import Freshness, view_freshness
from briefing.views.parts.lookalikes import Lookalike, view_lookalikes
from briefing.views.parts.mentions import Mention, view_passing, view_remarks
from briefing.views.parts.milestone_rows import MilestoneRow, view_milestone
from briefing.views.parts.money_rows import MoneyRow, view_money
from briefing.views.parts.names import NameBlock, view_names
from briefing.views.parts.opinion_rows import OpinionRow, view_opinion
from briefing.views.parts.page_claims import left_out_claims, page_claims
from briefing.views.parts.payments import payments
from briefing.views.parts.sources import SourceRef, refs_of_keys
from briefing.views.parts.statements import Statement, view_statement
from briefing.views.parts.sum_lines import LineNote, view_lines
from briefing.views.parts.summary import SummarySection, view_summary
from briefing.views.parts.sums import largest_first
from briefing.views.parts.timeline_slots import subject_slots
from briefing.views.pictures.leading_picture import view_subject_picture
from briefing.views.pictures.neighbours import view_neighbours
from briefing.views.pictures.picture import Picture

FOLDED_AFTER = 8


@dataclass(frozen=True, slots=True)
class BottomLine:
    """What to know first, with its sources."""

    text: Prose
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class TrustBar:
    """How far to trust the page, at a glance."""

    freshness: Freshness
    articles: int
    origins: int
    unsure: str
    cited: str
    open_conflicts: int
    open_differences: str
    conflicts_place: PageLink | None
    next_milestone: str
    next_milestone_place: PageLink | None


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one section; ``rest`` leads to those that the page has no room for."""

    rows: tuple[Statement, ...]
    rest: PageLink | None


@dataclass(frozen=True, slots=True)
class MoneySection:
    """Sums of the subject itself, and sums of others that it pays or receives."""

    own: tuple[MoneyRow, ...]
    effects: tuple[MoneyRow, ...]
    incoming: tuple[MoneyRow, ...]
    lines: tuple[LineNote, ...]
    rest: PageLink | None


@dataclass(frozen=True, slots=True)
class OpinionSection:
    """What others say about the subject."""

    rows: tuple[OpinionRow, ...]
    rest: PageLink | None


@dataclass(frozen=True, slots=True)
class MilestoneSection:
    """Steps of the subject: what is planned, overdue, met."""

    rows: tuple[MilestoneRow, ...]
    rest: PageLink | None


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """All that the page of a subject may show."""

    head: Head
    kind: str
    describes: Prose
    names: NameBlock
    status: Statement | None
    bottom_line: BottomLine | None
    trust: TrustBar
    summary: SummarySection
    silent: bool
    nothing_left: str
    facts: Rows
    money: MoneySection
    milestones: MilestoneSection
    timeline: tuple[Event, ...]
    calendar: FileLink | None
    relations: Rows
    references: Rows
    differences: tuple[Difference, ...]
    notes: tuple[Finding, ...]
    lookalikes: tuple[Lookalike, ...]
    likenesses: tuple[Finding, ...]
    context: Rows
    opinions: OpinionSection
    said: tuple[Mention, ...]
    passing: tuple[Mention, ...]
    coverage: tuple[CoverageRow, ...]
    review: str
    sources: tuple[SourceRow, ...]
    data: FileLink
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
            "said": self.said,
            "passing": self.passing,
            "references": self.references.rows,
            "sources": self.sources,
        }
        return {name: len(rows) for name, rows in sections.items() if len(rows) > FOLDED_AFTER}


def view_subject(ctx: Context, subject: SubjectId) -> SubjectPage:
    """Return the page of a subject."""
    record, layout = ctx.data.subjects[subject], ctx.addresses.layouts[subject]
    claims = page_claims(ctx, subject)
    said_ever = (*claims, *left_out_claims(ctx, subject))
    nothing_left = _nothing_left(ctx, subject, claims)
    facts = _section(ctx, layout, "key-facts")
    return SubjectPage(
        head=subject_head(ctx, subject),
        kind=ctx.kind(subject).label,
        describes=mark_japanese(record.describes),
        names=view_names(ctx, record),
        status=next((one for entry, one in facts if entry.slot.attribute == "status"), None),
        bottom_line=_bottom_line(ctx, record),
        trust=view_trust(ctx, record, claims),
        summary=view_summary(ctx, layout, payments(ctx, subject), claims),
        silent=not claims and not nothing_left,
        nothing_left=nothing_left,
        facts=_rows(ctx, layout, "key-facts"),
        money=_money(ctx, layout),
        milestones=_milestones(ctx, layout),
        timeline=_timeline(ctx, layout),
        calendar=_calendar(ctx, subject),
        relations=_rows(ctx, layout, "relations"),
        references=_rows(ctx, layout, "references"),
        differences=view_differences(ctx, subject, Linker(ctx, subject)),
        notes=view_notes(ctx, subject),
        lookalikes=view_lookalikes(ctx, record),
        likenesses=view_lookalike_findings(ctx, subject),
        context=_rows(ctx, layout, "context"),
        opinions=_opinions(ctx, layout),
        said=view_remarks(ctx, subject),
        passing=view_passing(ctx, subject),
        coverage=_coverage(ctx, subject, said_ever),
        review=machine_note(ctx, articles_of(ctx, said_ever)),
        sources=_sources(ctx, said_ever),
        compare=compare_link(ctx, subject),
        glossary=PageLink(ctx.labels.say("glossary"), GLOSSARY),
        data=FileLink(ctx.labels.say("as-json"), entity_json(subject)),
        picture=subject_picture(ctx, subject),
        network=view_neighbours(ctx, subject),
    )


def _nothing_left(ctx: Context, subject: SubjectId, claims: tuple[Claim, ...]) -> str:
    """Return that nothing stands on a page any more because its sources were withdrawn; else nothing."""
    withdrawn = [claim for claim in left_out_claims(ctx, subject) if claim.is_withdrawn]
    if claims or not withdrawn:
        return ""
    articles = articles_of(ctx, withdrawn)
    named = [f"{ctx.names.brief_articles[one.id]}, {article_status(ctx, one)}" for one in articles]
    return ctx.labels.say("nothing-left", n=len(articles), articles="; ".join(named))


def subject_picture(ctx: Context, subject: SubjectId) -> Picture | None:
    """Return the picture at the head of a subject's page."""
    return view_subject_picture(ctx, subject, _all_sums(ctx, ctx.addresses.layouts[subject]))


def _all_sums(ctx: Context, layout: Layout) -> list[Entry]:
    """Return the sums of a subject, and those of others that it pays or receives, the largest first."""
    own = [one for one in layout.section("money") if one.slot.attribute == "amount"]
    paid = [one for one in payments(ctx, layout.subject) if one.slot.attribute == "amount"]
    return largest_first(ctx, [*own, *paid])


def subject_head(ctx: Context, subject: SubjectId) -> Head:
    """Return the head of a subject's page."""
    record, kind = ctx.data.subjects[subject], ctx.kind(subject)
    up = (PageLink(kind.label_plural, list_page(kind.folder)),)
    description = shorten(f"{record.name.en}: {record.describes}")
    return Head(
        ctx.addresses.layouts[subject].home, record.name.display, record.name.display, description, up, kind.name
    )


def _bottom_line(ctx: Context, record: Subject) -> BottomLine | None:
    line = record.bottom_line
    if line is None:
        return None
    return BottomLine(Linker(ctx, record.id).prose(line.text), refs_of_keys(ctx, line.claims))


def view_trust(ctx: Context, record: Subject, claims: tuple[Claim, ...]) -> TrustBar:
    """Return how far the page of a subject can be trusted, by the claims that it shows."""
    coming = next_milestone(ctx, record.id)
    found = [one for one in ctx.findings.by_subject.get(record.id, ()) if one.status == "open"]
    return TrustBar(
        freshness=view_freshness(ctx, claims, record.last_verified),
        articles=len({claim.article for claim in claims}),
        origins=origins_of(claims).independent,
        unsure=unsure_note(ctx, claims),
        cited=_cited(ctx, claims),
        open_conflicts=len(found),
        open_differences=_count_differences(ctx, found),
        conflicts_place=_open_place(ctx, record.id),
        next_milestone=coming.when if coming else "",
        next_milestone_place=coming.place if coming else None,
    )


def _cited(ctx: Context, claims: tuple[Claim, ...]) -> str:
    count = len(cited_origins(claims))
    return ctx.labels.say("of-them-cited", n=count) if count else ""


def _count_differences(ctx: Context, found: list[Conflict]) -> str:
    count = sum(is_difference(ctx, one) for one in found)
    if found and not count:
        return ctx.labels.say("all-are-notes", n=len(found))
    return ctx.labels.say("of-them-differ", n=count) if found else ""


def _open_place(ctx: Context, subject: SubjectId) -> PageLink | None:
    """Return the link from the number of open conflicts to the list that holds the first of them."""
    found = [one for one in ctx.findings.by_subject.get(subject, ()) if one.status == "open"]
    return PageLink(str(len(found)), conflict_page(ctx, found[0].key), found[0].key) if found else None


@dataclass(frozen=True, slots=True)
class _Coming:
    when: str
    place: PageLink


def next_milestone(ctx: Context, subject: SubjectId) -> _Coming | None:
    """Return the next planned step of a subject, or None."""
    slots = [one for one in subject_slots(ctx, subject) if one.attribute == "milestone"]
    events = slot_events(ctx, slots, Linker(ctx, subject))
    planned = next((one for one in events if one.state == "planned"), None)
    if planned is None:
        return None
    own = planned.about.page == ctx.page(subject)
    name = plain(planned.what) if own else f"{planned.about.text}: {plain(planned.what)}"
    return _Coming(planned.when, PageLink(name, planned.about.page, planned.about.anchor))


def _section(ctx: Context, layout: Layout, name: str) -> list[tuple[Entry, Statement]]:
    linker = Linker(ctx, layout.subject)
    return [(entry, view_statement(ctx, entry, linker)) for entry in layout.section(name)]


def _rows(ctx: Context, layout: Layout, name: str) -> Rows:
    return Rows(tuple(row for _, row in _section(ctx, layout, name)), rest_link(ctx, layout, name))


def rest_link(ctx: Context, layout: Layout, name: str) -> PageLink | None:
    """Return the link to what a section has no room for."""
    count = layout.left_out(name)
    page = next((one.page for one in layout.rest if one.section == name), None)
    return PageLink(ctx.labels.say("more-rows", n=count), page) if page else None


def _money(ctx: Context, layout: Layout) -> MoneySection:
    linker = Linker(ctx, layout.subject)
    entries = largest_first(ctx, layout.section("money"))
    rows = [(entry, view_money(ctx, entry, linker, layout.subject)) for entry in entries]
    return MoneySection(
        own=tuple(row for entry, row in rows if entry.slot.attribute != "effect"),
        effects=tuple(row for entry, row in rows if entry.slot.attribute == "effect"),
        incoming=_incoming_money(ctx, layout.subject, linker),
        lines=view_lines(ctx, ctx.data.subjects[layout.subject], linker),
        rest=rest_link(ctx, layout, "money"),
    )


def _incoming_money(ctx: Context, subject: SubjectId, linker: Linker) -> tuple[MoneyRow, ...]:
    """Return the sums of other subjects that this one pays or receives."""
    ordered = largest_first(ctx, payments(ctx, subject))[:SECTION_ROWS]
    return tuple(view_money(ctx, entry, linker, subject) for entry in ordered)


def _milestones(ctx: Context, layout: Layout) -> MilestoneSection:
    linker = Linker(ctx, layout.subject)
    rows = tuple(view_milestone(ctx, entry, linker) for entry in layout.section("milestones"))
    order = {"overdue": 0, "planned": 1}
    ordered = tuple(sorted(rows, key=lambda row: order.get(row.state, 2)))
    return MilestoneSection(ordered, rest_link(ctx, layout, "milestones"))


def _timeline(ctx: Context, layout: Layout) -> tuple[Event, ...]:
    """Return what is dated, in order of time; nothing where the milestones above are all of it."""
    events = slot_events(ctx, subject_slots(ctx, layout.subject), Linker(ctx, layout.subject))[:SECTION_ROWS]
    told = {(entry.page, entry.anchor) for entry in layout.section("milestones")}
    return () if all((one.about.page, one.about.anchor) in told for one in events) else events


def _calendar(ctx: Context, subject: SubjectId) -> FileLink | None:
    plans = subject_calendar(ctx, subject)
    return FileLink(ctx.labels.say("calendar"), subject_calendar_file(subject)) if plans else None


def _opinions(ctx: Context, layout: Layout) -> OpinionSection:
    linker = Linker(ctx, layout.subject)
    rows = tuple(view_opinion(ctx, entry, linker) for entry in layout.section("opinion"))
    return OpinionSection(rows, rest_link(ctx, layout, "opinion"))


def _coverage(ctx: Context, subject: SubjectId, claims: tuple[Claim, ...]) -> tuple[CoverageRow, ...]:
    linker, count = Linker(ctx, subject), Counter(claim.article for claim in claims)
    articles = articles_of(ctx, claims)[:SECTION_ROWS]
    return tuple(view_coverage(ctx, one, count[one.id], linker) for one in articles)


def _sources(ctx: Context, claims: tuple[Claim, ...]) -> tuple[SourceRow, ...]:
    count = Counter(claim.article for claim in claims)
    return tuple(view_source(ctx, one, count[one.id]) for one in articles_of(ctx, claims)[:SECTION_ROWS])

"""What a link says before it is followed: a subject, a source or a publisher in a few lines, as plain text."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.routes import PagePath, article_page, claim_anchor, publisher_page
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.pages.subject import view_trust
from briefing.views.parts.coverage import view_source
from briefing.views.parts.opinion_rows import quote_of
from briefing.views.parts.page_claims import page_claims
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.sources import paragraph
from briefing.views.parts.values import claim_value


@dataclass(frozen=True, slots=True)
class ClaimPreview:
    """One claim of a source under its anchor: where it stands there, what it is about, what it says."""

    anchor: str
    place: str
    about: str
    wording: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown of a page; texts that it lacks are empty, ``notes`` say how far to trust it."""

    page: PagePath
    kind: str
    title: str
    japanese: str
    text: str
    notes: tuple[str, ...]
    claims: tuple[ClaimPreview, ...]


def view_previews(ctx: Context) -> Iterator[Preview]:
    """Yield the previews of all subjects, articles and publishers."""
    yield from (preview_subject(ctx, subject) for subject in ctx.data.subjects)
    yield from (preview_article(ctx, article) for article in ctx.data.articles)
    yield from (preview_publisher(ctx, publisher) for publisher in ctx.data.publishers)


def preview_subject(ctx: Context, subject: SubjectId) -> Preview:
    """Return what a link to a subject says: names, kind, bottom line, how far to trust its page."""
    record = ctx.data.subjects[subject]
    japanese = record.name.ja or ""
    return Preview(
        page=ctx.page(subject),
        kind=ctx.kind(subject).label,
        title=record.name.display,
        japanese="" if japanese == record.name.display else japanese,
        text=record.bottom_line.text if record.bottom_line else record.describes,
        notes=_subject_notes(ctx, subject),
        claims=(),
    )


def _subject_notes(ctx: Context, subject: SubjectId) -> tuple[str, ...]:
    trust = view_trust(ctx, ctx.data.subjects[subject], page_claims(ctx, subject))
    fresh = trust.freshness
    newest = f"{ctx.labels.say('newest-source')}: {fresh.newest} ({fresh.word})" if fresh.newest else ""
    checked = ctx.labels.say("checked-on-day", date=fresh.checked) if fresh.checked else ctx.labels.say("not-checked")
    counts = (
        ("stat-articles", trust.articles),
        ("stat-origins", trust.origins),
        ("stat-conflicts", trust.open_conflicts),
    )
    return *filter(None, (newest, checked)), ", ".join(f"{n} {ctx.labels.say(label, n=n)}" for label, n in counts)


def preview_article(ctx: Context, article: ArticleId) -> Preview:
    """Return what a reference says: who published it and when, how far it is trusted and why, each claim's wording."""
    record = ctx.data.articles[article]
    source = view_source(ctx, record, 0)
    return Preview(
        page=article_page(article),
        kind=f"{ctx.labels.say('source')}, {source.form}",
        title=plain(source.publisher),
        japanese="",
        text=record.title or "",
        notes=(
            f"{ctx.labels.say('published')}: {source.published}",
            f"{_grade(ctx, source.grade)}: {source.why}",
        ),
        claims=tuple(_claim(ctx, claim) for claim in ctx.articles.claims.get(article, ())),
    )


def preview_publisher(ctx: Context, publisher: PublisherId) -> Preview:
    """Return what a link to a publisher says: names, grade and why, how much of it is used here."""
    record = ctx.data.publishers[publisher]
    used, cited = len(ctx.articles.by_publisher.get(publisher, ())), len(ctx.articles.citing.get(publisher, ()))
    japanese = record.name.ja or ""
    counts = (("stat-articles", used), ("publisher-cited", cited))
    return Preview(
        page=publisher_page(publisher),
        kind=ctx.labels.say("publisher"),
        title=record.name.display,
        japanese="" if japanese == record.name.display else japanese,
        text=f"{_grade(ctx, record.grade.letter)}: {record.grade.why}",
        notes=(", ".join(f"{n} {ctx.labels.say(label, n=n)}" for label, n in counts if n),) if used or cited else (),
        claims=(),
    )


def _grade(ctx: Context, letter: str) -> str:
    word = ctx.labels.say("grade-is", letter=letter)
    return f"{word[:1].upper()}{word[1:]}"


def _claim(ctx: Context, claim: Claim) -> ClaimPreview:
    label, _ = slot_label(ctx, ctx.data.slot_of[claim.key])
    quote = quote_of(claim)
    value = plain(claim_value(ctx, claim, Linker(ctx))) if claim.value is not None else ""
    return ClaimPreview(
        anchor=claim_anchor(claim.key, claim.article),
        place=paragraph(claim.par),
        about=f"{', '.join(ctx.display(one) for one in claim.about if one in ctx.data.subjects)}: {label}",
        wording=f"{value} “{quote}”".strip() if quote else value,
    )

"""What a link says before it is followed: a subject, a source or a publisher in a few lines, as plain text."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.model.records import Name
from briefing.routes import PagePath, article_page, publisher_page
from briefing.views.base.context import Context
from briefing.views.base.tokens import plain
from briefing.views.pages.claim_previews import ClaimPreview, preview_claim
from briefing.views.pages.lead_sentence import lead_sentence
from briefing.views.pages.subject_trust import TrustBar, view_trust
from briefing.views.parts.coverage import view_source
from briefing.views.parts.page_claims import page_claims


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


def view_previews(context: Context) -> Iterator[Preview]:
    """Yield the previews of all subjects, articles and publishers."""
    for subject in context.data.subjects:
        yield preview_subject(context, subject)
    for article in context.data.articles:
        yield from preview_article(context, article)
    for publisher in context.data.publishers:
        yield preview_publisher(context, publisher)


def preview_subject(context: Context, subject: SubjectId) -> Preview:
    """Return what a link to a subject says: names, kind, bottom line, how far to trust its page."""
    record = context.data.subjects[subject]
    trust = view_trust(context, record, page_claims(context, subject))
    return Preview(
        page=context.page(subject),
        kind=context.kind(subject).label,
        title=record.name.display,
        japanese=_japanese(record.name),
        text=lead_sentence(record),
        notes=tuple(_trust_notes(context, trust)),
        claims=(),
    )


def _japanese(name: Name) -> str:
    # A name that is Japanese already stands in the title.
    if not name.ja or name.ja == name.display:
        return ""
    return name.ja


def _trust_notes(context: Context, trust: TrustBar) -> Iterator[str]:
    freshness = trust.freshness
    if freshness.newest:
        yield f"{context.labels.say('newest-source')}: {freshness.newest} ({freshness.word})"
    if freshness.checked:
        yield context.labels.say("checked-on-day", date=freshness.checked)
    else:
        yield context.labels.say("not-checked")
    counts = (
        context.labels.count("stat-articles", trust.articles),
        context.labels.count("stat-origins", trust.origins),
        context.labels.count("stat-conflicts", trust.open_conflicts),
    )
    yield ", ".join(counts)


def preview_article(context: Context, article: ArticleId) -> Iterator[Preview]:
    """Yield what a reference says: who published it and when, how far it is trusted and why, each claim's wording.

    Claims stand in the preview of the page of the article that they stand on.
    """
    record = context.data.articles[article]
    source = view_source(context, record, 0)
    published = f"{context.labels.say('published')}: {source.published}"
    by_page: dict[PagePath, list[Claim]] = {article_page(article): []}
    for claim in context.articles.claims.get(article, ()):
        page, _ = context.addresses.articles.locate(claim)
        by_page.setdefault(page, []).append(claim)
    for page, claims in by_page.items():
        yield Preview(
            page=page,
            kind=f"{context.labels.say('source')}, {source.form}",
            title=plain(source.publisher),
            japanese="",
            text=record.title or "",
            notes=(published, _graded(context, source.grade, source.why)),
            claims=tuple(preview_claim(context, claim) for claim in claims),
        )


def preview_publisher(context: Context, publisher: PublisherId) -> Preview:
    """Return what a link to a publisher says: names, grade and why, how much of it is used here."""
    record = context.data.publishers[publisher]
    return Preview(
        page=publisher_page(publisher),
        kind=context.labels.say("publisher"),
        title=record.name.display,
        japanese=_japanese(record.name),
        text=_graded(context, record.grade.letter, record.grade.why),
        notes=_usage_notes(context, publisher),
        claims=(),
    )


def _usage_notes(context: Context, publisher: PublisherId) -> tuple[str, ...]:
    counts = {
        "stat-articles": len(context.articles.by_publisher.get(publisher, ())),
        "publisher-cited": len(context.articles.citing.get(publisher, ())),
    }
    texts = [context.labels.count(label, number) for label, number in counts.items() if number]
    if not texts:
        return ()
    return (", ".join(texts),)


def _graded(context: Context, letter: str, why: str) -> str:
    grade = context.labels.say("grade-is", letter=letter)
    # Not capitalize, which would make the grade a small letter.
    return f"{grade[:1].upper()}{grade[1:]}: {why}"

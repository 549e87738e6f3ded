"""The page of an article: what it is, what it says in order of its paragraphs, and what was left out and why."""

from dataclasses import dataclass

from briefing.dataset.linked.records import Rank
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey
from briefing.model.records import Article, Citation
from briefing.routes import ARTICLES, article_page, claim_anchor, list_page, publisher_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.base.linker import Linker
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import PageLink, Prose, WebLink, join_prose, mark_japanese, words
from briefing.views.parts.article_flags import review_flag
from briefing.views.parts.boxes import find_rejection_slot, locate_slot_box
from briefing.views.parts.coverage import SourceRow, view_source
from briefing.views.parts.date_words import claim_as_of
from briefing.views.parts.findings import Finding, is_difference, view_finding
from briefing.views.parts.opinion_rows import quote_of
from briefing.views.parts.qualifiers import ALL_QUALIFIERS, Detail, details_of
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.sources import SourceRef, cited_name, paragraph, refs_of_keys
from briefing.views.parts.speakers import speaker_prose
from briefing.views.parts.values import claim_value

STRETCH = 20
"""Claims after which an article's next paragraph begins a new stretch."""


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence of a summary with the claims that carry it."""

    text: Prose
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim as the article makes it; ``standing`` is empty for what is simply shown or stands."""

    anchor: str
    paragraph: str
    about: Prose
    label: PageLink
    value: Prose
    details: tuple[Detail, ...]
    speaker: Prose
    quote: str
    as_of: str
    standing: str
    standing_word: str
    reason: str
    citing: Prose
    restates: PageLink | None
    corrects: tuple[PageLink, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """A stretch of an article with its claims; a title where it is folded."""

    title: str
    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Paragraphs that are no part of the article, and why."""

    paragraph: str
    why: str


@dataclass(frozen=True, slots=True)
class CitedRow:
    """A reference that the article names."""

    publisher: Prose
    title: Prose
    published: str
    address: WebLink | None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """All that the page of an article may show."""

    head: Head
    source: SourceRow
    flag: str
    open_conflicts: int
    author: Prose
    published_basis: str
    review_note: str
    note: Prose
    bottom_line: Prose
    points: tuple[Point, ...]
    limits: tuple[Prose, ...]
    claims: tuple[ClaimPart, ...]
    left_out: tuple[LeftOut, ...]
    cited: tuple[CitedRow, ...]


def view_article(ctx: Context, name: ArticleId) -> ArticlePage:
    """Return the page of an article."""
    article = ctx.data.articles[name]
    claims = sorted(ctx.articles.claims.get(name, ()), key=_reading_order)
    summary, linker = article.summary, Linker(ctx)
    return ArticlePage(
        head=article_head(ctx, name),
        source=view_source(ctx, article, len(claims)),
        flag=review_flag(ctx, article),
        open_conflicts=_count_open(ctx, claims),
        author=mark_japanese(", ".join(article.author)),
        published_basis=article.published_basis or "",
        review_note=article.review_note or "",
        note=mark_japanese(article.note or ""),
        bottom_line=linker.prose(summary.bottom_line if summary else None),
        points=tuple(
            Point(linker.prose(one.text), refs_of_keys(ctx, one.claims, name))
            for one in (summary.points if summary else ())
        ),
        limits=tuple(linker.prose(one) for one in (summary.limits if summary else ())),
        claims=_claim_parts(ctx, article, claims),
        left_out=tuple(LeftOut(paragraph(one.par), one.why) for one in article.exclude),
        cited=tuple(view_citation(ctx, one) for one in article.cites),
    )


def _reading_order(claim: Claim) -> tuple[tuple[int, int], str, int, str]:
    return claim.par or (10**6, 0), claim.holder, claim.order, claim.key


def article_head(ctx: Context, article_id: ArticleId) -> Head:
    """Return the head of an article's page."""
    article, name = ctx.data.articles[article_id], ctx.names.articles[article_id]
    date = article.published.label
    dated = name if date in name else f"{name}, {date}"
    full = f"{shorten(article.title, 90)} ({dated})" if article.title else dated
    said = article.summary.bottom_line if article.summary else None
    up = (PageLink(ctx.labels.say("articles"), list_page(ARTICLES)),)
    return Head(
        article_page(article.id), article.title or dated, full, shorten(f"{dated}. {said or ''}"), up, "article"
    )


def _claim_parts(ctx: Context, article: Article, claims: list[Claim]) -> tuple[ClaimPart, ...]:
    """Return the claims in stretches of the article, none of which ends within a paragraph; the first is open."""
    linker = Linker(ctx)
    stretches: list[list[Claim]] = [[]]
    for claim in claims:
        if len(stretches[-1]) >= STRETCH and claim.par != stretches[-1][-1].par:
            stretches.append([])
        stretches[-1].append(claim)
    return tuple(
        ClaimPart(
            title=ctx.labels.say("part-count", place=_stretch(ctx, part), n=len(part)) if number else "",
            rows=tuple(_claim_row(ctx, article, claim, linker) for claim in part),
        )
        for number, part in enumerate(stretches)
        if part
    )


def _stretch(ctx: Context, claims: list[Claim]) -> str:
    places = [claim.par for claim in claims if claim.par]
    return paragraph((places[0][0], max(place[1] for place in places))) if places else ctx.labels.say("no-paragraph")


def _claim_row(ctx: Context, article: Article, claim: Claim, linker: Linker) -> ClaimRow:
    standing, reason = _standing(ctx, claim)
    keys = ctx.data.registry.attributes[claim.attribute].key
    return ClaimRow(
        anchor=claim_anchor(claim.key, article.id),
        paragraph=paragraph(claim.par),
        about=join_prose([ctx.link(one) for one in claim.about]),
        label=_label(ctx, claim),
        value=claim_value(ctx, claim, linker) if claim.value is not None else (),
        details=details_of(ctx, claim, linker, tuple(name for name in ALL_QUALIFIERS if name not in keys)),
        speaker=speaker_prose(ctx, claim),
        quote=quote_of(claim),
        as_of=claim_as_of(ctx, claim),
        standing=standing,
        standing_word=_standing_word(ctx, standing),
        reason=reason,
        citing=mark_japanese(cited_name(ctx, claim)),
        restates=_restated(ctx, article, claim),
        corrects=tuple(_claim_link(ctx, article, key) for key in (claim.corrects.claims if claim.corrects else ())),
        findings=_findings(ctx, claim),
    )


def _findings(ctx: Context, claim: Claim) -> tuple[Finding, ...]:
    """Return what a claim differs from, and whatever is still open about it."""
    found = ctx.findings.by_claim.get(claim.key, ())
    told = (view_finding(ctx, one) for one in found if one.status == "open" or is_difference(ctx, one))
    # Several findings of one question would stand here under the same words.
    first: dict[tuple[str, str], Finding] = {}
    for one in told:
        first.setdefault((one.status, one.question), one)
    return tuple(first.values())


def _count_open(ctx: Context, claims: list[Claim]) -> int:
    found = (one for claim in claims for one in ctx.findings.by_claim.get(claim.key, ()))
    return len({one.key for one in found if one.status == "open"})


def _label(ctx: Context, claim: Claim) -> PageLink:
    slot = ctx.data.slot_of[claim.key]
    label, note = slot_label(ctx, slot)
    page, anchor = ctx.addresses.layouts[slot.about[0]].locate(slot)
    text = f"{label} ({note})" if note else label
    if slot.ranks[claim.key] is Rank.REJECTED:
        return PageLink(text, *locate_slot_box(ctx, find_rejection_slot(ctx, claim)))
    return PageLink(text, page, anchor if slot.shown else "")


def _standing(ctx: Context, claim: Claim) -> tuple[str, str]:
    """Return how a claim that is not simply shown stands, and why."""
    rank = ctx.data.slot_of[claim.key].ranks[claim.key]
    if rank is Rank.EXCLUDED:
        return rank, claim.excluded or ""
    if rank is Rank.REJECTED:
        found = ctx.rejections.get(claim.key)
        return rank, ctx.labels.word("reason", found[0].reason) if found else ""
    if claim.qualifier("review") == "draft":
        return "draft", ""
    if claim.key in ctx.data.slot_of[claim.key].corrected:
        return rank, ctx.labels.say("corrected-by-source")
    return (rank, "") if rank is Rank.SUPERSEDED else ("", "")


def _standing_word(ctx: Context, standing: str) -> str:
    if standing == "draft":
        return ctx.labels.say("draft")
    return ctx.labels.word("rank", standing) if standing else ""


def _restated(ctx: Context, article: Article, claim: Claim) -> PageLink | None:
    return _claim_link(ctx, article, claim.restates) if claim.restates in ctx.data.claims and claim.restates else None


def _claim_link(ctx: Context, article: Article, key: ClaimKey) -> PageLink:
    """Return the link from the page of an article to a claim, of which another article may be the source."""
    named = ctx.data.claims[key]
    text = paragraph(named.par) or named.key.partition("#")[2]
    if named.article != article.id:
        text = f"{ctx.names.brief_articles[named.article]}, {text}"
    return PageLink(text, article_page(named.article), claim_anchor(named.key, named.article))


def view_citation(ctx: Context, citation: Citation) -> CitedRow:
    """Return a reference that an article names."""
    publisher = ctx.publisher(citation.publisher)
    name = (PageLink(publisher.name.display, publisher_page(publisher.id)),) if publisher else ()
    return CitedRow(
        publisher=name or words(ctx.labels.say("publisher-unknown")),
        title=mark_japanese(citation.title or ""),
        published=citation.published.label if citation.published else "",
        address=WebLink(ctx.labels.say("original"), citation.url) if citation.url else None,
    )

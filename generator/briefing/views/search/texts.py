"""The texts that search goes through, each with a weight: what a page is about counts more than its details."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from briefing.dataset.linked.records import Rank
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Article, Publisher, SourcedText, Subject
from briefing.model.values import EntityName, EntityRef, value_text
from briefing.views.base.context import Context

Weighed: TypeAlias = tuple[int, str]
"""A weight from 1 to 9, and a text."""

GIST, SAYING, DETAIL = 4, 2, 1
_NAMING = ("milestone", "line", "measure", "list", "edition", "role", "scope", "condition", "note", "quote")


def subject_texts(ctx: Context, record: Subject, claims: Sequence[Claim]) -> tuple[Weighed, ...]:
    """Return what is said about a subject, in our words and in those of its claims."""
    lines = ((DETAIL, line.label) for line in record.money_lines)
    return _tidy((*_gist(record.describes, record.bottom_line), *lines, *_about(ctx, claims), *_sayings(ctx, claims)))


def article_texts(ctx: Context, record: Article) -> tuple[Weighed, ...]:
    """Return the summary of an article, and what it says."""
    summary = record.summary
    gist = [summary.bottom_line or "", *(point.text for point in summary.points)] if summary else []
    limits = summary.limits if summary else ()
    texts = ((GIST, gist[0] if gist else ""), *((SAYING, one) for one in gist[1:]), *((DETAIL, one) for one in limits))
    authors = ((DETAIL, one) for one in record.author)
    claims = ctx.articles.claims.get(record.id, ())
    return _tidy((*texts, *authors, *_about(ctx, claims), *_sayings(ctx, claims, DETAIL)))


def publisher_texts(record: Publisher) -> tuple[Weighed, ...]:
    """Return what is said of a publisher."""
    return _tidy(((DETAIL, record.grade.why),))


def _gist(describes: str, bottom_line: SourcedText | None) -> Iterator[Weighed]:
    yield GIST, describes
    if bottom_line:
        yield GIST, bottom_line.text


def _about(ctx: Context, claims: Iterable[Claim]) -> Iterator[Weighed]:
    for one in sorted({one for claim in claims for one in claim.about}):
        yield DETAIL, _all_names(ctx, one)


def _sayings(ctx: Context, claims: Iterable[Claim], weight: int = SAYING) -> Iterator[Weighed]:
    for claim in claims:
        rank = ctx.data.slot_of[claim.key].ranks[claim.key]
        if rank is not Rank.EXCLUDED:
            yield (weight if rank is Rank.SHOWN else DETAIL), _value(ctx, claim)
            yield DETAIL, " ".join(str(claim.qualifiers[one]) for one in _NAMING if one in claim.qualifiers)


def _value(ctx: Context, claim: Claim) -> str:
    match claim.value:
        case None:
            return ""
        case EntityRef(id=subject):
            return _all_names(ctx, SubjectId(subject))
        case EntityName(name=name):
            return name
    return value_text(claim.value)


def _all_names(ctx: Context, subject: SubjectId) -> str:
    """Return the names that a reader of either script may ask with."""
    known = ctx.data.subjects.get(subject)
    return " ".join(filter(None, (known.name.display, known.name.ja, known.name.reading))) if known else ""


def _tidy(texts: Iterable[Weighed]) -> tuple[Weighed, ...]:
    """Return texts in order, none empty and none twice."""
    heaviest: dict[str, int] = {}
    for weight, text in texts:
        if text.strip():
            heaviest[text] = max(weight, heaviest.get(text, 0))
    return tuple((weight, text) for text, weight in heaviest.items())

"""The texts that search goes through, each with a weight, so that the summary of a page counts more than a detail."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from briefing.dataset.linked.records import Rank
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Article, Publisher, Subject
from briefing.model.values import EntityName, EntityRef, value_text
from briefing.views.base.context import Context

WeightedText: TypeAlias = tuple[int, str]
"""A weight from 1 to 9, and a text."""

SUMMARY, STATEMENT, DETAIL = 4, 2, 1
_NAMING = ("milestone", "line", "measure", "list", "edition", "role", "scope", "condition", "note", "quote")
"""Qualifiers that hold words a reader may look for; others hold numbers, dates or fixed words."""


def subject_texts(context: Context, record: Subject, claims: Sequence[Claim]) -> tuple[WeightedText, ...]:
    """Return what is said about a subject, in our words and in those of its claims."""
    return _heaviest_of_each(
        (
            *_summary_of_subject(record),
            *((DETAIL, line.label) for line in record.money_lines),
            *_names_in(context, claims),
            *_statements(context, claims, STATEMENT),
        )
    )


def article_texts(context: Context, record: Article) -> tuple[WeightedText, ...]:
    """Return the summary of an article, and what it says."""
    claims = context.articles.claims.get(record.id, ())
    return _heaviest_of_each(
        (
            *_summary_of_article(record),
            *((DETAIL, author) for author in record.author),
            *_names_in(context, claims),
            # A claim counts more on the page of its subject, where it stands beside all others.
            *_statements(context, claims, DETAIL),
        )
    )


def publisher_texts(record: Publisher) -> tuple[WeightedText, ...]:
    """Return what is said of a publisher."""
    return _heaviest_of_each(((DETAIL, record.grade.why),))


def _summary_of_subject(record: Subject) -> Iterator[WeightedText]:
    yield SUMMARY, record.describes
    if record.bottom_line:
        yield SUMMARY, record.bottom_line.text


def _summary_of_article(record: Article) -> Iterator[WeightedText]:
    summary = record.summary
    if summary is None:
        return
    yield SUMMARY, summary.bottom_line or ""
    for point in summary.points:
        yield STATEMENT, point.text
    for limit in summary.limits:
        yield DETAIL, limit


def _names_in(context: Context, claims: Iterable[Claim]) -> Iterator[WeightedText]:
    """Yield the names of the subjects that claims are about."""
    subjects: set[SubjectId] = set()
    for claim in claims:
        subjects.update(claim.about)
    # Sorted, because a set has another order in every run.
    for subject in sorted(subjects):
        yield DETAIL, _all_names(context, subject)


def _statements(context: Context, claims: Iterable[Claim], weight: int) -> Iterator[WeightedText]:
    """Yield the values of claims, those that pages show with ``weight``, and the words around them."""
    for claim in claims:
        rank = context.data.slot_of[claim.key].ranks[claim.key]
        if rank is Rank.EXCLUDED:
            continue
        # What pages show beside the first value, or struck through, is found as well, and weighs less.
        shown_weight = weight if rank is Rank.SHOWN else DETAIL
        yield shown_weight, _value(context, claim)
        yield DETAIL, _qualifiers(claim)


def _qualifiers(claim: Claim) -> str:
    return " ".join(str(claim.qualifiers[name]) for name in _NAMING if name in claim.qualifiers)


def _value(context: Context, claim: Claim) -> str:
    match claim.value:
        case None:
            return ""
        case EntityRef(id=subject):
            return _all_names(context, SubjectId(subject))
        case EntityName(name=name):
            return name
    return value_text(claim.value)


def _all_names(context: Context, subject: SubjectId) -> str:
    """Return the names that a reader of either script may ask with; nothing for an id without a subject."""
    record = context.data.subjects.get(subject)
    if record is None:
        return ""
    return " ".join(filter(None, (record.name.display, record.name.ja, record.name.reading)))


def _heaviest_of_each(texts: Iterable[WeightedText]) -> tuple[WeightedText, ...]:
    """Return texts in order, none empty, and each once with the most that it weighs anywhere."""
    heaviest: dict[str, int] = {}
    for weight, text in texts:
        if text.strip():
            heaviest[text] = max(weight, heaviest.get(text, 0))
    return tuple((weight, text) for text, weight in heaviest.items())

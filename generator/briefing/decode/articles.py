"""One article file as read in, the typed article out: publisher, grade, references, excluded paragraphs, summary."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.decode.reading.content import Fields, Findings, ScalarText
from briefing.decode.reading.raw_data import RawRecord
from briefing.decode.references.check_references import check_reference
from briefing.decode.references.index import Index
from briefing.decode.sourced import check_length, decode_grade, decode_sourced, find_repeated_ids
from briefing.decode.text_checks.paragraphs import parse_paragraphs
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.model.dates import PartialDate, parse_date
from briefing.model.ids import ArticleId, PublisherId
from briefing.model.records import Article, Citation, Exclusion, Grade, Publisher, Summary

_UNDATED = parse_date("0001")
UNKNOWN = "unknown"
COPYING_FORMS = ("rewrite", "digest", "wire-copy")
"""Forms of texts that retell others; without a word on whom, their original may be that of any other article."""


def decode_article(
    record: RawRecord, publishers: Mapping[PublisherId, Publisher], index: Index, findings: Findings
) -> Article:
    """Return the article; what was wrong with it has been reported and stands as a plain default."""
    fields = record.fields
    publisher = _publisher_of(fields.scalar("publisher"), index, findings)
    findings.extend(_grade_problems(fields))
    findings.extend(find_repeated_ids(fields.records("cites"), "the reference"))
    exclude = tuple(_decode_exclusions(fields.records("exclude")))
    findings.extend(_exclusion_problems(fields, exclude))
    review, status = fields.record("review"), fields.record("status")
    published = fields.date("published") or _UNDATED
    assert isinstance(published, PartialDate)
    return Article(
        id=ArticleId(record.id),
        title=fields.text("title"),
        publisher=publisher,
        author=fields.texts("author"),
        url=fields.text("url"),
        language=fields.text("language") or "en",
        form=fields.text("form") or "report",
        published=published,
        published_basis=fields.text("published_basis"),
        origin=fields.text("origin") or record.id,
        grade=_grade_of(fields, publishers.get(publisher) if publisher else None),
        capture=fields.text("capture"),
        review=(review.text("state") if review else None) or "reviewed",
        review_note=review.text("note") if review else None,
        status=(status.text("state") if status else None) or "current",
        status_reason=status.text("reason") if status else None,
        cites=tuple(_decode_citation(one, index, findings) for one in fields.records("cites")),
        exclude=exclude,
        summary=_decode_summary(record.id, fields.record("summary"), index, findings),
        note=fields.text("note"),
        span=fields.span,
        original_known=_original_known(fields),
    )


def _original_known(fields: Fields) -> bool:
    """Tell whether the original is known: as the file says, else where it names one or the text is its own."""
    stated = fields.text("original")
    if stated:
        return stated != UNKNOWN
    return fields.text("origin") is not None or fields.text("form") not in COPYING_FORMS


def follow_originals(articles: Mapping[ArticleId, Article]) -> dict[ArticleId, Article]:
    """Return the articles; what copies an article here whose own original is unknown has an unknown one, too."""
    return {name: _followed(one, articles) for name, one in articles.items()}


def _followed(article: Article, articles: Mapping[ArticleId, Article]) -> Article:
    seen = {article.id}
    step: Article | None = article
    while step is not None and step.original_known and step.origin not in seen:
        seen.add(ArticleId(step.origin))
        step = articles.get(ArticleId(step.origin))
    known = step is None or step.original_known
    return article if known == article.original_known else replace(article, original_known=known)


def _publisher_of(read: ScalarText | None, index: Index, findings: Findings) -> PublisherId | None:
    if read is None or read.text == UNKNOWN:
        return None
    known = check_reference(read, "publisher", index, findings)
    return PublisherId(known) if known else None


def _grade_of(fields: Fields, publisher: Publisher | None) -> Grade:
    own = decode_grade(fields.record("grade"))
    return own or (publisher.grade if publisher else Grade("F", ""))


def _grade_problems(fields: Fields) -> Iterator[Diagnostic]:
    if fields.text("publisher") == UNKNOWN and fields.lacks("grade"):
        hint = "add grade: {letter: …, why: …}"
        message = "an article of an unknown publisher needs its own grade"
        yield error("grade-missing", fields.span_of("publisher"), message, hint)


def _decode_citation(fields: Fields, index: Index, findings: Findings) -> Citation:
    return Citation(
        fields.text("id") or "",
        _publisher_of(fields.scalar("publisher"), index, findings),
        fields.text("title"),
        fields.date("published"),
        fields.text("url"),
        fields.text("origin"),
    )


def _decode_exclusions(records: tuple[Fields, ...]) -> Iterator[Exclusion]:
    for one in records:
        paragraphs = parse_paragraphs(one.text("par") or "")
        if paragraphs:
            yield Exclusion(paragraphs, one.text("why") or "")


def _exclusion_problems(fields: Fields, exclude: tuple[Exclusion, ...]) -> Iterator[Diagnostic]:
    gone = _merged(sorted(one.par for one in exclude))
    starts = [first for first, _ in gone]
    for claim in fields.records("claims") if gone else ():
        paragraphs = parse_paragraphs(claim.text("par") or "")
        near = gone[max(0, bisect_right(starts, paragraphs[1]) - 1)] if paragraphs else None
        if paragraphs and near and near[0] <= paragraphs[1] and paragraphs[0] <= near[1]:
            message = f"paragraph {max(near[0], paragraphs[0])} is excluded, yet claimed"
            yield error("par-excluded", claim.span_of("par"), message, "take one of the two out")


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return sorted ranges without overlaps, so that one look finds the range before a paragraph."""
    merged: list[tuple[int, int]] = []
    for first, last in ranges:
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _decode_summary(holder: str, fields: Fields | None, index: Index, findings: Findings) -> Summary | None:
    if fields is None:
        return None
    check_length(fields, "bottom_line", findings)
    points = (decode_sourced(one, index, findings, holder) for one in fields.records("points"))
    return Summary(fields.text("bottom_line"), tuple(one for one in points if one), fields.texts("limits"))

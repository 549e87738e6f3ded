"""Articles and publishers, typed: who published what, how far it is trusted, and what it refers to."""

from collections.abc import Iterator, Mapping

from briefing.decode.reading.content import Fields, Findings, ScalarText
from briefing.decode.reading.raw_data import RawRecord
from briefing.decode.records.exclusions import decode_exclusions, find_excluded_claims
from briefing.decode.records.originals import is_original_stated
from briefing.decode.records.sourced import (
    UNTRUSTED,
    decode_grade,
    decode_name,
    decode_sourced,
    find_long_text,
    find_repeated_ids,
)
from briefing.decode.references.check_references import check_reference, check_subject
from briefing.decode.references.index import Index
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.model.dates import PartialDate, parse_date
from briefing.model.ids import ArticleId, PublisherId
from briefing.model.records import Article, Citation, Grade, Publisher, SourcedText, Summary

_UNKNOWN = "unknown"
# An article needs some date; without a right one it is older than all others, and an error says so.
_UNDATED = parse_date("0001")


def decode_publisher(record: RawRecord, index: Index, findings: Findings) -> Publisher:
    """Return the publisher; what was wrong with it has been reported and stands as a plain default."""
    fields = record.fields
    return Publisher(
        id=PublisherId(record.id),
        name=decode_name(fields.inner("name")),
        grade=decode_grade(fields.inner("grade")) or UNTRUSTED,
        subject=check_subject(fields.scalar("subject"), index, findings),
        url=fields.text("url"),
        span=fields.span,
    )


def decode_article(
    record: RawRecord, publishers: Mapping[PublisherId, Publisher], index: Index, findings: Findings
) -> Article:
    """Return the article; what was wrong with it has been reported and stands as a plain default."""
    fields = record.fields
    publisher = _check_publisher(fields.scalar("publisher"), index, findings)
    findings.extend(_find_missing_grade(fields))
    findings.extend(find_repeated_ids(fields.records("cites"), "the reference"))
    exclusions = tuple(decode_exclusions(fields.records("exclude")))
    findings.extend(find_excluded_claims(fields.records("claims"), exclusions))
    return Article(
        id=ArticleId(record.id),
        title=fields.text("title"),
        publisher=publisher,
        author=fields.texts("author"),
        url=fields.text("url"),
        language=fields.text_or("language", "en"),
        form=fields.text_or("form", "report"),
        published=_published(fields),
        published_basis=fields.text("published_basis"),
        origin=fields.text_or("origin", record.id),
        grade=_grade_of(fields, publisher, publishers),
        capture=fields.text("capture"),
        review=fields.text_within("review", "state") or "reviewed",
        review_note=fields.text_within("review", "note"),
        status=fields.text_within("status", "state") or "current",
        status_reason=fields.text_within("status", "reason"),
        cites=tuple(_decode_citation(citation, index, findings) for citation in fields.records("cites")),
        exclude=exclusions,
        summary=_decode_summary(record.id, fields.record("summary"), index, findings),
        note=fields.text("note"),
        span=fields.span,
        original_known=is_original_stated(fields),
    )


def _check_publisher(scalar: ScalarText | None, index: Index, findings: Findings) -> PublisherId | None:
    """Return the publisher, or None where it is unknown, wrong or not written."""
    # That nobody knows it is an answer, and no id.
    if scalar is None or scalar.text == _UNKNOWN:
        return None
    known = check_reference(scalar, "publisher", index, findings)
    if known:
        return PublisherId(known)
    return None


def _find_missing_grade(fields: Fields) -> Iterator[Diagnostic]:
    """Yield an error where nothing grades an article: neither its publisher nor the file itself."""
    if fields.text("publisher") == _UNKNOWN and fields.lacks("grade"):
        message = "an article of an unknown publisher needs its own grade"
        yield error("grade-missing", fields.span_of("publisher"), message, "add grade: {letter: …, why: …}")


def _published(fields: Fields) -> PartialDate:
    published = fields.date("published") or _UNDATED
    assert isinstance(published, PartialDate)
    return published


def _grade_of(fields: Fields, publisher: PublisherId | None, publishers: Mapping[PublisherId, Publisher]) -> Grade:
    """Return the article's own grade, else that of its publisher."""
    own_grade = decode_grade(fields.inner("grade"))
    if own_grade:
        return own_grade
    if publisher is None or publisher not in publishers:
        return UNTRUSTED
    return publishers[publisher].grade


def _decode_citation(fields: Fields, index: Index, findings: Findings) -> Citation:
    return Citation(
        fields.text_or("id", ""),
        _check_publisher(fields.scalar("publisher"), index, findings),
        fields.text("title"),
        fields.date("published"),
        fields.text("url"),
        fields.text("origin"),
    )


def _decode_summary(holder: str, fields: Fields | None, index: Index, findings: Findings) -> Summary | None:
    if fields is None:
        return None
    findings.extend(find_long_text(fields, "bottom_line"))
    points = tuple(_decode_points(holder, fields, index, findings))
    return Summary(fields.text("bottom_line"), points, fields.texts("limits"))


def _decode_points(holder: str, fields: Fields, index: Index, findings: Findings) -> Iterator[SourcedText]:
    for record in fields.records("points"):
        point = decode_sourced(record, index, findings, holder)
        if point:
            yield point

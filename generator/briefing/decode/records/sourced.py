"""Names, grades and prose with its claims: the pieces that records of several kinds share."""

from collections.abc import Iterator

from briefing.decode.reading.content import Fields, Findings
from briefing.decode.references.check_references import check_claims
from briefing.decode.references.index import Index
from briefing.diagnostics.diagnostic import Diagnostic, Related, Span, error, warning
from briefing.model.records import Grade, Name, SourcedText

BOTTOM_LINE_WORDS = 60
"""Words of a bottom line, which is to be read at a glance."""
UNTRUSTED = Grade("F", "")
"""The grade where none is written or the written one was wrong: nothing is trusted by mistake."""


def decode_name(fields: Fields) -> Name:
    """Return the names of a record; empty ones where they were wrong."""
    return Name(fields.text_or("en", ""), fields.text("short"), fields.text("ja"), fields.text("reading"))


def decode_grade(fields: Fields) -> Grade | None:
    """Return a grade, or None where its letter is missing or wrong."""
    # A grade without a reason counts: that the reason is missing has been reported.
    letter = fields.text("letter")
    if letter:
        return Grade(letter, fields.text_or("why", ""))
    return None


def decode_sourced(fields: Fields, index: Index, findings: Findings, holder: str = "") -> SourcedText | None:
    """Return prose with the keys of its claims, which may go by bare ids in the file of their ``holder``."""
    text = fields.text("text")
    if text is None:
        return None
    claims = check_claims(fields.scalars("claims"), index, findings, holder)
    return SourcedText(text, claims, fields.span_of("text"))


def find_long_text(fields: Fields, name: str) -> Iterator[Diagnostic]:
    """Yield a warning for a bottom line that is longer than a first look."""
    words = len(fields.text_or(name, "").split())
    if words > BOTTOM_LINE_WORDS:
        message = f"the text has {words} words, at most {BOTTOM_LINE_WORDS} are read"
        yield warning("bottom-line-long", fields.span_of(name), message, "say it shorter")


def find_repeated_ids(records: tuple[Fields, ...], label: str) -> Iterator[Diagnostic]:
    """Yield an error for each record of a list that bears the id of an earlier one."""
    first: dict[str, Span] = {}
    for record in records:
        name = record.text("id")
        if name is None:
            continue
        if name in first:
            related = (Related(first[name], "the first of this name"),)
            message = f'{label} "{name}" stands here twice'
            yield error("id-duplicate", record.span_of("id"), message, "rename one of them", related)
        first.setdefault(name, record.span_of("id"))

"""Names, grades and prose with its claims: the pieces that records of several kinds share."""

from collections.abc import Iterator

from briefing.decode.reading.content import Fields, Findings
from briefing.decode.references.check_references import check_claims
from briefing.decode.references.index import Index
from briefing.diagnostics.diagnostic import Diagnostic, Related, Span, error, warning
from briefing.model.records import Grade, Name, SourcedText

BOTTOM_LINE_WORDS = 60


def decode_name(fields: Fields | None) -> Name:
    """Return the names of a record; empty ones where they were wrong."""
    if fields is None:
        return Name("")
    return Name(fields.text("en") or "", fields.text("short"), fields.text("ja"), fields.text("reading"))


def decode_grade(fields: Fields | None) -> Grade | None:
    """Return a grade, or None where its letter is missing or wrong."""
    letter = fields.text("letter") if fields else None
    return Grade(letter, fields.text("why") or "") if fields and letter else None


def decode_sourced(fields: Fields | None, index: Index, findings: Findings, holder: str = "") -> SourcedText | None:
    """Return prose with the keys of its claims."""
    if fields is None or fields.text("text") is None:
        return None
    claims = check_claims(fields.scalars("claims"), index, findings, holder)
    return SourcedText(fields.text("text") or "", claims, fields.span_of("text"))


def check_length(fields: Fields | None, name: str, findings: Findings) -> None:
    """Report a bottom line that is longer than a first look."""
    read = fields.scalar(name) if fields else None
    words = len(read.text.split()) if read else 0
    if read and words > BOTTOM_LINE_WORDS:
        message = f"the text has {words} words, at most {BOTTOM_LINE_WORDS} are read"
        findings.append(warning("bottom-line-long", read.span, message, "say it shorter"))


def find_repeated_ids(records: tuple[Fields, ...], what: str) -> Iterator[Diagnostic]:
    """Yield a finding for each record of a list that bears the id of an earlier one."""
    first: dict[str, Span] = {}
    for one in records:
        name = one.text("id")
        if name is None:
            continue
        if name in first:
            related = (Related(first[name], "the first of this name"),)
            message = f'{what} "{name}" stands here twice'
            yield error("id-duplicate", one.span_of("id"), message, "rename one of them", related)
        first.setdefault(name, one.span_of("id"))

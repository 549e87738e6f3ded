"""Sums of a subject and how they stand to other sums; relations that name nothing."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefing.decode.claims.context import ClaimTraces
from briefing.decode.reading.content import Fields, Findings, ScalarText
from briefing.decode.reading.hints import reference_error
from briefing.decode.reading.raw_data import RawRecord
from briefing.decode.records.money_circles import Line, Wholes, find_money_circles
from briefing.decode.references.check_references import check_reference
from briefing.decode.references.index import Index
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.model.key_names import key_name
from briefing.model.records import LINE_RELATIONS, MoneyLine


class _Relation(NamedTuple):
    """One sum said to stand to another, as in part_of; ``scalar`` is where the other is named."""

    name: str
    line: Line
    other: Line
    scalar: ScalarText


def decode_line(fields: Fields) -> MoneyLine:
    """Return a sum of a subject."""
    relations = {name: fields.texts(name) for name in LINE_RELATIONS}
    return MoneyLine(
        id=fields.text_or("id", ""),
        label=fields.text_or("label", ""),
        relations={name: lines for name, lines in relations.items() if lines},
        because=fields.text("because"),
        span=fields.span_of("id"),
    )


def check_money_lines(subjects: Mapping[str, RawRecord], traces: ClaimTraces, index: Index, findings: Findings) -> None:
    """Report the problems of all relations between sums; ``traces`` has the lines that claims name."""
    listed = list(_listed_lines(subjects))
    known = traces.lines.union(line for line, _ in listed)
    wholes: Wholes = {}
    for line, fields in listed:
        for relation in _relations_of(line, fields):
            _check_relation(relation, known, traces, index, findings)
            _note_whole(relation, wholes)
    findings.extend(find_money_circles(wholes))


def _listed_lines(subjects: Mapping[str, RawRecord]) -> Iterator[tuple[Line, Fields]]:
    """Yield the sums that subjects list, with what is written of each; claims may name others."""
    for record in subjects.values():
        for fields in record.fields.records("money_lines"):
            yield (record.id, fields.text_or("id", "")), fields


def _relations_of(line: Line, fields: Fields) -> Iterator[_Relation]:
    for name in LINE_RELATIONS:
        for scalar in fields.scalars(name):
            yield _Relation(name, line, _parse_line(scalar.text, holder=line[0]), scalar)


def _parse_line(text: str, holder: str) -> Line:
    """Return the sum that is written as subject/line, or as a line of the ``holder`` alone."""
    subject, slash, line = text.partition("/")
    if slash:
        return (subject, key_name(line))
    return (holder, key_name(text))


def _check_relation(
    relation: _Relation, known: set[Line], traces: ClaimTraces, index: Index, findings: Findings
) -> None:
    """Report a relation of a sum to itself, to a subject or to a sum that is not there."""
    subject, line = relation.other
    span = relation.scalar.span
    if relation.other == relation.line:
        message = f'"{line}" is related to itself'
        findings.append(error("self-reference", span, message, "name the other sum"))
    elif subject not in index.subjects:
        check_reference(ScalarText(subject, span), "subject", index, findings)
    elif relation.other not in known and traces.doubted.isdisjoint((subject, None)):
        # Of a doubted subject the claim that names the line may have been dropped, and been reported.
        findings.append(_unknown_line(relation, known))


def _unknown_line(relation: _Relation, known: set[Line]) -> Diagnostic:
    subject, line = relation.other
    lines = sorted(_names_of_lines(subject, known))
    hint = "list it in money_lines of its subject"
    if lines:
        hint = f"its sums are: {', '.join(lines)}"
    message = f'"{subject}" has no sum "{line}"'
    return reference_error("money-line-unknown", relation.scalar.span, message, line, lines, hint)


def _names_of_lines(subject: str, known: set[Line]) -> Iterator[str]:
    for owner, name in known:
        # Claims that name no line have been noted under the empty name.
        if owner == subject and name:
            yield name


def _note_whole(relation: _Relation, wholes: Wholes) -> None:
    """Remember which sum a relation makes a part of which."""
    if relation.line == relation.other:
        return
    # Both say the same, seen from the part and from the whole.
    if relation.name == "part_of":
        wholes.setdefault(relation.line, {})[relation.other] = relation.scalar.span
    elif relation.name == "sum_of":
        wholes.setdefault(relation.other, {})[relation.line] = relation.scalar.span

"""Subjects, typed: names, identifiers, sums and decisions; their facts are claims and decoded as such."""

from collections.abc import Iterator

from briefing.decode.reading.content import Fields, Findings, texts_of
from briefing.decode.reading.raw_data import RawRecord
from briefing.decode.records.identifiers import find_identifier_problems
from briefing.decode.records.judgements import decode_judgement, decode_outcome
from briefing.decode.records.money_lines import decode_line
from briefing.decode.records.sourced import decode_name, decode_sourced, find_long_text, find_repeated_ids
from briefing.decode.references.check_references import check_article, check_subjects
from briefing.decode.references.index import Index
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.model.ids import SubjectId
from briefing.model.records import Alias, FormerName, Subject
from briefing.model.registry import Registry


def decode_subject(record: RawRecord, kind: str, index: Index, registry: Registry, findings: Findings) -> Subject:
    """Return the subject; what was wrong with it has been reported and stands as a plain default."""
    fields = record.fields
    subject_id = SubjectId(record.id)
    findings.extend(_find_self_references(subject_id, fields))
    findings.extend(find_repeated_ids(fields.records("money_lines"), "the money line"))
    findings.extend(find_identifier_problems(fields.mapping("identifiers")))
    findings.extend(find_long_text(fields.inner("bottom_line"), "text"))
    judgements = fields.records("judgements")
    outcomes = fields.records("outcomes")
    return Subject(
        id=subject_id,
        kind=kind,
        name=decode_name(fields.inner("name")),
        describes=fields.text_or("describes", ""),
        aliases=tuple(_decode_aliases(fields.records("aliases"))),
        former_names=tuple(_decode_former_name(former, index, findings) for former in fields.records("former_names")),
        identifiers=texts_of(fields.mapping("identifiers")),
        not_same_as=check_subjects(fields.scalars("not_same_as"), index, findings),
        last_verified=fields.date("last_verified"),
        bottom_line=decode_sourced(fields.inner("bottom_line"), index, findings, subject_id),
        money_lines=tuple(decode_line(line) for line in fields.records("money_lines")),
        judgements=tuple(decode_judgement(subject_id, row, index, registry, findings) for row in judgements),
        outcomes=tuple(decode_outcome(subject_id, row, index, registry, findings) for row in outcomes),
        # Findings about the subject as a whole point at its name.
        span=fields.keys.get("name", fields.span),
    )


def _find_self_references(subject_id: SubjectId, fields: Fields) -> Iterator[Diagnostic]:
    for other in fields.scalars("not_same_as"):
        if other.text == subject_id:
            message = f'"{subject_id}" is said to be another than itself'
            yield error("self-reference", other.span, message, "name the look-alike")


def _decode_aliases(records: tuple[Fields, ...]) -> Iterator[Alias]:
    for record in records:
        name = record.text("name")
        if name:
            # An editor who wrote that an everyday word links meant it: no check doubts it.
            yield Alias(name, record.text_or("link", "yes"), record.span_of("name"), asked="link" in record.keys)


def _decode_former_name(fields: Fields, index: Index, findings: Findings) -> FormerName:
    source = check_article(fields.scalar("source"), index, findings)
    return FormerName(fields.text_or("name", ""), fields.date("until"), source)

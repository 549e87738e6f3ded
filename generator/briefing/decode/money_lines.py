"""Sums of a subject and how they stand to other sums; relations that name nothing or lead in a circle."""

from collections.abc import Iterable, Iterator, Mapping

from briefing.decode.claims.context import ClaimTraces
from briefing.decode.reading.content import Fields, Findings, ScalarText
from briefing.decode.reading.hints import reference_error
from briefing.decode.reading.raw_data import RawRecord
from briefing.decode.references.check_references import check_reference
from briefing.decode.references.index import Index
from briefing.decode.shapes.subjects import LINE_RELATIONS
from briefing.diagnostics.diagnostic import MOST_RELATED, Diagnostic, Related, Span, error, few
from briefing.model.key_names import key_name
from briefing.model.records import MoneyLine

Line = tuple[str, str]
"""A subject and one of its sums."""


def decode_line(fields: Fields) -> MoneyLine:
    """Return a sum of a subject."""
    relations = {name: fields.texts(name) for name in LINE_RELATIONS if fields.texts(name)}
    return MoneyLine(
        fields.text("id") or "", fields.text("label") or "", relations, fields.text("because"), fields.span_of("id")
    )


def find_line_problems(
    subjects: Mapping[str, RawRecord], traces: ClaimTraces, index: Index, findings: Findings
) -> Iterator[Diagnostic]:
    """Yield the problems of all relations between sums; ``traces`` has the lines that claims name."""
    listed = {
        (record.id, one.text("id") or "")
        for record in subjects.values()
        for one in record.fields.records("money_lines")
    }
    known = listed | traces.lines
    contains: dict[Line, dict[Line, Span]] = {}
    for record in subjects.values():
        for one in record.fields.records("money_lines"):
            here = (record.id, one.text("id") or "")
            for name in LINE_RELATIONS:
                for read in one.scalars(name):
                    there = _named(record.id, read)
                    yield from _problems(here, there, read, known, traces, index, findings)
                    _add_edge(contains, name, here, there, read.span)
    yield from _circles(contains)


def _named(holder: str, read: ScalarText) -> Line:
    subject, slash, line = read.text.partition("/")
    return (subject, key_name(line)) if slash else (holder, key_name(subject))


def _problems(
    here: Line, there: Line, read: ScalarText, known: set[Line], traces: ClaimTraces, index: Index, findings: Findings
) -> Iterator[Diagnostic]:
    subject, line = there
    if there == here:
        yield error("self-reference", read.span, f'"{line}" is related to itself', "name the other sum")
    elif subject not in index.subjects:
        check_reference(ScalarText(subject, read.span), "subject", index, findings)
    elif there not in known and not traces.doubted & {subject, None}:
        lines = sorted(name for owner, name in known if owner == subject and name)
        hint = f"its sums are: {', '.join(lines)}" if lines else "list it in money_lines of its subject"
        yield reference_error("money-line-unknown", read.span, f'"{subject}" has no sum "{line}"', line, lines, hint)


def _add_edge(contains: dict[Line, dict[Line, Span]], name: str, here: Line, there: Line, span: Span) -> None:
    if here == there:
        return
    if name == "part_of":
        contains.setdefault(here, {})[there] = span
    elif name == "sum_of":
        contains.setdefault(there, {})[here] = span


def _circles(within: Mapping[Line, Mapping[Line, Span]]) -> Iterator[Diagnostic]:
    """Yield one finding for each sum that is a part of itself; the edges lead from part to whole."""
    done: set[Line] = set()
    for start in within:
        for circle in _walk(start, within, done):
            places = sorted(within[a][b] for a, b in zip(circle, [*circle[1:], circle[0]], strict=True))
            names = few([f"{subject}/{line}" for subject, line in circle])
            related = tuple(Related(place, "and this leads back") for place in places[1:MOST_RELATED])
            message = f"{names} are parts of each other"
            yield error("money-line-cycle", places[0], message, "take one of the relations out", related)


def _walk(start: Line, within: Mapping[Line, Mapping[Line, Span]], done: set[Line]) -> Iterable[list[Line]]:
    """Yield the circles met on the way from ``start`` to what it is a part of."""
    path: dict[Line, Iterator[Line]] = {}
    step: Line | None = start
    while step is not None:
        if step in path:
            names = list(path)
            yield names[names.index(step) :]
        elif step not in done:
            done.add(step)
            path[step] = iter(within.get(step, {}))
        step = _next_step(path)


def _next_step(path: dict[Line, Iterator[Line]]) -> Line | None:
    while path:
        last = next(reversed(path))
        step = next(path[last], None)
        if step is not None:
            return step
        del path[last]
    return None

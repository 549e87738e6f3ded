"""A waiver turns warnings into notes, up to its day, and may not stand idle."""

from datetime import date

from briefing.decode.reading.files import read_files
from briefing.decode.waivers import apply_waivers
from briefing.diagnostics.diagnostic import Diagnostic, Severity, Span, error, warning
from briefing.pipeline import built_in_registry
from briefing.source.parse import parse_document

ROW = "- {code: text-too-long, path: companies/acme.yml, text: describes, reason: a legal name, until: 2026-12}\n"
LONG = warning("text-too-long", Span("companies/acme.yml", 2, 1), '"describes" has 900 characters')
OTHER = warning("text-too-long", Span("companies/acme.yml", 3, 1), '"note" has 900 characters')
SAME_CODE = error("text-too-long", Span("companies/acme.yml", 2, 1), '"describes" has 900 characters')


def waived(*findings: Diagnostic, today: date = date(2026, 11, 22), complete: bool = True) -> list[Diagnostic]:
    node, _ = parse_document("waivers.yml", ROW.encode())
    problems: list[Diagnostic] = []
    raw = read_files({"waivers.yml": node}, built_in_registry(), None, problems)
    assert not problems
    return list(apply_waivers(findings, raw.waivers, today, complete=complete))


def test_a_waived_warning_stays_as_a_note_with_its_reason() -> None:
    (note,) = waived(LONG)
    assert (note.severity, note.message) == (Severity.NOTE, LONG.message)
    assert note.hint == "waived until 2026-12: a legal name"


def test_other_warnings_and_errors_stand() -> None:
    assert waived(LONG, OTHER, SAME_CODE)[1:] == [OTHER, SAME_CODE]


def test_a_waiver_counts_to_the_end_of_its_last_day_and_not_after() -> None:
    assert waived(LONG, today=date(2026, 12, 31))[0].severity is Severity.NOTE
    late = waived(LONG, today=date(2027, 1, 1))
    assert [(finding.code, finding.severity) for finding in late] == [
        ("text-too-long", Severity.WARNING),
        ("waiver-expired", Severity.WARNING),
    ]


def test_an_idle_waiver_is_an_error_but_only_where_everything_was_looked_for() -> None:
    (idle,) = waived()
    assert (idle.code, idle.severity, idle.span.path) == ("waiver-unused", Severity.ERROR, "waivers.yml")
    assert waived(complete=False) == []

"""Warnings that an editor puts up with for a while; nothing is lost.

A waived warning stays as a note. A waiver past its day waives nothing, and one that meets no warning is an error.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefing.decode.reading.content import Fields
from briefing.diagnostics.diagnostic import Diagnostic, Severity, Span, error, warning
from briefing.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Waiver:
    """One waiver: the warnings of ``code`` in the file ``path`` whose message holds ``text``, up to ``until``."""

    code: str
    path: str
    text: str
    reason: str
    until: PartialDate
    span: Span

    def covers(self, finding: Diagnostic) -> bool:
        """Return whether a finding is one of those that are put up with."""
        waived = (self.code, self.path, Severity.WARNING)
        return (finding.code, finding.span.path, finding.severity) == waived and self.text in finding.message

    def is_past(self, today: date | None) -> bool:
        """Return whether the last day of the waiver lies before today; False where today is unknown."""
        # A waiver until 2026-12 holds to the end of that month.
        last_day = self.until.latest
        return today is not None and last_day is not None and last_day < today


def apply_waivers(
    findings: Iterable[Diagnostic], rows: Iterable[Fields], today: date | None, *, complete: bool
) -> tuple[Diagnostic, ...]:
    """Return the findings with waived warnings as notes, and with what is wrong with the waivers.

    Nothing is said of unused ones unless the check was ``complete``: behind errors, warnings may not have been looked
    for.
    """
    reported = tuple(findings)
    live, past = _split_by_day(_read_waivers(rows), today)
    waived = tuple(_waive(finding, live) for finding in reported)
    expired = tuple(map(_expired, past))
    if not complete:
        return waived + expired
    return waived + expired + tuple(_find_unused(live, reported))


def _split_by_day(waivers: Iterable[Waiver], today: date | None) -> tuple[list[Waiver], list[Waiver]]:
    """Return the waivers that hold, and those past their day."""
    live: list[Waiver] = []
    past: list[Waiver] = []
    for waiver in waivers:
        if waiver.is_past(today):
            past.append(waiver)
        else:
            live.append(waiver)
    return live, past


def _read_waivers(rows: Iterable[Fields]) -> Iterator[Waiver]:
    """Yield the waivers without errors; the others waive nothing."""
    for row in rows:
        until = row.date("until")
        if until is None or row.faulty:
            continue
        yield Waiver(
            code=row.text_or("code", ""),
            path=row.text_or("path", ""),
            text=row.text_or("text", ""),
            reason=row.text_or("reason", ""),
            until=until,
            span=row.span_of("code"),
        )


def _waive(finding: Diagnostic, waivers: Iterable[Waiver]) -> Diagnostic:
    """Return a finding as a note where a waiver covers it; of several the first gives its reason."""
    for waiver in waivers:
        if waiver.covers(finding):
            hint = f"waived until {waiver.until.printed}: {waiver.reason}"
            return replace(finding, severity=Severity.NOTE, hint=hint)
    return finding


def _expired(waiver: Waiver) -> Diagnostic:
    message = f"this waiver ended on {waiver.until.printed}"
    hint = "mend what it waived, or decide again and give it a new day"
    return warning("waiver-expired", waiver.span, message, hint)


def _find_unused(waivers: Iterable[Waiver], findings: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    for waiver in waivers:
        if not any(map(waiver.covers, findings)):
            yield _unused(waiver)


def _unused(waiver: Waiver) -> Diagnostic:
    words = ""
    if waiver.text:
        words = f' with "{waiver.text}"'
    message = f'no warning "{waiver.code}"{words} is found in {waiver.path}'
    hint = "delete the waiver, or correct its path or text"
    return error("waiver-unused", waiver.span, message, hint)

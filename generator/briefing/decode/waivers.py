"""Warnings that an editor puts up with for a while: findings and waivers in, findings out; nothing is lost.

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
        same = (finding.code, finding.span.path, finding.severity) == (self.code, self.path, Severity.WARNING)
        return same and self.text in finding.message


def apply_waivers(
    findings: Iterable[Diagnostic], rows: Iterable[Fields], today: date | None, *, complete: bool
) -> tuple[Diagnostic, ...]:
    """Return the findings with waived warnings as notes, and with what is wrong with the waivers.

    Nothing is said of unused ones unless the check was ``complete``: behind errors, warnings may not have been looked
    for.
    """
    known = tuple(findings)
    waivers = tuple(_read_waivers(rows))
    past = [one for one in waivers if today and one.until.latest and one.until.latest < today]
    live = [one for one in waivers if one not in past]
    unused = [one for one in live if complete and not any(one.covers(finding) for finding in known)]
    waived = tuple(_waive(finding, live) for finding in known)
    return (*waived, *map(_expired, past), *map(_unused, unused))


def _read_waivers(rows: Iterable[Fields]) -> Iterator[Waiver]:
    for row in rows:
        until = row.scalar("until")
        if until and isinstance(until.value, PartialDate) and not row.faulty:
            code, path, text, reason = (row.text(name) or "" for name in ("code", "path", "text", "reason"))
            yield Waiver(code, path, text, reason, until.value, row.span_of("code"))


def _waive(finding: Diagnostic, waivers: Iterable[Waiver]) -> Diagnostic:
    found = next((one for one in waivers if one.covers(finding)), None)
    if found is None:
        return finding
    return replace(finding, severity=Severity.NOTE, hint=f"waived until {found.until.printed}: {found.reason}")


def _expired(waiver: Waiver) -> Diagnostic:
    message = f"this waiver ended on {waiver.until.printed}"
    return warning("waiver-expired", waiver.span, message, "mend what it waived, or decide again and give it a new day")


def _unused(waiver: Waiver) -> Diagnostic:
    words = f' with "{waiver.text}"' if waiver.text else ""
    message = f'no warning "{waiver.code}"{words} is found in {waiver.path}'
    return error("waiver-unused", waiver.span, message, "delete the waiver, or correct its path or text")

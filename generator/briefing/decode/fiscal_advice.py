"""Hints without advice to write Japanese fiscal years, for briefings that have no use for them.

"FY2027" is Japanese in a briefing that counts in yen or writes such years already. Elsewhere nobody knows whose it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefing.decode.reading.content import Fields
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.model.date_points import HINT

_MARK = "JFY"
_JAPANESE_WORD = "年度"
_PLAIN_HINTS = {HINT: "write `2024-04-10`, `2024-04` or `2024`"}
"""What to say in place of a hint; in place of all others that name fiscal years, the months."""
_MONTHS_HINT = "write the months that the fiscal year spans, as in `2026-10/2027-09`"


def fit_fiscal_advice(
    findings: Iterable[Diagnostic], sources: Mapping[str, bytes], briefing: Fields | None
) -> list[Diagnostic]:
    """Return the findings with hints that fit the briefing."""
    reported = list(findings)
    # Hardly any finding advises so, and the search through all files is for those few.
    if not any(map(_advises_so, reported)):
        return reported
    if _counts_in_yen(briefing) or _writes_fiscal_years(sources):
        return reported
    return list(map(_without_advice, reported))


def _advises_so(finding: Diagnostic) -> bool:
    return _MARK in finding.hint


def _counts_in_yen(briefing: Fields | None) -> bool:
    return briefing is not None and briefing.text("currency") == "JPY"


def _writes_fiscal_years(sources: Mapping[str, bytes]) -> bool:
    return any(_MARK.encode() in content for content in sources.values())


def _without_advice(finding: Diagnostic) -> Diagnostic:
    """Return a finding with a hint that names plain dates only."""
    # Who writes 年度 means a Japanese year, whatever the currency.
    if not _advises_so(finding) or _JAPANESE_WORD in finding.message:
        return finding
    hint = _PLAIN_HINTS.get(finding.hint, _MONTHS_HINT)
    return replace(finding, hint=hint, fix=None)

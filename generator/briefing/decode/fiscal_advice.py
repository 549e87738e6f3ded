"""Findings in, the same findings out; where a briefing has no use for Japanese fiscal years, none advises to write one.

"FY2027" is Japanese in a briefing that counts in yen or writes such years already. Elsewhere nobody knows whose it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefing.decode.reading.content import Fields
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.model.date_points import HINT

_MARK = "JFY"
_JAPANESE_WORD = "年度"
_PLAIN_HINT = "write `2024-04-10`, `2024-04` or `2024`"
_MONTHS = "write the months that the fiscal year spans, as in `2026-10/2027-09`"


def fit_fiscal_advice(
    findings: Iterable[Diagnostic], sources: Mapping[str, bytes], briefing: Fields | None
) -> list[Diagnostic]:
    """Return the findings with hints that fit the briefing."""
    given = list(findings)
    advising = any(_MARK in finding.hint for finding in given)
    if not advising or _counts_in_yen(briefing) or any(_MARK.encode() in content for content in sources.values()):
        return given
    return [_without(finding) for finding in given]


def _counts_in_yen(briefing: Fields | None) -> bool:
    return briefing is not None and briefing.text("currency") == "JPY"


def _without(finding: Diagnostic) -> Diagnostic:
    if _MARK not in finding.hint or _JAPANESE_WORD in finding.message:
        return finding
    hint = _PLAIN_HINT if finding.hint == HINT else _MONTHS
    return replace(finding, hint=hint, fix=None)

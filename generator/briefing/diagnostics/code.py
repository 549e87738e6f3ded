"""What a finding's code stands for, as the editor is told by ``briefing explain``."""

from dataclasses import dataclass

from briefing.diagnostics.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One code: its usual severity, a title of a few words, the reason, a wrong and a right example."""

    code: str
    severity: Severity
    title: str
    why: str
    wrong: str
    right: str

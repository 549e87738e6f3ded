"""What a preview shows now, as one value that is replaced as a whole: the last good site, and what is wrong."""

import threading
from dataclasses import dataclass, replace

from briefing.diagnostics.diagnostic import Diagnostic
from briefing.engine.content import Content
from briefing.engine.mkdocs_session import ShellSite


@dataclass(frozen=True, slots=True)
class Good:
    """A state of the data that could be shown; ``look`` stands for the theme's styles and scripts of that moment."""

    site: ShellSite
    content: Content
    look: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One state of the preview: pages come from ``good``, which is older than ``findings`` where those are errors.

    ``findings`` is the report as the browser gets it; ``number`` grows with every state.
    """

    good: Good | None = None
    findings: tuple[Diagnostic, ...] = ()
    report: str = "{}"
    number: int = 0


class PreviewState:
    """Holds the state that every request is answered from, and wakes those who wait for the next."""

    def __init__(self) -> None:
        self._shown = Shown()
        self._changed = threading.Condition()

    @property
    def shown(self) -> Shown:
        """The state now."""
        return self._shown

    def show_good(self, good: Good, findings: tuple[Diagnostic, ...], report: str) -> None:
        """Replace pages and findings at once."""
        self._replace(good=good, findings=findings, report=report)

    def show_findings(self, findings: tuple[Diagnostic, ...], report: str) -> None:
        """Keep the last good pages, and say what stands in the way of newer ones."""
        self._replace(good=self._shown.good, findings=findings, report=report)

    def _replace(self, good: Good | None, findings: tuple[Diagnostic, ...], report: str) -> None:
        with self._changed:
            new = replace(self._shown, good=good, findings=findings, report=report, number=self._shown.number + 1)
            self._shown = new
            self._changed.notify_all()

    def wait_for_news(self, number: int, seconds: float) -> Shown:
        """Return the state once its number is another than ``number``, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._shown.number != number, seconds)
            return self._shown

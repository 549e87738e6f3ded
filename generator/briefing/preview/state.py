"""What a preview shows now, as one value that is replaced as a whole: the last good site, and what is wrong."""

import threading
from dataclasses import dataclass

from briefing.diagnostics.diagnostic import Diagnostic
from briefing.engine.content import Content
from briefing.engine.mkdocs_session import OnDemandSite


@dataclass(frozen=True, slots=True)
class GoodSite:
    """A state of the data that could be shown; ``look`` stands for the theme's styles and scripts of that moment."""

    site: OnDemandSite
    content: Content
    look: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a preview shows at one moment: pages come from ``good``, which is older than findings that are errors.

    ``findings`` is the report as the browser gets it; ``number`` grows with every state.
    """

    good: GoodSite | None = None
    findings: tuple[Diagnostic, ...] = ()
    report: str = "{}"
    number: int = 0


class PreviewState:
    """Holds the snapshot that every request is answered from, and wakes those who wait for the next."""

    def __init__(self) -> None:
        self._snapshot = Snapshot()
        self._changed = threading.Condition()

    @property
    def snapshot(self) -> Snapshot:
        """What is shown now."""
        return self._snapshot

    def show_good(self, good: GoodSite, findings: tuple[Diagnostic, ...], report: str) -> None:
        """Replace pages and findings at once."""
        self._replace(good=good, findings=findings, report=report)

    def show_findings(self, findings: tuple[Diagnostic, ...], report: str) -> None:
        """Keep the last good pages, and say what stands in the way of newer ones."""
        self._replace(good=self._snapshot.good, findings=findings, report=report)

    def _replace(self, good: GoodSite | None, findings: tuple[Diagnostic, ...], report: str) -> None:
        with self._changed:
            self._snapshot = Snapshot(good, findings, report, self._snapshot.number + 1)
            self._changed.notify_all()

    def wait_for_news(self, number: int, seconds: float) -> Snapshot:
        """Return what is shown once its number is another than ``number``, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._snapshot.number != number, seconds)
            return self._snapshot

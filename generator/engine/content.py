"""What the engine shows: a data folder in; its findings, and its pages where it has no errors, out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.report import report_text
from generator.edges.disk import DataFolderMissing, read_tree
from generator.model.records import Briefing
from generator.model.registry import Kind
from generator.pipeline import generate_files, prepare


@dataclass(frozen=True, slots=True)
class Content:
    """Pages (Markdown by page path) and static files (bytes by path) of one state of the data.

    ``report`` lists the findings as text. ``briefing`` is None, and there are no pages, where the data has errors.
    """

    report: str
    briefing: Briefing | None = None
    pages: Mapping[str, str] = field(default_factory=dict)
    static: Mapping[str, bytes] = field(default_factory=dict)
    kinds: tuple[Kind, ...] = ()

    @property
    def name(self) -> str:
        """Return the name of the briefing in its own language, or a stand-in while the data has errors."""
        if self.briefing is None:
            return "Preview"
        return self.briefing.name.forms.get(self.briefing.language) or self.briefing.name.en


class ContentReader:
    """Reads a data folder again only where its bytes have changed."""

    def __init__(self, data_dir: Path, as_of: str | None = None, shown_as: str = "") -> None:
        self._data_dir = data_dir
        self._as_of = as_of
        self._prefix = f"{shown_as or data_dir.name}/"
        self._sources: dict[str, bytes] | None = None
        self._content = Content("")

    def read(self) -> Content:
        """Return what the folder says now; a missing folder counts as one with errors."""
        try:
            sources, unread = read_tree(self._data_dir)
        except DataFolderMissing as missing:
            self._sources = None
            return Content(f"{missing}\n")
        if sources != self._sources or unread:
            self._content = _content(sources, unread, self._as_of, self._prefix)
            self._sources = sources
        return self._content


def _content(
    sources: dict[str, bytes], unread: tuple[Diagnostic, ...], as_of: str | None, prefix: str
) -> Content:
    prepared = prepare(sources, as_of)
    findings = (*unread, *prepared.findings)
    stopping = [one for one in findings if one.severity is Severity.ERROR]
    report = report_text(stopping or findings, sources, prefix)
    if prepared.dataset is None or stopping:
        return Content(report)
    generated = generate_files(prepared.dataset)
    kinds = tuple(prepared.dataset.registry.kinds.values())
    return Content(report, prepared.dataset.briefing, generated.pages, generated.static, kinds)

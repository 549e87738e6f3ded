"""What other programs may import: load, check, dataset, generate, diff, and what their own exports are made of.

Everything else may change from day to day. Nothing here prints, exits or writes a file. Bad data are findings and
never exceptions, until somebody asks for a dataset of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from briefing.dataset.diff import Comparison, compare_datasets
from briefing.dataset.linked.records import Dataset
from briefing.diagnostics.diagnostic import Diagnostic, Fix, Related, Severity, Span
from briefing.diagnostics.export_unfit import ExportUnfit
from briefing.diagnostics.findings import order_findings
from briefing.edges.disk import DataFolderMissing, read_tree
from briefing.edges.history import read_revision
from briefing.edges.pages import read_written
from briefing.edges.repository import HistoryMissing, RevisionUnknown
from briefing.model.dates import PartialDate, parse_date
from briefing.pipeline import Generated, generate_files, prepare
from briefing.render.export import Export, ExportData

__all__ = [
    "BrokenBriefing", "Checked", "Comparison", "DataFolderMissing", "Dataset", "Diagnostic", "Export", "ExportData",
    "ExportUnfit", "Fix", "Generated", "HistoryMissing", "Related", "RevisionUnknown", "Severity", "Sources", "Span",
    "check", "dataset", "diff", "generate", "load",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sources:
    """The data files of one briefing, unread.

    ``files`` holds the bytes of every file by its path within the data folder, with forward slashes:
    `briefing.yml`, `companies/acme.yml`. ``findings`` are of what lies in the folder and could not be read.
    """

    files: Mapping[str, bytes]
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check has found, in the order of files and lines, and the dataset where nothing is an error."""

    findings: tuple[Diagnostic, ...]
    dataset: Dataset | None

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that stop publication."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


class BrokenBriefing(Exception):
    """The data have errors, where they are needed whole; ``findings`` holds the errors."""

    def __init__(self, findings: tuple[Diagnostic, ...]) -> None:
        self.findings = findings
        first = findings[0]
        number = "1 error" if len(findings) == 1 else f"{len(findings)} errors"
        super().__init__(f"{number}, the first in {first.span.path}: {first.message}")


def load(folder: str | PathLike[str], *, revision: str | None = None) -> Sources:
    """Read the files of a data folder, as they are or as they were at a revision of the git repository around it.

    Args:
        folder: the data folder, the one that holds `briefing.yml`.
        revision: whatever git takes for a commit, such as `HEAD~1` or `v2`; `HEAD:old/data` names another folder.

    Raises:
        DataFolderMissing: there is no such folder.
        RevisionUnknown: the history has no such revision, or no briefing in it.
        HistoryMissing: the folder lies in no repository, or its history has been cut off.
    """
    if revision is not None:
        return Sources(read_revision(Path(folder), revision))
    files, findings = read_tree(Path(folder))
    return Sources(files, findings)


def check(sources: Sources, *, as_of: str | None = None, publishing: bool = False) -> Checked:
    """Return all findings of the data: errors, warnings, conflicts between sources, and notes.

    Args:
        sources: what `load` returns, or files that the caller has put together.
        as_of: a date such as `2026-11-22` that stands in for the day of the briefing.
        publishing: whether articles that are still drafts are errors; they are notes by default.

    Raises:
        ValueError: ``as_of`` is no date with a first and a last day.
    """
    _refuse_bad_day(as_of)
    prepared = prepare(sources.files, as_of, publishing=publishing)
    findings = order_findings((*sources.findings, *prepared.findings))
    # What could not be read may be what everything else rests on.
    if sources.findings:
        return Checked(findings, None)
    return Checked(findings, prepared.dataset)


def _refuse_bad_day(as_of: str | None) -> None:
    if as_of is None:
        return
    day = parse_date(as_of)
    if not isinstance(day, PartialDate):
        raise ValueError(f"{day.message}; {day.hint}")
    if day.earliest is None or day.latest is None:
        raise ValueError(f"{as_of!r} has no end: no rule could tell what is past")


def dataset(sources: Sources, *, as_of: str | None = None) -> Dataset:
    """Return all records, claims, slots and conflicts of the data, typed, linked and frozen.

    Args:
        sources: what `load` returns, or files that the caller has put together.
        as_of: a date such as `2026-11-22` that stands in for the day of the briefing.

    Raises:
        BrokenBriefing: the data have errors.
        ValueError: ``as_of`` is no date with a first and a last day.
    """
    checked = check(sources, as_of=as_of)
    if checked.dataset is None:
        raise BrokenBriefing(checked.errors)
    return checked.dataset


def generate(data: Dataset, *, docs: str | PathLike[str] | None = None) -> Generated:
    """Return the pages of the site as Markdown, and all files beside them: JSON, CSV, calendars, the search index.

    Args:
        data: what `dataset` returns.
        docs: the folder of hand-written pages, which search then covers as well; none by default.

    Raises:
        BrokenBriefing: ``docs`` holds what must not be published.
        ExportUnfit: an export that another package adds is none, has a path that is not free, or fails.
    """
    if docs is None:
        return generate_files(data)
    written = read_written(Path(docs))
    if written.findings:
        raise BrokenBriefing(written.findings)
    return generate_files(data, written.files)


def diff(old: Dataset, new: Dataset) -> Comparison:
    """Return what changed from one state of a briefing to another, by kind of change and sorted by id.

    Args:
        old: the dataset of the earlier state, as `dataset` returns it.
        new: that of the later state.
    """
    return compare_datasets(old, new)

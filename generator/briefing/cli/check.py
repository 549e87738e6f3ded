"""The command ``briefing check``: every finding of the data and of the hand-written pages."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import click

from briefing.cli.arrange import find_drift
from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import as_of_option, data_option, path_within, read_prepared, require_folder
from briefing.cli.output import put, report_findings
from briefing.dataset.linked.records import Dataset
from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.diagnostics.findings import select_findings
from briefing.diagnostics.suggest import question
from briefing.edges.captures import read_captures
from briefing.edges.disk import relative_name, write_files
from briefing.edges.history import read_revision
from briefing.edges.pages import DOCS, docs_of, read_written
from briefing.edges.repository import HistoryMissing, RevisionUnknown
from briefing.pipeline import check_captures
from briefing.scaffold.fixes import apply_fixes
from briefing.source.written_pages import find_page_problems

FIX_ROUNDS = 3
"""A mended word may bring another finding with a certain fix to light; more than that is no slip."""


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@data_option
@as_of_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text")
@click.option("--strict", is_flag=True, help="warnings fail, too")
@click.option("--open", "open_only", is_flag=True, help="of the conflicts, only those that nobody has judged")
@click.option("--fix", is_flag=True, help="first write what certainly belongs there")
@click.option("--layout", is_flag=True, help="fail where the layout drifts, too, as fmt --check does")
@click.option("--captures", type=click.Path(path_type=Path), help="folder of captured texts to hold the data against")
def check(
    files: tuple[Path, ...], data: Path, as_of: str | None, form: str, strict: bool, open_only: bool, fix: bool,
    layout: bool, captures: Path | None,
) -> int:  # fmt: skip
    """Print every finding with its place, code and hint; of FILES alone where named, errors always."""
    require_folder(captures)
    if fix:
        _write_fixes(data, as_of)
    sources, prepared = read_prepared(data, as_of, publishing=False)
    written = read_written(docs_of(data))
    findings = (*prepared.findings, *written.findings, *find_page_problems(written.files, DOCS))
    if captures is not None:
        findings = (*findings, *check_captures(sources, read_captures(captures)))
    selected = select_findings(findings, _paths_named_by(files, data, sources), open_only=open_only)
    # As findings name them: relative to the data folder.
    pages = {f"{DOCS}/{path}": content for path, content in written.files.items()}
    put(report_findings(selected, {**sources, **pages}, data, form), form)
    # Named even where findings fail the check already: one run tells all that is left to do.
    has_drift = layout and _report_drift(sources, data, prepared.dataset)
    if has_drift or _has_fatal(findings, strict):
        return EXIT_FINDINGS
    return 0


def _paths_named_by(files: Iterable[Path], data: Path, sources: Mapping[str, bytes]) -> frozenset[str]:
    """Return the data files that FILES name, those of a folder included; a name that nothing bears is wrong usage."""
    paths: set[str] = set()
    for file in files:
        path = path_within(data, file)
        inside = _paths_below(path, sources)
        if inside:
            paths.update(inside)
        elif path in sources or _has_been(file, path, data):
            paths.add(path)
        else:
            raise click.UsageError(f"no such data file: {file}." + question(path, sources))
    return frozenset(paths)


def _has_been(file: Path, path: str, data: Path) -> bool:
    """Return whether a file that is no data file is there all the same, or was there at the last commit."""
    if file.exists():
        return True
    # Git is asked last: it takes longer than all else here.
    return path in _committed_paths(data)


def _paths_below(folder: str, sources: Mapping[str, bytes]) -> list[str]:
    """Return the data files in a folder, given by its path within the data folder."""
    if folder == ".":
        return list(sources)
    return [path for path in sources if path.startswith(f"{folder}/")]


def _committed_paths(data: Path) -> Collection[str]:
    """Return the data files of the last commit: a hook names those that are being deleted, too."""
    try:
        return read_revision(data, "HEAD")
    except (HistoryMissing, RevisionUnknown):
        return ()


def _report_drift(sources: Mapping[str, bytes], data: Path, dataset: Dataset | None) -> bool:
    """Name the files that ``fmt`` would change, and return whether there are any."""
    drifting = find_drift(sources, dataset)
    for path in drifting:
        click.echo(f"{relative_name(data)}/{path} is not laid out as `briefing fmt` lays it out", err=True)
    return bool(drifting)


def _write_fixes(data: Path, as_of: str | None) -> None:
    """Write what certainly belongs into the data, until no finding has a certain fix."""
    mended: set[str] = set()
    for _ in range(FIX_ROUNDS):
        sources, prepared = read_prepared(data, as_of, publishing=False)
        fixed = apply_fixes(sources, prepared.findings)
        if not fixed:
            break
        write_files(data, fixed)
        mended.update(fixed)
    for path in sorted(mended):
        click.echo(f"mended {data.as_posix()}/{path}", err=True)


def _has_fatal(findings: Iterable[Diagnostic], strict: bool) -> bool:
    """Return whether a check fails: by an error, and where it is strict by a warning, too."""
    fatal = {Severity.ERROR}
    if strict:
        fatal.add(Severity.WARNING)
    return any(finding.severity in fatal for finding in findings)

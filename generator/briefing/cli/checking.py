"""The commands that say what is wrong: every finding of the data, and what a code means."""

from collections.abc import Collection, Mapping
from pathlib import Path

import click

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.formatting import arrange_files
from briefing.cli.options import as_of_option, data_option, path_within, read_prepared, report_findings
from briefing.cli.output import put
from briefing.dataset.linked.records import Dataset
from briefing.diagnostics.codes import CODES, explain_text, list_text
from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.diagnostics.report import select_findings
from briefing.diagnostics.suggest import question
from briefing.edges.captures import read_captures
from briefing.edges.disk import relative_name, write_files
from briefing.edges.history import HistoryMissing, RevisionUnknown, read_revision
from briefing.edges.pages import DOCS, docs_of, read_written
from briefing.pipeline import Prepared, check_captures
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
    if captures is not None and not captures.is_dir():
        raise click.UsageError(f"there is no folder {captures}")
    sources, prepared = _fix(data, as_of) if fix else read_prepared(data, as_of, publishing=False)
    written = read_written(docs_of(data))
    findings = (*prepared.findings, *written.findings, *find_page_problems(written.files, DOCS))
    if captures is not None:
        findings = (*findings, *check_captures(sources, read_captures(captures)))
    shown = select_findings(findings, _named_paths(files, data, sources), open_only=open_only)
    pages = {f"{DOCS}/{path}": content for path, content in written.files.items()}
    put(report_findings(shown, {**sources, **pages}, data, form), form)
    drifts = layout and _say_drift(sources, data, prepared.dataset)
    return EXIT_FINDINGS if drifts else _verdict(findings, strict)


def _named_paths(files: tuple[Path, ...], data: Path, sources: Mapping[str, bytes]) -> frozenset[str]:
    """Return the data files that FILES name, those of a folder included; a name that nothing bears is wrong usage."""
    paths: set[str] = set()
    for file in files:
        path = path_within(data, file)
        inside = {one for one in sources if one.startswith(f"{path}/") or path == "."}
        if not inside and path not in sources and not file.exists() and path not in _committed(data):
            raise click.UsageError(f"no such data file: {file}." + question(path, sources))
        paths |= inside or {path}
    return frozenset(paths)


def _committed(data: Path) -> Collection[str]:
    """Return the data files of the last commit: a hook names those that are being deleted, too."""
    try:
        return read_revision(data, "HEAD")
    except (HistoryMissing, RevisionUnknown):
        return ()


def _say_drift(sources: Mapping[str, bytes], data: Path, dataset: Dataset | None) -> bool:
    """Name the files that ``fmt`` would change, and return whether there are any."""
    drifting = [path for path, content in arrange_files(sources, dataset).items() if content != sources[path]]
    for path in drifting:
        click.echo(f"{relative_name(data)}/{path} is not laid out as `briefing fmt` lays it out", err=True)
    return bool(drifting)


def _fix(data: Path, as_of: str | None) -> tuple[Mapping[str, bytes], Prepared]:
    """Write what certainly belongs there, until nothing is left that does, and return what then is found."""
    done: set[str] = set()
    for _ in range(FIX_ROUNDS):
        sources, prepared = read_prepared(data, as_of, publishing=False)
        mended = apply_fixes(sources, prepared.findings)
        if not mended:
            break
        write_files(data, mended)
        done |= mended.keys()
    for path in sorted(done):
        click.echo(f"mended {data.as_posix()}/{path}", err=True)
    return read_prepared(data, as_of, publishing=False)


def _verdict(findings: tuple[Diagnostic, ...], strict: bool) -> int:
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return EXIT_FINDINGS if any(finding.severity in fatal for finding in findings) else 0


@click.command()
@click.argument("code", required=False)
@click.option("--list", "listing", is_flag=True, help="list all codes")
def explain(code: str | None, listing: bool) -> int:
    """Say what a code means, with a wrong and a right example."""
    if listing or code is None:
        click.echo(list_text(), nl=False)
        return 0
    if code not in CODES:
        raise click.UsageError(f"no code is called {code!r}." + question(code, tuple(CODES)))
    click.echo(explain_text(code), nl=False)
    return 0

"""The command line: words in, exit codes out. Findings go to standard output, everything else to standard error."""

import errno
import platform
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

import generator
from generator.cli.commands import Commands
from generator.cli.options import as_of_option, data_option, read_prepared, relative_name, report_findings
from generator.dataset.records import Dataset
from generator.diagnostics.codes import CODES, explain_text, list_text
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.report import select_findings, summary_line
from generator.diagnostics.suggest import nearest
from generator.edges.captures import read_captures
from generator.edges.clock import Stopwatch
from generator.edges.disk import DataFolderMissing, read_pages, read_tree, write_files, write_tree
from generator.edges.history import HistoryMissing, RevisionUnknown
from generator.edges.local import keep_local
from generator.edges.lock import LockHeld
from generator.edges.publish import OutputRefused
from generator.pipeline import Prepared, check_captures, generate_files, prepare, schema_files
from generator.scaffold.fixes import apply_fixes
from generator.scaffold.layout import lay_out
from generator.scaffold.schemas import IDS_FILE
from generator.scaffold.seen import note_seen

FIX_ROUNDS = 3
"""A mended word may bring another finding with a certain fix to light; more than that is no slip."""
EXIT_FINDINGS, EXIT_USAGE, EXIT_IO, EXIT_LOCKED, EXIT_BUG, EXIT_INTERRUPTED = 1, 2, 3, 4, 70, 130
SCHEMAS = Path("schemas")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(generator.__version__, prog_name="briefing")
def briefing() -> None:
    """Make a cross-linked, searchable briefing site from sourced claims."""


@briefing.command()
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
    findings = prepared.findings
    if captures is not None:
        findings = (*findings, *check_captures(sources, read_captures(captures)))
    shown = select_findings(findings, _within(data, files), open_only=open_only)
    click.echo(report_findings(shown, sources, data, form), nl=False)
    drifts = layout and _say_drift(sources, data, prepared.dataset)
    return EXIT_FINDINGS if drifts else _verdict(findings, strict)


def _say_drift(sources: Mapping[str, bytes], data: Path, dataset: Dataset | None) -> bool:
    """Name the files that ``fmt`` would change, and return whether there are any."""
    drifting = [path for path, content in _arranged(sources, dataset).items() if content != sources[path]]
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


def _within(data: Path, files: tuple[Path, ...]) -> frozenset[str]:
    """Return the paths of ``files`` within the data folder; raises UsageError where one lies elsewhere."""
    root = data.resolve()
    outside = [path for path in files if not path.resolve().is_relative_to(root)]
    if outside:
        raise click.UsageError(f"{outside[0]} does not lie in the data folder {data}")
    return frozenset(path.resolve().relative_to(root).as_posix() for path in files)


@briefing.command()
@click.argument("code", required=False)
@click.option("--list", "listing", is_flag=True, help="list all codes")
def explain(code: str | None, listing: bool) -> int:
    """Say what a code means, with a wrong and a right example."""
    if listing or code is None:
        click.echo(list_text(), nl=False)
        return 0
    if code not in CODES:
        near = nearest(code, tuple(CODES))
        raise click.UsageError(f"no code is called {code!r}." + (f" Did you mean {near[0]!r}?" if near else ""))
    click.echo(explain_text(code), nl=False)
    return 0


@briefing.command()
@data_option
@as_of_option
@click.option("--out", type=click.Path(path_type=Path), required=True, help="an absent or empty folder, or one of ours")
def generate(data: Path, as_of: str | None, out: Path) -> int:
    """Write the page tree and all files that need no HTML, without MkDocs."""
    sources, prepared = read_prepared(data, as_of, publishing=True)
    if prepared.dataset is None:
        click.echo(report_findings(prepared.findings, sources, data, "text"), nl=False)
        return EXIT_FINDINGS
    generated = generate_files(prepared.dataset)
    pages = {path: text.encode() for path, text in generated.pages.items()}
    docs = data.resolve().parent / "docs"
    files = {f"pages/{path}": content for path, content in (read_pages(docs) | pages).items()}
    files |= {f"static/{path}": content for path, content in generated.static.items()}
    write_tree(out, files, keep=(data, docs))
    click.echo(f"{len(generated.pages)} pages and {len(generated.static)} other files in {out}", err=True)
    return 0


@briefing.command()
@data_option
@as_of_option
@click.option("--out", type=click.Path(path_type=Path), default="site", help="where the site goes")
@click.option("--site-url", help="the address it is published at; the briefing's own by default")
@click.option("--clean", is_flag=True, help="build everything anew, as every build does until one can be partial")
@click.option("--timings", is_flag=True, help="say how long each step took")
def build(data: Path, as_of: str | None, out: Path, site_url: str | None, clean: bool, timings: bool) -> int:
    """Build the whole site; the last one stays until the new one is complete."""
    from generator.engine.build import SiteFailed, build_site
    from generator.engine.content import generate_content
    from generator.engine.share import share_images

    del clean
    # On a terminal only: a log needs no progress.
    watch = Stopwatch(say=partial(click.echo, err=True) if sys.stderr.isatty() else None)
    with watch.time("check and link the data"):
        sources, prepared = read_prepared(data, as_of, publishing=True)
    # Conflicts are shown by the site itself; here they would bury what is wrong.
    ours = tuple(one for one in prepared.findings if one.severity in (Severity.ERROR, Severity.WARNING))
    report = report_findings(ours, sources, data, "text") if ours else f"{summary_line(prepared.findings)}\n"
    click.echo(report, nl=False)
    if prepared.dataset is None:
        return EXIT_FINDINGS
    with watch.time("write pages and exports"):
        content = generate_content(prepared.dataset, sources, site_url)
    with watch.time("draw share images"):
        content = replace(content, images=share_images(prepared.dataset, data))
    if not content.images:
        click.echo("no share images: the package with their font is not installed (make site installs it)", err=True)
    try:
        with watch.time("convert, crawl and publish"):
            build_site(content, data, out)
    except SiteFailed as trouble:
        return _fail(trouble, trouble.exit_code)
    if timings:
        click.echo("\n".join(watch.lines()), err=True)
    return 0


@briefing.command()
@data_option
@as_of_option
@click.option("--port", type=click.IntRange(0, 65535), help="8000 by default, or the first free one behind it")
def serve(data: Path, as_of: str | None, port: int | None) -> int:
    """Preview the site and follow every edit; broken data keep the last good pages."""
    from generator.engine.serve import serve_site

    if not data.is_dir():
        raise DataFolderMissing(f"there is no data folder {data}")
    try:
        serve_site(data, as_of, port, click.echo)
    except OSError as trouble:
        if port and trouble.errno == errno.EADDRINUSE:
            raise OSError(f"port {port} is taken: choose another with --port, or leave it out") from trouble
        raise
    return 0


@briefing.command()
@data_option
@click.option("--check", "checking", is_flag=True, help="write nothing; fail where the layout drifts")
def fmt(data: Path, checking: bool) -> int:
    """Bring data files into their canonical layout; comments and meaning stay."""
    sources, _ = read_tree(data)
    laid_out = {path: content for path, content in _arranged(sources).items() if content != sources[path]}
    for path in laid_out:
        click.echo(f"{data.as_posix()}/{path}")
    if not laid_out:
        click.echo("nothing to change", err=True)
    if checking:
        return EXIT_FINDINGS if laid_out else 0
    write_files(data, laid_out)
    return 0


@briefing.command()
@data_option
@click.option("--out", type=click.Path(path_type=Path), default=SCHEMAS, help="the folder of the schemas")
@click.option("--check", "checking", is_flag=True, help="write nothing; fail where a schema drifts")
@click.option("--local", is_flag=True, help="with the ids and names of this data for completion, on this machine alone")
def schema(data: Path, out: Path, checking: bool, local: bool) -> int:
    """Write the schemas that editors complete and check with."""
    sources = read_tree(data)[0] if data.is_dir() else {}
    files = schema_files(sources, with_ids=local)
    if not local and (out / IDS_FILE).is_file():
        # What stands there may be this machine's own, and is no drift.
        del files[IDS_FILE]
    drifting = {name: content for name, content in files.items() if _content_of(out / name) != content}
    for name in drifting:
        click.echo(f"{out.as_posix()}/{name}")
    if checking:
        return EXIT_FINDINGS if drifting else 0
    out.mkdir(parents=True, exist_ok=True)
    write_files(out, drifting)
    if local and not keep_local(out / IDS_FILE):
        click.echo(f"{out.as_posix()}/{IDS_FILE} is not for committing", err=True)
    return 0


def _arranged(sources: Mapping[str, bytes], known: Dataset | None = None) -> dict[str, bytes]:
    """Return every file as ``fmt`` wants it; digests of judged claims need data without errors.

    ``known`` is the dataset of the sources as they are, where somebody has it already.
    """
    laid_out = lay_out(sources)
    dataset = known if laid_out == sources and known else prepare(laid_out).dataset
    return laid_out | (note_seen(laid_out, dataset) if dataset else {})


def _content_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _verdict(findings: tuple[Diagnostic, ...], strict: bool) -> int:
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return EXIT_FINDINGS if any(finding.severity in fatal for finding in findings) else 0


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run one command and end the process with its exit code."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None, command: Callable[..., object] = briefing.main) -> int:
    """Run one command and return its exit code; no trouble of the data or the disk ends in a traceback."""
    try:
        result = command(arguments, prog_name="briefing", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as trouble:
        trouble.show(sys.stderr)
        return EXIT_USAGE
    except (DataFolderMissing, OutputRefused, RevisionUnknown) as trouble:
        return _fail(trouble, EXIT_USAGE)
    except LockHeld as trouble:
        return _fail(trouble, EXIT_LOCKED)
    except (KeyboardInterrupt, click.Abort):
        return EXIT_INTERRUPTED
    except (OSError, HistoryMissing) as trouble:
        return _fail(trouble, EXIT_IO)
    except Exception as bug:
        return _report_bug(bug)


def _fail(trouble: Exception, code: int) -> int:
    click.echo(f"briefing: {trouble}", err=True)
    return code


def _report_bug(bug: Exception) -> int:
    frames = traceback.extract_tb(bug.__traceback__)
    places = [f"  {Path(one.filename).name}:{one.lineno} in {one.name}" for one in frames[-6:]]
    lines = [
        "briefing: this is a bug in briefing, not in your data. Nothing was published. Please report:",
        f"  {type(bug).__name__}: {str(bug)[:300]}",
        *places,
        f"  briefing {generator.__version__}, Python {platform.python_version()}",
    ]
    click.echo("\n".join(lines), err=True)
    return EXIT_BUG

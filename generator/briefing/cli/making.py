"""The commands that make a site: its pages alone, all of it, or a preview that follows edits."""

import errno
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from briefing.cli.exits import EXIT_FINDINGS, fail
from briefing.cli.options import SiteAddress, as_of_option, data_option, read_prepared, report_findings
from briefing.diagnostics.diagnostic import Severity
from briefing.diagnostics.report import report_text
from briefing.edges.clock import Stopwatch
from briefing.edges.disk import DataFolderMissing, relative_name, write_tree
from briefing.edges.pages import Written, docs_of, read_written, say_left_out
from briefing.edges.publish import check_output
from briefing.pipeline import generate_files


@click.command()
@data_option
@as_of_option
@click.option("--out", type=click.Path(path_type=Path), required=True, help="an absent or empty folder, or one of ours")
def generate(data: Path, as_of: str | None, out: Path) -> int:
    """Write the page tree and all files that need no HTML, without MkDocs."""
    check_output(out, [data, docs_of(data)])
    sources, prepared = read_prepared(data, as_of, publishing=True)
    if prepared.dataset is None:
        click.echo(report_findings(prepared.findings, sources, data, "text"), nl=False)
        return EXIT_FINDINGS
    docs = docs_of(data)
    written = read_written(docs)
    if written.findings:
        click.echo(report_findings(written.findings, sources, data, "text"), nl=False)
        return EXIT_FINDINGS
    say_about(written)
    generated = generate_files(prepared.dataset, written.files)
    pages = {path: text.encode() for path, text in generated.pages.items()}
    files = {f"pages/{path}": content for path, content in (written.files | pages).items()}
    files |= {f"static/{path}": content for path, content in generated.static.items()}
    write_tree(out, files, keep=(data, docs))
    click.echo(f"{len(generated.pages)} pages and {len(generated.static)} other files in {out}", err=True)
    return 0


def say_about(written: Written) -> None:
    """Name what editors left behind in the docs folder and no site gets, where there is such a thing."""
    if said := say_left_out(written):
        click.echo(said, err=True)


@click.command()
@data_option
@as_of_option
@click.option("--out", type=click.Path(path_type=Path), default="site", help="where the site goes")
@click.option("--site-url", type=SiteAddress(), help="the address it is published at; the briefing's own by default")
@click.option("--clean", is_flag=True, help="forget what earlier builds kept, and build everything anew")
@click.option("--timings", is_flag=True, help="say how long each step took")
def build(data: Path, as_of: str | None, out: Path, site_url: str | None, clean: bool, timings: bool) -> int:
    """Build the whole site; the last one stays until the new one is complete."""
    from briefing.engine.build import SiteFailed, build_site
    from briefing.engine.content import generate_content
    from briefing.engine.share import share_images

    check_output(out, [data])
    # On a terminal only: a log needs no progress.
    watch = Stopwatch(say=partial(click.echo, err=True) if sys.stderr and sys.stderr.isatty() else None)
    with watch.time("check and link the data"):
        sources, prepared = read_prepared(data, as_of, publishing=True)
        written = read_written(docs_of(data))
    findings = (*prepared.findings, *written.findings)
    # Conflicts are shown by the site itself; here they would bury what is wrong.
    ours = tuple(one for one in findings if one.severity in (Severity.ERROR, Severity.WARNING))
    click.echo(report_text(ours, sources, f"{relative_name(data)}/", counted=findings), nl=False)
    if prepared.dataset is None or written.findings:
        return EXIT_FINDINGS
    say_about(written)
    with watch.time("write pages and exports"):
        content = generate_content(prepared.dataset, sources, site_url, written=written.files)
    with watch.time("draw share images"):
        content = replace(content, images=share_images(prepared.dataset, data, clean=clean))
    if not content.images:
        click.echo("no share images: the package with their font is not installed (make site installs it)", err=True)
    try:
        with watch.time("convert, crawl and publish"):
            build_site(content, data, out)
    except SiteFailed as trouble:
        return fail(trouble, trouble.exit_code)
    if timings:
        click.echo("\n".join(watch.lines()), err=True)
    return 0


@click.command()
@data_option
@as_of_option
@click.option("--port", type=click.IntRange(0, 65535), help="8000 by default, or the first free one behind it")
def serve(data: Path, as_of: str | None, port: int | None) -> int:
    """Preview the site and follow every edit; broken data keep the last good pages."""
    from briefing.preview.serve import serve_site

    if not data.is_dir():
        raise DataFolderMissing(f"there is no data folder {data}")
    try:
        serve_site(data, as_of, port, click.echo)
    except OSError as trouble:
        if port and trouble.errno == errno.EADDRINUSE:
            raise OSError(f"port {port} is taken: choose another with --port, or leave it out") from trouble
        raise
    return 0

"""The command ``briefing build``: the whole site, converted, crawled and put in place of the last one."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.exits import EXIT_FINDINGS, fail
from briefing.cli.options import SiteAddress, as_of_option, data_option, read_prepared
from briefing.cli.output import say_what_is_left_out
from briefing.cli.past import read_told_past
from briefing.dataset.linked.records import Dataset
from briefing.diagnostics.diagnostic import Severity
from briefing.diagnostics.text_report import report_text
from briefing.edges.build_record import BuildRecord
from briefing.edges.clock import Stopwatch
from briefing.edges.disk import relative_name
from briefing.edges.pages import docs_of, read_written
from briefing.edges.past import Past
from briefing.edges.publish import check_output

if TYPE_CHECKING:
    from briefing.engine.build import Built
    from briefing.engine.content import Content
    from briefing.engine.site_inputs import SiteInputs


@click.command()
@data_option
@as_of_option
@click.option("--out", type=click.Path(path_type=Path), default="site", help="where the site goes")
@click.option("--site-url", type=SiteAddress(), help="the address it is published at; the briefing's own by default")
@click.option("--clean", is_flag=True, help="forget what earlier builds kept, and build everything anew")
@click.option("--timings", is_flag=True, help="say how long each step took")
@click.pass_obj
def build(
    record: BuildRecord | None,
    data: Path,
    as_of: str | None,
    out: Path,
    site_url: str | None,
    clean: bool,
    timings: bool,
) -> int:
    """Build the whole site; the last one stays until the new one is complete."""
    # Imported here: MkDocs takes longer to load than the data take to check.
    from briefing.engine.build import SiteFailed, build_site, warn_of_heavy_pages
    from briefing.engine.content import generate_content
    from briefing.engine.site_inputs import SiteInputs
    from briefing.pipeline import plan_files

    check_output(out, [data])
    inputs, watch = SiteInputs(), _stopwatch()
    with watch.time("check and link the data"):
        sources, prepared = read_prepared(data, as_of, publishing=True)
        written = read_written(docs_of(data))
    findings = (*prepared.findings, *written.findings)
    # Conflicts are shown by the site itself; here they would bury what is wrong.
    problems = tuple(finding for finding in findings if finding.severity in (Severity.ERROR, Severity.WARNING))
    click.echo(report_text(problems, sources, f"{relative_name(data)}/", counted=findings), nl=False)
    if prepared.dataset is None or written.findings:
        return EXIT_FINDINGS
    say_what_is_left_out(written)
    with watch.time("read the history"):
        past = read_told_past(data, clean=clean)
    with watch.time("plan the pages"):
        content = generate_content(prepared.dataset, sources, site_url, plan_files, written.files, past.history)
    with watch.time("draw share images"):
        content = _with_images(content, prepared.dataset, data, clean=clean)
    try:
        with watch.time("make pages and exports, crawl and publish"):
            built = build_site(content, data, out, clean=clean, inputs=inputs)
    except SiteFailed as trouble:
        return fail(trouble, trouble.exit_code)
    _warn(warn_of_heavy_pages(built.heavy))
    if timings:
        click.echo("\n".join([*watch.lines(), *_reused(built)]), err=True)
    _keep(record, inputs, past)
    return 0


def _warn(warning: str) -> None:
    if warning:
        click.echo(warning, err=True)


def _keep(record: BuildRecord | None, inputs: "SiteInputs", past: Past) -> None:
    """Leave to the next build what this one was made from, where all of that is known."""
    if record is not None and inputs.complete and past.files is not None:
        record.keep(inputs.inputs, inputs.installed, inputs.tree, past.files)


def _reused(built: "Built") -> Iterator[str]:
    """Yield how many pages did not have to be made; nothing where MkDocs made all of them by itself."""
    if built.pages:
        yield f"{built.pages} pages: {built.made} made, {built.pages - built.made} as the last site has them"


def _stopwatch() -> Stopwatch:
    """Return a stopwatch that announces each step on a terminal, and is silent elsewhere: a log needs no progress."""
    # A process without standard error, such as a service, has None in its place.
    if sys.stderr is None or not sys.stderr.isatty():
        return Stopwatch()
    # Past the record of what a build says: the next one, which may have nothing to do, takes no steps.
    return Stopwatch(say=partial(click.echo, file=sys.__stderr__))


def _with_images(content: "Content", dataset: Dataset, data: Path, *, clean: bool) -> "Content":
    """Return the content with a share image for every page, or without any where their font is not installed."""
    from briefing.engine.share import share_images

    images = share_images(dataset, data, clean=clean)
    if not images:
        click.echo("no share images: the package with their font is not installed (make site installs it)", err=True)
    return replace(content, images=images)

"""The command ``briefing generate``: the page tree and the exports, without MkDocs and without a search index."""

from pathlib import Path

import click

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import as_of_option, data_option, read_prepared
from briefing.cli.output import put_findings, say_what_is_left_out
from briefing.cli.past import read_told_past
from briefing.edges.disk import write_tree
from briefing.edges.pages import docs_of, read_written
from briefing.edges.publish import check_output
from briefing.pipeline import generate_files


@click.command()
@data_option
@as_of_option
@click.option("--out", type=click.Path(path_type=Path), required=True, help="an absent or empty folder, or one of ours")
def generate(data: Path, as_of: str | None, out: Path) -> int:
    """Write the page tree and all files that need no HTML, without MkDocs."""
    docs = docs_of(data)
    # Before anything is read: a folder that must not be replaced is refused at once.
    check_output(out, [data, docs])
    sources, prepared = read_prepared(data, as_of, publishing=True)
    if prepared.dataset is None:
        put_findings(prepared.findings, sources, data)
        return EXIT_FINDINGS
    written = read_written(docs)
    if written.findings:
        put_findings(written.findings, sources, data)
        return EXIT_FINDINGS
    say_what_is_left_out(written)
    past = read_told_past(data)
    generated = generate_files(prepared.dataset, written.files, past.history)
    pages = {path: text.encode() for path, text in generated.pages.items()}
    # An engine converts the pages; the static files are laid over what it makes of them.
    files = {f"pages/{path}": content for path, content in (written.files | pages).items()}
    files |= {f"static/{path}": content for path, content in generated.static.items()}
    write_tree(out, files, keep=(data, docs))
    click.echo(f"{len(generated.pages)} pages and {len(generated.static)} other files in {out}", err=True)
    return 0

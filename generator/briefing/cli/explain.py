"""The command ``briefing explain``: what a code of a finding means, from the catalogue of codes."""

import click

from briefing.dataset.conflicts.rule_table import ALL_CODES
from briefing.diagnostics.codes import explain_text, list_text
from briefing.diagnostics.suggest import question


@click.command()
@click.argument("code", required=False)
@click.option("--list", "listing", is_flag=True, help="list all codes")
def explain(code: str | None, listing: bool) -> int:
    """Say what a code means, with a wrong and a right example."""
    if listing or code is None:
        click.echo(list_text(ALL_CODES.values()), nl=False)
        return 0
    if code not in ALL_CODES:
        raise click.UsageError(f"no code is called {code!r}." + question(code, tuple(ALL_CODES)))
    click.echo(explain_text(ALL_CODES[code]), nl=False)
    return 0

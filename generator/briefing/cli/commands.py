"""Commands in modules of their own: imported when one of them is called, so that a check begins at once."""

from importlib import import_module

import click

from briefing.diagnostics.suggest import question

MODULES = {
    "check": "checking",
    "explain": "checking",
    "fmt": "formatting",
    "serve": "making",
    "build": "making",
    "generate": "making",
    "new": "desk",
    "draft": "draft",
    "stale": "desk",
    "diff": "desk",
    "affected": "desk",
    "links": "desk",
    "schema": "formatting",
    "init": "desk",
}
"""Commands by name, and their modules in this package; the help lists them in this order, by how often they serve."""


class Commands(click.Group):
    """A group that knows the names of all commands, and imports each when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, as the help lists them."""
        return [*MODULES, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is none of this name."""
        if cmd_name not in MODULES:
            return super().get_command(ctx, cmd_name)
        found = getattr(import_module(f"briefing.cli.{MODULES[cmd_name]}"), cmd_name)
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the words name; of one that is not there, what was probably meant."""
        known = self.list_commands(ctx)
        if args[0] not in known and not args[0].startswith("-"):
            ctx.fail(f"no command is called {args[0]!r}." + question(args[0], known))
        return super().resolve_command(ctx, args)

"""The commands, each in a module of its own that is imported when somebody calls it: a check begins at once."""

from importlib import import_module

import click

from briefing.diagnostics.suggest import question

# The help lists them in this order, by how often they serve. A command and its module bear one name.
COMMANDS = (
    "check",
    "explain",
    "fmt",
    "serve",
    "build",
    "generate",
    "new",
    "draft",
    "stale",
    "diff",
    "affected",
    "links",
    "schema",
    "init",
)


class Commands(click.Group):
    """A group that knows the names of all commands, and imports each when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, as the help lists them."""
        return [*COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is none of this name."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        command = getattr(import_module(f"briefing.cli.{cmd_name}"), cmd_name)
        if not isinstance(command, click.Command):
            raise TypeError(f"briefing.cli.{cmd_name} defines no command of its name")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the words name; of one that is not there, what was probably meant."""
        names = self.list_commands(ctx)
        word = args[0]
        is_option = word.startswith("-")
        if word not in names and not is_option:
            ctx.fail(f"no command is called {word!r}." + question(word, names))
        return super().resolve_command(ctx, args)

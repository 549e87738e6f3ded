"""The commands, each in a module of its own that is imported when somebody calls it: a check begins at once."""

import ast
from importlib import import_module
from importlib.util import find_spec

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
    "known",
    "links",
    "cite",
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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any: all together load everything that the program has."""
        Listing(self).format_commands(ctx, formatter)

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


class Listing(click.Group):
    """The commands of a group by name and help alone: enough to list them, not to call them."""

    def __init__(self, group: Commands) -> None:
        super().__init__()
        self._group = group

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the group's commands, in its order."""
        return self._group.list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return what the help says of a command; the command itself where its source does not tell."""
        text = read_help(cmd_name) if cmd_name in COMMANDS else None
        if text is None:
            return self._group.get_command(ctx, cmd_name)
        return click.Command(cmd_name, help=text)


def read_help(name: str) -> str | None:
    """Return the docstring of a command, read from its module's source, or None where there is no source to read."""
    spec = find_spec(f"briefing.cli.{name}")
    read_source = getattr(spec and spec.loader, "get_source", None)
    source = read_source(f"briefing.cli.{name}") if read_source else None
    if source is None:
        return None
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return ast.get_docstring(node)
    return None

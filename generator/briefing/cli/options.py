"""What several commands share: types of their options, and a data folder read and checked."""

from collections.abc import Mapping
from os.path import realpath  # unlike Path.resolve, it takes links that lead in circles
from pathlib import Path

import click

from briefing.decode.text_checks.addresses import check_site_address
from briefing.edges.disk import read_tree
from briefing.model.dates import PartialDate, parse_date
from briefing.model.sites import normal_site
from briefing.pipeline import Prepared, prepare


class Day(click.ParamType[str]):
    """A day or month, for ``--as-of``."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the date as written, or fail with what was probably meant."""
        text = str(value)
        day = parse_date(text)
        if not isinstance(day, PartialDate):
            return self.fail(f"{value!r} is no date: {day.message}; write it like 2026-11-22", param, ctx)
        # An interval that is open at one end has no day to count from.
        if day.earliest is None or day.latest is None:
            return self.fail(f"{value!r} is no date; write it like 2026-11-22", param, ctx)
        return text


class Words(click.ParamType[str]):
    """A text that goes into data: the shell hands on any bytes, data hold UTF-8."""

    name = "text"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text, or fail where its bytes were none."""
        text = str(value)
        if not is_text(text):
            return self.fail(f"{text!r} is no UTF-8", param, ctx)
        return text


def is_text(words: str) -> bool:
    """Return whether words of the command line, or a name of a file, are text."""
    # Python hands on bytes that are no UTF-8 as lone surrogates.
    return not any("\ud800" <= character <= "\udfff" for character in words)


class SiteAddress(click.ParamType[str]):
    """The address that a site is published at."""

    name = "url"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address in its one spelling, or fail with what is wrong and what to write."""
        address = str(value)
        if not is_text(address):
            return self.fail("it is no UTF-8; percent-encode it", param, ctx)
        if problem := check_site_address(address):
            _, message, hint = problem
            return self.fail(f"{message}; {hint}", param, ctx)
        return normal_site(address)


data_option = click.option("--data", type=click.Path(path_type=Path), default="data", help="the data folder")
as_of_option = click.option("--as-of", type=Day(), help="today, for every rule; the briefing's own day by default")


def read_prepared(data: Path, as_of: str | None, *, publishing: bool) -> tuple[Mapping[str, bytes], Prepared]:
    """Return the files of a data folder by path, and what they hold: findings, and a dataset where none is an error.

    Raises:
        DataFolderMissing: there is no such folder.
    """
    sources, unreadable = read_tree(data)
    prepared = prepare(sources, as_of, publishing=publishing)
    if unreadable:
        prepared = Prepared((*unreadable, *prepared.findings), None)
    return sources, prepared


def path_within(data: Path, path: Path) -> str:
    """Return a path within the data folder.

    Raises:
        UsageError: the path lies elsewhere.
    """
    root, real_path = Path(realpath(data)), Path(realpath(path))
    if not real_path.is_relative_to(root):
        raise click.UsageError(f"{path} does not lie in the data folder {data}")
    return real_path.relative_to(root).as_posix()


def require_folder(folder: Path | None) -> None:
    """Raise UsageError where an option names a folder that is not there."""
    if folder is not None and not folder.is_dir():
        raise click.UsageError(f"there is no folder {folder}")

"""Which mkdocs.yml a data folder is built with, and what the command line changes in it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from briefing.edges.pages import project_of

PLUGIN = "briefing"
_OURS = Path(__file__).resolve().parent


@contextmanager
def open_settings(data_dir: Path, as_of: str | None, site_url: str | None = None) -> Iterator[dict[str, Any]]:
    """Give the arguments that MkDocs loads its configuration with.

    The mkdocs.yml beside the data folder counts; a briefing without one is built with the file beside this module,
    and with the hand-written pages beside its data, if any.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    root = project_of(data_dir)
    has_own = (root / "mkdocs.yml").is_file()
    file = (root if has_own else _OURS) / "mkdocs.yml"
    options = {"data": str(data_dir.resolve()), "as_of": as_of, "site_url": site_url}
    settings = {"config_file": str(file), "plugins": _with_options(_read_plugins(file), options)}
    if has_own:
        yield settings
    elif (root / "docs").is_dir():
        yield {**settings, "docs_dir": str(root / "docs")}
    else:
        # MkDocs wants a folder of pages, even of none.
        with TemporaryDirectory() as empty:
            yield {**settings, "docs_dir": empty}


def _read_plugins(file: Path) -> dict[str, Any]:
    """Return the options of each plugin by its name: of a list MkDocs would empty the entries at the first reading.

    Raises MkDocs's ConfigurationError where the file holds no settings.
    """
    from mkdocs.exceptions import ConfigurationError

    written = _read_settings(file).get("plugins") or {}
    entries = written if isinstance(written, list) else [written]
    plugins: dict[str, Any] = {}
    for entry in entries:
        if isinstance(entry, str):
            plugins[entry] = {}
        elif _is_options_by_name(entry):
            plugins |= {name: options or {} for name, options in entry.items()}
        else:
            raise ConfigurationError(f"{file}: plugins lists names, each alone or with its options")
    return plugins


def _is_options_by_name(entry: object) -> bool:
    if not isinstance(entry, dict):
        return False
    return all(isinstance(options or {}, dict) for options in entry.values())


def _read_settings(file: Path) -> dict[str, Any]:
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        with file.open("rb") as source:
            settings = yaml_load(source)
    except RecursionError:
        raise ConfigurationError(f"{file} inherits from itself, or is nested too deep") from None
    except TypeError:  # MkDocs looks into it before it looks what it is
        settings = None
    if not isinstance(settings, dict):
        raise ConfigurationError(f"{file} holds no settings: a mapping belongs there, such as site_name: …")
    return settings


def _with_options(plugins: dict[str, Any], options: dict[str, str | None]) -> dict[str, Any]:
    """Return the plugins, ours first and given ``options``."""
    chosen = {name: value for name, value in options.items() if value is not None}
    others = {name: value for name, value in plugins.items() if name != PLUGIN}
    return {PLUGIN: {**plugins.get(PLUGIN, {}), **chosen}, **others}

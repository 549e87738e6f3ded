"""What the HTML of a page depends on, as digests: the same key, the same page.

Only set-ups are keyed of which that is known. A plugin, hook, extension or template of somebody else may read
whatever it likes, so that pages that go through it are made anew every time.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from briefing.edges.program import program_digest
from briefing.engine.needs import THEME
from briefing.engine.settings import PLUGIN

_MAKERS = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "markupsafe", "pyyaml")
"""The packages whose code or templates make a page, apart from ours."""

_TEXT_ALONE = frozenset({
    "abbr", "admonition", "attr_list", "def_list", "extra", "fenced_code", "footnotes", "md_in_html", "meta", "nl2br",
    "sane_lists", "smarty", "tables", "toc",
})  # fmt: skip
"""Extensions of Python-Markdown that make HTML of the text and of their options, and of nothing else."""

_APART = frozenset({"config_file_path", "dev_addr", "docs_dir", "nav", "not_in_nav", "plugins", "site_dir", "watch"})
"""Settings that no page of ours shows, and what is described in another way."""

_SHOWN_IN_NAVIGATION = ("icon", "status", "subtitle")
"""What the front matter of a page can add to its entry in the navigation of every page."""

Described: TypeAlias = "str | int | float | bool | list[Described] | None"


class Unknown(Exception):
    """A setting of which it cannot be told what it does to a page."""


def is_made_by_known_parts(config: MkDocsConfig) -> bool:
    """Whether no plugin, hook or extension of somebody else has a say in what becomes of a page."""
    settings_of_others = (config.hooks, config.extra_templates)
    if set(config.plugins) != {PLUGIN} or any(settings_of_others):
        return False
    if not all(name.removeprefix("markdown.extensions.") in _TEXT_ALONE for name in config.markdown_extensions):
        return False
    return config.theme.name == "material"


def is_ours_alone(config: MkDocsConfig) -> bool:
    """Whether nothing but this program, MkDocs and Material has a say in it: no template of the briefing's own, too."""
    return is_made_by_known_parts(config) and not any(map(_has_templates, _folders_of_others(config)))


def _folders_of_others(config: MkDocsConfig) -> Iterator[Path]:
    """Yield the folders of the theme that belong to the briefing itself."""
    packages = [Path(str(files(name))).resolve() for name in ("material", "mkdocs")]
    for folder in config.theme.dirs:
        path = Path(folder).resolve()
        if path != THEME.resolve() and not any(map(path.is_relative_to, packages)):
            yield path


def _has_templates(folder: Path) -> bool:
    # The theme's configuration may name more templates, and icons are read by templates.
    return any(path.suffix in (".html", ".yml", ".svg", ".xml") for path in folder.rglob("*"))


def frame_digest(config: MkDocsConfig, nav: Navigation, written: Iterable[str]) -> str | None:
    """Return a digest of all that pages share, or None where it cannot be told.

    ``written`` are the paths of the hand-written files: what a link leads to depends on which there are.
    """
    program = program_digest()
    if program is None:
        return None
    try:
        parts = [
            program,
            _describe([version(name) for name in _MAKERS]),
            _describe({name: value for name, value in config.items() if name not in _APART | {"theme"}}),
            _describe({**config.theme, "locale": str(config.theme.locale)}),
            _describe(list(_describe_items(nav.items))),
            _describe(sorted(written)),
        ]
    except (Unknown, PackageNotFoundError):
        return None
    return _digest(map(repr, parts))


def page_key(frame: str, source: str, page: Page | None, extras: Sequence[str | None]) -> str:
    """Return the key of one page, or of what the theme shows for none.

    ``source`` is what its text is made from, ``extras`` what else its frame is told.
    """
    place = None if page is None else (page.url, page.edit_url, page.canonical_url)
    return _digest([frame, source, repr((place, *extras))])


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", errors="surrogatepass")).hexdigest()


def _describe_items(items: Iterable[object]) -> Iterator[tuple[str, ...]]:
    """Yield the items of a navigation, from the top down."""
    for item in items:
        match item:
            case Page():
                yield ("page", str(item.title), item.url, *(str(item.meta.get(name)) for name in _SHOWN_IN_NAVIGATION))
            case Section():
                yield ("section", item.title)
                yield from _describe_items(item.children)
                yield ("end",)
            case Link():
                yield ("link", item.title, item.url)
            case _:
                raise Unknown(item)


def _describe(value: object) -> Described:
    """Return a value as one that prints the same in every process; raise Unknown where it cannot be."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case date() | Path():
            return str(value)
        case Mapping():
            entries = sorted(value.items(), key=lambda entry: str(entry[0]))
            return [_describe([str(name), inner]) for name, inner in entries]
        case list() | tuple():
            return [_describe(inner) for inner in value]
    raise Unknown(value)

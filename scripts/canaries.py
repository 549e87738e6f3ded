"""Builds the pages with other engines, in their newest versions: what breaks there may break here before long.

`python -m scripts.canaries` runs in the folder of a briefing. ProperDocs, which continues MkDocs 1.x, takes our plugin;
Zensical takes the page tree that `briefing generate` writes. Each is installed for this run alone, from the network.
Prints what is wrong, and exits with 1 where anything is.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

_SETTINGS = Path(__file__).resolve().parents[1] / "benchmarks" / "peer_sites" / "material"
_SHOWN = 20
"""Lines of what an engine says, from the end."""


@dataclass(frozen=True)
class Canary:
    """An engine: its package, how pip installs it, and how a site is built.

    ``words`` is its command, with ``{site}`` for where the site goes. Where ``takes_tree`` is set it runs in a folder
    of its own with the page tree, else in that of the briefing.
    """

    package: str
    words: Sequence[str]
    options: Sequence[str] = ()
    takes_tree: bool = False


CANARIES = (
    # What it needs is what MkDocs needs, and there already.
    Canary("properdocs", ("-m", "properdocs", "build", "-q", "-f", "mkdocs.yml", "-d", "{site}"), ("--no-deps",)),
    Canary("zensical", ("-m", "zensical", "build"), takes_tree=True),
)


def install(canary: Canary, folder: Path) -> None:
    """Install an engine into a folder that Python is then told of; nothing else sees it."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(folder)]
    _run([*pip, *canary.options, canary.package], Path.cwd())


def find_problems(canary: Canary, tree: Path, folder: Path, prepare: Callable[[Canary, Path], None]) -> Iterator[str]:
    """Yield what is wrong with the site that an engine makes of the briefing here, whose page tree is ``tree``."""
    packages, place = folder / "packages", Path.cwd()
    site = folder / "site"
    if canary.takes_tree:
        place = folder / "own"
        shutil.copytree(_SETTINGS, place)
        shutil.copytree(tree, place / "docs", dirs_exist_ok=True)
        site = place / "site"
    try:
        prepare(canary, packages)
        _run([sys.executable, *(word.format(site=site) for word in canary.words)], place, packages)
    except subprocess.CalledProcessError as failed:
        said = "\n".join(str(failed.output).splitlines()[-_SHOWN:])
        yield f"{canary.package} failed:\n{said}"
        return
    missing = list_missing(tree, site)
    if missing:
        yield f"{canary.package} made no page of {len(missing)} texts, such as {missing[0]}"


def list_missing(tree: Path, site: Path) -> list[str]:
    """Return the texts of a page tree, by their paths, of which a site has no page."""
    texts = sorted(tree.rglob("index.md"))
    pages = [(text, site / text.relative_to(tree).with_suffix(".html")) for text in texts]
    return [text.relative_to(tree).as_posix() for text, page in pages if not page.is_file()]


def _run(words: Sequence[str], place: Path, packages: Path | None = None) -> None:
    """Run a command; raise CalledProcessError with all that it said where it fails."""
    places = [str(packages)] if packages else []
    path = os.pathsep.join([*places, *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": path}
    subprocess.run(
        words,
        cwd=place,
        env=environment,
        check=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def main() -> int:
    """Build with every engine; return the exit code."""
    problems: list[str] = []
    with TemporaryDirectory() as named:
        folder = Path(named)
        _run([sys.executable, "-m", "briefing", "generate", "--out", str(folder / "tree")], Path.cwd())
        for canary in CANARIES:
            problems += find_problems(canary, folder / "tree" / "pages", folder / canary.package, install)
    print("\n\n".join(problems) or f"{' and '.join(canary.package for canary in CANARIES)} make all pages")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

"""What is built beside peers, and whether it was: a data folder in; its states, one edit after another, and checks out.

A state is the data with every edit up to it, and the pages that `briefing generate` writes of them. An engine has built
a state when every page is there, every page whose text changed has changed, and the edit can be read.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from shutil import copytree

from benchmarks.builds import build_environment

MARK = "peersmark"
"""A word that no data hold; each edit brings one of its own, which begins with it."""
ALIASES = ("licence", "investment")
"""Words that the texts of the samples and of the real data use often; no subject is called so."""
_HEAD = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
Edit = Callable[[Path], None]
"""Changes a data folder in place."""


class Unsound(Exception):
    """An engine did not build what it was given, or an edit cannot be made: a figure of it would mean nothing."""


@dataclass(frozen=True, slots=True)
class State:
    """A data folder and its pages as Markdown; ``mark`` is what the last edit brought, if it can be read anywhere."""

    data: Path
    pages: Path
    mark: str = ""

    def texts(self) -> dict[str, str]:
        """Return the text of every page by its path without a suffix; front matter, which themes may drop, left out."""
        return {
            path.relative_to(self.pages).with_suffix("").as_posix(): _HEAD.sub("", path.read_text("utf-8"))
            for path in sorted(self.pages.rglob("*.md"))
        }


# ---- edits


def edit_fact(data: Path) -> None:
    """Change the wording of one claim."""
    _edit_first(data, "articles/*.yml", r'attribute: aim, value: "', rf"\g<0>{MARK}fact ")


def add_article(data: Path) -> None:
    """Add a short article about a company, of the briefing's own day."""
    day = _found(r"(?m)^as_of: (\S+)", data / "briefing.yml")
    publisher = min(path.stem for path in (data / "publishers").glob("*.yml"))
    company = min(path.stem for path in (data / "companies").glob("*.yml"))
    (data / "articles" / "peers-news.yml").write_text(
        f"""publisher: {publisher}
language: en
form: report
published: {day}
review: {{state: reviewed}}
summary:
  bottom_line: "News of the {MARK}article is out."
claims:
  - {{id: c1, about: {company}, attribute: aim, value: "bring the {MARK}article out"}}
""",
        encoding="utf-8",
    )


def add_alias(data: Path) -> None:
    """Give a subject a name that many texts use, so that they link to it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(data.glob("*/*.yml"))]
    alias = max(ALIASES, key=lambda word: sum(word in text for text in texts))
    _edit_first(data, "companies/*.yml", r"(?m)^aliases: \[", rf"\g<0>{alias}, ")


EDITS: Mapping[str, tuple[Edit, str]] = {
    "one fact edited": (edit_fact, f"{MARK}fact"),
    "one new article": (add_article, f"{MARK}article"),
    "an alias that many pages use": (add_alias, ""),
}
"""What is done to the data, one after another, and the word to be read afterwards."""


def _edit_first(data: Path, files: str, pattern: str, words: str) -> None:
    for path in sorted(data.glob(files)):
        text = path.read_text(encoding="utf-8")
        edited = re.sub(pattern, words, text, count=1)
        if edited != text:
            path.write_text(edited, encoding="utf-8")
            return
    raise Unsound(f"no file of {files} has {pattern}")


def _found(pattern: str, path: Path) -> str:
    match = re.search(pattern, path.read_text(encoding="utf-8"))
    if match is None:
        raise Unsound(f"{path.name} has no {pattern}")
    return match[1]


def make_states(tree: Path, data: Path, folder: Path) -> Iterator[tuple[str, State]]:
    """Yield the data as they are, under an empty name, and after each edit by its name; written when asked for."""
    made = folder / "0" / "data"
    copytree(data, made)
    yield "", _generate(tree, made, "")
    for number, (name, (edit, mark)) in enumerate(EDITS.items(), start=1):
        before, made = made, folder / str(number) / "data"
        copytree(before, made)
        edit(made)
        yield name, _generate(tree, made, mark)


def _generate(tree: Path, data: Path, mark: str) -> State:
    out = data.with_name("tree")
    words = [sys.executable, "-m", "briefing", "generate", "--data", str(data), "--out", str(out)]
    done = subprocess.run(words, env=build_environment(tree), capture_output=True, text=True)
    if done.returncode:
        raise Unsound(f"briefing generate ended with {done.returncode}: {done.stdout[-1000:]}{done.stderr[-1000:]}")
    return State(data, out / "pages", mark)


# ---- files


def sync_folder(source: Path, target: Path, rename: Callable[[Path], Path] = lambda path: path) -> None:
    """Make a folder hold the files of another, as an editor would: files that are equal stay untouched."""
    files = {rename(path.relative_to(source)): path for path in source.rglob("*") if path.is_file()}
    for path in [path for path in target.rglob("*") if path.is_file()]:
        if path.relative_to(target) not in files:
            path.unlink()
    for name, path in files.items():
        content, place = path.read_bytes(), target / name
        if not place.is_file() or place.read_bytes() != content:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)


# ---- checks


Digests = dict[str, str]
"""A digest of every page of a site by its path without a suffix."""


@dataclass(frozen=True, slots=True)
class Site:
    """What an engine has built: a folder, and how its pages end."""

    folder: Path
    suffix: str = ".html"

    def digests(self, state: State) -> Digests:
        """Return what the pages of a state have become.

        Raises:
            Unsound: one of them is missing.
        """
        names = state.texts()
        missing = [name for name in names if not self._path(name).is_file()]
        if missing:
            raise Unsound(f"{len(missing)} of {len(names)} pages are missing, such as {missing[0]}")
        return {name: blake2b(self._path(name).read_bytes()).hexdigest() for name in names}

    def check_edit(self, changed: Sequence[str], before: Digests, after: Digests, mark: str) -> None:
        """Hold a site that was built again against the pages whose texts had changed.

        Raises:
            Unsound: there are none, one is as it was before, or the word that the edit brought is on none of them.
        """
        if not changed:
            raise Unsound("the edit changes no page")
        stale = [name for name in changed if before.get(name) == after[name]]
        if stale:
            raise Unsound(f"{len(stale)} of {len(changed)} pages are as they were, such as {stale[0]}")
        if mark and not any(self._shows(name, mark) for name in changed):
            raise Unsound(f"no page shows {mark}")

    def check_every_page(self, pages: Iterable[str], mark: str) -> None:
        """Look for what an edit of a template brought.

        Raises:
            Unsound: a page does not have it.
        """
        without = [name for name in pages if not self._shows(name, mark)]
        if without:
            raise Unsound(f"{len(without)} pages do not show the template's edit, such as {without[0]}")

    def check_styles(self, mark: str) -> None:
        """Look for what an edit of a style sheet brought.

        Raises:
            Unsound: no style sheet of the site has it.
        """
        if not any(mark in path.read_text("utf-8") for path in self.folder.rglob("*.css")):
            raise Unsound("no style sheet shows the theme's edit")

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}{self.suffix}"

    def _shows(self, name: str, mark: str) -> bool:
        return mark in self._path(name).read_text(encoding="utf-8")


def changed_pages(before: State, after: State) -> list[str]:
    """Return the pages whose text differs between two states."""
    old = before.texts()
    return [name for name, text in after.texts().items() if old.get(name) != text]

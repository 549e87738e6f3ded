"""Reviews a change of the data for whoever is to merge it.

`python scripts/review_data.py BASE REPORT [--site-url URL]`, where BASE is the revision that the change is to be
merged into. Findings are printed as annotations of the lines they are about; what changed, claim by claim, is written
to REPORT as Markdown, with links below URL, the address of a preview. Exits with 1 where the data have errors, or
where an address leads nowhere any more: of a record that has gone, or that a redirect kept up to now. As every change
is reviewed, no address that was ever published is lost.
"""

import argparse
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_KEPT = Path("data") / "redirects.yml"
_REDIRECTS = Path("static") / "_redirects"
_BROKEN = "**Briefing:** the data have errors, which stand on their lines above.\n"
_UNREADABLE = (
    "**Briefing:** what changed cannot be told, since the data of `{base}` have errors by the rules of today.\n"
)
_LOST = (
    "\n**Addresses that would be lost** (write each id into `redirects.yml`, with what took its place or `gone`):\n\n"
)


def main() -> int:
    """Run the review; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", help="the revision that the change is to be merged into")
    parser.add_argument("report", type=Path, help="the file for the report")
    parser.add_argument("--site-url", help="the address of a preview of the change")
    asked = parser.parse_args()
    checked = _run("check", "--format", "github")
    sys.stdout.write(checked.stdout)
    if checked.returncode:
        asked.report.write_text(_BROKEN, encoding="utf-8")
        return checked.returncode
    address = ["--site-url", asked.site_url] if asked.site_url else []
    changes = _run("diff", asked.base, "--format", "markdown", *address)
    if changes.returncode:
        sys.stderr.write(changes.stdout + changes.stderr)
        asked.report.write_text(_UNREADABLE.format(base=asked.base), encoding="utf-8")
        return 0
    removed = json.loads(_run("diff", asked.base, "--format", "json").stdout)["pages"]["removed"]
    lost = find_lost(removed, asked.base)
    asked.report.write_text(changes.stdout + _list(lost), encoding="utf-8")
    for address_lost in lost:
        print(f"::error file=data/redirects.yml::{address_lost} has no page any more, and no redirect")
    return 1 if lost else 0


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "briefing", *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def find_lost(removed: Iterable[str], base: str) -> list[str]:
    """Return the addresses that nobody answers any more, and did in the revision ``base``.

    They are those of records among the pages ``removed``, and those from which a redirect led.
    """
    # A list that became shorter has fewer pages, and what it listed is found in it all the same.
    records = [path for path in removed if path.count("/") == 2 and "/page_" not in path]
    before = _show(base, _KEPT)
    changed = before != (_KEPT.read_text("utf-8") if _KEPT.is_file() else "")
    if not records and not changed:
        return []
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        now = _published(Path("data"), folder / "now")
        wanted = [f"/{path.removesuffix('index.md')}" for path in records]
        if changed and before:
            _export(base, folder)
            wanted += sorted(_published(folder / "data", folder / "then").redirected)
        return [address for address in dict.fromkeys(wanted) if not now.answers(address)]


@dataclass(frozen=True)
class Published:
    """The addresses of a site: the paths of its page tree, and what its redirects lead from."""

    files: frozenset[str]
    redirected: frozenset[str]

    def answers(self, address: str) -> bool:
        """Whether there is a page or a file at an address, or a rule for it."""
        path = address.removeprefix("/")
        there = {path, f"{path}index.md", f"{path}/index.md"}
        return address in self.redirected or not there.isdisjoint(self.files)


def _published(data: Path, tree: Path) -> Published:
    """Return what a site of ``data`` answers, made in the new folder ``tree``."""
    _run("generate", "--data", str(data), "--out", str(tree))
    files = [file.relative_to(part).as_posix() for part in (tree / "pages", tree / "static") for file in _files(part)]
    rules = tree / _REDIRECTS
    lines = rules.read_text("utf-8").splitlines() if rules.is_file() else []
    return Published(frozenset(files), frozenset(line.split()[0] for line in lines if line.startswith("/")))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _show(revision: str, path: Path) -> str:
    """Return a file as it was in a revision, nothing where there was none."""
    words = ["git", "show", f"{revision}:./{path.as_posix()}"]
    return subprocess.run(words, capture_output=True, encoding="utf-8", check=False).stdout


def _export(revision: str, folder: Path) -> None:
    """Write the data of a revision into a folder."""
    packed = subprocess.run(["git", "archive", revision, "data"], stdout=subprocess.PIPE, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


def _list(lost: list[str]) -> str:
    if not lost:
        return ""
    return _LOST + "".join(f"- `{address}`\n" for address in lost)


if __name__ == "__main__":
    sys.exit(main())

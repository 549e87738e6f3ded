"""Reviews a change of the data for whoever is to merge it.

`python scripts/review_data.py BASE REPORT [--site-url URL]`, where BASE is the revision that the change is to be
merged into. Findings are printed as annotations of the lines they are about; what changed, claim by claim, is written
to REPORT as Markdown, with links below URL, the address of a preview. Exits with 1 where the data have errors, or
where the page of a record that has gone leads nowhere.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

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
    lost = find_lost(json.loads(_run("diff", asked.base, "--format", "json").stdout)["pages"]["removed"])
    asked.report.write_text(changes.stdout + _list(lost), encoding="utf-8")
    for address_lost in lost:
        print(f"::error file=data/redirects.yml::{address_lost} has no page any more, and no redirect")
    return 1 if lost else 0


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "briefing", *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def find_lost(removed: Iterable[str]) -> list[str]:
    """Return the addresses of the records among the pages ``removed`` from which no redirect leads."""
    # A list that became shorter has fewer pages, and what it listed is found in it all the same.
    records = [path for path in removed if path.count("/") == 2 and "/page_" not in path]
    if not records:
        return []
    kept = _redirected()
    addresses = [f"/{path.removesuffix('index.md')}" for path in records]
    return [address for address in addresses if address not in kept]


def _redirected() -> set[str]:
    """Return the addresses that the site of the change redirects."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "tree"
        _run("generate", "--out", str(out))
        if not (out / _REDIRECTS).is_file():
            return set()
        return {line.split()[0] for line in (out / _REDIRECTS).read_text("utf-8").splitlines() if line.strip()}


def _list(lost: list[str]) -> str:
    if not lost:
        return ""
    return _LOST + "".join(f"- `{address}`\n" for address in lost)


if __name__ == "__main__":
    sys.exit(main())

"""The data folders that the tests of the commands begin with, and how they are edited and committed."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

BRIEFING = "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
COMPANY = "name: {en: Acme}\ndescribes: A maker of chips.\n"
PUBLISHER = "name: {en: Herald}\ngrade: {letter: B, why: a daily}\n"
ARTICLE = """\
publisher: herald
published: 2024-04-14
language: en
form: report
claims:
  - {id: c1, about: acme, attribute: date, measure: founded, value: 2001}
"""
FILES = {
    "briefing.yml": "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
    "companies/acme.yml": "name: {en: Acme}\ndescribes: A maker of chips.\nlast_verified: 2020-01-01\n",
    "companies/bolt.yml": "name: {en: Bolt}\ndescribes: A maker of screws.\n",
    "projects/acme-fab.yml": "name: {en: Acme fab}\ndescribes: Its fab.\n",
    "publishers/herald.yml": "name: {en: Herald}\ngrade: {letter: B, why: a daily}\n",
    "publishers/gazette.yml": "name: {en: Gazette}\ngrade: {letter: C, why: a weekly}\n",
    "articles/herald-2024.yml": """\
publisher: herald
published: 2024-04-14
language: en
form: report
claims:
  - {id: c1, about: acme-fab, attribute: milestone, milestone: opening, value: 2027, modality: planned}
  - {id: c2, about: acme, attribute: owner, value: bolt}
""",
    "articles/gazette-2024.yml": """\
publisher: gazette
published: 2024-05-01
language: en
form: report
claims:
  - {id: c1, about: acme-fab, attribute: milestone, milestone: opening, value: 2027}
""",
}
HERALD = "data/articles/herald-2024.yml"


SMALL = {
    "briefing.yml": BRIEFING,
    "companies/acme.yml": COMPANY,
    "publishers/herald.yml": PUBLISHER,
    "articles/herald-2024.yml": ARTICLE,
}


def write_data(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def git(*words: str) -> str:
    settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *settings, *words], check=True, capture_output=True, text=True).stdout


def edit(path: str, old: str, new: str) -> None:
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")

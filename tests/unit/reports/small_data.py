"""The state of the data that tests of reports begin with, as text, and what links it to a dataset."""

from collections.abc import Mapping

from briefing.dataset.diff import Comparison, compare_datasets
from briefing.dataset.linked.records import Dataset
from briefing.pipeline import prepare

HERALD, GAZETTE, ACME, FAB = (
    "articles/herald-2024.yml",
    "articles/gazette-2024.yml",
    "companies/acme.yml",
    "projects/acme-fab.yml",
)
FILES = {
    "briefing.yml": "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
    ACME: "name: {en: Acme}\ndescribes: A maker of chips.\n",
    "companies/bolt.yml": "name: {en: Bolt}\ndescribes: A maker of screws.\n",
    FAB: "name: {en: Acme fab}\ndescribes: Its fab.\n",
    "publishers/herald.yml": "name: {en: Herald}\ngrade: {letter: B, why: a daily}\n",
    "publishers/gazette.yml": "name: {en: Gazette}\ngrade: {letter: C, why: a weekly}\n",
    HERALD: """\
publisher: herald
published: 2024-04-14
language: en
form: report
claims:
  - {id: c1, par: 3, about: acme-fab, attribute: milestone, milestone: opening, value: 2027, modality: planned}
  - {id: c2, about: acme, attribute: owner, value: bolt}
""",
    GAZETTE: """\
publisher: gazette
published: 2024-05-01
language: en
form: report
claims:
  - {id: c1, about: acme-fab, attribute: milestone, milestone: opening, value: 2027, modality: planned}
""",
}
JUDGEMENT = """\
judgements:
  - slot: {attribute: milestone, milestone: opening}
    prefer: [gazette-2024#c1]
    because: The weekly asked the company.
    decided: 2026-11-21
"""
DIFFERENT = "value: 2029, modality: planned"


def linked(files: Mapping[str, str] = FILES) -> Dataset:
    """Return the dataset of files that have no error."""
    prepared = prepare({path: text.encode() for path, text in files.items()})
    assert prepared.dataset is not None, prepared.errors_only
    return prepared.dataset


def with_file(path: str, text: str, files: Mapping[str, str] = FILES) -> dict[str, str]:
    """Return the files with another, or with another text of one."""
    return {**files, path: text}


def edited(path: str, old: str, new: str, files: Mapping[str, str] = FILES) -> dict[str, str]:
    """Return the files with another wording in one of them."""
    assert old in files[path]
    return {**files, path: files[path].replace(old, new)}


def without(*paths: str, files: Mapping[str, str] = FILES) -> dict[str, str]:
    """Return the files but for those at these paths."""
    return {path: text for path, text in files.items() if path not in paths}


def disputed() -> dict[str, str]:
    """Return the files with two articles that differ over one day."""
    return edited(HERALD, "value: 2027, modality: planned", DIFFERENT)


def compare(old: Mapping[str, str], new: Mapping[str, str]) -> Comparison:
    """Return what changed from one set of files to another."""
    return compare_datasets(linked(old), linked(new))

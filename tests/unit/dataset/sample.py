"""A briefing of a few subjects whose claims a test writes: what most tests of the dataset are made over."""

from briefing.dataset.linked.records import Dataset
from briefing.pipeline import Prepared, prepare

HEAD = "publisher: {publisher}\nlanguage: en\nform: report\npublished: 2024-04-14\nclaims:\n"
FILES = {
    "briefing.yml": "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
    "publishers/herald.yml": "name: Herald\ngrade: {letter: B, why: a daily}\n",
    "companies/acme.yml": "name: Acme\ndescribes: A maker of chips.\n",
    "companies/northwind.yml": "name: Northwind\ndescribes: A maker of wafers.\n",
    "companies/initech.yml": "name: Initech\ndescribes: A maker of paper.\n",
}


def run(*rows: str, **files: str) -> Prepared:
    """Prepare the base with one article of these claims; files are named `folder__name`."""
    over = {name.replace("__", "/").replace("_", "-") + ".yml": text for name, text in files.items()}
    article = HEAD.format(publisher="herald") + "".join(f"  - {row}\n" for row in rows)
    everything = {**FILES, "articles/one.yml": article, **over}
    return prepare({path: text.encode() for path, text in everything.items()})


def dataset(*rows: str, **files: str) -> Dataset:
    prepared = run(*rows, **files)
    assert prepared.dataset is not None, prepared.findings
    return prepared.dataset


def figure(n: int, value: str, more: str = "") -> str:
    return f"{{id: c{n}, about: acme, attribute: figure, measure: revenue, value: {value}{more}}}"


JUDGEMENT = "name: Acme\ndescribes: A maker.\njudgements:\n  - {%s, because: So it is., decided: 2026-11-21}\n"
"""The file of Acme with one judgement, whose other fields are put in."""

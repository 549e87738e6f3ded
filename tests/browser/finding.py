"""Finds in a built site, whichever it is, the pages and subjects that a test is about."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml.html import fromstring

FOREIGN = "BRIEFING_SITE"
"""The environment's name for another site than that of the real data: its folder, or a number of made-up subjects."""
Pages = Mapping[str, str]
"""The HTML of every page by its url, without the one for what is missing."""
MISSING = "no/such/page/"


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject of the site, and the labels of its facts, each with where it stands."""

    id: str
    kind: str
    url: str
    name: str
    japanese: str
    other_names: tuple[str, ...]
    labels: tuple[str, ...]


def read_pages(folder: Path) -> Pages:
    """Return the pages of a built site but the cards for other sites, the largest first."""
    files = sorted(folder.rglob("index.html"), key=lambda one: (-one.stat().st_size, one))
    pages = {_url(folder, one): one for one in files}
    return {url: one.read_text(encoding="utf-8") for url, one in pages.items() if not url.startswith("embed/")}


def _url(folder: Path, file: Path) -> str:
    place = file.relative_to(folder).parent.as_posix()
    return "" if place == "." else f"{place}/"


def find_page(pages: Pages, folder: str = "", *having: str) -> str:
    """Return the url of the largest page of a folder that has something to show for each of some xpaths."""
    return next(find_pages(pages, folder, *having))


def find_pages(pages: Pages, folder: str = "", *having: str) -> Iterator[str]:
    """Yield the urls of the pages of a folder that have something for each of some xpaths, the largest first."""
    for url, text in pages.items():
        if url.startswith(folder) and url != folder and (not having or _has(text, having)):
            yield url


def _has(text: str, having: Sequence[str]) -> bool:
    tree = fromstring(text)
    return all(tree.xpath(one) for one in having)


def of_class(name: str) -> str:
    """Return the xpath of the elements of a class."""
    return f"//*[contains(concat(' ', @class, ' '), ' {name} ')]"


def facts_page(pages: Pages) -> str:
    """Return the largest page with facts, a trust bar, and a bottom line that leads to a subject and to a source."""
    line = of_class("bottom-line")
    named = f"{line}//a[not(contains(@class, 'source-ref'))]"
    return find_page(pages, "", of_class("facts"), of_class("trust-bar"), named, f"{line}{of_class('source-ref')}")


def by_folder(pages: Pages) -> list[list[str]]:
    """Return the urls in groups of one folder and depth, the largest page of each first."""
    found: dict[str, list[str]] = {}
    for url in pages:
        found.setdefault(url.count("/") * "/" + url.split("/")[0], []).append(url)
    return list(found.values())


def read_subjects(folder: Path) -> tuple[Subject, ...]:
    """Return the subjects of a site, those with the most facts first; names that several share are left out."""
    index = json.loads((folder / "api/v1/index.json").read_text(encoding="utf-8"))["subjects"]
    found = [_subject(folder, one) for one in index]
    every = [name.casefold() for one in found for name in {one.name, one.japanese, *one.other_names}]
    alone = [one for one in found if every.count(one.name.casefold()) == 1]
    return tuple(sorted(alone, key=lambda one: -len(one.labels)))


def _subject(folder: Path, one: Mapping[str, Any]) -> Subject:
    entity = json.loads((folder / f"api/v1/entities/{one['id']}.json").read_text(encoding="utf-8"))
    name = one["name"]
    others = (*one["aliases"], name.get("reading") or "")
    labels = tuple(fact["label"] for fact in entity["facts"])
    display = name.get("short") or name["en"]
    return Subject(one["id"], one["kind"], one["url"], display, name.get("ja") or "", others, labels)


def of_kind(subjects: Sequence[Subject], kind: str) -> list[Subject]:
    """Return the subjects of a kind."""
    return [one for one in subjects if one.kind == kind]


def alike(subjects: Sequence[Subject], kind: str) -> tuple[str, Subject, Subject]:
    """Return two subjects of a kind and the label of a fact that each of them has once."""
    some = of_kind(subjects, kind)
    return next(
        (label, one, other)
        for one in some
        for other in some
        for label in one.labels
        if one != other and one.labels.count(label) == other.labels.count(label) == 1
    )


def needs(condition: object, reason: str) -> None:
    """Skip a test that another site than the real one has nothing for; of the real one it fails."""
    if not condition and os.environ.get(FOREIGN):
        pytest.skip(f"{reason} in the site that {FOREIGN} names")
    assert condition, reason

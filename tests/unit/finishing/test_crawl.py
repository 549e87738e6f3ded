"""The crawl finds every defect seeded in a good site, and nothing else: `sites/crawl/*.yml` hold the cases."""

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.finishing.crawl import crawl_site

FOLDER = Path(__file__).parents[2] / "sites" / "crawl"


def read_good() -> dict[str, bytes]:
    root = FOLDER / "good"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def change(files: Mapping[str, bytes], case: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the site with what the case changes."""
    changed = {path: content for path, content in files.items() if path != case.get("remove")}
    if "add" in case:
        changed[case["add"]] = gzip.compress(files[case["packs"]], mtime=0) if "packs" in case else b""
    if "latin" in case:
        changed[case["file"]] += case["latin"].encode("latin-1")
    elif "file" in case:
        before = files[case["file"]].decode()
        after = before.replace(case["from"], case["to"])
        assert after != before, f"{case['file']} does not hold what the case changes"
        changed[case["file"]] = after.encode()
    return changed


def cases(name: str) -> list[Any]:
    found = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    return [pytest.param(case, id=case["name"]) for case in found]


def found_in(files: Mapping[str, bytes]) -> list[str]:
    return sorted({f"{problem.path} {problem.code}" for problem in crawl_site(files)})


def test_a_good_site_has_no_problems() -> None:
    assert crawl_site(read_good()) == ()


@pytest.mark.parametrize("case", cases("defects.yml"))
def test_each_defect_is_found_and_nothing_else(case: dict[str, Any]) -> None:
    assert found_in(change(read_good(), case)) == sorted(case["finds"])


@pytest.mark.parametrize("case", cases("harmless.yml"))
def test_what_looks_like_a_defect_is_none(case: dict[str, Any]) -> None:
    assert crawl_site(change(read_good(), case)) == ()


def test_there_are_forty_defects_at_least_with_different_names() -> None:
    names = [case["name"] for case in yaml.safe_load((FOLDER / "defects.yml").read_text("utf-8"))]
    assert len(names) == len(set(names)) >= 40


def test_the_order_of_files_does_not_matter() -> None:
    files = read_good()
    files["about/index.html"] = files["about/index.html"].replace(b"../companies/", b"gone/")
    files["companies/zeta/index.html"] = files["companies/acme/index.html"]
    assert crawl_site(files) == crawl_site(dict(reversed(files.items()))) != ()


def test_a_site_in_a_folder_of_its_host_may_not_leave_it() -> None:
    moved = {
        path: content.replace(b"https://briefing.example/", b"https://briefing.example/en/")
        for path, content in read_good().items()
    }
    assert found_in(moved) == ["404.html asset-broken", "404.html link-broken", "companies/zeta/index.html link-broken"]


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"index.html": b""},
        {"index.html": b"\xff\xfe"},
        {"index.html": b"</p></div><![CDATA[<!--<a href=><title>"},
        {"index.html": b"<div>" * 3000, "feeds/all.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"},
        {"api/v1/index.json": b'{"subjects": [{}], "conflicts": {"url": 1}}', "a.csv": b"", "a.ics": b"END:VEVENT"},
    ],
    ids=["nothing", "an empty page", "no text", "torn markup", "deep markup", "odd data"],
)
def test_no_site_is_too_broken_to_report_on(files: dict[str, bytes]) -> None:
    assert any(problem.code == "sitemap-differs" for problem in crawl_site(files))

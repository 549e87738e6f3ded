"""No page says "agree", "none contradicts it", "known from one article" or "fresh" where its claims do not bear it out.

The real site and a small one, made up so that every sentence is said somewhere, are read as they were built.
"""

import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from briefing.views.labels.english import ENGLISH
from tests.site.conftest import BUILD, ROOT, once, run
from tests.site.untruths import Report, find_untruths

SAMPLE = ROOT / "tests" / "sites" / "two_papers"
SENTENCES = (
    "basis-article", "basis-original", "firm", "unsure", "nothing-firm", "single-source", "newest-source",
    "no-source-since", "fresh-fresh", "independent-origins", "articles", "claims", "open-conflicts", "rests_on",
    "confidence", "reason: independent", "reason: no common original", "reason: they agree", "reason: 1 article",
    "reason: 1 origin", "reason: copies among", "home: all-conflicts",
    "high", "preview", "list: claims", "list: articles", "list: open-conflicts", "list: newest", "home", "home: newest",
    "home: kinds", "article: claims",
)  # fmt: skip
"""What must be found at least once on one of the two sites: a sentence that is worded anew fails here, not nowhere."""


@pytest.fixture(scope="module")
def sample(shared: Path) -> Mapping[str, bytes]:
    """Give the made-up site."""
    with once(shared, "two-papers") as folder:
        # A build keeps what it can use again beside the data, which is no place of the repository's.
        data = shared / "two-papers-data" / "data"
        shutil.copytree(SAMPLE, data, dirs_exist_ok=True)
        built = run([sys.executable, *BUILD, "--data", str(data)], folder, shared, "", PATH=os.environ["PATH"])
    assert built.exit_code == 0, built.output
    return built.files


@pytest.fixture(scope="module")
def real_report(files: Mapping[str, bytes]) -> Report:
    return find_untruths(files)


@pytest.fixture(scope="module")
def sample_report(sample: Mapping[str, bytes]) -> Report:
    return find_untruths(sample)


def test_no_page_of_the_real_site_says_what_is_not_so(real_report: Report) -> None:
    assert real_report.untrue == []


def test_no_page_of_the_made_up_site_says_what_is_not_so(sample_report: Report) -> None:
    assert sample_report.untrue == []


def test_every_sentence_was_found(real_report: Report, sample_report: Report) -> None:
    found: Counter[str] = real_report.read + sample_report.read
    assert [name for name in SENTENCES if not found[name]] == []
    assert real_report.read["list: claims"] > 100


def test_a_page_that_shows_a_neighbours_fact_is_not_known_from_one_article(sample: Mapping[str, bytes]) -> None:
    """One paper says who runs the plant, another how many work there: the page of who runs it shows both."""
    page = sample["companies/bay-steel/index.md"].decode()
    assert "120 jobs" in page
    assert ENGLISH["basis-article"] not in page
    assert ENGLISH["basis-article"] in sample["companies/lone-mill/index.md"].decode()


Change = Callable[[dict[str, Any]], object]


def with_claims(files: Mapping[str, bytes], change: Change) -> dict[str, bytes]:
    """Return a site whose claims are other than those that its pages were made of."""
    whole = json.loads(files["api/v1/claims.json"])
    for claim in whole["claims"]:
        change(claim)
    return {**files, "api/v1/claims.json": json.dumps(whole).encode()}


@pytest.mark.parametrize(
    ("label", "change"),
    [
        ("firm", lambda claim: claim.update(origin="one")),
        ("firm", lambda claim: claim.update(original="unknown")),
        ("firm", lambda claim: claim.update(disputed=True)),
        ("reason: they agree", lambda claim: claim.update(grade="C")),
        ("unsure", lambda claim: claim.update(original="known")),
        ("single-source", lambda claim: claim.update(grade="D")),
        ("single-source", lambda claim: claim.update(disputed=True)),
        ("nothing-firm", lambda claim: claim.update(original="known", origin=claim["id"], article=claim["id"])),
        ("basis-article", lambda claim: claim.update(article=claim["id"])),
        ("basis-original", lambda claim: claim.update(origin=claim["id"])),
        ("newest-source", lambda claim: claim.update(published="2020-01-01")),
        ("list: newest", lambda claim: claim.update(published="2026-11-01")),
        ("independent-origins", lambda claim: claim.update(original="unknown")),
        ("confidence", lambda claim: claim.update(confidence="high")),
    ],
)
def test_another_truth_is_told_from_what_the_pages_say(sample: Mapping[str, bytes], label: str, change: Change) -> None:
    found = find_untruths(with_claims(sample, change)).untrue
    assert any(f": {label}: " in one for one in found), found


@pytest.mark.parametrize(
    ("label", "path", "old", "new"),
    [
        ("list: claims", "companies/index.html", 'data-label="Claims">', 'data-label="Claims">9'),
        ("independent-origins", "companies/bay-steel/index.html", '"stat">2<', '"stat">5<'),
        ("basis-article", "companies/bay-steel/index.html", ENGLISH["nothing-firm"].rstrip("."),
         f'<span class="label">{ENGLISH["basis-article"]}</span>'),
        ("nothing-firm", "companies/harbour-works/index.html",
         '"describes">A maker of pumps', f'"describes">{ENGLISH["nothing-firm"]}'),
        ("newest-source", "companies/bay-steel/index.html", "stale&#58; no source since February 2024", "fresh"),
        ("home: kinds", "index.html", '<span class="stat">5</span></li>', '<span class="stat">7</span></li>'),
        ("preview", "companies/bay-steel/preview.json", "2 independent origins", "3 independent origins"),
    ],
)  # fmt: skip
def test_a_page_that_was_tampered_with_is_reported(
    sample: Mapping[str, bytes], label: str, path: str, old: str, new: str
) -> None:
    text = sample[path].decode()
    assert old in text
    found = find_untruths({**sample, path: text.replace(old, new).encode()}).untrue
    assert any(f": {label}: " in one for one in found), found

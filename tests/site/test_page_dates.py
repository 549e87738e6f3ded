"""Archives and reference managers date a page of ours by its own day, never by that of a source it cites (R29)."""

import re
import warnings
from collections.abc import Mapping

import pytest
from lxml import html

from briefing.dataset.linked.records import Dataset

with warnings.catch_warnings():
    # Both read their settings in ways that newer Pythons advise against.
    warnings.simplefilter("ignore")
    from htmldate import find_date
    from trafilatura import extract_metadata

PER_FOLDER = 2
HAND_WRITTEN = ["about/reading/index.html"]
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def day(dataset: Dataset) -> str:
    return dataset.briefing.as_of.printed


def is_dated_page(path: str) -> bool:
    # A card in other sites' pages is none that an archive would date.
    return path.endswith("index.html") and not path.startswith("embed/")


@pytest.fixture(scope="module")
def chosen(files: Mapping[str, bytes]) -> dict[str, str]:
    """Give every hub, and of what lies below each the largest pages: those cite most dates."""
    groups: dict[str, list[str]] = {}
    for path in sorted(files, key=lambda path: -len(files[path])):
        if is_dated_page(path) and not is_redirect(files[path]):
            groups.setdefault(path if path.count("/") < 2 else path.split("/")[0], []).append(path)
    picked = {path: files[path].decode() for group in groups.values() for path in group[:PER_FOLDER]}
    assert {"index.html", "timeline/index.html", "about/index.html"} <= picked.keys()
    assert {path.split("/")[0] for path in picked} >= {"companies", "articles", "publishers"}
    return {**picked, **{path: files[path].decode() for path in HAND_WRITTEN}}


def is_redirect(page: bytes) -> bool:
    return b'http-equiv="refresh"' in page


@pytest.mark.parametrize("original", [False, True])
def test_htmldate_dates_pages_by_the_day_of_the_data(chosen: dict[str, str], day: str, original: bool) -> None:
    found = {path: find_date(page, original_date=original) for path, page in chosen.items() if not is_dated(path)}
    assert found == dict.fromkeys(found, day)
    assert len(found) > 20


def test_trafilatura_dates_pages_by_the_day_of_the_data(chosen: dict[str, str], day: str) -> None:
    found = {path: extract_metadata(page).date for path, page in chosen.items() if not is_dated(path)}
    assert found == dict.fromkeys(found, day)
    assert len(found) > 20


def test_where_the_address_holds_the_day_of_an_article_the_page_still_states_its_own(
    chosen: dict[str, str], day: str
) -> None:
    """Both readers go by an address first, and an article's id may hold its day; what the page says is our day."""
    dated = {path: page for path, page in chosen.items() if is_dated(path)}
    assert dated
    for page in dated.values():
        assert find_date(page, deferred_url_extractor=True) == day
        assert extract_metadata(page, date_config={"deferred_url_extractor": True}).date == day


def is_dated(path: str) -> bool:
    return re.search(r"\d{4}-\d{2}-\d{2}", path) is not None


def test_every_page_states_its_day(files: Mapping[str, bytes], day: str) -> None:
    for path, page in files.items():
        if is_dated_page(path) and not is_redirect(page):
            stated = html.document_fromstring(page.decode()).xpath(
                "//meta[starts-with(@property, 'article:')]/@content"
            )
            assert stated == [day, day], path

"""Browser tests are skipped without Chromium, or fail when REQUIRE_BROWSER=1 says that it must be there."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.sample import make_sample, write_sample
from briefing.engine.build import build_site
from briefing.engine.content import ContentReader
from paper.chromium import CHROMIUM
from tests.browser.finding import FOREIGN, Pages, Subject, read_pages, read_subjects
from tests.site.conftest import Built, built, once, shared

__all__ = ["built", "shared"]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Decide before any fixture builds a site for nothing."""
    if CHROMIUM.exists():
        return
    reason = f"Chromium is missing ({CHROMIUM}); run scripts/install-browser.sh"
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def site_folder(request: pytest.FixtureRequest, shared: Path) -> Path:
    """Give the folder of the built briefing, or of another: BRIEFING_SITE names it, or its number of subjects."""
    given = os.environ.get(FOREIGN, "")
    if given and not given.isdecimal():
        return Path(given)
    if not given:
        real: Built = request.getfixturevalue("built")
        assert real.exit_code == 0, real.output
        return real.folder
    with once(shared, "look") as scratch:
        if not (scratch / "site").is_dir():
            write_sample(scratch / "data", make_sample(int(given)))
            build_site(ContentReader(scratch / "data").read(), scratch / "data", scratch / "site")
    return scratch / "site"


@pytest.fixture(scope="session")
def pages(site_folder: Path) -> Pages:
    """Give the pages of the built site."""
    return read_pages(site_folder)


@pytest.fixture(scope="session")
def subjects(site_folder: Path) -> tuple[Subject, ...]:
    """Give the subjects of the built site, those with the most facts first."""
    return read_subjects(site_folder)


@pytest.fixture(scope="session")
def site(site_folder: Path, site_server: Callable[..., str]) -> str:
    """Give the address of the built briefing, served under its own headers."""
    return site_server(site_folder, headers=True)

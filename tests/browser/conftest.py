"""Browser tests are skipped without Chromium, or fail when REQUIRE_BROWSER=1 says that it must be there."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.engine.build import build_site
from generator.engine.content import Content, ContentReader
from paper.chromium import CHROMIUM

ROOT = Path(__file__).resolve().parents[2]


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
def content() -> Content:
    """Give the pages of the real briefing."""
    found = ContentReader(ROOT / "data").read()
    assert found.report == ""
    return found


@pytest.fixture(scope="session")
def site_folder(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the built briefing, or of another that BRIEFING_SITE names."""
    if given := os.environ.get("BRIEFING_SITE"):
        return Path(given)
    out = tmp_path_factory.mktemp("look") / "site"
    build_site(content, ROOT / "data", out)
    return out


@pytest.fixture(scope="session")
def site(site_folder: Path, site_server: Callable[..., str]) -> str:
    """Give the address of the built briefing, served under its own headers."""
    return site_server(site_folder, headers=True)

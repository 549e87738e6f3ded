"""Browser tests are skipped without Chromium, or fail when REQUIRE_BROWSER=1 says that it must be there."""

import os

import pytest

from tests.chromium import CHROMIUM


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Decide before any fixture builds a site for nothing."""
    if CHROMIUM.exists():
        return
    reason = f"Chromium is missing ({CHROMIUM}); run scripts/install-browser.sh"
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)

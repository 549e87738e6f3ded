"""Settings shared by all tests: Hypothesis profiles, soak counts, golden updates, and a summary by group."""

import os
from collections import defaultdict
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

from tests.chromium import browser, page, site_server

__all__ = ["browser", "page", "site_server"]

SOAK = os.environ.get("BRIEFING_SOAK") == "1"

settings.register_profile(
    "default", derandomize=True, max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "soak", max_examples=2000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected output of golden cases")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    skip = pytest.mark.skip(reason="a long count: run `make soak`")
    for item in items:
        if group_of(item.nodeid) == "browser":
            item.add_marker("browser")
        if item.get_closest_marker("soak") and not SOAK:
            item.add_marker(skip)


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden cases should take over what the program says now."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def count() -> Callable[[int], int]:
    """Give a full count under ``make soak``, a tenth of it (at least one) otherwise."""
    return lambda full: full if SOAK else max(1, full // 10)


def group_of(nodeid: str) -> str:
    """Return the folder under ``tests/`` that a test belongs to."""
    parts = nodeid.split("::")[0].split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "tests" else "other"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    seconds: dict[str, float] = defaultdict(float)
    tests: dict[str, set[str]] = defaultdict(set)
    no_browser = no_node = ""
    for reports in terminalreporter.stats.values():
        for report in reports:
            if not isinstance(report, pytest.TestReport):
                continue
            group = group_of(report.nodeid)
            seconds[group] += report.duration
            tests[group].add(report.nodeid)
            if report.skipped and "Chromium is missing" in str(report.longrepr):
                no_browser = "browser tests were skipped: Chromium is missing (scripts/install-browser.sh installs it)"
            if report.skipped and "install-node-tests.sh" in str(report.longrepr):
                no_node = "tests that need Node were skipped (scripts/install-node-tests.sh installs what they drive)"
    if not tests:
        return
    terminalreporter.section("time by group")
    for group in sorted(seconds):
        terminalreporter.write_line(f"{group:12} {len(tests[group]):5} tests {seconds[group]:8.1f} s")
    for skipped in filter(None, (no_browser, no_node)):
        terminalreporter.write_line(skipped, yellow=True)

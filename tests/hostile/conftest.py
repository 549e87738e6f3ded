"""A site of nothing but hostile texts, built once by MkDocs for all tests here, and the browser to read it with."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.engine.build import build_site
from briefing.engine.content import generate_content
from briefing.pipeline import prepare
from tests.browser.conftest import pytest_runtest_setup
from tests.hostile.crowd import crowd_sources
from tests.site.conftest import once, shared

__all__ = ["shared"]

needs_chromium = pytest_runtest_setup
# As a name of this module it would be a hook here, too, and skip what needs no browser.
del pytest_runtest_setup


@pytest.fixture(scope="session")
def chromium() -> None:
    """Skip, or fail where one is required, before anything is built for a browser that is missing."""
    needs_chromium()


@pytest.fixture(scope="session")
def hostile_site(shared: Path) -> Path:
    """Give the folder of the built site: its crawl, too, has let it pass."""
    with once(shared, "hostile-site") as folder:
        if not folder.is_dir():
            sources = crowd_sources()
            prepared = prepare(sources, publishing=True)
            assert prepared.dataset is not None, [one for one in prepared.findings if one.severity == "error"][:5]
            (shared / "hostile" / "data").mkdir(parents=True)
            build_site(generate_content(prepared.dataset, sources), shared / "hostile" / "data", folder)
    return folder


@pytest.fixture(scope="session")
def hostile_files(hostile_site: Path) -> Mapping[str, bytes]:
    """Give the files of the built site by path."""
    found = sorted(path for path in hostile_site.rglob("*") if path.is_file())
    return {path.relative_to(hostile_site).as_posix(): path.read_bytes() for path in found}

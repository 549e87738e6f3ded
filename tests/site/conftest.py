"""The real site, built twice for all tests here: once cut off from the network, once under quite another roof."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from lxml.html import HtmlElement

from briefing.dataset.linked.records import Dataset
from briefing.edges.disk import read_tree
from briefing.pipeline import prepare

ROOT = Path(__file__).parents[2]
BUILD = ("-m", "briefing", "build")
CUT_OFF = """
import socket

def refuse(*args, **kwargs):
    raise OSError("no network: a build asks nobody")

socket.socket.connect = socket.socket.connect_ex = refuse
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refuse
"""
LATER = """
import time

now, now_ns = time.time, time.time_ns
time.time = lambda: now() + 12 * 365 * 86_400
time.time_ns = lambda: now_ns() + 12 * 365 * 86_400 * 10**9
"""


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: where it is, how its build ended and what that said."""

    folder: Path
    exit_code: int
    output: str

    @property
    def files(self) -> dict[str, bytes]:
        """The files as they lie there."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}


@contextmanager
def once(folder: Path, name: str) -> Iterator[Path]:
    """Hold the lock of a folder that the workers of one test run share; the first to come fills it."""
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder / name


def run(arguments: list[str], folder: Path, cwd: Path, startup: str, **axes: str) -> Built:
    """Build into ``folder`` with Python code that runs before anything else, or return what was built there before."""
    record = folder / "record.json"
    site = folder / "site"
    if not record.is_file():
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "startup").mkdir(parents=True)
        (folder / "startup" / "sitecustomize.py").write_text(startup, "utf-8")
        (folder / "home").mkdir()
        paths = os.pathsep.join([str(folder / "startup"), str(ROOT)])
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
        environment = {**kept, "PYTHONPATH": paths, "HOME": str(folder / "home"), **axes}
        ran = subprocess.run(
            [*arguments, "--out", str(site)], cwd=cwd, env=environment, capture_output=True, text=True, timeout=300
        )
        said = {"exit_code": ran.returncode, "output": ran.stdout + ran.stderr}
        record.write_text(json.dumps(said), "utf-8")
    return Built(site, **json.loads(record.read_text("utf-8")))


def without_network() -> list[str]:
    """Return the command that cuts a program off from the network, where this system lets us."""
    command = ["unshare", "--map-root-user", "--net"]
    allowed = shutil.which("unshare") and subprocess.run([*command, "true"], capture_output=True).returncode == 0
    return command if allowed else []


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def built(shared: Path) -> Built:
    """Give the site of the real data, built in the repository without a network."""
    with once(shared, "real-site") as folder:
        arguments = [*without_network(), sys.executable, *BUILD, "--data", "data"]
        return run(arguments, folder, ROOT, CUT_OFF, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="0")


@pytest.fixture(scope="session")
def built_elsewhere(shared: Path) -> Built:
    """Give the same site built from a copy of the data, in another place, time zone, language and year."""
    with once(shared, "real-site-elsewhere") as folder:
        place = shared / "another place"
        if not place.is_dir():
            _copy_history(place / "briefing")
            shutil.copytree(ROOT / "data", place / "briefing" / "data")
            shutil.copytree(ROOT / "docs", place / "briefing" / "docs") if (ROOT / "docs").is_dir() else None
            (place / "work").mkdir()
        arguments = [sys.executable, *BUILD, "--data", "../briefing/data"]
        axes = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.ISO-8859-9", "LANGUAGE": "tr", "PYTHONHASHSEED": "4242"}
        return run(arguments, folder, place / "work", LATER, **axes)


def _copy_history(folder: Path) -> None:
    """Give a folder the history that the repository has, if it has one: a site tells what has changed since."""
    if (ROOT / ".git").exists():
        subprocess.run(["git", "clone", "-q", "--no-checkout", str(ROOT), str(folder)], check=True, capture_output=True)


@pytest.fixture(scope="session")
def files(built: Built) -> Mapping[str, bytes]:
    """Give the files of the site by path."""
    assert built.exit_code == 0, built.output
    return built.files


@pytest.fixture(scope="session")
def page(files: Mapping[str, bytes]) -> Callable[[str], HtmlElement]:
    """Give a function that returns the main part of a page by its url."""

    @cache
    def read(url: str) -> HtmlElement:
        document = html.document_fromstring(files[f"{url}index.html"].decode())
        (article,) = document.xpath("//article")
        return article

    return read


@pytest.fixture(scope="session")
def subjects(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """Give the subjects as the site's own data has them."""
    return list(json.loads(files["api/v1/index.json"])["subjects"])


@pytest.fixture(scope="session")
def claims(files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """Give the claims as the site's own data has them."""
    return list(json.loads(files["api/v1/claims.json"])["claims"])


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """Give the real data, linked."""
    sources, unread = read_tree(ROOT / "data")
    found = prepare(sources, publishing=True)
    assert found.dataset, (unread, found.findings)
    return found.dataset


@pytest.fixture(scope="session")
def urls_of(files: Mapping[str, bytes], subjects: list[dict[str, Any]]) -> Mapping[str, list[str]]:
    """Give the page of every subject, and the pages of all that is said about it, by its id."""
    urls = [path.removesuffix("index.html") for path in sorted(files) if path.endswith("index.html")]
    return {
        one["id"]: [url for url in urls if url == one["url"] or url.startswith(f"{one['url']}claims/")]
        for one in subjects
    }

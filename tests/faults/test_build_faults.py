"""Whole builds that are killed, interrupted or run out of something: the last site stays complete."""

import errno
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from briefing.cli import run

BRIEFING = """name: {en: One small briefing}
url: https://one.example/
language: en
as_of: 2026-11-22
currency: JPY
"""
FAULTS = (errno.ENOSPC, errno.EROFS, errno.EIO, errno.EMFILE)


@pytest.fixture
def briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with a small briefing, as the working folder."""
    (tmp_path / "data" / "companies").mkdir(parents=True)
    (tmp_path / "data" / "briefing.yml").write_text(BRIEFING, encoding="utf-8")
    describe(tmp_path, "anvils")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def describe(briefing: Path, product: str) -> None:
    text = f"name: {{en: Acme Corporation}}\ndescribes: A maker of {product}.\n"
    (briefing / "data/companies/acme.yml").write_text(text, encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def lasting(site: Mapping[str, bytes]) -> set[str]:
    """Return the files of a site but for the shards of its search, which follow the words on its pages."""
    return {path for path in site if not path.startswith("search/text/")}


def left_behind(briefing: Path) -> set[str]:
    """Return what a build should have taken away; it keeps images for the next one, and loses nothing with them."""
    return {path.name for path in briefing.iterdir()} - {"data", "site", "log", ".briefing"}


class Faults:
    """Lets the n-th opening of a file of the new site fail, while it is told to."""

    def __init__(self) -> None:
        self.left = -1
        self.trouble: BaseException = OSError()

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.left < 0 or event not in ("open", "os.rename") or ".site.briefing/" not in str(arguments[0]):
            return
        self.left -= 1
        if self.left < 0:
            raise self.trouble


@pytest.fixture(scope="module")
def faults() -> Iterator[Faults]:
    injected = Faults()
    sys.addaudithook(injected)
    yield injected
    injected.left = -1


def build_under(faults: Faults, steps: int, trouble: BaseException) -> int:
    faults.left, faults.trouble = steps, trouble
    try:
        return run(["build"])
    finally:
        faults.left = -1


def test_faults_end_with_3_and_interrupts_with_130_and_the_old_site_stays(
    briefing: Path, faults: Faults, count: Callable[[int], int]
) -> None:
    assert run(["build"]) == 0
    before = tree(briefing / "site")
    describe(briefing, "rockets")
    chosen = random.Random(11)
    for number in range(count(300)):
        interrupt = number % 5 == 4
        trouble = KeyboardInterrupt() if interrupt else OSError(FAULTS[number % 4], "injected")
        assert build_under(faults, chosen.randrange(60), trouble) == (130 if interrupt else 3)
        assert tree(briefing / "site") == before
        assert left_behind(briefing) == set()
    assert run(["build"]) == 0
    assert b"rockets" in (briefing / "site/companies/acme/index.html").read_bytes()


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "briefing", *arguments]


def start(briefing: Path, *arguments: str, limit: Callable[[], None] | None = None) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.Popen(
        command(*arguments),
        cwd=briefing,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=limit,
    )


def test_killed_at_any_time_the_site_is_the_old_or_the_new(briefing: Path, count: Callable[[int], int]) -> None:
    began = time.monotonic()
    with start(briefing, "build") as build:
        assert build.wait() == 0
    usual = time.monotonic() - began
    old = tree(briefing / "site")
    chosen = random.Random(7)
    for number in range(count(60)):
        describe(briefing, f"version {number}")
        with start(briefing, "build") as build:
            time.sleep(usual * chosen.uniform(0.3, 1.05))
            build.kill()
            build.communicate()
        now = tree(briefing / "site")
        if now != old:
            assert f"version {number}".encode() in now["companies/acme/index.html"]
            assert lasting(now) == lasting(old)
            old = now
    assert run(["build"]) == 0
    assert f"version {count(60) - 1}".encode() in (briefing / "site/companies/acme/index.html").read_bytes()
    assert left_behind(briefing) == set()


def test_a_full_disk_ends_with_3(briefing: Path) -> None:
    assert run(["build"]) == 0
    before = tree(briefing / "site")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    with start(briefing, "build", limit=limit) as build:
        _, complaint = build.communicate()
    assert build.returncode == 3, complaint
    assert b"Traceback" not in complaint
    assert tree(briefing / "site") == before


def test_two_builds_at_once_leave_one_site_and_the_other_ends_with_4(briefing: Path) -> None:
    builds = [start(briefing, "build") for _ in range(3)]
    codes = []
    for build in builds:
        build.communicate()
        codes.append(build.returncode)
    assert 0 in codes
    assert set(codes) <= {0, 4}
    assert (briefing / "site/companies/acme/index.html").is_file()
    assert left_behind(briefing) == set()


def test_data_that_break_during_a_build_are_not_published(briefing: Path) -> None:
    assert run(["build"]) == 0
    before = tree(briefing / "site")
    (briefing / "data/companies/acme.yml").write_text("name: [", encoding="utf-8")
    assert run(["build"]) == 1
    assert tree(briefing / "site") == before


def test_foreign_folders_end_with_2(briefing: Path) -> None:
    (briefing / "thesis").mkdir()
    (briefing / "thesis" / "chapter.txt").touch()
    for out in ("thesis", ".", "..", "/", "data", "data/site"):
        for name in ("build", "generate"):
            assert run([name, "--out", out]) == 2, (name, out)
    assert tree(briefing / "thesis") == {"chapter.txt": b""}
    assert left_behind(briefing) == {"thesis"}

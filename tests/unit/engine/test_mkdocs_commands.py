"""`mkdocs build` and `mkdocs serve` by themselves: data with errors never harms what was good."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.preview import ACME, BRIEFING, BROKEN, heed_interrupts

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    """Give a folder with a small briefing and the mkdocs.yml of this repository."""
    (tmp_path / "data" / "companies").mkdir(parents=True)
    (tmp_path / "data" / "briefing.yml").write_text(BRIEFING, encoding="utf-8")
    (tmp_path / "data" / "companies" / "acme.yml").write_text(ACME, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    settings = (ROOT / "generator/briefing/engine/mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("custom_dir: theme", f"custom_dir: {ROOT}/generator/briefing/engine/theme")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return tmp_path


def mkdocs(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]


ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT / "generator")}


def build(briefing: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(mkdocs("build"), cwd=briefing, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_mkdocs_build_builds_the_whole_site_without_writing_pages(briefing: Path) -> None:
    done = build(briefing)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    page = (briefing / "site/companies/acme/index.html").read_text(encoding="utf-8")
    assert "A maker of anvils" in page
    # Nothing here is named in Japanese.
    everywhere = [file.read_text(encoding="utf-8") for file in (briefing / "site").rglob("*.html")]
    assert len(everywhere) > 10
    assert [text for text in everywhere if re.search("Japan|kana|日本", text)] == []
    assert (briefing / "site/api/v1/index.json").is_file()
    # What the theme brings for its own search and script, which no page of ours starts.
    assert not (briefing / "site/assets/javascripts").exists()
    assert list((briefing / "docs").iterdir()) == []


def test_data_errors_stop_mkdocs_build_and_leave_the_last_site(briefing: Path) -> None:
    build(briefing)
    before = tree(briefing / "site")
    (briefing / "data/companies/acme.yml").write_text(BROKEN, encoding="utf-8")
    done = build(briefing)
    assert done.returncode == 1
    assert "data/companies/acme.yml:" in done.stdout
    assert "error[" in done.stdout
    assert "Traceback" not in done.stderr
    assert tree(briefing / "site") == before


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture
def serve(briefing: Path) -> Iterator[Callable[[], str]]:
    """Give a function that starts MkDocs' own preview and returns its address."""
    started: list[subprocess.Popen[str]] = []

    def start() -> str:
        port = free_port()
        command = mkdocs("serve", "--dev-addr", f"127.0.0.1:{port}")
        environment = {**ENVIRONMENT, "TMPDIR": str(briefing)}
        with (briefing / "log").open("w", encoding="utf-8") as log:
            process = subprocess.Popen(
                command, cwd=briefing, env=environment, stdout=log, stderr=log, text=True, preexec_fn=heed_interrupts
            )
            started.append(process)
        return f"http://127.0.0.1:{port}/"

    yield start
    for process in started:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) in (0, 130)


def wait_for(url: str, found: Callable[[str], bool], seconds: float = 30) -> str:
    end = time.monotonic() + seconds
    text = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                text = answer.read().decode()
        except urllib.error.HTTPError as answer:
            text = answer.read().decode()
        except OSError:
            text = ""
        if found(text):
            return text
        time.sleep(0.1)
    pytest.fail(f"{url} never showed it; last: {text[-2000:]}")


def write_whole(path: Path, text: str) -> None:
    """Replace a file as editors do."""
    aside = path.with_name(".aside")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def test_the_preview_keeps_the_last_good_pages_while_data_is_broken(briefing: Path, serve: Callable[[], str]) -> None:
    acme = briefing / "data/companies/acme.yml"
    url = serve() + "companies/acme/"
    wait_for(url, lambda text: "maker of anvils" in text)
    write_whole(acme, BROKEN)
    text = wait_for(url, lambda text: "briefing-findings" in text)
    assert "maker of anvils" in text
    assert "data/companies/acme.yml:" in text
    assert "<b>broken" not in text
    write_whole(acme, ACME.replace("anvils", "rockets"))
    text = wait_for(url, lambda text: "maker of rockets" in text)
    assert "briefing-findings" not in text
    (briefing / "data/briefing.yml").unlink()
    wait_for(url, lambda text: "briefing-findings" in text and "maker of rockets" in text)
    write_whole(briefing / "data/briefing.yml", BRIEFING)
    acme.unlink()
    wait_for(url, lambda text: "maker of rockets" not in text and "briefing-findings" not in text)


def test_the_preview_starts_with_broken_data_and_clears_itself(briefing: Path, serve: Callable[[], str]) -> None:
    acme = briefing / "data/companies/acme.yml"
    acme.write_text(BROKEN, encoding="utf-8")
    url = serve()
    text = wait_for(url, lambda text: "briefing-findings" in text)
    assert "data/companies/acme.yml:" in text
    write_whole(acme, ACME)
    assert "briefing-findings" not in wait_for(url + "companies/acme/", lambda text: "maker of anvils" in text)

"""The host's own build, without a network: it does what `netlify.toml` says, and the next is given the last.

Its program has 420 MB, and is in no lock: `npm install --global netlify-cli` (26.2.0) brings it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKEFILE = f"""\
.PHONY: check-data site
check-data:
\t{sys.executable} -m briefing check
site:
\t{sys.executable} -m briefing build $(BUILD_FLAGS) --timings
"""
"""What the real one runs once everything is installed, which would take the network."""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "netlify", tmp_path / "netlify")
    shutil.copytree(ROOT / "tests" / "sites" / "two_papers", tmp_path / "data")
    shutil.copy(ROOT / "netlify.toml", tmp_path)
    (tmp_path / "Makefile").write_text(MAKEFILE, encoding="utf-8")
    for words in ("init -q", "add -A", "-c user.name=t -c user.email=t@example.org commit -qm first"):
        subprocess.run(["git", *words.split()], cwd=tmp_path, check=True)
    return tmp_path


def build(repository: Path, context: str) -> subprocess.CompletedProcess[str]:
    """Run the host's build in a fresh checkout: what the last one left is gone, but for the host's own store."""
    program = shutil.which("netlify")
    if program is None:
        pytest.skip("netlify-cli is not installed")
    for name in ("site", ".briefing"):
        shutil.rmtree(repository / name, ignore_errors=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "CI": "1"}
    words = [program, "build", "--offline", "--context", context]
    return subprocess.run(words, cwd=repository, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.soak
def test_the_host_builds_a_preview_and_gives_the_next_build_what_it_left(repository: Path) -> None:
    first, second = build(repository, "deploy-preview"), build(repository, "deploy-preview")
    assert (first.returncode, second.returncode) == (0, 0), first.stdout + second.stdout
    assert "restored false" in first.stdout
    assert "restored true" in second.stdout
    assert "0 made" in second.stdout + second.stderr
    assert (repository / "site" / "_headers").read_text("utf-8").count("X-Robots-Tag: noindex") == 1


@pytest.mark.soak
def test_data_with_an_error_are_not_published(repository: Path) -> None:
    (repository / "data" / "companies" / "lone-mill.yml").write_text("name: {}\n", encoding="utf-8")
    done = build(repository, "production")
    assert done.returncode != 0
    assert "lone-mill.yml" in done.stdout + done.stderr
    assert not (repository / "site").exists()

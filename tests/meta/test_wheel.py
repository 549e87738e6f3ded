"""The wheel alone makes a site: built, unpacked into an empty folder, and used away from the repository."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.meta.repository import repository_files

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "generator"
BUILT_FROM = ("pyproject.toml", "README.md", "LICENSE", "NOTICE", "requirements.in")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of what it is built from; setuptools leaves its traces beside the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in BUILT_FROM:
        shutil.copy(ROOT / name, folder)
    shutil.copytree(SOURCE, folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", "wheels"]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", *options, "."]
    done = subprocess.run(pip, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    (built,) = (folder / "wheels").glob("*.whl")
    return built


def test_the_wheel_holds_the_committed_files_and_no_others(wheel: Path) -> None:
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    committed = {file.relative_to(SOURCE).as_posix() for file in repository_files() if SOURCE in file.parents}
    assert {"briefing/py.typed", "briefing/engine/mkdocs.yml", "briefing/registry.yml"} <= shipped
    assert shipped == committed


def test_a_briefing_is_begun_and_built_with_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    environment = {**os.environ, "PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1"}

    def run(*words: str, folder: Path) -> str:
        done = subprocess.run(
            [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    home = run("-c", "import briefing; print(briefing.__file__)", folder=tmp_path).strip()
    assert Path(home).is_relative_to(installed)
    run("-m", "briefing", "init", "first", folder=tmp_path)
    run("-m", "briefing", "build", folder=tmp_path / "first")
    site = tmp_path / "first" / "site"
    page = (site / "index.html").read_text(encoding="utf-8")
    assert "assets/briefing.css" in page
    assert (site / "assets" / "briefing.css").is_file()
    # The mark of the header lies in a folder with a dot before its name, which packagers like to forget.
    assert "<svg" in page[page.index("md-header__button md-logo") :][:400]

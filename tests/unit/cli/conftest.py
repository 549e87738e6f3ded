"""Data folders to work in: of one article, of two that differ, and the latter as a repository of git."""

from pathlib import Path

import pytest

from tests.unit.cli.small_data import FILES, SMALL, git, write_data


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_data(tmp_path / "data", SMALL)
    return tmp_path / "data"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_data(tmp_path / "data", FILES)
    return tmp_path


@pytest.fixture
def repository(folder: Path) -> Path:
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "first")
    return folder

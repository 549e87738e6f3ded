"""The workflows of continuous integration, read by programs that know what goes wrong there, without a network."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
OLD_ACTION = """
name: old
on: push
permissions: {}
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
"""


def run(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(BIN / name), *words], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def audit(*paths: Path) -> subprocess.CompletedProcess[str]:
    return run("zizmor", "--offline", "--no-progress", "--color=never", *map(str, paths))


def lint(*paths: Path) -> subprocess.CompletedProcess[str]:
    return run("actionlint", "-no-color", "-shellcheck=", "-pyflakes=", *map(str, paths))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_is_wrong_with_a_workflow(path: Path) -> None:
    for done in (audit(path), lint(path)):
        assert done.returncode == 0, done.stdout + done.stderr


def test_an_action_by_its_tag_on_a_node_that_is_gone_would_be_found(tmp_path: Path) -> None:
    old = tmp_path / ".github" / "workflows" / "old.yml"
    old.parent.mkdir(parents=True)
    old.write_text(OLD_ACTION, encoding="utf-8")
    found = audit(old)
    assert found.returncode != 0
    assert {"unpinned-uses", "artipacked"} <= set(found.stdout.replace("[", " ").replace("]", " ").split())
    found = lint(old)
    assert found.returncode == 1
    assert "node20" in found.stdout

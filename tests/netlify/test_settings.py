"""What the host makes of `netlify.toml`, by its own reader, and what our plugin keeps from one build to the next."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.netlify.test_rules import parse

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
READER = HERE / "node_modules" / "@netlify" / "config" / "bin.js"


def node(*words: str) -> str:
    program = shutil.which("node")
    if program is None:
        pytest.skip("no Node: run scripts/install-node-tests.sh")
    done = subprocess.run([program, *words], capture_output=True, encoding="utf-8", check=True, timeout=60)
    return done.stdout


def read_settings(context: str) -> dict[str, Any]:
    if not READER.is_file():
        pytest.skip("no reader of the host's settings: run scripts/install-node-tests.sh (needs Node)")
    words = ("--offline", f"--context={context}", f"--repositoryRoot={ROOT}", "--branch=any")
    config: dict[str, Any] = json.loads(node(str(READER), *words))["config"]
    return config


def test_what_is_published_is_checked_as_data_and_waits_for_no_check_of_code() -> None:
    settings = read_settings("production")
    assert settings["build"]["command"] == "make check-data site"
    assert Path(settings["build"]["publish"]) == ROOT / "site"
    assert [plugin["package"] for plugin in settings["plugins"]] == ["./netlify/plugins/keep-last-build"]
    assert (ROOT / settings["plugins"][0]["package"] / "manifest.yml").is_file()


@pytest.mark.parametrize("context", ["deploy-preview", "branch-deploy"])
def test_a_preview_has_its_own_address_and_stays_out_of_search_engines(context: str, tmp_path: Path) -> None:
    command = read_settings(context)["build"]["command"]
    builds, _, adds_rule = command.partition(" && ")
    assert builds == 'make check-data site BUILD_FLAGS="--site-url $DEPLOY_PRIME_URL/"'
    site = tmp_path / "site"
    site.mkdir()
    (site / "_headers").write_text("/*\n  X-Frame-Options: DENY\n", encoding="utf-8")
    (site / "_redirects").touch()
    subprocess.run(["bash", "-c", adds_rule], cwd=tmp_path, check=True, timeout=60)
    parsed = parse(site)
    assert parsed["errors"] == []
    for_all = [rule["values"] for rule in parsed["headers"] if rule["for"] == "/*"]
    assert for_all == [{"X-Frame-Options": "DENY"}, {"X-Robots-Tag": "noindex"}]


def test_a_build_finds_what_the_one_before_it_left(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    said = node(str(HERE / "keep.cjs"), str(ROOT), str(tmp_path / "work"), str(tmp_path / "kept"))
    assert said.splitlines() == ["restored false", "saved true", "restored true", "saved true"]
    for name in (".briefing", "site"):
        assert (tmp_path / "kept" / name / "made").read_text("utf-8") == "first second"

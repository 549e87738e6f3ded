"""The repository itself: commands, hosting and documents say the same thing, and nothing of any one machine."""

import os
import re
import subprocess
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import yaml

from tests.every import every
from tests.meta.repository import repository_files

ROOT = Path(__file__).resolve().parents[2]
MACHINE_PATH = re.compile(r"(?<![\w.:/*-])/(?:root|opt|work|home/\w+|Users/\w+)/")
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs|npmjs\.org|crates\.io/api|proxy\.golang|deb\.debian\.org"
)
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "manual", "decisions"]


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def documents() -> list[Path]:
    return [
        file for name in DOCUMENTS for file in ([ROOT / name] if name.endswith(".md") else (ROOT / name).glob("*.md"))
    ]


def test_no_lock_format_that_records_addresses_is_committed() -> None:
    names = {file.name for file in repository_files()}
    assert not names & {"uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock"}


def test_nothing_is_committed_that_the_repository_leaves_out() -> None:
    """What builds keep for themselves, above all: a test that builds in here would commit it with the next change."""
    command = ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout == ""


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = []
    for file in repository_files():
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="ignore").splitlines(), start=1):
            if MACHINE_PATH.search(line) or REGISTRY.search(line):
                found.append(f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("target", ["site", "test", "check", "serve", "soak", "mutants", "clean", "lock"])
def test_make_knows_its_targets(target: str) -> None:
    assert re.search(rf"^{target}:.*## \S", text("Makefile"), re.MULTILINE)
    dry = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True)
    assert dry.returncode == 0, dry.stderr


def test_make_calls_no_pip_once_the_locks_are_installed() -> None:
    def planned(target: str) -> str:
        return subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    stamps = [*ROOT.glob(".venv/.dev-*"), *ROOT.glob(".venv/.runtime-*"), *ROOT.glob(".venv/.command-*")]
    if len(stamps) != 3 or "pip install" in planned("test"):
        pytest.skip("this environment was not made by `make test`")
    assert "pip install" not in planned("site")


@pytest.mark.parametrize("command", ["make site", "make test", "scripts/install-browser.sh"])
def test_the_readme_names_the_commands(command: str) -> None:
    assert command in text("README.md")


def test_the_readme_fits_one_screen() -> None:
    assert len(text("README.md").splitlines()) <= 50


@pytest.mark.parametrize("document", ["README.md", "manual/hosting.md", "Makefile"])
def test_readers_are_told_that_a_site_needs_a_server_and_how_to_start_one(document: str) -> None:
    content = text(document)
    assert "web server" in content
    assert "`make serve`" in content
    assert "python3 -m http.server -d site" in content
    assert not re.search(r"[Oo]pen `?site/index\.html", content)


def test_make_site_says_how_to_look_at_it() -> None:
    planned = subprocess.run(["make", "-n", "site"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    lines = [line for line in planned.splitlines() if line.startswith("echo") and "Installing" not in line]
    told = "".join(subprocess.run(["sh", "-c", line], capture_output=True, text=True).stdout for line in lines)
    assert "python3 -m http.server -d site" in told
    assert "make serve" in told


def test_hooks_are_local_and_run_what_make_check_runs() -> None:
    repos = yaml.safe_load(text(".pre-commit-config.yaml"))["repos"]
    assert [repo["repo"] for repo in repos] == ["local"]
    recipes = text("Makefile").replace("$(BIN)", ".venv/bin")
    for hook in repos[0]["hooks"]:
        assert hook["language"] == "system"
        # What --open leaves out fails no check; --layout is `briefing fmt --check` in the same process.
        assert set(hook.get("args", [])) <= {"--open", "--layout"}
        assert hook["entry"] == "make check" or f"\t{hook['entry']}" in recipes, hook["id"]


def test_ci_installs_the_browser_checks_and_tests() -> None:
    script = text(".ci/run")
    steps = [script.index(step) for step in ("scripts/install-browser.sh", "make check", "make test REQUIRE_BROWSER=1")]
    assert steps == sorted(steps)
    assert "set -euo pipefail" in script
    jobs = yaml.safe_load(text(".github/workflows/ci.yml"))["jobs"]
    assert any(step.get("run") == "bash .ci/run" for job in jobs.values() for step in job["steps"])


@pytest.mark.parametrize(
    "script",
    [".ci/run", "scripts/install-browser.sh", "scripts/lock.sh", "scripts/clean.sh", "scripts/install-node-tests.sh"],
)
def test_scripts_are_executable_and_stop_at_the_first_failure(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    assert "set -euo pipefail" in text(script)
    subprocess.run(["bash", "-n", ROOT / script], check=True)


def test_one_python_version_is_pinned_everywhere() -> None:
    pinned = text(".python-version").strip()
    netlify = tomllib.loads(text("netlify.toml"))
    assert netlify["build"]["environment"]["PYTHON_VERSION"] == pinned
    assert netlify["build"]["publish"] == "site"
    assert every("make check-data site" in part["command"] for part in (netlify["build"], *netlify["context"].values()))
    jobs = yaml.safe_load(text(".github/workflows/ci.yml"))["jobs"]
    assert pinned in next(iter(jobs.values()))["strategy"]["matrix"]["python"]
    assert tomllib.loads(text("pyproject.toml"))["project"]["requires-python"] == ">=3.11"


@pytest.mark.parametrize(
    ("cached", "skips"),
    [("", False), ("now", False), ("before data", False), ("0" * 40, False), ("before tests", True)],
)
def test_the_host_skips_a_build_only_when_nothing_it_builds_changed(tmp_path: Path, cached: str, skips: bool) -> None:
    def git(*arguments: str) -> str:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(file: str) -> str:
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text("x", encoding="utf-8")
        git("add", ".")
        git("commit", "-q", "-m", file)
        return git("rev-parse", "HEAD")

    git("init", "-q")
    first, data, tests = commit("README.md"), commit("data/a.yml"), commit("tests/test_a.py")
    named = {"now": tests, "before data": first, "before tests": data}
    command = tomllib.loads(text("netlify.toml"))["build"]["ignore"]
    environment = {**os.environ, "CACHED_COMMIT_REF": named.get(cached, cached), "COMMIT_REF": tests}
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True)
    assert (done.returncode == 0) is skips


def test_mkdocs_finds_the_plugin() -> None:
    plugin = entry_points(group="mkdocs.plugins")["briefing"].load()
    assert plugin.__module__ == "briefing.engine.plugin"


def test_the_architecture_names_every_layer() -> None:
    contracts = tomllib.loads(text("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    names = {name.strip(" ()") for layer in layers for name in layer.split("|")} - {"__main__"}
    missing = {name for name in names if f"`{name}" not in text("ARCHITECTURE.md")}
    assert not missing


@pytest.mark.parametrize("document", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_decisions_are_numbered_without_gaps_and_of_one_shape() -> None:
    files = sorted((ROOT / "decisions").glob("[0-9]*.md"))
    assert [file.name[:4] for file in files] == [f"{number:04}" for number in range(1, len(files) + 1)]
    for file in files:
        content = file.read_text(encoding="utf-8")
        assert every(f"## {part}" in content for part in ("Context", "Decision", "Consequences")), file.name


def test_conduct_of_git_with_line_ends_is_declared() -> None:
    assert "* text=auto eol=lf" in text(".gitattributes")

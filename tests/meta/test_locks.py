"""The locks: whole, without addresses, installed alike by every pip; and what the program asks for is what it uses."""

import ast
import os
import re
import shutil
import stat
import subprocess
import sys
import sysconfig
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.every import every
from tests.meta.toy_index import lock_of, write_index

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {"requirements.txt": "requirements.in", "requirements-dev.txt": "requirements-dev.in"}
MUTANTS = {"requirements-mutants.txt": "requirements-mutants.in"}
"""On top of the development lock, installed by `make mutants` alone."""
NOT_IMPORTED = {
    "mkdocs-material": "the theme; mkdocs.yml names it",
    "setuptools": "builds the editable install",
}
"""Packages of requirements.in that no module of the program imports, and what they are for."""
PIPS = ["23.0.1", "23.2.1", ""]
"""What Python 3.11 brought along over the years, and the newest."""


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def locked(path: str) -> dict[str, list[str]]:
    """Return what a lock pins: `name==version ; marker` to its hashes."""
    pins: dict[str, list[str]] = {}
    for line in text(path).replace("\\\n", " ").splitlines():
        if line and not line.startswith("#"):
            pin, *hashes = line.split("--hash=")
            pins[pin.strip()] = [each.strip() for each in hashes]
    return pins


def asked_for(source: str) -> list[Requirement]:
    return [Requirement(line) for line in text(source).splitlines() if re.match(r"[A-Za-z]", line)]


# ---- what stands in them


@pytest.mark.parametrize("lock", [*LOCKS, *MUTANTS])
def test_every_locked_package_has_hashes(lock: str) -> None:
    pins = locked(lock)
    assert len(pins) > 20
    for pin, hashes in pins.items():
        assert re.match(r"[a-z0-9.-]+(\[[a-z0-9,-]+\])?==\S+", pin), pin
        assert hashes, pin
        assert every(re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in hashes), pin


@pytest.mark.parametrize("lock", [*LOCKS, *MUTANTS])
def test_locks_name_no_address(lock: str) -> None:
    assert "://" not in text(lock)
    assert not re.search(r"^\s*--(?!hash)", text(lock), re.MULTILINE)


@pytest.mark.parametrize(("lock", "source"), [*LOCKS.items(), *MUTANTS.items()])
def test_locks_answer_what_is_asked_for(lock: str, source: str) -> None:
    versions: dict[str, list[str]] = {}
    for pin in locked(lock):
        requirement = Requirement(pin)
        versions.setdefault(canonicalize_name(requirement.name), []).append(next(iter(requirement.specifier)).version)
    asked = asked_for(source)
    assert asked
    for requirement in asked:
        found = versions.get(canonicalize_name(requirement.name), [])
        assert found, f"{requirement} is not in {lock}: run `make lock`"
        assert every(requirement.specifier.contains(version) for version in found), f"{requirement} but {found}"


def hashes(lock: str) -> dict[str, list[str]]:
    return {re.sub(r"\[.*?\]| ;.*", "", pin): hashes for pin, hashes in locked(lock).items()}


def test_the_development_lock_contains_the_runtime_lock() -> None:
    assert hashes("requirements.txt").items() <= hashes("requirements-dev.txt").items()


def test_what_mutants_need_moves_nothing_that_tests_need() -> None:
    development = hashes("requirements-dev.txt")
    names = {pin.partition("==")[0] for pin in development}
    shared = {pin for pin in hashes("requirements-mutants.txt") if pin.partition("==")[0] in names}
    assert shared
    assert shared <= set(development)


# ---- what the program asks for is what it uses


def imported_packages() -> set[str]:
    """Return the names of the packages that modules of the program import, wherever in them."""
    owners = packages_distributions()
    modules = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module.split(".")[0])
    foreign = modules - set(sys.stdlib_module_names) - {"briefing"}
    return {canonicalize_name(owner) for module in foreign for owner in owners[module]}


def test_every_package_that_is_asked_for_is_imported_or_has_its_reason() -> None:
    asked = {canonicalize_name(requirement.name) for requirement in asked_for("requirements.in")}
    assert asked - imported_packages() == set(NOT_IMPORTED)


def test_every_package_that_is_imported_is_asked_for() -> None:
    asked = {canonicalize_name(requirement.name) for requirement in asked_for("requirements.in")}
    assert imported_packages() <= asked


# ---- what they are held against once they are installed


def check_lock(lock: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "scripts" / "check_lock.py", lock]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment})


@pytest.mark.parametrize("lock", LOCKS)
def test_nothing_is_wrong_with_the_locks_as_they_are_installed(lock: str) -> None:
    done = check_lock(ROOT / lock)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.fixture(scope="module")
def toys(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Give a lock of made-up packages and the folder that the Makefile's line has installed them into."""
    folder = tmp_path_factory.mktemp("toys")
    lock = written_lock(folder)
    done = install(bundled_pip(), lock, folder / "index", folder / "installed")
    assert done.returncode == 0, done.stderr
    return lock, folder / "installed"


def test_a_lock_behind_the_registry_installs_with_the_pip_that_python_brings(toys: tuple[Path, Path]) -> None:
    lock, installed = toys
    whole = check_lock(lock, PYTHONPATH=str(installed))
    assert (whole.returncode, whole.stderr) == (0, "")


@pytest.mark.parametrize(
    ("pattern", "instead", "fault"),
    [
        (r"measure\[tables\]", "measure", "without that extra"),
        (r"(?m)^tables==1\.0 .*\n.*\n", "", "measure needs tables>=1"),
        (r"\]==1\.0", "]==0.9", "1.0 is installed"),
        (r"tester==1\.0", "another==1.0", "another==1.0 is not installed"),
    ],
    ids=["an extra stripped", "a package left out", "another version", "another package"],
)
def test_a_lock_that_is_not_whole_is_found_out(
    tmp_path: Path, toys: tuple[Path, Path], pattern: str, instead: str, fault: str
) -> None:
    lock, installed = toys
    altered = re.sub(pattern, instead, lock.read_text(encoding="utf-8"))
    (tmp_path / "lock.txt").write_text(altered, encoding="utf-8")
    broken = check_lock(tmp_path / "lock.txt", PYTHONPATH=str(installed))
    assert broken.returncode == 1
    assert fault in broken.stderr


def test_an_extra_has_one_name_however_it_is_written(tmp_path: Path) -> None:
    """`html_clean` and `html-clean` are one extra; registries have both."""
    info = tmp_path / "reader-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: reader\nVersion: 1.0\nRequires-Dist: pip[as_is]\n")
    lock = tmp_path / "lock.txt"
    lock.write_text("reader==1.0\npip[as-is]>=1\n", encoding="utf-8")
    assert check_lock(lock, PYTHONPATH=str(tmp_path)).stderr == ""


# ---- what installs them


def install_words() -> list[str]:
    """Return what the Makefile has pip do with the development lock, without the lock's name."""
    (line,) = re.findall(r"^\t\$\(PIP_INSTALL\) (.*) -r requirements-dev\.txt$", text("Makefile"), re.MULTILINE)
    (pip,) = re.findall(r"^PIP_INSTALL := \$\(BIN\)/python -m pip (.*)$", text("Makefile"), re.MULTILINE)
    return [*pip.split(), *line.split()]


def bundled_pip() -> Path:
    """Return the wheel of the pip that new environments of this Python begin with."""
    import ensurepip

    folders = [Path(ensurepip.__file__).parent / "_bundled", sysconfig.get_config_var("WHEEL_PKG_DIR")]
    wheels = [wheel for folder in filter(None, folders) for wheel in sorted(Path(folder).glob("pip-*.whl"))]
    if not wheels:
        pytest.skip("this Python brings no pip along")
    return wheels[-1]


def install(
    pip: Path, lock: Path, index: Path, target: Path, words: list[str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Install a lock from a folder of wheels, as the Makefile does, with one pip and no settings of this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    command = [sys.executable, pip / "pip", *(words or install_words()), "--no-index", "--find-links", index]
    return subprocess.run(
        [*command, "--target", target, "-r", lock],
        env={**kept, "PIP_CONFIG_FILE": os.devnull, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
    )


def written_lock(folder: Path, *, extras: bool = True) -> Path:
    pins = write_index(folder / "index")
    lock = folder / "lock.txt"
    lock.write_text(lock_of(pins) if extras else lock_of(pins).replace("[tables]", ""), encoding="utf-8")
    return lock


def test_a_lock_without_extras_is_refused_as_soon_as_the_registry_moves_on(tmp_path: Path) -> None:
    """What the two options of the Makefile and of scripts/lock.sh are for."""
    lock = written_lock(tmp_path, extras=False)
    resolving = [word for word in install_words() if word != "--no-deps"]
    assert resolving != install_words()
    done = install(bundled_pip(), lock, tmp_path / "index", tmp_path / "installed", resolving)
    assert done.returncode != 0
    assert "--no-strip-extras" in text("scripts/lock.sh")
    assert install(bundled_pip(), lock, tmp_path / "index", tmp_path / "second").returncode == 0
    assert "without that extra" in check_lock(lock, PYTHONPATH=str(tmp_path / "second")).stderr


@pytest.mark.soak
@pytest.mark.parametrize("version", PIPS, ids=["23.0.1", "23.2.1", "newest"])
def test_the_real_lock_and_one_behind_the_registry_install_with_every_pip(tmp_path: Path, version: str) -> None:
    wanted = f"pip=={version}" if version else "pip"
    fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", tmp_path, wanted]
    if subprocess.run(fetch, capture_output=True).returncode:
        pytest.skip("no network")
    (pip,) = tmp_path.glob("pip-*.whl")
    done = install(pip, written_lock(tmp_path), tmp_path / "index", tmp_path / "installed")
    assert done.returncode == 0, done.stderr
    options = [*install_words(), "--dry-run", "--ignore-installed"]
    real = [sys.executable, pip / "pip", *options, "-r", ROOT / "requirements-dev.txt"]
    done = subprocess.run(real, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


# ---- what is remembered of an installed lock

FAKE_PYTHON = """\
#!/bin/sh
echo "$*" >> calls
case "$*" in
  *"pip install"*requirements*) test ! -e broken ;;
esac
"""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Give a folder with the Makefile, the locks and an environment whose Python only writes down what it is told."""
    for name in ("Makefile", "pyproject.toml", *copied_files()):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(FAKE_PYTHON, encoding="utf-8")
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    (python.parent / "briefing").symlink_to("python")
    return tmp_path


def copied_files() -> list[str]:
    return ["generator/briefing/__init__.py", *(path.name for path in ROOT.glob("requirements*.txt"))]


def make(folder: Path, target: str) -> tuple[int, str]:
    """Run a target; return its code, and what the environment's Python was told to do meanwhile."""
    (folder / "calls").write_text("", encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(["make", target], cwd=folder, env=kept, capture_output=True, text=True)
    return done.returncode, (folder / "calls").read_text(encoding="utf-8")


@pytest.mark.parametrize(("target", "lock"), [("test", "requirements-dev.txt"), ("site", "requirements.txt")])
def test_an_install_that_fails_leaves_a_good_environment_remembered(made: Path, target: str, lock: str) -> None:
    code, calls = make(made, target)
    assert code == 0
    assert f"-r {lock}" in calls
    stamps = {path.name for path in made.glob(".venv/.*-*")}
    good = (made / lock).read_text(encoding="utf-8")
    (made / lock).write_text(f"{good}# another\n", encoding="utf-8")
    (made / "broken").touch()
    code, calls = make(made, target)
    assert code != 0
    assert f"-r {lock}" in calls
    assert {path.name for path in made.glob(".venv/.*-*")} == stamps
    (made / lock).write_text(good, encoding="utf-8")
    code, calls = make(made, target)
    assert (code, "pip" in calls) == (0, False)


def test_what_mutants_need_is_installed_on_top_and_once(made: Path) -> None:
    code, calls = make(made, "mutants")
    assert code == 0
    assert calls.index("-r requirements-dev.txt") < calls.index("-r requirements-mutants.txt")
    code, calls = make(made, "mutants")
    assert (code, "pip" in calls, "scripts/mutants.py" in calls) == (0, False, True)
    code, calls = make(made, "test")
    assert (code, "pip" in calls) == (0, False)

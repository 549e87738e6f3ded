"""A rule is one file: one more module with its cases is all that a new rule takes, in this package or in another.

`new_rule/` holds such a module and such cases. They are laid into a copy of the program; nothing else of it is touched.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from briefing.dataset.conflicts.rule_table import ENTRY_POINTS, RULES, order_rules
from briefing.dataset.rule_base.unfit import RuleUnfit
from tests.rule_cases import files_of, read, sources_of

ROOT = Path(__file__).resolve().parents[2]
NEW = Path(__file__).parent / "new_rule"
CODE = "operator-named"
MODULE = "operator_named.py"
TESTS = ("tests/golden/test_rules.py", "tests/meta/test_codes.py")
COPIED = (
    "generator", "tests/golden", "tests/meta", "tests/conftest.py", "tests/chromium.py", "tests/rule_cases.py",
    "paper/chromium.py", "pyproject.toml",
)  # fmt: skip


def run(*words: str, path: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([sys.executable, *words], cwd=cwd, env=environment, capture_output=True, text=True)


def said_by(*words: str, path: str, cwd: Path) -> str:
    done = run("-m", "briefing", *words, path=path, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def write_data(folder: Path, case: str) -> None:
    for path, content in sources_of(files_of(read(NEW / "cases" / f"{case}.yml"))).items():
        (folder / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / path).write_bytes(content)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with the new rule and its cases, and the data of a case."""
    folder = tmp_path_factory.mktemp("copy")
    for name in COPIED:
        (folder / name).parent.mkdir(exist_ok=True)
        copy_it = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy_it(ROOT / name, folder / name)
    shutil.copy(NEW / MODULE, folder / "generator/briefing/dataset/rules")
    shutil.copytree(NEW / "cases", folder / "tests/golden/rules" / CODE)
    write_data(folder, "two-articles")
    return folder


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds another package, installed, whose entry point is the new rule; and the data of a case."""
    folder = tmp_path_factory.mktemp("newsroom")
    shutil.copy(NEW / MODULE, folder)
    install(folder, f"operator = {MODULE.removesuffix('.py')}:RULE\n")
    write_data(folder, "two-articles")
    return folder


def install(folder: Path, entry_points: str) -> None:
    (folder / "newsroom-1.0.dist-info").mkdir()
    (folder / "newsroom-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: newsroom\nVersion: 1.0\n")
    (folder / "newsroom-1.0.dist-info/entry_points.txt").write_text(f"[{ENTRY_POINTS}]\n{entry_points}")


@pytest.fixture(params=["copy", "newsroom"])
def place(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """Where the new rule is, and the path on which the program and the rule are found."""
    folder: Path = request.getfixturevalue(request.param)
    if request.param == "copy":
        return folder, str(folder / "generator")
    return folder, os.pathsep.join([str(ROOT / "generator"), str(folder)])


def test_a_new_rule_is_run_and_explained(place: tuple[Path, str]) -> None:
    folder, path = place
    checked = said_by("check", "--data", "data", path=path, cwd=folder)
    assert f"conflict[{CODE}]: North Bay fab, operated by: Acme (The Gazette and The Herald)" in checked
    assert "open; ask who operates it; else a judgement" in checked
    assert said_by("explain", CODE, path=path, cwd=folder).startswith(f"conflict[{CODE}]: several articles that name")
    assert f"\n{CODE} " in said_by("explain", "--list", path=path, cwd=folder)
    assert f'"id": "{CODE}"' in said_by("check", "--data", "data", "--format", "sarif", path=path, cwd=folder)


def test_a_new_rule_is_shown_on_pages(place: tuple[Path, str]) -> None:
    folder, path = place
    shutil.rmtree(folder / "tree", ignore_errors=True)
    said_by("generate", "--data", "data", "--out", "tree", path=path, cwd=folder)
    pages = [page.read_text("utf-8") for page in folder.glob("tree/**/*.md")]
    assert any("is Acme a good operator?" in page for page in pages)
    by_label = [page for page in pages if "An operator that is named" in page]
    assert any("several articles that name who operates a thing" in page for page in by_label)


def test_the_tests_of_all_rules_take_in_a_new_one(copy: Path) -> None:
    chosen = f"{CODE} or belongs_to_a_rule or has_a_case or is_a_code_of_its_severity"
    done = run(
        "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS, "-k", chosen, path=f"generator{os.pathsep}.", cwd=copy
    )
    assert done.returncode == 0, done.stdout
    cases = len(list((NEW / "cases").glob("*.yml")))
    # Three tests of each case, one of the rule, three that hold rules, codes and cases against each other.
    assert f"{3 * cases + 1 + 3} passed" in done.stdout


def test_nothing_but_its_module_names_a_rule() -> None:
    """Words that are a code and something else besides are looked for with the words for rules alone."""
    also_words = {"stale", "stage-dropped"}
    codes = {rule.code for rule in RULES}
    assert len(codes) > 30
    named = {f'"{code}"' for code in codes - also_words}
    named |= {f'"{prefix}{code}"' for code in codes for prefix in ("rule-", "question-")}
    found = []
    for path in (ROOT / "generator").rglob("*.py"):
        if path.parent.name != "rules":
            text = path.read_text("utf-8")
            found += [f"{path.relative_to(ROOT)}: {name}" for name in named if name in text]
    assert found == []


# ---- order and misuse


def test_the_order_of_rules_is_theirs_and_not_that_of_files() -> None:
    codes = list(dict.fromkeys(rule.code for rule in RULES))
    assert codes[:3] == ["values-differ", "qualifiers-differ", "terms-differ"]
    assert codes[-1] == "editor-differs"
    assert codes != sorted(codes)
    rows = [tuple(rule for rule in RULES if rule.code == code) for code in codes]
    assert order_rules(reversed(rows)) == RULES


def test_a_rule_without_an_order_follows_all_others() -> None:
    late = replace(RULES[0], code="aaa", order=1000)
    assert order_rules([(late,), RULES[:2]]) == (*RULES[:2], late)


@pytest.mark.parametrize("code", [RULES[0].code, "ref-unknown"])
def test_a_code_stands_for_one_thing(code: str) -> None:
    with pytest.raises(RuleUnfit, match=f'"{code}" of a rule is taken'):
        order_rules([RULES[:2], (replace(RULES[0], code=code),)])


def test_rows_of_one_rule_bear_one_code() -> None:
    with pytest.raises(RuleUnfit, match="several codes"):
        order_rules([(RULES[0], replace(RULES[0], code="another"))])


@pytest.mark.parametrize(
    ("entry_point", "complaint"),
    [
        ("operator_named:find_operator_named", "is neither a Rule nor a tuple of them"),
        ("operator_named:NOTHING", "cannot be loaded"),
        ("no_such_module:RULE", "cannot be loaded"),
    ],
)
def test_a_package_that_offers_no_rule_is_told_so(tmp_path: Path, entry_point: str, complaint: str) -> None:
    shutil.copy(NEW / MODULE, tmp_path)
    install(tmp_path, f"operator = {entry_point}\n")
    path = os.pathsep.join([str(ROOT / "generator"), str(tmp_path)])
    done = run("-m", "briefing", "explain", "--list", path=path, cwd=tmp_path)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert "bug" not in done.stderr


def test_the_new_rule_of_these_tests_has_cases_as_any_rule_has() -> None:
    cases = [yaml.safe_load(path.read_text("utf-8")) for path in (NEW / "cases").glob("*.yml")]
    assert sum(bool(case["findings"]) for case in cases) >= 2
    assert sum(not case["findings"] for case in cases) >= 3

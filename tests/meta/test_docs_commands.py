"""The command lines of the documents, run one by one in a copy of the repository, as a reader would type them (E27)."""

import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.every import every

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [
    "README.md",
    "CONTRIBUTING.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "manual").glob("*.md")),
]
PROGRAMS = r"(?:(?:\.venv/bin/)?(?:briefing|make|python -m|pip|pre-commit|pytest|mkdocs|git) \S|scripts/\S)"
NOT_RUN = {
    r"pip install": "needs the network",
    r"pre-commit": "a tool of the editor's own; tests/meta/test_repository.py reads the hooks",
    r"scripts/lock\.sh": "needs the network",
    r"scripts/install-": "needs the network, and root",
    r"briefing links": "needs the network; tests/unit/cli/test_links.py has servers of its own",
    r"python -m scripts\.canaries": "needs the network; tests/meta/test_canaries.py has engines of its own",
    r"python scripts/nginx_conf\.py": "needs a built site; tests/meta/test_nginx_conf.py has one",
    r"mkdocs serve": "tests/unit/engine/test_mkdocs_commands.py runs it",
    r"python3 -m http\.server": "a server of Python's own, which does not end",
    r"pytest --update-golden": "rewrites the golden cases",
}
"""Commands that are not run, and why; the scripts among them must be there."""
COMPLETED = {
    "briefing check [FILE…]": "briefing check data/companies/tsmc.yml",
    "briefing check --captures DIR": "briefing check --captures captures",
    "briefing explain CODE": "briefing explain ref-unknown",
    "briefing generate --out DIR": "briefing generate --out pages",
    "briefing draft TEXTFILE": "briefing draft article.txt --publisher taipei-times --published 2026-11-19",
    "briefing diff OLD [NEW]": "briefing diff HEAD data",
    "briefing affected FILE…": "briefing affected data/companies/tsmc.yml",
    "briefing cite SLOT": "briefing cite chip-subsidies#amount-past-three-years",
    "briefing known --on DATE": "briefing known --on 2024-06",
    "briefing new KIND NAME": "briefing new place Yokkaichi",
    "briefing init DIR": "briefing init another",
    "python -m briefing": "python -m briefing --help",
}
"""What a reader puts for the words in capitals."""
ARTICLE = "Rapidus aims for mass production in 2027.\n\nTSMC will spend $20 billion on a second plant, it said.\n"
SECONDS = 300


def command_lines(document: str) -> list[str]:
    """Return the lines of the shell blocks and the commands in running text, each once, in their order."""
    text = (ROOT / document).read_text(encoding="utf-8")
    found: list[str] = []
    for match in re.finditer(r"^ *```(\w*)\n(.*?)^ *```$|`([^`]+)`", text, re.DOTALL | re.MULTILINE):
        language, block, span = match.groups()
        if language == "sh":
            found.extend(line.partition(" # ")[0].strip() for line in block.splitlines())
        elif span and re.match(PROGRAMS, span):
            found.append(re.sub(r"\s+", " ", span))
    return [line for line in dict.fromkeys(found) if line]


def environment(copy: Path) -> dict[str, str]:
    who = {f"GIT_{role}_{what}": "t@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    paths = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": f"{ROOT / 'generator'}{os.pathsep}{ROOT}",
    }
    return {**os.environ, **who, **paths, "NO_MKDOCS_2_WARNING": "1", "HOME": str(copy.parent)}


@pytest.fixture(scope="module")
def first_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with all files of this one, an environment, and an article's text."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    copy = tmp_path_factory.mktemp("first") / "copy"
    for name in filter(None, listing.split("\0")):
        if not name.startswith("tests/") and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    for line in ("git init -q -b main", "git add -A", "git commit -qm first"):
        subprocess.run(line.split(), cwd=copy, env=environment(copy), check=True)
    (copy / ".venv").symlink_to(Path(sys.executable).parents[1])
    (copy / "captures").mkdir()
    (copy / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return copy


@pytest.fixture
def copy(first_copy: Path, tmp_path: Path) -> Path:
    """Return a repository of its own, as the first one was."""
    return Path(shutil.copytree(first_copy, tmp_path / "copy", symlinks=True))


def run(line: str, copy: Path) -> str:
    """Run one command line as its kind asks, and return what is wrong with it, or nothing."""
    bare = line.replace(".venv/bin/", "")
    if any(re.match(pattern, bare) for pattern in NOT_RUN):
        script = bare.split()[0]
        return f"{line}: no such script" if "/" in script and not os.access(copy / script, os.X_OK) else ""
    if bare.startswith("make "):
        # What a target runs installs, builds or tests: only that make knows it, and all that it asks for, is asked.
        return shell(re.sub(r"\bmake ", "make -n ", line), copy)
    if bare.startswith("python -m benchmarks"):
        return missing_options(bare, copy)
    if re.match(r"briefing serve\b", bare):
        return preview(bare, copy)
    return shell(COMPLETED.get(bare, bare), copy)


def shell(line: str, copy: Path) -> str:
    done = subprocess.run(
        ["bash", "-c", line], cwd=copy, env=environment(copy), capture_output=True, text=True, timeout=SECONDS
    )
    return "" if done.returncode == 0 else f"{line}: {done.returncode}: {(done.stdout + done.stderr)[-600:]}"


def missing_options(line: str, copy: Path) -> str:
    """Measures take minutes: hold their options against what they say of themselves."""
    module = line.split()[2]
    asked = ["python", "-m", module, "--help"]
    told = subprocess.run(asked, cwd=copy, env=environment(copy), capture_output=True, text=True).stdout
    unknown = [word for word in re.findall(r"--[a-z-]+", line) if word not in told]
    return f"{line}: {module} has no {unknown}" if unknown or not told else ""


def preview(line: str, copy: Path) -> str:
    """Start the preview, ask it for its first page, and end it; tests/preview.py ends one as its users do."""
    with subprocess.Popen(
        f"exec {line} --port 0", shell=True, cwd=copy, env=environment(copy), stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            address = re.search(r"http://\S+", process.stdout.readline())
            if address is None or "pages" not in process.stdout.readline():
                return f"{line}: no address, or no pages"
            with urllib.request.urlopen(address[0], timeout=SECONDS) as answer:
                status = answer.status
            return "" if status == 200 and process.poll() is None else f"{line}: {status}, {process.returncode}"
        finally:
            process.kill()


def lines_to_run(document: str) -> Iterator[str]:
    """Leave to the page of commands the one command that takes long, and what several documents give to the first."""
    earlier = {line for one in DOCUMENTS[: DOCUMENTS.index(document)] for line in command_lines(one)}
    for line in command_lines(document):
        if document == "manual/commands.md" if line == "briefing build" else line not in earlier:
            yield line


@pytest.mark.parametrize("document", [one for one in DOCUMENTS if [*lines_to_run(one)]])
def test_every_command_line_of_a_document_works(document: str, copy: Path) -> None:
    wrong = [told for line in lines_to_run(document) if (told := run(line, copy))]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "line", ["briefing chek", "briefing check --opened", "make no-such-thing", "scripts/no-such.sh",
             "python -m benchmarks.run --no-such", "scripts/install-nothing.sh", "briefing explain no-such-code"],
)  # fmt: skip
def test_a_command_line_that_does_not_work_is_noticed(line: str, copy: Path) -> None:
    assert run(line, copy)


def test_documents_give_commands_where_readers_need_them() -> None:
    blocks = {one: len(re.findall(r"^ *```sh$", (ROOT / one).read_text("utf-8"), re.MULTILINE)) for one in DOCUMENTS}
    assert blocks["CONTRIBUTING.md"] >= 10
    assert every(blocks[one] for one in ("README.md", "manual/drafting.md", "manual/hosting.md"))
    assert len(command_lines("manual/commands.md")) > 20

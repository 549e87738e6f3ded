"""A site built after any edits, with whatever earlier builds left, is byte for byte that of a clean build."""

import functools
import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from benchmarks.sample import make_sample
from briefing.edges.pages import docs_of, read_written
from briefing.engine.build import SiteFailed, build_site
from briefing.engine.content import generate_content
from briefing.finishing import sheets, styles
from briefing.pipeline import plan_files, prepare
from tests.property.test_workspace import Sources, edited
from tests.small_briefing import files_of

EDITS = 4
RUNS = 30
SEQUENCES = 10
"""How many each run goes through, in full; only the first belongs to every test run."""
SETTINGS = "site_name: x\ntheme: material\n"


def once(function: Callable[..., Any], key: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function, asked once for all calls of one ``key``."""
    known: dict[Any, Any] = {}

    def ask(*arguments: Any, **options: Any) -> Any:
        name = key(*arguments)
        if name not in known:
            known[name] = function(*arguments, **options)
        return known[name]

    return ask


@pytest.fixture(scope="module", autouse=True)
def theme_read_once() -> Iterator[None]:
    """Let all builds share what they read of the theme, which no edit changes: that is half the time of each."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(styles, "parse_sheet", functools.cache(sheets.parse_sheet))
        # Every build has an environment of its own, with the same settings.
        compiled = once(Environment.compile, lambda environment, *source: (type(environment), *source))
        patched.setattr(Environment, "compile", compiled)
        listed = once(FileSystemLoader.list_templates, lambda loader: tuple(loader.searchpath))
        patched.setattr(FileSystemLoader, "list_templates", lambda loader: list(listed(loader)))
        yield


class Killed(BaseException):
    """Whatever ends a process."""


def build(folder: Path, sources: Sources, name: str, *, clean: bool = False) -> bool:
    """Build the briefing as the command does; return whether there is a site of these data."""
    dataset = prepare(sources, publishing=True).dataset
    if dataset is None:
        return False
    written = read_written(docs_of(folder / "data")).files
    content = generate_content(dataset, sources, None, plan_files, written)
    try:
        build_site(content, folder / "data", folder / name, clean=clean)
    except SiteFailed:
        return False
    return True


def edit_around(rng: random.Random, folder: Path) -> None:
    """Change something beside the data: a page written by hand, the settings, what was built, or what was kept."""
    choice = rng.randrange(8)
    if choice == 0:
        number, text = rng.randrange(2), f"Note {rng.randrange(9)}"
        page = f"---\ntitle: {text}, {number}\ndescription: {text} of {number}\n---\n\n# {text}\n"
        (folder / "docs" / f"note-{number}.md").write_text(page, encoding="utf-8")
    elif choice == 1:
        (folder / "docs" / f"note-{rng.randrange(2)}.md").unlink(missing_ok=True)
    elif choice == 2:
        changed = f"copyright: Owner {rng.randrange(3)}\nextra: {{bare_host: {rng.choice(['true', 'false'])}}}\n"
        (folder / "mkdocs.yml").write_text(f"{SETTINGS}{changed}", encoding="utf-8")
    elif choice == 3:
        spoil(rng, folder / "site")
    elif choice == 4:
        spoil(rng, folder / ".briefing")


def spoil(rng: random.Random, folder: Path) -> None:
    """Cut off, replace or remove a file."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    if not files:
        return
    file = rng.choice(files)
    choice = rng.randrange(3)
    if choice == 0:
        file.write_bytes(file.read_bytes()[: rng.randrange(99)])
    elif choice == 1:
        file.write_bytes(rng.choice(files).read_bytes())
    elif not file.name.startswith(".briefing"):
        file.unlink()


def kill_once(monkeypatch: pytest.MonkeyPatch, rng: random.Random, folder: Path, sources: Sources) -> None:
    """Build, and be killed before the crawl, before the site is put in place, or before anything is kept of it."""
    step = rng.choice(["engine.build.crawl_site", "edges.publish._put_in_place", "engine.build.keep_known_pages"])
    with monkeypatch.context() as patched:
        patched.setattr(f"briefing.{step}", killed)
        try:
            build(folder, sources, "site")
        except Killed:
            return


def killed(*arguments: object, **options: object) -> None:
    raise Killed


def rename_a_subject(rng: random.Random, sources: Sources) -> None:
    """Give a subject another id wherever it stands, and redirect the old one."""
    subjects = [path for path in sorted(sources) if path.count("/") == 1 and not path.startswith(("articles", "publ"))]
    path = rng.choice(subjects)
    folder, old = path.removesuffix(".yml").split("/")
    new = f"{old}-{rng.randrange(3)}"
    sources[f"{folder}/{new}.yml"] = sources.pop(path)
    word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])".encode())
    for name in sources:
        sources[name] = word.sub(new.encode(), sources[name])
    lines = sources.get("redirects.yml", b"").replace(b"{}", b"")
    sources["redirects.yml"] = lines + f"{old}: {new}\n".encode()


def rename_a_kind(rng: random.Random, sources: Sources) -> None:
    """Call a kind of subjects by another word, on all of its pages and in the navigation of all others."""
    kept = [line for line in sources["briefing.yml"].decode().splitlines() if not line.startswith("kinds:")]
    kept.append(f"kinds: {{company: {{label_plural: Firms {rng.randrange(3)}}}}}")
    sources["briefing.yml"] = "\n".join([*kept, ""]).encode()


@pytest.mark.parametrize("run", [0, *[pytest.param(run, marks=pytest.mark.soak) for run in range(1, RUNS)]])
def test_a_site_after_edits_is_that_of_a_clean_build(
    run: int, count: Callable[[int], int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = make_sample(8, 5)
    built = 0
    first = 3 + run * SEQUENCES
    for seed in range(first, first + count(SEQUENCES)):
        rng, sources, folder = random.Random(seed), dict(start), tmp_path / str(seed)
        for name in ("data", "docs"):
            (folder / name).mkdir(parents=True)
        build(folder, sources, "site")
        for step in range(EDITS):
            edited(rng, sources, start)
            if rng.random() < 0.2:
                rng.choice([rename_a_subject, rename_a_kind])(rng, sources)
            edit_around(rng, folder)
            if rng.random() < 0.3:
                kill_once(monkeypatch, rng, folder, sources)
            if build(folder, sources, "site"):
                assert build(folder, sources, "clean", clean=True)
                assert files_of(folder / "site") == files_of(folder / "clean"), (seed, step)
                built += 1
        shutil.rmtree(folder)
    assert built > count(SEQUENCES) * EDITS / 3

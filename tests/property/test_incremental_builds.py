"""A site built after any edits, with whatever earlier builds left, is byte for byte that of a clean build."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.sample import make_sample
from briefing.edges.pages import docs_of, read_written
from briefing.engine.build import SiteFailed, build_site
from briefing.engine.content import generate_content
from briefing.pipeline import plan_files, prepare
from tests.property.test_workspace import Sources, edited
from tests.small_briefing import files_of

EDITS = 4
SETTINGS = "site_name: x\ntheme: material\n"


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
        (folder / "mkdocs.yml").write_text(f"{SETTINGS}copyright: Owner {rng.randrange(3)}\n", encoding="utf-8")
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


def test_a_site_after_edits_is_that_of_a_clean_build(
    count: Callable[[int], int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = make_sample(8, 5)
    built = 0
    for seed in range(3, 3 + count(10)):
        rng, sources, folder = random.Random(seed), dict(start), tmp_path / str(seed)
        for name in ("data", "docs"):
            (folder / name).mkdir(parents=True)
        build(folder, sources, "site")
        for step in range(EDITS):
            edited(rng, sources, start)
            edit_around(rng, folder)
            if rng.random() < 0.3:
                kill_once(monkeypatch, rng, folder, sources)
            if build(folder, sources, "site"):
                assert build(folder, sources, "clean", clean=True)
                assert files_of(folder / "site") == files_of(folder / "clean"), (seed, step)
                built += 1
    assert built > count(10) * EDITS / 3

"""The measure beside peers: what it checks before a build counts, and a tiny run. No time is asserted."""

import re
import sys
from pathlib import Path

import pytest

from benchmarks import peers
from benchmarks.peer_engines import ENGINES, OURS, PINS, SITES, STYLE_MARK, TEMPLATE_MARK, TREE, Engine
from benchmarks.peer_states import EDITS, MARK, Site, State, Unsound, changed_pages, sync_folder
from benchmarks.peers import COLD, NOTHING, STYLE, TEMPLATE, Measured, Plan
from benchmarks.sample import make_sample, write_sample
from briefing.pipeline import prepare
from tests.every import every

RENDER = """
import pathlib
for page in pathlib.Path("docs").rglob("*.md"):
    html = pathlib.Path("site", page.relative_to("docs")).with_suffix(".html")
    html.parent.mkdir(parents=True, exist_ok=True)
    html.write_text(pathlib.Path("frame.html").read_text() + page.read_text())
pathlib.Path("site/site.css").write_text(pathlib.Path("site.css").read_text())
"""
"""A peer in five lines, in a folder with its pages, its template and its style sheet."""
STUCK = RENDER.replace("html.write_text(", "html.exists() or html.write_text(")
"""One that never renders a page again."""


def fake_engine(name: str, program: str) -> Engine:
    def set_up(folder: Path) -> None:
        (folder / "frame.html").write_text('<meta name="color-scheme">', encoding="utf-8")
        (folder / "site.css").write_text("", encoding="utf-8")

    return Engine(
        name,
        "nothing much",
        set_up,
        lambda folder, state: sync_folder(state.pages, folder / "docs"),
        lambda _peers: [sys.executable, "-S", "-c", program],
        template="frame.html",
        style="site.css",
    )


def state(folder: Path, mark: str = "", **texts: str) -> State:
    for name, text in texts.items():
        path = folder / "pages" / name / "index.md"
        path.parent.mkdir(parents=True)
        path.write_text(f"---\ntitle: {text}\n---\nof {name}: {text}\n", encoding="utf-8")
    return State(folder / "data", folder / "pages", mark)


@pytest.fixture
def states(tmp_path: Path) -> dict[str, State]:
    fact, article, alias = EDITS
    return {
        "": state(tmp_path / "0", a="old", b="same"),
        fact: state(tmp_path / "1", f"{MARK}fact", a=f"{MARK}fact", b="same"),
        article: state(tmp_path / "2", f"{MARK}article", a=f"{MARK}fact", b="same", c=f"{MARK}article"),
        alias: state(tmp_path / "3", a="link", b="link", c=f"{MARK}article"),
    }


def go_round(engine: Engine, states: dict[str, State], folder: Path) -> Measured:
    words = engine.words(None)
    assert words
    changes = {after: changed_pages(states[before], states[after]) for before, after in peers.pairwise(states)}
    measured = Measured(2, changes)
    folder.mkdir()
    peers._go_round(Plan({engine: words}, peers.CASES, 1), 0, states, measured, folder)
    return measured


def test_an_engine_that_builds_all_it_is_given_counts_in_every_case(states: dict[str, State], tmp_path: Path) -> None:
    measured = go_round(fake_engine("sound", RENDER), states, tmp_path / "work")
    assert measured.unsound == {}
    assert [case for case, _ in measured.builds] == list(peers.CASES)
    assert [len(pages) for pages in measured.changed.values()] == [1, 1, 2]


def test_an_engine_that_leaves_pages_as_they_were_does_not_count(states: dict[str, State], tmp_path: Path) -> None:
    measured = go_round(fake_engine("stuck", STUCK), states, tmp_path / "work")
    fact, _article, alias = EDITS
    assert {case: reason.split(", such")[0] for (case, _), reason in measured.unsound.items()} == {
        fact: "1 of 1 pages are as they were",
        alias: "2 of 2 pages are as they were",
        TEMPLATE: "3 pages do not show the template's edit",
    }
    assert measured.sound_builds(fact, "stuck") == ()
    assert len(measured.sound_builds(NOTHING, "stuck")) == 1


def test_an_engine_that_fails_or_loses_pages_does_not_count(states: dict[str, State], tmp_path: Path) -> None:
    failed = go_round(fake_engine("failed", "raise SystemExit('no such theme')"), states, tmp_path / "failed")
    assert every("no such theme" in reason for reason in failed.unsound.values())
    assert {case for case, _ in failed.unsound} == set(peers.CASES)
    lost = go_round(fake_engine("lost", RENDER.replace("*.md", "a/*.md")), states, tmp_path / "lost")
    assert lost.unsound[COLD, "lost"] == "1 of 2 pages are missing, such as b/index"
    assert lost.builds == {}


def test_an_edit_that_changes_nothing_or_is_not_shown_is_noticed(tmp_path: Path) -> None:
    site = Site(tmp_path)
    (tmp_path / "a.html").write_text("new", encoding="utf-8")
    with pytest.raises(Unsound, match="changes no page"):
        site.check_edit([], {}, {}, "")
    with pytest.raises(Unsound, match="no page shows word"):
        site.check_edit(["a"], {"a": "1"}, {"a": "2"}, "word")
    with pytest.raises(Unsound, match="no style sheet"):
        site.check_styles(STYLE_MARK)
    site.check_edit(["a"], {"a": "1"}, {"a": "2"}, "new")


def test_equal_files_stay_untouched_and_old_ones_go(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    write_sample(source, {"same.md": b"1", "sub/new.md": b"2"})
    write_sample(target, {"same.md": b"1", "gone.md": b"3"})
    before = (target / "same.md").stat().st_mtime_ns
    sync_folder(source, target)
    assert {path.relative_to(target).as_posix() for path in target.rglob("*.md")} == {"same.md", "sub/new.md"}
    assert (target / "same.md").stat().st_mtime_ns == before


def test_edits_of_data_are_sound_and_each_is_in_the_data(tmp_path: Path) -> None:
    write_sample(tmp_path, make_sample(30))
    for edit, mark in EDITS.values():
        edit(tmp_path)
        sources = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.yml")}
        assert prepare(sources, publishing=True).dataset is not None
        assert any(mark.encode() in content for content in sources.values())


def test_themes_have_what_is_edited(tmp_path: Path) -> None:
    for engine in ENGINES:
        where = SITES / ("hugo" if engine.name == "Hugo" else "material") if engine.is_peer else TREE
        if engine.template:
            write_sample(tmp_path, {path: (where / path).read_bytes() for path in (engine.template, engine.style)})
            engine.edit_template(tmp_path)
            engine.edit_style(tmp_path)
            assert TEMPLATE_MARK in (tmp_path / engine.template).read_text("utf-8")
            assert STYLE_MARK in (tmp_path / engine.style).read_text("utf-8")


def test_edits_before_the_one_asked_for_are_made() -> None:
    fact, article, _alias = EDITS
    assert peers._cases_of(Plan({}, [article], 1)) == [COLD, fact, article]
    assert peers._cases_of(Plan({}, [STYLE], 1)) == [COLD, STYLE]


def test_a_tiny_run_reports_ratios_and_names_what_is_missing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, tree, hugo = (engine for engine in ENGINES if engine.name in (OURS, peers.TREE_MAKER, "Hugo"))
    fakes = [fake_engine(engine.name, RENDER) for engine in (ours, tree)]
    monkeypatch.setattr(peers, "ENGINES", (*fakes, fake_engine("MkDocs", RENDER), hugo))
    monkeypatch.setattr(peers, "RESULTS", tmp_path / "peers.md")
    peers.main(["--sizes", "3", "--rounds", "2", "--environment", str(tmp_path), "--case", COLD, "--save"])
    printed = capsys.readouterr().out
    assert (tmp_path / "peers.md").read_text(encoding="utf-8") == printed
    assert re.findall(r"^## (.+)$", printed, re.MULTILINE) == ["What is compared", "Cold build"]
    assert '`python -m benchmarks.peers --sizes 3 --rounds 2 --environment DIR --case "cold build" --save`' in printed
    assert f"- **Hugo: missing**, so not measured; `--install` fetches {' and '.join(PINS)}." in printed
    numbers = r"[0-9.]+ · [0-9.]+ · [0-9.]+"
    assert re.search(rf"^\| MkDocs, times `briefing build` \| {numbers} \|$", printed, re.MULTILINE)
    assert re.search(rf"^\| MkDocs, from data, seconds on the clock \| {numbers} ", printed, re.MULTILINE)
    assert str(tmp_path) not in printed

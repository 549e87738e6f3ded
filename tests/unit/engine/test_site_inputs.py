"""What a build takes down of the files that MkDocs has read, and which settings lead further than that."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from briefing.engine.settings import open_settings
from briefing.engine.site_inputs import SiteInputs

PLAIN = "site_name: Chips\ntheme: {name: material, custom_dir: theme}\nplugins: [briefing]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("data", "docs", "theme", "site"):
        (tmp_path / name).mkdir()
    (tmp_path / "hook.py").write_text("", encoding="utf-8")
    return tmp_path


def take_down(project: Path) -> SiteInputs:
    inputs = SiteInputs()
    with open_settings(project / "data", None) as settings:
        inputs.note(load_config(**settings, site_dir=str(project / "site")), project / "site")
    return inputs


def test_a_briefing_without_settings_reads_only_what_is_installed(project: Path) -> None:
    inputs = take_down(project)
    assert inputs.complete
    assert inputs.inputs == []
    assert inputs.tree == (project / "site").stat().st_ino
    names = {Path(path).name for path in inputs.installed}
    assert {"base.html", "main.html"} <= names
    assert not any("/.icons/" in path for path in inputs.installed)


def test_settings_themes_and_pages_are_taken_down(project: Path) -> None:
    (project / "more").mkdir()
    (project / "more/base.yml").write_text(PLAIN, encoding="utf-8")
    (project / "mkdocs.yml").write_text("INHERIT: more/base.yml # all else\ndocs_dir: docs\n", encoding="utf-8")
    inputs = take_down(project)
    assert inputs.complete
    paths = {str(Path(path).resolve().relative_to(project.resolve())) for path in inputs.inputs}
    assert {"mkdocs.yml", "more/base.yml", "docs"} <= paths


@pytest.mark.parametrize(
    "more",
    [
        "hooks: [hook.py]",
        "markdown_extensions: [pymdownx.snippets]",
        "site_description: !ENV CHIPS",
        "copyright: !!python/name:os.sep",
        "copyright: !<tag:yaml.org,2002:str> x",
        "extra: {INHERIT: no}",
    ],
)
def test_settings_that_lead_further_are_not_complete(project: Path, more: str) -> None:
    (project / "mkdocs.yml").write_text(f"{PLAIN}{more}\n", encoding="utf-8")
    assert not take_down(project).complete


@pytest.mark.parametrize("plugins", ["[briefing, search]", "[search]"])
def test_other_plugins_may_read_anything(project: Path, plugins: str) -> None:
    text = PLAIN.replace("[briefing]", plugins)
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert not take_down(project).complete


def test_another_theme_may_read_anything(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: Chips\ntheme: mkdocs\nplugins: [briefing]\n", encoding="utf-8")
    assert not take_down(project).complete


@pytest.mark.parametrize("more", ["copyright: Chips!", "extra: {INHERITED: 1}\n", "# all that is said!"])
def test_words_that_only_look_like_it(project: Path, more: str) -> None:
    (project / "mkdocs.yml").write_text(f"{PLAIN}{more}\n", encoding="utf-8")
    assert take_down(project).complete is ("INHERIT" not in more)


@pytest.mark.parametrize("group", ["briefing.rules", "briefing.exports"])
def test_additions_of_other_packages_may_read_anything(
    project: Path, monkeypatch: pytest.MonkeyPatch, group: str
) -> None:
    (project / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    assert take_down(project).complete
    added = project / "newsroom-1.0.dist-info"
    added.mkdir()
    (added / "METADATA").write_text("Name: newsroom\nVersion: 1.0\n", encoding="utf-8")
    (added / "entry_points.txt").write_text(f"[{group}]\nmore = newsroom:MORE\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(project))
    assert not take_down(project).complete

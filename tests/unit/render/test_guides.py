"""What programs are told of the site before they read it."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest

from briefing.edges.disk import write_files
from briefing.pipeline import generate_files
from briefing.render.guides import render_guides, render_sums
from briefing.views.base.context import open_context
from briefing.views.parts import site_outline
from tests.unit.views.sample import sample, sample_context

LINK = re.compile(r"- \[([^\]]+)\]\(([^)]+)\)(?:: (.+))?")
"""A link as the format's own reader takes it apart."""
Links = dict[str, list[tuple[str, ...]]]


def outline(text: str) -> tuple[list[str], Links]:
    """Return what stands before the first section, and the links of each."""
    head, *sections = text.split("\n## ")
    links: Links = {}
    for section in sections:
        title, *lines = filter(None, section.splitlines())
        matches = [LINK.fullmatch(line) for line in lines]
        assert None not in matches, lines
        links[title] = [match.groups(default="") for match in matches if match]
    return [part for part in head.split("\n\n") if part.strip()], links


def test_every_subject_and_article_is_a_line_that_leads_to_its_markdown() -> None:
    context = sample_context()
    head, links = outline(render_guides(context, ())["llms.txt"].decode())
    assert [part.strip()[0] for part in head[:2]] == ["#", ">"]
    assert len(head) == 3
    files = generate_files(sample())
    paths = {path for lines in links.values() for _, path, _ in lines}
    root = context.data.briefing.url.rstrip("/") + "/"
    assert {path.removeprefix(root) for path in paths} <= {*files.pages, *files.static}
    assert {root + context.page(subject) for subject in context.data.subjects} <= paths
    assert {f"{root}articles/{article}/index.md" for article in context.data.articles} <= paths


def test_a_name_cannot_break_out_of_its_line() -> None:
    data = sample()
    acme = next(iter(data.subjects.values()))
    odd = replace(acme, name=replace(acme.name, en="A](b)\n## C [d]", short=None), describes="one\n- [two](three)")
    context = open_context(replace(data, subjects={**data.subjects, acme.id: odd}))
    _, links = outline(render_guides(context, ())["llms.txt"].decode())
    lines = [line for section in links.values() for line in section]
    assert ("A)(b) ## C (d)", "one - [two](three)") in {(name, text) for name, _, text in lines}


def test_very_many_are_left_to_their_list(monkeypatch: pytest.MonkeyPatch) -> None:
    context = sample_context()
    monkeypatch.setattr(site_outline, "MOST_LISTED", 1)
    _, links = outline(render_guides(context, ())["llms.txt"].decode())
    ((name, path, text),) = links["Companies"]
    assert (name, text) == ("Companies", f"all {len(context.subjects.by_kind['company'])} of them")
    assert path.endswith("/companies/index.md")


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    context = sample_context()
    robots = RobotFileParser()
    robots.parse(render_guides(context, ())["robots.txt"].decode().splitlines())
    root = context.data.briefing.url.rstrip("/")
    assert robots.can_fetch("Anybody", f"{root}/companies/acme/")
    assert robots.site_maps() == [f"{root}/sitemap.xml"]


def test_what_somebody_wrote_by_hand_stays() -> None:
    assert render_guides(sample_context(), {"robots.txt", "llms.txt"}) == {}
    written = {"robots.txt": b"User-agent: *\nDisallow: /\n"}
    assert "robots.txt" not in generate_files(sample(), written).static


def test_sums_are_those_of_every_file_for_programs(tmp_path: Path) -> None:
    files = generate_files(sample()).static
    listed = [line.split("  ", 1)[1] for line in files["SHA256SUMS"].decode().splitlines()]
    assert listed == sorted(listed)
    assert {path for path in files if path.startswith("api/") or path.endswith((".ics", ".csv", ".bib"))} <= set(listed)
    write_files(tmp_path, {path: files[path] for path in [*listed, "SHA256SUMS"]})
    command = ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
    assert render_sums({}) == b""

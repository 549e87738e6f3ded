"""The headers of a site (R40, T19): every script is named, one that nobody has looked at stops the build."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.engine.build import SiteFailed, build_site
from briefing.engine.content import Content
from briefing.finishing.headers import PINNED, digest, find_unexpected_scripts, render_headers
from briefing.finishing.page import read_page


def policy(headers: str) -> dict[str, list[str]]:
    line = next(line for line in headers.splitlines() if "Content-Security-Policy" in line)
    parts = (part.split() for part in line.partition(":")[2].split(";"))
    return {name: values for name, *values in parts}


def test_only_own_files_and_named_scripts_may_run() -> None:
    pages = [
        read_page("index.html", "<script>one()</script><script src='a.js'></script>"),
        read_page("a/index.html", "<SCRIPT>two()\n</SCRIPT>"),
    ]
    sources = policy(render_headers(pages, ["index.html"]))
    assert sources["default-src"] == ["'none'"]
    assert sources["script-src"] == ["'self'", *sorted(f"'sha256-{digest(code)}'" for code in ("one()", "two()\n"))]
    for name in ("style-src", "connect-src", "font-src", "form-action"):
        assert sources[name] == ["'self'"]
    assert sources["base-uri"] == ["'none'"]
    assert not [value for values in sources.values() for value in values if "unsafe" in value or "*" in value]


def test_nobody_may_frame_anything_but_a_card() -> None:
    none, some = (render_headers([], ["index.html", "a/index.html", *more]) for more in ((), ("embed/x/index.html",)))
    assert rules(none)["/*"][-1] == "X-Frame-Options: DENY"
    denied = [path for path, lines in rules(some).items() if "X-Frame-Options: DENY" in lines]
    assert denied == ["/", "/a/*", "/index.html", "/index"]
    # Of two rules for one header some hosts take the last, others both: the policy is said once.
    assert [path for path, lines in rules(some).items() if "Content-Security" in "".join(lines)] == ["/*"]


def rules(headers: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for block in headers.strip().split("\n\n"):
        path, *lines = block.split("\n")
        assert path not in found
        found[path] = [line.strip() for line in lines]
    return found


def test_the_digest_is_the_one_that_browsers_reckon() -> None:
    # The example of the W3C's Content Security Policy Level 2.
    assert digest("alert('Hello, world.');") == "qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ('<script type="application/json">{}</script>', 0),
        ('<script type="application/ld+json">{}</script>', 0),
        ('<script src="a.js"></script>', 0),
        ("<script type=module>a()</script>", 1),
        ('<script data-x="1">a()</script >', 1),
    ],
)
def test_only_what_would_run_counts(html: str, count: int) -> None:
    assert len(read_page("index.html", html).inline_scripts) == count


def test_the_depth_of_a_page_makes_no_other_script() -> None:
    pages = [
        read_page("a.html", f'<script>at=new URL("{depth}",location)</script>') for depth in (".", "../..", "/sub/")
    ]
    pinned = digest('at=new URL("",location)')
    assert list(find_unexpected_scripts(pages, [pinned])) == []
    changed = read_page("x.html", '<script>at=new URL("\\u0061",location)</script>')
    assert [problem.code for problem in find_unexpected_scripts([changed], [pinned])] == ["script-unexpected"]


def test_a_script_that_is_not_pinned_stops_the_build(content: Content, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "note.md").write_text("---\ntitle: Note\n---\n\n# Note\n\n<script>spy()</script>\n", "utf-8")
    with pytest.raises(SiteFailed, match="script-unexpected: an inline script that is not pinned"):
        build_site(content, tmp_path / "data", tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_built_site_has_its_headers_and_needs_every_pin(content: Content, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    build_site(replace(content, url="https://briefing.example/sub/"), tmp_path / "data", tmp_path / "site")
    named = policy((tmp_path / "site" / "_headers").read_text("utf-8"))["script-src"]
    depths = {"", "..", "../..", "/sub/"}
    assert len(named) == 1 + len(PINNED) - 1 + len(depths)


def test_scripts_of_other_sites_may_read_every_file() -> None:
    for_all = render_headers([]).split("\n\n")[0]
    assert for_all.startswith("/*\n")
    assert "  Access-Control-Allow-Origin: *\n" in f"{for_all}\n"

"""The editor's commands as their users meet them: diff, affected, new, init, stale, links."""

import json
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from briefing import cli
from briefing.pipeline import generate_files, prepare

FILES = {
    "briefing.yml": "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
    "companies/acme.yml": "name: {en: Acme}\ndescribes: A maker of chips.\nlast_verified: 2020-01-01\n",
    "companies/bolt.yml": "name: {en: Bolt}\ndescribes: A maker of screws.\n",
    "projects/acme-fab.yml": "name: {en: Acme fab}\ndescribes: Its fab.\n",
    "publishers/herald.yml": "name: {en: Herald}\ngrade: {letter: B, why: a daily}\n",
    "publishers/gazette.yml": "name: {en: Gazette}\ngrade: {letter: C, why: a weekly}\n",
    "articles/herald-2024.yml": """\
publisher: herald
published: 2024-04-14
language: en
form: report
claims:
  - {id: c1, about: acme-fab, attribute: milestone, milestone: opening, value: 2027, modality: planned}
  - {id: c2, about: acme, attribute: owner, value: bolt}
""",
    "articles/gazette-2024.yml": """\
publisher: gazette
published: 2024-05-01
language: en
form: report
claims:
  - {id: c1, about: acme-fab, attribute: milestone, milestone: opening, value: 2027}
""",
}
HERALD = "data/articles/herald-2024.yml"


def git(*words: str) -> str:
    told = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *told, *words], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path, text in FILES.items():
        target = tmp_path / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def repository(folder: Path) -> Path:
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "first")
    return folder


def edit(path: str, old: str, new: str) -> None:
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def compared(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert cli.run(["diff", *words, "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_diff_of_the_same_state_says_that_nothing_changed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["diff", "HEAD"]) == 0
    assert capsys.readouterr().out == "nothing changed\n"


def test_diff_names_claims_fields_shown_values_conflicts_and_pages(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(HERALD, "value: 2027, modality: planned", "value: 2029, modality: planned")
    edit(
        "data/articles/gazette-2024.yml",
        "claims:",
        "claims:\n  - {id: c9, about: bolt, attribute: sector, value: screws}",
    )
    found = compared(capsys, "HEAD")
    assert found["claims"]["added"] == ["gazette-2024#c9"]
    change = {"id": "herald-2024#c1", "fields": [{"field": "value", "was": "2027", "now": "2029"}]}
    assert found["claims"]["changed"] == [change]
    assert [one.partition("-")[0] for one in found["conflicts"]["new"]] == ["dates"]
    shown = [(one["was"], one["now"]) for one in found["shown"] if one["attribute"] == "milestone"]
    assert shown == [("2027", "2029")]
    assert {"projects/acme-fab/index.md", "companies/bolt/index.md"} <= set(found["pages"]["changed"])
    assert "companies/acme/index.md" not in found["pages"]["changed"]


def test_diff_tells_a_judgement_and_the_conflict_that_it_settles_and_reopens(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(HERALD, "value: 2027, modality: planned", "value: 2029, modality: planned")
    git("commit", "-qam", "differ")
    judgement = """\
judgements:
  - slot: {attribute: milestone, milestone: opening}
    prefer: [gazette-2024#c1]
    because: The weekly asked the company.
    decided: 2026-11-21
"""
    fab = Path("data/projects/acme-fab.yml")
    fab.write_text(fab.read_text("utf-8") + judgement, encoding="utf-8")
    assert cli.run(["fmt"]) == 0
    capsys.readouterr()
    found = compared(capsys, "HEAD")
    assert any(one.startswith("dates-disjoint-") for one in found["conflicts"]["settled"])
    assert any("The weekly asked the company." in line for line in found["summary"]["judged"])
    git("commit", "-qam", "judged")
    edit(HERALD, "value: 2029", "value: 2030")
    assert compared(capsys, "HEAD")["conflicts"]["reopened"] == found["conflicts"]["settled"]


def test_diff_compares_folders_and_needs_no_git(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "data").rename(folder / "before")
    for path, text in FILES.items():
        target = folder / "after/data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("value: bolt", '"value": text:Nut'), encoding="utf-8")
    found = compared(capsys, "before", "after")
    assert [one["id"] for one in found["claims"]["changed"]] == ["herald-2024#c2"]


def test_diff_in_markdown_is_one_comment_whose_text_stays_text(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """E22: nothing that a source says becomes markup, a mention or a link of its own."""
    hostile = '"<img src=x> @everyone #12 [x](javascript:1) `a` | </details>"'
    edit(HERALD, "claims:", f"claims:\n  - {{id: c3, about: bolt, attribute: aim, value: {hostile}}}")
    assert cli.run(["diff", "HEAD", "--format", "markdown", "--site-url", "https://preview.example/7/"]) == 0
    out = capsys.readouterr().out
    assert "(https://preview.example/7/articles/herald-2024/#c3)" in out
    (line,) = [line for line in out.splitlines() if "herald\\-2024#<!-- -->c3" in line]
    assert "\\<img src=x\\> @<!-- -->everyone #<!-- -->12 \\[x\\]\\(javascript:1\\) \\`a\\` \\| \\</details\\>" in line
    assert out.count("<details") == out.count("</details>")


@pytest.mark.parametrize(("revision", "code"), [("nowhere", 2), ("--all", 2), ("HEAD^{tree}", 2)])
def test_diff_of_an_unknown_revision_is_wrong_usage(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: str, code: int
) -> None:
    assert cli.run(["diff", "--", revision]) == code
    assert "neither a revision of this repository nor a folder" in capsys.readouterr().err


def test_a_history_cut_off_is_said_so_with_what_to_do(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first = git("rev-parse", "HEAD").strip()
    edit(HERALD, "2027", "2028")
    git("commit", "-qam", "second")
    git("clone", "-q", "--depth", "1", f"file://{repository}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    assert cli.run(["diff", first]) == 3
    assert "git fetch --unshallow" in capsys.readouterr().err
    assert cli.run(["affected", HERALD, "--since", first]) == 3


def test_without_a_repository_there_is_no_history(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["diff", "HEAD"]) == 3
    assert "no git repository" in capsys.readouterr().err


def test_diff_with_broken_data_prints_where(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(HERALD, "about: acme-fab", "about: acme-fabb")
    assert cli.run(["diff", "HEAD"]) == 1
    assert "error[ref-unknown]" in capsys.readouterr().out


def test_affected_lists_exactly_the_pages_that_change(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """E23: the pages that the whole program makes otherwise, no more and no fewer."""
    before = pages()
    edit(HERALD, "value: bolt", "value: text:Nut")
    edit("data/companies/bolt.yml", "screws", "nails")
    both = {path for path, text in pages().items() if before.get(path) != text}
    assert cli.run(["affected", HERALD, "data/companies/bolt.yml"]) == 0
    listed = set(capsys.readouterr().out.split())
    assert listed == {path.removesuffix("index.md") or "/" for path in both}
    assert cli.run(["affected", "data/companies/bolt.yml"]) == 0
    assert set(capsys.readouterr().out.split()) < listed


def test_affected_by_files_that_need_others_lists_what_all_of_them_change(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new article about a new company, and a judgement that names its claim: no one of them stands alone."""
    fab = Path("data/projects/acme-fab.yml")
    Path("data/companies/newco.yml").write_text("name: {en: Newco}\ndescribes: New.\n", encoding="utf-8")
    article = FILES["articles/herald-2024.yml"].replace("2027", "2028").replace("value: bolt", "value: newco")
    Path("data/articles/herald-2025.yml").write_text(article, encoding="utf-8")
    judgement = "judgements:\n  - slot: {attribute: milestone, milestone: opening}\n    prefer: [herald-2025#c1]\n"
    fab.write_text(fab.read_text("utf-8") + judgement + "    because: It is newer.\n    decided: 2026-11-22\n", "utf-8")
    assert cli.run(["affected", "data/articles/herald-2025.yml"]) == 0
    captured = capsys.readouterr()
    assert {"articles/herald-2025/", "companies/newco/", "projects/acme-fab/"} <= set(captured.out.split())
    assert "the pages of all changes follow" in captured.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["affected", "loop"], 2),
        (["check", "loop"], 2),
        (["init", "loop"], 3),
        (["diff", "loop"], 2),
        (["new", "company", "a\udcff"], 2),
        (["new", "company", "Nut", "--ja", "\udc80"], 2),
        (["new", "publisher", "Nut", "--grade", "A", "--why", "\udc80"], 2),
    ],
)
def test_links_in_circles_and_words_that_are_no_text_are_wrong_usage(
    repository: Path, words: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """E9."""
    Path("loop").symlink_to("loop")
    assert cli.run(words) == code
    assert "this is a bug" not in capsys.readouterr().err


def pages() -> dict[str, str]:
    sources = {path.relative_to("data").as_posix(): path.read_bytes() for path in Path("data").rglob("*.yml")}
    dataset = prepare(sources).dataset
    assert dataset
    return dict(generate_files(dataset).pages)


def test_affected_by_an_unchanged_file_is_nothing(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["affected", HERALD]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "unchanged since HEAD" in captured.err


def test_affected_by_a_file_that_is_none_is_wrong_usage(repository: Path) -> None:
    assert cli.run(["affected", "data/companies/nobody.yml"]) == 2
    assert cli.run(["affected", "elsewhere.yml"]) == 2


@pytest.mark.parametrize("kind", ["company", "policies", "person", "topic"])
def test_a_new_record_passes_check_and_has_its_layout(
    folder: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """E15."""
    name = 'Ōsaka "Works": No. 1 # & Co.'
    assert cli.run(["new", kind, name, "--ja", "大阪製作所", "--reading", "おおさかせいさくしょ"]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.name == "osaka-works-no-1-co.yml"
    assert cli.run(["check", "--strict"]) == 0
    assert is_laid_out(path, capsys)
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../../schemas/subject.schema.json\n")
    before = path.read_bytes()
    assert cli.run(["new", kind, name]) == 2
    assert path.read_bytes() == before


def is_laid_out(path: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    capsys.readouterr()
    cli.run(["fmt", "--check"])
    return path.as_posix() not in capsys.readouterr().out.split()


def test_a_new_publisher_needs_a_grade_and_a_reason(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["new", "publisher", "The Daily"]) == 2
    assert cli.run(["new", "publisher", "The Daily", "--grade", "B", "--why", "named reporters: #1"]) == 0
    assert cli.run(["check", "--strict"]) == 0
    assert is_laid_out(Path("data/publishers/the-daily.yml"), capsys)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["compny", "X"], "Did you mean 'company'?"),
        (["article", "X"], "briefing draft"),
        (["company", "株式会社"], "--ja"),
        (["place", "Acme"], "taken by companies/acme.yml"),
        (["company", "!!!"], "is no id"),
    ],
)
def test_what_cannot_be_made_is_wrong_usage(
    folder: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["new", *words]) == 2
    assert told in capsys.readouterr().err


def test_a_name_that_is_taken_is_told_and_nothing_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["new", "place", "Acme", "--id", "acme-town"]) == 1
    assert "alias-clash" in capsys.readouterr().out
    assert not Path("data/places").exists()


def test_a_new_briefing_passes_check_and_generates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """E15."""
    monkeypatch.chdir(tmp_path)
    assert cli.run(["init", "ports", "--name", "Ports: 100 % # of Europe"]) == 0
    monkeypatch.chdir(tmp_path / "ports")
    assert cli.run(["check", "--strict"]) == 0
    assert cli.run(["fmt", "--check"]) == 0
    assert cli.run(["schema", "--check"]) == 0
    assert cli.run(["generate", "--out", "out"]) == 0
    assert "Ports: 100 % # of Europe" in Path("data/briefing.yml").read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli.run(["init", "ports"]) == 2


def test_stale_says_what_to_verify_next(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """E24."""
    files = {
        "companies/semiconductor.yml": "name: {en: Acme Semiconductor}\ndescribes: One.\n",
        "companies/semiconductors.yml": "name: {en: Acme Semiconductors}\ndescribes: Two.\n",
    }
    for path, text in files.items():
        (folder / "data" / path).write_text(text, encoding="utf-8")
    edit(HERALD, "value: 2027, modality", "value: 2025, modality")
    edit("data/articles/gazette-2024.yml", "value: 2027", "value: 2025, modality: planned")
    edit(HERALD, "form: report", "form: report\nreview: {state: machine-reviewed}")
    assert cli.run(["stale", "--format", "json"]) == 0
    topics = {one["code"]: one["tasks"] for one in json.loads(capsys.readouterr().out)["topics"]}
    assert "Acme fab" in topics["overdue"][0]["text"]
    assert topics["stale-page"] == [
        {"path": "data/companies/acme.yml", "text": "Acme: stale, last verified 2020-01-01"}
    ]
    assert topics["unreviewed-article"] == [{"path": HERALD, "text": "herald-2024: machine-reviewed"}]
    assert [one["path"] for one in topics["unsourced"]] == [f"data/{path}" for path in files]
    (pair,) = topics["near-duplicate"]
    assert "semiconductor)" in pair["text"]
    assert "semiconductors)" in pair["text"]
    assert cli.run(["stale", "--most", "1"]) == 0
    assert "… and 3 more" in capsys.readouterr().out


ANSWERS = {"/ok": 200, "/gone": 404, "/robots": 403, "/busy": 429, "/broken": 500, "/getonly": 200}


class _Server(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]]

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.asked.append((self.command, self.path))
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/ok")
        elif self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
        else:
            refuses = self.path == "/getonly" and self.command == "HEAD"
            self.send_response(405 if refuses else ANSWERS[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        del format, args


@pytest.fixture
def host() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    asked: list[tuple[str, str]] = []
    handler = type("Handler", (_Server,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://localhost:{server.server_port}", asked
        server.shutdown()
        thread.join()


def test_links_tells_what_is_gone_and_calls_nothing_else_dead(
    folder: Path, host: tuple[str, list[tuple[str, str]]], capsys: pytest.CaptureFixture[str]
) -> None:
    """E26: refused, failing and silent servers are not dead; answers are remembered; T21: never part of a build."""
    root, asked = host
    paths = [*ANSWERS, "/moved", "/file"]
    cites = ", ".join(f"{{id: x{place}, url: '{root}{path}'}}" for place, path in enumerate(paths))
    silent = "{id: silent, url: 'http://localhost:9/'}"
    edit(HERALD, "form: report", f"form: report\ncites: [{cites}, {silent}]")
    assert cli.run(["links", "--pause", "0", "--format", "json"]) == 0
    rows = {one["url"].removeprefix(root): one for one in json.loads(capsys.readouterr().out)["links"]}
    assert {path: one["state"] for path, one in rows.items()} == {
        "/ok": "ok", "/gone": "gone", "/robots": "refused", "/busy": "refused", "/broken": "failing",
        "/getonly": "ok", "/moved": "moved", "/file": "refused", "http://localhost:9/": "silent",
    }  # fmt: skip
    assert rows["/moved"]["moved"] == f"{root}/ok"
    assert rows["/gone"]["path"] == HERALD
    asked.clear()
    assert cli.run(["links", "--pause", "0", "--strict"]) == 1
    assert "gone: the server says" in capsys.readouterr().out
    assert not {path for _, path in asked} & {"/getonly"}, "a good answer is remembered"
    assert not any(path == "/ok" for _, path in asked)


def test_diff_says_that_a_subject_moved_and_how_its_old_address_leads_on(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("data/policies").mkdir()
    Path("data/projects/acme-fab.yml").rename("data/policies/acme-fab.yml")
    found = compared(capsys, "HEAD")
    assert found["subjects"] == {
        "added": [],
        "removed": [],
        "moved": [{"id": "acme-fab", "was": "project", "now": "policy"}],
    }
    line = "moved from project to policy: Acme fab; write projects/acme-fab: acme-fab in redirects.yml"
    assert any(one.startswith(line) for one in found["summary"]["records"])
    Path("data/redirects.yml").write_text("projects/acme-fab: acme-fab\n", encoding="utf-8")
    assert compared(capsys, "HEAD")["summary"]["records"] == ["moved from project to policy: Acme fab"]


def test_check_of_a_file_that_git_knows_as_deleted_is_no_wrong_usage(repository: Path) -> None:
    Path("data/companies/bolt.yml").unlink()
    edit(HERALD, "value: bolt", "value: 'text:Bolt'")
    assert cli.run(["check", "data/companies/bolt.yml"]) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{en: B.C.D. Company}", "{en: BCD Company}"),
        ("{en: K. L. Bank}", "{en: KL Bank}"),
        ("{en: Smith & Sons}", "{en: Smith and Sons}"),
        ("{en: Gamma Works Inc.}", "{en: 'Gamma Works, Ltd'}"),
        ("{en: Société Alpha}", "{en: Societe Alpha}"),
        ("{en: First, ja: 北星株式会社}", "{en: Second, ja: 北星㈱}"),
        ("{en: First, ja: 株式会社北星}", "{en: Second, ja: 北星（株）}"),
        ("{en: First, ja: ㈱北星}", "{en: Second, ja: 北星}"),
    ],
)
def test_stale_asks_about_names_that_are_the_same_but_for_signs_and_legal_forms(
    folder: Path, one: str, other: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "data/companies/one.yml").write_text(f"name: {one}\ndescribes: One.\n", encoding="utf-8")
    (folder / "data/companies/other.yml").write_text(f"name: {other}\ndescribes: Other.\n", encoding="utf-8")
    assert cli.run(["stale", "--format", "json"]) == 0
    topics = {found["code"]: found["tasks"] for found in json.loads(capsys.readouterr().out)["topics"]}
    (pair,) = topics["near-duplicate"]
    assert "(one) and" in pair["text"]
    assert "(other)" in pair["text"]


def test_stale_asks_nothing_about_names_that_differ_or_say_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        "one": "name: {en: Delta, ja: デルタ株式会社}\nnot_same_as: [two]\n",
        "two": "name: {en: Epsilon, ja: デルタ㈱}\n",
        "three": "name: {en: Delta 2, ja: テルタ株式会社}\n",
    }
    for name, text in texts.items():
        (folder / f"data/companies/{name}.yml").write_text(f"{text}describes: A maker.\n", encoding="utf-8")
    assert cli.run(["stale", "--format", "json"]) == 0
    assert "near-duplicate" not in {one["code"] for one in json.loads(capsys.readouterr().out)["topics"]}

"""`briefing draft` as its users meet it: where it writes, what it refuses, exit codes."""

from pathlib import Path

import pytest
import yaml

from briefing import cli

FILES = {
    "briefing.yml": "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
    "companies/acme.yml": "name: {en: Acme}\ndescribes: A maker of chips.\n",
    "publishers/herald.yml": "name: {en: Herald}\ngrade: {letter: B, why: a daily}\n",
}
TEXT = "Acme will invest $3 billion by 2030.\n\n“We are glad,” said Joe Bloggs, president of Acme.\n"
WORDS = ["draft", "story.txt", "--publisher", "herald", "--published", "2026-11-20"]
TARGET = Path("data/articles/herald-2026-11-20.yml")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for path, text in FILES.items():
        (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / path).write_text(text, encoding="utf-8")
    Path("story.txt").write_text(TEXT, encoding="utf-8")


def test_a_draft_is_written_and_summed_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(WORDS) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{TARGET}: ")
    assert "subjects: acme (2)" in out
    assert "new names: Joe Bloggs (person?)" in out
    content = TARGET.read_text(encoding="utf-8")
    assert content.startswith("# yaml-language-server: $schema=../../schemas/article.schema.json\n")
    assert yaml.safe_load(content)["review"] == {"state": "draft"}
    assert "attribute: amount, line: 2030, value: USD 3bn" in content


def test_check_notes_the_draft_and_fmt_leaves_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(WORDS) == 0
    capsys.readouterr()
    cli.run(["fmt", "--check"])
    assert "articles/" not in capsys.readouterr().out
    assert cli.run(["check"]) == 0
    assert "note[review-draft]" in capsys.readouterr().out


def test_a_publication_refuses_the_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(WORDS) == 0
    assert cli.run(["generate", "--out", "out"]) == 1
    assert "error[review-draft]" in capsys.readouterr().out


def test_claims_to_be_worded_stay_drafts_when_the_article_is_marked_as_reviewed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(WORDS) == 0
    TARGET.write_text(TARGET.read_text("utf-8").replace("review: {state: draft}", "review: reviewed"), "utf-8")
    assert cli.run(["generate", "--out", "out"]) == 1
    assert "is a draft" in capsys.readouterr().out
    TARGET.write_text(TARGET.read_text("utf-8").replace(", review: draft", ""), "utf-8")
    assert cli.run(["generate", "--out", "out"]) == 1
    assert "error[placeholder-left]" in capsys.readouterr().out


def test_an_existing_file_is_never_touched(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(WORDS) == 0
    before = TARGET.read_bytes()
    Path("story.txt").write_text("Acme is gone.\n", encoding="utf-8")
    assert cli.run(WORDS) == 2
    assert "exists already" in capsys.readouterr().err
    assert TARGET.read_bytes() == before
    assert cli.run([*WORDS, "--out", "data/articles/other.yml"]) == 0


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"--publisher": "herlad"}, "Did you mean 'herald'"),
        ({"--published": "soon"}, "is no date of publication"),
        ({"--published": "2026/.."}, "it is open at one end"),
        ({"--url": "javascript:alert(1)"}, "--url"),
        ({"--out": "data/articles/Herald One.yml"}, "--out"),
        ({"--out": "data/articles/herald.txt"}, "data files end in .yml"),
        ({"--out": "data/articles/acme.yml"}, "is taken"),
        ({"--captures": "nowhere"}, "there is no folder"),
        ({"--data": "nowhere"}, "there is no data folder"),
    ],
)
def test_wrong_words_end_with_two(changed: dict[str, str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([*WORDS, *(word for pair in changed.items() for word in pair)]) == 2
    assert says in capsys.readouterr().err
    assert not TARGET.exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "story.txt: the file is empty"),
        (b" \n\n", "story.txt: the file is empty"),
        (b"Acme\nis\x00gone", "story.txt:2: this is no text"),
        (b"Acme \xff\n", "story.txt:1:6: the byte 0xFF is not UTF-8"),
        ("アクメは".encode("cp932"), "looks like Shift_JIS"),
        (b"a" * (512 * 1024 + 1), "larger than 512 KB"),
    ],
)
def test_what_is_no_text_ends_with_three(content: bytes, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("story.txt").write_bytes(content)
    assert cli.run(WORDS) == 3
    assert says in capsys.readouterr().err


def test_a_missing_text_and_a_folder_end_with_three(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([*WORDS[:1], "nowhere.txt", *WORDS[2:]]) == 3
    assert "there is no such file" in capsys.readouterr().err
    assert cli.run([*WORDS[:1], "data", *WORDS[2:]]) == 3


def test_a_copy_gets_the_origin_of_what_is_held(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(WORDS) == 0
    held = TARGET.read_text(encoding="utf-8").replace("review:", "origin: agency-1\nreview:", 1)
    TARGET.write_text(held, encoding="utf-8")
    Path("captures").mkdir()
    Path("captures/story.txt").write_text(TEXT, encoding="utf-8")
    again = [*WORDS, "--captures", "captures", "--out", "data/articles/copy.yml"]
    assert cli.run(again) == 0
    assert "herald-2026-11-20 (certain" in capsys.readouterr().out
    assert "\norigin: agency-1\n" in Path("data/articles/copy.yml").read_text(encoding="utf-8")

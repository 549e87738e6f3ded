"""`briefing new`: a record that passes every check, or nothing."""

from pathlib import Path

import pytest

from briefing import cli


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
    ("words", "message"),
    [
        (["compny", "X"], "Did you mean 'company'?"),
        (["article", "X"], "briefing draft"),
        (["company", "株式会社"], "--ja"),
        (["place", "Acme"], "taken by companies/acme.yml"),
        (["company", "!!!"], "is no id"),
    ],
)
def test_what_cannot_be_made_is_wrong_usage(
    folder: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["new", *words]) == 2
    assert message in capsys.readouterr().err


def test_a_name_that_is_taken_is_told_and_nothing_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["new", "place", "Acme", "--id", "acme-town"]) == 1
    assert "alias-clash" in capsys.readouterr().out
    assert not Path("data/places").exists()

"""`briefing schema` as its users meet it."""

from pathlib import Path

from briefing import cli


def test_schema_check_fails_on_drift(data: Path) -> None:
    assert cli.run(["schema", "--check"]) == 1
    assert cli.run(["schema"]) == 0
    assert cli.run(["schema", "--check"]) == 0
    path = Path("schemas/article.schema.json")
    path.write_text(path.read_text(encoding="utf-8").replace("publisher", "printer"), encoding="utf-8")
    assert cli.run(["schema", "--check"]) == 1

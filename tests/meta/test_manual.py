"""The manual follows the code: every field, option, attribute and command is described, and its recipes work."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from briefing.decode.shapes.field_types import (
    EitherField,
    EnumField,
    Field,
    FieldType,
    ListField,
    MapField,
    RecordField,
)
from briefing.decode.shapes.files import FILES

ROOT = Path(__file__).resolve().parents[2]
BRIEFING = Path(sys.executable).with_name("briefing")


def words_in_code(document: str) -> set[str]:
    """Return the words that a document sets in code spans and blocks."""
    content = (ROOT / document).read_text(encoding="utf-8")
    blocks = re.findall(r"```.*?```", content, re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", content, flags=re.DOTALL))
    return {word for code in (*blocks, *spans) for word in re.findall(r"[A-Za-z0-9_-]+", code)}


def fields_of(shape: FieldType) -> Iterator[Field]:
    match shape:
        case RecordField(fields=fields):
            for field in fields:
                yield field
                yield from fields_of(field.type)
        case ListField(of=inner) | MapField(of=inner):
            yield from fields_of(inner)
        case EitherField(scalar=scalar, other=other):
            yield from fields_of(scalar)
            yield from fields_of(other)


def options_of(shape: FieldType) -> tuple[str, ...]:
    match shape:
        case EnumField(options=options):
            return options
        case ListField(of=inner):
            return options_of(inner)
    return ()


@pytest.mark.parametrize("file", FILES)
def test_every_field_and_its_words_are_described(file: str) -> None:
    described = words_in_code("manual/data-format.md")
    fields = list(fields_of(FILES[file]))
    missing = {field.name for field in fields} | {word for field in fields for word in options_of(field.type)}
    assert missing - described == set()


def test_every_kind_and_attribute_is_described() -> None:
    registry = yaml.safe_load((ROOT / "generator/briefing/registry.yml").read_text(encoding="utf-8"))
    described = words_in_code("manual/data-format.md")
    assert not {kind["folder"] for kind in registry["kinds"].values()} - described
    for name, attribute in registry["attributes"].items():
        assert name in described
        assert set(attribute.get("required", [])) | set(attribute.get("options", [])) <= described, name
        assert attribute.get("inverse", name) in described


def commands() -> dict[str, str]:
    """Return the help text of every command that the program knows."""
    listing = subprocess.run([BRIEFING, "--help"], capture_output=True, text=True, check=True).stdout
    names = re.findall(r"^  ([a-z]+)  ", listing.split("Commands:")[1], re.MULTILINE)
    return {
        name: subprocess.run([BRIEFING, name, "--help"], capture_output=True, text=True, check=True).stdout
        for name in names
    }


def test_commands_and_their_options_are_described_and_exist() -> None:
    known = commands()
    described = words_in_code("manual/commands.md")
    manual = (ROOT / "manual/commands.md").read_text(encoding="utf-8")
    assert set(known) == set(re.findall(r"^\| `briefing ([a-z]+)", manual, re.MULTILINE))
    for name, text in known.items():
        options = set(re.findall(r"(--[a-z][a-z-]+)", text)) - {"--help", "--version"}
        assert options <= described, name


def recipe(heading: str) -> list[str]:
    """Return the YAML blocks of a numbered recipe."""
    content = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = content.split(f"\n## {heading}")[1].split("\n## ")[0]
    blocks = re.findall(r"^( *)```yaml\n(.*?)^ *```", section, re.DOTALL | re.MULTILINE)
    return [re.sub(rf"^{indent}", "", block, flags=re.MULTILINE) for indent, block in blocks]


def check(data: Path) -> list[dict[str, object]]:
    done = subprocess.run([BRIEFING, "check", "--data", data, "--format", "json"], capture_output=True, text=True)
    findings: list[dict[str, object]] = json.loads(done.stdout)["findings"]
    return findings


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def test_the_article_recipe_passes(data: Path) -> None:
    (article,) = recipe("1. Add an article")
    (subject,) = recipe("2. Add a subject or a publisher")
    (data / "articles/taipei-times-2026-11-20.yml").write_text(article, encoding="utf-8")
    (data / "companies/example-devices.yml").write_text(subject, encoding="utf-8")
    new = [one for one in check(data) if re.search("taipei-times-2026-11-20|example-devices", str(one["path"]))]
    assert not [one for one in new if one["severity"] in ("error", "warning")]


def test_the_kind_recipe_passes(data: Path) -> None:
    (own,) = recipe("10. Add a kind or an attribute")
    with (data / "briefing.yml").open("a", encoding="utf-8") as briefing:
        briefing.write(own)
    (data / "vessels").mkdir()
    (data / "vessels/example-maru.yml").write_text(
        "name: {en: Example Maru}\ndescribes: A ship.\nfacts:\n"
        "  - {id: f1, source: taipei-times-2024-04-14, par: 1, attribute: tonnage, value: 12k tonnes}\n",
        encoding="utf-8",
    )
    assert not [one for one in check(data) if one["severity"] == "error"]

"""One body for drafting: `drafts/*.yml` hold a made-up text, what the editor adds, and the file that comes of it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.diagnostics.diagnostic import Severity
from briefing.drafting.document.draft import Request
from briefing.drafting.literals.publication import parse_publication_date
from briefing.pipeline import Drafted, draft_article, open_known_data, prepare
from briefing.scaffold.layout import lay_out

FOLDER = Path(__file__).parent / "drafts"
CASES = sorted(path for path in FOLDER.glob("*.yml") if path.stem != "base")


def read_case(path: Path) -> Any:
    """Read every scalar as text, as the program does."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


BASE = {
    path: yaml.safe_dump(content, allow_unicode=True).encode()
    for path, content in read_case(FOLDER / "base.yml").items()
}
KNOWN_DATA = open_known_data(BASE)


def draft(case: dict[str, Any]) -> Drafted:
    published = parse_publication_date(case["published"])
    assert published is not None
    request = Request(
        "herald-new", case.get("publisher", "herald"), published, case.get("url"), capture="new.txt", source="new.txt"
    )
    return draft_article(KNOWN_DATA, BASE, request, case["text"], case.get("captures", {}))


def without_modeline(content: bytes) -> str:
    """Drop the first line, which names the schema that editors check the file by."""
    return content.decode().split("\n", 1)[1]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_becomes_the_draft(path: Path, update_golden: bool) -> None:
    case = read_case(path)
    content = without_modeline(draft(case).content)
    if update_golden:
        case["file"] = content
        path.write_text(_write_case(case), encoding="utf-8")
    assert content == case["file"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_draft_passes_check_and_stays_as_fmt_lays_it_out(path: Path) -> None:
    drafted = draft(read_case(path))
    findings = prepare({**BASE, drafted.path: drafted.content}).findings
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    assert [finding.severity for finding in findings if finding.code == "review-draft"] == [Severity.NOTE]
    assert lay_out({drafted.path: drafted.content}) == {drafted.path: drafted.content}
    publishing = prepare({**BASE, drafted.path: drafted.content}, publishing=True)
    assert publishing.dataset is None


def _write_case(case: dict[str, Any]) -> str:
    return yaml.dump(case, Dumper=_Blocks, allow_unicode=True, sort_keys=False, width=1000)


class _Blocks(yaml.SafeDumper):
    """Texts of several lines as block scalars, so that people can read them."""


def _as_block(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Blocks.add_representer(str, _as_block)

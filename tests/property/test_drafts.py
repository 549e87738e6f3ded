"""Whatever the text, a draft decodes, passes check, is laid out as fmt wants it, and is the same every time."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.diagnostics.diagnostic import Severity
from briefing.drafting.document.draft import Request
from briefing.drafting.literals.publication import parse_publication_date
from briefing.pipeline import draft_article, open_known_data, prepare
from briefing.scaffold.layout import lay_out

_BASE = yaml.load((Path(__file__).parents[1] / "golden/drafts/base.yml").read_text("utf-8"), yaml.BaseLoader)
BASE = {path: yaml.safe_dump(content, allow_unicode=True).encode() for path, content in _BASE.items()}
KNOWN_DATA = open_known_data(BASE)
PUBLISHED = parse_publication_date("2026-05-20")
assert PUBLISHED is not None
REQUEST = Request("herald-new", "herald", PUBLISHED, capture="new.txt", source="new.txt")

# No lone surrogates: drafting reads files in UTF-8, which hold none.
_PARTS = (
    "Acme", "Bolt", "Jane Roe", "Ken Mori", "Tokyo", "Osaka", "Japanese", "lamp plant in Osaka", "lamp subsidies",
    "US$2.9 billion", "¥10 trillion (US$65 billion)", "(€3)", "3兆9000億円", "up to", "約", "two", "25 percent", "32nd",
    "by 2030", "last month", "on Wednesday", "fiscal 2028", "2027年度", "in the past three years", "the 1980s",
    "will invest", "approved", "said", "“We are glad,”", "「はい」と述べた", "because", "aims to", "risk", "largest",
    "president of", "CEO", "partner of", "backed by", "rivals including", "member", "in", "at a summit", "opened",
    "mass production", "triple", "References", "Sources", "- The Herald: \"A title\" May 1, 2026.", "Photo: x", ".",
    ",", "\n", "\n\n", "{", "}", "[", "]", "#", ": ", "- ", "&a", "*a", "!tag", "%", "@", "`", "'", '"', "\\", "|",
    ">", "---", "...", "\t", "\x00", "\x07", "\x85", "\u2028", "\u202e", "\ufeff", "null", "~",
    "2026-02-30", "99", "1e9", "https://x.example/a?b=1", "http://[", "０", "１２億円", "$", "¥", "US$0", "0 yen",
    "999999999999 trillion yen", "number One", "Mass production is planned for 2028.", "\nReferences\n",
)  # fmt: skip
texts = st.lists(st.sampled_from(_PARTS) | st.text(max_size=8), min_size=1, max_size=40).map(" ".join)


@given(texts)
@settings(max_examples=60)
def test_every_draft_passes_check_and_stays(text: str) -> None:
    drafted = draft_article(KNOWN_DATA, BASE, REQUEST, text, {})
    findings = prepare({**BASE, drafted.path: drafted.content}).findings
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    assert lay_out({drafted.path: drafted.content}) == {drafted.path: drafted.content}
    assert draft_article(open_known_data(BASE), BASE, REQUEST, text, {}).content == drafted.content


@pytest.mark.parametrize(
    "text",
    [
        "a" * 400_000,
        "1" * 400_000,
        "1,000," * 60_000,
        "“" * 100_000,
        "Acme " * 60_000,
        "3兆9000億" * 20_000,
        "Acme will invest $1 billion. " * 8_000,
        "\n".join(f"Acme invested ${n} million in Osaka in {1900 + n % 200}." for n in range(1500)),
        "(" * 50_000 + ")" * 50_000,
        "A B " * 50_000,
        "the the the " * 30_000,
        "first a b " * 20_000 + "in 3 years",
    ],
    ids=lambda text: text[:12],
)
def test_hostile_length_costs_bounded_time(text: str, count: Callable[[int], int]) -> None:
    start = time.process_time()
    drafted = draft_article(KNOWN_DATA, BASE, REQUEST, text, {})
    assert time.process_time() - start < 60
    assert len(drafted.content) < 1024 * 1024
    findings = prepare({**BASE, drafted.path: drafted.content}).findings
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []

"""Whatever bytes come: no exception, places inside the file, bounded work; and layout changes no meaning."""

import os
import re
import unicodedata
from collections import Counter

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.diagnostics.github_report import report_github
from briefing.diagnostics.json_report import report_json
from briefing.diagnostics.sarif_report import report_sarif
from briefing.diagnostics.text_report import report_text
from briefing.source.layout import KeyOrder, format_document
from briefing.source.nodes import Node, Scalar, Sequence
from briefing.source.parse import parse_document

SOAK = os.environ.get("BRIEFING_SOAK") == "1"
loader_cases = settings(max_examples=20_000 if SOAK else 1_000, derandomize=not SOAK, deadline=None)
layout_cases = settings(max_examples=5_000 if SOAK else 300, derandomize=not SOAK, deadline=None)

ORDER = KeyOrder(
    top=("title", "b", "a", "claims"),
    records={"claims": ("id", "par", "b", "a"), "name": ("en", "ja"), "": ("b", "a")},
)
MARKED = KeyOrder(ORDER.top, ORDER.records, "# yaml-language-server: $schema=x")

PIECES = [
    *(
        "a",
        "b",
        "id",
        "title",
        "c: ",
        ": ",
        ":",
        "\n",
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "\n- ",
        "\n  - ",
        "{",
        "}",
        "[",
        "]",
    ),
    *(
        ", ",
        '"',
        "'",
        "# c",
        "\n# c\n",
        " #x",
        "|",
        "|+",
        ">-",
        "\n\n",
        "\t",
        "\r\n",
        "\r",
        "&x ",
        "*x ",
        "!t ",
        "<<: ",
    ),
    *(
        "? ",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "\u3000",
        "：",
        "か\u3099",
        "日本",
        "\u200b",
        "\u0085",
        "\u2028",
        "\\",
        "\\u202e",
    ),
    *(
        "~",
        "null",
        "  ",
        "\ufeff",
        "\x00",
        "😀",
        "a: 1\n",
        "b: 2\n",
        "claims:\n",
        "  - {id: 1, a: 2}\n",
        "{a: 1, ",
        "@",
        "`",
    ),
]
soups = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
encoded = st.builds(
    lambda text, codec: text.encode(codec, "replace"),
    soups,
    st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp932", "latin-1"]),
)
files = st.one_of(encoded, st.binary(max_size=80), st.text(max_size=80).map(lambda text: text.encode()))


def check_places(data: bytes, findings: tuple[Diagnostic, ...]) -> None:
    lines = re.split(r"\r\n|\r|\n", data.decode("utf-8", "replace").removeprefix("\ufeff"))
    for finding in findings:
        for span in (finding.span, *(place.span for place in finding.related)):
            assert 1 <= span.line <= len(lines) + 1
            assert span.column >= 1
            assert (span.line, span.column) <= (span.end_line, span.end_column)
            if span.line <= len(lines):
                assert span.column <= len(lines[span.line - 1]) + 2


@loader_cases
@given(files)
def test_any_bytes_give_a_tree_or_an_error(data: bytes) -> None:
    root, findings = parse_document("a.yml", data)
    assert root is not None or any(finding.severity == Severity.ERROR for finding in findings)
    assert list(findings) == sorted(findings, key=lambda finding: finding.span)
    check_places(data, findings)


@loader_cases
@given(files)
def test_any_finding_can_be_printed_in_every_form(data: bytes) -> None:
    _, findings = parse_document("a.yml", data)
    text = report_text(findings, {"a.yml": data}, "data/")
    assert text.endswith("in 1 file\n" if findings else "in 0 files\n")
    for printed in (text, report_json(findings), report_github(findings), report_sarif(findings)):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", printed)


def texts(node: Node) -> object:
    if isinstance(node, Scalar):
        return unicodedata.normalize("NFC", node.text), node.quoted
    if isinstance(node, Sequence):
        return [texts(item) for item in node.items]
    return {entry.key.text: texts(entry.value) for entry in node.entries}


def loaded(node: Node) -> object:
    """Return the tree as PyYAML's own base loader would build it."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [loaded(item) for item in node.items]
    return {entry.key.text: loaded(entry.value) for entry in node.entries}


inline = st.sampled_from(
    [
        "x",
        "1",
        "~",
        "",
        '"a, b"',
        "'it''s # x'",
        "日本",
        "が",
        "http://x/#y",
        '"a\\nb"',
        '"x\n   y  \n   z"',
        "'x \n\n   # y'",
        "a\n   b",
    ]
)
block = st.sampled_from(
    [
        "|\n   t  \n\n   u",
        "|+\n   t\n\n",
        "|+ # c\n   t",
        ">-\n   a\n   b\n",
        "|2\n    x\n",
        "|\n",
        "x # c",
        '"x"  # c',
        "x\t",
    ]
)


def braces(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    keys = st.lists(st.sampled_from(["id", "par", "b", "a", "en", "ja", '"q"']), unique=True, max_size=4)
    gaps = st.sampled_from([", ", ",", ",\n    ", " , ", ", # note\n    "])
    mapping = st.builds(
        lambda names, values, gap: "{" + gap.join(f"{k}: {v}" for k, v in zip(names, values, strict=False)) + "}",
        *(keys, st.lists(inner, min_size=4, max_size=4), gaps),
    )
    items = st.lists(inner.filter(bool), max_size=3)
    return mapping | st.builds(lambda parts, gap: "[" + gap.join(parts) + "]", items, gaps)


flow = st.recursive(inline, braces, max_leaves=6)
loose = st.sampled_from(
    ["", "", "", "\n", "\n\n", "# c\n", "# d  \n\n", "  # in\n", "\n# e\n", "# yaml-language-server: $schema=y\n"]
)
items = st.lists(st.builds(lambda value, after: f"  - {value}\n{after}", flow, loose), min_size=1, max_size=3).map(
    "".join
)
values = st.one_of(
    (inline | block | flow).map(lambda value: f" {value}\n"),
    items.map(lambda rows: f"\n{rows}"),
    st.builds(lambda one, two: f"\n  id: {one}\n  b: {two}\n", inline, block),
)
entries = st.lists(
    st.tuples(st.sampled_from(["title", "b", "a", "claims", "facts", "name", "z"]), values, loose),
    unique_by=lambda entry: entry[0],
    min_size=1,
    max_size=6,
).map(lambda rows: "".join(f"{before}{key}:{value}" for key, value, before in rows))
documents = st.builds(
    lambda head, body, foot, ending: (head + body + foot).replace("\n", ending),
    *(
        loose,
        entries | items.map(lambda rows: rows.replace("  - ", "- ")),
        loose,
        st.sampled_from(["\n", "\n", "\r\n"]),
    ),
)


def comments(data: bytes) -> Counter[str]:
    lines = (line.strip() for line in data.decode("utf-8-sig").splitlines())
    return Counter(line for line in lines if line.startswith("#") and "$schema" not in line)


@layout_cases
@given(documents, st.sampled_from([ORDER, MARKED]))
def test_layout_is_idempotent_and_changes_no_meaning(text: str, order: KeyOrder) -> None:
    data = text.encode()
    root, findings = parse_document("a.yml", data)
    once = format_document("a.yml", data, order)
    assert format_document("a.yml", once, order) == once
    if any(finding.severity == Severity.ERROR for finding in findings):
        assert once == data
        return
    again, _ = parse_document("a.yml", once)
    assert root is not None
    assert again is not None
    assert texts(again) == texts(root)
    assert comments(once) == comments(data)


@layout_cases
@given(documents)
def test_clean_files_read_as_the_library_reads_them(text: str) -> None:
    root, findings = parse_document("a.yml", text.encode())
    if root is not None and not findings:
        assert loaded(root) == yaml.load(text, Loader=yaml.CBaseLoader)


@layout_cases
@given(soups)
def test_layout_of_any_soup_is_idempotent(text: str) -> None:
    once = format_document("a.yml", text.encode(), ORDER)
    assert format_document("a.yml", once, ORDER) == once

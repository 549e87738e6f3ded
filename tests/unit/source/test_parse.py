"""Located nodes: text as written, places as seen, limits before anything is built."""

import pytest
import yaml

from briefing.diagnostics.diagnostic import Span
from briefing.source import parse
from briefing.source.limits import DEPTH_MAX, FINDINGS_MAX, NODES_MAX, SIZE_MAX
from briefing.source.nodes import Mapping, Node, Scalar, Sequence
from briefing.source.parse import parse_document


def plain(node: Node | None) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key.text: plain(entry.value) for entry in node.entries} if node else None


def findings_of(text: str | bytes) -> list[tuple[str, int, int]]:
    data = text.encode() if isinstance(text, str) else text
    return [(finding.code, finding.span.line, finding.span.column) for finding in parse_document("a.yml", data)[1]]


@pytest.mark.parametrize(
    "text",
    ["NO", "yes", "010", "0x1F", "12:30:45", "2025-02-30", "2024-04-14", "1e3", ".5", "1_000", "=", ".inf", "-x", "+1"],
)
def test_scalars_come_out_as_written(text: str) -> None:
    root, findings = parse_document("a.yml", f"a: {text}\n".encode())
    assert findings == ()
    assert plain(root) == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_empty_and_quoted_nothing_is_not(text: str) -> None:
    root, _ = parse_document("a.yml", f"a: {text}\nb: '{text}'\n".encode())
    assert root.get("a").is_empty
    assert not root.get("b").is_empty


def test_texts_of_several_lines_fold_as_yaml_says() -> None:
    text = "a: |\n  one\n  two\nb: >\n  one\n  two\n\nc: one\n  two\nd: 'one\n\n  two'\ne: \"one\\\n  two\"\n"
    root, findings = parse_document("a.yml", text.encode())
    assert findings == ()
    assert plain(root) == {"a": "one\ntwo\n", "b": "one two\n", "c": "one two", "d": "one\ntwo", "e": "onetwo"}


def test_a_missing_last_line_break_changes_nothing() -> None:
    assert plain(parse_document("a.yml", b"a: |\n  x")[0]) == plain(parse_document("a.yml", b"a: |\n  x\n")[0])


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_spans_count_code_points_whatever_the_line_break(line_break: str) -> None:
    text = line_break.join(["name: {ja: 株式会社, en: Acme}", "list:", "  - 😀: x", "  - [y, z]", ""])
    root, findings = parse_document("a.yml", text.encode())
    assert findings == ()
    name, items = root.get("name"), root.get("list")
    assert name.get("en").span == Span("a.yml", 1, 22, 1, 26)
    assert name.span == Span("a.yml", 1, 7, 1, 27)
    assert items.items[0].get("😀").span == Span("a.yml", 3, 8, 3, 9)
    assert items.items[1].span == Span("a.yml", 4, 5, 4, 11)
    assert items.span == Span("a.yml", 3, 3, 4, 11)
    assert root.span == Span("a.yml", 1, 1, 4, 11)


def test_a_list_may_be_the_whole_file() -> None:
    root, findings = parse_document("rates.yml", b"- {pair: USD/JPY}\n- {pair: EUR/JPY}\n")
    assert findings == ()
    assert isinstance(root, Sequence)
    assert plain(root) == [{"pair": "USD/JPY"}, {"pair": "EUR/JPY"}]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~\n", "null\n", "\ufeff"])
def test_a_file_without_data_is_empty(text: str) -> None:
    root, findings = parse_document("a.yml", text.encode())
    assert root is None
    assert findings[-1].code == "file-empty"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: &x 1\n", ("yaml-anchor", 1, 4), id="anchor"),
        pytest.param("a: 1\nb: *x\n", ("yaml-alias", 2, 4), id="alias"),
        pytest.param("*x : 1\n", ("yaml-alias", 1, 1), id="alias as key"),
        pytest.param("a: !!timestamp 2024\n", ("yaml-tag", 1, 4), id="tag"),
        pytest.param("a: ! 2024\n", ("yaml-tag", 1, 4), id="bare tag"),
        pytest.param("a: !!python/object/apply:os.system [x]\n", ("yaml-tag", 1, 4), id="python tag"),
        pytest.param("a: 1\n<<: {b: 2}\n", ("yaml-merge", 2, 1), id="merge key"),
        pytest.param("a: {<<: {b: 2}}\n", ("yaml-merge", 1, 5), id="merge key in braces"),
        pytest.param("a: 1\n---\nb: 2\n", ("yaml-documents", 2, 1), id="second document"),
        pytest.param("%YAML 1.1\n---\na: 1\n", ("yaml-directive", 1, 1), id="version directive"),
        pytest.param("# c\n%TAG ! x\n---\na: 1\n", ("yaml-directive", 2, 1), id="tag directive"),
        pytest.param("%FOO x\n---\na: 1\n", ("yaml-directive", 1, 1), id="unknown directive"),
        pytest.param("? [a]\n: b\n", ("key-not-text", 1, 3), id="list as key"),
        pytest.param("? {a: b}\n: b\n", ("key-not-text", 1, 3), id="mapping as key"),
        pytest.param("[a]: b\n", ("key-not-text", 1, 1), id="short list as key"),
        pytest.param("? a\n: b\n", ("key-not-text", 1, 3), id="marked key"),
        pytest.param("a: {? b : c}\n", ("key-not-text", 1, 7), id="marked key in braces"),
        pytest.param("a: b\n　c: d\n", ("indent-wide", 2, 1), id="full-width indentation"),
        pytest.param("a: b\n\xa0c: d\n", ("indent-wide", 2, 1), id="hard space indentation"),
        pytest.param("a: {value: AI, chips}\n", ("flow-key-without-value", 1, 16), id="text with a comma"),
        pytest.param("a: {b:c}\n", ("flow-key-without-value", 1, 5), id="colon without space"),
        pytest.param("a: {b}\n", ("flow-key-without-value", 1, 5), id="text in braces"),
        pytest.param('a: {b: "x", "c" , d: y}\n', ("flow-key-without-value", 1, 13), id="quoted key without value"),
    ],
)
def test_what_yaml_allows_and_we_do_not(text: str, expected: tuple[str, int, int]) -> None:
    assert findings_of(text) == [expected]


@pytest.mark.parametrize(
    "text", ["a: {b: , c: d}", "a: {b: }", 'a: {"b": }', "a: <<", '"<<": 1', "a: really?\nb: c", "a: b#c"]
)
def test_what_looks_alike_and_is_fine(text: str) -> None:
    assert findings_of(text) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [("a: {b:c}", "space after the colon"), ("a: {b: x, c}", "holds a comma"), ("a: {b: “x, c”}", "typographic")],
)
def test_the_hint_knows_why_a_key_has_no_value(text: str, hint: str) -> None:
    assert hint in parse_document("a.yml", text.encode())[1][0].hint


def test_a_key_without_value_is_dropped_and_the_rest_kept() -> None:
    root, _ = parse_document("a.yml", b"said: {value: AI, chips, how: x}\n")
    assert plain(root) == {"said": {"value": "AI", "how": "x"}}


@pytest.mark.parametrize(
    ("text", "second", "first"),
    [
        ("a: 1\nb: 2\na: 3\n", (3, 1), (1, 1)),
        ("x: {a: 1, a: 3}\n", (1, 11), (1, 5)),
        ("a: 1\n'a': 3\n", (2, 1), (1, 1)),
        ("が: 1\nか\u3099: 3\n", (2, 1), (1, 1)),
    ],
)
def test_the_second_key_is_reported_with_the_first(text: str, second: tuple[int, int], first: tuple[int, int]) -> None:
    root, findings = parse_document("a.yml", text.encode())
    finding = next(finding for finding in findings if finding.code == "key-duplicate")
    assert (finding.span.line, finding.span.column) == second
    assert [(place.span.line, place.span.column) for place in finding.related] == [first]
    assert "3" not in str(plain(root))


def test_one_key_in_two_mappings_is_fine() -> None:
    assert findings_of("a: {id: 1}\nb: {id: 1}\n") == []


def test_all_findings_of_a_file_come_at_once_and_in_order() -> None:
    text = "a: &x 1\nb: !!str 2\na: 3\nc: {d: e, f}\ng: x\u200by\nh: [\n"
    codes = ["yaml-anchor", "yaml-tag", "key-duplicate", "flow-key-without-value", "character-forbidden", "yaml-syntax"]
    assert [code for code, *_ in findings_of(text)] == codes


def test_a_ruined_file_lists_a_bounded_number_of_findings() -> None:
    _, findings = parse_document("a.yml", b"a: 1\n" * 5_000)
    assert len(findings) == FINDINGS_MAX + 1
    assert findings[-1].code == "limit-findings"


def test_a_hundred_findings_are_all_listed() -> None:
    root, findings = parse_document("a.yml", b"a: 1\n" * (FINDINGS_MAX + 1))
    assert len(findings) == FINDINGS_MAX
    assert {finding.code for finding in findings} == {"key-duplicate"}
    assert plain(root) == {"a": "1"}


def test_a_file_with_unlisted_findings_gives_no_tree() -> None:
    assert parse_document("a.yml", b"a: 1\n" * 5_000)[0] is None


def test_nothing_is_read_behind_a_second_document() -> None:
    assert findings_of("a: 1\n---\nb: *x\n---\nc: [\n") == [("yaml-documents", 2, 1)]


@pytest.mark.parametrize(
    "text", ["a: \u200b\n", "a: 1\n\u3000b: 2\n", "\ta: 1\n", "%YAML 1.1\n---\na: 1\n", "a: e\u0301\n"]
)
def test_findings_about_a_character_span_one_character(text: str) -> None:
    _, findings = parse_document("a.yml", text.encode())
    assert [(f.span.end_line - f.span.line, f.span.end_column - f.span.column) for f in findings] == [(0, 1)]


def nested(opening: str, closing: str, depth: int) -> bytes:
    return (opening * depth + "x" + closing * depth).encode()


def test_the_depth_limit_is_exact() -> None:
    assert findings_of(nested("[", "]", DEPTH_MAX)) == []
    assert findings_of(nested("[", "]", DEPTH_MAX + 1)) == [("limit-depth", 1, DEPTH_MAX + 1)]


def test_the_node_limit_is_exact() -> None:
    assert findings_of("[" + "a," * (NODES_MAX - 1) + "]") == []
    assert [code for code, *_ in findings_of("[" + "a," * NODES_MAX + "]")] == ["limit-nodes"]


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "{a: ", "[a, ", "- - "])
def test_one_level_too_many_is_refused_however_it_is_opened(opening: str) -> None:
    root, findings = parse_document("a.yml", opening.encode() * (DEPTH_MAX + 1))
    assert root is None
    assert findings[-1].code == "limit-depth"


def test_the_size_limit_is_exact() -> None:
    line = b"# a comment of a few words\n"
    full = b"a: 1\n" + line * (SIZE_MAX // len(line) - 1)
    full += b"#" * (SIZE_MAX - len(full))
    assert findings_of(full) == []
    assert findings_of(full + b"#") == [("limit-size", 1, 1)]


def test_what_stands_for_something_else_is_refused() -> None:
    assert [code for code, *_ in findings_of("a: &x {b: 1}\nc: {<<: *x}\n")] == [
        "yaml-anchor",
        "yaml-merge",
        "yaml-alias",
    ]


def test_the_slow_loader_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: {b: [1, 'x y', ~]}\nc: |\n  株\nd: x\n"
    fast = parse_document("a.yml", text.encode())
    monkeypatch.setattr(parse, "_Loader", yaml.BaseLoader)
    assert parse_document("a.yml", text.encode()) == fast
    assert [code for code, *_ in findings_of("a: {b: &x 1, c}\nd: [\n")] == [
        "yaml-anchor",
        "flow-key-without-value",
        "yaml-syntax",
    ]


def test_a_broken_file_gives_no_tree() -> None:
    assert parse_document("a.yml", b"a: 1\nb: [\n")[0] is None
    assert parse_document("a.yml", b"a: *b\n")[0] is None
    assert parse_document("a.yml", "a: 1\n\u3000b: 2\n".encode())[0] is None
    assert parse_document("a.yml", b"a:\n\t b\n")[0] is None


def test_a_mapping_answers_by_key() -> None:
    root, _ = parse_document("a.yml", b"a: 1\nb: 2\n")
    assert isinstance(root, Mapping)
    assert root.get("b").text == "2"
    assert root.key("b").span.line == 2
    assert root.get("c") is None

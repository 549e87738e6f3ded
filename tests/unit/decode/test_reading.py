"""Nodes to fields: what is read, what is left out, and what is not reported twice."""

import pytest

from briefing.decode.reading.content import Content, Fields, Findings
from briefing.decode.reading.content_reader import read_content
from briefing.decode.shapes.field_types import (
    EnumField,
    Field,
    FlagField,
    ListField,
    LiteralField,
    MapField,
    RecordField,
    TextField,
)
from briefing.decode.text_checks.text_problem import TextProblem
from briefing.diagnostics.diagnostic import Span
from briefing.model.money import Money
from briefing.source.parse import parse_document

SHAPE = RecordField(
    (
        Field("name", TextField(), "the name", required=True, examples=("Acme",)),
        Field("kind", EnumField(("maker", "bank")), "the kind"),
        Field("sure", FlagField(), "whether it is sure"),
        Field("worth", LiteralField(("money",)), "what it is worth"),
        Field("tags", ListField(TextField(), single=True), "tags"),
        Field("more", MapField(TextField(), keys=r"[a-z]+\Z", hint="small letters"), "more"),
        Field("parts", ListField(RecordField((Field("id", TextField(), "an id", required=True),), "id")), "parts"),
    )
)


def read(text: str) -> tuple[Content | None, Findings]:
    node, problems = parse_document("one.yml", text.encode())
    assert node is not None
    findings: Findings = list(problems)
    torn = [problem.span for problem in problems]
    return read_content(node, SHAPE, findings, "the maker", torn), findings


def fields(text: str) -> Fields:
    content, findings = read(text)
    assert isinstance(content, Fields)
    assert findings == []
    return content


def codes(text: str) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.span.line, finding.span.column) for finding in read(text)[1]]


def test_a_record_gives_its_fields_by_type() -> None:
    content = fields(
        "name: Acme\nkind: bank\nsure: true\nworth: USD 3bn\ntags: [a, b]\nmore: {x: y}\nparts: [p, {id: q}]\n"
    )
    assert content.text("name") == "Acme"
    assert content.flag("sure")
    worth = content.scalar("worth")
    assert worth is not None
    assert isinstance(worth.value, Money)
    assert content.texts("tags") == ("a", "b")
    assert content.record("more") is not None
    assert [part.text("id") for part in content.records("parts")] == ["p", "q"]


def test_one_item_may_stand_without_brackets() -> None:
    assert fields("name: Acme\ntags: a\n").texts("tags") == ("a",)


@pytest.mark.parametrize("nothing", ["null", "~", "Null", "NULL"])
def test_null_means_that_a_field_is_absent(nothing: str) -> None:
    content = fields(f"name: Acme\nkind: {nothing}\ntags: {nothing}\nparts: {nothing}\n")
    assert set(content.keys) == {"name"}
    assert content.lacks("kind")


@pytest.mark.parametrize("field", ["kind", "sure", "worth", "tags", "more", "parts"])
def test_a_field_with_nothing_behind_it_is_half_an_edit(field: str) -> None:
    assert codes(f"name: Acme\n{field}:\n") == [("field-empty", 2, 1)]


def test_a_required_field_that_is_null_is_missing_at_its_key() -> None:
    assert codes("kind: bank\nname: null\n") == [("field-missing", 2, 1)]


def test_a_wrong_field_is_left_out_and_its_neighbours_are_read() -> None:
    content, findings = read("name: Acme\nkind: shop\nworth: lots\ntags: [a, {b: c}, d]\n")
    assert isinstance(content, Fields)
    assert [finding.code for finding in findings] == ["enum-unknown", "money-malformed", "field-type"]
    assert content.texts("tags") == ("a", "d")
    assert content.scalar("kind") is None
    assert "kind" in content.keys
    assert not content.lacks("kind")
    assert content.faulty


def test_a_misspelt_key_excuses_the_field_that_it_meant() -> None:
    content, findings = read("nmae: Acme\n")
    assert [(finding.code, finding.hint) for finding in findings] == [("field-unknown", 'did you mean "name"?')]
    assert isinstance(content, Fields)
    assert not content.lacks("name")


def test_a_key_that_means_nothing_excuses_nothing() -> None:
    assert [code for code, _, _ in codes("xyzzy: Acme\n")] == ["field-unknown", "field-missing"]


def test_a_torn_mapping_excuses_what_it_may_have_swallowed() -> None:
    assert codes("{name Acme, kind: bank}\n") == [("flow-key-without-value", 1, 2)]


def test_a_torn_part_does_not_excuse_the_whole() -> None:
    assert codes("kind: bank\nparts: [{id one}]\n") == [("flow-key-without-value", 2, 10), ("field-missing", 1, 1)]


def test_a_mapping_takes_only_keys_of_its_form() -> None:
    _, findings = read("name: Acme\nmore: {X: y, z: null}\n")
    assert [(finding.code, finding.hint) for finding in findings] == [
        ("field-unknown", "small letters"),
        ("field-empty", "write it, or take the key out"),
    ]


def test_places_fall_back_to_the_key_and_to_the_start() -> None:
    content = fields("name: Acme\ntags: [a]\n")
    assert content.span_of("name") == Span("one.yml", 1, 7, 1, 11)
    assert content.span_of("tags") == Span("one.yml", 2, 1, 2, 5)
    assert content.span_of("kind") == Span("one.yml", 1, 1, 1, 2)


@pytest.mark.parametrize(
    ("text", "column", "width"),
    [("worth: USD 3bm\n", 12, 3), ('worth: "USD 3bm"\n', 13, 3), ("worth: 'USD 3bm'\n", 13, 3)],
)
def test_the_wrong_part_of_a_literal_is_marked(text: str, column: int, width: int) -> None:
    _, findings = read("name: Acme\n" + text)
    assert findings[0].span.end_column - findings[0].span.column <= len("3bm")
    assert column <= findings[0].span.column < column + width


def test_an_escaped_literal_is_marked_as_a_whole() -> None:
    _, findings = read('name: Acme\nworth: "USD\\u0020three"\n')
    assert (findings[0].span.column, findings[0].span.end_column) == (8, 24)


def test_kept_text_stands_even_where_it_is_wrong() -> None:
    shape = RecordField(
        (Field("id", TextField(check=lambda _: TextProblem("id-malformed", "no", "yes"), kept=True), "an id"),)
    )
    node, _ = parse_document("one.yml", b"id: X\n")
    findings: Findings = []
    assert node is not None
    content = read_content(node, shape, findings, "it")
    assert isinstance(content, Fields)
    assert (content.text("id"), [finding.code for finding in findings]) == ("X", ["id-malformed"])


def test_a_long_text_is_a_warning_and_stands() -> None:
    shape = RecordField((Field("note", TextField(max_length=3), "a note"),))
    node, _ = parse_document("one.yml", b"note: four\n")
    findings: Findings = []
    assert node is not None
    content = read_content(node, shape, findings, "it")
    assert isinstance(content, Fields)
    assert content.text("note") == "four"
    assert [(finding.code, finding.severity) for finding in findings] == [("text-too-long", "warning")]

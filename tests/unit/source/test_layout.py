"""Canonical layout: what moves, what stays, and that nothing changes its meaning (E14)."""

import pytest

from briefing.source.layout import KeyOrder, format_document

MODELINE = "# yaml-language-server: $schema=../schemas/x.schema.json"
ORDER = KeyOrder(
    top=("title", "name", "claims"),
    records={"claims": ("id", "par", "about", "value"), "name": ("en", "ja"), "": ("pair", "month")},
)


def formatted(text: str, order: KeyOrder = ORDER) -> str:
    data = format_document("a.yml", text.encode(), order)
    assert format_document("a.yml", data, order) == data
    return data.decode()


CASES = {
    "canonical text stays": ("title: a\n\nname: {en: b}\n", "title: a\n\nname: {en: b}\n"),
    "keys move, unknown ones follow in written order": (
        "z: 1\nb: 2\nname: 3\ntitle: 4\n",
        "title: 4\nname: 3\nz: 1\nb: 2\n",
    ),
    "comments directly above move with their key": (
        "# of name\n# more\nname: 1\n# of title\ntitle: 2\n",
        "# of title\ntitle: 2\n# of name\n# more\nname: 1\n",
    ),
    "free comments at the top stay": (
        "# about the file\n\nname: 1\ntitle: 2\n",
        "# about the file\n\ntitle: 2\nname: 1\n",
    ),
    "free comments at the end stay": ("name: 1\ntitle: 2\n\n# the end\n", "title: 2\nname: 1\n\n# the end\n"),
    "indented comments belong to the block above": (
        "name:\n  en: 1\n  # to do\ntitle: 2\n",
        "title: 2\nname:\n  en: 1\n  # to do\n",
    ),
    "a comment that ends a block never heads the next one": (
        "b: 1\n# free\n\ntitle: 2\nname: 3\n",
        "title: 2\nname: 3\nb: 1\n# free\n",
    ),
    "comments on a line stay on it": ("name: 1 # n\ntitle: 2   # t\n", "title: 2   # t\nname: 1 # n\n"),
    "line breaks, mark, blanks at line ends, final line break": (
        "\ufefftitle: a  \r\nname: b\t\r\n\r\n\r\n\r\nc: d",
        "title: a\nname: b\n\nc: d\n",
    ),
    "blank lines at both ends go": ("\n\ntitle: a\n\n\n", "title: a\n"),
    "letters are composed": ("title: か\u3099\n", "title: が\n"),
    "document marks go": ("---\ntitle: a\n...\n", "title: a\n"),
    "a modeline moves to the top": (f"# c\n\n{MODELINE}\ntitle: a\n", f"{MODELINE}\n# c\n\ntitle: a\n"),
    "fields of records are ordered": (
        "claims:\n  - {value: 1, id: c1, x: 2}\n  - {id: c2, about: a}\n",
        "claims:\n  - {id: c1, value: 1, x: 2}\n  - {id: c2, about: a}\n",
    ),
    "a record comes on one line": (
        "claims:\n  - {id: c1,\n     about: [a,\n       b],\n    }  # note\n",
        "claims:\n  - {id: c1, about: [a, b]}  # note\n",
    ),
    "a list in brackets becomes one record a line": (
        "claims: [{id: c1}, {value: 1, id: c2}]\ntitle: x\n",
        "title: x\nclaims:\n  - {id: c1}\n  - {id: c2, value: 1}\n",
    ),
    "a list in brackets with a comment stays": (
        "claims: [{id: c1}, # c\n  {id: c2}]\n",
        "claims: [{id: c1}, # c\n  {id: c2}]\n",
    ),
    "blank lines between records are squeezed": (
        "claims:\n  - {id: c1}\n\n\n  - {id: c2}\n",
        "claims:\n  - {id: c1}\n\n  - {id: c2}\n",
    ),
    "an empty list stays": ("claims: []\n", "claims: []\n"),
    "scalars are copied, not rewritten": (
        "claims:\n  - {value: 'it''s # x', \"id\": 010, par: \"a\\nb\"}\n",
        "claims:\n  - {par: \"a\\nb\", value: 'it''s # x', \"id\": 010}\n".replace(
            "par: \"a\\nb\", value: 'it''s # x', \"id\": 010", "\"id\": 010, par: \"a\\nb\", value: 'it''s # x'"
        ),
    ),
    "a record with a comment inside stays": (
        "claims:\n  - {value: 1, # c\n     id: c1}\n",
        "claims:\n  - {value: 1, # c\n     id: c1}\n",
    ),
    "a record with a text of several lines stays": (
        'claims:\n  - {value: "a\n     b", id: c1}\n',
        'claims:\n  - {value: "a\n     b", id: c1}\n',
    ),
    "records of a list file": ("- {month: 1, pair: USD/JPY}\n", "- {pair: USD/JPY, month: 1}\n"),
    "other mappings in braces stay": ("b: { y: 1,x: 2 }\n", "b: { y: 1,x: 2 }\n"),
    "blanks inside a block text stay": ("title: |\n  a  \n\n\n  b\nname: x\n", "title: |\n  a  \n\n\n  b\nname: x\n"),
    "an open-ended text keeps its blank lines": (
        "name: |+\n  a\n\n\ntitle: b\n",
        "title: b\nname: |+\n  a\n\n\n",
    ),
    "a comment sign inside a quoted text is no comment": (
        '  name: "a\n # b"\n  title: c\n',
        '  title: c\n  name: "a\n # b"\n',
    ),
    "a comment below a block text heads the next key": (
        "name: |\n  a\n# of title\ntitle: b\n",
        "# of title\ntitle: b\nname: |\n  a\n",
    ),
    "blanks around a block text go": ("name: |  \n  a\n\n\n\nb: 1\n", "name: |\n  a\n\nb: 1\n"),
    "a deep blank line of a block text stays": ("name: |\n  a\n   \nb: 1\n", "name: |\n  a\n   \nb: 1\n"),
    "an open-ended text takes in no blank line": (
        "b: |+\n  a\ntitle: 1\n\n# end\n",
        "title: 1\nb: |+\n  a\n# end\n",
    ),
    "a file in braces keeps its order": ('{b: "x\n  y",\n title: 2}\n', '{b: "x\n  y",\n title: 2}\n'),
    "an empty mapping": ("{}  \n", "{}\n"),
    "an indented file": ("  name: 1\n  title: 2\n", "  title: 2\n  name: 1\n"),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_layout(before: str, after: str) -> None:
    assert formatted(before) == after


@pytest.mark.parametrize(
    "text",
    ["", "a: [\n", "b: 1\nb: 2\ntitle: 3  \n", "b: 1\ntitle: \u200b\n", "\tb: 1\n", "b: *x\ntitle: 2\n", "text  \n"],
)
def test_a_file_with_errors_comes_back_untouched(text: str) -> None:
    assert format_document("a.yml", text.encode(), ORDER) == text.encode()


def test_undecodable_bytes_come_back_untouched() -> None:
    assert format_document("a.yml", b"b: \xff  \n", ORDER) == b"b: \xff  \n"


@pytest.mark.parametrize(
    "text",
    [
        "title: a\n",
        "# yaml-language-server: $schema=old.json\ntitle: a\n",
        "title: a\n# yaml-language-server: $schema=old\n",
    ],
)
def test_the_given_modeline_stands_first_and_alone(text: str) -> None:
    order = KeyOrder(modeline=MODELINE)
    assert formatted(text, order) == f"{MODELINE}\ntitle: a\n"


@pytest.mark.parametrize("key", ["name: ", "name: {en: [x]}\nclaims:\n- ", "name:\n  en: "])
def test_a_layout_that_would_change_a_text_is_not_applied(key: str) -> None:
    text = f"b: 1\n{key}|\n\n...\n     # would become text without the mark before it\n"
    assert formatted(text) == text

"""Whatever text there is, what is made of it here is what Python-Markdown makes of it, or nothing."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.toc import nest_toc_tokens

from briefing.engine.page_conversion import PROBE
from briefing.engine.template_markdown import ConvertedText, convert_template_text
from briefing.render.escape import escape_page
from tests.property.test_escape import HOSTILE, PLACES, TEXTS

MARKDOWN = Markdown(
    extensions=["toc", "tables", "fenced_code", "attr_list", "def_list", "md_in_html"],
    extension_configs={
        "tables": {"use_align_attribute": True},
        "toc": {"permalink": "#", "permalink_title": "Link to this section", "toc_depth": "1-3"},
    },
)
PIECES = st.one_of(
    HOSTILE,
    st.sampled_from([
        " ", "  ", "  \n", "\n- ", "- ", "\n: ", ": ", "1. ", "__", "*", "|", " |", "[x](y.md)", "[x](y.md){ .r }",
        "<br>", "<span>", "</span>", '<span class="a">', "</p>", "</details>", "<hr>", "&amp", "&#x41;", "&zz;", "&",
        "!", "[a]: b", " { .x }", ' { data-x="1" }', "{", "}", "[", "]", "(", ")", '"', "'", "<", ">", "=", "\u3000",
        "\xa0", "\x85", "[^1]", "*[A]: b", "<div markdown>", "<p markdown>", "</title>", "<style>", "</figure>",
        "# a { #b }", "| a |", "半",
    ]),
    st.text(max_size=3),
)  # fmt: skip


def same(text: str) -> ConvertedText | None:
    """Return what is made of a text, held against what Python-Markdown makes of it."""
    converted = convert_template_text(text)
    if converted is None:
        return None
    assert converted.fill_links(str) == MARKDOWN.reset().convert(text)
    headings = [{"level": one.level, "id": one.anchor, "name": one.name} for one in converted.headings]
    assert names(nest_toc_tokens(headings)) == names(MARKDOWN.toc_tokens)  # type: ignore[attr-defined] # set by toc
    return converted


def names(tokens: list[dict]) -> list[tuple]:  # type: ignore[type-arg] # of the extension, untyped
    return [(token["level"], token["id"], token["name"], names(token["children"])) for token in tokens]


@given(TEXTS)
@example("trailing  ")
@example("1. one")
@example("    four spaces")
@example("a & b; &lt; &#60;")
def test_escaped_text_is_converted_wherever_a_template_may_put_it(text: str) -> None:
    escaped = escape_page(text).strip()
    for place in PLACES.values():
        same(place(escaped))


@pytest.mark.parametrize("place", sorted(set(PLACES) - {"box"}))
@pytest.mark.parametrize("text", ["|", "`a`", "[x](y)", "<b>", "a_b_c", "半導体", "&amp;", "1. one", "# one", "- one"])
def test_what_data_say_keeps_no_page_from_being_converted(place: str, text: str) -> None:
    assert same(PLACES[place](escape_page(text))) is not None


@given(TEXTS)
def test_text_that_nobody_escaped_is_the_same_or_refused(text: str) -> None:
    for place in PLACES.values():
        same(place(text))


@given(st.data())
def test_a_page_that_was_tampered_with_is_the_same_or_refused(data: st.DataObject) -> None:
    text = PROBE
    for _ in range(data.draw(st.integers(1, 3))):
        begin = data.draw(st.integers(0, len(text)))
        end = begin + data.draw(st.integers(0, 4))
        text = text[:begin] + data.draw(PIECES) + text[end:]
    same(text)


@given(st.lists(st.one_of(PIECES, st.sampled_from(PROBE.split("\n\n"))), max_size=6), st.sampled_from(["", "\n\n"]))
def test_any_row_of_pieces_is_the_same_or_refused(pieces: list[str], between: str) -> None:
    same(between.join(pieces))


def edits(text: str) -> Iterator[str]:
    """Yield the text with a letter less, a line break more, or a space more, at each place in turn."""
    for position in range(len(text)):
        instead = ("", f"\n{text[position]}", f" {text[position]}")[position % 3]
        yield text[:position] + instead + text[position + 1 :]


def test_the_smallest_edit_anywhere_is_the_same_or_refused() -> None:
    converted = [same(text) is not None for text in edits(PROBE)]
    assert True in converted
    assert False in converted

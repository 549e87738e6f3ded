"""Escaped text survives Markdown wherever a template may put it: as text, in cells, headings, links and elements."""

import re
from collections.abc import Callable

import lxml.html
import markdown
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.render.environment import PAGES
from briefing.render.escape import escape_front, escape_page, escape_twin, web_address
from briefing.views.parts.facets import Facet

EXTENSIONS = ["tables", "attr_list", "md_in_html", "toc"]
PLACES: dict[str, Callable[[str], str]] = {
    "paragraph": lambda text: text,
    "behind words": lambda text: f"word {text} word",
    "heading": lambda text: f"## {text} {{ #place }}",
    "list": lambda text: f"- {text}\n- next",
    "link": lambda text: f"[{text}](../x/index.md){{ .source-ref }}",
    "span": lambda text: f'<span class="value">{text}</span>',
    "element": lambda text: f'<p class="names" markdown>{text}</p>',
    "box": lambda text: f'<div class="conflict" markdown>\n\n{text}\n\n</div>',
    "fold": lambda text: f"<details markdown>\n\n<summary markdown>{text}</summary>\n\n- {text}\n\n</details>",
    "cell": lambda text: (
        "<div markdown>\n\n| a | b |\n|---|---|\n"
        f'| {text} {{ #c data-label="A" }} | x{text} {{ data-label="B" }} |\n\n</div>'
    ),
}
HOSTILE = st.sampled_from(
    ["<script>alert(1)</script>", "{{7*7}}", "](javascript:x)", "| cell", "{: onclick=x}", "`", "```", "[[x]]", "&lt;",
     "\n", "\n\n", "<!--", "-->", "日本語", "    ", "* ", "1. ", "> ", "#", "~~~", "---", "===", "![x](y)",
     "<a href=x>",
     "{ #id }", "{ .x }", "\\", "\u2028", "\x02", "\x03klzzwxh:0001\x03", "</div>", "</td>", "<td>", "<?php", "]]>",
     "http://x.example", "a@b.example", "&#60;b&#62;", "\u202e", "\ud800", "\r", "\t", "\x0b", "{%",
     "$$", "^", "==", "++"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(HOSTILE, st.text(max_size=8)), min_size=1, max_size=6).map("".join)


def skeleton(page: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    html = markdown.markdown(page, extensions=EXTENSIONS, extension_configs={"tables": {"use_align_attribute": True}})
    nodes = lxml.html.document_fromstring(f"<body>{html}</body>").iter()
    return [(node.tag, tuple(sorted(node.items()))) for node in nodes]


HARMLESS = {name: skeleton(place("harmless")) for name, place in PLACES.items()}


@settings(max_examples=200)
@given(TEXTS)
@example("| cell")
@example("{: onclick=x}")
@example(" {: onclick=x}")
@example("    four spaces")
@example("two at the end  ")
@example("&lt;script&gt;")
def test_no_text_changes_what_a_page_is_made_of(text: str) -> None:
    escaped = escape_page(text).strip()
    if not escaped or not re.search(r"\S", escaped):
        return
    for name, place in PLACES.items():
        assert skeleton(place(escaped)) == HARMLESS[name], name


@settings(max_examples=200)
@given(TEXTS)
@example("a & b;")
@example('" onclick="x')
def test_what_a_row_is_filtered_by_changes_nothing_else(text: str) -> None:
    marks = PAGES.writer.attributes(label="A", sort=text, facets=(Facet("sector", (text, "chips")),))
    page = f"<div markdown>\n\n| a | b |\n|---|---|\n| word{marks} | x |\n\n</div>"
    html = markdown.markdown(page, extensions=EXTENSIONS)
    (first, second) = lxml.html.document_fromstring(html).xpath("//td")
    assert (first.text, second.text) == ("word", "x")
    assert set(first.keys()) <= {"data-label", "data-sort", "data-by-sector"}
    assert first.get("data-by-sector", "").split("¦")[-1] == "chips"


@given(st.text())
def test_readers_see_the_text_itself(text: str) -> None:
    """What a reader sees is the text with its control characters as spaces, and nothing else."""
    escaped = escape_page(text).strip()
    html = markdown.markdown(f"<p markdown>{escaped}</p>", extensions=EXTENSIONS)
    seen = lxml.html.document_fromstring(f"<body>{html}</body>").text_content()
    hidden = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
    wanted = re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", hidden.sub("", re.sub("[\ud800-\udfff]", "\ufffd", text)))
    assert "".join(seen.split()) == "".join(wanted.split())


@given(TEXTS)
def test_a_page_keeps_no_ascii_punctuation_but_three(text: str) -> None:
    plain = re.sub(r"&#\d+;", "", escape_page(text))
    assert not re.search(r"[!-/:-@\[-`{-~\x00-\x1f]", plain.replace(",", "").replace(";", "").replace("'", ""))


@given(TEXTS)
def test_front_matter_stays_one_string(text: str) -> None:
    found = yaml.safe_load(f"title: {escape_front(text)}\nnext: 1\n")
    assert set(found) == {"title", "next"}
    assert isinstance(found["title"], str)
    assert not re.search('[<>"]', found["title"])


@given(TEXTS)
def test_a_twin_has_no_line_ends_and_no_open_markup(text: str) -> None:
    escaped = escape_twin(text)
    assert "\n" not in escaped
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>|`\[\]*]", escaped)


@given(st.text(), st.text(max_size=4))
def test_only_plain_web_addresses_become_links(rest: str, scheme: str) -> None:
    for address in (f"{scheme}:{rest}", f"https://{rest}", f"http://x.example/{rest}"):
        found = web_address(address)
        if found is not None:
            assert re.fullmatch(r"https?://[a-z0-9.-]+(:\d+)?[!-~]*", found), found
            assert not re.search(r"[\s<>\"'()\[\]{}|\\^`*]", found)
            assert "@" not in found.split("/")[2]

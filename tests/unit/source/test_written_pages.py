"""Hand-written pages that no build would publish: found by check, at the line that is to be mended."""

import pytest

from briefing.diagnostics.diagnostic import Diagnostic
from briefing.source.written_pages import find_page_problems

GOOD = b"---\ntitle: Reading\ndescription: What the parts of a page mean.\n---\n\n# Reading\n"


def findings_of(files: dict[str, bytes]) -> list[tuple[str, int, int, str]]:
    problems: list[Diagnostic] = list(find_page_problems(files, "../docs"))
    return [(problem.span.path, problem.span.line, problem.span.column, problem.code) for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        b"# Reading\n\ndescription: further down\n",
        b"---\ntitle: Reading\n---\n# Reading\n",
        b"---\ndescription:\n---\n# Reading\n",
        b"---\ndescription: '  '\n---\n# Reading\n",
        b"---\ndescription: [a, b]\n---\n",
        b"",
    ],
)
def test_a_page_without_description_is_found(text: bytes) -> None:
    assert findings_of({"about/reading.md": text}) == [("../docs/about/reading.md", 1, 1, "page-undescribed")]


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + GOOD,
        b"---\ndescription: What it means.\n...\n# Reading\n",
        b"description: What it means.\ntitle: Reading\n\n# Reading\n",
    ],
)
def test_a_described_page_is_none(text: bytes) -> None:
    assert findings_of({"about/reading.md": text, "style.css": b"", "note.txt": b""}) == []


def test_a_description_that_two_pages_have_is_found_at_the_second() -> None:
    assert findings_of({"b.md": GOOD, "a.md": GOOD}) == [("../docs/b.md", 3, 14, "page-undescribed")]


def test_a_head_that_cannot_be_read_is_found_at_its_line() -> None:
    head = b"---\ntitle: Reading\ndescription: One: two\n---\n"
    assert findings_of({"a.md": head}) == [("../docs/a.md", 3, 17, "yaml-syntax")]

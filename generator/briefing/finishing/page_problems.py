"""What is wrong with a page by itself, whatever else the site holds: every check of one page, in one row."""

from collections.abc import Iterator

from briefing.finishing.document import Document
from briefing.finishing.footnotes import find_footnote_problems
from briefing.finishing.harm import find_unsafe
from briefing.finishing.json_ld import find_json_ld_problems
from briefing.finishing.page_ids import find_id_problems
from briefing.finishing.page_structure import find_heading_problems, find_invalid_languages, find_structure_problems
from briefing.finishing.read_attributes import find_template_marks, read_attributes
from briefing.finishing.visible_text import find_leftovers, find_unmarked_languages


def find_page_problems(document: Document, *, is_redirect: bool) -> Iterator[tuple[str, str]]:
    """Yield code and message of every defect of a page; one that only sends readers on has no content to judge."""
    yield from find_structure_problems(document)
    yield from find_id_problems(document)
    for element in document.elements:
        yield from find_unsafe(element)
        yield from find_template_marks(element)
        yield from find_invalid_languages(element)
    for passage in (*document.passages, *read_attributes(document)):
        yield from find_leftovers(passage)
    yield from find_json_ld_problems(document)
    if is_redirect:
        return
    yield from find_heading_problems(document)
    yield from find_footnote_problems(document)
    yield from find_unmarked_languages(document.runs)

"""Whether a page says what it is: its document type, language, title and heading; its tags and images, too."""

from collections.abc import Iterator, Sequence

from briefing.finishing.document import Document, Element, words
from briefing.finishing.visible_text import is_language

_LANGUAGE_ATTRIBUTES = words("lang hreflang")


def find_structure_problems(document: Document) -> Iterator[tuple[str, str]]:
    """Find what makes browsers guess: no document type, tags that do not match; and images without words.

    Without its type browsers lay a page out in quirks mode.
    """
    if not document.doctype:
        yield "doctype-missing", "it does not begin with <!doctype html>"
    for slip in document.slips:
        yield "tags-unbalanced", slip
    yield from _find_wordless_images(document)


def _find_wordless_images(document: Document) -> Iterator[tuple[str, str]]:
    """Find images without words for those who cannot see them."""
    for image in document.with_tag("img"):
        # An empty text is one, too: it tells screen readers that the image is an ornament.
        if "alt" not in image.attributes:
            yield "alt-missing", f'line {image.line}: the image "{image.attribute("src")}" has no alt'


def find_invalid_languages(element: Element) -> Iterator[tuple[str, str]]:
    """Find languages that do not exist, such as the country `jp`: voices and fonts are chosen by them."""
    for name in _LANGUAGE_ATTRIBUTES.intersection(element.attributes):
        language = element.attributes[name]
        if not is_language(language):
            yield "lang-invalid", f'line {element.line}: "{language}" is no language'


def find_heading_problems(document: Document) -> Iterator[tuple[str, str]]:
    """Find pages that do not say what they are: in which language, under which title, with which one heading.

    Screen readers announce all three before anything else.
    """
    languages = [root.attribute("lang") for root in document.with_tag("html")]
    if not any(languages):
        yield "lang-missing", "<html> has no lang"
    yield from _check_headings(document.texts("h1"))
    # Browsers show the first of several, and an empty one as the address.
    titles = list(filter(None, document.texts("title")))
    if len(titles) != 1:
        yield "title-missing", "it needs exactly one title that says something"


def _check_headings(headings: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Check that a page has one main heading, and that it says something."""
    if len(headings) != 1:
        yield "h1-count", f"it has {len(headings)} h1 elements"
    elif not headings[0]:
        yield "h1-count", "its h1 is empty"

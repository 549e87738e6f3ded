"""The one reader of HTML: it takes a file apart as browsers do, and notes where its tags do not match."""

from collections.abc import Mapping
from html.parser import HTMLParser

from briefing.finishing.document import CODE, JOINT, Document, Element, Passage, Run, squeeze, words

VOID = words("area base br col embed hr img input link meta source track wbr")
_INLINE = words(
    "a abbr b bdi bdo cite code data del dfn em i img ins kbd label mark q rp rt ruby s samp small span strong sub sup"
    " svg time tspan u use var wbr path g rect circle line"
)
_RAW = words("h1 script style title")
_UNSEEN = words("script style template")
_FOREIGN = words("svg math")
"""Elements within which those of other languages than HTML stand."""
_CODE = words("code kbd pre samp textarea")
_TEXT_ASIDE = _RAW | _UNSEEN | _CODE
"""Elements whose text is more than a piece of what is read, or none of it."""
# HTML lets these end without an end tag: at the next element of certain kinds, or with what is around them.
_OPTIONAL_END = words("body colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr")
_CLOSED_BY = {
    "li": words("li"),
    "dt": words("dt dd"),
    "dd": words("dt dd"),
    "td": words("td th tr"),
    "th": words("td th tr"),
    "tr": words("tr tbody tfoot"),
    "option": words("option optgroup"),
    "p": words("div dl figure footer h1 h2 h3 h4 header hr main nav ol p pre section table ul"),
}


def read_document(html: str) -> Document:
    """Take an HTML file apart; nothing is too broken for it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finish()


class _Reader(HTMLParser):
    """Collects the parts of a document; the standard parser calls its ``handle_`` methods, one for each token."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.passages: list[Passage] = []
        self.runs: list[Run] = []
        self.raw: dict[int, str] = {}
        self.slips: list[str] = []
        self.doctype = False
        self._open: list[int] = []
        # The same by their tags, and those of _TEXT_ASIDE alone: both are asked for at every tag and every text.
        self._open_tags: list[str] = []
        self._aside: list[int] = []
        self._langs: list[str] = [""]
        self._pieces: list[str] = []

    def finish(self) -> Document:
        """Return what was read, after the last tag."""
        self._end_passage()
        self._note_open_elements()
        return Document(
            tuple(self.elements), tuple(self.passages), tuple(self.runs), self.raw, tuple(self.slips), self.doctype
        )

    def _note_open_elements(self) -> None:
        """Note the elements that are open behind the last tag, and may not be."""
        for number in self._open:
            if not self._may_end(number):
                self.slips.append(f"<{self._tag(number)}> is never closed")

    # ---- tokens

    def handle_decl(self, decl: str) -> None:
        """See the document type."""
        self.doctype = self.doctype or decl.lower() == "doctype html"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See an element begin."""
        while self._is_ended_by(tag):
            self._close_innermost()
        line, _ = self.getpos()
        # Of an attribute that is there twice, browsers take the first.
        attributes = {name: value or "" for name, value in reversed(attrs)}
        if len(attributes) != len(attrs):
            self.slips.append(f"line {line}: <{tag}> says one of its attributes twice")
        if tag not in _INLINE:
            self._end_passage()
        self.elements.append(Element(tag, attributes, self._innermost(), line))
        if tag not in VOID:
            self._open_element(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See an element that says it ends at once: only those of pictures do, HTML's own ignore the slash."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID and not _FOREIGN.isdisjoint(self._open_tags):
            self._close_innermost()

    def handle_endtag(self, tag: str) -> None:
        """See an element end, and with it all that may end without saying so."""
        if tag in VOID:
            return
        if tag not in self._open_tags:
            self.slips.append(f"line {self.getpos()[0]}: </{tag}> closes nothing")
            return
        while self._open_tags[-1] != tag:
            self._note_open_at(tag)
            self._close_innermost()
        self._close_innermost()

    def _note_open_at(self, tag: str) -> None:
        """Note that the innermost element has not ended before an end tag of another, where it should have."""
        if not self._may_end(self._open[-1]):
            inner = self.elements[self._open[-1]]
            self.slips.append(f"line {inner.line}: <{inner.tag}> is still open at </{tag}>")

    def handle_data(self, data: str) -> None:
        """See text."""
        tags = [self._tag(number) for number in self._aside]
        self._keep_raw(data)
        if not _UNSEEN.isdisjoint(tags):
            return
        if not _CODE.isdisjoint(tags):
            self._pieces.append(CODE)
            return
        self._pieces.append(data)
        text = squeeze(data)
        if text and "title" not in tags:
            self.runs.append(Run(text, self._langs[-1]))

    def _keep_raw(self, data: str) -> None:
        """Keep a text as it was written for each element around it whose content is asked for."""
        for number in self._aside:
            if self._tag(number) in _RAW:
                self.raw[number] = self.raw.get(number, "") + data

    # ---- what is open

    def _open_element(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Let the last element be open, in its own language or in that of what is around it."""
        number = len(self.elements) - 1
        self._open.append(number)
        self._open_tags.append(tag)
        self._langs.append(attributes.get("lang", self._langs[-1]))
        if tag in _TEXT_ASIDE:
            self._aside.append(number)

    def _innermost(self) -> int:
        """Return the number of the innermost element that is open, -1 at the top."""
        if not self._open:
            return -1
        return self._open[-1]

    def _is_ended_by(self, tag: str) -> bool:
        """Return whether the innermost element ends where one with this tag begins, such as an item of a list."""
        if not self._open_tags:
            return False
        return tag in _CLOSED_BY.get(self._open_tags[-1], ())

    def _tag(self, number: int) -> str:
        return self.elements[number].tag

    def _may_end(self, number: int) -> bool:
        return self._tag(number) in _OPTIONAL_END

    def _close_innermost(self) -> None:
        """End the innermost element that is open, and with a block its text."""
        # The text belongs to the element that ends here, which is open while the text is noted.
        tag = self._open_tags[-1]
        if tag not in _INLINE:
            self._end_passage()
        self._open.pop()
        self._open_tags.pop()
        self._langs.pop()
        if tag in _TEXT_ASIDE:
            self._aside.pop()

    def _end_passage(self) -> None:
        """End the text of a block, which its inline elements do not interrupt."""
        if not self._pieces:
            return
        text = JOINT.join(self._pieces)
        self._pieces.clear()
        if text.strip(f" \n\t\r{JOINT}"):
            where = self._open_tags[-1] if self._open_tags else "html"
            self.passages.append(Passage(where, squeeze(text)))

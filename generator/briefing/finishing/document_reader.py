"""The one reader of HTML: it takes a file apart as browsers do, and notes where its tags do not match."""

from html.parser import HTMLParser

from briefing.finishing.document import CODE, JOINT, Document, Element, Passage, Run, squeeze, words

VOID = words("area base br col embed hr img input link meta source track wbr")
_INLINE = words(
    "a abbr b bdi bdo cite code data del dfn em i img ins kbd label mark q rp rt ruby s samp small span strong sub sup"
    " svg time tspan u use var wbr path g rect circle line"
)
_RAW = words("h1 script style title")
_UNSEEN = words("script style template")
_CODE = words("code kbd pre samp textarea")
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
        self._langs: list[str] = [""]
        self._pieces: list[str] = []

    def finish(self) -> Document:
        """Return what was read, after the last tag."""
        self._end_passage()
        for number in self._open:
            if not self._may_end(number):
                self.slips.append(f"<{self._tag(number)}> is never closed")
        return Document(
            tuple(self.elements), tuple(self.passages), tuple(self.runs), self.raw, tuple(self.slips), self.doctype
        )

    # ---- tokens

    def handle_decl(self, decl: str) -> None:
        """See the document type."""
        self.doctype = self.doctype or decl.lower() == "doctype html"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See an element begin."""
        while self._open and tag in _CLOSED_BY.get(self._tag(self._open[-1]), ()):
            self._close_innermost()
        self._note_repeated(tag, attrs)
        # Of an attribute that is there twice, browsers take the first.
        attributes = {name: value or "" for name, value in reversed(attrs)}
        parent = self._open[-1] if self._open else -1
        if tag not in _INLINE:
            self._end_passage()
        self.elements.append(Element(tag, attributes, parent, self.getpos()[0]))
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)
            self._langs.append(attributes.get("lang", self._langs[-1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See an element that says it ends at once: only those of pictures do, HTML's own ignore the slash."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID and any(self._tag(number) in ("svg", "math") for number in self._open):
            self._close_innermost()

    def handle_endtag(self, tag: str) -> None:
        """See an element end, and with it all that may end without saying so."""
        if tag in VOID:
            return
        if tag not in (self._tag(number) for number in self._open):
            self.slips.append(f"line {self.getpos()[0]}: </{tag}> closes nothing")
            return
        while self._tag(self._open[-1]) != tag:
            if not self._may_end(self._open[-1]):
                inner = self.elements[self._open[-1]]
                self.slips.append(f"line {inner.line}: <{inner.tag}> is still open at </{tag}>")
            self._close_innermost()
        self._close_innermost()

    def handle_data(self, data: str) -> None:
        """See text."""
        tags = [self._tag(number) for number in self._open]
        for number, tag in zip(self._open, tags, strict=True):
            if tag in _RAW:
                self.raw[number] = self.raw.get(number, "") + data
        if _UNSEEN.intersection(tags):
            return
        if _CODE.intersection(tags):
            self._pieces.append(CODE)
            return
        self._pieces.append(data)
        if data.strip() and "title" not in tags:
            self.runs.append(Run(squeeze(data), self._langs[-1]))

    # ---- what is open

    def _note_repeated(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an attribute that is there twice: of its values browsers drop one."""
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.slips.append(f"line {self.getpos()[0]}: <{tag}> says one of its attributes twice")

    def _tag(self, number: int) -> str:
        return self.elements[number].tag

    def _may_end(self, number: int) -> bool:
        return self._tag(number) in _OPTIONAL_END

    def _close_innermost(self) -> None:
        """End the innermost element that is open, and with a block its text."""
        tag = self._tag(self._open[-1])
        if tag not in _INLINE:
            self._end_passage()
        self._open.pop()
        self._langs.pop()

    def _end_passage(self) -> None:
        """End the text of a block, which its inline elements do not interrupt."""
        text = JOINT.join(self._pieces)
        self._pieces.clear()
        if text.strip(f" \n\t\r{JOINT}"):
            where = self._tag(self._open[-1]) if self._open else "html"
            self.passages.append(Passage(where, squeeze(text)))

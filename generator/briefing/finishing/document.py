"""Bytes of an HTML file in, its elements, texts and structural slips out. Nothing is judged or resolved here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

JOINT = "\u2060"
"""Stands in a passage where one piece of text ends and the next begins, so that no pattern spans both."""
CODE = "\ufffc"
"""Stands in a passage for what is code, and may look like anything."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


VOID = words("area base br col embed hr img input link meta source track wbr")
_INLINE = words(
    "a abbr b bdi bdo cite code data del dfn em i img ins kbd label mark q rp rt ruby s samp small span strong sub sup"
    " svg time tspan u use var wbr path g rect circle line"
)
_KEPT = words("h1 script style title")
_UNSEEN = words("script style template")
_CODE = words("code kbd pre samp textarea")
_OPTIONAL = words("body colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr")
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


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag; ``parent`` is the number of the element around it, -1 at the top."""

    tag: str
    attributes: Mapping[str, str]
    parent: int
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one block, or the value of an attribute that people read; ``where`` names the tag or attribute."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of visible text with the language that its elements say it has."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Document:
    """An HTML file taken apart; ``raw`` holds the content of scripts, styles, titles and h1 by element number."""

    elements: tuple[Element, ...]
    passages: tuple[Passage, ...]
    runs: tuple[Run, ...]
    raw: Mapping[int, str]
    slips: tuple[str, ...]
    doctype: bool

    def ancestors(self, element: Element) -> Iterator[Element]:
        """Yield the elements around one, the nearest first."""
        while element.parent >= 0:
            element = self.elements[element.parent]
            yield element

    def within(self, element: Element, tag: str) -> bool:
        """Return whether an element stands inside one with this tag."""
        return any(one.tag == tag for one in self.ancestors(element))

    def texts(self, tag: str) -> tuple[str, ...]:
        """Return the text of each element with this tag, those of pictures left out."""
        return tuple(
            squeeze(self.raw.get(number, ""))
            for number, one in enumerate(self.elements)
            if one.tag == tag and not self.within(one, "svg")
        )


def squeeze(text: str) -> str:
    """Return a text with single spaces, and none around it."""
    return " ".join(text.split())


def read_document(html: str) -> Document:
    """Take an HTML file apart."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finish()


class _Reader(HTMLParser):
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
        self._flush()
        self.slips.extend(
            f"<{self._tag(number)}> is never closed" for number in self._open if not self._may_end(number)
        )
        return Document(
            tuple(self.elements), tuple(self.passages), tuple(self.runs), self.raw, tuple(self.slips), self.doctype
        )

    def handle_decl(self, decl: str) -> None:
        """See the document type."""
        self.doctype = self.doctype or decl.lower() == "doctype html"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See an element begin."""
        while self._open and tag in _CLOSED_BY.get(self._tag(self._open[-1]), ()):
            self._pop()
        self._note_repeated(tag, attrs)
        attributes = {name: value or "" for name, value in reversed(attrs)}
        parent = self._open[-1] if self._open else -1
        if tag not in _INLINE:
            self._flush()
        self.elements.append(Element(tag, attributes, parent, self.getpos()[0]))
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)
            self._langs.append(attributes.get("lang", self._langs[-1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See an element that says it ends at once: only those of pictures do."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID and any(self._tag(number) in ("svg", "math") for number in self._open):
            self._pop()

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
            self._pop()
        self._pop()

    def handle_data(self, data: str) -> None:
        """See text."""
        tags = [self._tag(number) for number in self._open]
        for number, tag in zip(self._open, tags, strict=True):
            if tag in _KEPT:
                self.raw[number] = self.raw.get(number, "") + data
        if _UNSEEN.intersection(tags):
            return
        if _CODE.intersection(tags):
            self._pieces.append(CODE)
            return
        self._pieces.append(data)
        if data.strip() and "title" not in tags:
            self.runs.append(Run(squeeze(data), self._langs[-1]))

    def _note_repeated(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.slips.append(f"line {self.getpos()[0]}: <{tag}> says one of its attributes twice")

    def _tag(self, number: int) -> str:
        return self.elements[number].tag

    def _may_end(self, number: int) -> bool:
        return self._tag(number) in _OPTIONAL

    def _pop(self) -> None:
        tag = self._tag(self._open[-1])
        if tag not in _INLINE:
            self._flush()
        self._open.pop()
        self._langs.pop()

    def _flush(self) -> None:
        text = JOINT.join(self._pieces)
        self._pieces.clear()
        if text.strip(f" \n\t\r{JOINT}"):
            where = self._tag(self._open[-1]) if self._open else "html"
            self.passages.append(Passage(where, squeeze(text)))

"""The Markdown that our templates write, as the HTML that Python-Markdown makes of it, byte for byte.

Templates write a small part of Markdown, and data reaches it as character references, which leaves nothing to be
guessed at. What is read here is that part and no more: a text with anything else in it is refused as a whole, and
Python-Markdown, which takes twenty times as long, makes the page as it does for anybody else.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

# No alternative begins like another, and none is given back once it has matched: a text is read once.
_REFERENCE = r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);"
_VALUE = rf'"(?:[^"<>&\\`\[\]{{}}*|\n]++|{_REFERENCE})*+"'
_TAG = rf"</?(?:span|a|del|br)(?: (?:class|href|lang)={_VALUE})*+>"
_PLAIN = rf"[^\\`*_{{}}\[\]<>&!|#\n]++|!(?!\[)|{_REFERENCE}|{_TAG}"
_ADDRESS = r"(?:[A-Za-z0-9/:@!$+,=~.%?#_-]++|&amp;)++"
_LINK = rf"\[(?:{_PLAIN})++\]\({_ADDRESS}\)(?:\{{ \.[a-z][a-z0-9-]* \}})?+"
_INLINE = re.compile(rf"(?:{_PLAIN}|{_LINK})++")
_LINK_PARTS = re.compile(r"\[([^\]]*)\]\(([^)]*)\)(?:\{ \.([a-z0-9-]+) \})?")

_OPENED_VALUE = rf'"(?:[^"<>&\n]++|{_REFERENCE})*+"'
_ATTRIBUTES = rf"((?: [a-z][a-z-]*={_OPENED_VALUE})*+)"
_OPENED = re.compile(rf"<(div|section|details){_ATTRIBUTES} markdown>")
_CLOSED = re.compile(r"</(div|section|details)>")
_EMPTY = re.compile(rf"<(div|section|details){_ATTRIBUTES} markdown>\n</\1>")
_ONE_LINE = re.compile(rf"<(p|summary){_ATTRIBUTES} markdown>([^\n]+)</\1>")
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')

_DRAWN_TAG = (
    r"</?(?:figcaption|svg|title|desc|g|rect|path|text|tspan|line|circle|polyline|polygon|a|p|span|br)"
    rf"(?: [a-zA-Z][a-zA-Z-]*={_OPENED_VALUE})*+/?>"
)
_FIGURE = re.compile(rf"<figure(?: (?:class|id)={_OPENED_VALUE})*+>(?:[^<>&]++|{_REFERENCE}|{_DRAWN_TAG})*+</figure>")
_ID = re.compile(r' id="([^"]*)"')
_HEADING = re.compile(r"(#{1,3}) ([^ \n][^\n]*?) +\{ ([^{}\n]+) \}")
_SEPARATOR = re.compile(r"\|(?:---\|)+")
_LISTED = re.compile(r"[#.][a-z0-9][a-z0-9-]*|data-[a-z-]+=\"[^\"{}=<>\\`*_\[\]!|#&\n]*\"")
_LIST_OF_ATTRIBUTES = re.compile(rf"(?:{_LISTED.pattern})(?: (?:{_LISTED.pattern}))*")
# What begins a line as no paragraph does, or could do so in an extension.
_OTHER_BLOCK = re.compile(r"[ #>+\-*_=~:|{}]|\d+\.")
# Python-Markdown strips and collapses any space there is, and keeps control characters to itself.
_STRANGE = re.compile(r"[^\S \n]|[\0-\x09\x0b-\x1f]|\n\n\n| \n| $")

_BARE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
_ADDRESS_TO_FILL = re.compile("\0([^\0]*)\0")
_ANY_TAG = re.compile("<[^>]*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with the anchor that leads to it; ``name`` is its text without tags, as HTML."""

    level: int
    anchor: str
    name: str


@dataclass(frozen=True, slots=True)
class ConvertedText:
    """A text as HTML without the addresses of its links, its headings, and the one of them that it begins with."""

    unfilled: str
    headings: tuple[Heading, ...]
    title: str | None

    def fill_links(self, resolve: Callable[[str], str]) -> str:
        """Return the HTML with what ``resolve`` makes of the address of each link, in their order."""
        return _ADDRESS_TO_FILL.sub(lambda match: _escape_value(resolve(match[1])), self.unfilled)


def convert_template_text(text: str) -> ConvertedText | None:
    """Return what Python-Markdown makes of a text, or None where it holds something that templates do not write."""
    text = text.strip("\n")
    if not text or _STRANGE.search(text):
        return None
    conversion = _Conversion()
    try:
        return conversion.run(text)
    except _Unfamiliar:
        return None


class _Unfamiliar(Exception):
    """The text holds something that templates do not write."""


@dataclass(slots=True)
class _Conversion:
    """The conversion of one text, block by block; each is followed by a line break, as Python-Markdown has it."""

    pieces: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)
    is_just_opened: bool = False
    is_after_list: bool = False

    def run(self, text: str) -> ConvertedText:
        blocks = text.split("\n\n")
        for block in blocks:
            self.add_block(block)
        if self.open_tags:
            raise _Unfamiliar
        begins_with_title = blocks[0].startswith("# ")
        title = self.headings[0].name if begins_with_title else None
        return ConvertedText("".join(self.pieces).strip(), tuple(self.headings), title)

    def add_block(self, block: str) -> None:
        was_after_list = self.is_after_list
        self.is_after_list = False
        match block[0]:
            case "|":
                self.add(_table(block))
            case "#":
                self.add(self.heading(block))
            case "-":
                # A list after a list would be more of the same, with its items further apart.
                if was_after_list:
                    raise _Unfamiliar
                self.add(_list(block))
                self.is_after_list = True
            case "<":
                self.add_tagged(block)
            case _:
                self.add(_paragraph(block))

    def add(self, block_html: str) -> None:
        if self.is_just_opened:
            self.pieces.append("\n")
            self.is_just_opened = False
        self.pieces.append(block_html)
        self.pieces.append("\n")

    def add_tagged(self, block: str) -> None:
        if opened := _OPENED.fullmatch(block):
            self.open(opened[1], opened[2])
        elif closed := _CLOSED.fullmatch(block):
            self.close(closed[1])
        elif empty := _EMPTY.fullmatch(block):
            self.add(f"<{empty[1]}{_attributes(empty[2])}></{empty[1]}>")
        elif line := _ONE_LINE.fullmatch(block):
            self.add(f"<{line[1]}{_attributes(line[2])}>{_inline_block(line[3])}</{line[1]}>")
        elif block.startswith("<figure"):
            self.add(self.figure(block))
        else:
            self.add(_paragraph(block))

    def open(self, tag: str, attributes: str) -> None:
        self.add(f"<{tag}{_attributes(attributes)}>")
        # The line break comes with the first block in it.
        self.pieces.pop()
        self.open_tags.append(tag)
        self.is_just_opened = True

    def close(self, tag: str) -> None:
        if not self.open_tags or self.open_tags.pop() != tag:
            raise _Unfamiliar
        self.is_just_opened = False
        self.pieces.append(f"</{tag}>\n")

    def figure(self, block: str) -> str:
        """Return raw HTML as it is; around Markdown it would be taken apart and put together anew."""
        if self.open_tags or not _FIGURE.fullmatch(block):
            raise _Unfamiliar
        return f"{block}\n"

    def heading(self, block: str) -> str:
        match = _HEADING.fullmatch(block)
        if match is None or "data-" in match[3]:
            raise _Unfamiliar
        content = _inline(match[2])
        attributes = _listed_attributes(match[3])
        anchor = _ID.search(attributes)
        if anchor is None:
            raise _Unfamiliar
        level = len(match[1])
        name = " ".join(_ANY_TAG.sub("", content).split())
        self.headings.append(Heading(level, anchor[1], name))
        link = f'<a class="headerlink" href="\0#{anchor[1]}\0" title="Link to this section">#</a>'
        return f"<h{level}{attributes}>{content}{link}</h{level}>"


def _attributes(written: str) -> str:
    """Return the attributes of a tag around Markdown."""
    values = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(written)}
    if "markdown" in values:
        raise _Unfamiliar
    return _format_attributes(values)


@lru_cache(maxsize=4096)  # the cells of a column mostly have the same
def _listed_attributes(written: str) -> str:
    """Return what an attribute list gives the heading or cell before it."""
    if not _LIST_OF_ATTRIBUTES.fullmatch(written):
        raise _Unfamiliar
    values: dict[str, str] = {}
    for entry in _LISTED.findall(written):
        if entry[0] == "#":
            values["id"] = entry[1:]
        elif entry[0] == ".":
            values["class"] = f"{values['class']} {entry[1:]}" if "class" in values else entry[1:]
        else:
            name, value = entry.split("=")
            values[name] = value.strip('"')
    if "data-toc-label" in values:
        raise _Unfamiliar
    return _format_attributes(values)


def _format_attributes(values: dict[str, str]) -> str:
    return "".join(f' {name}="{_escape_value(values[name])}"' for name in sorted(values))


def _table(block: str) -> str:
    lines = block.split("\n")
    if len(lines) < 3 or not _SEPARATOR.fullmatch(lines[1]):
        raise _Unfamiliar
    head, separator, *rows = lines
    columns = separator.count("|") - 1
    pieces = ["<table>\n<thead>\n", _row(head, "th", columns), "</thead>\n<tbody>\n"]
    pieces += [_row(row, "td", columns) for row in rows]
    pieces.append("</tbody>\n</table>")
    return "".join(pieces)


def _row(line: str, tag: str, columns: int) -> str:
    if len(line) < 2 or line[0] != "|" or line[-1] != "|":
        raise _Unfamiliar
    cells = line[1:-1].split("|")
    if len(cells) != columns:
        raise _Unfamiliar
    return f"<tr>\n{''.join([_cell(cell.strip(' '), tag) for cell in cells])}</tr>\n"


def _cell(cell: str, tag: str) -> str:
    if not cell:
        return f"<{tag}></{tag}>\n"
    content, begin, attributes = cell.rpartition(" { ")
    if not begin:
        return f"<{tag}>{_inline(cell)}</{tag}>\n"
    if not attributes.endswith(" }"):
        raise _Unfamiliar
    return f"<{tag}{_listed_attributes(attributes[:-2])}>{_inline(content.rstrip(' '))}</{tag}>\n"


def _list(block: str) -> str:
    items = [f"<li>{_list_item(line)}</li>\n" for line in block.split("\n")]
    return f"<ul>\n{''.join(items)}</ul>"


def _list_item(line: str) -> str:
    if not line.startswith("- "):
        raise _Unfamiliar
    return _inline_block(line[2:])


def _paragraph(block: str) -> str:
    content = "\n".join([_inline_block(line) for line in block.split("\n")])
    return f"<p>{content}</p>"


def _inline_block(line: str) -> str:
    """Return a line of text that is a block, or part of one, and must not look like one of another kind."""
    if _OTHER_BLOCK.match(line) or line[-1] == " ":
        raise _Unfamiliar
    return _inline(line)


def _inline(text: str) -> str:
    """Return text as HTML: all but its links is HTML already."""
    if not _INLINE.fullmatch(text):
        raise _Unfamiliar
    return _LINK_PARTS.sub(_link, text) if "[" in text else text


def _link(match: re.Match[str]) -> str:
    text, address, css = match.groups()
    attributes = f'class="{css}" ' if css else ""
    return f'<a {attributes}href="\0{address}\0">{text}</a>'


def _escape_value(value: str) -> str:
    """Escape the value of an attribute as Python-Markdown does, which leaves character references alone."""
    if "&" in value:
        value = _BARE_AMPERSAND.sub("&amp;", value)
    return value.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")

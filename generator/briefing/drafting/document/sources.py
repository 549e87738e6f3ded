"""References that a text names: lists under a heading, and lines that are a name alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.decode.text_checks.addresses import check_address
from briefing.drafting.document.publishing_names import PublishingNames
from briefing.drafting.literals.date_mentions import find_date_mentions
from briefing.drafting.literals.publication import PublicationDate
from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.text.wording import slug
from briefing.model.ids import SubjectId

_HEADING = re.compile(r"^(?:references?|sources?|出典|参考文献)\s?:?$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"“”)]+")
_TITLE = re.compile(r"[“\"]([^“”\"]{5,300})[”\"]")
_END_OF_NAME = re.compile(r"\s[–—-]\s|:\s|: ?[“\"]")
# A list under such a heading that goes on longer is rather the rest of the page.
_LIST_MAX = 30
_ID_MAX, _NUMBERED_ID_MAX = 40, 56
# Before this part of a text a line that is a name is rather a heading or a picture's caption.
_END_OF_TEXT = 0.6
_NAME_MIN = 4


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference: who published it, as a publisher and as a subject where known, and what is printed of it."""

    par: int
    id: str
    publisher: str | None
    subject: SubjectId | None
    title: str | None
    published: str | None
    url: str | None
    listed: bool


def find_references(
    known_data: KnownData, paragraphs: Sequence[str], publication: PublicationDate
) -> tuple[Reference, ...]:
    """Return the references of a text in order."""
    names = PublishingNames(known_data)
    references: list[Reference] = []
    in_list = False
    for number, paragraph in enumerate(paragraphs, 1):
        line = paragraph.strip().lstrip("•-*– ").strip()
        if _HEADING.match(line):
            in_list = True
            continue
        reference = None
        if in_list:
            reference = _read_entry(names, number, line, publication)
            # The first line that is no reference ends the list.
            in_list = reference is not None and len(references) < _LIST_MAX
        if reference is None and number > len(paragraphs) * _END_OF_TEXT:
            reference = _read_name(names, number, line)
        if reference is not None:
            references.append(reference)
    return tuple(_with_distinct_ids(references))


def _read_entry(names: PublishingNames, number: int, line: str, publication: PublicationDate) -> Reference | None:
    """Return the reference of a line in a list; None where it has no address, no title and no name of a body."""
    address, title = _find_address(line), _TITLE.search(line)
    name = _END_OF_NAME.split(line)[0].strip()
    publisher, subject = names.find(name, address)
    # Prose under such a heading has none of them.
    if not any((address, title, subject)):
        return None
    return Reference(
        par=number,
        id=slug(name, _ID_MAX) or "reference",
        publisher=publisher,
        subject=subject,
        title=_printed_title(title),
        published=_printed_date(line, publication),
        url=_clean_address(address),
        listed=True,
    )


def _find_address(line: str) -> str:
    """Return the first address of a line as it is printed; empty without one."""
    match = _ADDRESS.search(line)
    if match is None:
        return ""
    return match[0]


def _clean_address(address: str) -> str | None:
    """Return an address without the stop of its sentence, where `check` would take it."""
    # A stop or comma behind an address belongs to the sentence.
    url = address.rstrip(".,;")
    if check_address(url) is not None:
        return None
    return url


def _printed_title(title: re.Match[str] | None) -> str | None:
    """Return the title between quotation marks, without the stop that American printers put inside them."""
    if title is None:
        return None
    return title[1].rstrip(".")


def _printed_date(line: str, publication: PublicationDate) -> str | None:
    """Return the last month or day of a line; a year alone may be part of a title, "last month" is not printed."""
    printed = (date.literal for date in find_date_mentions(line, publication) if not date.how)
    finer = [literal for literal in filter(None, printed) if "-" in literal]
    return next(reversed(finer), None)


def _read_name(names: PublishingNames, number: int, line: str) -> Reference | None:
    """Return the reference of a line that is the name of a body and nothing else."""
    publisher, subject = names.find_exact(line)
    if subject is None or len(line) < _NAME_MIN:
        return None
    return Reference(number, slug(line) or "reference", publisher, subject, None, None, None, listed=False)


def _with_distinct_ids(references: Sequence[Reference]) -> Iterator[Reference]:
    """Give every reference an id of its own: the publisher's with the date, or a number."""
    used: set[str] = set()
    for reference in references:
        parts = filter(None, (reference.publisher or reference.id, reference.published))
        wanted = slug("-".join(parts), _NUMBERED_ID_MAX)
        name, number = wanted, 2
        while name in used:
            name, number = f"{wanted}-{number}", number + 1
        used.add(name)
        yield replace(reference, id=name)

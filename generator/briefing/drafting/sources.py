"""References that a text names: lists under a heading, and lines that are a name alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefing.decode.text_checks.addresses import check_address
from briefing.diagnostics.suggest import fold
from briefing.drafting.date_mentions import Published, find_moments
from briefing.drafting.known_data import Known, all_names
from briefing.drafting.wording import slug
from briefing.model.ids import SubjectId

_HEADING = re.compile(r"^(?:references?|sources?|出典|参考文献)\s?:?$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"“”)]+")
_TITLE = re.compile(r"[“\"]([^“”\"]{5,300})[”\"]")
_LONGEST_LIST = 30


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


def find_references(known: Known, paragraphs: Sequence[str], published: Published) -> tuple[Reference, ...]:
    """Return the references of a text in order."""
    names = _publishing_names(known)
    found: list[Reference] = []
    inside = False
    for number, paragraph in enumerate(paragraphs, 1):
        line = paragraph.strip().lstrip("•-*– ").strip()
        if _HEADING.match(line):
            inside = True
            continue
        one = _reference(names, number, line, published, listed=inside) if inside else None
        inside = inside and (one is not None) and len(found) < _LONGEST_LIST
        one = one or _alone(names, number, line, len(paragraphs))
        if one:
            found.append(one)
    return tuple(_numbered(found))


def _publishing_names(known: Known) -> Mapping[str, tuple[str | None, SubjectId | None]]:
    """Return publishers and bodies by name and by the host of their address."""
    found: dict[str, tuple[str | None, SubjectId | None]] = {}
    for subject in known.data.subjects.values():
        if subject.kind in ("organization", "company"):
            for name in all_names(subject):
                found[fold(name)] = (None, subject.id)
    for publisher in known.data.publishers.values():
        names = (publisher.name.en, publisher.name.short, publisher.id, urlsplit(publisher.url or "").hostname)
        for name in filter(None, names):
            held = found.get(fold(name), (None, None))
            found[fold(name)] = (publisher.id, publisher.subject or held[1])
    return found


def _reference(
    names: Mapping[str, tuple[str | None, SubjectId | None]],
    number: int,
    line: str,
    published: Published,
    *,
    listed: bool,
) -> Reference | None:
    address = _ADDRESS.search(line)
    who = re.split(r"\s[–—-]\s|:\s|: ?[“\"]", line)[0].strip()
    publisher, subject = _whose(names, who, address[0] if address else "")
    title = _TITLE.search(line)
    if not (address or title or subject):
        return None
    dates = [one.literal for one in find_moments(line, published) if one.literal and not one.how and "-" in one.literal]
    url = address[0].rstrip(".,;") if address else None
    url = url if url and check_address(url) is None else None
    return Reference(
        number, slug(who, 40) or "reference", publisher, subject, title[1].rstrip(".") if title else None,
        dates[-1] if dates else None, url, listed,
    )  # fmt: skip


def _whose(
    names: Mapping[str, tuple[str | None, SubjectId | None]], who: str, address: str
) -> tuple[str | None, SubjectId | None]:
    host = (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
    tries = (who, who.removeprefix("The "), host, host.split(".")[0])
    return next((names[fold(one)] for one in tries if one and fold(one) in names), (None, None))


def _alone(
    names: Mapping[str, tuple[str | None, SubjectId | None]], number: int, line: str, total: int
) -> Reference | None:
    """A line that is the name of a body and nothing else, towards the end of a text."""
    publisher, subject = names.get(fold(line), (None, None))
    if subject is None or number <= total * 0.6 or len(line) < 4:
        return None
    return Reference(number, slug(line) or "reference", publisher, subject, None, None, None, listed=False)


def _numbered(found: Sequence[Reference]) -> Iterator[Reference]:
    """Give every reference an id of its own: the publisher's with the date, or a number."""
    used: set[str] = set()
    for one in found:
        base = one.publisher or one.id
        candidate = f"{base}-{one.published}" if one.published else base
        candidate = slug(candidate, 56)
        number, name = 2, candidate
        while name in used:
            name, number = f"{candidate}-{number}", number + 1
        used.add(name)
        yield Reference(one.par, name, one.publisher, one.subject, one.title, one.published, one.url, one.listed)

"""Publishers and bodies by their names and by the host of their address."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from briefing.diagnostics.suggest import fold
from briefing.drafting.subjects.kind_groups import BODIES
from briefing.drafting.subjects.known_data import KnownData, all_names
from briefing.model.ids import SubjectId
from briefing.model.records import Publisher

Body = tuple[str | None, SubjectId | None]
"""A body as a publisher and as a subject; either may have no record."""

_NOBODY: Body = (None, None)


class PublishingNames:
    """Looks up who publishes, whatever the spelling."""

    def __init__(self, known_data: KnownData) -> None:
        """Gather the names of companies, organizations and publishers; a publisher may be one of the first two."""
        self._bodies: dict[str, Body] = {}
        for subject in known_data.subjects_of_kind(*BODIES):
            self._bodies |= dict.fromkeys(map(fold, all_names(subject)), (None, subject.id))
        # After the bodies: a publisher wins over a body of its name, and keeps that body as its subject.
        for publisher in known_data.records.publishers.values():
            for name in _publisher_names(publisher):
                self._bodies[name] = (publisher.id, publisher.subject or self._bodies.get(name, _NOBODY)[1])

    def find(self, name: str, address: str) -> Body:
        """Return who bears a name, with or without "The", or has the host of an address."""
        host = _host(address)
        spellings = (name, name.removeprefix("The "), host, host.split(".")[0])
        # Nobody is called nothing: a line may have neither a name nor an address.
        keys = map(fold, filter(None, spellings))
        return next((self._bodies[key] for key in keys if key in self._bodies), _NOBODY)

    def find_exact(self, name: str) -> Body:
        """Return who bears a name."""
        return self._bodies.get(fold(name), _NOBODY)


def _publisher_names(publisher: Publisher) -> Iterator[str]:
    """Yield the spellings by which a publisher is looked up, its id and the host of its site among them."""
    names = (publisher.name.en, publisher.name.short, publisher.id, urlsplit(publisher.url or "").hostname)
    return map(fold, filter(None, names))


def _host(address: str) -> str:
    """Return the host of an address as printed; empty where it has none, or is broken."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        # An opening bracket without its end, as in "http://[", looks like half of an IPv6 address.
        return ""
    return (host or "").removeprefix("www.")

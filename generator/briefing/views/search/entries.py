"""What search knows of one page: what it is called, what is said there, and what it is filtered by."""

from dataclasses import dataclass

from briefing.routes import PagePath
from briefing.views.search.texts import WeightedText


@dataclass(frozen=True, slots=True)
class SearchNames:
    """What an entry is called: ``full`` are its names in other forms, ``codes`` those of registers."""

    title: str
    japanese: str = ""
    full: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One page that may be found.

    ``line`` is shown beneath its title, with ``note`` before it; ``texts`` are only searched. Of two entries that
    match alike, that of more ``weight`` comes first. Readers filter by ``years``, ``publishers`` and ``status``.
    """

    page: PagePath
    kind: str
    names: SearchNames
    line: str
    note: str = ""
    weight: int = 0
    texts: tuple[WeightedText, ...] = ()
    years: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    status: str = ""

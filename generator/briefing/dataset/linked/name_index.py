"""Every name that may link: of subjects and of publishers, ready to be looked for in prose."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from briefing.dataset.linked.name_forms import is_number, own_names, spellings_of
from briefing.model.ids import PublisherId, SubjectId
from briefing.model.records import Alias, Publisher, Subject
from briefing.model.signs import even_signs


@dataclass(frozen=True, slots=True)
class Names:
    """Every name that may link, ready to be looked for."""

    automaton: AhoCorasick
    patterns: tuple[str, ...]
    subjects: Mapping[str, SubjectId | None]
    display: Mapping[SubjectId, str]
    publishers: Mapping[str, PublisherId] = field(default_factory=dict)


def gather_names(subjects: Iterable[Subject], publishers: Iterable[Publisher] = ()) -> Names:
    """Collect names and aliases; those marked, and those that two subjects share, are known but never link.

    The names of ``publishers`` count where no subject bears them.
    """
    subjects = list(subjects)
    named = _subject_patterns(subjects)
    sources = _publisher_patterns(publishers, named)
    named.update(dict.fromkeys(sources))
    patterns = tuple(sorted(named))
    # By itself the library takes a DFA for few patterns, which costs the square of their length.
    automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
    display = {subject.id: subject.name.display for subject in subjects}
    return Names(automaton, patterns, named, display, sources)


def _subject_patterns(subjects: Iterable[Subject]) -> dict[str, SubjectId | None]:
    """Return the names of subjects as they are searched for; None where a name must stay plain."""
    named: dict[str, SubjectId | None] = {}
    for subject in subjects:
        for name, links in _names_of(subject):
            pattern = _pattern(name)
            # A name that two subjects share could mean either, so it links to neither.
            is_own = named.setdefault(pattern, subject.id) == subject.id
            named[pattern] = subject.id if links and is_own else None
    named.pop("", None)
    return named


def _publisher_patterns(
    publishers: Iterable[Publisher], taken: Mapping[str, SubjectId | None]
) -> dict[str, PublisherId]:
    patterns: dict[str, PublisherId] = {}
    for publisher in publishers:
        for pattern in map(_pattern, spellings_of(publisher.name)):
            # A publisher that is a subject, too, links as that subject.
            if pattern in taken or is_number(pattern):
                continue
            patterns.setdefault(pattern, publisher.id)
    patterns.pop("", None)
    return patterns


def _pattern(name: str) -> str:
    return even_signs(unicodedata.normalize("NFKC", name)).strip()


def _names_of(subject: Subject) -> Iterator[tuple[str, bool]]:
    """Yield every name of a subject once, and whether it links."""
    aliases = {alias.name: alias for alias in subject.aliases}
    for name in dict.fromkeys(chain(own_names(subject), filter(None, aliases))):
        yield name, _links(name, aliases.get(name))


def _links(name: str, alias: Alias | None) -> bool:
    """Tell whether a name links by itself: not a number, unless its editor says so in so many words."""
    if alias is None:
        return not is_number(name)
    if alias.link != "yes":
        return False
    return alias.asked or not is_number(name)


def linking_names(subject: Subject) -> Iterator[str]:
    """Yield the names of a subject that link by themselves wherever they stand in prose."""
    return (name for name, links in _names_of(subject) if links)

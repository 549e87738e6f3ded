"""Ids and addresses that were given up: what `redirects.yml` says of them, and who took their place."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefing.decode.reading.content import Fields, ScalarText
from briefing.diagnostics.diagnostic import Related, Span

PUBLISHERS = "publishers"


@dataclass(frozen=True, slots=True)
class Retired:
    """One line of `redirects.yml`: the id that readers go to now, or the reason why there is none."""

    to: str | None
    gone: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Successor:
    """What became of a word that was given up: the id that stands for it now, or None; in words, and where said."""

    id: str | None
    message: str
    hint: str
    related: tuple[Related, ...]


def read_retired(fields: Fields | None) -> Mapping[str, Retired]:
    """Return what was given up, by id or by `folder/id`."""
    if fields:
        return dict(_read_lines(fields))
    return {}


def _read_lines(fields: Fields) -> Iterator[tuple[str, Retired]]:
    for old, content in fields.values.items():
        if isinstance(content, ScalarText):
            yield old, Retired(content.text, None, fields.keys[old])
        elif isinstance(content, Fields):
            yield old, Retired(None, content.text("gone"), fields.keys[old])


def find_successor(
    word: str, retired: Mapping[str, Retired], living: Collection[str], *, publisher: bool = False
) -> Successor | None:
    """Return what became of ``word``, followed through as many lines as it takes; None where no line names it."""
    line = _line_of(word, retired, publisher=publisher)
    if line is None:
        return None
    related = (Related(line.span, "given up here"),)
    last = _last_line(line, retired, publisher=publisher)
    if last.to in living:
        return Successor(last.to, f'"{word}" was given up for "{last.to}"', f"write {last.to}", related)
    message = f'"{word}" was given up'
    if last.gone:
        message = f"{message}: {last.gone}"
    return Successor(None, message, "name another record, or take it out", related)


def _line_of(word: str, retired: Mapping[str, Retired], *, publisher: bool) -> Retired | None:
    """Return the line that gives a word up, or None."""
    # Publishers have ids of their own, so that a retired one may be written with its folder.
    if publisher and f"{PUBLISHERS}/{word}" in retired:
        return retired[f"{PUBLISHERS}/{word}"]
    return retired.get(word)


def _last_line(line: Retired, retired: Mapping[str, Retired], *, publisher: bool) -> Retired:
    """Follow lines to the one whose target no other line gives up."""
    # Redirects in a circle are reported elsewhere; here the walk only has to end.
    seen = {line.span}
    while line.to:
        following = _line_of(line.to, retired, publisher=publisher)
        if following is None or following.span in seen:
            break
        line = following
        seen.add(line.span)
    return line

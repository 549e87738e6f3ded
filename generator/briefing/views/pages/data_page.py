"""The page of the data in words: every file that the site has for programs, what it holds, and how large it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.routes import (
    AS_KNOWN,
    CALENDAR,
    DATA,
    DATABASE,
    LICENCE,
    OUTLINE,
    SUMS,
    WHOLE_TEXT,
    api_file,
    article_json,
    entity_json,
    feed_file,
    known_json,
    publisher_json,
    sources_file,
    week_json,
)
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.base.tokens import FileLink, PageLink, Prose, words
from briefing.views.parts.about import licence_name, up_to_about
from briefing.views.parts.file_sizes import size_words
from briefing.views.parts.known_turns import known_months

_FEEDS = (feed_file("all", "xml"), feed_file("all", "json"))
_OPTIONAL = frozenset({CALENDAR, *_FEEDS})
"""Files that a briefing may lack."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file, or files of one form, the first of which is linked; ``size`` is that of all, empty where not known."""

    link: FileLink
    holds: str
    fields: str
    size: str


@dataclass(frozen=True, slots=True)
class DataSection:
    """Files of one sort; ``name`` is the anchor of the section."""

    name: str
    files: tuple[DataFile, ...]


@dataclass(frozen=True, slots=True)
class DataPage:
    """Every file for programs, and under which terms they may be used."""

    head: Head
    licence: Prose
    tables: DataSection
    sections: tuple[DataSection, ...]


@dataclass(frozen=True, slots=True)
class _Family:
    """Files that hold the same of different records, or a file alone; ``shown`` is what they are called."""

    name: str
    shown: str
    paths: tuple[str, ...]


def data_head(context: Context) -> Head:
    """Return the head of the page."""
    title = context.labels.say("data-page")
    return Head(DATA, title, title, context.labels.say("data-page-description"), up_to_about(context))


def view_data(context: Context) -> DataPage:
    """Return the page; what it says of sizes is there where whoever makes the files tells them."""
    tables, *others = (
        DataSection(name, tuple(_files(context, families))) for name, families in _sections(context).items()
    )
    return DataPage(head=data_head(context), licence=_licence(context), tables=tables, sections=tuple(others))


def _sections(context: Context) -> Mapping[str, tuple[_Family, ...]]:
    return {
        "data-tables": _in_api("claims-sheet.csv", "claims.csv", "datapackage.json"),
        "data-database": (_alone(DATABASE),),
        "data-json": (
            *_in_api("claims.json", "slots.json", "conflicts.json", "index.json"),
            *_records(context),
            *_changes(context),
            _known(context),
        ),
        "data-beside": (
            *(_alone(sources_file(suffix)) for suffix in ("bib", "ris", "csl.json")),
            *map(_alone, (CALENDAR, *_FEEDS, OUTLINE, WHOLE_TEXT)),
            _Family("sums", SUMS, (SUMS,)),
        ),
    }


def _in_api(*names: str) -> tuple[_Family, ...]:
    return tuple(_Family(name, api_file(name), (api_file(name),)) for name in names)


def _alone(path: str) -> _Family:
    return _Family(path, path, (path,))


def _records(context: Context) -> Iterator[_Family]:
    """Yield the files that there is one of for each record."""
    data = context.data
    yield _family("entities", map(entity_json, data.subjects))
    yield _family("articles", map(article_json, data.articles))
    yield _family("publishers", map(publisher_json, data.publishers))
    yield from _in_api("origins.json")


def _changes(context: Context) -> Iterator[_Family]:
    """Yield what tells of the past of the data, where anything does."""
    if context.history is not None:
        yield from _in_api("changes.json")
        weeks = tuple(map(week_json, context.history.weeks()))
        yield _Family("changes-week", f"{api_file('changes')}/<week>.json", weeks)


def _known(context: Context) -> _Family:
    months = tuple(known_json(month.month) for month in known_months(context))
    return _Family(AS_KNOWN, f"{api_file(AS_KNOWN)}/<month>.json", months)


def _family(name: str, paths: Iterable[str]) -> _Family:
    listed = tuple(paths)
    return _Family(name, f"{api_file(name)}/<id>.json", listed)


def _files(context: Context, families: Iterable[_Family]) -> Iterator[DataFile]:
    sizes = context.file_sizes()
    for family in families:
        # A small briefing may have no plans for a calendar, or no article yet.
        if family.paths and (not sizes or family.name not in _OPTIONAL or family.name in sizes):
            yield _file(context, family, sum(sizes.get(path, 0) for path in family.paths))


def _file(context: Context, family: _Family, size: int) -> DataFile:
    labels, fields = context.labels, f"fields-{family.name}"
    return DataFile(
        link=FileLink(family.shown, family.paths[0]),
        holds=labels.word("holds", family.name),
        fields=labels.say(fields) if labels.has(fields) else "",
        size=size_words(context, size) if size else "",
    )


def _licence(context: Context) -> Prose:
    name = context.data.briefing.licences.get("data")
    if not name:
        return (PageLink(context.labels.say("licence"), LICENCE),)
    before, _, after = context.labels.say("data-licence", licence="\0").partition("\0")
    return (*words(before), *licence_name(name), *words(after))

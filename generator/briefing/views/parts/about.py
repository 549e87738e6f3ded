"""The pages about the site itself: what it is, how it reads its sources, and under which terms it may be used."""

from dataclasses import dataclass

from briefing.routes import (
    ABOUT,
    AS_KNOWN,
    CHANGES,
    CORRECTIONS,
    DATA,
    GLOSSARY,
    LICENCE,
    METHOD,
    PUBLISHERS,
    SEARCH,
    SOURCES,
    api_file,
    feed_file,
    list_page,
)
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import FileLink, PageLink, Prose, WebLink, words
from briefing.views.parts.feed_names import FEEDS


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What the briefing is and where to read on."""

    head: Head
    description: str
    as_of: str
    parts: tuple[PageLink, ...]
    files: tuple[FileLink, ...]
    feeds: tuple[FileLink, ...]


@dataclass(frozen=True, slots=True)
class Licence:
    """What one part of the site is licensed under."""

    label: str
    name: Prose


@dataclass(frozen=True, slots=True)
class LicencePage:
    """Under which terms the site may be used."""

    head: Head
    licences: tuple[Licence, ...]


_KNOWN_LICENCES = {
    "MIT": "https://opensource.org/license/mit",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


_FILES = ("index.json", "claims.json", "claims.csv", "conflicts.json")


def view_about(context: Context) -> AboutPage:
    """Return the page that leads to the others about the site."""
    briefing = context.data.briefing
    title = context.labels.say("about-site")
    parts = (
        *_log_of_corrections(context),
        *_changes(context),
        *_known(context),
        PageLink(context.labels.say("method"), METHOD),
        PageLink(context.labels.say("glossary"), GLOSSARY),
        PageLink(context.labels.say("data-page"), DATA),
        PageLink(context.labels.say("licence"), LICENCE),
        PageLink(context.labels.say("publishers"), list_page(PUBLISHERS)),
        PageLink(context.labels.say("sources"), list_page(SOURCES)),
        PageLink(context.labels.say("search"), SEARCH),
    )
    return AboutPage(
        head=Head(ABOUT, title, title, shorten(context.labels.say("about-description", briefing=briefing.name.en))),
        description=briefing.description or "",
        as_of=briefing.as_of.label,
        parts=parts,
        files=tuple(FileLink(context.labels.word("file", name), api_file(name)) for name in _FILES),
        feeds=tuple(FileLink(context.labels.word("feed-of", name), feed_file(name, "xml")) for name in FEEDS),
    )


def _log_of_corrections(context: Context) -> tuple[PageLink, ...]:
    # There is no log before anything was put right.
    if not context.corrections.pages:
        return ()
    return (PageLink(context.labels.say("corrections"), list_page(CORRECTIONS)),)


def _changes(context: Context) -> tuple[PageLink, ...]:
    # Data without a history tell of no changes.
    if context.changes.began is None:
        return ()
    return (PageLink(context.labels.say("changes"), list_page(CHANGES)),)


def _known(context: Context) -> tuple[PageLink, ...]:
    # Without a source nothing was known on any day.
    if not context.data.articles:
        return ()
    return (PageLink(context.labels.say("known"), list_page(AS_KNOWN)),)


def view_licence(context: Context) -> LicencePage:
    """Return the page on the terms of use."""
    title = context.labels.say("licence")
    description = context.labels.say("licence-description")
    licences = [
        Licence(context.labels.word("licence", part), licence_name(name))
        for part, name in context.data.briefing.licences.items()
    ]
    return LicencePage(Head(LICENCE, title, title, description, up_to_about(context)), tuple(licences))


def licence_name(name: str) -> Prose:
    """Return the name of a licence, with a link to its text where we know one."""
    # Any other name of a licence is shown as it stands.
    if name not in _KNOWN_LICENCES:
        return words(name)
    return (WebLink(name, _KNOWN_LICENCES[name]),)


def up_to_about(context: Context) -> tuple[PageLink, ...]:
    """Return the way from a page about the site up to the first of them."""
    return (PageLink(context.labels.say("about-site"), ABOUT),)

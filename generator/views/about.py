"""The pages about the site itself: what it is, how it reads its sources, and under which terms it may be used."""

from dataclasses import dataclass

from generator.routes import ABOUT, CONFLICTS, LICENCE, METHOD, PUBLISHERS, SOURCES, api_file, list_page
from generator.views.context import Context
from generator.views.freshness import thresholds
from generator.views.head import Head, shorten
from generator.views.tokens import FileLink, PageLink, Prose, WebLink, words


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What the briefing is and where to read on."""

    head: Head
    description: str
    as_of: str
    parts: tuple[PageLink, ...]
    files: tuple[FileLink, ...]


@dataclass(frozen=True, slots=True)
class MethodPage:
    """How claims become what is shown."""

    head: Head
    as_of: str
    fresh_days: int
    stale_days: int
    currency: str
    reasons: tuple[str, ...]
    sources: PageLink
    publishers: PageLink
    conflicts: PageLink


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
_REASONS = (
    "unsupported-figure", "superseded", "misread-source", "stage-dropped", "scope-widened", "unit-slip",
    "conversion-slip", "wrong-subject", "off-topic", "copied-error", "altered-quotation",
)  # fmt: skip
_FILES = ("index.json", "claims.json", "claims.csv", "conflicts.json")


def view_about(ctx: Context) -> AboutPage:
    """Return the page that leads to the others about the site."""
    briefing = ctx.data.briefing
    title = ctx.labels.say("about-site")
    parts = (
        PageLink(ctx.labels.say("method"), METHOD),
        PageLink(ctx.labels.say("licence"), LICENCE),
        PageLink(ctx.labels.say("publishers"), list_page(PUBLISHERS)),
        PageLink(ctx.labels.say("sources"), list_page(SOURCES)),
    )
    return AboutPage(
        head=Head(ABOUT, title, title, shorten(ctx.labels.say("about-description", briefing=briefing.name.en))),
        description=briefing.description or "",
        as_of=briefing.as_of.label,
        parts=parts,
        files=tuple(FileLink(name, api_file(name)) for name in _FILES),
    )


def view_method(ctx: Context) -> MethodPage:
    """Return the page on how the site reads its sources."""
    title = ctx.labels.say("method")
    fresh, stale = thresholds(ctx)
    return MethodPage(
        head=Head(METHOD, title, title, ctx.labels.say("method-description"), _up(ctx)),
        as_of=ctx.data.briefing.as_of.label,
        fresh_days=fresh,
        stale_days=stale,
        currency=ctx.data.briefing.currency,
        reasons=tuple(ctx.labels.word("reason", one) for one in _REASONS),
        sources=PageLink(ctx.labels.say("sources"), list_page(SOURCES)),
        publishers=PageLink(ctx.labels.say("publishers"), list_page(PUBLISHERS)),
        conflicts=PageLink(ctx.labels.say("conflicts"), list_page(CONFLICTS)),
    )


def view_licence(ctx: Context) -> LicencePage:
    """Return the page on the terms of use."""
    title = ctx.labels.say("licence")
    licences = ctx.data.briefing.licences
    return LicencePage(
        head=Head(LICENCE, title, title, ctx.labels.say("licence-description"), _up(ctx)),
        licences=tuple(Licence(ctx.labels.word("licence", part), _licence(name)) for part, name in licences.items()),
    )


def _licence(name: str) -> Prose:
    address = _KNOWN_LICENCES.get(name)
    return (WebLink(name, address),) if address else words(name)


def _up(ctx: Context) -> tuple[PageLink, ...]:
    return (PageLink(ctx.labels.say("about-site"), ABOUT),)

"""What feeds are made of: entries that readers of feeds know by ids which no rebuild and no other address changes."""

import json
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefing.model.ids import SubjectId
from briefing.routes import PagePath, slug
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose

FEED_LENGTH = 100
"""Entries that a feed has at most: whoever asks for it once a month should miss none."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to the briefing: ``day`` is when, ``about`` says for whose feeds it is an entry.

    ``parts`` say what happened; no address and no wording of ours is part of them. ``lines`` are the paragraphs of its
    text, ``page`` and ``anchor`` where it is told at length.
    """

    parts: tuple[str, ...]
    day: date
    title: str
    lines: tuple[Prose, ...]
    page: PagePath
    anchor: str
    about: tuple[SubjectId, ...]
    is_dispute: bool = False


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An event under the id by which readers of feeds know it."""

    id: str
    event: Event


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, its entries newest first; ``name`` is its path below the folder of feeds, ``page`` what it follows."""

    name: str
    id: str
    title: str
    page: PagePath
    updated: date
    entries: tuple[FeedEntry, ...]


def make_entries(context: Context, events: Iterable[Event]) -> tuple[FeedEntry, ...]:
    """Return the entries of events that come oldest first, newest first: what happens again is another entry."""
    times: Counter[tuple[str, ...]] = Counter()
    entries: list[FeedEntry] = []
    for event in events:
        # Not known by its commit: a history that was rewritten tells of the same events.
        entries.append(FeedEntry(_permanent_id(context, *event.parts, str(times[event.parts])), event))
        times[event.parts] += 1
    return tuple(reversed(entries))


def make_feed(context: Context, name: str, title: str, page: PagePath, entries: Iterable[FeedEntry]) -> Feed:
    """Return the feed of the newest of some entries, which come newest first.

    It is as new as the newest of them, and without any as old as the day of the data.
    """
    newest = tuple(entries)[:FEED_LENGTH]
    updated = newest[0].event.day if newest else context.today
    return Feed(name, _permanent_id(context, "feed", name), title, page, updated, newest)


def _permanent_id(context: Context, *parts: str) -> str:
    """Return an id made of what it stands for, and of the id of the briefing: never of an address."""
    briefing = context.data.briefing
    text = json.dumps([briefing.id or slug(briefing.name.en), *parts], ensure_ascii=False)
    return uuid.uuid5(uuid.NAMESPACE_OID, text).urn

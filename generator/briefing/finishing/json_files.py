"""The JSON files beside the pages: exports, feeds, and others of which no more is asked than that they parse."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from briefing.finishing.repeats import refuse_repeated

Addresses: TypeAlias = list[str]
_FEED_VERSION = "jsonfeed.org"
_FEED_ADDRESSES = ("home_page_url", "feed_url")
_EXPORT_ROWS = ("subjects", "claims", "conflicts", "slots")
_EXPORT_RECORDS = ("subject", "article", "publisher")


def read_json(text: str) -> Addresses:
    """Return the addresses that a feed or an export names; of other JSON we know of none.

    Raises ValueError where the text does not parse, or a feed lacks what its readers need.
    """
    content = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique_object)
    if not isinstance(content, dict):
        return []
    addresses: Addresses = []
    if _FEED_VERSION in str(content.get("version")):
        addresses += _read_feed(content)
    for name in _EXPORT_ROWS:
        addresses += _read_export_rows(content.get(name))
    addresses += _read_export_rows([content.get(name) for name in _EXPORT_RECORDS])
    return addresses


def _read_export_rows(rows: object) -> Addresses:
    """Read the rows of an export; in other JSON something else may stand under the same name."""
    if not isinstance(rows, list):
        return []
    return list(filter(None, map(_url_of, rows)))


def _url_of(row: object) -> str | None:
    """Return the address of a row, or None where it has none."""
    url = row.get("url") if isinstance(row, dict) else None
    return url if isinstance(url, str) else None


def _read_feed(feed: dict[str, Any]) -> Addresses:
    """Read a JSON feed, whose items are told apart by their ids: one without would be new to readers every time."""
    items = feed.get("items")
    if not feed.get("title") or not isinstance(items, list):
        raise ValueError("a feed has a title and items")
    if not all(isinstance(item, dict) for item in items):
        raise ValueError("an item of a feed is an object")
    refuse_repeated(map(_id_of, items))
    return [*_present(feed, _FEED_ADDRESSES), *_item_addresses(items)]


def _id_of(item: dict[str, Any]) -> str | None:
    """Return the id of an item; readers take a number for its digits, and anything else for none."""
    identity = item.get("id")
    return str(identity) if isinstance(identity, str | int | float) else None


def _item_addresses(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield the addresses of items; one may hold its whole text and lead nowhere."""
    for item in items:
        yield from _present(item, ("url",))


def _present(content: dict[str, Any], names: Iterable[str]) -> Iterator[str]:
    """Yield what a part of a feed has under those of the names that it has."""
    for name in names:
        if name not in content:
            continue
        if not isinstance(content[name], str):
            raise ValueError(f"{name} of a feed is a text")
        yield content[name]


def _refuse_constant(name: str) -> None:
    # Python takes NaN and Infinity, which other readers of JSON refuse.
    raise ValueError(f"{name} is no number")


def _unique_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Of a key that is there twice, Python takes the last and says nothing.
    refuse_repeated([name for name, _ in pairs])
    return dict(pairs)

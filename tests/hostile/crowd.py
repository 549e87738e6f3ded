"""Data with all hostile texts side by side: a subject and an article for every two, hubs that list them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from tests.hostile.surface import KEY_FIELDS, MARK, write_sources

HERE = Path(__file__).parent
PAYLOADS: list[dict[str, Any]] = yaml.safe_load((HERE / "payloads.yml").read_text("utf-8"))
PLACES = 100
"""More than one pair of files has places for a text."""
TITLE = '</title><script>window.__pwned=1</script>"><img src=x onerror=window.__pwned=1> {{7*7}}'
HARMLESS = "harmless"
_ID = re.compile(r"\bID\b")
_SITE: Mapping[str, Any] = {
    "briefing.yml": {
        "name": {"en": TITLE},
        "url": "https://hostile.example/",
        "language": "en",
        "as_of": "2026-11-22",
        "currency": "JPY",
        "description": f"about {TITLE}",
        "bottom_line": f"all of {TITLE}",
        "licences": {"data": TITLE},
        "kinds": {"gadget": {"folder": "gadgets", "label": f"one {TITLE}", "label_plural": f"many {TITLE}"}},
        "attributes": {"aim": {"label": f"aim {TITLE}"}},
    },
    "publishers/gazette.yml": {"name": {"en": f"by {TITLE}"}, "grade": {"letter": "B", "why": f"why {TITLE}"}},
    "companies/acme.yml": {"name": {"en": "Acme"}, "describes": "A maker."},
    "companies/bolt.yml": {"name": {"en": "Bolt"}, "describes": "A partner."},
    "gadgets/widget.yml": {"name": {"en": f"thing {TITLE}"}, "describes": f"like {TITLE}"},
}


@dataclass(frozen=True, slots=True)
class Member:
    """A pair of files: the texts that take turns in it, what they may show as, and the id of its harmless model."""

    texts: tuple[str, ...]
    wordings: tuple[str, ...]
    like: str


@cache
def members() -> Mapping[str, Member]:
    """Return what the pairs of files hold by their ids, those with harmless texts first."""
    by_model: dict[str, list[dict[str, Any]]] = {}
    for one in PAYLOADS:
        if "refused" not in one and "refused_in_prose" not in one:
            by_model.setdefault(one.get("harmless", HARMLESS), []).append(one)
    models = {text: f"p{number:03}" for number, text in enumerate(by_model)}
    found = [Member((text,), (text,), like) for text, like in models.items()]
    for text, some in by_model.items():
        for couple in (some[start : start + 2] for start in range(0, len(some), 2)):
            texts = tuple(one["text"] for one in couple)
            found.append(Member(texts, (*texts, *(one["linked"] for one in couple if "linked" in one)), models[text]))
    return {f"p{number:03}": member for number, member in enumerate(found)}


@cache
def key_places() -> frozenset[int]:
    """Return the places of a pair of files that are key fields, counted as ``crowd_sources`` fills them."""
    template = yaml.load((HERE / "crowd.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    fields = [field for file in template.values() for field in _marked_fields(file, "")]
    return frozenset(place for place, field in enumerate(fields) if field in KEY_FIELDS)


def _marked_fields(node: Any, field: str) -> Iterator[str]:
    """Yield the field of every place for a text, in order."""
    if isinstance(node, dict):
        for key, item in node.items():
            yield from _marked_fields(item, key)
    elif isinstance(node, list):
        for item in node:
            yield from _marked_fields(item, field)
    elif node == MARK:
        yield field


def crowd_sources() -> dict[str, bytes]:
    """Return the data files."""
    template = yaml.load((HERE / "crowd.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    content = dict(_SITE)
    for number, (name, member) in enumerate(members().items()):
        places = iter(range(number * PLACES, (number + 1) * PLACES))
        content |= {
            _ID.sub(name, path): _filled(file, name, cycle(member.texts), places) for path, file in template.items()
        }
    return write_sources(content)[0]


def _filled(node: Any, name: str, texts: Iterator[str], places: Iterator[int]) -> Any:
    if isinstance(node, dict):
        return {key: _filled(item, name, texts, places) for key, item in node.items()}
    if isinstance(node, list):
        return [_filled(item, name, texts, places) for item in node]
    if node != MARK:
        return _ID.sub(name, node)
    text = next(texts)
    return f"{text} zq{next(places)}x {text}"

"""The states of addresses as text or JSON; what is gone comes first, and nothing else is called dead."""

import json
from collections.abc import Mapping
from typing import Protocol

_ORDER = ("gone", "failing", "silent", "refused", "moved", "ok")
_WORDS = {
    "gone": "gone: the server says that there is no such page",
    "failing": "failing: the server is in trouble",
    "silent": "silent: no answer, which may be our network",
    "refused": "refused: the server does not answer programs",
    "moved": "moved for good",
    "ok": "there",
}


class State(Protocol):
    """What an address answered."""

    @property
    def state(self) -> str:
        """Ok, moved, gone, refused, failing or silent."""

    @property
    def detail(self) -> str:
        """How it answered."""

    @property
    def moved(self) -> str | None:
        """Where a lasting redirect leads."""

    @property
    def checked(self) -> str:
        """The day of the answer."""


def links_text(states: Mapping[str, State], places: Mapping[str, str], prefix: str) -> str:
    """Return the addresses that need a look, by state, and a last line with the count of every state."""
    lines = []
    for name in _ORDER[:-1]:
        found = sorted(address for address, one in states.items() if one.state == name)
        lines += [_WORDS[name]] if found else []
        for address in found:
            moved = states[address].moved
            detail = f"now {moved}" if moved else states[address].detail
            lines.append(f"  {prefix}{places[address]}: {address} ({detail})")
    counts = {name: sum(one.state == name for one in states.values()) for name in _ORDER}
    summary = ", ".join(f"{number} {name}" for name, number in counts.items() if number) or "no addresses"
    return "\n".join([*lines, summary]) + "\n"


def links_json(states: Mapping[str, State], places: Mapping[str, str], prefix: str) -> str:
    """Return every address with its file and state."""
    rows = [
        {
            "url": address,
            "path": prefix + places[address],
            "state": one.state,
            "detail": one.detail,
            "moved": one.moved,
            "checked": one.checked,
        }
        for address, one in states.items()
    ]
    return json.dumps({"version": 1, "links": rows}, ensure_ascii=False, indent=2) + "\n"

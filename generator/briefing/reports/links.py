"""The states of addresses as text or JSON; what is gone comes first, and nothing else is called dead."""

import json
from collections.abc import Mapping
from typing import Protocol

# From the worst to the best, which is the order of a report.
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


def links_text(states: Mapping[str, State], paths: Mapping[str, str], prefix: str) -> str:
    """Return the addresses that need a look, by state, and a last line with the count of every state.

    ``paths`` are the data files that name the addresses; ``prefix`` stands before each of them.
    """
    by_state = _group_by_state(states)
    lines: list[str] = []
    for name, addresses in by_state.items():
        # What is there needs no look.
        if name == "ok":
            continue
        lines.append(_WORDS[name])
        lines += [f"  {prefix}{paths[address]}: {address} ({_detail(states[address])})" for address in addresses]
    counts = [f"{len(addresses)} {name}" for name, addresses in by_state.items()]
    summary = ", ".join(counts) or "no addresses"
    return "\n".join([*lines, summary]) + "\n"


def _group_by_state(states: Mapping[str, State]) -> dict[str, list[str]]:
    """Return the sorted addresses of every state that occurs, the worst state first."""
    groups: dict[str, list[str]] = {name: [] for name in _WORDS}
    for address in sorted(states):
        groups[states[address].state].append(address)
    return {name: addresses for name, addresses in groups.items() if addresses}


def _detail(state: State) -> str:
    if state.moved:
        return f"now {state.moved}"
    return state.detail


def links_json(states: Mapping[str, State], paths: Mapping[str, str], prefix: str) -> str:
    """Return every address with the data file that names it, ``prefix`` before its path, and its state."""
    rows = [
        {
            "url": address,
            "path": prefix + paths[address],
            "state": state.state,
            "detail": state.detail,
            "moved": state.moved,
            "checked": state.checked,
        }
        for address, state in states.items()
    ]
    return json.dumps({"version": 1, "links": rows}, ensure_ascii=False, indent=2) + "\n"

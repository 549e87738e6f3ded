"""How far a long step has come, told on a terminal and nowhere else: a log needs no progress."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

_T = TypeVar("_T")


def show_progress(items: Iterable[_T], length: int, label: str) -> Iterator[_T]:
    """Yield ``items``, ``length`` of them, with a bar on standard error where that is a terminal."""
    # Past whatever records what a build says: the next one, which may have nothing to do, takes no steps.
    stream = sys.__stderr__
    # A process without standard error, such as a service, has None in its place.
    if stream is None or not stream.isatty():
        yield from items
        return
    with click.progressbar(items, length=length, label=label, show_pos=True, show_eta=False, file=stream) as bar:
        yield from bar

"""States of the data that commands compare: those of a folder or of a revision, linked to a dataset."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from briefing.cli.output import put_findings
from briefing.dataset.linked.records import Dataset
from briefing.edges.disk import read_tree
from briefing.edges.history import read_revision
from briefing.pipeline import prepare

Sources: TypeAlias = Mapping[str, bytes]
"""The data files of one state, by their paths within the data folder."""


class BrokenData(Exception):
    """Data with errors, where a comparison needs them whole; the findings have been printed."""


def read_state(name: str, data: Path) -> Sources:
    """Return the data files of a revision, or of a folder: a data folder, or a project that holds one.

    A folder comes before a revision of the same name.
    """
    folder = Path(name)
    if not folder.is_dir():
        return read_revision(data, name)
    inner = folder / data.name
    if inner.is_dir() and not (folder / "briefing.yml").is_file():
        return read_tree(inner)[0]
    return read_tree(folder)[0]


def link_state(sources: Sources, name: str, as_of: str | None) -> Dataset:
    """Return the dataset of one state; where it has errors, print them under ``name`` and raise BrokenData."""
    prepared = prepare(sources, as_of)
    if prepared.dataset is None:
        put_findings(prepared.errors_only, sources, Path(name))
        raise BrokenData
    return prepared.dataset

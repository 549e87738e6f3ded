"""What an export is: a path on the site, and the function that makes its file. Other packages may add their own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from briefing.dataset.linked.records import Dataset
from briefing.model.ids import ClaimKey, SubjectId

Json: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class ExportData:
    """What every export is made of: the dataset, and its rows in the published form of `api/v1`.

    ``subjects`` and ``claims`` are by id, in the order of the dataset. Rows are shared by all exports: change none.
    """

    dataset: Dataset
    subjects: Mapping[SubjectId, Json]
    claims: Mapping[ClaimKey, Json]
    conflicts: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """One file for other programs.

    ``path`` is relative to the site's root. ``render`` returns the file, a text as UTF-8; the same data must give
    the same bytes.
    """

    path: str
    render: Callable[[ExportData], bytes | str]

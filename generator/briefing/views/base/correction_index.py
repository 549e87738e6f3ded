"""What this site got wrong and put right: the log in its order, with anchors, by subject and by claim."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from briefing.dataset.linked.records import Dataset
from briefing.model.grouping import group_by_each
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Correction
from briefing.routes import CORRECTIONS, PagePath, list_page, slug, unique_anchors
from briefing.views.base.paging import split_by_weight, weigh_prose
from briefing.views.base.tokens import words

_ROW_WEIGHT = 40


@dataclass(frozen=True, slots=True)
class LoggedCorrection:
    """A correction, and where it stands in the log."""

    page: PagePath
    anchor: str
    correction: Correction


@dataclass(frozen=True, slots=True)
class CorrectionIndex:
    """All corrections, newest first, page by page; there is no page where nothing was put right yet."""

    pages: tuple[tuple[LoggedCorrection, ...], ...] = ()
    by_subject: Mapping[SubjectId, tuple[LoggedCorrection, ...]] = field(default_factory=dict)
    by_claim: Mapping[ClaimKey, tuple[LoggedCorrection, ...]] = field(default_factory=dict)


def index_corrections(data: Dataset) -> CorrectionIndex:
    """Return the index of the corrections of the dataset."""
    if not data.corrections:
        return CorrectionIndex()
    # Numbered from the oldest on: a new correction of the same day must not take the anchor of one before it.
    anchors = unique_anchors(map(_wanted_anchor, reversed(data.corrections)))
    rows = split_by_weight(tuple(zip(reversed(anchors), data.corrections, strict=True)), _weigh)
    pages = tuple(_logged(number, page) for number, page in enumerate(rows, 1))
    log = tuple(chain.from_iterable(pages))
    return CorrectionIndex(
        pages=pages,
        by_subject=group_by_each(log, lambda logged: logged.correction.about),
        by_claim=group_by_each(log, lambda logged: logged.correction.claims),
    )


def _wanted_anchor(correction: Correction) -> str:
    # A date may be a span, or open.
    return f"{slug(correction.date.printed)}-{correction.about[0]}"


def _weigh(row: tuple[str, Correction]) -> int:
    _, correction = row
    return _ROW_WEIGHT + weigh_prose(words(correction.was)) + weigh_prose(words(correction.now))


def _logged(number: int, rows: Iterable[tuple[str, Correction]]) -> tuple[LoggedCorrection, ...]:
    return tuple(LoggedCorrection(list_page(CORRECTIONS, number), *row) for row in rows)

"""The one picture at the head of a subject's page: its sums or its steps, whichever has more marks."""

from collections.abc import Sequence

from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.placed_entry import Entry
from briefing.views.pictures.charts import Bars, Spans
from briefing.views.pictures.money_bars import view_money_picture
from briefing.views.pictures.picture import Picture
from briefing.views.pictures.step_spans import view_subject_steps


def view_subject_picture(context: Context, subject: SubjectId, sums: Sequence[Entry]) -> Picture | None:
    """Return the picture with the most marks, or None where there is none to draw."""
    money = view_money_picture(context, context.page(subject), sums, own=subject)
    steps = view_subject_steps(context, subject)
    # The sums come first: max keeps the first of those that are equal.
    pictures = [picture for picture in (money, steps) if picture]
    return max(pictures, key=_count_marks, default=None)


def _count_marks(picture: Picture) -> int:
    match picture.chart:
        case Bars(panels=panels):
            return sum(len(panel.bars) for panel in panels if panel.drawn)
        case Spans(spans=spans):
            return len(spans)
    return 0

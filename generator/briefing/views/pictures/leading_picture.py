"""The one picture at the head of a subject's page: its sums or its steps, whichever the data carry more of."""

from collections.abc import Sequence

from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.placement import Entry
from briefing.views.pictures.money_bars import view_money_picture
from briefing.views.pictures.picture import Bars, Picture, Spans
from briefing.views.pictures.step_spans import view_subject_steps


def view_subject_picture(ctx: Context, subject: SubjectId, sums: Sequence[Entry]) -> Picture | None:
    """Return the picture with the most marks, that of the sums where both have as many; None without either."""
    money = view_money_picture(ctx, ctx.page(subject), sums, own=subject)
    steps = view_subject_steps(ctx, subject)
    return max((one for one in (money, steps) if one), key=_marks, default=None)


def _marks(picture: Picture) -> int:
    match picture.chart:
        case Bars(panels=panels):
            return sum(len(one.bars) for one in panels if one.drawn)
        case Spans(spans=spans):
            return len(spans)
    return 0

"""What an editor makes of a difference."""

from dataclasses import dataclass

from briefing.dataset.comparing.judged_digest import prefers_what_is_gone
from briefing.model.records import Judgement
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import Prose


@dataclass(frozen=True, slots=True)
class Reading:
    """What an editor makes of it, why, and what would settle it."""

    word: str
    because: Prose
    settles_it: Prose
    decided: str


def view_reading(ctx: Context, judgement: Judgement | None, linker: Linker) -> Reading | None:
    if judgement is None:
        return None
    word = judgement.word or ("prefer" if judgement.prefer else "reject" if judgement.reject else "note")
    if prefers_what_is_gone(ctx.data, judgement):
        word = "gone"
    return Reading(
        word=ctx.labels.word("reading", word),
        because=linker.prose(judgement.because),
        settles_it=linker.prose(judgement.settles_it),
        decided=judgement.decided.label if judgement.decided else "",
    )

"""What an editor makes of a difference: the word for it, why, and what would settle it."""

from dataclasses import dataclass

from briefing.dataset.comparing.judged_digest import prefers_what_is_gone
from briefing.model.records import Judgement
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import Prose
from briefing.views.parts.date_words import date_label


@dataclass(frozen=True, slots=True)
class Reading:
    """What an editor makes of it, why, and what would settle it."""

    word: str
    because: Prose
    settles_it: Prose
    decided: str


def view_reading(context: Context, judgement: Judgement | None, linker: Linker) -> Reading | None:
    """Return what an editor makes of a difference, or None where none has judged it."""
    if judgement is None:
        return None
    return Reading(
        word=context.labels.word("reading", _verdict(context, judgement)),
        because=linker.prose(judgement.because),
        settles_it=linker.prose(judgement.settles_it),
        decided=date_label(judgement.decided),
    )


def _verdict(context: Context, judgement: Judgement) -> str:
    """Return the key of the word for what a judgement decides."""
    # Whatever it decided, it rests on values that their source has taken back since.
    if prefers_what_is_gone(context.data, judgement):
        return "gone"
    if judgement.word:
        return judgement.word
    if judgement.prefer:
        return "prefer"
    if judgement.reject:
        return "reject"
    return "note"

"""What an editor makes of a difference."""

from dataclasses import replace

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.readings import view_reading


def test_a_reading_says_why_and_what_would_settle_it(context: Context, linker: Linker) -> None:
    judgement = context.data.subjects["acme"].judgements[0]
    reading = view_reading(context, judgement, linker)
    assert reading is not None
    assert (plain(reading.because), plain(reading.settles_it)) == (
        "The agency names its source.",
        "The ministry's release.",
    )
    assert reading.decided == "20 November 2026"
    assert view_reading(context, None, linker) is None


def test_the_word_tells_what_was_decided(context: Context, linker: Linker) -> None:
    rejecting = context.data.subjects["acme"].judgements[0]
    preferring = replace(rejecting, prefer=("daily-1#c3",), reject=())
    noting = replace(rejecting, reject=())
    readings = [view_reading(context, judgement, linker) for judgement in (rejecting, preferring, noting)]
    words = [reading.word for reading in readings if reading]
    assert words == [context.labels.word("reading", key) for key in ("reject", "prefer", "note")]

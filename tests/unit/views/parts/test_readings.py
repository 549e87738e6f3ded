"""What an editor makes of a difference."""

from dataclasses import replace

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.readings import view_reading


def test_a_reading_says_why_and_what_would_settle_it(ctx: Context, linker: Linker) -> None:
    judgement = ctx.data.subjects["acme"].judgements[0]
    reading = view_reading(ctx, judgement, linker)
    assert reading is not None
    assert (plain(reading.because), plain(reading.settles_it)) == (
        "The agency names its source.",
        "The ministry's release.",
    )
    assert reading.decided == "20 November 2026"
    assert view_reading(ctx, None, linker) is None


def test_the_word_tells_what_was_decided(ctx: Context, linker: Linker) -> None:
    rejecting = ctx.data.subjects["acme"].judgements[0]
    preferring = replace(rejecting, prefer=("daily-1#c3",), reject=())
    noting = replace(rejecting, reject=())
    readings = [view_reading(ctx, judgement, linker) for judgement in (rejecting, preferring, noting)]
    words = [reading.word for reading in readings if reading]
    assert words == [ctx.labels.word("reading", key) for key in ("reject", "prefer", "note")]

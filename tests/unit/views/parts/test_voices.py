"""One claim as a voice."""

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.voices import view_voice


def test_a_voice_says_who_when_and_how_far_it_is_trusted(context: Context, linker: Linker) -> None:
    voice = view_voice(context, context.data.claims["copy-1#c1"], linker)
    assert (voice.published, voice.grade, voice.stage) == ("April 2024", "D", "announced")
    assert [(detail.label, plain(detail.value)) for detail in voice.details] == [("paid by", "Japan")]


def test_what_stands_beside_it_is_not_said_again(context: Context, linker: Linker) -> None:
    copy = view_voice(context, context.data.claims["copy-1#c1"], linker)
    own = view_voice(context, context.data.claims["weekly-9#c2"], linker)
    older = view_voice(context, context.data.claims["daily-1#c2"], linker)
    assert copy.origin_note == copy.origin != ""
    assert (own.origin, own.origin_note) == ("Acme", "")
    assert (copy.as_of_note, older.as_of_note) == ("", "2024")

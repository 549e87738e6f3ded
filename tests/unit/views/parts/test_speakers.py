"""Who says a claim."""

from briefing.model.claims import Speaker
from briefing.views.base.context import Context
from briefing.views.base.tokens import plain
from briefing.views.parts.speakers import speaker_prose, spoken_by
from tests.unit.views.sample import claim


def said(context: Context, speaker: Speaker | None) -> tuple[str, int]:
    spoken = claim("daily-1#c1", "acme", "aim", "grow", speaker=speaker)
    return plain(speaker_prose(context, spoken)), len(spoken_by(context, spoken))


def test_a_speaker_is_a_subject_a_group_or_a_document(context: Context) -> None:
    assert said(context, Speaker(subject="ann-lee")) == ("Ann Lee", 1)
    assert said(context, Speaker(group="two officials")) == ("Two officials", 1)
    assert said(context, Speaker(document="a white paper")) == ("a white paper", 1)


def test_that_an_article_says_it_itself_is_no_detail(context: Context) -> None:
    text, details = said(context, Speaker(document="daily-1"))
    assert ("The Daily" in text, details) == (True, 0)
    assert said(context, None) == ("", 0)

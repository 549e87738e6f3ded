"""What an origin is called."""

import re

from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.views.base.context import Context
from briefing.views.parts.article_links import (
    newest_first,
)
from briefing.views.parts.date_words import date_text

_FEW = 2


_STORY = re.compile(r"([a-z0-9-]+?)-(\d{4}(?:-\d{2}){0,2})")


def origin_name(ctx: Context, origin: str) -> str:
    """Return what an origin is called: the article where it is one, else whose story it is, or whose copies show it."""
    article = ctx.names.articles.get(ArticleId(origin))
    return article or _agency_story(ctx, origin) or _unnamed_original(ctx, origin)


def _agency_story(ctx: Context, origin: str) -> str:
    """Return words for an id that begins with whoever tells the story and ends with when: `afp-2024-04`."""
    found = _STORY.fullmatch(origin)
    if found is None:
        return ""
    teller = ctx.data.subjects.get(SubjectId(found[1])) or ctx.data.publishers.get(PublisherId(found[1]))
    if teller is None:
        return ""
    # "the The Herald story" is no English.
    return ctx.labels.say("origin-story", name=teller.name.display.removeprefix("The "), date=date_text(found[2]))


def _unnamed_original(ctx: Context, origin: str) -> str:
    copies = [ctx.names.articles[one.id] for one in newest_first(ctx.articles.by_origin.get(origin, ()))]
    if not copies:
        return ctx.labels.say("origin-unnamed")
    shown = ctx.labels.say("and").join(copies)
    names = shown if len(copies) <= _FEW else ctx.labels.say("origin-of-many", names=", ".join(copies[:_FEW]))
    return ctx.labels.say("origin-unnamed-of", names=names)

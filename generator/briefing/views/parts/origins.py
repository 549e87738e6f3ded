"""What an origin is called: the article where it is one, else whose story it is, or whose copies show it."""

import re

from briefing.model.ids import ArticleId, PublisherId, SubjectId
from briefing.model.word_lists import join_words
from briefing.views.base.context import Context
from briefing.views.parts.article_links import newest_first
from briefing.views.parts.date_words import date_text

_NAMED_COPIES = 2
# An id that begins with whoever tells the story and ends with when: `afp-2024-04`.
_STORY = re.compile(r"([a-z0-9-]+?)-(\d{4}(?:-\d{2}){0,2})")


def origin_name(ctx: Context, origin: str) -> str:
    """Return what an origin is called: the article where it is one, else whose story it is, or whose copies show it."""
    article_name = ctx.names.articles.get(ArticleId(origin))
    if article_name:
        return article_name
    return _agency_story(ctx, origin) or _unnamed_original(ctx, origin)


def _agency_story(ctx: Context, origin: str) -> str:
    """Return words for a story whose teller and date the id of the origin names, nothing for any other id."""
    story = _STORY.fullmatch(origin)
    if story is None:
        return ""
    teller_id, date = story.groups()
    teller = ctx.data.subjects.get(SubjectId(teller_id)) or ctx.data.publishers.get(PublisherId(teller_id))
    if teller is None:
        return ""
    # "the The Herald story" is no English.
    name = teller.name.display.removeprefix("The ")
    return ctx.labels.say("origin-story", name=name, date=date_text(date))


def _unnamed_original(ctx: Context, origin: str) -> str:
    """Return words for an original that only its copies show: by the newest of these."""
    articles = newest_first(ctx.articles.by_origin.get(origin, ()))
    copies = [ctx.names.articles[article.id] for article in articles]
    if not copies:
        return ctx.labels.say("origin-unnamed")
    if len(copies) <= _NAMED_COPIES:
        names = join_words(copies, ctx.labels.say("and"))
    else:
        names = ctx.labels.say("origin-of-many", names=", ".join(copies[:_NAMED_COPIES]))
    return ctx.labels.say("origin-unnamed-of", names=names)

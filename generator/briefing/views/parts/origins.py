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


def origin_name(context: Context, origin: str) -> str:
    """Return what an origin is called: the article where it is one, else whose story it is, or whose copies show it."""
    article_name = context.names.articles.get(ArticleId(origin))
    if article_name:
        return article_name
    return _agency_story(context, origin) or _unnamed_original(context, origin)


def _agency_story(context: Context, origin: str) -> str:
    """Return words for a story whose teller and date the id of the origin names, nothing for any other id."""
    story = _STORY.fullmatch(origin)
    if story is None:
        return ""
    teller_id, date = story.groups()
    teller = context.data.subjects.get(SubjectId(teller_id)) or context.data.publishers.get(PublisherId(teller_id))
    if teller is None:
        return ""
    # "the The Herald story" is no English.
    name = teller.name.display.removeprefix("The ")
    return context.labels.say("origin-story", name=name, date=date_text(date))


def _unnamed_original(context: Context, origin: str) -> str:
    """Return words for an original that only its copies show: by the newest of these."""
    articles = newest_first(context.articles.by_origin.get(origin, ()))
    copies = [context.names.articles[article.id] for article in articles]
    if not copies:
        return context.labels.say("origin-unnamed")
    if len(copies) <= _NAMED_COPIES:
        names = join_words(copies, context.labels.say("and"))
    else:
        names = context.labels.say("origin-of-many", names=", ".join(copies[:_NAMED_COPIES]))
    return context.labels.say("origin-unnamed-of", names=names)

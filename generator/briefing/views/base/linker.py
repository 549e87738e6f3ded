"""Links the names that prose mentions."""

from briefing.dataset.linked.mentions import (
    PublisherKey,
    PublisherToken,
    SubjectToken,
    Token,
    key_of,
    tokenize,
)
from briefing.model.ids import PublisherId, SubjectId
from briefing.routes import PagePath, publisher_page
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, Prose, language_of, mark_japanese


class Linker:
    """Links names in the prose of one section: each subject once, the page's own never.

    ``own`` is the subject or ``publisher`` whose page it is. The name of a source leads to its publisher's page.
    """

    def __init__(self, ctx: Context, own: SubjectId | None = None, publisher: PublisherId | None = None) -> None:
        self._ctx = ctx
        self._own = own
        self._here = publisher_page(publisher) if publisher else None
        self._seen: set[SubjectId | PublisherKey] = set()

    def prose(self, text: str | None) -> Prose:
        """Return a text with the names that it mentions first linked."""
        tokens = tokenize(self._ctx.names.in_prose, text or "", self._own, self._seen)
        self._seen.update(key_of(token) for token in tokens if isinstance(token, SubjectToken | PublisherToken))
        return tuple(one for token in tokens for one in self._linked(token.text, token))

    def _linked(self, text: str, token: Token) -> Prose:
        page = self._page_of(token)
        if page is None or page == self._here:
            return mark_japanese(text)
        return (PageLink(text, page, lang=language_of(text)),)

    def _page_of(self, token: Token) -> PagePath | None:
        if isinstance(token, PublisherToken):
            return publisher_page(token.publisher)
        if not isinstance(token, SubjectToken):
            return None
        source = self._ctx.addresses.source_pages.get(token.subject)
        return publisher_page(source) if source else self._ctx.page(token.subject)

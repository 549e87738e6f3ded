"""Links the names of subjects and publishers in prose, each where a section first mentions it."""

from briefing.dataset.linked.mentions import PublisherKey, PublisherToken, SubjectToken, Token, key_of, tokenize
from briefing.model.ids import PublisherId, SubjectId
from briefing.routes import PagePath, publisher_page
from briefing.views.base import tokens
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, Prose, language_of, mark_japanese


class Linker:
    """Links names in the prose of one section: each subject once, the page's own never.

    ``own`` is the subject or ``publisher`` whose page it is. The name of a source leads to its publisher's page.
    """

    def __init__(self, context: Context, own: SubjectId | None = None, publisher: PublisherId | None = None) -> None:
        self._ctx = context
        self._own = own
        self._own_page: PagePath | None = None
        if publisher:
            self._own_page = publisher_page(publisher)
        self._seen: set[SubjectId | PublisherKey] = set()

    def prose(self, text: str | None) -> Prose:
        """Return a text with the names that it mentions first linked."""
        linked: list[tokens.Token] = []
        # What this text links, the next texts of the section do not.
        for token in tokenize(self._ctx.names.in_prose, text or "", self._own, self._seen):
            if isinstance(token, SubjectToken | PublisherToken):
                self._seen.add(key_of(token))
            linked.extend(self._link(token))
        return tuple(linked)

    def _link(self, token: Token) -> Prose:
        page = self._page_of(token)
        if page is None or page == self._own_page:
            return mark_japanese(token.text)
        return (PageLink(token.text, page, lang=language_of(token.text)),)

    def _page_of(self, token: Token) -> PagePath | None:
        match token:
            case PublisherToken():
                return publisher_page(token.publisher)
            case SubjectToken():
                return self._subject_page(token.subject)
        return None

    def _subject_page(self, subject: SubjectId) -> PagePath:
        source_pages = self._ctx.addresses.source_pages
        if subject in source_pages:
            return publisher_page(source_pages[subject])
        return self._ctx.page(subject)

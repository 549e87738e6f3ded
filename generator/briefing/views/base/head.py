"""What every page has before its content: address, title, description, and the way back up."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.routes import PagePath
from briefing.views.base.tokens import PageLink, Prose, mark_japanese


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page; ``title`` is the one heading, ``full_title`` what tells the page from all others.

    ``structured_data`` is the page as JSON-LD, empty until all heads are known.
    """

    page: PagePath
    title: str
    full_title: str
    description: str
    up: tuple[PageLink, ...] = ()
    kind: str = ""
    lang: str = ""
    structured_data: str = ""

    @property
    def heading(self) -> Prose:
        """The title as the page says it, with what is Japanese in it marked."""
        return mark_japanese(self.title)


@dataclass(frozen=True, slots=True)
class Pager:
    """The pages that a long list is split into."""

    number: int
    pages: tuple[PageLink, ...]
    rows: int


def with_distinct_titles(heads: Sequence[Head]) -> tuple[Head, ...]:
    """Return heads whose full titles and descriptions differ from page to page."""
    titles = Counter(head.full_title for head in heads)
    titled = [_name_by_address(head, titles) for head in heads]
    descriptions = Counter(head.description for head in titled)
    return tuple(_describe_by_title(head, descriptions) for head in titled)


def _name_by_address(head: Head, titles: Mapping[str, int]) -> Head:
    """Return a head with its address in its full title where another page has the same."""
    if titles[head.full_title] == 1:
        return head
    # Subjects of two kinds may have one name.
    address = head.page.removesuffix("/index.md")
    return replace(head, full_title=f"{head.full_title} ({address})")


def _describe_by_title(head: Head, descriptions: Mapping[str, int]) -> Head:
    """Return a head with its title in its description where another page has the same."""
    if descriptions[head.description] == 1:
        return head
    # A description that pages share says nothing of any of them.
    return replace(head, description=f"{head.full_title}: {head.description}")

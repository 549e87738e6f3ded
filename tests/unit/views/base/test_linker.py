"""Names in prose, linked."""

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Words, plain


def linked(linker: Linker, text: str) -> list[str]:
    return [token.page for token in linker.prose(text) if isinstance(token, PageLink)]


def test_a_name_is_linked_once_in_a_section_and_never_on_its_own_page(context: Context) -> None:
    linker = Linker(context, "acme")
    assert linked(linker, "Acme and Bolt and Bolt") == ["companies/bolt/index.md"]
    assert linked(linker, "Bolt in Japan") == ["places/japan/index.md"]
    assert linked(Linker(context), "Acme and Bolt") == ["companies/acme/index.md", "companies/bolt/index.md"]


def test_the_text_stays_what_it_was(context: Context) -> None:
    text = "Acme builds 半導体 with Bolt."
    prose = Linker(context).prose(text)
    assert plain(prose) == text
    assert Words("半導体", "ja") in prose
    assert Linker(context).prose(None) == ()


def test_a_publisher_is_not_linked_on_its_own_page(context: Context) -> None:
    assert linked(Linker(context), "as The Daily writes") == ["publishers/daily/index.md"]
    assert linked(Linker(context, publisher="daily"), "as The Daily writes") == []

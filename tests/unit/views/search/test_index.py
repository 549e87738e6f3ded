"""The index has every page that a reader may look for, once."""

from dataclasses import replace

from briefing.routes import GLOSSARY
from briefing.source.hand_written import HandWritten
from briefing.views.search.index import search_kinds, view_search
from tests.unit.views.sample import sample_context


def test_every_record_and_every_list_has_an_entry() -> None:
    context = sample_context()
    index = view_search(context)
    kinds = [entry.kind for entry in index.entries]
    assert kinds.count("article") == len(context.data.articles) == 3
    assert kinds.count("publisher") == len(context.data.publishers) == 2
    assert kinds.count("page") == 10
    assert len(kinds) == len(context.data.subjects) + 15
    assert index.japanese


def test_a_page_in_the_way_of_one_of_the_data_does_not_replace_it() -> None:
    context = sample_context()
    taken = HandWritten(GLOSSARY, "Mine", "A page of mine.", "text")
    own = HandWritten("mine/index.md", "Mine", "A page of mine.", "text")
    titles = {entry.page: entry.names.title for entry in view_search(replace(context, written=(taken, own))).entries}
    assert (titles[GLOSSARY], titles["mine/index.md"]) == ("Glossary", "Mine")  # type: ignore[index]


def test_a_hub_is_found_by_the_word_of_its_address() -> None:
    aliases = {entry.names.title: entry.names.aliases for entry in view_search(sample_context()).entries}
    assert aliases["Where sources differ"] == ("conflicts",)


def test_kinds_without_subjects_are_left_out_and_pages_have_no_list() -> None:
    kinds = list(search_kinds(sample_context()))
    assert [kind.name for kind in kinds] == [
        "company", "project", "person", "place", "event", "article", "publisher", "page",
    ]  # fmt: skip
    assert [kind.name for kind in kinds if kind.page is None] == ["page"]

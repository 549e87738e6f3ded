"""What search knows of pages that explain the site, and of those written by hand."""

from dataclasses import replace

from briefing.routes import HOME
from briefing.source.hand_written import HandWritten
from briefing.views.search.texts import DETAIL, STATEMENT
from briefing.views.search.written_pages import explaining_pages, written_pages
from tests.unit.views.sample import sample_context


def test_every_mark_leads_to_the_glossary() -> None:
    glossary = next(entry for entry in explaining_pages(sample_context()) if entry.names.title == "Glossary")
    assert (DETAIL, "overdue The date has passed, and no source here says that it happened.") in glossary.texts


def test_pages_about_the_site_are_found_by_what_they_are_for() -> None:
    entries = {entry.names.title: entry for entry in explaining_pages(sample_context())}
    assert set(entries) == {"Glossary", "Method", "About", "Data", "Licence", "Compare subjects"}
    assert entries["About"].page == "about/index.md"
    assert entries["About"].texts == ((STATEMENT, entries["About"].line),)


def test_a_page_written_by_hand_is_found_by_its_words_and_a_first_page_is_not() -> None:
    home = HandWritten(HOME, "Welcome", "Hello.", "text")
    own = HandWritten("notes/index.md", "Notes", "What we noted.", "a long text")
    (entry,) = written_pages(replace(sample_context(), written=(home, own)))
    assert (entry.page, entry.names.title, entry.line) == ("notes/index.md", "Notes", "What we noted.")
    assert entry.texts == ((STATEMENT, "What we noted."), (DETAIL, "a long text"))

"""An entry of the search has what a result shows and what readers filter by; all else may be empty."""

from briefing.routes import GLOSSARY
from briefing.views.search.entries import SearchEntry, SearchNames


def test_a_page_needs_no_more_than_a_name_and_a_line() -> None:
    entry = SearchEntry(GLOSSARY, "page", SearchNames("Glossary"), "What every mark means.")
    assert (entry.note, entry.weight, entry.texts, entry.years, entry.publishers, entry.status) == (
        "", 0, (), (), (), "",
    )  # fmt: skip
    assert entry.names.aliases == entry.names.former == entry.names.codes == ()

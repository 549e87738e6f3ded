"""The English words of the search: those of its page, and those that its window is handed with the index."""

from collections.abc import Mapping

SEARCH_WORDS: Mapping[str, str] = {
    "search": "Search",
    "search-description": "Search {briefing} by English and Japanese names, former names, tickers and text.",
    "search-page-note": "Names and texts are searched in English and Japanese, in any width and kana.",
    "search-method": "How to read a page: claims, grades and origins, confidence, what is shown first, worked example, "
    "dates and fiscal years, as of, overdue, fresh or stale, sums and totals, exchange rates, rules, limits.",
    "search-without": "The field needs scripts. Without them, these lists hold every page:",
    "section-search-lists": "All lists",
    "search-article": "Article",
    "search-publisher": "Publisher",
    "search-page": "Page",
    "search-pages": "Pages",
    # handed to the window
    "search-kind": "Kind",
    "search-start": "Names in English, kanji or kana, former names, tickers, or words of the text.",
    "search-results-one": "1 result",
    "search-results": "{n} results",
    "search-some": "No page has all of the words, these have some.",
    "search-none": "Nothing found for “{q}”.",
    "search-near": "Names like it",
    "search-tip-filters": "A filter is set: without it there may be more.",
    "search-tip-words": "Try fewer or shorter words; every word has to be found.",
    "search-tip-names": "Try another name: kanji, kana, English, a former name or a ticker.",
    "search-tip-lists": "Or go through a list:",
    "search-all-kinds": "All",
    "search-filters": "Filters",
    "search-year": "Year of sources",
    "search-publisher-of": "Publisher of sources",
    "search-status": "Status",
    "search-any": "Any",
    "search-clear": "Clear filters",
    "search-all": "Open on a page of its own",
    "search-more": "Show {n} more",
    "search-formerly": "formerly",
    "search-also": "also",
    "search-keys": "↑ ↓ to choose, Enter to open, Esc to close",
}

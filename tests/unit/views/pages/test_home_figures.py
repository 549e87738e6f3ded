"""The figures of the first page, and what they do not count."""

from dataclasses import replace

from briefing.model.ids import ArticleId
from briefing.views.base.context import open_context
from briefing.views.pages.home_figures import view_kind_counts, view_stats
from tests.unit.views.sample import ARTICLES, claims, link, sample_context, subjects, undecided_context


def test_figures_lead_to_the_lists_that_they_count() -> None:
    stats = view_stats(sample_context())
    assert [(stat.count, stat.link.text, stat.link.page) for stat in stats] == [
        (3, "articles", "articles/index.md"),
        (2, "independent origins", "sources/index.md"),
        (20, "claims", "sources/index.md"),
        (0, "open conflicts", "conflicts/index.md"),
    ]


def test_an_excluded_claim_and_a_withdrawn_article_do_not_count() -> None:
    assert len(claims()) == 21
    withdrawn = {**ARTICLES, ArticleId("weekly-9"): replace(ARTICLES[ArticleId("weekly-9")], status="withdrawn")}
    stats = view_stats(open_context(link(subjects(), claims(), withdrawn)))
    assert (stats[0].count, stats[2].count) == (2, 20)


def test_what_is_open_counts() -> None:
    assert view_stats(undecided_context())[3].count == 1
    assert view_stats(undecided_context())[3].link.text == "open conflict"


def test_kinds_without_subjects_are_left_out() -> None:
    counts = {kind.link.text: kind.count for kind in view_kind_counts(sample_context())}
    assert counts == {"Companies": 2, "Projects": 1, "People": 1, "Places": 1, "Events": 1}

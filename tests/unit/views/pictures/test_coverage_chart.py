"""R27: articles and claims over time, and what is inferred."""

from briefing.routes import HOME
from briefing.views.base.context import open_context
from briefing.views.base.tokens import plain
from briefing.views.pictures.charts import Columns
from briefing.views.pictures.coverage_chart import view_coverage_picture
from tests.unit.views import sample


def test_coverage_counts_articles_and_claims_by_month_and_says_what_is_inferred() -> None:
    context = open_context(sample.sample())
    picture = view_coverage_picture(context, HOME)
    assert picture
    assert isinstance(picture.chart, Columns)
    articles, claims = (sum(column.counts[place] for column in picture.chart.columns) for place in (0, 1))
    assert (articles, claims) == (len(context.data.articles), len(context.data.claims))
    rows = [[plain(cell) for cell in row] for row in picture.table.rows]
    assert sum(int(row[1]) for row in rows) == articles
    assert len(picture.chart.columns) >= len(rows) >= 2

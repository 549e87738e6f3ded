"""R27: steps are as wide as their dates are exact."""

from datetime import date

import pytest

from briefing.routes import HOME
from briefing.views.base.context import open_context
from briefing.views.base.tokens import plain
from briefing.views.pictures.charts import Spans
from briefing.views.pictures.step_spans import view_all_steps, view_subject_steps
from tests.unit.views import sample
from tests.unit.views.pictures.bolt import BOLT, context_of


@pytest.mark.parametrize(("second", "drawn"), [("2024", False), ("2025", True)])
def test_steps_of_one_date_are_left_to_their_table(second: str, drawn: bool) -> None:
    dates = {"first": "2024", "second": second}
    steps = [sample.claim(f"daily-1#c20{n}", "bolt", "milestone", on, milestone=n) for n, on in dates.items()]
    assert (view_subject_steps(context_of(steps), BOLT) is not None) is drawn


def test_steps_keep_open_ends_states_and_what_has_no_date() -> None:
    claims = [
        sample.claim(f"daily-1#c20{place}", "bolt", "milestone", value, milestone=f"step-{place}", modality="planned")
        for place, value in enumerate(("../2040", "2025-04", "unknown", "JFY2030"))
    ]
    picture = view_subject_steps(context_of(claims), BOLT)
    assert picture
    assert isinstance(picture.chart, Spans)
    spans = [(span.label, span.first, span.last, span.state) for span in picture.chart.spans]
    assert spans == [
        ("Step 1", date(2025, 4, 1), date(2025, 4, 30), "overdue"),
        ("Step 3", date(2030, 4, 1), date(2031, 3, 31), "planned"),
        ("Step 0", None, date(2040, 12, 31), "planned"),
    ]
    assert "1 step has no stated date and is not drawn." in [plain(note) for note in picture.notes]
    assert picture.csv.records[0][:5] == ("bolt", "milestone", "step-1", "2025-04", "2025-04-01")


def test_all_that_is_dated_is_on_the_timeline_in_order() -> None:
    picture = view_all_steps(open_context(sample.sample()), HOME)
    assert picture
    assert isinstance(picture.chart, Spans)
    firsts = [span.first or span.last for span in picture.chart.spans]
    assert firsts == sorted(firsts, key=lambda day: day or date.max)


def test_of_many_steps_those_nearest_to_today_are_drawn_in_order() -> None:
    claims = [
        sample.claim(f"daily-1#c{300 + number}", "bolt", "milestone", f"{1980 + number}", milestone=f"step-{number}")
        for number in range(42)
    ]
    picture = view_subject_steps(context_of(claims), BOLT)
    assert picture
    assert isinstance(picture.chart, Spans)
    assert [span.when for span in picture.chart.spans] == [str(year) for year in range(1982, 2022)]
    assert plain(picture.notes[-1]) == "2 events further from today are not drawn."

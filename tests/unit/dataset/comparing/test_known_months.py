"""What became known month by month."""

from datetime import date

import pytest

from briefing.dataset.comparing.known_months import KnownMonth, find_known_months, month_of
from briefing.dataset.linked.records import Dataset
from briefing.model.values import print_value
from tests.unit.dataset.sample import HEAD, dataset

GOOD = "name: Gazette\ngrade: {letter: A, why: a paper of record}\n"
ROW = "  - {{id: c1, about: acme, attribute: date, measure: {measure}, value: {value}}}\n"


def source(published: str, value: str, publisher: str = "herald", measure: str = "founded") -> str:
    head = HEAD.format(publisher=publisher).replace("2024-04-14", published)
    return head + ROW.format(measure=measure, value=value)


def sources(**articles: str) -> Dataset:
    return dataset(publishers__gazette=GOOD, **{f"articles__{name}": text for name, text in articles.items()})


def shown(month: KnownMonth) -> list[tuple[str | None, str | None]]:
    """Return what each changed question showed before and shows at the end of a month."""
    return [(_printed(turn.was), _printed(turn.now)) for turn in month.turns]


def _printed(slot: object) -> str | None:
    group = getattr(slot, "shown", None)
    return None if group is None else print_value(group.value)


def test_only_months_in_which_a_source_spoke_are_told_each_with_what_it_changed() -> None:
    data = sources(one=source("2024-04", "2001"), two=source("2024-08-02", "2002", "gazette"))
    months = find_known_months(data)
    assert [month.month for month in months] == ["2024-04", "2024-08"]
    assert [shown(month) for month in months] == [[(None, "2001")], [("2001", "2002")]]


def test_totals_are_those_at_the_end_of_the_month() -> None:
    data = sources(
        one=source("2024-04", "2001"),
        two=source("2024-08-02", "2002", "gazette"),
        three=source("2024-08-03", "2010", measure="listed"),
    )
    totals = [(month.articles, month.slots, month.differing) for month in find_known_months(data)]
    assert totals == [(1, 1, 0), (3, 2, 1)]


def test_of_several_values_in_one_month_the_last_counts() -> None:
    data = sources(one=source("2024-04-01", "2001"), two=source("2024-04-20", "2002", "gazette"))
    (month,) = find_known_months(data)
    assert shown(month) == [(None, "2002")]


def test_a_source_that_joins_is_counted_and_changes_nothing() -> None:
    data = sources(one=source("2024-04-01", "2001"), two=source("2024-05-20", "2001", "gazette"))
    _, may = find_known_months(data)
    assert (may.articles, may.turns) == (2, [])


@pytest.mark.parametrize("day", [date(2024, 4, 1), date(2024, 4, 30)])
def test_a_day_has_a_month(day: date) -> None:
    assert month_of(day) == "2024-04"


def test_a_later_source_changes_no_earlier_month() -> None:
    one, two = source("2024-04-01", "2001"), source("2024-05-20", "2002", "gazette")
    before = find_known_months(sources(one=one, two=two))
    after = find_known_months(sources(one=one, two=two, three=source("2024-09-01", "2003", "gazette")))
    assert [shown(month) for month in after[:2]] == [shown(month) for month in before]
    assert [(month.slots, month.differing) for month in after[:2]] == [
        (month.slots, month.differing) for month in before
    ]

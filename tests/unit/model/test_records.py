from dataclasses import replace
from datetime import date

from briefing.model.dates import PartialDate, parse_date
from briefing.model.records import Briefing, Name


def moment(text: str) -> PartialDate:
    parsed = parse_date(text)
    assert isinstance(parsed, PartialDate), parsed
    return parsed


def test_today_is_the_last_day_that_the_briefing_is_as_of() -> None:
    briefing = Briefing(
        name=Name("Some briefing"),
        url="https://example.org/",
        language="en",
        as_of=moment("2024-04-10"),
        currency="USD",
        description=None,
        bottom_line=None,
        licences={},
        thresholds={},
    )
    assert briefing.today == date(2024, 4, 10)
    assert replace(briefing, as_of=moment("2024-04")).today == date(2024, 4, 30)
    assert replace(briefing, as_of=moment("2024-04/..")).today == date.max

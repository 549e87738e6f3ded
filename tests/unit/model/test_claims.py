"""What a claim says of itself by how it is said."""

import pytest

from briefing.model.claims import Modality
from tests.unit.views.sample import claim


@pytest.mark.parametrize(
    ("modality", "is_report", "is_opinion"),
    [
        ("reported", True, False),
        ("planned", False, False),
        ("aim", False, False),
        ("forecast", False, False),
        ("opinion", False, True),
        ("editorial", False, True),
    ],
)
def test_only_who_judges_gives_an_opinion(modality: str, is_report: bool, is_opinion: bool) -> None:
    statement = claim("daily-1#c1", "acme", "status", "planned", modality=modality)
    assert (statement.is_report, statement.is_opinion) == (is_report, is_opinion)
    assert Modality(modality).is_opinion is is_opinion


def test_a_qualifier_is_a_text_or_nothing() -> None:
    statement = claim("daily-1#c1", "acme", "amount", "JPY 1bn", line="x", payer=["japan", "bolt"], denied=True)
    assert (statement.qualifier("line"), statement.qualifier("payer"), statement.qualifier("stage")) == (
        "x",
        None,
        None,
    )
    assert statement.denied
    assert not claim("daily-1#c1", "acme", "status", "planned", denied=False).denied
    assert not claim("daily-1#c1", "acme", "status", "planned").denied

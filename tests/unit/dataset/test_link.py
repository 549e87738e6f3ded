"""The linked dataset as a whole: what comes beside errors, and the day that it counts as today."""

from briefing.pipeline import prepare
from tests.unit.dataset.sample import FILES, figure, run


def test_conflicts_are_told_beside_errors() -> None:
    prepared = run(figure(1, "USD 1bn"), figure(2, "USD 9bn"), publishers__gazette="name: Gazette\n")
    assert {"field-missing", "values-differ"} <= {finding.code for finding in prepared.findings}
    assert prepared.dataset is None


def test_as_of_is_the_option_else_the_briefing() -> None:
    sources = {path: text.encode() for path, text in FILES.items()}
    for option, expected in ((None, "2026-11-22"), ("2030-01", "2030-01")):
        prepared = prepare(sources, option)
        assert prepared.dataset is not None
        assert prepared.dataset.briefing.as_of.edtf == expected

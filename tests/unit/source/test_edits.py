"""Replacements: the text at a place and nothing else, whatever stands around it."""

import pytest

from briefing.diagnostics.diagnostic import Span
from briefing.source.edits import replace_spans


@pytest.mark.parametrize(
    ("before", "span", "after"),
    [
        (b"a: {stage: Pledged}  # kept\n", Span("a.yml", 1, 12, 1, 19), b"a: {stage: pledged}  # kept\n"),
        (b'a: "Pledged"\r\nb: 1\r\n', Span("a.yml", 1, 4, 1, 13), b'a: "pledged"\r\nb: 1\r\n'),
        (b"\xef\xbb\xbfPledged: 1", Span("a.yml", 1, 1, 1, 8), b"\xef\xbb\xbfpledged: 1"),
        ("株: 会\n社: Pledged\n".encode(), Span("a.yml", 2, 4, 2, 11), "株: 会\n社: pledged\n".encode()),
    ],
)
def test_only_the_place_changes(before: bytes, span: Span, after: bytes) -> None:
    assert replace_spans(before, [(span, "pledged")]) == after


def test_places_before_others_stay_true() -> None:
    edits = [(Span("a.yml", 1, 1, 1, 2), "long"), (Span("a.yml", 1, 4, 1, 5), "longer")]
    assert replace_spans(b"a: b, c", edits) == b"long: longer, c"


def test_of_overlapping_edits_one_is_made() -> None:
    edits = [(Span("a.yml", 1, 1, 1, 5), "x"), (Span("a.yml", 1, 3, 1, 7), "y")]
    assert replace_spans(b"abcdefgh", edits) == b"abygh"

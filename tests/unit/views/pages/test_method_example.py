"""The worked example: the difference that shows most."""

from dataclasses import replace

from briefing.views.base.context import open_context
from briefing.views.pages.method_example import find_example
from tests.unit.views.parts.test_findings import conflict
from tests.unit.views.sample import sample, sample_context, undecided_context


def test_the_example_leads_to_the_box_where_it_really_stands() -> None:
    example = find_example(undecided_context())
    assert example is not None
    assert (example.link.page, example.link.anchor) == ("companies/acme/index.md", example.box.anchor)


def test_a_decided_difference_shows_more_than_an_open_one() -> None:
    decided = sample_context().findings.for_readers[0]
    other = conflict("terms-differ", ("daily-1#c1", "copy-1#c1"))
    for order in ((decided, other), (other, decided)):
        example = find_example(open_context(replace(sample(), conflicts=order)))
        assert example is not None
        assert example.box.anchor == "differ-rank-top"


def test_what_only_looks_alike_is_no_example() -> None:
    alike = conflict("equal-figures", ("daily-1#c1", "copy-1#c1"))
    assert find_example(open_context(replace(sample(), conflicts=(alike,)))) is None

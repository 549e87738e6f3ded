"""The page for editors: how often each rule speaks, and what it found."""

from dataclasses import replace

from briefing.views.base.context import open_context
from briefing.views.pages.checks import checks_heads, view_checks
from tests.unit.views.parts.test_findings import conflict
from tests.unit.views.sample import sample, undecided_context


def test_rules_are_counted_with_what_is_still_open() -> None:
    rules = view_checks(undecided_context()).rules
    assert [(row.name, row.audience, row.findings, row.open) for row in rules] == [
        ("Values differ", "readers", "1", "1")
    ]


def test_the_rule_that_speaks_most_comes_first() -> None:
    once = replace(conflict("stale", ("daily-1#c2",)), key="stale-1")
    twice = [replace(conflict("second-hand", ("daily-1#c3",)), key=f"second-hand-{number}") for number in (1, 2)]
    data = replace(sample(), conflicts=(once, *twice))
    assert [row.code for row in view_checks(open_context(data)).rules] == ["second-hand", "stale"]


def test_only_findings_for_editors_have_rows_and_none_has_a_box() -> None:
    seen = conflict("values-differ", ("daily-1#c3", "copy-1#c3"))
    for_editors = replace(conflict("values-differ", ("daily-1#c1", "copy-1#c1")), key="hidden", audience="editor")
    page = view_checks(open_context(replace(sample(), conflicts=(seen, for_editors))))
    assert [(row.anchor, row.box) for row in page.rows] == [("hidden", None)]
    assert page.head.description == "Checks for editors: 1 finding of the rules that only editors need."


def test_a_briefing_without_findings_has_one_page_all_the_same() -> None:
    context = open_context(replace(sample(), conflicts=()))
    assert len(checks_heads(context)) == 1
    assert view_checks(context).rows == ()

"""Which findings are disputes, differing terms, look-alikes and notes, and in which order readers meet them."""

from dataclasses import replace

import pytest

from briefing.dataset.conflicts.rule_table import RULES
from briefing.dataset.linked.records import Dataset
from briefing.dataset.rule_base.rule import Category
from briefing.views.base.categories import category_of, order_findings
from briefing.views.base.context import open_context
from briefing.views.labels.english import ENGLISH
from briefing.views.pages.conflict_list import view_conflicts
from briefing.views.pages.conflict_rows import facts_heading
from briefing.views.pages.subject import view_subject
from briefing.views.parts.finding_notes import view_lookalike_findings, view_notes
from briefing.views.parts.leading_differences import leading_differences
from tests.unit.views.parts.test_findings import ACME, conflict
from tests.unit.views.sample import claim, claims, link, subjects

TWO_VALUES = ("daily-1#c3", "copy-1#c3")


def data_with(*rules: str, status: str = "open") -> Dataset:
    found = tuple(replace(conflict(rule, TWO_VALUES), status=status) for rule in rules)
    return replace(link(subjects(), claims()), conflicts=found)


@pytest.mark.parametrize(
    ("rule", "family"),
    [
        ("values-differ", Category.DISPUTE),
        ("two-causes", Category.DISPUTE),
        ("terms-differ", Category.TERMS),
        ("equal-figures", Category.LOOKALIKE),
        ("rates-disagree", Category.NOTE),
        ("copied-support", Category.NOTE),
        ("a-rule-of-tomorrow", Category.TERMS),
    ],
)
def test_every_rule_has_its_sort(rule: str, family: Category) -> None:
    data = data_with(rule)
    assert category_of(data, data.conflicts[0]) is family


def test_terms_may_differ_around_one_value() -> None:
    again = claim("copy-1#c90", "acme", "rank", "rank 3", list="top")
    same = conflict("terms-differ", ("daily-1#c3", "copy-1#c90"))
    data = replace(link(subjects(), [*claims(), again]), conflicts=(same,))
    assert category_of(data, same) is Category.TERMS


def test_disputes_come_first_and_notes_last() -> None:
    data = data_with("copied-support", "equal-figures", "terms-differ", "values-differ")
    order = [one.rule for one in order_findings(data, "reader")]
    assert order == ["values-differ", "terms-differ", "equal-figures", "copied-support"]


def test_the_list_counts_every_rule_and_leads_down_to_it() -> None:
    data = data_with("equal-figures", "values-differ")
    page = view_conflicts(open_context(data))
    assert [(one.kind, one.open, one.settled) for one in page.rules] == [
        ("sources disagree", "1", "0"),
        ("easily confused", "1", "0"),
    ]
    assert [one.rule.anchor for one in page.rules] == [group.rows[0].anchor for group in page.groups]
    assert [group.title for group in page.groups] == ["Sources disagree", "Easily confused"]
    assert [group.boxed for group in page.groups] == [True, False]


def test_figures_that_look_alike_are_no_box_but_a_warning() -> None:
    context = open_context(data_with("equal-figures"))
    page = view_subject(context, ACME)
    assert [one.message for one in page.lookalike_findings] == ["what the rule says"]
    assert page.lookalike_findings == view_lookalike_findings(context, ACME)
    assert not any(box.findings for box in page.differences)
    assert view_notes(context, ACME) == ()


def test_what_leads_is_open_and_never_twice_of_one_rule() -> None:
    data = data_with("equal-figures", "terms-differ")
    settled = replace(conflict("values-differ", TWO_VALUES), status="settled")
    twin = replace(conflict("terms-differ", TWO_VALUES), key="terms-differ-999999999999")
    context = open_context(replace(data, conflicts=(*data.conflicts, settled, twin)))
    assert [one.rule for one in leading_differences(context, context.findings.for_readers)] == [
        "terms-differ",
        "values-differ",
        "equal-figures",
    ]


def test_a_settled_figure_is_told_before_a_wording_that_an_editor_explains() -> None:
    wording = replace(conflict("editor-differs", TWO_VALUES), status="explained")
    figure = replace(conflict("values-differ", TWO_VALUES), status="settled")
    open_one = replace(conflict("editor-differs", ("daily-1#c1", "copy-1#c1")), status="open", about=("bolt",))
    context = open_context(replace(link(subjects(), claims()), conflicts=(wording, figure, open_one)))
    told = [(one.rule, one.status) for one in leading_differences(context, (wording, figure, open_one))]
    assert told[-2:] == [("values-differ", "settled"), ("editor-differs", "explained")]


def test_what_one_judgement_answers_is_told_once() -> None:
    judged = subjects()[ACME].judgements[0]
    found = [replace(conflict(rule, TWO_VALUES), judgement=judged) for rule in ("values-differ", "terms-differ")]
    context = open_context(replace(link(subjects(), claims()), conflicts=tuple(found)))
    assert [one.rule for one in leading_differences(context, context.findings.for_readers)] == ["values-differ"]


def test_every_rule_has_words_of_ours() -> None:
    assert [rule.code for rule in RULES if f"rule-{rule.code}" not in ENGLISH] == []


@pytest.mark.parametrize(("count", "heading"), [(3, "A, B, C"), (4, "A, B, C, D"), (5, "A, B, C, and 2 more")])
def test_a_heading_names_few_facts_and_counts_the_rest(count: int, heading: str) -> None:
    assert facts_heading(open_context(data_with()), tuple("ABCDE"[:count])) == heading

"""The tree of sums."""

from briefing.dataset.comparing.sum_tree import build_money_tree
from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import plain
from briefing.views.parts.sum_trees import entries_by_line, link_sum, view_tree
from briefing.views.parts.sums import money_entries
from tests.unit.views.sample import claim, link, subjects


def test_a_subject_with_a_declared_relation_has_a_tree(context: Context) -> None:
    entries = entries_by_line(list(money_entries(context, "amount")))
    (group,) = view_tree(context, build_money_tree(context.data.subjects, context.data.slots), entries)
    (row,) = group.rows
    assert (group.anchor, plain(group.subject)) == ("sums-acme", "Acme")
    assert (plain(row.label), row.stage, plain(row.because)) == ("April tranche", "approved", "Two.")
    assert [relation.label for relation in row.relations] == ["in addition to"]


def test_a_sum_without_an_entry_leads_to_its_subject(context: Context) -> None:
    entries = entries_by_line(list(money_entries(context, "amount")))
    (line,) = entries
    assert plain(link_sum(context, line, entries, named=True)) == "Acme, April tranche"
    assert plain(link_sum(context, line, {}, named=True)) == "Acme"


def test_a_single_sum_without_relations_is_no_tree() -> None:
    context = open_context(link(subjects(), [claim("daily-1#c20", "bolt", "amount", "JPY 5tn", line="x")]))
    entries = entries_by_line(list(money_entries(context, "amount")))
    assert [line.name for line in entries] == ["x"]
    assert view_tree(context, build_money_tree(context.data.subjects, context.data.slots), entries) == ()


def test_two_sums_that_nobody_relates_stand_in_one_tree() -> None:
    sums = [claim(f"daily-1#c{number}", "bolt", "amount", "JPY 5tn", line=f"line-{number}") for number in (20, 21)]
    context = open_context(link(subjects(), sums))
    entries = entries_by_line(list(money_entries(context, "amount")))
    (group,) = view_tree(context, build_money_tree(context.data.subjects, context.data.slots), entries)
    assert [plain(row.label) for row in group.rows] == ["Line 20", "Line 21"]

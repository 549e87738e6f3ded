"""What may be added up."""

from briefing.dataset.comparing.sum_tree import build_money_tree
from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import plain
from briefing.views.parts.sum_trees import entries_by_line
from briefing.views.parts.sums import money_entries
from briefing.views.parts.totals import TotalRow, view_totals_by_payer, view_totals_by_subject
from tests.unit.views.sample import claim, claims, link, subjects


def totals(context: Context) -> tuple[tuple[TotalRow, ...], tuple[TotalRow, ...]]:
    tree, entries = (
        build_money_tree(context.data.subjects, context.data.slots),
        entries_by_line(list(money_entries(context, "amount"))),
    )
    return view_totals_by_payer(context, tree, entries), view_totals_by_subject(context, tree, entries)


def test_one_sum_alone_has_no_total(context: Context) -> None:
    assert totals(context) == ((), ())


def test_sums_whose_relation_nobody_declares_are_not_added_up() -> None:
    second = claim("daily-1#c20", "acme", "amount", "JPY 1tn", line="second", stage="approved", payer="japan")
    by_payer, by_subject = totals(open_context(link(subjects(), [*claims(), second])))
    (paid,), (owned,) = by_payer, by_subject
    assert (plain(paid.owner), plain(owned.owner), paid.stage) == ("Japan", "Acme", "approved")
    assert (paid.total, len(paid.sums)) == ("", 2)
    assert plain(paid.blocked) == "Acme, Second and Acme, April tranche"
    assert paid.reason == "nothing is recorded on whether they are the same money"

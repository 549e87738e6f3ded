"""Values and terms beside each other."""

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import Words, plain
from briefing.views.parts.side_by_side import drop_equal_prose, find_differing_term, named_value, value_rank


def test_a_value_ranks_by_its_group_and_one_set_aside_last(context: Context) -> None:
    claims = context.data.claims
    assert value_rank(context, claims["daily-1#c3"]) == 0
    assert value_rank(context, claims["copy-1#c3"]) == 1
    assert value_rank(context, claims["copy-1#c1"]) == 1


def test_a_value_says_of_what_it_is_where_that_differs(context: Context, linker: Linker) -> None:
    tranche = context.data.claims["daily-1#c2"]
    assert plain(named_value(context, tranche, linker, labelled=True, owned=True)) == "Acme, Status: planned"
    assert plain(named_value(context, tranche, linker, labelled=False, owned=True)) == "Acme: planned"
    assert plain(named_value(context, tranche, linker, labelled=False, owned=False)) == "planned"


def test_the_first_term_that_differs_is_found(context: Context, linker: Linker) -> None:
    sums = [context.data.claims[key] for key in ("daily-1#c1", "copy-1#c1")]
    term, values = find_differing_term(context, sums, linker, ("payer", "stage"))
    assert (term, [plain(value) for value in values]) == ("stage", ["approved", "announced"])
    assert find_differing_term(context, sums, linker, ("payer",)) == ("", ())


def test_what_reads_alike_stands_once() -> None:
    assert drop_equal_prose([(Words("a"), Words("b")), (Words("ab"),), (Words("c"),)]) == (
        (Words("a"), Words("b")),
        (Words("c"),),
    )

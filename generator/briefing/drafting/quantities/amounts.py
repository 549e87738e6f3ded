"""Counts, sizes, shares, growth and ranks of a clause as claims; every figure as printed, the measure as a guess."""

from collections.abc import Callable, Iterator, Mapping

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.literals.printed_figure import Figure, FigureKind
from briefing.drafting.quantities.counts import propose_count, propose_gap
from briefing.drafting.quantities.ranks import propose_rank
from briefing.drafting.quantities.rates import propose_growth, propose_percentage
from briefing.drafting.quantities.sizes import propose_capacity

_Proposer = Callable[[Clause, Figure], Iterator[Proposal]]
# Sums of money are not here: they have payers and stages, and a module of their own.
_PROPOSERS: Mapping[FigureKind, _Proposer] = {
    FigureKind.COUNT: propose_count,
    FigureKind.SPAN: propose_gap,
    FigureKind.SIZE: propose_capacity,
    FigureKind.TIMES: propose_growth,
    FigureKind.PERCENT: propose_percentage,
    FigureKind.RANK: propose_rank,
}


def propose_quantities(clause: Clause) -> Iterator[Proposal]:
    """Yield a claim for every figure of the clause that is no money."""
    for figure in clause.figures:
        # Kinds without a row are told elsewhere.
        if figure.kind in _PROPOSERS:
            yield from _PROPOSERS[figure.kind](clause, figure)

"""What holds for all sums together stands below the sums of the first page of money, as far as there is room.

A part that is too long for that has pages of its own beneath the page of money.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from briefing.routes import MONEY, list_page, money_part
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.tokens import PageLink
from briefing.views.pages.money_parts import MoneyOverview, MoneyPart, list_money_parts, merge_overviews
from briefing.views.pages.paged_list import list_head, pager_of

HERE_WEIGHT = 7_000
"""What the parts that stand below the sums may weigh together; the shortest stay."""


@dataclass(frozen=True, slots=True)
class MoneyPartPage:
    """One page of a part that is too long to stand below the sums."""

    head: Head
    overview: MoneyOverview
    pager: Pager


def view_money_overview(context: Context) -> MoneyOverview:
    """Return what stands below the sums: the short parts, and where the long ones are."""
    short, long = _split_by_length(list_money_parts(context))
    overviews: list[MoneyOverview] = []
    for part in short:
        overviews.extend(make() for make in part.pages)
    links = {part.name: _part_link(context, part) for part in long}
    return replace(merge_overviews(overviews), elsewhere=links)


def plan_money_parts(context: Context) -> Iterator[tuple[Head, Callable[[], MoneyPartPage]]]:
    """Yield the pages of the long parts: each head, and what makes the page."""
    _, long = _split_by_length(list_money_parts(context))
    for part in long:
        for number, make in enumerate(part.pages, 1):
            yield _part_head(context, part, number), partial(_part_page, context, part, number, make)


def _split_by_length(parts: Sequence[MoneyPart]) -> tuple[list[MoneyPart], list[MoneyPart]]:
    """Return the parts that have room below the sums, and those that have not, in the order of the page."""
    short: set[str] = set()
    filled = 0
    # As many parts as can stay do: the room is filled from the shortest on.
    for part in sorted(parts, key=lambda part: part.weight):
        filled += part.weight
        if filled <= HERE_WEIGHT:
            short.add(part.name)
    return [part for part in parts if part.name in short], [part for part in parts if part.name not in short]


def _part_page(context: Context, part: MoneyPart, number: int, make: Callable[[], MoneyOverview]) -> MoneyPartPage:
    pager = pager_of(money_part(part.name), number, part.rows, len(part.pages))
    return MoneyPartPage(_part_head(context, part, number), make(), pager)


def _part_head(context: Context, part: MoneyPart, number: int) -> Head:
    description = context.labels.say("money-part-description", n=part.rows, briefing=context.data.briefing.name.en)
    head = list_head(context, _title(context, part), description, money_part(part.name), number)
    return replace(head, up=(PageLink(context.labels.say("money"), list_page(MONEY)), *head.up))


def _title(context: Context, part: MoneyPart) -> str:
    return context.labels.say(f"section-{part.name}")


def _part_link(context: Context, part: MoneyPart) -> PageLink:
    text = context.labels.say("money-part", name=_title(context, part), n=part.rows)
    return PageLink(text, list_page(money_part(part.name)))

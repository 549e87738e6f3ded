"""Sums by who pays them, and by how far the payment has come."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.claims import STAGES
from briefing.routes import slug, unique_anchors
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, plain
from briefing.views.parts.money_rows import MoneyRow


@dataclass(frozen=True, slots=True)
class PayerGroup:
    """The sums of one payer, the furthest stage first; ``payer`` is empty where no source names one."""

    anchor: str
    payer: Prose
    name: str
    rows: tuple[MoneyRow, ...]


def group_by_payer(context: Context, rows: Iterable[MoneyRow]) -> tuple[PayerGroup, ...]:
    """Return sums by payer in the order of their largest sums; those whose payer nobody states come last."""
    unknown = context.labels.say("unknown")
    by_payer: dict[str, list[MoneyRow]] = {}
    for row in rows:
        by_payer.setdefault(plain(row.payer) or unknown, []).append(row)
    # False sorts before True, and all others keep the order of their largest sums.
    names = sorted(by_payer, key=lambda name: name == unknown)
    anchors = unique_anchors(f"payer-{slug(name)}" for name in names)
    groups: list[PayerGroup] = []
    for name, anchor in zip(names, anchors, strict=True):
        members = _furthest_first(context, by_payer[name])
        if name == unknown:
            groups.append(PayerGroup(anchor, (), context.labels.say("payer-unknown"), members))
        else:
            groups.append(PayerGroup(anchor, members[0].payer, name, members))
    return tuple(groups)


def _furthest_first(context: Context, rows: Iterable[MoneyRow]) -> tuple[MoneyRow, ...]:
    # What was cancelled is no further along than what has no stage.
    stages = [context.labels.word("stage", stage) for stage in STAGES if stage != "cancelled"]
    progress = {stage: position for position, stage in enumerate(stages, 1)}
    return tuple(sorted(rows, key=lambda row: progress.get(row.stage, 0), reverse=True))

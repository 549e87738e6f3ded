"""Sums as bars: entries of money in, a picture that only ever compares sums of one currency and adds none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from briefing.model.claims import Claim
from briefing.model.money import Money, money_text
from briefing.model.numerals import Bound
from briefing.model.values import print_value
from briefing.routes import PagePath
from briefing.views.base.context import Context
from briefing.views.base.placement import Entry
from briefing.views.base.tokens import PageLink, Prose, plain, words
from briefing.views.parts.statements import slot_label
from briefing.views.parts.values import as_of_words, entity_prose, lead_claim
from briefing.views.pictures.picture import (
    LEAST_MARKS,
    Bar,
    Bars,
    Data,
    Panel,
    Picture,
    Wording,
    claim_keys,
    compose,
    written,
)

MOST_BARS = 30
_WEIGHTS = {
    "proposed": "said", "announced": "said", "pledged": "said", "target": "said", "budgeted": "decided",
    "approved": "decided", "contracted": "decided", "disbursed": "done", "spent": "done", "built": "done",
    "cancelled": "cancelled",
}  # fmt: skip
_ORDER = ("said", "decided", "done", "cancelled")
_FIELDS = (
    "subject", "line", "value", "amount", "amount_max", "currency", "bound", "per", "stage", "payer", "disputed",
    "as_of", "claims",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Sum:
    """One sum with everything that its mark, its row and its record say."""

    bar: Bar
    link: PageLink
    money: Money | None
    stage: str
    payer: Prose
    as_of: str
    record: tuple[str, ...]
    claims: tuple[Claim, ...]


def view_money_picture(
    ctx: Context, page: PagePath, entries: Sequence[Entry], *, own: str = "", most: int = MOST_BARS
) -> Picture | None:
    """Return the picture of sums, or None where fewer than two share a currency; ``own`` is the page's subject."""
    sums = [_sum(ctx, one, own) for one in entries if _is_stated(one)]
    return _compose(ctx, page, sums[:most], len(sums) - most)


def view_leading_sums(ctx: Context, page: PagePath, entries: Sequence[Entry], most: int) -> Picture | None:
    """Return the picture of the largest sums of the currency that has the most."""
    sums = [_sum(ctx, one, "") for one in entries if _is_stated(one)]
    leading = max(_by_unit(sums).values(), key=len, default=[])
    return _compose(ctx, page, sorted(leading, key=_size)[:most], len(sums) - most)


def _is_stated(entry: Entry) -> bool:
    return entry.slot.shown is not None and not entry.slot.shown.denied


def _compose(ctx: Context, page: PagePath, sums: Sequence[_Sum], left: int) -> Picture | None:
    panels = _panels(ctx, sums)
    drawn = [bar for panel in panels if panel.drawn for bar in panel.bars]
    if len(drawn) < LEAST_MARKS:
        return None
    weights = {bar.weight for bar in drawn}
    legend = tuple((one, ctx.labels.word("weight", one)) for one in _ORDER if one in weights)
    ordered = [one for group in _grouped(sums) for one in group]
    data = Data(
        columns=tuple(ctx.labels.say(one) for one in ("sum", "amount", "stage", "payer", "as-of")),
        rows=tuple(_row(one) for one in ordered),
        fields=_FIELDS,
        records=tuple(one.record for one in ordered),
    )
    claims = [claim for one in ordered for claim in one.claims]
    return compose(ctx, page, "money", Bars(panels, legend), _words(ctx, panels, left), data, claims)


def _words(ctx: Context, panels: Sequence[Panel], left: int) -> Wording:
    told = " ".join(
        ctx.labels.say("money-panel-said", n=len(one.bars), title=one.title, bars="; ".join(map(_told, one.bars)))
        for one in panels
    )
    note = ctx.labels.say("money-picture-note")
    more = ctx.labels.say("money-picture-left", n=left) if left > 0 else ""
    notes = tuple(words(one) for one in (note, more) if one)
    return Wording(ctx.labels.say("money-picture"), told, notes)


def _told(bar: Bar) -> str:
    return f"{bar.label}, {bar.value}, {bar.note}"


def _panels(ctx: Context, sums: Sequence[_Sum]) -> tuple[Panel, ...]:
    return tuple(_panel(ctx, group) for group in _grouped(sums))


def _panel(ctx: Context, group: Sequence[_Sum]) -> Panel:
    money, drawn = group[0].money, len(group) >= LEAST_MARKS
    if money is None:
        return Panel(ctx.labels.say("money-panel-unknown"), tuple(one.bar for one in group), drawn=False)
    unit = f"{money.currency} {ctx.labels.say('per')} {money.per}" if money.per else money.currency
    title = ctx.labels.say("money-panel" if drawn else "money-panel-alone", unit=unit)
    return Panel(title, tuple(one.bar for one in group), drawn)


def _grouped(sums: Sequence[_Sum]) -> list[list[_Sum]]:
    """Return sums by unit, the largest first: units with the most sums, then sums that state no amount."""
    by_unit = _by_unit(sums)
    units = sorted(by_unit, key=lambda unit: (-len(by_unit[unit]), unit))
    unknown = [one for one in sums if one.money is None]
    groups = [sorted(by_unit[unit], key=_size) for unit in units]
    return [*groups, unknown] if unknown else groups


def _by_unit(sums: Sequence[_Sum]) -> dict[tuple[str, str], list[_Sum]]:
    found: dict[tuple[str, str], list[_Sum]] = {}
    for one in sums:
        if one.money:
            found.setdefault((one.money.currency, one.money.per or ""), []).append(one)
    return found


def _size(one: _Sum) -> Decimal:
    return -(one.bar.amount_max or one.bar.amount or Decimal(0))


def _row(one: _Sum) -> tuple[Prose, ...]:
    return (one.link,), words(one.bar.value), words(one.stage), one.payer, words(one.as_of)


def _sum(ctx: Context, entry: Entry, own: str) -> _Sum:
    shown = entry.slot.shown
    assert shown is not None
    lead, value = lead_claim(shown), shown.value
    stage = lead.qualifier("stage") or ""
    payer = entity_prose(ctx, lead.qualifiers.get("payer") or "unknown")
    bar = replace(_bar(ctx, value, stage), label=_label(ctx, entry, own), note=_note(ctx, entry, stage, payer))
    money = value if isinstance(value, Money) else None
    return _Sum(
        bar=bar,
        link=PageLink(bar.label, entry.page, entry.anchor),
        money=money,
        stage=ctx.labels.word("stage", stage) if stage else ctx.labels.say("unknown"),
        payer=payer,
        as_of=as_of_words(ctx, shown),
        record=_record(entry, lead, money),
        claims=(lead, *(one for one in shown.claims if one is not lead)),
    )


def _bar(ctx: Context, value: object, stage: str) -> Bar:
    weight = _WEIGHTS.get(stage, "said")
    if isinstance(value, Money):
        return Bar("", money_text(value), "", value.amount, value.amount_max, value.bound, weight)
    return Bar("", ctx.labels.say("unknown"), "", None, None, Bound.EXACT, weight)


def _label(ctx: Context, entry: Entry, own: str) -> str:
    about, name = entry.slot.about[0], slot_label(ctx, entry.slot)[0]
    return name if about == own else f"{ctx.display(about)}: {name}"


def _note(ctx: Context, entry: Entry, stage: str, payer: Prose) -> str:
    unknown = plain(payer) == ctx.labels.say("unknown")
    parts = (
        ctx.labels.word("stage", stage) if stage else ctx.labels.say("stage-unknown"),
        ctx.labels.say("no-payer-stated") if unknown else ctx.labels.say("payer-pays", name=plain(payer)),
        ctx.labels.say("disputed") if entry.slot.disputed else "",
    )
    return ", ".join(part for part in parts if part)


def _record(entry: Entry, lead: Claim, money: Money | None) -> tuple[str, ...]:
    """Return a sum as programs have it: names and literals as they stand in the data."""
    shown = entry.slot.shown
    amounts = (
        (plain_number(money.amount), plain_number(money.amount_max), money.currency, money.bound.value, money.per or "")
        if money
        else ("", "", "", "", "")
    )
    return (
        entry.slot.about[0],
        dict(entry.slot.key).get("line") or "",
        print_value(shown.value) if shown and shown.value else "",
        *amounts,
        lead.qualifier("stage") or "",
        written(lead.qualifiers.get("payer")),
        "true" if entry.slot.disputed else "false",
        lead.as_of.edtf,
        claim_keys(shown.claims if shown else ()),
    )


def plain_number(number: Decimal | None) -> str:
    """Return a number in major units without an exponent, nothing for none."""
    return "" if number is None else f"{number:f}"

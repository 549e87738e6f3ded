"""One sum of money as a mark of a picture: its bar, its row for readers and its record for programs."""

from dataclasses import dataclass
from decimal import Decimal

from briefing.dataset.linked.records import ValueGroup
from briefing.model.claims import Claim
from briefing.model.money import Money, money_text
from briefing.model.numerals import Bound
from briefing.model.values import Value, print_value
from briefing.views.base.context import Context
from briefing.views.base.placed_entry import Entry
from briefing.views.base.tokens import PageLink, Prose, plain, words
from briefing.views.parts.date_words import as_of_words
from briefing.views.parts.entity_names import entity_prose
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.values import lead_claim
from briefing.views.pictures.charts import Bar
from briefing.views.pictures.picture import boolean_field, claim_keys, qualifier_field

_WEIGHTS = {
    "proposed": "said", "announced": "said", "pledged": "said", "target": "said", "budgeted": "decided",
    "approved": "decided", "contracted": "decided", "disbursed": "done", "spent": "done", "built": "done",
    "cancelled": "cancelled",
}  # fmt: skip
"""How firm a sum is at each stage. A sum without a stage counts as merely said."""
MONEY_COLUMNS = ("sum", "amount", "stage", "payer", "as-of")
MONEY_FIELDS = (
    "subject", "line", "value", "amount", "amount_max", "currency", "bound", "per", "stage", "payer", "disputed",
    "as_of", "claims",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MoneyMark:
    """One sum with everything that its bar, its row and its record say; ``money`` is None for an unknown amount."""

    bar: Bar
    link: PageLink
    money: Money | None
    stage: str
    payer: Prose
    as_of: str
    record: tuple[str, ...]
    claims: tuple[Claim, ...]

    @property
    def size(self) -> Decimal:
        """The amount in its currency, the upper end of a range, 0 where none is stated."""
        return self.bar.amount_max or self.bar.amount or Decimal(0)


def view_money_mark(context: Context, entry: Entry, own: str) -> MoneyMark:
    """Return the mark of an entry whose slot has a value; ``own`` is the subject whose name the label leaves out."""
    shown = entry.slot.shown
    assert shown is not None
    lead = lead_claim(shown)
    stage = lead.qualifier("stage") or ""
    payer = entity_prose(context, lead.qualifiers.get("payer") or "unknown")
    bar = _bar(context, shown.value, stage, label=_label(context, entry, own), note=_note(context, entry, stage, payer))
    return MoneyMark(
        bar=bar,
        link=PageLink(bar.label, entry.page, entry.anchor),
        money=shown.value if isinstance(shown.value, Money) else None,
        stage=_stage_word(context, stage, otherwise="unknown"),
        payer=payer,
        as_of=as_of_words(context, shown),
        record=_record(entry, shown, lead),
        claims=_lead_first(lead, shown),
    )


def _lead_first(lead: Claim, group: ValueGroup) -> tuple[Claim, ...]:
    # Sources are named in this order, and the claim whose terms are shown comes first.
    return lead, *(claim for claim in group.claims if claim is not lead)


def _bar(context: Context, value: Value | None, stage: str, *, label: str, note: str) -> Bar:
    weight = _WEIGHTS.get(stage, "said")
    if isinstance(value, Money):
        return Bar(label, money_text(value), note, value.amount, value.amount_max, value.bound, weight)
    return Bar(label, context.labels.say("unknown"), note, None, None, Bound.EXACT, weight)


def _label(context: Context, entry: Entry, own: str) -> str:
    subject = entry.slot.about[0]
    label, _ = slot_label(context, entry.slot)
    if subject == own:
        return label
    return f"{context.display(subject)}: {label}"


def _note(context: Context, entry: Entry, stage: str, payer: Prose) -> str:
    # A bar stands alone, so that its note says in full what a row leaves to the heads of columns.
    parts = [_stage_word(context, stage, otherwise="stage-unknown"), _payer_note(context, plain(payer))]
    if entry.slot.disputed:
        parts.append(context.labels.say("disputed"))
    return ", ".join(parts)


def _stage_word(context: Context, stage: str, *, otherwise: str) -> str:
    if not stage:
        return context.labels.say(otherwise)
    return context.labels.word("stage", stage)


def _payer_note(context: Context, payer: str) -> str:
    if payer == context.labels.say("unknown"):
        return context.labels.say("no-payer-stated")
    return context.labels.say("payer-pays", name=payer)


def money_row(mark: MoneyMark) -> tuple[Prose, ...]:
    """Return a sum as a row for readers, with a cell for each of ``MONEY_COLUMNS``."""
    return (mark.link,), words(mark.bar.value), words(mark.stage), mark.payer, words(mark.as_of)


def _record(entry: Entry, group: ValueGroup, lead: Claim) -> tuple[str, ...]:
    """Return a sum with a value for each of ``MONEY_FIELDS``: names and literals as they stand in the data."""
    return (
        entry.slot.about[0],
        dict(entry.slot.key).get("line") or "",
        print_value(group.value) if group.value else "",
        *_amount_fields(group.value),
        lead.qualifier("stage") or "",
        qualifier_field(lead.qualifiers.get("payer")),
        boolean_field(entry.slot.disputed),
        lead.as_of.edtf,
        claim_keys(group.claims),
    )


def _amount_fields(value: Value | None) -> tuple[str, str, str, str, str]:
    if not isinstance(value, Money):
        return "", "", "", "", ""
    amounts = plain_number(value.amount), plain_number(value.amount_max)
    return *amounts, value.currency, value.bound.value, value.per or ""


def plain_number(number: Decimal | None) -> str:
    """Return a number in major units without an exponent, such as 3900000000000; nothing for None."""
    return "" if number is None else f"{number:f}"

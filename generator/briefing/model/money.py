"""Sums of money, `[bound] CUR number[mag] ["to" number[mag]] ["per" text]`: read, printed, and told to readers.

No exchange rate is known here: two currencies are never compared.
"""

from dataclasses import dataclass
from decimal import Decimal

from briefing.model.currencies import CURRENCIES, SYMBOLS
from briefing.model.intervals import Interval, interval_of
from briefing.model.magnitude_words import magnitude_hint
from briefing.model.malformed import Malformed, Repair, Words, joined, malformed_at, quoted, split_words, with_repair
from briefing.model.number_texts import number_text, print_range
from briefing.model.numerals import MINUS, Bound, Number, parse_bound, parse_range
from briefing.model.repairs import BOUND_REPAIRS, NUMBER_REPAIRS, repair


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in major units; ``amount_max`` ends a range; the steps tell how the figures are rounded (0: not at all)."""

    amount: Decimal
    amount_max: Decimal | None
    currency: str
    bound: Bound
    per: str | None
    printed: str
    step: Decimal = Decimal(0)
    step_max: Decimal = Decimal(0)

    @property
    def low(self) -> Number:
        """The sum, or the lower end of its range."""
        return Number(self.amount, self.step)

    @property
    def high(self) -> Number | None:
        """The upper end of a range."""
        return None if self.amount_max is None else Number(self.amount_max, self.step_max)


def parse_money(text: str) -> Money | Malformed:
    """Read a sum of money; what is wrong comes with the literal that was probably meant.

    Amounts are in major units: `JPY 10tn` is ten trillion yen, `USD 0.5` half a dollar.
    """
    parsed = _parse(text)
    if isinstance(parsed, Money):
        return parsed
    return with_repair(parsed, text, _REPAIRS, _is_money)


def _is_money(text: str) -> bool:
    return isinstance(_parse(text), Money)


def _parse(text: str) -> Money | Malformed:
    """Read a sum by the grammar alone, without a guess at what else may have been meant."""
    words = split_words(text)
    if isinstance(words, Malformed):
        return words
    bound, rest = parse_bound(words)
    fault = _start_fault(words, rest)
    if fault:
        return fault
    amounts = parse_range(rest[1:])
    if isinstance(amounts, Malformed):
        return amounts
    low, high, after = amounts
    fault = _magnitude_fault(after) or _tail_fault(after)
    if fault:
        return fault
    return Money(
        amount=low.value,
        amount_max=high.value if high else None,
        currency=rest[0].text,
        bound=bound,
        per=joined(after[1:]) or None,
        printed=text,
        step=low.step,
        step_max=high.step if high else Decimal(0),
    )


def _start_fault(words: Words, rest: Words) -> Malformed | None:
    """Return what is wrong before the amount; ``rest`` are the words behind the bound."""
    hint = "write the code of the currency that the source prints first, like `JPY 10tn`"
    if not rest:
        return malformed_at(words, "the amount is missing", hint)
    code = rest[0].text
    if code not in CURRENCIES:
        return malformed_at(rest[:1], f"{quoted(code)} is no currency code", hint)
    if len(rest) == 1:
        return malformed_at(rest[:1], f"no amount follows {code}", hint)
    return None


def _magnitude_fault(after: Words) -> Malformed | None:
    """Return what is wrong with a word for a magnitude that stands where only `per …` may."""
    if not after:
        return None
    hint = _magnitude_hint(after[0].text)
    if not hint:
        return None
    return malformed_at(after[:1], f"unexpected {quoted(after[0].text)} after the amount", hint)


def _magnitude_hint(word: str) -> str:
    # Of quantities a t is tonnes; of money it can only be meant for trillions.
    if word in ("t", "T"):
        return "write `tn` for trillions, `k` for thousands; tonnes are no money"
    return magnitude_hint(word)


def _tail_fault(after: Words) -> Malformed | None:
    """Return what is wrong behind the amount, where only `per …` may stand."""
    if not after:
        return None
    if after[0].text == "per" and len(after) > 1:
        return None
    hint = "only `per …` may follow; other currencies go into `also_printed`"
    return malformed_at(after, f"unexpected {quoted(joined(after))} after the amount", hint)


def print_money(money: Money) -> str:
    """Return the canonical literal."""
    amounts = print_range(money.low, money.high)
    return _spaced(money.bound.words, money.currency, amounts, _per_words(money))


def money_interval(money: Money) -> Interval:
    """Return the sums, in major units, that the printed figure stands for."""
    return interval_of(money.low, money.high, money.bound)


def money_text(money: Money) -> str:
    """Return a sum for English readers: ``up to ¥943 billion``, ``€3 billion per year``.

    A currency without a sign of its own keeps its code: ``CHF 5 million``.
    """
    sign = SYMBOLS.get(money.currency, f"{money.currency} ")
    amounts = _signed(sign, money.amount)
    if money.amount_max is not None:
        amounts += f" to {_signed(sign, money.amount_max)}"
    return _spaced(money.bound.words, amounts, _per_words(money))


def _per_words(money: Money) -> str:
    """Return `per …` as it stands behind an amount, or nothing."""
    if not money.per:
        return ""
    return f"per {money.per}"


def _spaced(*parts: str) -> str:
    """Join the parts that are there."""
    return " ".join(part for part in parts if part)


def _signed(sign: str, amount: Decimal) -> str:
    """Return an amount with its currency: a minus stands before a sign, and behind a code."""
    if amount < 0 and not sign.endswith(" "):
        return f"{MINUS}{sign}{number_text(-amount)}"
    return f"{sign}{number_text(amount)}"


# The order matters: signs become codes before bounds and numbers are put right, and only then can a code that
# stands behind its amount be told from a unit and be moved to the front.
_REPAIRS: tuple[Repair, ...] = (
    # A minus goes behind the currency, where literals have it.
    repair(
        r"^(?-i:([^0-9A-Z$€£¥₩-]*)(?:[-−–] ?|minus )((?:US ?|NT|HK|[ACS])?\$|[€£¥₩]|[A-Z]{3} ?)(?=[0-9]))", r"\1\2 -"
    ),
    # Longer signs come before the plain dollar, which is read as that of the United States.
    repair(r"US ?\$", " USD "),
    repair(r"A(?:U|US)?\$", " AUD "),
    repair(r"C(?:A|AN)?\$", " CAD "),
    repair(r"NT\$", " TWD "),
    repair(r"HK\$", " HKD "),
    repair(r"S\$", " SGD "),
    repair(r"\$|米?ドル|\b(?:US )?dollars?\b", " USD "),
    repair(r"€|\beuros?\b", " EUR "),
    repair(r"£|\bpounds?\b", " GBP "),
    repair(r"¥|円|\b(?:japanese )?yen\b", " JPY "),
    repair(r"元|\b(?:RMB|yuan)\b", " CNY "),
    repair(r"₩|\bwon\b", " KRW "),
    repair(r"\b([A-Z]{3})(?=[0-9])", r"\1 "),
    repair(r"\b[A-Z]{3}\b(?= [0-9]|$)", lambda match: match[0].upper()),
    *BOUND_REPAIRS,
    *NUMBER_REPAIRS,
    repair(r"^(.*?)(-?[0-9][^ ]*(?: to -?[0-9][^ ]*)?) ([A-Z]{3})$", r"\1\3 \2"),
    # "US$3 billion USD" names its currency twice, "USD 3 to USD 5" at both ends.
    repair(r"\b([A-Z]{3}) (?=\1 )", ""),
    repair(r"\bto [A-Z]{3} ", "to "),
)

"""Sums of money: `[bound] CUR number[mag] ["to" number[mag]] ["per" text]`, both ways, and for readers.

Knows no exchange rates: two currencies are never compared here.
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
    """Read a sum of money; what is wrong comes with the literal that was probably meant."""
    found = _parse(text)
    if isinstance(found, Money):
        return found
    return with_repair(found, text, _REPAIRS, lambda mended: isinstance(_parse(mended), Money))


def _parse(text: str) -> Money | Malformed:
    words = split_words(text)
    if isinstance(words, Malformed):
        return words
    bound, rest = parse_bound(words)
    wrong = _wrong_start(words, rest)
    if wrong:
        return wrong
    amounts = parse_range(rest[1:])
    if isinstance(amounts, Malformed):
        return amounts
    low, high, after = amounts
    magnitude = _magnitude_after(after)
    if magnitude:
        return magnitude
    if after and (after[0].text != "per" or len(after) == 1):
        return malformed_at(
            after,
            f"unexpected {quoted(joined(after))} after the amount",
            "only `per …` may follow; other currencies go into `also_printed`",
        )
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


def _magnitude_after(after: Words) -> Malformed | None:
    """Return what is wrong with a word for a magnitude that stands where only `per …` may."""
    if not after:
        return None
    word = after[0].text
    if word in ("t", "T"):
        hint = "write `tn` for trillions, `k` for thousands; tonnes are no money"
    else:
        hint = magnitude_hint(word)
    return malformed_at(after[:1], f"unexpected {quoted(word)} after the amount", hint) if hint else None


def _wrong_start(words: Words, rest: Words) -> Malformed | None:
    hint = "write the code of the currency that the source prints first, like `JPY 10tn`"
    if not rest:
        return malformed_at(words, "the amount is missing", hint)
    code = rest[0].text
    if code not in CURRENCIES:
        return malformed_at(rest[:1], f"{quoted(code)} is no currency code", hint)
    return malformed_at(rest[:1], f"no amount follows {code}", hint) if len(rest) == 1 else None


def print_money(money: Money) -> str:
    """Return the canonical literal."""
    per = f"per {money.per}" if money.per else ""
    return " ".join(filter(None, (money.bound.words, money.currency, print_range(money.low, money.high), per)))


def money_interval(money: Money) -> Interval:
    """Return the sums, in major units, that the printed figure stands for."""
    return interval_of(money.low, money.high, money.bound)


def money_text(money: Money) -> str:
    """Return a sum for English readers: ``up to ¥943 billion``, ``€3 billion per year``."""
    sign = SYMBOLS.get(money.currency, f"{money.currency} ")
    amounts = " to ".join(_signed(sign, a) for a in (money.amount, money.amount_max) if a is not None)
    per = f"per {money.per}" if money.per else ""
    return " ".join(filter(None, (money.bound.words, amounts, per)))


def _signed(sign: str, amount: Decimal) -> str:
    """Return an amount with its currency: a minus stands before a sign, and behind a code."""
    if amount < 0 and not sign.endswith(" "):
        return f"{MINUS}{sign}{number_text(-amount)}"
    return f"{sign}{number_text(amount)}"


_REPAIRS: tuple[Repair, ...] = (
    repair(
        r"^(?-i:([^0-9A-Z$€£¥₩-]*)(?:[-−–] ?|minus )((?:US ?|NT|HK|[ACS])?\$|[€£¥₩]|[A-Z]{3} ?)(?=[0-9]))", r"\1\2 -"
    ),
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
    repair(r"\b[A-Z]{3}\b(?= [0-9]|$)", lambda found: found[0].upper()),
    *BOUND_REPAIRS,
    *NUMBER_REPAIRS,
    repair(r"^(.*?)(-?[0-9][^ ]*(?: to -?[0-9][^ ]*)?) ([A-Z]{3})$", r"\1\3 \2"),
    repair(r"\b([A-Z]{3}) (?=\1 )", ""),
    repair(r"\bto [A-Z]{3} ", "to "),
)

"""rates-disagree: sources of one month that convert by rates so far apart that no rounding joins them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.dataset.rules.printed_pairs import PrintedPair, month_words, printed_pairs
from generator.dataset.rules.rule import Hit, Limits, World
from generator.dataset.rules.sums import figure_words
from generator.dataset.rules.voices import voice


def find_disagreeing_rates(world: World, _limits: Limits) -> Iterator[Hit]:
    """Yield every month and pair of currencies in which two printed rates have no value in common."""
    by_month: dict[tuple[str, str, str], list[PrintedPair]] = defaultdict(list)
    for pair in printed_pairs(world):
        month = _month(pair)
        if month:
            by_month[month, pair.base, pair.quote].append(pair)
    for (month, base, quote), pairs in by_month.items():
        apart = _apart(pairs)
        if apart:
            yield _hit(world, month, f"{base}/{quote}", apart)


def _month(pair: PrintedPair) -> str | None:
    """Return the month that a pair belongs to, or None where its dates reach into several."""
    dates = (pair.claim.as_of, pair.claim.published)
    days = [day for moment in dates for day in (moment.earliest, moment.latest)]
    months = {day.isoformat()[:7] if day else None for day in days}
    return months.pop() if len(months) == 1 else None


def _apart(pairs: Sequence[PrintedPair]) -> list[PrintedPair]:
    """Return the pairs that do not meet at least one other, the lowest rate first."""
    last_low, first_high = max(one.low for one in pairs), min(one.high for one in pairs)
    found = [one for one in pairs if one.low > first_high or one.high < last_low]
    return sorted(found, key=lambda one: (one.middle, one.claim.key))


def _hit(world: World, month: str, name: str, apart: Sequence[PrintedPair]) -> Hit:
    about = tuple(sorted({subject for one in apart for subject in one.claim.about}))
    claims = tuple(sorted({one.claim.key for one in apart}))
    ends = " against ".join(_words(world, one) for one in (apart[0], apart[-1]))
    message = f"{month_words(month)}: sources convert by rates that rounding does not join, {ends}"
    return Hit((f"rates:{name}:{month}",), about, claims, message)


def _words(world: World, pair: PrintedPair) -> str:
    return f"{pair.words} in {figure_words(pair.claim)} ({voice(world, pair.claim)})"

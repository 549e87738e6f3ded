"""How old what is known is, by its newest source; and apart from that, when an editor last checked it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing.model.claims import Claim
from briefing.model.dates import PartialDate, date_order
from briefing.model.records import Briefing
from briefing.views.base.context import Context
from briefing.views.parts.date_words import date_text
from briefing.views.parts.facets import date_key

FRESH_DAYS, STALE_DAYS = 180, 365


@dataclass(frozen=True, slots=True)
class Freshness:
    """The age of what is known, and the last check of it, which makes no source younger.

    ``newest`` is the day of the newest source, ``state`` fresh, ageing or stale by its age; both are empty without a
    source. ``checked`` is empty where no editor has checked the page; ``overdue`` tells that the next check is due.
    """

    state: str
    word: str
    newest: str
    newest_key: str
    checked: str
    next_review: str
    overdue: str


def view_freshness(context: Context, claims: Iterable[Claim], checked: PartialDate | None = None) -> Freshness:
    """Return how old the newest source of claims is today, and when somebody last checked them."""
    published = max((claim.published for claim in claims if not claim.excluded), key=date_order, default=None)
    state = _state(context, published)
    age = Freshness(
        state=state,
        word=_state_word(context, state, published),
        newest=_newest_label(context, published),
        newest_key=date_key(published),
        checked="",
        next_review="",
        overdue="",
    )
    # A check without a last day says nothing of when the next is due.
    if checked is None or checked.latest is None:
        return age
    due = _next_check(context, checked.latest)
    return replace(age, checked=checked.label, next_review=day_label(due), overdue=_overdue_words(context, due))


def _overdue_words(context: Context, due: date) -> str:
    # On the day itself there is time yet.
    if due >= context.today:
        return ""
    return context.labels.say("check-overdue")


def _next_check(context: Context, checked: date) -> date:
    """Return when the next check is due: as many days after the last as what is known stays fresh."""
    fresh_days, _ = thresholds(context.data.briefing)
    # A threshold of the data may lead past the last day that there is.
    return checked + timedelta(days=min(fresh_days, (date.max - checked).days))


def _state(context: Context, published: PartialDate | None) -> str:
    """Return fresh, ageing or stale, by the last day on which the newest source can have appeared."""
    if published is None or published.latest is None:
        return ""
    fresh_days, stale_days = thresholds(context.data.briefing)
    age = (context.today - published.latest).days
    if age <= fresh_days:
        return "fresh"
    if age <= stale_days:
        return "ageing"
    return "stale"


def _state_word(context: Context, state: str, published: PartialDate | None) -> str:
    """Return the mark of an age: in the words of a reader, since when there has been no source."""
    if not state:
        return ""
    word = context.labels.word("fresh", state)
    if state == "fresh":
        return word
    if published is None or published.latest is None:
        return word
    # The day would say more than a mark needs.
    month = date_text(published.latest.isoformat()[:7])
    return context.labels.say("no-source-since", state=word, date=month)


def _newest_label(context: Context, published: PartialDate | None) -> str:
    """Return the day on which the newest article appeared; of one without a date the last on which it can have."""
    if published is None:
        return ""
    if published.latest is None or "/" not in published.edtf:
        return published.label
    return context.labels.say("newest-by", date=day_label(published.latest))


def thresholds(briefing: Briefing) -> tuple[int, int]:
    """Return after how many days what is known is no longer fresh, and after how many it is stale."""
    stated = briefing.thresholds
    return _days(stated.get("fresh_days"), FRESH_DAYS), _days(stated.get("stale_days"), STALE_DAYS)


def _days(text: str | None, default: int) -> int:
    """Return a threshold of the data as a number of days, the default where it is none."""
    if text is None or not text.isdecimal():
        return default
    return int(text)


def day_label(day: date) -> str:
    """Return a day as readers see it: ``31 December 2024``."""
    return date_text(day.isoformat())

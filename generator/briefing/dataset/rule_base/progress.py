"""What time explains: a sum whose stages follow one another, a plan and what became of it. Finds nothing by itself."""

from collections.abc import Iterable
from datetime import date
from itertools import product, starmap

from briefing.dataset.rule_base.ends import is_below
from briefing.dataset.rule_base.field_texts import field_text
from briefing.dataset.rule_base.time_words import last_day
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate

_STEPS = {
    "proposed": 0, "announced": 1, "pledged": 1, "target": 1, "budgeted": 2, "approved": 3,
    "contracted": 4, "disbursed": 5, "spent": 6, "built": 6,
}  # fmt: skip
"""How far money has come; what is cancelled is on no way."""
_Step = tuple[int | None, date]
"""How far a claim says that money has come, and the day of which it says so."""


def is_progress(left: Iterable[Claim], right: Iterable[Claim]) -> bool:
    """Tell whether two sums are stages of one way: one is further on, and told of a later time, in all its claims."""
    ours, theirs = list(map(_step_and_day, left)), list(map(_step_and_day, right))
    return _precedes(ours, theirs) or _precedes(theirs, ours)


def _step_and_day(claim: Claim) -> _Step:
    return _STEPS.get(field_text(claim, "stage")), last_day(claim.as_of) or date.min


def _precedes(earlier: list[_Step], later: list[_Step]) -> bool:
    return all(starmap(_is_before, product(earlier, later)))


def _is_before(earlier: _Step, later: _Step) -> bool:
    step, day = earlier
    further_step, later_day = later
    # What is cancelled, or of no stage, is neither before nor after anything.
    return is_below(step, further_step) and day < later_day


def looks_back(claim: Claim, moment: PartialDate) -> bool:
    """Tell whether a claim reports a date as done: it appeared when the date had begun."""
    begins, published = moment.first_day, claim.published.latest
    if not claim.is_report or begins is None or published is None:
        return False
    return begins <= published

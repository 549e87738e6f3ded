"""A small briefing with a history, for tests of what pages say has changed."""

from collections.abc import Mapping
from datetime import date, timedelta

from briefing.dataset.operations import History
from briefing.pipeline import PastState, follow_history
from briefing.views.base.context import Context, open_context
from tests.unit.reports.small_data import FAB, FILES, GAZETTE, HERALD, JUDGEMENT, disputed, edited, linked, with_file

MONDAY = date(2026, 11, 30)
AGREED = edited(GAZETTE, "value: 2027", "value: 2029", disputed())
STATES = (FILES, disputed(), with_file(FAB, FILES[FAB] + JUDGEMENT, disputed()), AGREED)
NOTED = edited(HERALD, "par: 3,", 'par: 3, note: "as printed",', AGREED)


def history(*states: Mapping[str, str]) -> History:
    """Return the history of some states, each a day after the one before it, from a Monday on."""
    past = [
        PastState(f"{number:040}", MONDAY + timedelta(number), {path: text.encode() for path, text in files.items()})
        for number, files in enumerate(states)
    ]
    followed = follow_history(past)
    assert followed is not None
    return followed.history


def context(*states: Mapping[str, str]) -> Context:
    """Return what pages of the last of some states are made of."""
    return open_context(linked(states[-1]), history=history(*states))

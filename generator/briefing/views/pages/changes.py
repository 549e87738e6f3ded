"""What changed in the briefing: the newest changes with all weeks, and the page of each week."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing.dataset.operations import Beginning
from briefing.routes import CHANGES, api_file, list_page, week_folder
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.paging import LINK_WEIGHT, SOURCE_WEIGHT, split_by_weight, weigh_text
from briefing.views.base.tokens import FileLink, PageLink
from briefing.views.pages.paged_list import PagedList
from briefing.views.parts.change_entries import ChangeEntry, select_changes
from briefing.views.parts.changes import ChangeRow, day_label, view_change, week_link

_NEWEST = 10
_SUNDAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Week:
    """A week in which something changed; ``count`` says how much."""

    link: PageLink
    count: str
    reworded: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The newest changes, the weeks from the newest to the oldest, and when the briefing began."""

    head: Head
    rows: tuple[ChangeRow, ...]
    weeks: tuple[Week, ...]
    began: str
    data: FileLink


@dataclass(frozen=True, slots=True)
class WeekPage:
    """One page of what changed in a week, the newest commit first."""

    head: Head
    rows: tuple[ChangeRow, ...]
    reworded: str
    pager: Pager


# ---- all weeks


def view_changes(context: Context) -> tuple[ChangesPage, ...]:
    """Return the page of all changes; none where the data have no history."""
    index = context.changes
    if index.began is None:
        return ()
    title, description = context.labels.say_all("changes", "changes-description")
    newest: list[ChangeEntry] = []
    for operations in index.weeks.values():
        newest += select_changes(operations).entries[: _NEWEST - len(newest)]
    return (
        ChangesPage(
            head=Head(list_page(CHANGES), title, title, f"{title}: {description}"),
            rows=tuple(view_change(context, entry) for entry in newest),
            weeks=tuple(_week(context, week) for week in index.weeks),
            began=_began(context, index.began),
            data=FileLink(context.labels.say("as-json"), api_file("changes.json")),
        ),
    )


def _began(context: Context, began: Beginning) -> str:
    return context.labels.say("changes-began", day=day_label(began.day.isoformat()), n=began.claims)


def _week(context: Context, week: str) -> Week:
    changes = select_changes(context.changes.weeks[week])
    return Week(
        link=week_link(week, _span(week)),
        count=context.labels.say("changes-count", n=len(changes.entries)),
        reworded=reworded(context, changes.reworded),
    )


def _span(week: str) -> str:
    """Return the days of a week for readers."""
    year, _, number = week.partition("-W")
    monday = date.fromisocalendar(int(year), int(number), 1)
    return day_label(f"{monday.isoformat()}/{(monday + _SUNDAY).isoformat()}")


def reworded(context: Context, count: int) -> str:
    """Return how much only changed its wording; nothing for nothing."""
    if not count:
        return ""
    return context.labels.say("changes-reworded", n=count)


# ---- one week


def week_heads(context: Context, week: str) -> tuple[Head, ...]:
    """Return the heads of the pages of a week."""
    paged = _paged(context, week)
    return tuple(_head(context, paged, number) for number in paged.numbers)


def view_week(context: Context, week: str, number: int) -> WeekPage:
    """Return a page of a week; ``number`` counts from 1."""
    paged = _paged(context, week)
    return WeekPage(
        head=_head(context, paged, number),
        rows=tuple(view_change(context, entry) for entry in paged.rows(number)),
        reworded=reworded(context, select_changes(context.changes.weeks[week]).reworded),
        pager=paged.pager(number),
    )


def _paged(context: Context, week: str) -> PagedList[ChangeEntry]:
    title = context.labels.say("changes-of-week", days=_span(week))
    description = context.labels.say("changes-week-description", week=week)
    pages = split_by_weight(select_changes(context.changes.weeks[week]).entries, _weigh)
    return PagedList(context, title, description, week_folder(week), pages)


def _head(context: Context, paged: PagedList[ChangeEntry], number: int) -> Head:
    head = paged.head(number)
    return replace(head, up=(PageLink(context.labels.say("changes"), list_page(CHANGES)), *head.up))


def _weigh(entry: ChangeEntry) -> int:
    operation = entry.operation
    texts = [operation.was, operation.now, *(field.now for field in operation.fields)]
    return 2 * LINK_WEIGHT + SOURCE_WEIGHT + sum(map(weigh_text, texts))

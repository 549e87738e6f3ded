"""The feeds of a briefing: all that is new, each kind, each subject, the disputes alone, the corrections alone."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from briefing.model.grouping import group_by_each
from briefing.model.word_lists import join_words
from briefing.routes import ABOUT, CONFLICTS, CORRECTIONS, HOME, PagePath, list_page, subject_feed
from briefing.views.base.context import Context
from briefing.views.base.correction_index import LoggedCorrection
from briefing.views.base.tokens import join_prose, plain, words
from briefing.views.parts.change_events import tell_history
from briefing.views.parts.feed_entry import Event, Feed, FeedEntry, make_entries, make_feed
from briefing.views.parts.feed_names import ALL, CORRECTED, DISPUTES


def view_feeds(context: Context) -> Iterator[Feed]:
    """Yield every feed, also those in which nothing stands yet: whoever follows one waits for what is to come."""
    changes = make_entries(context, tell_history(context))
    corrections = make_entries(context, _tell_corrections(context))
    everything = _by_day(changes, corrections)
    disputes = [entry for entry in changes if entry.event.is_dispute]
    yield _feed(context, ALL, "feed-all", HOME, everything)
    yield _feed(context, DISPUTES, "feed-disputes", list_page(CONFLICTS), disputes)
    yield _feed(context, CORRECTED, "feed-corrections", _log_page(context), corrections)
    yield from _feeds_of_kinds(context, everything)
    yield from _feeds_of_subjects(context, everything)


def _by_day(*entries: tuple[FeedEntry, ...]) -> tuple[FeedEntry, ...]:
    """Return entries of several kinds newest first, those of one day in the order that they came in."""
    return tuple(sorted(chain.from_iterable(entries), key=lambda entry: entry.event.day, reverse=True))


def _feeds_of_kinds(context: Context, entries: tuple[FeedEntry, ...]) -> Iterator[Feed]:
    # An entry about two subjects of one kind is one entry of its feed.
    of_kind = group_by_each(entries, lambda entry: _kinds_of(context, entry))
    for kind in context.filled_kinds():
        title = context.labels.say("feed-kind", briefing=context.data.briefing.name.en, kind=kind.label_plural)
        yield make_feed(context, kind.folder, title, list_page(kind.folder), of_kind.get(kind.name, ()))


def _kinds_of(context: Context, entry: FeedEntry) -> dict[str, None]:
    known = [subject for subject in entry.event.about if subject in context.data.subjects]
    return dict.fromkeys(context.data.subjects[subject].kind for subject in known)


def _feeds_of_subjects(context: Context, entries: tuple[FeedEntry, ...]) -> Iterator[Feed]:
    of_subject = group_by_each(entries, lambda entry: entry.event.about)
    for subject in context.data.subjects:
        title = context.labels.say(
            "feed-subject", briefing=context.data.briefing.name.en, subject=context.display(subject)
        )
        name = subject_feed(context.kind(subject), subject)
        yield make_feed(context, name, title, context.page(subject), of_subject.get(subject, ()))


def _feed(context: Context, name: str, label: str, page: PagePath, entries: Iterable[FeedEntry]) -> Feed:
    title = context.labels.say(label, briefing=context.data.briefing.name.en)
    return make_feed(context, name, title, page, entries)


# ---- corrections


def _log_page(context: Context) -> PagePath:
    # There is no log before anything was put right.
    return list_page(CORRECTIONS) if context.corrections.pages else ABOUT


def _tell_corrections(context: Context) -> Iterator[Event]:
    """Yield the corrections of this site, oldest first."""
    log = tuple(chain.from_iterable(context.corrections.pages))
    for logged in reversed(log):
        if logged.correction.date.last_day is not None:
            yield _tell_correction(context, logged, logged.correction.date.last_day)


def _tell_correction(context: Context, logged: LoggedCorrection, day: date) -> Event:
    correction, labels = logged.correction, context.labels
    names = join_words([plain(context.link(subject)) for subject in correction.about], labels.say("and"))
    return Event(
        parts=("correction", correction.date.printed, *correction.about, *correction.claims),
        day=day,
        title=labels.say("feed-correction", subject=names),
        lines=(
            words(labels.say("feed-was", was=correction.was)),
            words(labels.say("feed-now", now=correction.now)),
            join_prose([context.link(subject) for subject in correction.about]),
        ),
        page=logged.page,
        anchor=logged.anchor,
        about=correction.about,
    )

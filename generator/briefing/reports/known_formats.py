"""What was known on a day as text, Markdown and JSON: the whole, or what differs from an earlier day."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter

from briefing.reports.change_formats import escape_markdown
from briefing.reports.known import Answer, KnownChange, KnownFact

_Json = dict[str, object]
_Lines = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of subjects, each with what is said of them."""


def known_text(facts: Iterable[KnownFact], day: date) -> str:
    """Return for a terminal what was known at the end of a day."""
    return _as_text(f"As known on {day}", _fact_lines(facts))


def known_markdown(facts: Iterable[KnownFact], day: date) -> str:
    """Return as Markdown what was known at the end of a day."""
    return _as_markdown(f"As known on {day}", _fact_lines(facts))


def known_json(facts: Iterable[KnownFact], day: date) -> str:
    """Return for programs what was known at the end of a day."""
    return _as_json({"version": 1, "on": day.isoformat(), "facts": [_fact_row(fact) for fact in facts]})


def difference_text(changes: Iterable[KnownChange], start: date, end: date) -> str:
    """Return for a terminal what became known between two days."""
    return _as_text(_difference_title(start, end), _change_lines(changes))


def difference_markdown(changes: Iterable[KnownChange], start: date, end: date) -> str:
    """Return as Markdown what became known between two days."""
    return _as_markdown(_difference_title(start, end), _change_lines(changes))


def difference_json(changes: Iterable[KnownChange], start: date, end: date) -> str:
    """Return for programs what became known between two days."""
    rows = [
        {"slot": change.now.key, "was": change.was and _fact_row(change.was), "now": _fact_row(change.now)}
        for change in changes
    ]
    return _as_json({"version": 1, "from": start.isoformat(), "on": end.isoformat(), "changes": rows})


def _difference_title(start: date, end: date) -> str:
    return f"What became known after {start}, up to {end}"


# ---- Lines


def _fact_lines(facts: Iterable[KnownFact]) -> _Lines:
    grouped = groupby(facts, attrgetter("names"))
    return tuple((names, tuple(_fact_line(fact) for fact in rows)) for names, rows in grouped)


def _fact_line(fact: KnownFact) -> str:
    line = f"{fact.question}: {_shown_words(fact)}"
    if fact.shown is not None:
        line += f" (since {fact.since}; {', '.join(fact.shown.claims)})"
    return line + _rival_words(fact)


def _change_lines(changes: Iterable[KnownChange]) -> _Lines:
    grouped = groupby(changes, attrgetter("now.names"))
    return tuple((names, tuple(_change_line(change) for change in rows)) for names, rows in grouped)


def _change_line(change: KnownChange) -> str:
    if change.was is None:
        return f"new: {_fact_line(change.now)}"
    was, now = _shown_words(change.was), _shown_words(change.now)
    if was == now:
        return f"still {_fact_line(change.now)}"
    return f"{change.now.question}: {was} → {now} (since {change.now.since}){_rival_words(change.now)}"


def _shown_words(fact: KnownFact) -> str:
    if fact.shown is None:
        return "nothing"
    return fact.shown.words


def _rival_words(fact: KnownFact) -> str:
    if not fact.rivals:
        return ""
    return f"; others say {', '.join(rival.words for rival in fact.rivals)}"


# ---- Forms


def _as_text(title: str, sections: _Lines) -> str:
    blocks = ["\n".join([names, *(f"  {line}" for line in lines)]) for names, lines in sections]
    return "\n\n".join([title, *(blocks or ["nothing"])]) + "\n"


def _as_markdown(title: str, sections: _Lines) -> str:
    return "\n\n".join([f"**{title}**", *(_markdown_blocks(sections) if sections else ["nothing"])]) + "\n"


def _markdown_blocks(sections: _Lines) -> Iterator[str]:
    for names, lines in sections:
        yield f"### {escape_markdown(names)}"
        yield "\n".join(f"- {escape_markdown(line)}" for line in lines)


def _fact_row(fact: KnownFact) -> _Json:
    return {
        "slot": fact.key,
        "about": list(fact.slot.about),
        "attribute": fact.slot.attribute,
        "question": fact.question,
        "shown": fact.shown and _answer_row(fact.shown),
        "since": fact.since.isoformat(),
        "others": [_answer_row(rival) for rival in fact.rivals],
    }


def _answer_row(answer: Answer) -> _Json:
    return {"value": answer.printed, "denied": answer.denied, "words": answer.words, "claims": list(answer.claims)}


def _as_json(document: _Json) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

"""The command ``briefing known``: what the sources up to a day would have shown, and what two days differ in."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import Day, as_of_option, data_option, read_prepared
from briefing.cli.output import put, put_findings
from briefing.dataset.linked.records import Dataset
from briefing.diagnostics.suggest import question
from briefing.model.dates import PartialDate, parse_date
from briefing.model.ids import SubjectId
from briefing.reports.known import find_changes, find_known
from briefing.reports.known_formats import (
    difference_json,
    difference_markdown,
    difference_text,
    known_json,
    known_markdown,
    known_text,
)

_FORMS = {"text": known_text, "markdown": known_markdown, "json": known_json}
_DIFFERENCES = {"text": difference_text, "markdown": difference_markdown, "json": difference_json}


@click.command()
@click.argument("subjects", nargs=-1, metavar="[SUBJECT]...")
@click.option("--on", "on", type=Day(), required=True, help="a day; of a month or year, its last")
@click.option("--from", "start", type=Day(), help="tell only what became known after this day")
@data_option
@as_of_option
@click.option("--format", "form", type=click.Choice(list(_FORMS)), default="text")
def known(subjects: tuple[str, ...], on: str, start: str | None, data: Path, as_of: str | None, form: str) -> int:
    """Say what the sources up to a day would have shown, of all subjects or of some; or what two days differ in."""
    sources, prepared = read_prepared(data, as_of, publishing=False)
    if prepared.dataset is None:
        put_findings(prepared.errors_only, sources, data)
        return EXIT_FINDINGS
    ids = tuple(map(SubjectId, subjects))
    _require_subjects(ids, prepared.dataset)
    put(_report(prepared.dataset, ids, on, start, form), form)
    return 0


def _require_subjects(ids: Iterable[SubjectId], dataset: Dataset) -> None:
    for subject in ids:
        if subject not in dataset.subjects:
            raise click.UsageError(f"no subject is called {subject!r}." + question(subject, dataset.subjects))


def _report(dataset: Dataset, subjects: tuple[SubjectId, ...], on: str, start: str | None, form: str) -> str:
    end = _last_day(on)
    if start is None:
        return _FORMS[form](find_known(dataset, end, subjects), end)
    beginning = _last_day(start)
    if beginning > end:
        raise click.UsageError(f"--from {start} comes after --on {on}")
    return _DIFFERENCES[form](find_changes(dataset, beginning, end, subjects), beginning, end)


def _last_day(text: str) -> date:
    day = parse_date(text)
    # The type of the option lets nothing else through.
    if not isinstance(day, PartialDate) or day.latest is None:
        raise click.UsageError(f"{text!r} is no date")
    return day.latest

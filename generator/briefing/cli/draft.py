"""The command ``briefing draft``: an article file in state draft, made from a plain text; it overwrites nothing."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click

from briefing.cli.options import Words, require_folder
from briefing.decode.text_checks.addresses import check_address
from briefing.decode.text_checks.ids import check_capture, check_id
from briefing.diagnostics.suggest import question
from briefing.drafting.document.draft import Draft, Request
from briefing.drafting.document.writing import UNKNOWN
from briefing.drafting.literals.publication import PublicationDate, parse_publication_date
from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.text.wording import slug
from briefing.edges.captures import read_captures
from briefing.edges.disk import read_tree
from briefing.edges.texts import read_article_text, write_new
from briefing.model.dates import PartialDate, parse_date
from briefing.pipeline import draft_article, open_known_data

_NAMED = 8
"""Names that a line of the summary holds; the file itself has them all."""


class _PublishedDate(click.ParamType[PublicationDate]):
    """A day, a month or an interval in which the article appeared."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> PublicationDate:
        """Return the days meant, or fail with what was probably meant."""
        if isinstance(value, PublicationDate):
            return value
        published = parse_publication_date(str(value))
        if published:
            return published
        reason = _reason_against(str(value))
        return self.fail(f"{value!r} is no date of publication: {reason}; write it like 2026-11-22", param, ctx)


def _reason_against(text: str) -> str:
    date = parse_date(text)
    # Relative dates of the article count from its publication, so that it needs both ends.
    if isinstance(date, PartialDate):
        return "it is open at one end"
    return date.message


@click.command()
@click.argument("textfile", type=click.Path(path_type=Path))
@click.option("--publisher", type=Words(), required=True, help="the id of a publisher, or unknown")
@click.option(
    "--published", type=_PublishedDate(), required=True, help="when it appeared; relative dates count from it"
)
@click.option("--url", type=Words(), help="the article's address")
@click.option("--title", type=Words(), help="its headline; a first line that looks like one by default")
@click.option(
    "--captures", type=click.Path(path_type=Path), help="folder of captured texts, to recognise copies by words"
)
@click.option("--data", type=click.Path(path_type=Path), default="data", help="the data folder")
@click.option("--out", type=click.Path(path_type=Path), help="the new file; by default articles/<publisher>-<date>.yml")
def draft(
    textfile: Path,
    publisher: str,
    published: PublicationDate,
    url: str | None,
    title: str | None,
    captures: Path | None,
    data: Path,
    out: Path | None,
) -> int:
    """Draft an article file from a text: figures, dates, names and relations as claims to be reviewed."""
    sources, _ = read_tree(data)
    known_data = open_known_data(sources)
    _check_publisher(known_data, publisher)
    _check_url(url)
    require_folder(captures)
    # The name of the file becomes the id of the article, by which claims and judgements name it.
    target = out or data / "articles" / f"{publisher}-{slug(published.text)}.yml"
    _check_target(known_data, target)
    text = read_article_text(textfile)
    request = Request(target.stem, publisher, published, url, title, _capture_name(textfile), source=textfile.name)
    captured_texts = read_captures(captures) if captures else {}
    drafted = draft_article(known_data, sources, request, text, captured_texts)
    write_new(target, drafted.content)
    click.echo("\n".join(_summary(drafted.draft, target)))
    return 0


def _check_publisher(known_data: KnownData, publisher: str) -> None:
    """Refuse a publisher that the data do not know: how far it is trusted has to be said first."""
    if publisher == UNKNOWN or publisher in known_data.records.publishers:
        return
    guess = question(publisher, [*known_data.records.publishers, UNKNOWN])
    hint = guess or f" Add it to publishers/, or say {UNKNOWN}."
    raise click.UsageError(f"no publisher is called {publisher!r}.{hint}")


def _check_url(url: str | None) -> None:
    """Refuse what is no address, as a check of the new file would."""
    if not url:
        return
    problem = check_address(url)
    if problem:
        _, message, hint = problem
        raise click.UsageError(f"--url: {message}; {hint}")


def _check_target(known_data: KnownData, target: Path) -> None:
    """Refuse a file whose name is no free id: it becomes the id of the article."""
    problem = check_id(target.stem)
    if problem:
        _, message, hint = problem
        raise click.UsageError(f"--out: {message}; {hint}")
    if target.suffix != ".yml":
        raise click.UsageError("--out: data files end in .yml")
    if target.exists():
        raise click.UsageError(f"{target} exists already; nothing was written. Name another file with --out")
    if _is_taken(known_data, target.stem):
        taken = f"the id {target.stem!r} is taken already"
        raise click.UsageError(f"{taken}; nothing was written. Name another file with --out")


def _is_taken(known_data: KnownData, record_id: str) -> bool:
    """Return whether a subject or an article has the id; publishers have ids of their own."""
    records = known_data.records
    return record_id in records.subjects or record_id in records.articles


def _capture_name(textfile: Path) -> str | None:
    """Return the name under which the text is found among captures, if it can be one."""
    if check_capture(textfile.name) is not None:
        return None
    return textfile.name


def _summary(draft: Draft, target: Path) -> Iterator[str]:
    """Yield the lines that tell an editor what was read, and what is left to do."""
    to_word = sum(proposal.value is None for proposal in draft.proposals)
    yield f"{target}: {len(draft.proposals)} claims to review, {to_word} of them to be worded"
    counts = Counter(proposal.attribute for proposal in draft.proposals)
    yield from _line("claims", [f"{count} {attribute}" for attribute, count in counts.most_common()])
    most_named = islice(draft.subjects.items(), _NAMED)
    yield from _line("subjects", [f"{subject} ({count})" for subject, count in most_named])
    yield from _line("new names", [f"{name.name} ({name.kind}?)" for name in draft.candidates[:_NAMED]])
    yield from _line("excluded", _excluded_part(draft))
    yield from _line("copy of", [f"{copy.article} ({copy.sure}: {copy.why})" for copy in draft.copies])
    if draft.left_out:
        yield f"  left out: {draft.left_out} claims that could not stand as they were"


def _excluded_part(draft: Draft) -> list[str]:
    """Return how much of the text is no part of the article, such as advertisements; nothing where all of it is."""
    excluded = sum(run.last - run.first + 1 for run in draft.excluded)
    if not excluded:
        return []
    return [f"{excluded} of {draft.paragraphs} paragraphs"]


def _line(label: str, parts: list[str]) -> Iterator[str]:
    """Yield a line of the summary, unless it would say nothing."""
    if parts:
        yield f"  {label}: {', '.join(parts)}"

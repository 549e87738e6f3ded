"""`briefing draft`: a plain text in, an article file in state draft out; an existing file is never touched."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.options import Words
from briefing.decode.checks import check_address, check_capture, check_id
from briefing.diagnostics.suggest import question
from briefing.drafting.date_mentions import Published, published_of
from briefing.drafting.draft import Draft, Request
from briefing.drafting.known_data import Known
from briefing.drafting.wording import slug
from briefing.edges.captures import read_captures
from briefing.edges.disk import read_tree
from briefing.edges.texts import read_article_text, write_new
from briefing.model.dates import PartialDate, parse_date
from briefing.pipeline import Drafted, draft_article, open_known

UNKNOWN = "unknown"
_NAMED = 8


class _PublishedDate(click.ParamType[Published]):
    """A day, a month or an interval in which the article appeared."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Published:
        """Return the days meant, or fail with what was probably meant."""
        if isinstance(value, Published):
            return value
        found = published_of(str(value))
        if found:
            return found
        wrong = parse_date(str(value))
        hint = "it is open at one end" if isinstance(wrong, PartialDate) else wrong.message
        return self.fail(f"{value!r} is no date of publication: {hint}; write it like 2026-11-22", param, ctx)


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
    published: Published,
    url: str | None,
    title: str | None,
    captures: Path | None,
    data: Path,
    out: Path | None,
) -> int:
    """Draft an article file from a text: figures, dates, names and relations as claims to be reviewed."""
    sources, _ = read_tree(data)
    known = open_known(sources)
    _check_words(known, publisher, url, captures)
    target = out or data / "articles" / f"{publisher}-{slug(published.text)}.yml"
    _check_target(known, target)
    text = read_article_text(textfile)
    request = Request(target.stem, publisher, published, url, title, _capture_name(textfile), source=textfile.name)
    drafted = draft_article(known, sources, request, text, read_captures(captures) if captures else {})
    write_new(target, drafted.content)
    click.echo("\n".join(_summary(drafted, target)))
    return 0


def _check_words(known: Known, publisher: str, url: str | None, captures: Path | None) -> None:
    if publisher != UNKNOWN and publisher not in known.data.publishers:
        guess = question(publisher, [*known.data.publishers, UNKNOWN])
        hint = guess or f" Add it to publishers/, or say {UNKNOWN}."
        raise click.UsageError(f"no publisher is called {publisher!r}.{hint}")
    wrong = check_address(url) if url else None
    if wrong:
        raise click.UsageError(f"--url: {wrong[1]}; {wrong[2]}")
    if captures is not None and not captures.is_dir():
        raise click.UsageError(f"there is no folder {captures}")


def _check_target(known: Known, target: Path) -> None:
    wrong = check_id(target.stem)
    if wrong:
        raise click.UsageError(f"--out: {wrong[1]}; {wrong[2]}")
    if target.suffix != ".yml":
        raise click.UsageError("--out: data files end in .yml")
    taken = target.stem in known.data.subjects or target.stem in known.data.articles
    if target.exists() or taken:
        what = f"{target} exists" if target.exists() else f"the id {target.stem!r} is taken"
        raise click.UsageError(f"{what} already; nothing was written. Name another file with --out")


def _capture_name(textfile: Path) -> str | None:
    return textfile.name if check_capture(textfile.name) is None else None


def _summary(drafted: Drafted, target: Path) -> Iterator[str]:
    one = drafted.draft
    to_word = sum(proposal.value is None for proposal in one.proposals)
    yield f"{target}: {len(one.proposals)} claims to review, {to_word} of them to be worded"
    counts = Counter(proposal.attribute for proposal in one.proposals)
    yield from _line("claims", [f"{count} {name}" for name, count in counts.most_common()])
    yield from _line("subjects", [f"{name} ({count})" for name, count in _most(one)])
    yield from _line("new names", [f"{name.name} ({name.kind}?)" for name in one.newcomers[:_NAMED]])
    excluded = sum(run.last - run.first + 1 for run in one.excluded)
    yield from _line("excluded", [f"{excluded} of {one.paragraphs} paragraphs"] if excluded else [])
    yield from _line("copy of", [f"{copy.article} ({copy.sure}: {copy.why})" for copy in one.copies])
    if one.left_out:
        yield f"  left out: {one.left_out} claims that could not stand as they were"


def _most(one: Draft) -> list[tuple[str, int]]:
    return [(str(subject), count) for subject, count in list(one.subjects.items())[:_NAMED]]


def _line(label: str, parts: list[str]) -> Iterator[str]:
    if parts:
        yield f"  {label}: {', '.join(parts)}"

"""The editor's commands beside checking and building: what changed, what to do next, and new records."""

from collections.abc import Iterator, Mapping
from os.path import realpath  # unlike Path.resolve, it takes links that lead in circles
from pathlib import Path

import click

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import (
    Day,
    SiteAddress,
    Words,
    as_of_option,
    data_option,
    is_text,
    path_within,
    read_prepared,
    report_findings,
)
from briefing.cli.output import put
from briefing.dataset.diff import compare_datasets
from briefing.dataset.linked.records import Dataset
from briefing.diagnostics.suggest import question
from briefing.edges.clock import read_local_date
from briefing.edges.disk import read_tree, relative_name, write_files
from briefing.edges.history import read_revision
from briefing.edges.links import check_links, read_link_cache, write_link_cache
from briefing.edges.pages import project_of
from briefing.model.claims import GRADES
from briefing.model.ids import is_id, slug_of
from briefing.model.registry import Kind
from briefing.model.script import is_japanese
from briefing.pipeline import changed_pages, prepare, read_registry_of, schema_files
from briefing.reports.agenda import agenda_json, agenda_text, plan_work
from briefing.reports.changes import changes_json, changes_markdown, changes_text, describe_changes
from briefing.reports.links import links_json, links_text
from briefing.scaffold.starter import Names, briefing_files, publisher_file, subject_file

CACHE = Path(".briefing") / "links.json"
Sources = Mapping[str, bytes]


class _Broken(Exception):
    """Data with errors, where a comparison needs them whole; the findings have been printed."""


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@data_option
@as_of_option
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text")
@click.option(
    "--site-url", type=SiteAddress(), help="where links in Markdown lead; the briefing's own address by default"
)
def diff(old: str, new: str | None, data: Path, as_of: str | None, form: str, site_url: str | None) -> int:
    """Say what changed from OLD to NEW: revisions or folders; NEW is the data folder as it is by default."""
    try:
        before = _dataset(_state(old, data), old, as_of)
        after = _dataset(_state(new, data) if new else read_tree(data)[0], new or relative_name(data), as_of)
    except _Broken:
        return EXIT_FINDINGS
    found = compare_datasets(before, after)
    pages = changed_pages(before, after)
    sections = describe_changes(found, pages)
    if form == "json":
        put(changes_json(found, sections, pages), form)
    elif form == "markdown":
        put(changes_markdown(sections, site_url or after.briefing.url), form)
    else:
        put(changes_text(sections), form)
    return 0


def _state(name: str, data: Path) -> Sources:
    """Return the data files of a folder (itself a data folder, or one that holds it) or of a revision."""
    folder = Path(name)
    if folder.is_dir():
        inner = folder / data.name
        return read_tree(inner if not (folder / "briefing.yml").is_file() and inner.is_dir() else folder)[0]
    return read_revision(data, name)


def _dataset(sources: Sources, name: str, as_of: str | None) -> Dataset:
    """Return the dataset of one state; print its errors and raise _Broken where it has any."""
    prepared = prepare(sources, as_of)
    if prepared.dataset is None:
        click.echo(report_findings(prepared.errors_only, sources, Path(name), "text"), nl=False)
        raise _Broken
    return prepared.dataset


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@data_option
@as_of_option
@click.option("--since", default="HEAD", help="the revision to compare with")
def affected(files: tuple[Path, ...], data: Path, as_of: str | None, since: str) -> int:
    """List the pages that the changes of FILES since a revision touch."""
    paths = [path_within(data, path) for path in files]
    now = read_tree(data)[0]
    before = dict(read_revision(data, since))
    if unknown := [path for path in paths if path not in now and path not in before]:
        raise click.UsageError(f"{data}/{unknown[0]} is no data file, neither now nor at {since}")
    changed = [path for path in paths if now.get(path) != before.get(path)]
    if not changed:
        click.echo(f"unchanged since {since}: edit first, or name an older revision with --since", err=True)
        return 0
    try:
        pages = changed_pages(*_two_states(before, now, changed, as_of))
    except _Broken:
        return EXIT_FINDINGS
    for path in sorted({*pages.added, *pages.changed, *pages.removed}):
        click.echo(path.removesuffix("index.md") or "/")
    return 0


def _two_states(before: Sources, now: Sources, changed: list[str], as_of: str | None) -> tuple[Dataset, Dataset]:
    """Return two states that differ in the changed files alone; raise _Broken where there are none without errors.

    All else is as it is now; where the old files do not fit to that, all else is as it was; and where neither
    is without errors, the states differ in all that has changed.
    """
    pairs = ((_with_files(now, before, changed), now), (before, _with_files(before, now, changed)))
    for old, new in pairs:
        first, second = prepare(old, as_of).dataset, prepare(new, as_of).dataset
        if first and second:
            return first, second
    whole = _dataset(before, "before", as_of), _dataset(now, "now", as_of)
    click.echo("without the other changed files these leave errors, so the pages of all changes follow", err=True)
    return whole


def _with_files(sources: Sources, others: Sources, paths: list[str]) -> Sources:
    kept = {path: content for path, content in sources.items() if path not in paths}
    return {**kept, **{path: others[path] for path in paths if path in others}}


@click.command()
@click.argument("kind")
@click.argument("name", type=Words())
@data_option
@click.option("--id", "record_id", help="the id, where the name does not give it")
@click.option("--ja", type=Words(), help="the Japanese name, only where certain")
@click.option("--reading", type=Words(), help="its reading, in kana")
@click.option("--describes", type=Words(), help="one sentence: what it is, and what it is not")
@click.option("--grade", type=click.Choice(GRADES), help="of a publisher")
@click.option("--why", type=Words(), help="the reason for the grade")
def new(
    kind: str, name: str, data: Path, record_id: str | None, ja: str | None, reading: str | None, describes: str | None,
    grade: str | None, why: str | None,
) -> int:  # fmt: skip
    """Write the file of a new record: KIND is company, project … or publisher."""
    sources = read_tree(data)[0]
    names = Names(name, ja, reading)
    chosen = _chosen_id(record_id, name)
    if kind in ("publisher", "publishers"):
        if grade is None or not why:
            raise click.UsageError("a publisher needs --grade and --why: how far it is trusted, and the reason")
        files = publisher_file(chosen, names, grade, why)
    else:
        files = subject_file(_kind(kind, sources), chosen, names, describes)
        _refuse_taken(chosen, sources)
    return _write_new(data, files, sources)


def _kind(word: str, sources: Sources) -> Kind:
    kinds = read_registry_of(sources).kinds
    by_word = {each: one for one in kinds.values() for each in (one.name, one.folder)}
    if word in by_word:
        return by_word[word]
    if word in ("article", "articles"):
        raise click.UsageError("an article begins with its text: `briefing draft TEXTFILE --publisher … --published …`")
    raise click.UsageError(f"no kind is called {word!r}." + question(word, (*by_word, "publisher")))


def _chosen_id(record_id: str | None, name: str) -> str:
    if record_id is None and is_japanese(name):
        raise click.UsageError("name it in English, and give the Japanese name with --ja; the id comes with --id")
    chosen = record_id or slug_of(name)
    if not is_id(chosen):
        raise click.UsageError(f"{chosen!r} is no id; give one with --id: lower-case letters, digits, hyphens")
    return chosen


def _refuse_taken(record_id: str, sources: Sources) -> None:
    taken = [path for path in sources if path.endswith(f"/{record_id}.yml") and not path.startswith("publishers/")]
    if taken:
        raise click.UsageError(f"the id {record_id} is taken by {taken[0]}")


def _write_new(data: Path, files: Sources, sources: Sources) -> int:
    """Write files that are not there yet, if the data have no more errors with them than without."""
    for path in files:
        if (data / path).exists():
            raise click.UsageError(f"{data}/{path} is there already")
    before = set(prepare(sources).errors_only)
    worse = [one for one in prepare({**sources, **files}).errors_only if one not in before]
    if worse:
        click.echo(report_findings(tuple(worse), {**sources, **files}, data, "text"), nl=False)
        click.echo("nothing was written", err=True)
        return EXIT_FINDINGS
    write_files(data, files)
    for path in files:
        click.echo(f"{data.as_posix()}/{path}")
    return 0


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", type=Words(), help="what the briefing is called; the folder's name by default")
@click.option("--url", type=SiteAddress(), default="https://example.org/", help="where it will be published")
@click.option("--language", type=Words(), default="en")
@click.option("--currency", type=Words(), default="USD", help="the currency that sums are shown in")
@click.option("--as-of", type=Day(), help="today, for every rule; the day of this machine by default")
def init(folder: Path, name: str | None, url: str, language: str, currency: str, as_of: str | None) -> int:
    """Write a whole new briefing into DIR, which must be absent or empty."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise click.UsageError(f"{folder} is there already and not empty")
    title = name or Path(realpath(folder)).name.replace("-", " ").capitalize()
    if not is_text(title):
        raise click.UsageError("the folder's name is no UTF-8: say with --name what the briefing is called")
    files = briefing_files(title, url, language, as_of or read_local_date().isoformat(), currency)
    data = {path.removeprefix("data/"): content for path, content in files.items() if path.startswith("data/")}
    prepared = prepare(data)
    if prepared.errors:
        click.echo(report_findings(prepared.errors_only, data, folder / "data", "text"), nl=False)
        click.echo("nothing was written", err=True)
        return EXIT_FINDINGS
    schemas = {f"schemas/{path}": content for path, content in schema_files(data, with_ids=False).items()}
    folder.mkdir(parents=True, exist_ok=True)
    write_files(folder, {**files, **schemas})
    click.echo(f"a new briefing lies in {folder}; go on with its README.md", err=True)
    return 0


@click.command()
@data_option
@as_of_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--most", type=click.IntRange(1), default=10, help="of each topic, in text")
def stale(data: Path, as_of: str | None, form: str, most: int) -> int:
    """Say what to verify next: overdue plans, old pages and values, what no source backs, names nearly the same."""
    sources, prepared = read_prepared(data, as_of, publishing=False)
    if prepared.dataset is None:
        click.echo(report_findings(prepared.errors_only, sources, data, "text"), nl=False)
        return EXIT_FINDINGS
    topics = plan_work(prepared.dataset)
    prefix = f"{relative_name(data)}/"
    put(agenda_json(topics, prefix) if form == "json" else agenda_text(topics, prefix, most), form)
    return 0


@click.command()
@data_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--max-age", type=click.IntRange(0), default=7, help="days that a good answer is remembered")
@click.option("--pause", type=click.FloatRange(0), default=1.0, help="seconds between two requests to one host")
@click.option("--strict", is_flag=True, help="fail where an address is gone")
def links(data: Path, form: str, max_age: int, pause: float, strict: bool) -> int:
    """Ask the addresses of articles, references and publishers whether they are there; needs the network."""
    sources, prepared = read_prepared(data, None, publishing=False)
    if prepared.dataset is None:
        click.echo(report_findings(prepared.errors_only, sources, data, "text"), nl=False)
        return EXIT_FINDINGS
    places = dict(_addresses(prepared.dataset))
    cache = project_of(data) / CACHE
    states = check_links(places, read_link_cache(cache), read_local_date(), max_age, pause)
    write_link_cache(cache, states)
    prefix = f"{relative_name(data)}/"
    put(links_json(states, places, prefix) if form == "json" else links_text(states, places, prefix), form)
    return EXIT_FINDINGS if strict and any(one.state == "gone" for one in states.values()) else 0


def _addresses(data: Dataset) -> Iterator[tuple[str, str]]:
    """Yield every address of a source with the file that names it first; several files may name one."""
    found: dict[str, str] = {}
    for article in data.articles.values():
        for address in (article.url, *(one.url for one in article.cites)):
            if address:
                found.setdefault(address, f"articles/{article.id}.yml")
    for publisher in data.publishers.values():
        if publisher.url:
            found.setdefault(publisher.url, f"publishers/{publisher.id}.yml")
    yield from found.items()

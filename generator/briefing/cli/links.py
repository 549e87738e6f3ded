"""The command ``briefing links``: whether the addresses of sources are still there; the only one that goes online."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import data_option, read_prepared
from briefing.cli.output import put, put_findings
from briefing.dataset.linked.records import Dataset
from briefing.edges.clock import read_local_date
from briefing.edges.disk import relative_name
from briefing.edges.links import LinkState, check_links, read_link_cache, write_link_cache
from briefing.edges.pages import project_of
from briefing.model.records import Article
from briefing.reports.links import links_json, links_text

CACHE = Path(".briefing") / "links.json"


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
        put_findings(prepared.errors_only, sources, data)
        return EXIT_FINDINGS
    paths = _gather_addresses(prepared.dataset)
    cache = project_of(data) / CACHE
    states = check_links(paths, read_link_cache(cache), read_local_date(), max_age, pause)
    write_link_cache(cache, states)
    prefix = f"{relative_name(data)}/"
    if form == "json":
        put(links_json(states, paths, prefix), form)
    else:
        put(links_text(states, paths, prefix), form)
    if strict:
        return _verdict(states.values())
    return 0


def _verdict(states: Iterable[LinkState]) -> int:
    """Return the exit code for what addresses answered."""
    # Nothing but "gone" is sure: all else may be the network, or a server that refuses programs.
    if any(state.state == "gone" for state in states):
        return EXIT_FINDINGS
    return 0


def _gather_addresses(dataset: Dataset) -> dict[str, str]:
    """Return every address of a source with the data file that names it first; several files may name one."""
    paths: dict[str, str] = {}
    for address, path in _named_addresses(dataset):
        paths.setdefault(address, path)
    return paths


def _named_addresses(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield the addresses of articles, of what they cite, and of publishers, each with its data file."""
    for article in dataset.articles.values():
        for address in _addresses_in(article):
            yield address, f"articles/{article.id}.yml"
    for publisher in dataset.publishers.values():
        if publisher.url:
            yield publisher.url, f"publishers/{publisher.id}.yml"


def _addresses_in(article: Article) -> Iterator[str]:
    """Yield the address of an article and those of the references that it cites, as far as they have any."""
    if article.url:
        yield article.url
    for reference in article.cites:
        if reference.url:
            yield reference.url

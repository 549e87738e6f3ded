"""The command ``briefing new``: the file of a new subject or publisher, which passes every check at once."""

from collections.abc import Iterable
from pathlib import Path

import click

from briefing.cli.exits import EXIT_FINDINGS
from briefing.cli.options import Words, data_option
from briefing.cli.output import put_findings
from briefing.cli.states import Sources
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.diagnostics.suggest import question
from briefing.edges.disk import read_tree, write_files
from briefing.model.claims import GRADES
from briefing.model.ids import is_id, slug_of
from briefing.model.registry import Kind
from briefing.model.script import is_japanese
from briefing.pipeline import prepare, read_registry_of
from briefing.scaffold.starter import Names, publisher_file, subject_file

_PUBLISHER = ("publisher", "publishers")
_ARTICLE = ("article", "articles")


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
    chosen_id = _choose_id(record_id, name)
    if kind in _PUBLISHER:
        files = _make_publisher(chosen_id, names, grade, why)
    else:
        files = subject_file(_find_kind(kind, sources), chosen_id, names, describes)
        _refuse_taken_id(chosen_id, sources)
    _refuse_overwriting(data, files)
    return _write_new_files(data, files, sources)


def _make_publisher(record_id: str, names: Names, grade: str | None, why: str | None) -> Sources:
    """Return the file of a publisher; raise UsageError where nobody says how far it is trusted."""
    if grade is None or not why:
        raise click.UsageError("a publisher needs --grade and --why: how far it is trusted, and the reason")
    return publisher_file(record_id, names, grade, why)


def _find_kind(word: str, sources: Sources) -> Kind:
    """Return the kind that a word names, in the singular or as its folder."""
    by_word = _kinds_by_word(read_registry_of(sources).kinds.values())
    if word in by_word:
        return by_word[word]
    if word in _ARTICLE:
        raise click.UsageError("an article begins with its text: `briefing draft TEXTFILE --publisher … --published …`")
    raise click.UsageError(f"no kind is called {word!r}." + question(word, (*by_word, "publisher")))


def _kinds_by_word(kinds: Iterable[Kind]) -> dict[str, Kind]:
    """Return the kinds by their names and by their folders: editors see both."""
    by_word: dict[str, Kind] = {}
    for kind in kinds:
        by_word[kind.name] = kind
        by_word[kind.folder] = kind
    return by_word


def _choose_id(record_id: str | None, name: str) -> str:
    """Return the id that was given, or the one that an English name gives."""
    # An id is Latin, and no transliteration of a Japanese name is certain.
    if record_id is None and is_japanese(name):
        raise click.UsageError("name it in English, and give the Japanese name with --ja; the id comes with --id")
    chosen_id = record_id or slug_of(name)
    if not is_id(chosen_id):
        raise click.UsageError(f"{chosen_id!r} is no id; give one with --id: lower-case letters, digits, hyphens")
    return chosen_id


def _refuse_taken_id(record_id: str, sources: Sources) -> None:
    """Raise UsageError where a record of any kind has the id."""
    for path in sources:
        if _is_of_record(path, record_id):
            raise click.UsageError(f"the id {record_id} is taken by {path}")


def _is_of_record(path: str, record_id: str) -> bool:
    """Return whether a data file is that of a subject or an article with an id."""
    # A publisher and a subject may share an id: a newspaper can be both.
    if path.startswith("publishers/"):
        return False
    return path.endswith(f"/{record_id}.yml")


def _write_new_files(data: Path, files: Sources, sources: Sources) -> int:
    """Write files, if the data have no more errors with them than without."""
    merged = {**sources, **files}
    new_errors = _find_new_errors(sources, merged)
    if new_errors:
        put_findings(new_errors, merged, data)
        click.echo("nothing was written", err=True)
        return EXIT_FINDINGS
    write_files(data, files)
    for path in files:
        click.echo(f"{data.as_posix()}/{path}")
    return 0


def _refuse_overwriting(data: Path, files: Sources) -> None:
    """Raise UsageError where one of the files is there: what an editor wrote is never lost to a command."""
    for path in files:
        if (data / path).exists():
            raise click.UsageError(f"{data}/{path} is there already")


def _find_new_errors(sources: Sources, merged: Sources) -> tuple[Diagnostic, ...]:
    """Return the errors of the merged data that the data do not have as they are."""
    # Errors that were there before are no reason to refuse a file that is right.
    errors_before = set(prepare(sources).errors_only)
    errors = prepare(merged).errors_only
    return tuple(error for error in errors if error not in errors_before)

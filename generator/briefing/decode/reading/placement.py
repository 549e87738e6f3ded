"""What a data file is by its path: the folder tells the kind of record, the name its id."""

from collections.abc import Mapping
from typing import NamedTuple

from briefing.decode.reading.content import Findings
from briefing.decode.reading.hints import reference_error
from briefing.decode.shapes.files import ROOT_FILES
from briefing.decode.text_checks.ids import check_id
from briefing.diagnostics.diagnostic import Diagnostic, Related, Span, error
from briefing.model.registry import Registry


class Placement(NamedTuple):
    """The folder of a file, its id, and what it is: article, publisher or subject, or None where it is misplaced."""

    folder: str
    id: str
    category: str | None


def record_folders(registry: Registry) -> dict[str, str]:
    """Return what the files of each folder are: articles, publishers, or subjects of one kind."""
    folders = {kind.folder: "subject" for kind in registry.kinds.values()}
    return folders | {"articles": "article", "publishers": "publisher"}


def place_file(path: str, folders: Mapping[str, str], findings: Findings) -> Placement:
    """Return what a file is; report a place or a name that will not do.

    A file with a wrong name is still read under that name, as other files may refer to it.
    """
    folder, _, name = path.rpartition("/")
    # The id is the name of the file and stands nowhere else.
    stem = name.removesuffix(".yml")
    problem = _misplaced(path, folder, name, folders)
    if problem:
        findings.append(problem)
        return Placement(folder, stem, None)
    findings.extend(_name_problems(path, stem))
    return Placement(folder, stem, folders[folder])


def duplicate_id(path: str, first: str, record_id: str) -> Diagnostic:
    """Return an error about a file whose id is that of the file ``first``."""
    related = (Related(Span(first), "the first record with this id"),)
    message = f'the id "{record_id}" is taken'
    return error("id-duplicate", Span(path), message, "rename one of the files", related)


def _misplaced(path: str, folder: str, name: str, folders: Mapping[str, str]) -> Diagnostic | None:
    """Return an error about a file that lies where no record may lie."""
    if not folder:
        message = f'no file of the data folder is called "{name}"'
        hint = "move it into the folder of its kind"
        return reference_error("file-misplaced", Span(path), message, name, ROOT_FILES, hint)
    if "/" in folder:
        hint = "move it up: data files lie directly in the folder of their kind"
        message = f'"{folder}" is too deep for data'
        return error("file-misplaced", Span(path), message, hint)
    # A folder of no kind is mostly a misspelt one.
    if folder not in folders:
        message = f'no kind of record lives in "{folder}"'
        hint = f"move it into one of: {', '.join(sorted(folders))}"
        return reference_error("folder-unknown", Span(path), message, folder, sorted(folders), hint)
    return None


def _name_problems(path: str, stem: str) -> list[Diagnostic]:
    """Return an error about a file name that is no id."""
    problem = check_id(stem)
    if problem is None:
        return []
    # Inside a file it is the id that is malformed, here the name of the file.
    code = "file-name" if problem.code == "id-malformed" else problem.code
    return [error(code, Span(path), problem.message, f"rename the file: {problem.hint}")]

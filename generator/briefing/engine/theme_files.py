"""What the theme in use brings and nothing on the site needs: found among MkDocs' files, taken out of its output."""

from collections.abc import Collection, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from briefing.engine.needs import THEME
from briefing.finishing.theme_files import TEXTS, find_unused


def list_theme_files(files: Files, config: MkDocsConfig) -> frozenset[str]:
    """Return where the files lie, within the site, that the installed theme brings: none of ours, none of an editor's.

    Only of Material is it known how its scripts find its other files; of another theme there are none.
    """
    if config.theme.name != "material":
        return frozenset()
    kept = {str(THEME), config.theme.custom_dir}
    folders = {folder for folder in config.theme.dirs if folder not in kept and Path(folder).resolve() != THEME}
    return frozenset(file.dest_uri for file in files if file.src_dir in folders)


def remove_unused(site: Path, theirs: Collection[str], data: Collection[str]) -> None:
    """Remove those files of the theme that nothing on a built site refers to.

    ``data`` are the paths of files that were written from the data: they name pages and each other, nothing else.
    """
    copied = {path: (site / path).read_bytes() for path in sorted(theirs) if (site / path).is_file()}
    remove_files(site, find_unused(copied, _read_texts(site, {*copied, *data})))


def remove_files(site: Path, paths: Collection[str]) -> None:
    """Remove files of a site, and folders in which nothing is left."""
    for path in sorted(paths):
        (site / path).unlink()
        _remove_empty_folders(site, (site / path).parent)


def _read_texts(site: Path, others: Collection[str]) -> Iterator[bytes]:
    """Yield the files that may refer to a file of the theme, one at a time: together they may be large."""
    for file in site.rglob("*"):
        if file.suffix in TEXTS and file.relative_to(site).as_posix() not in others and file.is_file():
            yield file.read_bytes()


def _remove_empty_folders(site: Path, folder: Path) -> None:
    """Remove a folder in which nothing is left, and those around it."""
    while folder != site and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent

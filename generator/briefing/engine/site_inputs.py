"""What MkDocs reads for a site beside the data: settings, pages, themes. Its configuration in; paths out.

Settings that lead further than their own words tell, such as other plugins, are no inputs that could be listed.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from briefing.edges.build_record import is_below
from briefing.edges.last_build import PROGRAM
from briefing.engine.page_keys import is_made_by_known_parts

_INHERIT = re.compile(rb"^INHERIT:[ \t]+([\w./-]+)[ \t]*(?:#.*)?$", re.MULTILINE)
_TAG = re.compile(rb"(?:^|[\s\[{,:-])!|^%", re.MULTILINE)
"""A tag of YAML, which may run code or read the environment."""


@dataclass(slots=True)
class SiteInputs:
    """Paths of what a site is made from; ``tree`` is the inode of the folder that it was made in.

    ``inputs`` are files and folders of the briefing's own, ``installed`` files of installed themes. Where they cannot
    be all, ``complete`` is false.
    """

    complete: bool = False
    tree: int = 0
    inputs: list[str] = field(default_factory=list)
    installed: list[str] = field(default_factory=list)

    def note(self, config: MkDocsConfig, tree: Path) -> None:
        """Take down what a finished run of MkDocs has read, and the folder that it filled."""
        self.tree = tree.stat().st_ino
        settings = _settings_files(Path(config.config_file_path))
        if settings is None or not _is_plain(config):
            return
        folders = {str(Path(folder).absolute()) for folder in config.theme.dirs}
        own = sorted(folder for folder in folders if "-packages/" not in folder)
        for folder in folders - set(own):
            self.installed += _templates(folder)
        paths = [*map(str, settings), *own]
        # A briefing without settings of its own has its pages in the usual place, or lends MkDocs an empty folder.
        if not is_below(Path(PROGRAM), str(settings[0])):
            paths.append(str(config.docs_dir))
        # Our own files are looked at anyway.
        self.inputs = [path for path in paths if not is_below(Path(PROGRAM), path)]
        self.complete = True


def _settings_files(file: Path) -> list[Path] | None:
    """Return the files that settings are read from, each inheriting from the next, or None where that is unsure."""
    files: list[Path] = []
    while True:
        content = file.read_bytes()
        files.append(file)
        if _TAG.search(content):
            return None
        inherited = _INHERIT.findall(content)
        if not inherited and b"INHERIT" not in content:
            return files
        if content.count(b"INHERIT") != 1 or len(inherited) != 1:
            return None
        file = file.parent / os.fsdecode(inherited[0])


def _is_plain(config: MkDocsConfig) -> bool:
    """Whether nothing in the settings reads files or runs code that the settings do not name."""
    return is_made_by_known_parts(config) and not _has_additions()


def _has_additions() -> bool:
    """Whether other packages add rules, exports or whatever else may be added."""
    return any(group.startswith("briefing.") for group in entry_points().groups)


def _templates(folder: str) -> Iterator[str]:
    """Yield the files of an installed theme but for its thousands of icons, which its version tells."""
    for path, inner, names in os.walk(folder):
        inner[:] = [name for name in inner if name not in (".icons", "__pycache__")]
        for name in names:
            yield str(Path(path, name))

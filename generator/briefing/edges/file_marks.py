"""What tells that files are as they were, from their status alone: names, sizes, times and inodes.

The gate of `briefing build` comes before everything else that the program imports, so that this module imports as
good as nothing, `pathlib` included. A time of change (`ctime`) is the system's own: no program can set it back.
"""

import os
import stat

NEVER_READ = frozenset({".git"})
"""Folders within inputs that no build reads, and that change by themselves."""
COMPILED = frozenset({"__pycache__"})
"""Folders within a program that follow its other files."""
_METADATA = (".dist-info", ".egg-info", ".egg-link", ".pth")
_MODULES = (".py", ".pyc", ".so")


class Doubtful(Exception):
    """The status of files does not tell what a build would read, such as that of a link."""


def mark_input(path: str, passed_over: frozenset[str] = NEVER_READ) -> list[str]:
    """Return the marks of a file, or of all files of a folder; of what is not there, that it is not.

    Raises:
        Doubtful: something in the folder is a link or no plain file.
        OSError: it cannot be listed.
    """
    real = os.path.realpath(path)
    if os.path.isdir(real):
        return [f"folder {path} {real}", *_mark_tree(real, passed_over, plain=True)]
    if not os.path.lexists(path):
        return [f"nothing {path} {real}"]
    return [f"file {path} {real} {_mark(os.stat(real))}"]


def mark_output(folder: str) -> list[str]:
    """Return the marks of every file of a published folder, and of the folder itself.

    Raises:
        OSError: it is not there, or cannot be listed.
    """
    return [f"output {os.path.realpath(folder)} {os.stat(folder).st_ino}", *_mark_tree(folder, frozenset())]


def mark_files(paths: list[str]) -> list[str]:
    """Return the mark of each file.

    Raises:
        OSError: one is not there.
    """
    return [f"{path} {_mark(os.stat(path))}" for path in paths]


def mark_imports(folder: str) -> list[str]:
    """Return the names in a folder that Python imports from, and the marks of what says which versions are installed.

    Raises:
        OSError: it is there, but cannot be listed.
    """
    if not os.path.isdir(folder):
        return mark_input(folder)
    marks = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_METADATA):
                marks.append(f"{entry.name} {_mark(entry.stat())}")
            elif _is_importable(entry):
                marks.append(entry.name)
    return [f"imports {folder}", *sorted(marks)]


def _is_importable(entry: "os.DirEntry[str]") -> bool:
    if entry.name.endswith(_MODULES):
        return True
    # A folder without this file is imported only where nothing else of its name is there.
    return "." not in entry.name and os.path.exists(f"{entry.path}/__init__.py")


def _mark_tree(root: str, passed_over: frozenset[str], *, plain: bool = False) -> list[str]:
    """Return the names of all folders below one and the marks of all files, sorted; ``plain`` allows no others."""
    marks: list[str] = []
    folders = [""]
    while folders:
        inner = folders.pop()
        # By its number rather than its path: the system need not look up the whole path for each file.
        number = os.open(f"{root}/{inner}", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            with os.scandir(number) as entries:
                for entry in entries:
                    path = f"{inner}{entry.name}"
                    if not entry.is_dir(follow_symlinks=False):
                        status = entry.stat(follow_symlinks=False)
                        if plain and not stat.S_ISREG(status.st_mode):
                            raise Doubtful(f"{path} in {root} is no plain file")
                        marks.append(f"{path} {_mark(status)}")
                    elif entry.name not in passed_over:
                        folders.append(f"{path}/")
                        marks.append(f"{path}/")
        finally:
            os.close(number)
    marks.sort()
    return marks


def _mark(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"

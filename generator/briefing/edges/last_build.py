"""The gate of `briefing build`: what the last build said, where nothing that it reads or wrote has changed since.

It comes before everything else that the program imports, and imports as good as nothing itself. Only a state that is
whole, and of the same words, program and surroundings, counts; at the least doubt there is no answer, and everything
is built as if there were no gate. `edges/build_record.py` writes the state.
"""

import os
import sys
import time
from hashlib import sha256

from briefing.edges.file_marks import COMPILED, Doubtful, mark_files, mark_imports, mark_input, mark_output

FOLDER = ".briefing/build"
VERSION = "briefing build 1"
NOTHING_CHANGED = "nothing has changed since the last build: {out} is as it was\n"
_LARGEST = 8 * 1024 * 1024
"""Bytes of a state that are read: a thousand paths and many pages of warnings."""
_DIGEST_BYTES = 32
_OPTIONS = ("--data", "--as-of", "--out", "--site-url")
_SURROUNDINGS = (
    "GIT_CEILING_DIRECTORIES",
    "LANG",
    "LANGUAGE",
    "HOME",
    "TZ",
    "SOURCE_DATE_EPOCH",
    "NO_COLOR",
    "FORCE_COLOR",
)
_SURROUNDING_GROUPS = ("LC_", "PYTHON", "MKDOCS", "BRIEFING")
"""What a build may go by in its environment; settings that read more of it (`!ENV`) leave no state."""
PROGRAM = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""The folder of the package `briefing`."""
_UTF8 = ("utf-8", "utf8")

Saying = tuple[str, str]
"""What a build said: `out` or `err` for the stream, and a text."""


class BuildRequest:
    """A `briefing build` that somebody asked for, and since when: what is changed from then on, it may have missed.

    ``clean`` tells that it is to build in any case.
    """

    def __init__(self, options: dict[str, str], *, clean: bool) -> None:
        self.started = time.time_ns()
        self.ticks = time.monotonic_ns()
        self.clean = clean
        self.data = options.get("--data", "data")
        self.out = options.get("--out", "site")
        self.folder = os.getcwd()
        # What a build loads may add to it.
        self.imports = [folder or self.folder for folder in sys.path]
        self.key = _key([f"{name} {options.get(name)}" for name in _OPTIONS], self.folder)
        self.places = self.find_places()

    @property
    def project(self) -> str:
        """The folder that the data folder lies in, as `edges/pages.py` has it."""
        return os.path.realpath(os.path.dirname(os.path.normpath(os.path.join(self.folder, self.data))))

    @property
    def usual_inputs(self) -> list[str]:
        """What every build reads, or looks whether it is there: the data, and beside them pages and settings."""
        return [os.path.join(self.folder, self.data), f"{self.project}/docs", f"{self.project}/mkdocs.yml"]

    def find_places(self) -> list[str]:
        """Return where these really lie and which they are, as far as they are there."""
        return [f"{os.path.realpath(path)} {_inode(path)}" for path in self.usual_inputs]


class BuildState:
    """What a build was made from and what it said: settings and folders, what is installed, a digest of all marks.

    ``seen`` is that digest, ``inputs`` are files and folders, ``installed`` files of packages.
    """

    def __init__(self, seen: str, inputs: list[str], installed: list[str], sayings: list[Saying]) -> None:
        self.seen = seen
        self.inputs = inputs
        self.installed = installed
        self.sayings = sayings


def read_request(words: list[str]) -> BuildRequest | None:
    """Return the build that these words of a command line ask for; None for all else, and for any doubtful word."""
    if words[:1] != ["build"] or not _speaks_utf8():
        return None
    options: dict[str, str] = {}
    rest = iter(words[1:])
    clean = False
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--clean":
            clean = True
            continue
        if name not in _OPTIONS or name in options:
            return None
        options[name] = value if equals else next(rest, "")
        if not _is_usual(options[name]):
            return None
    try:
        return BuildRequest(options, clean=clean)
    except OSError:  # the working folder is gone
        return None


def _inode(path: str) -> int:
    return os.stat(path).st_ino if os.path.exists(path) else 0


def _speaks_utf8() -> bool:
    """Whether names and all that is said are UTF-8: with other letters words mean something else."""
    if sys.stdout is None or sys.stderr is None:
        return False
    encodings = (sys.getfilesystemencoding(), sys.stdout.encoding, sys.stderr.encoding)
    return all((encoding or "").lower() in _UTF8 for encoding in encodings)


def _is_usual(value: str) -> bool:
    """Whether the value of an option means the same to everybody: no option, no way up, no bytes that are no text."""
    return value.isprintable() and not value.startswith("-") and ".." not in value and value != ""


def _key(options: list[str], folder: str) -> str:
    """Return what a build's state is called: a digest of the words, the program and its surroundings."""
    environment = [f"{name}={value}" for name, value in sorted(os.environ.items()) if _is_read(name)]
    python = [sys.version, sys.executable, repr(sys.flags), repr(sys.warnoptions), *sys.path]
    parts = [VERSION, PROGRAM, folder, *options, *environment, *python]
    return digest(parts)[:32]


def _is_read(name: str) -> bool:
    return name in _SURROUNDINGS or name.startswith(_SURROUNDING_GROUPS)


def digest(parts: list[str]) -> str:
    """Return a digest of texts, which may be names of files."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def recall_build(request: BuildRequest) -> list[Saying] | None:
    """Return what the last build said, if it was the one asked for and nothing has changed since; otherwise None."""
    if request.clean:
        return None
    try:
        state = _read_state(f"{request.project}/{FOLDER}", request.key)
        if state is None or _is_being_written(request.out):
            return None
        seen = digest_of_marks(request, state.inputs, state.installed)
    except (OSError, Doubtful):
        return None
    if seen != state.seen:
        return None
    return state.sayings


def repeat_sayings(sayings: list[Saying], out: str) -> None:
    """Say what the last build said, on the same streams, and that there is nothing else to say.

    Raises:
        OSError: a stream is full or closed.
    """
    for name, text in [*sayings, ("err", NOTHING_CHANGED.format(out=out))]:
        stream = sys.stdout if name == "out" else sys.stderr
        stream.write(text)
        stream.flush()


def digest_of_marks(request: BuildRequest, inputs: list[str], installed: list[str]) -> str:
    """Return a digest of the marks of all that a build reads, of the program, and of what it has published.

    Raises:
        Doubtful: they do not tell.
        OSError: a file that belongs there cannot be looked at.
    """
    marks = mark_program(request)
    for path in inputs:
        marks += mark_input(path)
    return digest([*marks, *mark_files(installed), *mark_output(request.out)])


def mark_program(request: BuildRequest) -> list[str]:
    """Return the marks of our own files and of what says which packages are installed; raises as the above does."""
    marks = mark_input(PROGRAM, COMPILED)
    for folder in request.imports:
        marks += mark_imports(folder)
    return marks


def _is_being_written(out: str) -> bool:
    """Whether a build writes there now, or was killed and left its workshop."""
    real = os.path.realpath(out)
    folder, name = os.path.split(real)
    return any(os.path.lexists(f"{folder}/.{name}.{end}") for end in ("lock", "briefing"))


def _read_state(folder: str, key: str) -> BuildState | None:
    """Return the state of a build, or None where there is none, or none that is as it was written."""
    # The folders have to be our own, as for all that is kept there.
    if os.path.islink(folder) or os.path.islink(os.path.dirname(folder)):
        return None
    # Without waiting: there may be a pipe in its place.
    handle = os.open(f"{folder}/{key}", os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        entry = os.read(handle, _LARGEST)
    finally:
        os.close(handle)
    content = entry[_DIGEST_BYTES:]
    if sha256(content).digest() != entry[:_DIGEST_BYTES]:
        return None
    return parse_state(content)


def render_state(state: BuildState) -> bytes:
    """Return a state as it is kept: its rows of texts, the number of texts before each."""
    sayings: list[str] = []
    for saying in state.sayings:
        sayings += saying
    texts = [VERSION, state.seen]
    for row in (state.inputs, state.installed, sayings):
        texts += [str(len(row)), *row]
    return "\0".join(texts).encode("utf-8", "surrogatepass")


def parse_state(content: bytes) -> BuildState | None:
    """Return the state that ``render_state`` wrote, or None for anything else."""
    try:
        version, seen, *texts = content.decode("utf-8", "surrogatepass").split("\0")
        rows = []
        for _ in range(3):
            count = int(texts[0])
            rows.append(texts[1 : count + 1])
            texts = texts[count + 1 :]
        inputs, installed, sayings = rows
        pairs = list(zip(sayings[::2], sayings[1::2], strict=True))
    except (ValueError, IndexError):
        return None
    if version != VERSION:
        return None
    return BuildState(seen, inputs, installed, pairs)

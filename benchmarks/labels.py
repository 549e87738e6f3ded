"""The catalogue of labels beside gettext, on the labels that the pages of a briefing really ask for.

`python -m benchmarks.labels --save` writes `labels.md`. The same English table is compiled to a catalogue of gettext by
babel, so that all that differs is who looks a label up.
"""

import argparse
import gettext
import importlib
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.support import Translations

from benchmarks.table import machine_line, row
from briefing.edges.disk import read_tree
from briefing.pipeline import prepare
from briefing.views.base.context import open_context
from briefing.views.labels import english
from briefing.views.labels.catalogue import Labels, labels_for
from briefing.views.labels.english import ENGLISH
from briefing.views.site import view_site

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "labels.md"
PACKAGE = HERE.parent / "generator" / "briefing"
KEYWORDS: Mapping[str, None] = dict.fromkeys(("say", "say_all", "count", "label"))
"""What a program that extracts labels would be told to look for, in modules and in templates."""
METHODS = [("**.py", "python"), ("**.jinja", "jinja2")]
RUNS = 5

Request = tuple[str, tuple[tuple[str, object], ...]]
"""A label that a page asks for: its key, and the values to fill in."""
Say = Callable[..., str]
"""Returns a label by its key, filled in with values."""


@dataclass(frozen=True, slots=True)
class RecordingLabels(Labels):
    """Notes every label that views ask for."""

    requests: list[Request] = field(default_factory=list)

    def say(self, key: str, **values: object) -> str:
        """Return a label as ever, and note the request."""
        self.requests.append((key, tuple(values.items())))
        return Labels.say(self, key, **values)


@dataclass(frozen=True, slots=True)
class Speed:
    """How long a way of looking up takes to load its table, and to answer all requests once."""

    name: str
    load: float
    answer: float


def record_requests(data: Path) -> list[Request]:
    """Return every label that the pages of a briefing ask for, in their order."""
    sources, _ = read_tree(data)
    dataset = prepare(sources).dataset
    if dataset is None:
        raise SystemExit(f"{data} has errors: briefing check names them")
    context = open_context(dataset)
    labels = RecordingLabels(context.labels.language, context.labels.table)
    view_site(replace(context, labels=labels))
    return labels.requests


def compile_catalogue(table: Mapping[str, str]) -> bytes:
    """Return a table as a compiled catalogue of gettext; both forms of a plural are one message."""
    catalogue = Catalog(locale="en")
    for key, text in table.items():
        base, _, form = key.rpartition(".")
        if form == "one" and f"{base}.other" in table:
            catalogue.add((base, f"{base}.other"), (text, table[f"{base}.other"]))
        elif form != "other" or f"{base}.one" not in table:
            catalogue.add(key, text)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def say_with(translations: gettext.NullTranslations, plurals: frozenset[str]) -> Say:
    """Return the function that gives labels out of a catalogue of gettext as ``Labels.say`` does out of ours."""

    def say(key: str, **values: object) -> str:
        number = values.get("n")
        if isinstance(number, int) and key in plurals:
            return translations.ngettext(key, f"{key}.other", number).format_map(values)
        text = translations.gettext(key)
        return text.format_map(values) if values else text

    return say


def measure(requests: Sequence[Request]) -> Iterator[Speed]:
    """Yield the speeds of our tables, of the gettext of Python, and of babel's."""
    compiled = compile_catalogue(ENGLISH)
    plurals = frozenset(key.removesuffix(".one") for key in ENGLISH if key.endswith(".one"))
    yield Speed("our tables", _time(_reload_tables), _time_all(labels_for("en").say, requests))
    readers: dict[str, Callable[[io.BytesIO], gettext.NullTranslations]] = {
        "gettext": gettext.GNUTranslations,
        "babel": Translations,
    }
    for name, reader in readers.items():
        load = _time(partial(_read_catalogue, reader, compiled))
        yield Speed(name, load, _time_all(say_with(_read_catalogue(reader, compiled), plurals), requests))


def _read_catalogue(
    reader: Callable[[io.BytesIO], gettext.NullTranslations], compiled: bytes
) -> gettext.NullTranslations:
    return reader(io.BytesIO(compiled))


def _reload_tables() -> None:
    # Only the tables: english.py also asks the rules for theirs, whoever looks labels up.
    for path in sorted(Path(english.__file__).parent.glob("english_*.py")):
        importlib.reload(importlib.import_module(f"briefing.views.labels.{path.stem}"))


def _time_all(say: Say, requests: Iterable[Request]) -> float:
    prepared = [(key, dict(values)) for key, values in requests]

    def answer() -> None:
        for key, values in prepared:
            say(key, **values)

    return _time(answer)


def _time(step: Callable[[], object]) -> float:
    """Return the median of the seconds that a step takes."""
    seconds: list[float] = []
    for _ in range(RUNS):
        start = perf_counter()
        step()
        seconds.append(perf_counter() - start)
    return median(seconds)


def find_extracted() -> frozenset[str]:
    """Return the keys that a program would find in modules and templates, as translators' tools need them."""
    keys: set[str] = set()
    # Elsewhere `count` is the method of texts and bytes, on which the extractor fails.
    for folder in (PACKAGE / "views", PACKAGE / "render" / "templates"):
        for _, _, message, _, _ in extract_from_dir(folder, METHODS, keywords=KEYWORDS):
            keys.update([message] if isinstance(message, str) else filter(None, message))
    return frozenset(keys)


def report(requests: Sequence[Request], speeds: Iterable[Speed]) -> Iterator[str]:
    """Yield the lines of the report."""
    yield "# Labels beside gettext\n"
    yield "`python -m benchmarks.labels --save`; medians of five runs, on processors that other work may keep busy.\n"
    yield f"{machine_line()}\n"
    yield row(("lookup", "ms, load", "ms, all views", "µs, a label"))
    yield row(("---", "---:", "---:", "---:"))
    for speed in speeds:
        label = speed.answer / len(requests)
        yield row((speed.name, f"{speed.load * 1e3:.2f}", f"{speed.answer * 1e3:.0f}", f"{label * 1e6:.2f}"))
    yield ""
    for name, count in count_facts(requests).items():
        yield f"- {name}: {count:,}"


def count_facts(requests: Sequence[Request]) -> dict[str, int]:
    """Return what the decision weighs beside speed."""
    shared = Counter(ENGLISH.values())
    bases = {key.removesuffix(".one").removesuffix(".other") for key in ENGLISH}
    return {
        "labels": len(ENGLISH),
        "labels in two forms, by number": sum(key.endswith(".one") for key in ENGLISH),
        "labels whose English another label has as well": sum(count for count in shared.values() if count > 1),
        "keys that stand in the source as such, for a program to extract": len(bases & find_extracted()),
        "keys in all, both forms of a label as one": len(bases),
        "labels that the views of all pages ask for": len(requests),
        "bytes, compiled catalogue": len(compile_catalogue(ENGLISH)),
    }


def main() -> None:
    """Measure, print, and save where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parent / "data")
    parser.add_argument("--save", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    requests = record_requests(options.data)
    text = "\n".join(report(requests, measure(requests))) + "\n"
    print(text)
    if options.save:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

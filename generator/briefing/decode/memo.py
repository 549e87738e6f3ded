"""What decoding made of every file, kept by the caller from one run to the next.

A file is decoded anew where it has changed, where it had findings (their hints look at everything), and where it
mentions a record that has changed in a way that others see. All else is what it was, as the same object.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from briefing.decode.reading.content import Content, Fields, Findings, ScalarText
from briefing.decode.reading.raw_data import RawRecord
from briefing.decode.references.index import Index
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.model.records import Article, Publisher
from briefing.model.registry import Registry

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _StepResult:
    """What one step made of one file, and what it reported."""

    record: RawRecord
    result: Any
    findings: tuple[Diagnostic, ...]

    def is_of(self, record: RawRecord) -> bool:
        """Return whether a record is the one that the step has seen."""
        seen = self.record
        # Unchanged files keep their fields as the same object.
        return seen.fields is record.fields and (seen.whole, seen.folder) == (record.whole, record.folder)


@dataclass(slots=True)
class DecodeMemo:
    """Results of every step by path, and what they were decoded against; empty at first.

    ``changed`` are the ids of this run of which other files may now say something else.
    """

    results: dict[tuple[str, str], _StepResult] = field(default_factory=dict)
    """What the last run made, by step and path."""
    current: dict[tuple[str, str], _StepResult] = field(default_factory=dict)
    """What this run has made so far."""
    texts: dict[str, tuple[Fields, str]] = field(default_factory=dict)
    """All words of a file, by path, in which mentions are searched for."""
    registry: Registry | None = None
    index: Index | None = None
    articles: Mapping[Any, Article] = field(default_factory=dict)
    publishers: Mapping[Any, Publisher] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    def begin(self, registry: Registry) -> None:
        """Start a run; another registry leaves nothing as it was."""
        if self.registry != registry:
            self.results = {}
            self.index = None
        self.registry = registry
        self.current = {}
        self.changed = set()

    def end(self) -> None:
        """Forget files that are gone."""
        self.results, self.current = self.current, {}
        paths = {path for _, path in self.results}
        self.texts = {path: text for path, text in self.texts.items() if path in paths}

    def once(
        self,
        step: str,
        record: RawRecord,
        make: Callable[[RawRecord, Findings], T],
        findings: Findings,
        *,
        alone: bool = False,
    ) -> T:
        """Return what a step makes of a file, as it was if nothing that it reads has changed.

        A step that reads the file ``alone`` is never wrong about it.
        """
        key = (step, record.path)
        before = self.results.get(key)
        if before is not None and self._may_reuse(before, record, alone=alone):
            step_result = before
        else:
            step_result = _run_step(record, make, before)
        self.current[key] = step_result
        findings.extend(step_result.findings)
        made: T = step_result.result
        return made

    def _may_reuse(self, before: _StepResult, record: RawRecord, *, alone: bool) -> bool:
        """Return whether a step would make of a file what it made in the last run."""
        if not before.is_of(record):
            return False
        return alone or self._still_holds(before)

    def _still_holds(self, step_result: _StepResult) -> bool:
        """Return whether a step would make the same of a file that has not changed itself."""
        if step_result.findings:
            return False
        return not self.changed or not self._mentions_changed(step_result.record)

    def _mentions_changed(self, record: RawRecord) -> bool:
        """Return whether a file is about a changed record, or names one anywhere in its texts."""
        if record.id in self.changed:
            return True
        text = self._text_of(record)
        # A name within a longer word counts, too: decoding once too often costs time alone.
        return any(name in text for name in self.changed)

    def _text_of(self, record: RawRecord) -> str:
        fields, text = self.texts.get(record.path, (None, ""))
        if fields is not record.fields:
            text = "\n".join(_words(record.fields))
            self.texts[record.path] = (record.fields, text)
        return text

    def see_index(self, index: Index) -> None:
        """Note whose ids or claims have come, gone or changed."""
        before, self.index = self.index, index
        if before is not None:
            self.changed.update(_changed_ids(before, index))
            self.changed.update(_holders_of_changed_claims(before.claims, index.claims))

    def see_publishers(self, publishers: Mapping[Any, Publisher]) -> None:
        """Note which publishers are not what they were."""
        self.changed.update(_different(self.publishers, publishers))
        self.publishers = publishers

    def see_articles(self, articles: Mapping[Any, Article]) -> dict[Any, Article]:
        """Note which articles are not what they were, and which cite those: their origin counts.

        Returned are the articles, those that are equal to what they were as the objects that they were.
        """
        shared = {name: _same_if_equal(self.articles.get(name), article) for name, article in articles.items()}
        different = set(_different(self.articles, shared))
        self.changed |= different
        if different:
            self.changed.update(_citing(shared.values(), different))
        self.articles = shared
        return shared


def _changed_ids(before: Index, after: Index) -> Iterator[str]:
    """Yield the ids that have come or gone, or whose files hide something now or did so before."""
    for name in ("subjects", "articles", "publishers", "stray", "open_holders", "faulty"):
        for changed in getattr(before, name) ^ getattr(after, name):
            # Faulty claims stand as holder#claim: whoever leans on the claim names its holder.
            yield changed.partition("#")[0]


def _holders_of_changed_claims(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    """Yield the files whose claims have come, gone or other parts than before."""
    if before == after:
        return
    for key in before.keys() | after.keys():
        if before.get(key) != after.get(key):
            yield key.partition("#")[0]


def _citing(articles: Iterable[Article], cited_ids: set[str]) -> Iterator[str]:
    """Yield the articles that cite one of ``cited_ids``."""
    for article in articles:
        own_citations = (cited.id for cited in article.cites)
        if not cited_ids.isdisjoint(own_citations):
            yield article.id


def _same_if_equal(before: Article | None, after: Article) -> Article:
    """Return the old object where nothing has changed, so that a look at its identity tells so."""
    if before is not None and before == after:
        return before
    return after


def _different(before: Mapping[Any, T], after: Mapping[Any, T]) -> Iterator[str]:
    """Yield the names of records that are not the same objects as before."""
    for name in {**before, **after}:
        if before.get(name) is not after.get(name):
            yield name


def _run_step(
    record: RawRecord, make: Callable[[RawRecord, Findings], object], before: _StepResult | None
) -> _StepResult:
    """Return what a step makes of a file, with all parts that are as before as the objects that they were."""
    reported: Findings = []
    result = make(record, reported)
    return _StepResult(record, _share_with(before, result), tuple(reported))


def _share_with(before: _StepResult | None, result: Any) -> Any:
    """Return a result whose equal parts are the objects that they were: later steps compare by identity."""
    if before is None:
        return result
    if isinstance(result, tuple) and isinstance(before.result, tuple):
        return _share_parts(before.result, result)
    if before.result == result:
        return before.result
    return result


def _share_parts(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return parts, such as claims, with the old object for each that is equal to it."""
    by_key = {getattr(part, "key", None): part for part in before}
    parts: list[Any] = []
    for part in after:
        old = by_key.get(getattr(part, "key", None))
        parts.append(old if old == part else part)
    return tuple(parts)


def _words(content: Content) -> Iterator[str]:
    """Yield every text of a file."""
    if isinstance(content, ScalarText):
        yield content.text
    elif isinstance(content, Fields):
        for inner in content.values.values():
            yield from _words(inner)
    else:
        for item in content:
            yield from _words(item)

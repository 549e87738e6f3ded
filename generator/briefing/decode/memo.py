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
class _Known:
    record: RawRecord
    result: Any
    findings: tuple[Diagnostic, ...]

    def is_of(self, record: RawRecord) -> bool:
        mine = self.record
        return mine.fields is record.fields and mine.whole == record.whole and mine.folder == record.folder


@dataclass(slots=True)
class DecodeMemo:
    """Results of every step by path, and what they were decoded against; empty at first.

    ``changed`` are the ids of this run of which other files may now say something else.
    """

    known: dict[tuple[str, str], _Known] = field(default_factory=dict)
    fresh: dict[tuple[str, str], _Known] = field(default_factory=dict)
    texts: dict[str, tuple[Fields, str]] = field(default_factory=dict)
    registry: Registry | None = None
    index: Index | None = None
    articles: Mapping[Any, Article] = field(default_factory=dict)
    publishers: Mapping[Any, Publisher] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    def begin(self, registry: Registry) -> None:
        """Start a run; another registry leaves nothing as it was."""
        if self.registry != registry:
            self.known, self.index = {}, None
        self.registry, self.fresh, self.changed = registry, {}, set()

    def end(self) -> None:
        """Forget files that are gone."""
        self.known, self.fresh = self.fresh, {}
        paths = {path for _, path in self.known}
        self.texts = {path: one for path, one in self.texts.items() if path in paths}

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
        known = self.known.get(key)
        if known is None or not known.is_of(record) or not (alone or self._stands(known)):
            own: Findings = []
            known = _Known(record, _kept(known, make(record, own)), tuple(own))
        self.fresh[key] = known
        findings.extend(known.findings)
        found: T = known.result
        return found

    def _stands(self, known: _Known) -> bool:
        return not known.findings and not (self.changed and self._mentions(known.record))

    def _mentions(self, record: RawRecord) -> bool:
        fields, text = self.texts.get(record.path, (None, ""))
        if fields is not record.fields:
            text = "\n".join(_words(record.fields))
            self.texts[record.path] = (record.fields, text)
        return record.id in self.changed or any(name in text for name in self.changed)

    def see_index(self, index: Index) -> None:
        """Note whose ids or claims have come, gone or changed."""
        before, self.index = self.index, index
        if before is None:
            return
        for name in ("subjects", "articles", "publishers", "stray", "open_holders", "faulty"):
            ids = getattr(before, name) ^ getattr(index, name)
            self.changed.update(one.partition("#")[0] for one in ids)
        if before.claims != index.claims:
            both = before.claims.keys() | index.claims.keys()
            keys = (one for one in both if before.claims.get(one) != index.claims.get(one))
            self.changed.update(key.partition("#")[0] for key in keys)

    def see_publishers(self, publishers: Mapping[Any, Publisher]) -> None:
        """Note which publishers are not what they were."""
        self.changed.update(_different(self.publishers, publishers))
        self.publishers = publishers

    def see_articles(self, articles: Mapping[Any, Article]) -> dict[Any, Article]:
        """Note which articles are not what they were, and which cite those: their origin counts.

        Returned are the articles, those that are equal to what they were as the objects that they were.
        """
        articles = {name: _kept_article(self.articles.get(name), one) for name, one in articles.items()}
        different = set(_different(self.articles, articles))
        self.changed |= different
        self.changed.update(
            one.id for one in articles.values() if different and any(cited.id in different for cited in one.cites)
        )
        self.articles = articles
        return articles


def _kept_article(before: Article | None, after: Article) -> Article:
    return before if before is not None and before == after else after


def _different(before: Mapping[Any, T], after: Mapping[Any, T]) -> Iterator[str]:
    return (one for one in {**before, **after} if before.get(one) is not after.get(one))


def _kept(known: _Known | None, result: Any) -> Any:
    """Return a result whose equal parts are the objects that they were."""
    if known is None:
        return result
    if isinstance(result, tuple) and isinstance(known.result, tuple):
        before = {getattr(one, "key", None): one for one in known.result}
        return tuple(old if (old := before.get(getattr(one, "key", None))) == one else one for one in result)
    return known.result if known.result == result else result


def _words(content: Content) -> Iterable[str]:
    if isinstance(content, ScalarText):
        yield content.text
        return
    for one in content.values.values() if isinstance(content, Fields) else content:
        yield from _words(one)

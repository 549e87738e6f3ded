"""What a rule sees: the linked dataset with what has been made of it, for all rules that ask."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from briefing.dataset.linked.exchange_rates import Rates
from briefing.dataset.linked.records import Dataset
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, SubjectId

T = TypeVar("T")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class RuleContext:
    """The dataset, its exchange rates, and the day that counts as today.

    Of a part of a dataset ``whole`` is all of it: what is looked up is found there, what is gone through is the part.
    """

    data: Dataset
    rates: Rates
    today: date
    whole: "RuleContext | None" = None
    _made: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _from_records: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _of: dict[object, Any] = field(default_factory=lambda: defaultdict(dict), init=False, repr=False, compare=False)

    @property
    def entire(self) -> "RuleContext":
        """All of the dataset, of which this may be a part."""
        return self.whole or self

    def cached(self, make: Callable[["RuleContext"], T]) -> T:
        """Return what ``make`` makes of this world; it is made once, however many rules ask."""
        try:
            made: T = self._made[make]
        except KeyError:
            made = self._made[make] = make(self)
        return made

    def cached_of(self, make: Callable[["RuleContext", K], T], record: K) -> T:
        """Return what ``make`` makes of one slot or claim, and of nothing that changes without it; made once."""
        cache: dict[int, tuple[K, T]] = self.entire._of[make]
        try:
            return cache[id(record)][1]
        except KeyError:
            made = make(self, record)
            # The record is kept, too: its id would else go to another object once it is gone.
            cache[id(record)] = record, made
            return made

    def cached_of_each(self, make: Callable[["RuleContext", K], T], records: Iterable[K]) -> Iterator[T]:
        """Yield what ``make`` makes of each of some slots or claims, as `cached_of` does."""
        for record in records:
            yield self.cached_of(make, record)

    def adopt_things(self, before: "RuleContext", gone: Iterable[object]) -> None:
        """Take over what was made of single things of the world before, but for those that are gone or changed."""
        for make, cache in before._of.items():
            self._of[make] = dict(cache)
            for record in gone:
                self._of[make].pop(id(record), None)

    def store(self, make: Callable[["RuleContext"], T], made: T) -> None:
        """Take over what was made of the world before, and brought up to date."""
        self._made[make] = made

    def cached_from_records(self, make: Callable[["RuleContext"], T]) -> T:
        """Return what ``make`` makes of nothing but the records of this world's subjects; it is made once."""
        if make not in self._from_records:
            self._from_records[make] = make(self)
        made: T = self._from_records[make]
        return made

    def adopt_records(self, before: "RuleContext", makers: Iterable[Callable[..., object]] | None = None) -> None:
        """Take over what was made of the records of the world before, or what some makers made, who see no change."""
        for make in before._from_records if makers is None else makers:
            if make in before._from_records:
                self._from_records[make] = before._from_records[make]

    def name(self, subject: SubjectId) -> str:
        """Return the name of a subject for a message."""
        record = self.data.subjects.get(subject)
        return record.name.display if record else subject

    def article(self, claim: Claim) -> str:
        """Return the name of the publisher of a claim's article, else the article's id."""
        return self.publisher_of(claim.article)

    def publisher_of(self, article: ArticleId) -> str:
        """Return the name of the publisher of an article, else the article's id."""
        publisher_id = self.data.articles[article].publisher
        if publisher_id is None:
            return article
        publisher = self.data.publishers.get(publisher_id)
        # A publisher without a record is reported by the check of the data; here its article still needs a name.
        return article if publisher is None else publisher.name.display

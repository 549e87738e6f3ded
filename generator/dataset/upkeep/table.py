"""Every look after the editors' own work, in the order in which its findings are listed."""

from collections.abc import Callable, Iterator

from generator.dataset.records import Dataset
from generator.dataset.upkeep.answered_outcomes import find_answered_outcomes
from generator.dataset.upkeep.idle_judgements import find_idle_judgements
from generator.dataset.upkeep.near_names import find_near_names, find_undeclared_lines
from generator.dataset.upkeep.outdated_texts import find_outdated_texts
from generator.dataset.upkeep.times import find_articles_after_today, find_missing_rates
from generator.diagnostics.diagnostic import Diagnostic

_LOOKS: tuple[Callable[[Dataset], Iterator[Diagnostic]], ...] = (
    find_outdated_texts,
    find_answered_outcomes,
    find_near_names,
    find_undeclared_lines,
    find_articles_after_today,
    find_missing_rates,
    find_idle_judgements,
)


def find_upkeep(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield what editors should look at again; ``dataset`` has its conflicts already."""
    for look in _LOOKS:
        yield from look(dataset)

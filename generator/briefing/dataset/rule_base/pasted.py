"""Lines of YAML that an editor may paste into a fact file, and where that file lies."""

from collections.abc import Mapping

from briefing.dataset.linked.records import Dataset
from briefing.model.records import Subject
from briefing.source.quoting import quote_scalar


def source_path(dataset: Dataset, subject: Subject) -> str:
    """Return the path of a subject's fact file within the data folder."""
    return dataset.registry.kinds[subject.kind].source_path(subject.id)


def flow_mapping(fields: Mapping[str, str]) -> str:
    """Return a mapping on one line: ``{attribute: milestone, milestone: opening}``."""
    entries = [f"{name}: {quote_scalar(value)}" for name, value in fields.items()]
    return f"{{{', '.join(entries)}}}"

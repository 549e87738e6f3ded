"""Judgements without a digest of the claims they were made on, given one; one that is there is never replaced."""

from collections.abc import Iterator
from collections.abc import Mapping as MappingType

from briefing.dataset.comparing.judged_digest import digest_judgement
from briefing.dataset.linked.records import Dataset
from briefing.model.records import Subject
from briefing.source.insert import insert_entry
from briefing.source.nodes import Mapping, Sequence
from briefing.source.parse import parse_document


def note_seen(sources: MappingType[str, bytes], dataset: Dataset) -> dict[str, bytes]:
    """Return the files of ``sources`` that changed: every judgement in them has its digest now."""
    changed: dict[str, bytes] = {}
    for subject in dataset.subjects.values():
        missing = [number for number, one in enumerate(subject.judgements) if one.seen is None]
        if missing:
            path = dataset.registry.kinds[subject.kind].source_path(subject.id)
            changed[path] = _with_digests(path, sources[path], subject, missing, dataset)
    return changed


def _with_digests(path: str, content: bytes, subject: Subject, numbers: list[int], dataset: Dataset) -> bytes:
    text = content.decode("utf-8")
    # From the last to the first, so that the places of those still to come stay true.
    for number, mapping in reversed(list(_judgement_nodes(path, content))):
        if number in numbers:
            text = insert_entry(text, mapping, "seen", digest_judgement(dataset, subject.judgements[number]))
    return text.encode()


def _judgement_nodes(path: str, content: bytes) -> Iterator[tuple[int, Mapping]]:
    root, _ = parse_document(path, content)
    judgements = root.get("judgements") if isinstance(root, Mapping) else None
    items = judgements.items if isinstance(judgements, Sequence) else ()
    for number, item in enumerate(items):
        if isinstance(item, Mapping):
            yield number, item

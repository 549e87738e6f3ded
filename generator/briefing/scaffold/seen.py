"""The digest in a judgement of the claims it was made on: written where it is missing, never replaced.

By the digest a judgement is known to be about other claims than those of today.
"""

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
        missing = [number for number, judgement in enumerate(subject.judgements) if judgement.seen is None]
        if not missing:
            continue
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
    """Yield the judgements as they stand in a file, numbered as the subject has them."""
    root, _ = parse_document(path, content)
    if not isinstance(root, Mapping):
        return
    judgements = root.get("judgements")
    if not isinstance(judgements, Sequence):
        return
    for number, item in enumerate(judgements.items):
        if isinstance(item, Mapping):
            yield number, item

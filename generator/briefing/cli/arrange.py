"""What ``fmt`` writes and ``check --layout`` compares with: data files in their canonical layout."""

from collections.abc import Mapping

from briefing.dataset.linked.records import Dataset
from briefing.pipeline import prepare
from briefing.scaffold.layout import lay_out
from briefing.scaffold.seen import note_seen


def find_drift(sources: Mapping[str, bytes], dataset: Dataset | None = None) -> dict[str, bytes]:
    """Return the files whose layout is not the canonical one, by path, with the content that they should have.

    Args:
        sources: all data files by path.
        dataset: what these very files were linked to, where a caller has it already.
    """
    arranged = _arrange_files(sources, dataset)
    return {path: content for path, content in arranged.items() if content != sources[path]}


def _arrange_files(sources: Mapping[str, bytes], dataset: Dataset | None) -> dict[str, bytes]:
    laid_out = lay_out(sources)
    # Judgements get a digest of the claims that they were made on; data with errors have no claims to digest.
    if dataset is None or laid_out != sources:
        dataset = prepare(laid_out).dataset
    if dataset is None:
        return laid_out
    return laid_out | note_seen(laid_out, dataset)

"""The style sheets of a site, pruned: as the last build had them, where nothing that decides about them changed."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from briefing.edges.content_cache import keep_one, recall_one
from briefing.edges.pages import project_of
from briefing.edges.program import program_digest
from briefing.finishing.styles import prune_styles
from briefing.finishing.vocabulary import Vocabulary

CACHE = Path(".briefing") / "styles"
_NAME_DIGITS = 32


def prune_site_styles(
    sheets: Mapping[str, str], vocabulary: Vocabulary, data_dir: Path, *, clean: bool = False
) -> dict[str, str]:
    """Return what ``prune_styles`` does, which is kept beside the data folder; ``clean`` works it out anew."""
    program = program_digest()
    if program is None:
        return prune_styles(sheets, vocabulary)
    folder = project_of(data_dir) / CACHE
    name = _digest_inputs(program, sheets, vocabulary)
    content = None if clean else recall_one(folder, name)
    if content is not None:
        # The cache has seen to it that these are the bytes that we kept.
        pruned: dict[str, str] = json.loads(content)
        return pruned
    pruned = prune_styles(sheets, vocabulary)
    keep_one(folder, name, json.dumps(pruned).encode())
    return pruned


def _digest_inputs(program: str, sheets: Mapping[str, str], vocabulary: Vocabulary) -> str:
    words = [sorted(vocabulary.classes), sorted(vocabulary.tags), sorted(vocabulary.properties)]
    switches = {name: sorted(values) for name, values in vocabulary.switches.items()}
    # The order of sheets is that of the cascade.
    inputs = json.dumps([program, list(sheets.items()), words, switches], sort_keys=True)
    return hashlib.sha256(inputs.encode()).hexdigest()[:_NAME_DIGITS]

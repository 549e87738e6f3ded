"""Data files in their canonical layout; comments and meaning stay."""

from collections.abc import Mapping

from briefing.decode.shapes.files import ROOT_FILES
from briefing.decode.shapes.key_orders import key_orders
from briefing.source.layout import KeyOrder, format_document

_FOLDERS = {"articles": "article", "publishers": "publisher"}


def lay_out(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return every file in canonical layout; a file with errors comes back as it was."""
    orders = key_orders()
    return {path: format_document(path, content, _order(path, orders)) for path, content in sources.items()}


def _order(path: str, orders: Mapping[str, tuple[tuple[str, ...], dict[str, tuple[str, ...]]]]) -> KeyOrder:
    # All other folders are of kinds, which a briefing may add to; their files have one form.
    kind = ROOT_FILES.get(path) or _FOLDERS.get(path.partition("/")[0], "subject")
    top, records = orders[kind]
    return KeyOrder(top=top, records=records, modeline=modeline(path, kind))


def modeline(path: str, kind: str) -> str:
    """Return the first line that tells an editor where the file's schema lies."""
    # The schemas lie beside the data folder.
    up = "../" * (path.count("/") + 1)
    return f"# yaml-language-server: $schema={up}schemas/{kind}.schema.json"

"""Which changes of a claim are of substance, and which only of its wording."""

from briefing.dataset.diff import FieldChange
from briefing.dataset.operations import WORDING_FIELDS
from briefing.model.registry import Registry
from briefing.model.values import NAME_MARK
from briefing.reports.history.renames import Renames


def is_substance(change: FieldChange, attribute: str, registry: Registry, renames: Renames) -> bool:
    """Tell whether a field of a claim on an attribute now says something else, and not the same in other words."""
    if change.field in WORDING_FIELDS or renames.text(change.was) == change.now:
        return False
    if change.field == "value" and change.was is not None and change.now is not None:
        return not _is_paraphrase(attribute, registry) and _fold(change.was) != _fold(change.now)
    return True


def _is_paraphrase(attribute: str, registry: Registry) -> bool:
    """Tell whether the values of an attribute are texts in our words, and no terms to choose from."""
    known = registry.attributes.get(attribute)
    return known is not None and known.values == ("text",) and not known.options


def _fold(text: str) -> str:
    """Return a value without its capitals and signs: a name may be spelled in several ways, and become an id."""
    return "".join(filter(str.isalnum, text.removeprefix(NAME_MARK).casefold()))

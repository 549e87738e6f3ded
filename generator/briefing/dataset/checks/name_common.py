"""name-common: an everyday word that links by itself, so that ordinary sentences lead to a subject they do not mean."""

from collections.abc import Iterator, Sequence

from briefing.dataset.linked.mentions import linking_names
from briefing.dataset.linked.name_forms import is_everyday
from briefing.dataset.linked.records import Slot
from briefing.diagnostics.diagnostic import Diagnostic, warning
from briefing.model.records import Subject


def find_name_common(subject: Subject, _slots: Sequence[Slot]) -> Iterator[Diagnostic]:
    """Yield every name that links by itself and is an everyday word, unless an editor asks for that link."""
    aliases = {alias.name: alias for alias in subject.aliases}
    for name in linking_names(subject):
        alias = aliases.get(name)
        if is_everyday(name) and not (alias and alias.asked):
            span = alias.span if alias and alias.span else subject.span
            message = f'"{name}" links to "{subject.id}" wherever a text has the word'
            yield warning("name-common", span, message, f'write {{name: "{name}", link: never}} among its aliases')

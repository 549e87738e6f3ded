"""name-common: an everyday word that links by itself, so that ordinary sentences lead to a subject they do not mean."""

from collections.abc import Iterator, Sequence

from briefing.dataset.linked.name_forms import is_everyday
from briefing.dataset.linked.name_index import linking_names
from briefing.dataset.linked.records import Slot
from briefing.diagnostics.diagnostic import Diagnostic, Span, warning
from briefing.model.records import Subject


def find_name_common(subject: Subject, _slots: Sequence[Slot]) -> Iterator[Diagnostic]:
    """Yield every name that links by itself and is an everyday word, unless an editor asks for that link."""
    aliases = {alias.name: alias for alias in subject.aliases}
    for name in filter(is_everyday, linking_names(subject)):
        alias = aliases.get(name)
        if alias is None:
            yield _common(subject, name, subject.span)
        elif not alias.asked:
            yield _common(subject, name, alias.span or subject.span)


def _common(subject: Subject, name: str, span: Span) -> Diagnostic:
    message = f'"{name}" links to "{subject.id}" wherever a text has the word'
    return warning("name-common", span, message, f'write {{name: "{name}", link: never}} among its aliases')

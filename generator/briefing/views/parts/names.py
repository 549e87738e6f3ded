"""The names of a subject as a reader needs them: both scripts, reading, short, former and other names, identifiers."""

from dataclasses import dataclass, replace

from briefing.model.records import FormerName, Name, Subject
from briefing.model.script import is_japanese
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.parts.article_links import article_link
from briefing.views.parts.date_words import date_label


@dataclass(frozen=True, slots=True)
class FormerNameRow:
    """A name that was given up, until when, and who says so."""

    name: Prose
    until: str
    source: PageLink | None


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number or code that registers know the subject by."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class NameBlock:
    """All names of a subject; texts that it lacks are empty."""

    english: str
    japanese: Prose
    reading: Prose
    aliases: tuple[Prose, ...]
    former: tuple[FormerNameRow, ...]
    identifiers: tuple[Identifier, ...]


def view_name_block(name: Name) -> NameBlock:
    """Return a name in both scripts."""
    return NameBlock(
        english=_english_beside(name),
        japanese=words(name.ja or "", "ja"),
        reading=words(name.reading or "", "ja"),
        aliases=(),
        former=(),
        identifiers=(),
    )


def _english_beside(name: Name) -> str:
    # The name that the subject goes by heads the page.
    if name.en == name.display:
        return ""
    return name.en


def view_names(context: Context, subject: Subject) -> NameBlock:
    """Return the names of a subject, none of them twice."""
    return replace(
        view_name_block(subject.name),
        aliases=_view_aliases(subject),
        former=tuple(_view_former(context, name) for name in subject.former_names),
        identifiers=_view_identifiers(context, subject),
    )


def _view_identifiers(context: Context, subject: Subject) -> tuple[Identifier, ...]:
    identifiers: list[Identifier] = []
    for scheme, value in subject.identifiers.items():
        label = context.labels.word("identifier", scheme)
        identifiers.append(Identifier(label, value))
    return tuple(identifiers)


def _view_aliases(subject: Subject) -> tuple[Prose, ...]:
    name = subject.name
    forms = filter(None, (name.en, name.short, name.ja, name.reading))
    own_names = {form.casefold() for form in forms}
    return tuple(name_prose(alias.name) for alias in subject.aliases if alias.name.casefold() not in own_names)


def _view_former(context: Context, name: FormerName) -> FormerNameRow:
    return FormerNameRow(
        name=name_prose(name.name),
        until=date_label(name.until),
        source=article_link(context, name.source) if name.source else None,
    )


def name_prose(name: str) -> Prose:
    """Return a name as prose, marked as Japanese where it holds kana or kanji."""
    if not is_japanese(name):
        return words(name)
    # The whole of it, for a name is not cut into scripts: `IHI原動機`.
    return words(name, "ja")

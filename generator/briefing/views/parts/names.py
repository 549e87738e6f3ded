"""The names of a subject as a reader needs them: both scripts, reading, short, former and other names, identifiers."""

from dataclasses import dataclass, replace

from briefing.model.records import FormerName, Name, Subject
from briefing.model.script import is_japanese
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.parts.article_links import article_link


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
    english = name.en if name.en != name.display else ""
    return NameBlock(english, words(name.ja or "", "ja"), words(name.reading or "", "ja"), (), (), ())


def view_names(ctx: Context, subject: Subject) -> NameBlock:
    """Return the names of a subject, none of them twice."""
    name = subject.name
    own = {one.casefold() for one in (name.en, name.short, name.ja, name.reading) if one}
    return replace(
        view_name_block(name),
        aliases=tuple(name_prose(alias.name) for alias in subject.aliases if alias.name.casefold() not in own),
        former=tuple(_former(ctx, one) for one in subject.former_names),
        identifiers=tuple(
            Identifier(ctx.labels.word("identifier", scheme), value) for scheme, value in subject.identifiers.items()
        ),
    )


def _former(ctx: Context, name: FormerName) -> FormerNameRow:
    until = name.until.label if name.until else ""
    return FormerNameRow(name_prose(name.name), until, article_link(ctx, name.source) if name.source else None)


def name_prose(name: str) -> Prose:
    """Return a name as prose, marked as Japanese where it holds kana or kanji."""
    return words(name, "ja" if is_japanese(name) else "")

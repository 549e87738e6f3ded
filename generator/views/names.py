"""The names of a subject as a reader needs them: both scripts, reading, short, former and other names, identifiers."""

from dataclasses import dataclass

from generator.model.records import Subject
from generator.views.context import Context
from generator.views.coverage import article_link
from generator.views.tokens import PageLink


@dataclass(frozen=True, slots=True)
class FormerNameRow:
    """A name that was given up, until when, and who says so."""

    name: str
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
    short: str
    japanese: str
    reading: str
    aliases: tuple[str, ...]
    former: tuple[FormerNameRow, ...]
    identifiers: tuple[Identifier, ...]


def view_names(ctx: Context, subject: Subject) -> NameBlock:
    """Return the names of a subject, none of them twice."""
    name = subject.name
    own = {name.en, name.short, name.ja, name.reading}
    return NameBlock(
        english=name.en,
        short=name.short if name.short and name.short != name.en else "",
        japanese=name.ja or "",
        reading=name.reading or "",
        aliases=tuple(alias.name for alias in subject.aliases if alias.name not in own),
        former=tuple(
            FormerNameRow(one.name, one.until.label if one.until else "", article_link(ctx, one.source) if one.source else None)
            for one in subject.former_names
        ),
        identifiers=tuple(
            Identifier(ctx.labels.word("identifier", scheme), value) for scheme, value in subject.identifiers.items()
        ),
    )


def is_japanese(text: str) -> bool:
    """True where a name holds kana or kanji, and so is read in Japanese."""
    return any("\u3040" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff" for letter in text)

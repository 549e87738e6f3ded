"""Reads the literal of any value. Reading is total: every text gives a value or a `Malformed`, never an exception.

Whether there is a subject of an id is not known here.
"""

import re

from briefing.diagnostics.suggest import brackets_hint
from briefing.model.dates import parse_date
from briefing.model.ids import MAX_ID_LENGTH, bare_id, is_id, several_ids, slug_of
from briefing.model.malformed import Malformed, quoted
from briefing.model.money import parse_money
from briefing.model.quantity import parse_quantity
from briefing.model.values import NAME_MARK, EntityName, EntityRef, Nothing, Text, Unknown, Value

MAX_NAME = 200
VALUE_KINDS = ("money", "quantity", "date", "entity", "text")

_MARK_LIKE = re.compile(r"text ?[:：]", re.IGNORECASE)
"""The mark of a name as people also spell it, with another case, a space, or the colon of a Japanese keyboard."""


def parse_value(kind: str, text: str) -> Value | Malformed:
    """Read a literal; `unknown` and `none` are values of every kind.

    Args:
        kind: one of VALUE_KINDS.
        text: the literal, as YAML has it.

    Raises:
        ValueError: ``kind`` is none of VALUE_KINDS, which is a fault of the caller.
    """
    match kind, text:
        case _, "unknown":
            return Unknown()
        case _, "none":
            return Nothing()
        case "money", _:
            return parse_money(text)
        case "quantity", _:
            return parse_quantity(text)
        case "date", _:
            return parse_date(text)
        case "entity", _:
            return parse_entity(text)
        case "text", _:
            return parse_text(text)
    raise ValueError(f"no kind of value is called {kind!r}")


def parse_value_as(kinds: tuple[str, ...], text: str) -> Value | Malformed:
    """Read a literal of the first of ``kinds`` that fits; else the finding that knows best what was meant.

    Attributes name the kinds that their values may have, the more exact ones first: nearly all fits as a text.
    """
    # A name without a page would pass as a paraphrase, too, wherever that is tried first.
    if "entity" in kinds and names_entity(text):
        return parse_entity(text)
    findings: list[Malformed] = []
    for kind in kinds:
        value = parse_value(kind, text)
        if not isinstance(value, Malformed):
            return value
        findings.append(value)
    return max(findings, key=_insight)


def _insight(finding: Malformed) -> tuple[bool, int]:
    """Return how much a finding knows: what was meant, else how far the text was right."""
    return bool(finding.meant), finding.offset


def parse_text(text: str) -> Text | Malformed:
    """Read a paraphrase: anything that is not blank."""
    if not text.strip():
        return Malformed("the value is empty", "write a value, `unknown`, or `none`", 0, len(text))
    if text.startswith(NAME_MARK):
        name = text.removeprefix(NAME_MARK).strip()
        message = "`text:` marks a name, and no name stands here"
        return Malformed(message, f"write `{name[:MAX_NAME]}`", 0, len(NAME_MARK))
    return Text(text)


def names_entity(text: str) -> bool:
    """Tell whether a value begins with the mark of a name without a page, however it is spelled."""
    return _MARK_LIKE.match(text) is not None


def parse_entity(text: str) -> EntityRef | EntityName | Malformed:
    """Read an id, or ``text:Some Name`` for a name without a page.

    Whether a subject has the id is for the decoder to say, which knows all of them.
    """
    if names_entity(text):
        return _parse_name(text)
    if len(text) <= MAX_ID_LENGTH and is_id(text):
        return EntityRef(text)
    if not text.strip():
        return Malformed("the value is empty", "write an id, or `text:Some Name`", 0, len(text))
    return Malformed(f"{quoted(text)} is no id", _id_hint(text), 0, len(text))


def _parse_name(text: str) -> EntityName | Malformed:
    """Read a name without a page.

    Names are printed on pages as they stand: in one line, without spaces around them.
    """
    name = _MARK_LIKE.sub("", text, count=1)
    plain = " ".join(name.split())
    hint = f"write `{NAME_MARK}{plain[:MAX_NAME]}`"
    if not plain:
        return Malformed("no name follows `text:`", "write `text:Some Name`", 0, len(text))
    if not text.startswith(NAME_MARK):
        return Malformed(f"{quoted(text)} is no name", hint, 0, len(text))
    if name != name.strip():
        return Malformed("the name has spaces around it", hint, 0, len(text))
    if plain.isprintable() and not name.isprintable():
        # White space, which splitting took out, was all that cannot be printed: a line break, as a rule.
        return Malformed(f"{quoted(name)} has a line break", hint, len(NAME_MARK), len(name))
    if len(name) > MAX_NAME or not name.isprintable():
        hint = f"write up to {MAX_NAME} printable characters"
        return Malformed(f"{quoted(name)} is no name", hint, len(NAME_MARK), len(name))
    return EntityName(name)


def _id_hint(text: str) -> str:
    """Return what to write for what is no id: a list in brackets, the bare id, or the id that a name suggests."""
    ids = several_ids(text)
    if ids:
        return brackets_hint(ids)
    bare = bare_id(text)
    if bare != text and is_id(bare):
        return f"write `{bare}`, without folder and ending"
    slug = slug_of(text[:MAX_NAME])
    # A slug that fills the length of an id may have been cut, and would name something else.
    if slug and len(slug) < MAX_ID_LENGTH:
        return f"write the id, perhaps `{slug}`, or {_name_example(text)} for a name without a page"
    return f"write the id of a subject, or {_name_example(text)} for a name without a page"


def _name_example(text: str) -> str:
    """Return the literal of a text as a name, or a pattern where the text is too long to be one."""
    if len(text) <= MAX_ID_LENGTH and text.isprintable():
        return f"`{NAME_MARK}{text.strip()}`"
    return "`text:Some Name`"

"""What a claim says and of whom: its subjects, value and speaker, typed and held against what exists."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefing.decode.index import Index
from briefing.decode.inheritance import Statement
from briefing.decode.reading.content import Fields, Findings, ScalarText
from briefing.decode.reading.hints import did_you_mean, reference_error, with_fix
from briefing.decode.reading.literals import parse_literal
from briefing.decode.shapes.claims import CLAIM
from briefing.diagnostics.diagnostic import Diagnostic, Related, error, warning
from briefing.diagnostics.suggest import fold, nearest, same_word
from briefing.model.claims import Speaker
from briefing.model.ids import ArticleId, SubjectId, is_id, several_ids
from briefing.model.magnitude_words import long_scale_hint
from briefing.model.money import Money
from briefing.model.placeholders import is_placeholder
from briefing.model.records import Article
from briefing.model.registry import Attribute, Registry
from briefing.model.value_comparing import same_value
from briefing.model.value_parsing import names_entity
from briefing.model.values import EntityName, EntityRef, Text, Value, print_value
from briefing.model.word_lists import join_words

_FALLING = frozenset(
    {"contraction", "decline", "declines", "decrease", "decreases", "drop", "drops", "fall", "falls", "reduction",
     "shrinkage", "slump"}
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """What decoding claims leaves beside them.

    ``lines`` are the sums that claims name, by subject. ``doubted`` are subjects of which a claim was
    dropped, None where it may be any: what seems to be missing there has been reported already.
    """

    lines: set[tuple[str, str]] = field(default_factory=set)
    doubted: set[str | None] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """What decoding one file's claims needs to know; ``subject`` is set for facts, ``article`` for claims."""

    holder: str
    index: Index
    registry: Registry
    articles: Mapping[ArticleId, Article]
    subject: str | None
    article: Article | None
    tally: Tally = field(default_factory=Tally)


def decode_attribute(statement: Statement, context: ClaimContext, findings: Findings) -> Attribute | None:
    """Return the attribute, or None and a finding."""
    read = statement.fields.scalar("attribute")
    if read is None:
        if statement.lacks("attribute") and not statement.inherits:
            place = statement.own.span_of("id")
            hint = "add attribute: and what is claimed, such as amount"
            findings.append(error("field-missing", place, 'the claim lacks the field "attribute"', hint))
        return None
    found = context.registry.attributes.get(read.text)
    if found is None:
        message, hint = f'no attribute is called "{read.text}"', "take one of the manual, or add it to briefing.yml"
        names = context.registry.attributes
        if CLAIM.named(read.text):
            hint = f"it is a field: write {read.text}: … in the claim that it completes"
            findings.append(error("attribute-unknown", read.span, message, hint))
        else:
            findings.append(reference_error("attribute-unknown", read.span, message, read.text, names, hint))
    return found


def decode_about(
    statement: Statement, attribute: Attribute | None, context: ClaimContext, findings: Findings
) -> tuple[SubjectId, ...]:
    """Return the subjects; a fact is about the subject of its file unless it says otherwise."""
    reads = statement.fields.scalars("about")
    if not reads:
        return _default_about(statement, context, findings)
    about = context.index.check_all(reads, "subject", findings)
    if len(reads) > 1 and attribute and not attribute.symmetric:
        message = f'"{attribute.name}" is said of one subject, not of {len(reads)}'
        findings.append(error("field-type", reads[1].span, message, "write one claim for each"))
    elif len({read.text for read in reads}) < len(reads):
        twice = next(read for n, read in enumerate(reads) if read.text in {one.text for one in reads[:n]})
        message = f'"{twice.text}" stands here twice'
        findings.append(error("self-reference", twice.span, message, "name the other subject"))
    return tuple(SubjectId(one) for one in about)


def _default_about(statement: Statement, context: ClaimContext, findings: Findings) -> tuple[SubjectId, ...]:
    own = statement.own
    if "about" in statement.fields.values and not own.faulty:
        findings.append(error("field-empty", own.span_of("about"), '"about" names nobody', "name the subject"))
    elif statement.lacks("about") and context.subject:
        return (SubjectId(context.subject),)
    elif statement.lacks("about") and not statement.inherits:
        message, hint = 'the claim lacks the field "about"', "add about: and the id of the subject"
        findings.append(error("field-missing", own.span_of("id"), message, hint))
    return ()


def decode_values(
    statement: Statement, attribute: Attribute, context: ClaimContext, findings: Findings
) -> tuple[Value | None, ...]:
    """Return the values, one for each claim that the list expands to; (None,) where ``about`` lists a pair."""
    fields = statement.fields
    reads = fields.scalars("value")
    members = fields.scalars("about") if attribute.symmetric else ()
    if reads and len(members) > 1:
        message = f'"{attribute.name}" lists its members in about, so it takes no value'
        findings.append(error("value-kind", reads[0].span, message, "move the value into about"))
        return ()
    if reads:
        about = frozenset(fields.texts("about") or (context.subject or "",))
        values = tuple(_decode_value(read, attribute, about, context, findings) for read in reads)
        findings.extend(_falls(fields, attribute))
        repeated = list(_repeated_values(reads, values))
        findings.extend(repeated or _list_of_single(statement, reads, attribute))
        return values
    if len(members) > 1 and "value" not in fields.values:
        return (None,)
    # Ids in one text have been reported already, and would have been the members.
    if not (attribute.symmetric and any(map(several_ids, fields.texts("about")))):
        _report_no_value(statement, findings)
    return ()


def _list_of_single(statement: Statement, reads: tuple[ScalarText, ...], attribute: Attribute) -> Iterator[Diagnostic]:
    """Yield a warning where a list stands for what has one value at a time."""
    if len(reads) < 2 or attribute.many or "value" not in statement.own.values:
        return
    if not any(is_placeholder(read.text) for read in reads):
        message = f'"{attribute.name}" has one value, and the list says {len(reads)}'
        yield warning("value-listed", reads[1].span, message, f"write {_ways_to_list(attribute)}")


def _ways_to_list(attribute: Attribute) -> str:
    """Return what may be written in place of a list: a range, claims with a name each, or something of many values."""
    ways = ["an attribute that has many values"]
    if attribute.key:
        ways.insert(0, f"a claim for each, with a {attribute.key[0]} of its own")
    if not {"money", "quantity", "date"}.isdisjoint(attribute.values):
        ways.insert(0, "one range (3 to 5, 2025/2027)")
    return join_words(ways, ", or ")


def _repeated_values(reads: tuple[ScalarText, ...], values: tuple[Value | None, ...]) -> Iterator[Diagnostic]:
    """Yield a finding for each value of a list that an earlier one says already, in whatever spelling."""
    if len(reads) < 2:
        return
    for number, (read, value) in enumerate(zip(reads, values, strict=True)):
        for earlier, other in zip(reads[:number], values[:number], strict=True):
            if value is not None and other is not None and _says_the_same(value, other):
                message = f'"{read.text}" stands twice in one list'
                related = (Related(earlier.span, "the first time"),)
                hint = "take one of the two out, or correct it"
                yield error("value-repeated", read.span, message, hint, related)
                break


def _says_the_same(value: Value, other: Value) -> bool:
    if isinstance(value, Text | EntityName) and isinstance(other, Text | EntityName):
        return fold(print_value(value)) == fold(print_value(other))
    return same_value(value, other)


def _report_no_value(statement: Statement, findings: Findings) -> None:
    own = statement.own
    if "value" in statement.fields.values and not own.faulty:
        findings.append(
            error("field-empty", own.span_of("value"), '"value" lists nothing', "write what the source says")
        )
    elif statement.lacks("value") and not statement.inherits:
        hint = "add value: and what the source says, or unknown, or none"
        findings.append(error("value-missing", own.span_of("id"), "the claim has no value", hint))


def _decode_value(
    read: ScalarText, attribute: Attribute, about: frozenset[str], context: ClaimContext, findings: Findings
) -> Value | None:
    if attribute.values == ("entity", "text") and _is_plain_text(read, context, findings):
        return Text(read.text)
    problem, value = parse_literal(read.text, read.span, attribute.values)
    if problem:
        findings.append(_on_its_scale(problem, read, context))
    findings.extend(_below_zero(value, read, attribute))
    if isinstance(value, EntityRef):
        _check_entity(value, read, about, context, findings)
    if attribute.options and isinstance(value, Text) and value.text not in attribute.options:
        near = nearest(value.text, attribute.options)
        hint = did_you_mean(near) or f"one of: {', '.join(attribute.options)}"
        message = f'"{value.text}" is not on the list of {attribute.name}'
        found = warning("option-unknown", read.span, message, hint)
        findings.append(with_fix(found, read.text, same_word(read.text, attribute.options)))
    return value


def _falls(fields: Fields, attribute: Attribute) -> Iterator[Diagnostic]:
    """Yield a warning for a growth whose measure says that it falls: a minus says so, and meets what others say."""
    measure = fields.scalar("measure") if attribute.name == "growth" else None
    if measure and _FALLING & set(re.findall(r"[a-z]+", measure.text.casefold())):
        message = f'"{measure.text}" says which way it goes, which its number does'
        hint = "name what changes, such as `sales`, and write a fall as `-12 %`: so it meets what others say of it"
        yield warning("growth-direction", measure.span, message, hint)


def _below_zero(value: Value | None, read: ScalarText, attribute: Attribute) -> Iterator[Diagnostic]:
    """Yield an error for an amount below zero: money that is paid has a payer and a payee, and no sign."""
    if attribute.name == "amount" and isinstance(value, Money) and value.amount < 0:
        hint = "say by payer and payee which way it goes, or write a loss as a figure"
        yield error("money-malformed", read.span, f'"{read.text}" is below zero, and an amount is paid', hint)


def _on_its_scale(problem: Diagnostic, read: ScalarText, context: ClaimContext) -> Diagnostic:
    """Return a finding without its fix where it is about a `billion` that may be a million millions."""
    trap = long_scale_hint(read.text, context.article.language) if context.article else ""
    return replace(problem, hint=f"{problem.hint}; {trap}", fix=None) if trap else problem


def _check_entity(
    value: EntityRef, read: ScalarText, about: frozenset[str], context: ClaimContext, findings: Findings
) -> None:
    context.index.check_entity(value, read.span, findings)
    if value.id in about:
        message = f'"{value.id}" is related to itself'
        findings.append(error("self-reference", read.span, message, "name the other subject"))


def _is_plain_text(read: ScalarText, context: ClaimContext, findings: Findings) -> bool:
    """Tell free text from an id; an id-like word that nearly names a subject is reported."""
    index = context.index
    if read.text in index.subjects or names_entity(read.text) or read.text in ("unknown", "none"):
        return False
    listed = several_ids(read.text)
    if listed and all(one in index.subjects for one in listed):
        index.check(read, "subject", findings)
    if read.text in index.retired or (is_id(read.text) and "-" in read.text and index.nearest(read.text, "subject")):
        index.check(read, "subject", findings)
    return True


def check_entities(fields: Fields, name: str, context: ClaimContext, findings: Findings) -> None:
    """Report the subjects of a qualifier, such as the payer, that do not exist."""
    one = fields.scalar(name)
    for read in (one,) if one else fields.scalars(name):
        if not isinstance(read.value, EntityName):
            context.index.check_entity(read.value, read.span, findings)


def decode_speaker(fields: Fields, context: ClaimContext, findings: Findings) -> Speaker | None:
    """Return who speaks: a subject, a group without a name, or a document."""
    read = fields.scalar("speaker")
    if read:
        known = context.index.check(read, "subject", findings)
        return Speaker(subject=SubjectId(known)) if known else None
    record = fields.record("speaker")
    if record is None:
        return None
    if not record.keys and not record.faulty:
        hint = "write an id, {group: …} or {document: …}"
        findings.append(error("field-empty", record.span, "the speaker is nobody", hint))
    document = record.scalar("document")
    if document and not _is_document(document.text, context):
        context.index.check(document, "article", findings)
    return Speaker(group=record.text("group"), document=record.text("document"))


def _is_document(name: str, context: ClaimContext) -> bool:
    cited = {one.id for one in context.article.cites} if context.article else set()
    return name in context.index.articles or name in context.index.subjects or name in cited

"""The values of a claim: what it says, typed and held against what exists."""

from collections.abc import Iterator
from dataclasses import replace

from briefing.decode.claims.context import ClaimContext
from briefing.decode.claims.statements import Statement
from briefing.decode.claims.value_lists import find_listed_single_value, find_repeated_values
from briefing.decode.claims.value_problems import find_falling_growth, find_option_problems, find_sums_below_zero
from briefing.decode.reading.content import Findings, ScalarText
from briefing.decode.reading.literals import parse_literal
from briefing.decode.references.check_references import check_entity, check_reference
from briefing.decode.references.index import Index
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.model.ids import is_id, several_ids
from briefing.model.magnitude_words import long_scale_hint
from briefing.model.registry import Attribute
from briefing.model.value_parsing import names_entity
from briefing.model.values import NO_VALUE_LITERALS, EntityRef, Text, Value


def decode_values(
    statement: Statement, attribute: Attribute, context: ClaimContext, findings: Findings
) -> tuple[Value | None, ...]:
    """Return the values, one for each claim that the list expands to; (None,) where ``about`` lists a pair."""
    scalars = statement.fields.scalars("value")
    if _lists_members(statement, attribute):
        return _decode_absent_value(scalars, statement, attribute, findings)
    if scalars:
        return _decode_list(scalars, statement, attribute, context, findings)
    findings.extend(_find_missing_value(statement, attribute))
    return ()


def _lists_members(statement: Statement, attribute: Attribute) -> bool:
    """Return whether `about` lists all that a relation joins, such as the two of a partnership."""
    return attribute.symmetric and len(statement.fields.scalars("about")) > 1


def _decode_absent_value(
    scalars: tuple[ScalarText, ...], statement: Statement, attribute: Attribute, findings: Findings
) -> tuple[Value | None, ...]:
    """Return (None,) for a claim whose members stand in `about`; nothing and a finding where it has a value."""
    if scalars:
        message = f'"{attribute.name}" lists its members in about, so it takes no value'
        findings.append(error("value-kind", scalars[0].span, message, "move the value into about"))
        return ()
    # A list of values with nothing in it is a slip, and does not say that there is none.
    if "value" in statement.fields.values:
        findings.extend(_find_missing_value(statement, attribute))
        return ()
    return (None,)


def _decode_list(
    scalars: tuple[ScalarText, ...],
    statement: Statement,
    attribute: Attribute,
    context: ClaimContext,
    findings: Findings,
) -> tuple[Value | None, ...]:
    """Return the values of a claim that has some, with None for each that is wrong."""
    about = frozenset(statement.fields.texts_or("about", (context.subject or "",)))
    values = tuple(_decode_value(scalar, attribute, about, context, findings) for scalar in scalars)
    findings.extend(find_falling_growth(statement.fields, attribute))
    repeated = list(find_repeated_values(scalars, values))
    # A value that is taken out may leave a single one, so one finding at a time.
    findings.extend(repeated or find_listed_single_value(statement, scalars, attribute))
    return values


def _has_members_in_one_text(statement: Statement, attribute: Attribute) -> bool:
    """Return whether `about` holds several ids in one text: they are reported, and would have been the members."""
    return attribute.symmetric and any(several_ids(text) for text in statement.fields.texts("about"))


def _find_missing_value(statement: Statement, attribute: Attribute) -> Iterator[Diagnostic]:
    """Yield an error where a claim has no value, or a list with nothing in it."""
    own = statement.own
    if _has_members_in_one_text(statement, attribute):
        return
    if "value" in statement.fields.values:
        if not own.faulty:
            message = '"value" lists nothing'
            yield error("field-empty", own.span_of("value"), message, "write what the source says")
    elif statement.omits("value"):
        hint = "add value: and what the source says, or unknown, or none"
        message = "the claim has no value"
        yield error("value-missing", own.span_of("id"), message, hint)


def _decode_value(
    scalar: ScalarText, attribute: Attribute, about: frozenset[str], context: ClaimContext, findings: Findings
) -> Value | None:
    """Return a value, or None and a finding where it is of none of the attribute's types."""
    # A word may be both an id and a text here; only this pair of types leaves it open.
    if attribute.values == ("entity", "text") and _is_plain_text(scalar, context.index, findings):
        return Text(scalar.text)
    problem, value = parse_literal(scalar.text, scalar.span, attribute.values)
    if problem:
        findings.append(_without_doubtful_fix(problem, scalar, context))
    findings.extend(find_sums_below_zero(value, scalar, attribute))
    if isinstance(value, EntityRef):
        check_entity(value, scalar.span, context.index, findings)
        findings.extend(_find_self_reference(value, scalar, about))
    findings.extend(find_option_problems(value, scalar, attribute))
    return value


def _without_doubtful_fix(problem: Diagnostic, scalar: ScalarText, context: ClaimContext) -> Diagnostic:
    """Return a finding without its fix where it is about a `billion` that may be a million millions."""
    if context.article is None:
        return problem
    trap = long_scale_hint(scalar.text, context.article.language)
    if trap:
        return replace(problem, hint=f"{problem.hint}; {trap}", fix=None)
    return problem


def _find_self_reference(value: EntityRef, scalar: ScalarText, about: frozenset[str]) -> Iterator[Diagnostic]:
    if value.id in about:
        message = f'"{value.id}" is related to itself'
        yield error("self-reference", scalar.span, message, "name the other subject")


def _is_plain_text(scalar: ScalarText, index: Index, findings: Findings) -> bool:
    """Tell free text from an id; an id-like word that nearly names a subject is reported."""
    text = scalar.text
    if text in index.subjects or names_entity(text):
        return False
    if text in NO_VALUE_LITERALS:
        return False
    if _seems_to_mean_subjects(text, index):
        check_reference(scalar, "subject", index, findings)
    return True


def _seems_to_mean_subjects(text: str, index: Index) -> bool:
    """Return whether a text lists subjects, or names one that was given up or is nearly there."""
    return _lists_subjects(text, index) or text in index.retired or _is_nearly_a_subject(text, index)


def _lists_subjects(text: str, index: Index) -> bool:
    """Return whether a text holds several ids of subjects, which belong into a list."""
    ids = several_ids(text)
    return bool(ids) and index.subjects.issuperset(ids)


def _is_nearly_a_subject(text: str, index: Index) -> bool:
    """Return whether a text looks like a misspelt id."""
    # A word without a hyphen is mostly just a word, and near to many ids.
    return is_id(text) and "-" in text and bool(index.nearest(text, "subject"))

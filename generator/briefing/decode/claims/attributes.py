"""The attribute and the subjects of a claim: what is said, and of whom."""

from collections.abc import Iterable, Iterator

from briefing.decode.claims.context import ClaimContext
from briefing.decode.claims.statements import Statement
from briefing.decode.reading.content import Findings, ScalarText
from briefing.decode.reading.hints import reference_error
from briefing.decode.references.check_references import check_subjects
from briefing.decode.shapes.claims import CLAIM
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.model.ids import SubjectId
from briefing.model.registry import Attribute, Registry


def decode_attribute(statement: Statement, context: ClaimContext, findings: Findings) -> Attribute | None:
    """Return the attribute, or None and a finding."""
    name = statement.fields.scalar("attribute")
    if name is None:
        if statement.omits("attribute"):
            findings.append(_missing_attribute(statement))
        return None
    attribute = context.registry.attributes.get(name.text)
    if attribute is None:
        findings.append(_unknown_attribute(name, context.registry))
    return attribute


def decode_about(
    statement: Statement, attribute: Attribute | None, context: ClaimContext, findings: Findings
) -> tuple[SubjectId, ...]:
    """Return the subjects; a fact is about the subject of its file unless it says otherwise."""
    names = statement.fields.scalars("about")
    if not names:
        findings.extend(_about_problems(statement, context))
        return _own_subject(statement, context)
    subjects = check_subjects(names, context.index, findings)
    findings.extend(_list_problems(names, attribute))
    return subjects


def _missing_attribute(statement: Statement) -> Diagnostic:
    message = 'the claim lacks the field "attribute"'
    hint = "add attribute: and what is claimed, such as amount"
    return error("field-missing", statement.own.span_of("id"), message, hint)


def _unknown_attribute(name: ScalarText, registry: Registry) -> Diagnostic:
    """Return an error about an attribute that the registry lacks; fields are often taken for attributes."""
    message = f'no attribute is called "{name.text}"'
    if CLAIM.named(name.text):
        hint = f"it is a field: write {name.text}: … in the claim that it completes"
        return error("attribute-unknown", name.span, message, hint)
    hint = "take one of the manual, or add it to briefing.yml"
    return reference_error("attribute-unknown", name.span, message, name.text, registry.attributes, hint)


def _own_subject(statement: Statement, context: ClaimContext) -> tuple[SubjectId, ...]:
    """Return the subject whose file a fact stands in, where the fact does not name another."""
    if context.subject and statement.lacks("about"):
        return (SubjectId(context.subject),)
    return ()


def _about_problems(statement: Statement, context: ClaimContext) -> Iterator[Diagnostic]:
    """Yield an error where `about` is missing or its list has nothing in it."""
    own = statement.own
    if "about" in statement.fields.values:
        # A list whose items were all wrong is empty as well, and has been reported.
        if not own.faulty:
            message = '"about" names nobody'
            yield error("field-empty", own.span_of("about"), message, "name the subject")
    elif statement.omits("about") and not context.subject:
        message = 'the claim lacks the field "about"'
        hint = "add about: and the id of the subject"
        yield error("field-missing", own.span_of("id"), message, hint)


def _list_problems(names: tuple[ScalarText, ...], attribute: Attribute | None) -> Iterator[Diagnostic]:
    """Yield an error where `about` lists too many subjects, or one of them twice."""
    if attribute and len(names) > 1 and not attribute.symmetric:
        # Only a symmetric attribute, such as a partnership, is said of several subjects in one breath.
        message = f'"{attribute.name}" is said of one subject, not of {len(names)}'
        yield error("field-type", names[1].span, message, "write one claim for each")
        return
    repeated = _first_repeated(names)
    if repeated:
        message = f'"{repeated.text}" stands here twice'
        yield error("self-reference", repeated.span, message, "name the other subject")


def _first_repeated(names: Iterable[ScalarText]) -> ScalarText | None:
    seen: set[str] = set()
    for name in names:
        if name.text in seen:
            return name
        seen.add(name.text)
    return None

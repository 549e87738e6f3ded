"""What a judgement aims at: one slot or one finding, and the claims it prefers; errors where that is unclear."""

from collections.abc import Iterable, Iterator

from briefing.decode.reading.content import Fields, ScalarText
from briefing.decode.reading.hints import did_you_mean, first_character, reference_error
from briefing.decode.shapes.judgements import JUDGEMENT_WORDS
from briefing.diagnostics.codes import CODES
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.diagnostics.suggest import nearest
from briefing.model.registry import Registry

_DECISIONS = ("prefer", "reject", "move")


def judgement_word(fields: Fields) -> str | None:
    """Return the word that stands in place of preferred claims, such as differs, or None."""
    preferred = fields.texts("prefer")
    if len(preferred) == 1 and preferred[0] in JUDGEMENT_WORDS:
        return preferred[0]
    return None


def preferred_claims(preferred: Iterable[ScalarText]) -> tuple[ScalarText, ...]:
    """Return the claims among what is preferred; what is nearly a judgement word has been reported as such."""
    return tuple(scalar for scalar in preferred if not _nearest_words(scalar))


def find_word_problems(preferred: Iterable[ScalarText]) -> Iterator[Diagnostic]:
    """Yield an error for each misspelt judgement word, and for each that stands beside others."""
    for scalar in preferred:
        words = _nearest_words(scalar)
        if words:
            message = f'"{scalar.text}" is neither a claim nor a word for a judgement'
            yield error("judgement-target", scalar.span, message, _hint_for_word(scalar.text, words))


def _hint_for_word(text: str, words: tuple[str, ...]) -> str:
    if text in JUDGEMENT_WORDS:
        return "let the word stand alone"
    return did_you_mean(words)


def find_target_problems(fields: Fields, registry: Registry) -> Iterator[Diagnostic]:
    """Yield an error for a judgement without one aim, without a decision, or on the finding of no rule."""
    if fields.faulty:
        return
    span = first_character(fields.span)
    if ("finding" in fields.keys) == ("slot" in fields.keys):
        message = "a judgement is on one slot or on one finding"
        yield error("judgement-target", span, message, "write either slot: or finding:")
    if not any(map(fields.values.get, _DECISIONS)):
        message = "the judgement decides nothing"
        yield error("judgement-target", span, message, "add prefer:, reject: or move:")
    yield from _find_unknown_rule(fields.inner("finding"), registry)


def _find_unknown_rule(finding: Fields, registry: Registry) -> Iterator[Diagnostic]:
    rule = finding.scalar("rule")
    if rule is None:
        return
    # Whatever has a code may be named; one that has no such finding is reported as idle.
    if rule.text in registry.rules or rule.text in CODES:
        return
    message = f'no rule is called "{rule.text}"'
    hint = "take the rule from what `briefing check` prints"
    yield reference_error("judgement-target", rule.span, message, rule.text, sorted(registry.rules), hint)


def _nearest_words(scalar: ScalarText) -> tuple[str, ...]:
    """Return the judgement words that a text means or nearly means."""
    # What has a hash mark names a claim, however near its id is to a word.
    if "#" in scalar.text:
        return ()
    return nearest(scalar.text, JUDGEMENT_WORDS)

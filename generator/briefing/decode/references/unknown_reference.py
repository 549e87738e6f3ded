"""Findings about words that name nothing of their space: what they are instead, or what may have been meant."""

from briefing.decode.reading.content import ScalarText
from briefing.decode.reading.hints import did_you_mean, hint_for_list, with_fix
from briefing.decode.references.index import Index
from briefing.decode.shapes.ids_schema import ID_SPACES
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.diagnostics.suggest import same_word
from briefing.model.ids import bare_id

_CODES = {
    "subject": "ref-unknown",
    "article": "ref-unknown",
    "claim": "ref-claim-unknown",
    "publisher": "publisher-unknown",
}
_NAME_MARK = "text:"


def unknown_reference(scalar: ScalarText, space: str, index: Index) -> Diagnostic:
    """Return an error about a word that names no record of ``space``; the first explanation that fits counts."""
    for explain in (_explain_space, _explain_name_mark, _explain_retirement, _explain_spelling):
        finding = explain(scalar, space, index)
        if finding:
            return finding
    return _unexplained(scalar, space, index)


def _unexplained(scalar: ScalarText, space: str, index: Index) -> Diagnostic:
    """Return an error about a word of which only may be guessed what it means."""
    message = f'no {space} is called "{scalar.text}"'
    ids = hint_for_list(scalar.text)
    if ids:
        # The text as a whole is near to none of them.
        return error(_CODES[space], scalar.span, message, ids)
    near = index.nearest(scalar.text, space)
    hint = did_you_mean(near) or index.advise(scalar.text, space)
    finding = error(_CODES[space], scalar.span, message, hint)
    return with_fix(finding, scalar.text, same_word(scalar.text, near))


def _explain_space(scalar: ScalarText, space: str, index: Index) -> Diagnostic | None:
    """Explain an id that is known, yet of a record of another kind."""
    other = _space_of(scalar.text, index)
    # A subject may publish: then it lacks a publisher's file, and is not mistaken for one.
    if other is None or (space, other) == ("publisher", "subject"):
        return None
    message = f'"{scalar.text}" is {_with_article(other)}, not {_with_article(space)}'
    return error("ref-kind", scalar.span, message, f"name {_with_article(space)}")


def _space_of(word: str, index: Index) -> str | None:
    return next((space for space in ID_SPACES if word in index.space(space)), None)


def _explain_name_mark(scalar: ScalarText, space: str, _: Index) -> Diagnostic | None:
    """Explain a name that was written where only a subject with a page will do."""
    if space != "subject" or not scalar.text.startswith(_NAME_MARK):
        return None
    message = f'"{scalar.text}" is a name without a page, which only values, payers and payees may be'
    name = scalar.text.removeprefix(_NAME_MARK).strip()
    hint = f"write the fact file; for a speaker write {{group: {name}}}"
    return error("ref-unknown", scalar.span, message, hint)


def _explain_retirement(scalar: ScalarText, space: str, index: Index) -> Diagnostic | None:
    """Explain an id that `redirects.yml` gives up."""
    successor = index.successor(scalar.text, space)
    if successor is None:
        return None
    finding = error(_CODES[space], scalar.span, successor.message, successor.hint, successor.related)
    return with_fix(finding, scalar.text, successor.id)


def _explain_spelling(scalar: ScalarText, space: str, index: Index) -> Diagnostic | None:
    """Explain an id that was written with its folder or with the ending of its file."""
    bare = bare_id(scalar.text)
    if bare == scalar.text or bare not in index.space(space):
        return None
    hint = f"write {bare}, without folder and ending"
    return with_fix(error(_CODES[space], scalar.span, f'"{scalar.text}" is no id', hint), scalar.text, bare)


def _with_article(space: str) -> str:
    if space == "article":
        return f"an {space}"
    return f"a {space}"

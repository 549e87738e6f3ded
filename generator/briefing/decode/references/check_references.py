"""References held against the index: the ids that exist, and a finding for each that does not."""

from collections.abc import Iterable, Iterator

from briefing.decode.reading.content import Findings, ScalarText
from briefing.decode.references.index import Index
from briefing.decode.references.unknown_reference import unknown_reference
from briefing.diagnostics.diagnostic import Span
from briefing.model.ids import ArticleId, ClaimKey, SubjectId
from briefing.model.values import EntityRef, Value


def check_reference(scalar: ScalarText | None, space: str, index: Index, findings: Findings) -> str | None:
    """Return the id that a scalar names, or None and a finding where nothing bears it."""
    if scalar is None:
        return None
    if scalar.text in index.space(space):
        return scalar.text
    # What a reported slip may hide is not reported a second time.
    if not index.may_exist(scalar.text, space):
        findings.append(unknown_reference(scalar, space, index))
    return None


def check_subject(scalar: ScalarText | None, index: Index, findings: Findings) -> SubjectId | None:
    """Return the subject that a scalar names, or None and a finding where there is none."""
    known = check_reference(scalar, "subject", index, findings)
    if known is None:
        return None
    return SubjectId(known)


def check_article(scalar: ScalarText | None, index: Index, findings: Findings) -> ArticleId | None:
    """Return the article that a scalar names, or None and a finding where there is none."""
    known = check_reference(scalar, "article", index, findings)
    if known is None:
        return None
    return ArticleId(known)


def check_subjects(scalars: Iterable[ScalarText], index: Index, findings: Findings) -> tuple[SubjectId, ...]:
    """Return the known subjects among ``scalars``, once each, in written order."""
    return tuple(SubjectId(name) for name in _known_ids(scalars, "subject", index, findings))


def check_claims(
    scalars: Iterable[ScalarText], index: Index, findings: Findings, holder: str = ""
) -> tuple[ClaimKey, ...]:
    """Return the keys of the named claims; the name of a list claim stands for all its parts.

    Inside its own file, ``holder``, a claim may go by its bare id.
    """
    names = (_with_holder(scalar, holder, index) for scalar in scalars)
    keys: dict[ClaimKey, None] = {}
    for name in _known_ids(names, "claim", index, findings):
        keys.update(dict.fromkeys(index.claims[name]))
    return tuple(keys)


def check_entity(value: Value | None, span: Span, index: Index, findings: Findings) -> None:
    """Report an entity literal that names no subject."""
    if isinstance(value, EntityRef):
        check_reference(ScalarText(value.id, span), "subject", index, findings)


def _known_ids(scalars: Iterable[ScalarText], space: str, index: Index, findings: Findings) -> Iterator[str]:
    """Yield the ids that exist, once each; report the others."""
    seen: set[str] = set()
    for scalar in scalars:
        # Checked even where the same word stands twice: each place has a finding of its own.
        known = check_reference(scalar, space, index, findings)
        if known is not None and known not in seen:
            seen.add(known)
            yield known


def _with_holder(scalar: ScalarText, holder: str, index: Index) -> ScalarText:
    """Return a bare claim id with the file that it stands in, where that is what it means."""
    local = scalar.text.removeprefix("#")
    if not holder or "#" in local:
        return scalar
    key = f"{holder}#{local}"
    if key in index.claims or _means_own_claims(holder, index):
        return ScalarText(key, scalar.span)
    return scalar


def _means_own_claims(holder: str, index: Index) -> bool:
    """Return whether a bare id in a file means a claim of that file even where there is none."""
    # A subject's file names claims of articles: a bare id there has mostly lost its article.
    return holder in index.articles or holder in index.open_holders

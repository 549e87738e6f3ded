"""Who says a claim: a subject, a group without a name, or a document."""

from briefing.model.claims import Claim
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, Words, mark_japanese, words
from briefing.views.parts.qualifiers import Detail


def spoken_by(context: Context, claim: Claim) -> tuple[Detail, ...]:
    """Return who says it, where that is somebody else than the article itself."""
    speaker = claim.speaker
    if speaker is None or speaker.document == claim.article:
        return ()
    return (Detail(context.labels.say("said-by"), speaker_prose(context, claim)),)


def speaker_prose(context: Context, claim: Claim) -> Prose:
    """Return who says it: a subject, a group without a name, or the document itself."""
    speaker = claim.speaker
    if speaker is None:
        return ()
    if speaker.subject:
        return context.link(speaker.subject)
    if speaker.group:
        # Within the source it stands in a sentence: "two officials".
        return mark_japanese(speaker.group[:1].upper() + speaker.group[1:])
    if speaker.document == claim.article:
        return words(context.labels.say("the-article", name=context.names.articles[claim.article]))
    return (Words(speaker.document or ""),)

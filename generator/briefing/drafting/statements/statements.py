"""Of what kind a clause is: a judgement, an aim, a risk; its words are left to the editor, never the text's."""

import re
from collections.abc import Iterable, Iterator, Mapping

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Field, Proposal
from briefing.drafting.statements.speech import Speaker
from briefing.drafting.statements.statement_subjects import rank_statement_subjects
from briefing.drafting.subjects.kind_groups import STATES
from briefing.drafting.text.keywords import Keywords
from briefing.drafting.text.roles import OFFICES_OF_STATE
from briefing.model.ids import SubjectId

# A clause may be several of them; each is a claim of its own.
_KINDS = Keywords(
    (
        (
            "risk",
            r"\brisks?\b|threat|vulnerab|danger|concerns?\b|fears? (?:of|that|over)|worr(?:y|ied)|dependency|"
            r"distort|"
            r"could (?:lead|be left)|can (?:strain|stifle|complicate|lead)|negative|unfair|too much|"
            r"face[sd]? .{0,20}pressure|"
            r"question[s]? .{0,30}ability|懸念|リスク|恐れ",
        ),
        (
            "aim",
            r"\b(?:aim(?:s|ing|ed)? (?:to|for)|aims\b|seek(?:s|ing)? to|hop(?:es|ing) to|want(?:s|ed)? to|"
            r"striv(?:es|ing)|"
            r"look(?:s|ing)? to|goals?\b|vowed to|eager\w*|reclaim|regain|dedicated to|focus(?:ing|es)? on)|目指",
        ),
        (
            "reason",
            r"\b(?:due to|because of|because|driven by|over fears|thanks to|owing to|given (?:its|the)|blame|"
            r"in response to|"
            r"amid(?:st)?|to counter|in preparation for)\b|ため、|により",
        ),
        (
            "purpose",
            r"\b(?:to (?:boost|expand|enhance|support|develop|strengthen|increase|improve|help|reverse|address|"
            r"ensure|bolster|"
            r"encourage)|designed to|intended to|in order to)\b|のため",
        ),
        (
            "superlative",
            r"\b(?:largest|biggest|highest|lowest|fastest|most \w+|leading player|dominat\w+|peak(?:ed|s)?|"
            r"its first|first ever|record|\d+-year (?:low|high)|larger portion)\b|最大級|最も|初の",
        ),
        (
            "measure-taken",
            r"\b(?:restrict\w*|block(?:s|ed)|ban(?:s|ned)|sets? the|ended|impos\w+|strengthening|agreed|provides|"
            r"public-private|integration|leverag\w+)\b|規制|導入",
        ),
        (
            "definition",
            r"\b(?:refers? to|is defined as|means|known as|where countries)\b| — (?:start-ups|systems|a|an|"
            r"the) |とは",
        ),
        (
            "context",
            r"\b(?:faces?|once (?:a|the)|used to|lost (?:its|ground)|over the past|in the past|has become|ongoing|"
            r"long-standing|aging|ageing|shrinking|under pressure|facing)\b|背景",
        ),
    )
)
# Words that weigh rather than tell; alone they make a clause a judgement, but never a risk or an aim.
_JUDGING = re.compile(
    r"\b(?:significant\w*|historic|bold|key|crucial|critical|major|vital|unique|massive|strong\w*|formidable|"
    r"important|"
    r"importance|central|potential|opportunit\w+|challeng\w+|innovative|ambitious|gamble|underscor\w+|"
    r"represents?|signal\w*|"
    r"highlight\w*|signif\w+|testament|momentous|robust|deepen|spur|blueprint|positions?|could|reshape\w*|"
    r"intensif\w+|"
    r"fuel|decisive|diminished|remains?|not there yet|lowly|giant|behemoth|example|echoes|expected to|set to)\b|"
    r"重要|期待",
    re.IGNORECASE,
)
# A superlative holds within a scope, which the sentence often leaves open.
_FIELDS: Mapping[str, Mapping[str, Field]] = {"aim": {"modality": "aim"}, "superlative": {"scope": "to be named"}}
_REMARKS = {"superlative": "compared with whom, when?"}


def propose_words(clause: Clause, speaker: Speaker, document: str) -> Iterable[Proposal]:
    """Return a claim, its words to come, for every kind of thing that a clause says.

    ``document`` is the id of the article, which speaks where nobody else does.
    """
    official = _is_official(clause, speaker.subject)
    subjects = rank_statement_subjects(clause, speaker, official=official)
    if not subjects:
        return ()
    about, alternatives = subjects[0], subjects[1:4]
    if speaker.speaks:
        return _propose_spoken(clause, speaker, about, alternatives, official=official)
    return _propose_written(clause, document, about, alternatives)


def _propose_spoken(
    clause: Clause, speaker: Speaker, about: SubjectId, alternatives: tuple[SubjectId, ...], *, official: bool
) -> Iterator[Proposal]:
    """Yield what somebody says, as an opinion, and the reason that an opinion gives."""
    kinds = set(_KINDS.all(clause.text))
    attribute = _spoken_attribute(kinds, official=official)
    yield Proposal(clause.par, about, attribute, None, _speaker_fields(speaker) | _quote_fields(speaker), alternatives)
    if "reason" in kinds and not official:
        fields = _speaker_fields(speaker) | {"modality": "opinion"}
        yield Proposal(clause.par, about, "reason", None, fields, alternatives)


def _spoken_attribute(kinds: set[str], *, official: bool) -> str:
    """Return what kind of claim somebody's words are."""
    if "risk" in kinds:
        return "risk"
    if official:
        return "statement"
    return "assessment"


def _propose_written(
    clause: Clause, document: str, about: SubjectId, alternatives: tuple[SubjectId, ...]
) -> Iterator[Proposal]:
    """Yield what the text says in its own voice; risks and judgements are then the article's."""
    editorial: dict[str, Field] = {"modality": "editorial", "speaker": {"document": document}}
    fields = {**_FIELDS, "risk": editorial}
    kinds = tuple(_KINDS.all(clause.text))
    for kind in kinds:
        yield Proposal(clause.par, about, kind, None, fields.get(kind, {}), alternatives, _REMARKS.get(kind, ""))
    # A risk is a judgement already; the same words would make a second claim of it.
    if "risk" not in kinds and _JUDGING.search(clause.text):
        yield Proposal(clause.par, about, "assessment", None, editorial, alternatives)


def _speaker_fields(speaker: Speaker) -> dict[str, Field]:
    """Return who speaks as a field, by id or as a group."""
    if speaker.subject is not None:
        return {"speaker": str(speaker.subject)}
    return {"speaker": {"group": speaker.group or "unnamed"}}


def _quote_fields(speaker: Speaker) -> dict[str, Field]:
    """Return the quotation as a field."""
    if not speaker.quote:
        return {}
    return {"quote": speaker.quote}


def _is_official(clause: Clause, speaker: SubjectId | None) -> bool:
    """Tell whether a speaker holds an office of state, whose words are statements before they are judgements."""
    offices = clause.known_data.held_claims.offices
    bodies = (office.body for office in offices if office.person == speaker and office.role in OFFICES_OF_STATE)
    # The president of a company speaks for the company.
    return bool(clause.known_data.of_kind(bodies, *STATES))

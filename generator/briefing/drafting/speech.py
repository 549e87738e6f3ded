"""Who speaks in a sentence, and of what kind the sentence is: a judgement, an aim, a risk; never its words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.drafting.clause import Clause
from briefing.drafting.offices import OFFICE_OF_STATE
from briefing.drafting.proposal import Field, Proposal
from briefing.model.ids import SubjectId

_VERB = (
    r"(?:said|says|told|added|observed|noted|argued|warned|explained|stated|wrote|acknowledged|assured|emphasized|"
    r"emphasised|affirmed|extended an invitation|invites?|invited|vowed|predicted|claimed|believes?|thinks|felt|"
    r"writes)"
)
_REPORTED = re.compile(rf"\b(?:has |have |had )?{_VERB}\b", re.IGNORECASE)
_JA_REPORTED = re.compile(r"(?:と|を)(?:述べ|語っ|話し|指摘し|強調し|表明し|説明し)")
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,400})[”\"]|「([^「」]{3,200})」")
_GROUP = re.compile(
    r"\b(?P<group>[Ss]keptics|[Ss]ceptics|[Ee]xperts|[Aa]nalysts|[Cc]ritics|[Oo]bservers|[Ee]conomists|"
    r"[Gg]lobal investors)\b"
    r"(?: (?:say|said|question|warn|argue|fear|recogni[sz]\w+)|\.$)|, (?P<tail>experts|analysts|critics) say"
)
_QUOTE_WORDS = 25
_PRONOUN = re.compile(rf"\b(?:he|she|they) (?:also )?{_VERB}\b", re.IGNORECASE)

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "risk",
        re.compile(
            r"\brisks?\b|threat|vulnerab|danger|concerns?\b|fears? (?:of|that|over)|worr(?:y|ied)|dependency|"
            r"distort|"
            r"could (?:lead|be left)|can (?:strain|stifle|complicate|lead)|negative|unfair|too much|"
            r"face[sd]? .{0,20}pressure|"
            r"question[s]? .{0,30}ability|懸念|リスク|恐れ",
            re.IGNORECASE,
        ),
    ),
    (
        "aim",
        re.compile(
            r"\b(?:aim(?:s|ing|ed)? (?:to|for)|aims\b|seek(?:s|ing)? to|hop(?:es|ing) to|want(?:s|ed)? to|"
            r"striv(?:es|ing)|"
            r"look(?:s|ing)? to|goals?\b|vowed to|eager\w*|reclaim|regain|dedicated to|focus(?:ing|es)? on)|目指",
            re.IGNORECASE,
        ),
    ),
    (
        "reason",
        re.compile(
            r"\b(?:due to|because of|because|driven by|over fears|thanks to|owing to|given (?:its|the)|blame|"
            r"in response to|"
            r"amid(?:st)?|to counter|in preparation for)\b|ため、|により",
            re.IGNORECASE,
        ),
    ),
    (
        "purpose",
        re.compile(
            r"\b(?:to (?:boost|expand|enhance|support|develop|strengthen|increase|improve|help|reverse|address|"
            r"ensure|bolster|"
            r"encourage)|designed to|intended to|in order to)\b|のため",
            re.IGNORECASE,
        ),
    ),
    (
        "superlative",
        re.compile(
            r"\b(?:largest|biggest|highest|lowest|fastest|most \w+|leading player|dominat\w+|peak(?:ed|s)?|"
            r"its first|first ever|record|\d+-year (?:low|high)|larger portion)\b|最大級|最も|初の",
            re.IGNORECASE,
        ),
    ),
    (
        "measure-taken",
        re.compile(
            r"\b(?:restrict\w*|block(?:s|ed)|ban(?:s|ned)|sets? the|ended|impos\w+|strengthening|agreed|provides|"
            r"public-private|integration|leverag\w+)\b|規制|導入",
            re.IGNORECASE,
        ),
    ),
    (
        "definition",
        re.compile(
            r"\b(?:refers? to|is defined as|means|known as|where countries)\b| — (?:start-ups|systems|a|an|"
            r"the) |とは",
            re.IGNORECASE,
        ),
    ),
    (
        "context",
        re.compile(
            r"\b(?:faces?|once (?:a|the)|used to|lost (?:its|ground)|over the past|in the past|has become|ongoing|"
            r"long-standing|aging|ageing|shrinking|under pressure|facing)\b|背景",
            re.IGNORECASE,
        ),
    ),
)
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
_OPINIONS = ("risk", "assessment", "statement")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: a subject, a group by its words, or nobody but the text; ``quote`` are the words between marks."""

    subject: SubjectId | None = None
    group: str | None = None
    quote: str | None = None

    @property
    def speaks(self) -> bool:
        """True where somebody other than the text speaks."""
        return self.subject is not None or self.group is not None


def hear(clause: Clause, before: Voice) -> Voice:
    """Return who speaks in the sentence of a clause; "he said" is the one who spoke ``before``."""
    text = clause.sentence.text
    quote = _quote_of(text)
    if not (quote or _REPORTED.search(text) or _JA_REPORTED.search(text) or _GROUP.search(text)):
        return Voice()
    group = _GROUP.search(text)
    if group:
        return Voice(None, (group["group"] or group["tail"]).lower(), quote)
    if not (_REPORTED.search(text) or _JA_REPORTED.search(text)):
        opens = text[:1] in '“"「' and before.speaks
        return Voice(before.subject, before.group, quote) if opens else Voice()
    if _PRONOUN.search(text):
        person = before.subject or next((one.subject for one in reversed(clause.earlier) if one.kind == "person"), None)
        person = next((one.subject for one in clause.mentions if one.kind == "person"), person)
        return Voice(person, None if person else before.group, quote)
    if named := _named(clause):
        return Voice(named, None, quote)
    name = _unknown(text, clause.strangers)
    bearers = clause.known.bearers.get(name or "", ())
    return Voice(bearers[0], None, quote) if len(bearers) == 1 else Voice(None, name, quote)


_FOR = re.compile(r"\b(?:spokes(?:man|woman|person)|representative) (?:for|of) (?:the )?$")


def _named(clause: Clause) -> SubjectId | None:
    """Return the person who stands nearest to the word of saying, or for whom a spokesperson speaks."""
    verb = _REPORTED.search(clause.sentence.text) or _JA_REPORTED.search(clause.sentence.text)
    for one in clause.mentions:
        if verb and one.kind in ("company", "organization") and _FOR.search(clause.sentence.text[: one.start]):
            return one.subject
    people = [one for one in clause.mentions if one.kind == "person"]
    if not verb or not people:
        return None
    return min(people, key=lambda one: min(abs(one.start - verb.end()), abs(one.end - verb.start()))).subject


def _unknown(text: str, strangers: Mapping[str, str]) -> str | None:
    """Return the name of a speaker without a page; by surname where ``strangers`` had been named in full."""
    found = re.search(rf"\b{_VERB} ((?:[A-Z][\w.’'-]+ ){{1,3}}[A-Z][\w.’'-]+|[A-Z][\w’'-]+)(?=[,.])", text)
    found = found or re.search(rf"((?:[A-Z][\w.’'-]+ ){{1,3}}[A-Z][\w.’'-]+)(?:, [^,]{{3,80}},)? {_VERB}\b", text)
    if found:
        return strangers.get(found[1], found[1])
    alone = re.search(rf"(?:^|[”\"“,] )([A-Z][\w’'-]+) (?:also |has )?{_VERB}\b", text)
    return strangers.get(alone[1]) if alone else None


def _quote_of(text: str) -> str | None:
    found = [one[1] or one[2] for one in _QUOTED.finditer(text)]
    fitting = [one.strip().rstrip(",") for one in found if 2 <= len(one.split()) <= _QUOTE_WORDS or "「" in text]
    return max(fitting, key=len) if fitting else None


def propose_words(clause: Clause, voice: Voice, document: str) -> Iterator[Proposal]:
    """Yield a claim, its words to come, for every kind of thing that a clause says."""
    kinds = [name for name, pattern in _KINDS if pattern.search(clause.text)]
    about, others = _about(clause, voice)
    if about is None:
        return
    if voice.speaks:
        attribute = "risk" if "risk" in kinds else "statement" if _is_official(clause, voice) else "assessment"
        yield Proposal(clause.par, about, attribute, None, _spoken(voice), others)
        if "reason" in kinds and not _is_official(clause, voice):
            fields = {**_spoken(voice), "modality": "opinion"}
            yield Proposal(clause.par, about, "reason", None, {k: v for k, v in fields.items() if k != "quote"}, others)
        return
    editorial: dict[str, Field] = {"modality": "editorial", "speaker": {"document": document}}
    for name in kinds:
        if name == "risk":
            yield Proposal(clause.par, about, "risk", None, editorial, others)
        elif name == "superlative":
            yield Proposal(clause.par, about, name, None, {"scope": TO_SAY}, others, "compared with whom, when?")
        else:
            yield Proposal(clause.par, about, name, None, {"modality": "aim"} if name == "aim" else {}, others)
    if "risk" not in kinds and _JUDGING.search(clause.text):
        yield Proposal(clause.par, about, "assessment", None, editorial, others)


TO_SAY = "to be named"


def _spoken(voice: Voice) -> dict[str, Field]:
    speaker: Field = str(voice.subject) if voice.subject else {"group": voice.group or "unnamed"}
    return {"speaker": speaker, **({"quote": voice.quote} if voice.quote else {})}


def _is_official(clause: Clause, voice: Voice) -> bool:
    """Tell whether a speaker holds an office of state, whose words are statements before they are judgements."""
    return voice.subject is not None and any(
        claim.attribute == "office"
        and claim.qualifier("role") in OFFICE_OF_STATE
        and getattr(claim.value, "id", None) == voice.subject
        and clause.known.kind(claim.about[0]) in ("place", "organization")
        for claim in clause.known.data.claims
    )


def _about(clause: Clause, voice: Voice) -> tuple[SubjectId | None, tuple[SubjectId, ...]]:
    """Return what the words seem to be about: what the clause opens with, a place before a thing, else the main one."""
    named = [one for one in clause.here if one.subject != voice.subject and one.kind != "person" and not one.adjective]
    clear = [one.subject for one in named if one.kind not in ("company", "organization")]
    body = [one.subject for one in named]
    country = [one for one in clear if clause.known.kind(one) == "place"]
    named_things = [one for one in clause.things[:1] if clause.known.kind(one) != "event"]
    whole = [one for one in (clause.matter, clause.main) if one]
    # A plan or a field is what judgements are about; a single plant is not, unless they name it.
    matter = [clause.matter] if clause.matter and clause.known.kind(clause.matter) in ("policy", "topic") else []
    if voice.speaks:
        place = clause.main if clause.main and clause.known.kind(clause.main) == "place" else None
        first = (named_things or matter) if _is_official(clause, voice) else [place] if place else country[:1]
    else:
        first = named_things or matter or clear[:1] or body[:1]
    ranked = [*first, *named_things, *clear, *body, *whole]
    distinct = tuple(dict.fromkeys(ranked))
    return (distinct[0], distinct[1:4]) if distinct else (None, ())

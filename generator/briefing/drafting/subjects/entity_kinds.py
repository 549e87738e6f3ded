"""What kind of subject an unknown name seems to be: by its own words, else by the words around it."""

import re

from briefing.drafting.text.keywords import Keywords
from briefing.drafting.text.roles import ROLE

_KINDS = Keywords(
    (
        (
            "company",
            r"\b(?:Inc|Corp|Corporation|Co|Ltd|PLC|Holdings|Group|Motors?|Electronics|Bank|Capital)\b\.?|"
            r"株式会社|社$|銀行$",
        ),
        (
            "organization",
            r"\b(?:Ministry|Institute|University|Agency|Association|Bureau|Commission|Council|"
            r"Department|Foundation|"
            r"Fund|Party|School|Union|Times|Post|News|Journal|Center|Centre)\b|大学$|省$|庁$",
        ),
        ("policy", r"\b(?:Act|Law|Plan|Programme|Program|Strategy|Initiative|Package)\b"),
        ("event", r"\b(?:Summit|Forum|Conference|Expo|Meeting|New Year)\b"),
        ("project", r"\b(?:Fab|Plant|Factory|Lab|Campus|Phase)\b"),
        ("place", r"\b(?:Prefecture|City|Island|Province|Bay|River|Sea)\b|県$|市$"),
    ),
    re.NOFLAG,
)
_SPEAKS = "said|says|told|observed|added"
_JA_SPELLING = r" ?[(（][\u4e00-\u9fff\u3041-\u30ff ・]{2,8}[)）]"


def guess_kind(name: str, around: str) -> str:
    """Return the kind that a name may have, given some words around its first mention."""
    return _KINDS.first(name) or _guess_by_context(name, around)


def _guess_by_context(name: str, around: str) -> str:
    """Return a kind by the words around a name; a company where none of them tells."""
    for kind, words in _contexts(re.escape(name)):
        if re.search(words, around):
            return kind
    # Names of two or three words before a comma are mostly people, whose role stands behind it.
    if len(name.split()) in (2, 3) and f"{name}," in around:
        return "person"
    return "company"


def _contexts(name: str) -> tuple[tuple[str, str], ...]:
    """Return patterns of what stands around a name that is given as a pattern, the surest first."""
    return (
        ("person", rf"(?:said|says|told|observed|added) {name}|{name}(?: \([^)]*\))? (?:{_SPEAKS})"),
        ("person", rf"{ROLE} {name}|{name},? (?:the |an? )?{ROLE}"),
        ("person", rf"{name}{_JA_SPELLING},? (?:an? |the )?(?:former |then )?{ROLE}"),
        ("place", rf"\b(?i:in|near|from) {name}\b"),
        ("person", rf"\b(?:founded|led|headed)\b[^.]{{0,40}} by {name}"),
    )

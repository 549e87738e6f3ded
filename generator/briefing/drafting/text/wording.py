"""Words brought to a stem, so that "the plant" and "a factory" can be the same thing; crude, and only ever a hint."""

import re

from briefing.drafting.text.geography import DEMONYMS

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9]|[A-Za-z0-9]|[\u3041-\u30ff\u4e00-\u9fff々ー]+")
# Words that texts use for the same thing, brought to one of them before they are cut.
_SAME = {
    "fab": "plant", "fabs": "plant", "factory": "plant", "factories": "plant", "plants": "plant", "facility": "plant",
    "facilities": "plant", "line": "plant", "project": "plant", "laboratory": "lab", "laboratories": "lab",
    "labs": "lab", "semiconductor": "chip", "semiconductors": "chip", "chips": "chip", "chipmaker": "chip",
    "chipmaking": "chip", "microchip": "chip", "cyberdefence": "cyberdefense", "defence": "defense",
    "hike": "rise", "increase": "rise", "two": "2", "nanometre": "nm", "nanometer": "nm", "2-nanometer": "2nm",
    "two-nanometer": "2nm", "limit": "limit", "limits": "limit", "restrictions": "limit", "controls": "limit",
    "curbs": "limit", "blocked": "limit", "restricted": "limit", "ban": "limit", "exports": "sale",
    "export": "sale", "sales": "sale", "initiative": "plan", "strategy": "plan", "programme": "plan",
    "program": "plan", "aws": "amazon", "subsidy": "subsid", "subsidies": "subsid", "executives": "ceo",
    "ceos": "ceo", "luncheon": "lunch", "policy": "posture", "programmes": "program", "classification": "ranking",
    "listed": "list", "united": "united-states", "tech": "techno", "technological": "techno", "investing": "invest",
}  # fmt: skip
# Words that stand in names of all sorts, and tell none from another.
_DULL = frozenset(
    {"first", "a", "an", "the", "of", "in", "on", "to", "for", "and", "or", "its", "their", "with", "by", "at", "from",
     "as", "is", "are", "was", "new", "state", "regional", "world", "that", "this", "into", "’s", "s"}
)  # fmt: skip
_JOINT = re.compile(r"\b(US|U\.S\.|UK|EU|Japan|China)-(?=[A-Z])")
# So many letters join "invest" and "investment": what follows is mostly grammar.
_STEM = 6


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that tell things apart."""
    # "US-Japan" are two countries, "2-nanometer" is one word.
    separate = _JOINT.sub(r"\1 ", text.replace("’", "'").replace("'s", ""))
    stems_of_text: set[str] = set()
    for match in _WORD.finditer(separate):
        word = DEMONYMS.get(match[0], match[0]).lower().rstrip(".")
        if word not in _DULL:
            stems_of_text.add(_SAME.get(word, word)[:_STEM])
    return frozenset(stems_of_text)


def slug(text: str, longest: int = 40) -> str:
    """Return words as an id: ``vice president`` as ``vice-president``; empty where no letter is Latin."""
    words = re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))
    return "-".join(words)[:longest].strip("-")


def matched_group(match: re.Match[str]) -> str:
    """Return what the one group matched that took part, of a pattern whose alternatives have a group each."""
    return next(filter(None, match.groups()), "")

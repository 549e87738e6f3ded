"""Roles of people as texts print them, and the ids that the data have for them."""

from briefing.drafting.text.wording import slug

ROLE = (
    r"(?:(?:vice|deputy|senior|executive|former|founding|managing|chief|prime|foreign|finance|industry|economy|"
    r"trade)[ -])*"
    r"(?:chief executive(?: officer)?|CEO|CFO|CTO|COO|president(?:-elect)?|chair(?:man|woman|person)?|founder|"
    r"co-?founder|"
    r"director|head|partner|professor|analyst|economist|author|editor|engineer|minister|secretary|governor|"
    r"vice[- ]president|spokes(?:man|woman|person)|researcher|strategist|officer|AI engineer)"
)
# The data have one spelling of each role, or one office would stand in two rows of a page.
_ROLE_IDS = {
    "ceo": "chief-executive", "chief-executive-officer": "chief-executive", "cfo": "chief-financial-officer",
    "cto": "chief-technology-officer", "coo": "chief-operating-officer", "chairman": "chair", "chairwoman": "chair",
    "vice-chairman": "vice-chairman", "co-founder": "founder", "cofounder": "founder",
}  # fmt: skip
OFFICES_OF_STATE = ("prime-minister", "president", "minister", "secretary", "governor")


def role_id(text: str) -> str:
    """Return a role as an id: CEO as chief-executive."""
    return _ROLE_IDS.get(slug(text), slug(text))

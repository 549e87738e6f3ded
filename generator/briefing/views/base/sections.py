"""The sections of a subject's page, their anchors, and which of them a slot belongs to."""

from briefing.dataset.linked.records import Slot
from briefing.model.registry import Registry

SET_ASIDE = "set-aside"
SECTIONS = ("key-facts", "money", "milestones", "relations", "references", "context", "opinion", SET_ASIDE)
"""The sections that hold entries, in page order."""
HEADINGS = (
    *SECTIONS, "bottom-line", "trust", "incoming-money", "timeline", "differ", "do-not-confuse", "said", "passing",
    "coverage", "names", "sources", "changes", "data", "effects", "notes", "top",
    *(f"picture-{name}" for name in ("money", "milestones", "network")),
)  # fmt: skip
"""The anchors of all headings: no entry may take one of them."""


def section_of(registry: Registry, slot: Slot) -> str:
    """Return the section of a page that a slot belongs to."""
    attribute = registry.attributes[slot.attribute]
    if slot.shown is None:
        return SET_ASIDE
    # A relation that somebody judges is a relation still.
    if slot.opinion and not attribute.is_relation:
        return "opinion"
    # The registry may send an attribute to a section that holds no entries.
    if attribute.section not in SECTIONS:
        return "key-facts"
    return attribute.section

"""The sections of a subject's page, and which of them a slot belongs to."""

from briefing.dataset.linked.records import Slot
from briefing.model.registry import Registry

SET_ASIDE = "set-aside"


SECTIONS = ("key-facts", "money", "milestones", "relations", "references", "context", "opinion", SET_ASIDE)


HEADINGS = (
    *SECTIONS, "bottom-line", "trust", "incoming-money", "timeline", "differ", "do-not-confuse", "said", "passing",
    "coverage", "names", "sources", "data", "effects", "notes", "top",
    *(f"picture-{name}" for name in ("money", "milestones", "network")),
)  # fmt: skip


def section_of(registry: Registry, slot: Slot) -> str:
    """Return the section of a page that a slot belongs to."""
    attribute = registry.attributes[slot.attribute]
    if slot.shown is None:
        return SET_ASIDE
    if slot.opinion and not attribute.is_relation:
        return "opinion"
    return attribute.section if attribute.section in SECTIONS else SECTIONS[0]

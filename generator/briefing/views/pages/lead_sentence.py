"""What to say of a subject where there is room for a sentence or two: on cards, in previews and in search."""

from briefing.model.records import Subject


def lead_sentence(subject: Subject) -> str:
    """Return the bottom line of a subject, or what it is where nobody has written one."""
    if subject.bottom_line is None:
        return subject.describes
    return subject.bottom_line.text

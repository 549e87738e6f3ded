"""What to say of a record where there is room for a sentence or two: in lists, on cards, in previews and in search."""

from briefing.model.records import Article, Subject


def lead_sentence(subject: Subject) -> str:
    """Return the bottom line of a subject, or what it is where nobody has written one."""
    if subject.bottom_line is None:
        return subject.describes
    return subject.bottom_line.text


def article_sentence(article: Article) -> str:
    """Return what an article says in a sentence of ours, nothing where nobody has summed it up."""
    if article.summary is None:
        return ""
    return article.summary.bottom_line or ""

"""The card that others show for a page when it is shared: its name in both scripts and what to know first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.dataset.comparing.origins import origins_of
from briefing.model.ids import ArticleId, SubjectId
from briefing.model.records import Briefing
from briefing.routes import HOME, article_page, share_image
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import plain
from briefing.views.pages.lead_sentence import article_sentence, lead_sentence
from briefing.views.parts.page_claims import page_claims

TEXT_LENGTH = 260
"""So many characters fit below the name of a card."""


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What a share image says, from top to bottom; ``japanese`` is empty where a name has none."""

    site: str
    kind: str
    title: str
    japanese: str
    text: str
    footer: str


def view_share_cards(context: Context) -> Mapping[str, ShareCard]:
    """Return the cards of the home page, all subjects and all articles by the path of their image."""
    return dict(_all_cards(context))


def _all_cards(context: Context) -> Iterator[tuple[str, ShareCard]]:
    yield share_image(HOME), _home_card(context)
    for subject in context.data.subjects:
        yield share_image(context.page(subject)), _subject_card(context, subject)
    for article in context.data.articles:
        yield share_image(article_page(article)), _article_card(context, article)


def _home_card(context: Context) -> ShareCard:
    briefing = context.data.briefing
    return ShareCard(
        # The title is the name of the site already.
        site="",
        kind="",
        title=briefing.name.en,
        japanese=briefing.name.ja or "",
        text=_plain(context, _home_sentence(briefing)),
        footer=_counts(context, articles=len(context.data.articles), claims=len(context.data.claims)),
    )


def _home_sentence(briefing: Briefing) -> str:
    if briefing.bottom_line is None:
        return briefing.description or ""
    return briefing.bottom_line.text


def _subject_card(context: Context, subject: SubjectId) -> ShareCard:
    record = context.data.subjects[subject]
    return ShareCard(
        site=context.data.briefing.name.en,
        kind=context.kind(subject).label,
        title=record.name.display,
        japanese=record.name.ja or "",
        text=_plain(context, lead_sentence(record)),
        footer=_subject_footer(context, subject),
    )


def _subject_footer(context: Context, subject: SubjectId) -> str:
    claims = page_claims(context, subject)
    articles = {claim.article for claim in claims}
    # A page of which all sources were withdrawn counts nothing.
    if not articles:
        return ""
    return _counts(context, articles=len(articles), origins=origins_of(claims).independent)


def _article_card(context: Context, article: ArticleId) -> ShareCard:
    record = context.data.articles[article]
    name = context.names.articles[article]
    return ShareCard(
        site=context.data.briefing.name.en,
        kind=context.labels.say("article"),
        title=record.title or name,
        # The title is as the article prints it, in whatever script.
        japanese="",
        text=_plain(context, article_sentence(record)),
        footer=f"{name} · {record.published.label}",
    )


def _counts(context: Context, **counts: int) -> str:
    return " · ".join(context.labels.count(f"stat-{name}", number) for name, number in counts.items())


def _plain(context: Context, text: str) -> str:
    # Names in prose may stand in brackets, which say what they link to and are no text.
    return shorten(plain(Linker(context).prose(text)), TEXT_LENGTH)

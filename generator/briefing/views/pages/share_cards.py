"""The card that others show for a page when it is shared: its name in both scripts and what to know first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.dataset.comparing.confidence import origins_of
from briefing.model.ids import ArticleId, SubjectId
from briefing.routes import HOME, article_page, share_image
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import plain
from briefing.views.parts.page_claims import page_claims

TEXT_LENGTH = 260


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What a share image says, from top to bottom; ``japanese`` is empty where a name has none."""

    site: str
    kind: str
    title: str
    japanese: str
    text: str
    footer: str


def view_share_cards(ctx: Context) -> Mapping[str, ShareCard]:
    """Return the cards of the home page, all subjects and all articles by the path of their image."""
    return dict(_all_cards(ctx))


def _all_cards(ctx: Context) -> Iterator[tuple[str, ShareCard]]:
    yield share_image(HOME), _home_card(ctx)
    for subject in ctx.data.subjects:
        yield share_image(ctx.page(subject)), _subject_card(ctx, subject)
    for article in ctx.data.articles:
        yield share_image(article_page(article)), _article_card(ctx, article)


def _home_card(ctx: Context) -> ShareCard:
    briefing = ctx.data.briefing
    line = briefing.bottom_line.text if briefing.bottom_line else briefing.description or ""
    footer = _counts(ctx, articles=len(ctx.data.articles), claims=len(ctx.data.claims))
    return ShareCard("", "", briefing.name.en, briefing.name.ja or "", _plain(ctx, line), footer)


def _subject_card(ctx: Context, subject: SubjectId) -> ShareCard:
    record = ctx.data.subjects[subject]
    claims = page_claims(ctx, subject)
    line = record.bottom_line.text if record.bottom_line else record.describes
    articles, origins = {claim.article for claim in claims}, origins_of(claims).independent
    footer = _counts(ctx, articles=len(articles), origins=origins) if articles else ""
    name = record.name
    kind = ctx.kind(subject).label
    return ShareCard(ctx.data.briefing.name.en, kind, name.display, name.ja or "", _plain(ctx, line), footer)


def _article_card(ctx: Context, article: ArticleId) -> ShareCard:
    record = ctx.data.articles[article]
    line = record.summary.bottom_line if record.summary else None
    kind = ctx.labels.say("article")
    site, name = ctx.data.briefing.name.en, ctx.names.articles[article]
    return ShareCard(
        site, kind, record.title or name, "", _plain(ctx, line or ""), f"{name} · {record.published.label}"
    )


def _counts(ctx: Context, **counts: int) -> str:
    return " · ".join(f"{n} {ctx.labels.say(f'stat-{name}', n=n)}" for name, n in counts.items())


def _plain(ctx: Context, text: str) -> str:
    """Return prose without the brackets of its links."""
    return shorten(plain(Linker(ctx).prose(text)), TEXT_LENGTH)

"""Spells the addresses of everything that has one: page paths, urls, files beside pages, anchors. Nothing else does.

A page path names a file of the page tree (`companies/acme/index.md`), a url what a reader asks for (`companies/acme/`).
Addresses are for ever: readers keep them, other sites link to them.
"""

import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable
from functools import lru_cache
from typing import NewType

from briefing.dataset.linked.records import Relation, Slot
from briefing.model.claims import Claim
from briefing.model.dates import DateOrder, date_order
from briefing.model.ids import ArticleId, ClaimKey, PublisherId, SubjectId
from briefing.model.registry import Kind, Registry
from briefing.model.values import EntityName

PagePath = NewType("PagePath", str)

HOME = PagePath("index.md")
ABOUT = PagePath("about/index.md")
METHOD = PagePath("about/method/index.md")
LICENCE = PagePath("about/licence/index.md")
SEARCH = PagePath("search/index.md")
COMPARE = PagePath("compare/index.md")
GLOSSARY = PagePath("about/glossary/index.md")
DATA = PagePath("data/index.md")

ARTICLES = "articles"
PUBLISHERS = "publishers"
SOURCES = "sources"
TIMELINE = "timeline"
MONEY = "money"
CONFLICTS = "conflicts"
CHECKS = "checks"
CORRECTIONS = "about/corrections"
CLAIMS = "claims"
CHANGES = "changes"
AS_KNOWN = "as-known"
FEEDS = "feeds"
NETWORK = "network"
EMBED = "embed"
RESERVED_FOLDERS = frozenset(
    {ARTICLES, PUBLISHERS, SOURCES, TIMELINE, MONEY, CONFLICTS, "about", "api", "assets", "calendar", CHANGES,
     CHECKS, "compare", "data", FEEDS, "search", NETWORK, AS_KNOWN, EMBED, "all", "disputes", "corrections"}
)  # fmt: skip
"""Folders that neither a kind of a briefing's own nor an export of another package may have."""
CALENDAR = "calendar.ics"
DATABASE = "briefing.sqlite"
OUTLINE = "llms.txt"
WHOLE_TEXT = "llms-full.txt"
SUMS = "SHA256SUMS"
RESERVED_FILES = frozenset(
    {
        CALENDAR,
        DATABASE,
        "404.html",
        "sources.bib",
        "sources.csl.json",
        "sources.ris",
        SUMS,
        OUTLINE,
        WHOLE_TEXT,
        "robots.txt",
        "sitemap.xml",
        "sitemap.xml.gz",
    }
)
"""Files in the site's root, made or to come, that no export of another package may be."""

_ODD = re.compile(r"[^a-z0-9]+")


def list_page(folder: str, number: int = 1) -> PagePath:
    """Return a page of a list.

    ``number`` counts from 1. An id has no underscore, so that no page of a record collides with `page_2`.
    """
    if number == 1:
        return PagePath(f"{folder}/index.md")
    return PagePath(f"{folder}/page_{number}/index.md")


def subject_page(kind: Kind, subject: SubjectId) -> PagePath:
    """Return the page of a subject."""
    return PagePath(f"{kind.folder}/{subject}/index.md")


def money_part(name: str) -> str:
    """Return the folder of a part of the money overview that is too long for the page of money."""
    return f"{MONEY}/{name}"


def claims_page(kind: Kind, subject: SubjectId, number: int = 1) -> PagePath:
    """Return a page of all that is said about a subject whose own page shows the strongest.

    ``number`` counts from 1.
    """
    return list_page(f"{kind.folder}/{subject}/{CLAIMS}", number)


def article_page(article: ArticleId, number: int = 1) -> PagePath:
    """Return a page of an article, whose own has no room for very many claims.

    ``number`` counts from 1.
    """
    return list_page(f"{ARTICLES}/{article}", number)


def publisher_page(publisher: PublisherId) -> PagePath:
    """Return the page of a publisher."""
    return PagePath(f"{PUBLISHERS}/{publisher}/index.md")


def url(page: PagePath) -> str:
    """Return the url of a page, relative to the site's root: `companies/acme/`, nothing for the home page."""
    return page.removesuffix("index.md")


def site_url(root: str, page: PagePath) -> str:
    """Return the whole url of a page of the site at ``root``."""
    return f"{root.rstrip('/')}/{url(page)}"


def file_url(root: str, path: str) -> str:
    """Return the whole url of a file of the site at ``root``, its path relative to the root."""
    return f"{root.rstrip('/')}/{path}"


def webcal_url(root: str, path: str) -> str:
    """Return the address at which programs follow a calendar of the site at ``root``."""
    _, _, rest = root.rstrip("/").partition("://")
    return f"webcal://{rest}/{path}"


def relative_page(start: PagePath, page: PagePath, anchor: str = "") -> str:
    """Return the link from one page to another as a `.md` path, which MkDocs follows and checks.

    On the same page it is the fragment alone.
    """
    fragment = _fragment(anchor)
    if start == page and anchor:
        return fragment
    return _relative(start, page) + fragment


def relative_file(start: PagePath, path: str) -> str:
    """Return the link from a page's url to a file laid over the site, such as `api/v1/claims.json`."""
    return _relative(start, path)


def relative_url(start: PagePath, page: PagePath, anchor: str = "") -> str:
    """Return the link from one page to another as browsers follow it, for places where no engine rewrites links."""
    fragment = _fragment(anchor)
    if start == page and anchor:
        return fragment
    # An empty link would lead to the page that it stands on, with its query and all.
    return (_relative(start, url(page)) or "./") + fragment


def _fragment(anchor: str) -> str:
    if not anchor:
        return ""
    return f"#{anchor}"


# A page and its twin have the same links, most of them several times.
@lru_cache(maxsize=4096)
def _relative(start: str, path: str) -> str:
    """Return the way from the folder of ``start`` to ``path``; both are relative to the site's root."""
    folders, steps = start.split("/")[:-1], path.split("/")
    shared = 0
    # The last step is the file itself and never shared, whatever folder may have its name.
    while shared < min(len(folders), len(steps) - 1) and folders[shared] == steps[shared]:
        shared += 1
    way_up = [".."] * (len(folders) - shared)
    return "/".join([*way_up, *steps[shared:]])


def picture_csv(page: PagePath, name: str) -> str:
    """Return where the data of a picture lies, beside its page: `companies/acme/money.csv`."""
    return f"{url(page)}{name}.csv"


def entity_json(subject: SubjectId) -> str:
    """Return where the data of one subject lies, relative to the site's root."""
    return f"api/v1/entities/{subject}.json"


def article_json(article: ArticleId) -> str:
    """Return where the data of one article lies, relative to the site's root."""
    return f"api/v1/articles/{article}.json"


def publisher_json(publisher: PublisherId) -> str:
    """Return where the data of one publisher lies, relative to the site's root."""
    return f"api/v1/publishers/{publisher}.json"


def schema_file(name: str) -> str:
    """Return where the JSON Schema of an export lies, relative to the site's root."""
    return f"api/v1/schema/{name}.schema.json"


def schema_of(path: str, name: str) -> str:
    """Return the address of a schema as the export at ``path`` names it: relative, so that it is the same anywhere."""
    return _relative(path, schema_file(name))


def embed_url(key: str) -> str:
    """Return the url of the card of one fact, relative to the site's root; ``key`` is the public key of its slot."""
    return f"{EMBED}/{key}/"


def embed_file(key: str, name: str) -> str:
    """Return where a file of such a card lies: `index.html`, `oembed.json`."""
    return f"{embed_url(key)}{name}"


def embed_styles() -> str:
    """Return where the style sheet of all cards lies, relative to the site's root."""
    return f"{EMBED}/card.css"


def fact_address(root: str, page: PagePath, anchor: str, cited: str = "") -> str:
    """Return the whole address of a fact of the site at ``root``.

    ``cited`` names the slot and what was cited of it, `key.digest`: the page then tells whether that still stands.
    """
    query = f"?cited={cited}" if cited else ""
    return f"{site_url(root, page)}{query}{_fragment(anchor)}"


def subject_calendar_file(subject: SubjectId) -> str:
    """Return where the calendar of a subject's plans lies, relative to the site's root."""
    return f"calendar/{subject}.ics"


def feed_file(name: str, suffix: str) -> str:
    """Return where a feed lies, relative to the site's root: `feeds/all.xml`, `feeds/companies/acme.json`."""
    return f"{FEEDS}/{name}.{suffix}"


def subject_feed(kind: Kind, subject: SubjectId) -> str:
    """Return the name of the feed of a subject: `companies/acme`."""
    return f"{kind.folder}/{subject}"


def cite_file(page: PagePath, suffix: str) -> str:
    """Return where the citation of a page lies, beside the page: `companies/acme/cite.bib`."""
    return f"{url(page)}cite.{suffix}"


def sources_file(suffix: str) -> str:
    """Return where the bibliography of all sources lies, relative to the site's root: `sources.bib`."""
    return f"{SOURCES}.{suffix}"


def preview_json(page: PagePath) -> str:
    """Return where the preview of a page lies, relative to the site's root: beside the page."""
    return f"{url(page)}preview.json"


def comparison(subjects: Iterable[SubjectId]) -> str:
    """Return where subjects are set side by side, relative to the site's root."""
    return f"{url(COMPARE)}?ids={','.join(subjects)}"


def share_image(page: PagePath) -> str:
    """Return where the image lies that others show for a page, relative to the site's root."""
    return f"{url(page)}share.png"


def page_files(page: PagePath) -> tuple[str, ...]:
    """Return where the files of any page lie, relative to the site's root; not every page has all of them."""
    return page, f"{url(page)}index.html", preview_json(page), share_image(page)


def api_file(name: str) -> str:
    """Return where a file of the whole briefing lies: `index.json`, `claims.json`, `claims.csv`, `conflicts.json`."""
    return f"api/v1/{name}"


def week_folder(week: str) -> str:
    """Return the folder of what changed in an ISO week, such as `changes/2026-W48`."""
    return f"{CHANGES}/{week}"


def month_folder(month: str) -> str:
    """Return the folder of what the sources of a month changed, such as `as-known/2024-04`."""
    return f"{AS_KNOWN}/{month}"


def known_json(month: str) -> str:
    """Return where a month of what became known lies, relative to the site's root: `api/v1/as-known/2024-04.json`."""
    return api_file(f"{AS_KNOWN}/{month}.json")


def week_json(week: str) -> str:
    """Return where the changes of an ISO week lie, relative to the site's root: `api/v1/changes/2026-W48.json`."""
    return api_file(f"{CHANGES}/{week}.json")


def search_file(name: str) -> str:
    """Return where a file of the search index lies: `index.json`, `shards.json`, `facets.json`, `cards/…`, `text/…`.

    Of many entries also `list.json`, `names.json`, `names/…`.
    """
    return f"search/{name}"


def slug(text: str) -> str:
    """Return a text as lower-case ASCII words joined by hyphens.

    Letters of other scripts would be lost: a digest of eight hex digits stands for them. Never empty.
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    words = _ODD.sub("-", folded).strip("-")
    if _loses_letters(folded):
        digest = hashlib.sha256(folded.encode("utf-8", "replace")).hexdigest()[:8]
        return f"{words or 'x'}-{digest}"
    return words or "x"


def _loses_letters(text: str) -> bool:
    """Tell whether a text has letters or digits of another script, which no slug can hold."""
    return any(character.isalnum() and not character.isascii() for character in text)


def claim_anchor(key: ClaimKey, article: ArticleId) -> str:
    """Return the anchor of a claim on its article's page: `c22`, `c23b-1`, `fact-acme-f1`.

    Section ids hold a hyphen and a word and never begin with `fact-`, so no claim takes one of theirs.
    """
    holder, _, local = key.partition("#")
    name = local.replace(".", "-")
    if holder == article:
        return name
    return f"fact-{holder}-{name}"


def slot_anchor(slot: Slot, subject: SubjectId) -> str:
    """Return the anchor of a slot on the page of ``subject``, one of those it is about, before it is made unique.

    It is made of the attribute and, where many values stand side by side, of what tells them apart; else of the
    key fields.
    """
    parts = [slot.attribute]
    distinction = _distinction(slot, subject)
    if distinction:
        parts.append(distinction)
    else:
        parts += [slug(value) for _, value in slot.key if value is not None]
    return "-".join(parts) + _opinion_suffix(slot)


def _opinion_suffix(slot: Slot) -> str:
    # An opinion and a fact under one attribute are two slots of one page.
    if not slot.opinion:
        return ""
    return "-opinion"


def _distinction(slot: Slot, subject: SubjectId) -> str:
    """Return what tells a slot from the others of its attribute; nothing where there can be no others."""
    others = [other for other in slot.about if other != subject]
    if others:
        return "-".join(others)
    if slot.many_value is None:
        return ""
    if not slot.many_value.startswith("text:"):
        return slug(slot.many_value)
    value = slot.claims[0].value
    if isinstance(value, EntityName):
        return slug(value.name)
    # The wording of a paraphrase may change, the key of its claim does not; and who says the same later, or better,
    # must not move it.
    return slug(min(slot.claims, key=_publication_order).key)


def _publication_order(claim: Claim) -> tuple[DateOrder, ClaimKey]:
    return date_order(claim.published), claim.key


def relation_anchor(relation: Relation, registry: Registry) -> str:
    """Return the anchor of a relation on the page of the end that it is seen from, before it is made unique.

    Both ends show one relation, each under a name of its own.
    """
    attribute = registry.attributes[relation.attribute]
    if attribute.symmetric and relation.other:
        return f"{relation.attribute}-{relation.other}{_opinion_suffix(relation.slot)}"
    if not relation.inverse:
        return slot_anchor(relation.slot, relation.subject)
    # Seen from its other end a relation goes by its other name: who owns, and what is owned.
    name = attribute.inverse_of or attribute.inverse or f"{relation.attribute}-from"
    keys = [slug(value) for field, value in relation.slot.key if value is not None and field != "value"]
    return "-".join([name, relation.other or "", *keys]) + _opinion_suffix(relation.slot)


def unique_anchors(wanted: Iterable[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the anchors in order, those that are taken already with `-2`, `-3` … behind them.

    ``taken`` are anchors of the same page that have been given out before.
    """
    used = set(taken)
    unique: list[str] = []
    for anchor in wanted:
        free = _first_free(anchor, used)
        used.add(free)
        unique.append(free)
    return tuple(unique)


def _first_free(anchor: str, used: Container[str]) -> str:
    candidate = anchor
    number = 1
    while candidate in used:
        number += 1
        candidate = f"{anchor}-{number}"
    return candidate

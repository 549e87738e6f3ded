"""Addresses: the page path, url and anchors of everything that has one. Nothing else spells an address.

A page path names a file of the page tree (`companies/acme/index.md`), a url what a reader asks for (`companies/acme/`).
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import NewType

from briefing.dataset.linked.records import Relation, Slot
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

ARTICLES = "articles"
PUBLISHERS = "publishers"
SOURCES = "sources"
TIMELINE = "timeline"
MONEY = "money"
CONFLICTS = "conflicts"
CHECKS = "checks"
CLAIMS = "claims"
NETWORK = "network"
RESERVED_FOLDERS = frozenset(
    {ARTICLES, PUBLISHERS, SOURCES, TIMELINE, MONEY, CONFLICTS, "about", "api", "assets", "calendar", "changes",
     CHECKS, "compare", "feeds", "search", NETWORK}
)  # fmt: skip
"""Folders that no kind of a briefing's own may have."""

_ODD = re.compile(r"[^a-z0-9]+")


def list_page(folder: str, number: int = 1) -> PagePath:
    """Return the ``number``-th page (from 1) of the list in ``folder``; an id has no underscore, so none collides."""
    return PagePath(f"{folder}/index.md" if number == 1 else f"{folder}/page_{number}/index.md")


def subject_page(kind: Kind, subject: SubjectId) -> PagePath:
    """Return the page of a subject."""
    return PagePath(f"{kind.folder}/{subject}/index.md")


def money_part(name: str) -> str:
    """Return the folder of a part of the money overview that is too long for the page of money."""
    return f"{MONEY}/{name}"


def claims_page(kind: Kind, subject: SubjectId, number: int = 1) -> PagePath:
    """Return the ``number``-th page of all that is said about a subject whose own page shows the strongest."""
    return list_page(f"{kind.folder}/{subject}/{CLAIMS}", number)


def article_page(article: ArticleId) -> PagePath:
    """Return the page of an article."""
    return PagePath(f"{ARTICLES}/{article}/index.md")


def publisher_page(publisher: PublisherId) -> PagePath:
    """Return the page of a publisher."""
    return PagePath(f"{PUBLISHERS}/{publisher}/index.md")


def url(page: PagePath) -> str:
    """Return the url of a page, relative to the site's root: `companies/acme/`, nothing for the home page."""
    return page.removesuffix("index.md")


def site_url(root: str, page: PagePath) -> str:
    """Return the whole url of a page of the site at ``root``."""
    return f"{root.rstrip('/')}/{url(page)}"


def relative_page(start: PagePath, page: PagePath, anchor: str = "") -> str:
    """Return the link from one page to another as a `.md` path, which MkDocs follows and checks."""
    fragment = f"#{anchor}" if anchor else ""
    if start == page and anchor:
        return fragment
    return _relative(start, page) + fragment


def relative_file(start: PagePath, path: str) -> str:
    """Return the link from a page's url to a file laid over the site, such as `api/v1/claims.json`."""
    return _relative(start, path)


def relative_url(start: PagePath, page: PagePath, anchor: str = "") -> str:
    """Return the link from one page to another as browsers follow it, for places where no engine rewrites links."""
    fragment = f"#{anchor}" if anchor else ""
    if start == page and anchor:
        return fragment
    return (_relative(start, url(page)) or "./") + fragment


def _relative(start: str, path: str) -> str:
    """Return the way from the folder of ``start`` to ``path``; both are relative to the site's root."""
    folder, steps = start.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(folder), len(steps) - 1) and folder[shared] == steps[shared]:
        shared += 1
    return "/".join([".."] * (len(folder) - shared) + steps[shared:])


def picture_csv(page: PagePath, name: str) -> str:
    """Return where the data of a picture lies, beside its page: `companies/acme/money.csv`."""
    return f"{url(page)}{name}.csv"


def entity_json(subject: SubjectId) -> str:
    """Return where the data of one subject lies, relative to the site's root."""
    return f"api/v1/entities/{subject}.json"


CALENDAR = "calendar.ics"


def subject_calendar_file(subject: SubjectId) -> str:
    """Return where the calendar of a subject's plans lies, relative to the site's root."""
    return f"calendar/{subject}.ics"


def preview_json(page: PagePath) -> str:
    """Return where the preview of a page lies, relative to the site's root: beside the page."""
    return f"{url(page)}preview.json"


def comparison(subjects: Iterable[SubjectId]) -> str:
    """Return where subjects are set side by side, relative to the site's root."""
    return f"{url(COMPARE)}?ids={','.join(subjects)}"


def share_image(page: PagePath) -> str:
    """Return where the image lies that others show for a page, relative to the site's root."""
    return f"{url(page)}share.png"


def api_file(name: str) -> str:
    """Return where a file of the whole briefing lies: `index.json`, `claims.json`, `claims.csv`, `conflicts.json`."""
    return f"api/v1/{name}"


def search_file(name: str) -> str:
    """Return where a file of the search index lies: `index.json`, `shards.json`, `facets.json`, `cards/…`, `text/…`."""
    return f"search/{name}"


def slug(text: str) -> str:
    """Return ``text`` as lower-case ascii words joined by hyphens; what that would lose is kept as a digest."""
    folded = unicodedata.normalize("NFKC", text).lower()
    words = _ODD.sub("-", folded).strip("-")
    if any(c.isalnum() and not c.isascii() for c in folded):
        digest = hashlib.sha256(folded.encode("utf-8", "replace")).hexdigest()[:8]
        return f"{words}-{digest}" if words else f"x-{digest}"
    return words or "x"


def claim_anchor(key: ClaimKey, article: ArticleId) -> str:
    """Return the anchor of a claim on its article's page: `c22`, `c23b-1`, `fact-acme-f1`.

    Section ids hold a hyphen and a word and never begin with `fact-`, so no claim takes one of theirs.
    """
    holder, _, local = key.partition("#")
    name = local.replace(".", "-")
    return name if holder == article else f"fact-{holder}-{name}"


def slot_anchor(slot: Slot, subject: SubjectId) -> str:
    """Return the anchor of a slot on the page of ``subject``, one of those it is about, before it is made unique."""
    keys = [slug(value) for _, value in slot.key if value is not None]
    value = _many_part(slot, subject)
    parts = [slot.attribute, *([value] if value else []), *([] if value else keys)]
    return "-".join(parts) + ("-opinion" if slot.opinion else "")


def _many_part(slot: Slot, subject: SubjectId) -> str:
    others = [one for one in slot.about if one != subject]
    if others:
        return "-".join(others)
    if slot.many_value is None:
        return ""
    if not slot.many_value.startswith("text:"):
        return slug(slot.many_value)
    value = slot.claims[0].value
    # The wording of a paraphrase may change, the key of its claim does not.
    return slug(value.name if isinstance(value, EntityName) else min(claim.key for claim in slot.claims))


def relation_anchor(relation: Relation, registry: Registry) -> str:
    """Return the anchor of a relation on the page of the end that it is seen from."""
    attribute = registry.attributes[relation.attribute]
    if attribute.symmetric and relation.other:
        return f"{relation.attribute}-{relation.other}" + ("-opinion" if relation.slot.opinion else "")
    if not relation.inverse:
        return slot_anchor(relation.slot, relation.subject)
    name = attribute.inverse_of or attribute.inverse or f"{relation.attribute}-from"
    keys = [slug(value) for field, value in relation.slot.key if value is not None and field != "value"]
    return "-".join([name, relation.other or "", *keys]) + ("-opinion" if relation.slot.opinion else "")


def unique_anchors(wanted: Iterable[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the anchors in order, those that are taken already with `-2`, `-3` … behind them."""
    used = set(taken)
    unique = []
    for anchor in wanted:
        number, candidate = 1, anchor
        while candidate in used:
            number += 1
            candidate = f"{anchor}-{number}"
        used.add(candidate)
        unique.append(candidate)
    return tuple(unique)

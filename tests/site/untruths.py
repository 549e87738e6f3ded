"""A built site in, every sentence on agreement, age and counts out that its own claims.json does not bear out.

Sentences are found by the words of the label catalogue, so that one that is worded anew is missed by ``Report.read``
and not by nobody. What they must say is worked out here from the files below ``api/v1/``, by none of our code.
"""

import calendar
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from posixpath import join, normpath
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from briefing.views.labels.english import ENGLISH

Claim = dict[str, Any]
FRESH_DAYS, STALE_DAYS = 180, 365
GOOD = ("A", "B")
_BOUND_TO_ONE = ("basis-article", "basis-original")
_ALL_CONFLICTS = re.compile(ENGLISH["all-conflicts"].format(n=r"(\d+)"))


@dataclass(slots=True)
class Report:
    """What was read, by label, and what is not so."""

    read: Counter[str] = field(default_factory=Counter)
    untrue: list[str] = field(default_factory=list)

    def hold(self, label: str, page: str, said: object, true: object) -> None:
        """Count a sentence and hold what it says against what is so."""
        self.read[label] += 1
        if said != true:
            self.untrue.append(f"{page}: {label}: says {said!r}, true is {true!r}")


@dataclass(frozen=True)
class Site:
    """The files of a built site, read when they are first asked for."""

    files: Mapping[str, bytes]

    def load(self, name: str) -> Any:
        return json.loads(self.files[f"api/v1/{name}"])

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return {one["id"]: one for one in self.load("claims.json")["claims"]}

    @cached_property
    def today(self) -> date:
        return date.fromisoformat(self.load("claims.json")["as_of"])

    @cached_property
    def subjects(self) -> list[dict[str, Any]]:
        return list(self.load("index.json")["subjects"])

    @cached_property
    def open_conflicts(self) -> list[dict[str, Any]]:
        found = self.load("conflicts.json")["conflicts"]
        return [one for one in found if one["status"] == "open" and one["audience"] == "reader"]

    @cached_property
    def facts(self) -> dict[str, list[Claim]]:
        """The claims of every fact by its address."""
        entities = [self.load(f"entities/{one['id']}.json") for one in self.subjects]
        return {
            fact["url"]: [self.claims[key] for key in fact["claims"]] for entity in entities for fact in entity["facts"]
        }

    def rests_on(self, subject: str) -> list[Claim]:
        """Return the claims that the page of a subject says it rests on."""
        return [self.claims[key] for key in self.load(f"entities/{subject}.json")["rests_on"]]

    def listed(self, folder: str) -> list[str]:
        """Return the addresses of the pages of a list."""
        pages = (one for one in self.files if re.fullmatch(rf"{folder}(.+/)?index\.html", one))
        return [one.removesuffix("index.html") for one in pages]

    def article(self, url: str) -> HtmlElement:
        """Return the main part of a page."""
        (found,) = html.document_fromstring(self.files[f"{url}index.html"].decode()).xpath("//article")
        return found


def find_untruths(files: Mapping[str, bytes]) -> Report:
    """Return what the pages of a site say that its data do not."""
    site, report = Site(files), Report()
    for subject in site.subjects:
        _check_subject(site, subject, report)
    _check_lists(site, report)
    _check_home(site, report)
    _check_articles(site, report)
    return report


# ---- what is so


def independent_of(claims: Iterable[Claim]) -> tuple[int, int]:
    """Return how many origins are known to differ, and how many more may be the same as another one."""
    read = [one for one in claims if "via" not in one["qualifiers"]]
    unknown = {one["origin"] for one in read if one["original"] == "unknown"}
    known = {one["origin"] for one in read} - unknown
    independent = len(known) or min(1, len(unknown))
    return independent, len(known) + len(unknown) - independent


def days_of(edtf: str) -> tuple[date, date]:
    """Return the first and the last day of a date; an open end is that of the end that is given."""
    ends = [one.strip("~?%") for one in edtf.split("/")]
    known = [one for one in ends if one not in ("", "..")]
    first, last = known[0].split("-"), known[-1].split("-")
    begins = date(*(int(one) for one in (*first, "1", "1")[:3]))
    month = int(last[1]) if len(last) > 1 else 12
    day = int(last[2]) if len(last) > 2 else calendar.monthrange(int(last[0]), month)[1]
    return begins, date(int(last[0]), month, day)


def age_words(site: Site, claims: Iterable[Claim]) -> str:
    """Return what is to be said of the age of claims."""
    dated = [days_of(one["published"]) for one in claims if one["rank"] != "excluded"]
    newest = max(dated)[1]
    age = (site.today - newest).days
    if age <= FRESH_DAYS:
        return ENGLISH["fresh-fresh"]
    state = ENGLISH["fresh-ageing" if age <= STALE_DAYS else "fresh-stale"]
    return ENGLISH["no-source-since"].format(state=state, date=newest.strftime("%B %Y"))


# ---- what is said


def text_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def with_class(element: HtmlElement, name: str, tag: str = "*") -> list[HtmlElement]:
    return list(element.xpath(f".//{tag}[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"))


def address_of(link: str, url: str) -> str:
    """Return where a link of a page leads, from the root of the site."""
    path, _, anchor = link.partition("#")
    target = normpath(join(url, path)) if path else url.rstrip("/")
    return f"{target}/#{anchor}" if anchor else f"{target}/"


def linked_claims(site: Site, element: HtmlElement, url: str) -> list[Claim]:
    """Return the claims that references lead to."""
    found = []
    for link in element.xpath(".//a[@href]/@href"):
        if re.match(r"articles/[^/]+/#", address := address_of(link, url)):
            article, anchor = address.removeprefix("articles/").split("/#")
            found += [one for one in site.claims.values() if _anchor(one) == (article, anchor)]
    return found


def _anchor(claim: Claim) -> tuple[str, str]:
    holder, _, local = claim["id"].partition("#")
    name = local.replace(".", "-")
    return claim["article"], name if holder == claim["article"] else f"fact-{holder}-{name}"


def articles_linked(element: HtmlElement, url: str) -> set[str]:
    """Return the articles that a part of a page leads to, but for those that are only named as copies of another."""
    found = element.xpath(".//a[@href][not(ancestor::td[@data-label=$origin])]/@href", origin=ENGLISH["origin"])
    links = (address_of(link, url) for link in found)
    return {one.split("/")[1] for one in links if re.match(r"articles/[^/#]+/", one)}


def stats_of(element: HtmlElement) -> dict[str, str]:
    """Return the figures of a trust bar with all that stands beside them, by their names."""
    items = [item for bar in with_class(element, "trust-bar") for item in bar.iter("li")]
    named = [(with_class(item, "stat-label"), item) for item in items]
    return {text_of(label[0]): text_of(item).removeprefix(text_of(label[0])).strip() for label, item in named if label}


def labelled(element: HtmlElement, key: str) -> list[HtmlElement]:
    """Return the paragraphs of a page that begin with a label."""
    said = (paragraph for paragraph in element.iter("p") if with_class(paragraph, "label"))
    return [one for one in said if _is_form(text_of(with_class(one, "label")[0]), key)]


def _is_form(text: str, key: str) -> bool:
    form = re.escape(ENGLISH[key]).replace(r"\{n\}", r"\d+")
    return re.fullmatch(form, text) is not None


# ---- pages of subjects


def _check_subject(site: Site, subject: dict[str, Any], report: Report) -> None:
    url, page = subject["url"], site.article(subject["url"])
    claims = site.rests_on(subject["id"])
    _check_ground(site, subject, page, report)
    _check_trust(site, subject, page, report)
    _check_basis(page, url, claims, report)
    _check_summary(site, page, url, report)
    _check_confidence(site, page, url, report)
    _check_preview(site, subject, page, report)


def _check_ground(site: Site, subject: dict[str, Any], page: HtmlElement, report: Report) -> None:
    """Whatever is said about a subject, and whatever its page leads to, is what the page says it rests on."""
    ground = {one["id"] for one in site.rests_on(subject["id"])}
    about = {key for key, one in site.claims.items() if subject["id"] in one["about"]}
    linked = {one["id"] for one in linked_claims(site, page, subject["url"])}
    left_out = {key for key, one in site.claims.items() if one["rank"] == "excluded"}
    report.hold(
        "rests_on", subject["url"], (sorted((about | linked) - left_out - ground), sorted(ground & left_out)), ([], [])
    )


def _check_trust(site: Site, subject: dict[str, Any], page: HtmlElement, report: Report) -> None:
    url, claims, stats = subject["url"], site.rests_on(subject["id"]), stats_of(page)
    independent, unsure = independent_of(claims)
    note = f" ({_filled('of-them-unsure', unsure)})" if unsure else ""
    report.hold("independent-origins", url, stats[ENGLISH["independent-origins"]], f"{independent}{note}")
    articles = stats[ENGLISH["articles"]].partition(" ")[0]
    report.hold("articles", url, articles, str(len({one["article"] for one in claims})))
    conflicts = sum(subject["id"] in one["about"] for one in site.open_conflicts)
    said = stats[ENGLISH["open-conflicts"]].partition(" ")[0]
    report.hold("open-conflicts", url, said, str(conflicts))
    if any(one["rank"] != "excluded" for one in claims):
        said = stats[ENGLISH["newest-source"]]
        true = age_words(site, claims)
        report.hold("newest-source", url, said.endswith(f" {true}"), True)
        report.read["no-source-since"] += true != ENGLISH["fresh-fresh"]
        report.read["fresh-fresh"] += true == ENGLISH["fresh-fresh"]
    counted = [int(text_of(cell)) for table in with_class(page, "sources") for cell in table.xpath(_cells("claims"))]
    left_out = sum(one["rank"] == "excluded" for one in linked_claims(site, page, url))
    if not left_out:
        report.hold("claims", url, sum(counted), len(claims))
    report.hold("claims", url, len(claims), subject["counts"]["rests_on"])
    report.hold("independent-origins", url, independent, subject["counts"]["independent"])


def _cells(key: str) -> str:
    return f".//td[@data-label='{ENGLISH[key]}']"


def _filled(key: str, n: int) -> str:
    return ENGLISH[f"{key}.one" if n == 1 else f"{key}.other"].format(n=n)


def _check_basis(page: HtmlElement, url: str, claims: list[Claim], report: Report) -> None:
    """All from one article means that whatever the page leads to, its neighbours' facts too, stands in that one."""
    articles = {one["article"] for one in claims}
    origins = {one["origin"] for one in claims}
    for key in _BOUND_TO_ONE:
        for paragraph in labelled(page, key):
            report.hold(key, url, articles_linked(paragraph, url), articles_linked(page, url))
            report.hold(key, url, articles_linked(paragraph, url), articles)
            report.hold(key, url, len(articles if key == "basis-article" else origins), 1)
    told = any(labelled(page, key) for key in _BOUND_TO_ONE)
    if not told and page.xpath(".//*[@id='key-facts' or @id='money' or @id='milestones' or @id='relations']"):
        report.hold("no basis", url, len(articles) > 1 and len(origins) > 1, True)


def _check_summary(site: Site, page: HtmlElement, url: str, report: Report) -> None:
    for key, check in _SUMMARY.items():
        for paragraph in labelled(page, key):
            for link in paragraph.xpath("./a[@href]/@href"):
                claims = site.facts.get(address_of(link, url), [])
                report.hold(key, url, (link, check(site, claims)), (link, True))
    own = [claims for address, claims in site.facts.items() if address.startswith(f"{url}#")]
    if ENGLISH["nothing-firm"] in text_of(page):
        near = [
            site.facts.get(address_of(link, url), []) for link in page.xpath(".//div[@class='glance']//a[@href]/@href")
        ]
        confirmed = [claims[0]["id"] for claims in (*own, *near) if _is_confirmed(claims)]
        report.hold("nothing-firm", url, confirmed, [])


def _is_confirmed(claims: list[Claim]) -> bool:
    opinion = all(one["modality"] in ("opinion", "editorial") for one in claims)
    return independent_of(claims)[0] > 1 and not opinion


def _agrees(_site: Site, claims: list[Claim]) -> bool:
    return _is_confirmed(claims) and not any(one["disputed"] for one in claims)


def _is_unsure(_site: Site, claims: list[Claim]) -> bool:
    independent, unsure = independent_of(claims)
    return independent == 1 and unsure > 0 and not any(one["disputed"] for one in claims)


def _is_uncontradicted(site: Site, claims: list[Claim]) -> bool:
    """One origin of grade A or B, nothing disputed, nothing open about it, and no other value of the same question.

    The same value on other terms is none: that the terms differ is a finding of its own, told beside it.
    """
    if len({one["origin"] for one in claims}) != 1 or min(one["grade"] for one in claims) not in GOOD:
        return False
    named = {one["id"] for one in claims}
    opened = any(named & set(one["claims"]) for one in site.open_conflicts if one["rule"].endswith("differ"))
    values = {_printed(one) for one in claims}
    questions = {_question(one) for one in claims}
    rivals = [
        one["id"]
        for one in site.claims.values()
        if one["rank"] in ("normal", "superseded") and _question(one) in questions and _printed(one) not in values
    ]
    return not (opened or rivals or any(one["disputed"] for one in claims))


def _printed(claim: Claim) -> str:
    return str(claim["value"] and claim["value"]["printed"])


def _question(claim: Claim) -> tuple[object, ...]:
    keys = ("line", "measure", "milestone", "list", "edition", "role")
    return (*claim["about"], claim["attribute"], *(claim["qualifiers"].get(key) for key in keys))


_SUMMARY = {"firm": _agrees, "unsure": _is_unsure, "single-source": _is_uncontradicted}


def _check_confidence(site: Site, page: HtmlElement, url: str, report: Report) -> None:
    """The word and the reason beneath it, in every row that has both and leads to its claims."""
    for row in page.iter("tr"):
        reason, anchors = with_class(row, "reason", "span"), row.xpath(".//@id")
        claims = next((site.facts[f"{url}#{one}"] for one in anchors if f"{url}#{one}" in site.facts), [])
        if not reason or not claims:
            continue
        marks = row.xpath(".//span[starts-with(@class, 'confidence-')]")
        true = ENGLISH[f"confidence-{claims[0]['confidence']}"]
        report.hold("confidence", url, text_of(marks[0]) if marks else "", true)
        _check_reason(url, text_of(reason[0]), claims, report)


def _check_reason(url: str, reason: str, claims: list[Claim], report: Report) -> None:
    independent, unsure = independent_of(claims)
    heard = {one["origin"] for one in claims if "via" not in one["qualifiers"]}
    read = {(one["article"], one["origin"]) for one in claims if one["origin"] in heard}
    articles = len({article for article, _ in read})
    if said := re.search(r"(\d+) independent origins", reason):
        report.hold("reason: independent", url, int(said[1]), independent)
    if said := re.search(r"(\d+) articles(?: \(.*\))?, no common original known", reason):
        report.hold("reason: no common original", url, (int(said[1]), independent, unsure > 0), (articles, 1, True))
        copies = sorted(str(n) for n in Counter(origin for _, origin in read).values() if n > 1)
        told = re.search(r"\((.*) of one original", reason)
        report.hold("reason: copies among", url, sorted(re.findall(r"\d+", told[1] if told else "")), copies)
    if reason.endswith("they agree"):
        good = {one["origin"] for one in claims if one["original"] == "known" and one["grade"] in GOOD}
        report.hold("reason: they agree", url, len(good) > 1, True)
    if said := re.match(r"1 origin in (\d+) articles", reason):
        report.hold("reason: 1 origin", url, (int(said[1]), len({origin for _, origin in read})), (articles, 1))
    if re.match(r"1 article\b", reason):
        report.hold("reason: 1 article", url, articles, 1)
    if claims[0]["confidence"] == "high" and "release" not in reason:
        report.hold("high", url, independent > 1, True)


def _check_preview(site: Site, subject: dict[str, Any], page: HtmlElement, report: Report) -> None:
    """What a link says before it is followed is what the page says."""
    notes, stats = json.loads(site.files[f"{subject['url']}preview.json"])["notes"], stats_of(page)
    counts = [stats[ENGLISH[key]].partition(" ")[0] for key in ("articles", "independent-origins", "open-conflicts")]
    report.hold("preview", subject["url"], re.findall(r"\d+", notes[-1]), counts)
    if newest := stats.get(ENGLISH["newest-source"]):
        said = notes[0].removeprefix(f"{ENGLISH['newest-source']}: ")
        report.hold("preview", subject["url"], *(re.sub(r"[()]", "", one) for one in (said, newest)))


# ---- lists, the first page, articles


def _check_lists(site: Site, report: Report) -> None:
    by_url = {one["url"]: one for one in site.subjects}
    for path in sorted(site.files):
        url = path.removesuffix("index.html")
        if url.count("/") != 1 or not any(one.startswith(url) for one in by_url) or path == url:
            continue
        for row in (row for table in with_class(site.article(url), "subjects") for row in table.iter("tr")):
            cells = {cell.get("data-label"): text_of(cell) for cell in row.iter("td")}
            if cells:
                subject = by_url[address_of(row.xpath(".//a/@href")[0], url)]
                _check_row(site, url, subject, cells, report)


def _check_row(site: Site, url: str, subject: dict[str, Any], cells: dict[str, str], report: Report) -> None:
    claims, place = site.rests_on(subject["id"]), f"{url}: {subject['id']}"
    report.hold("list: claims", place, int(cells[ENGLISH["claims"]]), len(claims))
    articles = len({one["article"] for one in claims})
    report.hold("list: articles", place, int(cells[ENGLISH["articles"]]), articles)
    conflicts = sum(subject["id"] in one["about"] for one in site.open_conflicts)
    report.hold("list: open-conflicts", place, int(cells[ENGLISH["open-conflicts"]]), conflicts)
    if any(one["rank"] != "excluded" for one in claims):
        report.hold("list: newest", place, age_words(site, claims) in cells[ENGLISH["newest-source"]], True)


def _check_home(site: Site, report: Report) -> None:
    page = site.article("")
    numbers = [text_of(item) for bar in with_class(page, "trust-bar") for item in bar.iter("li")]
    claims = [one for one in site.claims.values() if one["rank"] != "excluded"]
    independent, unsure = independent_of(claims)
    note = f" ({_filled('of-them-unsure', unsure)})" if unsure else ""
    for true in (
        f"{independent} {_filled('stat-origins', independent)}{note}",
        f"{len(claims)} {_filled('stat-claims', len(claims))}",
        f"{len(site.open_conflicts)} {_filled('stat-conflicts', len(site.open_conflicts))}",
    ):
        report.hold("home", "/", true if true in numbers else numbers, true)
    told = [one for link in page.iter("a") if (one := _ALL_CONFLICTS.fullmatch(text_of(link)))]
    cards = sum(len(with_class(site.article(url), "conflict")) for url in site.listed("conflicts/"))
    report.hold("home: all-conflicts", "/", [int(one[1]) for one in told], [cards] if told else [])
    newest = stats_of(page)[ENGLISH["newest-source"]]
    report.hold("home: newest", "/", newest.endswith(age_words(site, claims)), True)
    kinds = Counter(one["url"].partition("/")[0] for one in site.subjects)
    for item in (item for part in with_class(page, "starts") for item in part.iter("li")):
        folder = address_of(item.xpath(".//a/@href")[0], "").strip("/")
        report.hold("home: kinds", "/", int(text_of(with_class(item, "stat")[0])), kinds[folder])


def _check_articles(site: Site, report: Report) -> None:
    counts = Counter(one["article"] for one in site.claims.values())
    for row in (row for table in with_class(site.article("articles/"), "articles") for row in table.iter("tr")):
        cells = {cell.get("data-label"): text_of(cell) for cell in row.iter("td")}
        if cells:
            article = address_of(row.xpath(".//a/@href")[0], "articles/").split("/")[1]
            report.hold("article: claims", article, int(cells[ENGLISH["claims"]]), counts[article])

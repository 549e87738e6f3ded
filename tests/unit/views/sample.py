"""A small briefing built by hand: two chipmakers, a state, a fab, a summit; an agency story and a rewrite of it."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from briefing.dataset.conflicts.rule_table import RULES
from briefing.dataset.link import add_conflicts, link_dataset
from briefing.dataset.linked.records import Dataset
from briefing.decode.reading.files import read_registry
from briefing.decode.records.registry import decode_registry
from briefing.diagnostics.diagnostic import Span
from briefing.model.claims import Claim, Modality, Speaker
from briefing.model.dates import PartialDate, parse_date
from briefing.model.ids import ArticleId, ClaimKey, PublisherId, SubjectId, claim_key
from briefing.model.money import Money, parse_money
from briefing.model.records import (
    Alias,
    Article,
    Briefing,
    Citation,
    Exclusion,
    FormerName,
    Grade,
    Judgement,
    MoneyLine,
    Name,
    Outcome,
    Publisher,
    Rate,
    Rejection,
    SourcedText,
    Subject,
    Summary,
)
from briefing.model.registry import Registry
from briefing.model.value_parsing import parse_value_as
from briefing.model.values import Malformed, Value
from briefing.source.parse import parse_document
from briefing.views.base.context import Context, open_context

HERE = Span("sample.yml")
KINDS = {
    "acme": "company",
    "bolt": "company",
    "japan": "place",
    "fab-1": "project",
    "summit": "event",
    "ann-lee": "person",
}


def registry() -> Registry:
    """Return the registry that the package ships."""
    path = Path(__file__).parents[3] / "generator" / "briefing" / "registry.yml"
    node, _ = parse_document("registry.yml", path.read_bytes())
    assert node is not None
    findings: list[Any] = []
    built = decode_registry(read_registry(node, findings), None, findings)
    assert not findings
    return built


def day(text: str) -> PartialDate:
    """Return a date from its literal."""
    found = parse_date(text)
    assert isinstance(found, PartialDate), found
    return found


def money(text: str) -> Money:
    """Return a sum from its literal."""
    found = parse_money(text)
    assert isinstance(found, Money), found
    return found


def value(attribute: str, text: str) -> Value:
    """Return the value of an attribute from its literal."""
    found = parse_value_as(REGISTRY.attributes[attribute].values, text)
    assert not isinstance(found, Malformed), found
    return found


REGISTRY = registry()


def claim(key: str, about: str, attribute: str, literal: str | None, **fields: Any) -> Claim:
    """Return a claim; fields that no argument of ``Claim`` takes become qualifiers."""
    holder, _, local = key.partition("#")
    article = fields.pop("article", holder)
    record = ARTICLES[article]
    speaker = fields.pop("speaker", None)
    par = fields.pop("par", None)
    also = fields.pop("also", None)
    when = fields.pop("when", None)
    modality = Modality(fields.pop("modality", "opinion" if REGISTRY.attributes[attribute].opinion else "reported"))
    as_of = fields.pop("as_of", None)
    restates = fields.pop("restates", None)
    excluded = fields.pop("excluded", None)
    grade = "C" if fields.get("via") and record.grade.letter < "C" else record.grade.letter
    qualifiers = {**fields, **({"when": when} if when else {})}
    return Claim(
        key=claim_key(holder, local), holder=holder, order=int("".join(c for c in local if c.isdigit()) or 0),
        article=ArticleId(article), capture=None, par=(par, par) if par else None,
        about=tuple(SubjectId(one) for one in about.split("+")), attribute=attribute,
        value=None if literal is None else value(attribute, literal), also_printed=money(also) if also else None,
        modality=modality, speaker=speaker, qualifiers=qualifiers, period=None, when=day(when) if when else None,
        as_of=day(as_of) if as_of else record.published, published=record.published,
        origin=fields.get("via") or record.origin, grade=grade, excluded=excluded,
        restates=ClaimKey(restates) if restates else None, span=HERE,
    )  # fmt: skip


def article(name: str, publisher: str | None, published: str, **fields: Any) -> Article:
    """Return an article with a summary of one line."""
    given: dict[str, Any] = {
        "title": None, "author": ("Hiro Sato",), "url": None, "language": "en", "form": "report",
        "published_basis": None, "origin": name, "grade": Grade("B", "named reporters"), "capture": None,
        "review": "reviewed", "review_note": None, "status": "current", "status_reason": None, "cites": (),
        "exclude": (), "summary": Summary(f"What {name} says of Acme.", (), ()), "note": None,
    }  # fmt: skip
    return Article(
        id=ArticleId(name), publisher=PublisherId(publisher) if publisher else None, published=day(published),
        span=HERE, **{**given, **fields},
    )  # fmt: skip


ARTICLES = {
    one.id: one
    for one in (
        article("daily-1", "daily", "2024-04-14", url="https://daily.example/a?b=1&copy=2", origin="agency-1",
                exclude=(Exclusion((9, 12), "teasers"),),
                cites=(Citation("weekly-1", PublisherId("weekly"), "Acme plans", None, None, None),),
                summary=Summary("Acme builds chips in Japan.",
                                (SourcedText("Acme gets 3.9 trillion yen.", (ClaimKey("daily-1#c1"),)),),
                                ("One analyst only.",))),
        article("copy-1", None, "2024-04", origin="agency-1", form="rewrite", title="Acme and 日本",
                grade=Grade("D", "unsigned"), review="machine-reviewed"),
        article("weekly-9", "weekly", "2026-06-25", grade=Grade("C", "one author")),
    )
}  # fmt: skip

PUBLISHERS = {
    PublisherId("daily"): Publisher(
        PublisherId("daily"), Name("The Daily"), Grade("B", "a newspaper"), None, "https://daily.example/", HERE
    ),
    PublisherId("weekly"): Publisher(
        PublisherId("weekly"), Name("Acme"), Grade("C", "house paper"), SubjectId("acme"), None, HERE
    ),
}


def subject(name: str, en: str, **fields: Any) -> Subject:
    """Return a subject that has nothing but a name, unless told."""
    given: dict[str, Any] = {
        "describes": f"The sample subject {name}.", "aliases": (), "former_names": (), "identifiers": {},
        "not_same_as": (), "last_verified": None, "bottom_line": None, "money_lines": (), "judgements": (),
        "outcomes": (),
    }  # fmt: skip
    name_record = Name(en, fields.pop("short", None), fields.pop("ja", None), fields.pop("reading", None))
    return Subject(id=SubjectId(name), kind=KINDS[name], name=name_record, span=HERE, **{**given, **fields})


def judgement(about: str, slot: dict[str, str], **fields: Any) -> Judgement:
    """Return a judgement of a slot."""
    given: dict[str, Any] = {
        "finding_rule": None, "finding_claims": (), "prefer": (), "word": None, "reject": (), "move": (),
        "because": "The agency names its source.", "settles_it": "The ministry's release.",
        "decided": day("2026-11-20"), "seen": None,
    }  # fmt: skip
    return Judgement(subject=SubjectId(about), slot=slot, span=HERE, **{**given, **fields})


def subjects() -> dict[SubjectId, Subject]:
    """Return the subjects of the sample."""
    found = (
        subject("acme", "Acme Corporation", short="Acme", ja="アクメ株式会社", reading="アクメ",
                aliases=(Alias("Acme Corp"), Alias("AC", "ambiguous")),
                former_names=(FormerName("Old Acme", day("2020"), ArticleId("daily-1")),),
                identifiers={"lei": "5493001KJTIIGC8Y1R12"}, not_same_as=(SubjectId("fab-1"),),
                last_verified=day("2026-11-01"),
                bottom_line=SourcedText("Acme makes chips in Japan with Bolt.", (ClaimKey("daily-1#c1"),)),
                money_lines=(MoneyLine("tranche", "April tranche", {"in_addition_to": ("earlier",)}, "Two.", HERE),),
                judgements=(judgement("acme", {"attribute": "rank", "list": "top"},
                                      reject=(Rejection(ClaimKey("copy-1#c3"), "copied-error"),)),)),
        subject("bolt", "Bolt"),
        subject("japan", "Japan", ja="日本"),
        subject("fab-1", "Acme Fab 1", short="Fab 1",
                outcomes=(Outcome({"attribute": "milestone", "milestone": "opening"}, "met", None, None, (), HERE),)),
        subject("summit", "Tokyo Summit"),
        subject("ann-lee", "Ann Lee"),
    )  # fmt: skip
    return {one.id: one for one in found}


def claims() -> list[Claim]:
    """Return the claims of the sample."""
    ann = Speaker(subject=SubjectId("ann-lee"))
    return [
        claim("daily-1#c1", "acme", "amount", "JPY 3.9tn", also="USD 25.44bn", line="tranche", stage="approved",
              payer="japan", payee="acme", par=1),
        claim("copy-1#c1", "acme", "amount", "up to JPY 4.5tn", line="tranche", stage="announced", payer="japan",
              par=1),
        claim("daily-1#c2", "acme", "status", "planned", as_of="2024", par=2),
        claim("weekly-9#c2", "acme", "status", "operating", par=2),
        claim("daily-1#c3", "acme", "rank", "rank 3", list="top", par=3),
        claim("copy-1#c3", "acme", "rank", "rank 30", list="top", par=3),
        claim("daily-1#c4", "acme+bolt", "partner", None, par=4),
        claim("daily-1#c5", "fab-1", "operator", "acme", par=5),
        claim("daily-1#c6", "fab-1", "milestone", "2025-04", milestone="trial-production", modality="planned", par=6),
        claim("weekly-9#c6", "fab-1", "milestone", "2027", milestone="mass-production", modality="aim", par=6),
        claim("daily-1#c6b", "fab-1", "milestone", "2024-02", milestone="opening", modality="planned", par=6),
        claim("daily-1#c7", "summit", "participant", "ann-lee", par=7),
        claim("daily-1#c7b", "summit", "date", "2024-04-10", measure="held", par=7),
        claim("daily-1#c8", "acme", "assessment", "Japan should not lean on Acme alone", speaker=ann, par=8,
              quote="not on Acme alone"),
        claim("daily-1#c8b", "acme", "aim", "make chips with Bolt in Japan", par=8, scope="logic chips"),
        claim("daily-1#c8c", "acme", "effect", "JPY 9tn", line="spillover", modality="forecast", par=8),
        claim("weekly-9#c9", "acme", "sector", "chip making", par=9),
        claim("weekly-9#c9b", "japan", "partner", "text:like-minded countries", par=9, via="none-such"),
        claim("acme#f1", "acme", "date", "2011-08", measure="founded", article="weekly-9"),
        claim("weekly-9#c10", "acme", "office", "ann-lee", role="chief-executive", par=10),
        claim("weekly-9#c11", "bolt", "aim", "sell to Ann Lee", par=11, excluded="withdrawn"),
    ]  # fmt: skip


def briefing(**fields: Any) -> Briefing:
    """Return the briefing of the sample."""
    given: dict[str, Any] = {
        "name": Name("Sample Briefing"), "url": "https://sample.example/", "language": "en",
        "as_of": day("2026-11-22"), "currency": "JPY", "description": "A sample.",
        "bottom_line": SourcedText("Acme leads.", (ClaimKey("daily-1#c1"),)),
        "licences": {"code": "MIT", "data": "CC-BY-4.0"}, "thresholds": {},
    }  # fmt: skip
    return Briefing(**{**given, **fields})


def link(
    subjects: dict[SubjectId, Subject],
    claims: Iterable[Claim],
    articles: dict[ArticleId, Article] | None = None,
    publishers: dict[PublisherId, Publisher] | None = None,
    rates: tuple[Rate, ...] = (Rate("USD/JPY", "2024-04", Decimal("153.89"), "central bank"),),
    about: Briefing | None = None,
    registry: Registry = REGISTRY,
) -> Dataset:
    """Return the linked dataset of some subjects and claims, with the conflicts of the simplest rule."""
    dataset, _ = link_dataset(
        about or briefing(), registry, subjects, articles or ARTICLES, publishers or PUBLISHERS, claims, rates, (), ()
    )
    with_conflicts, _ = add_conflicts(dataset, [rule for rule in RULES if rule.code == "values-differ"])
    return with_conflicts


def sample() -> Dataset:
    """Return the sample, linked."""
    return link(subjects(), claims())


@cache
def sample_context() -> Context:
    """Return what the views of the sample read."""
    return open_context(sample())


@cache
def undecided_context() -> Context:
    """Return what the views of the sample read where no editor has decided anything."""
    undecided = {key: replace(record, judgements=()) for key, record in subjects().items()}
    return open_context(link(undecided, claims()))


def context_with(*more: Claim) -> Context:
    """Return what the views of the sample read with further claims."""
    return open_context(link(subjects(), [*claims(), *more]))

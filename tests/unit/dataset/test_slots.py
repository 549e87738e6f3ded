"""Slots, value sets, judgements, names and relations: what the golden cases do not reach."""

from dataclasses import replace
from itertools import permutations
from time import process_time

import pytest

from briefing.dataset.comparing.confidence import rate_confidence
from briefing.dataset.comparing.slot_keys import SlotKey, canonical
from briefing.dataset.comparing.value_sets import claim_order, same_value_sets
from briefing.dataset.linked.records import Confidence, Dataset, Rank
from briefing.diagnostics.diagnostic import Severity
from briefing.model.ids import ArticleId, SubjectId
from briefing.model.value_parsing import parse_value
from briefing.model.values import EntityName, EntityRef, Text, Unknown
from briefing.pipeline import Prepared, prepare

HEAD = "publisher: {publisher}\nlanguage: en\nform: report\npublished: 2024-04-14\nclaims:\n"
FILES = {
    "briefing.yml": "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
    "publishers/herald.yml": "name: Herald\ngrade: {letter: B, why: a daily}\n",
    "companies/acme.yml": "name: Acme\ndescribes: A maker of chips.\n",
    "companies/northwind.yml": "name: Northwind\ndescribes: A maker of wafers.\n",
    "companies/initech.yml": "name: Initech\ndescribes: A maker of paper.\n",
}


def run(*rows: str, **files: str) -> Prepared:
    """Prepare the base with one article of these claims; files are named `folder__name`."""
    over = {name.replace("__", "/").replace("_", "-") + ".yml": text for name, text in files.items()}
    article = HEAD.format(publisher="herald") + "".join(f"  - {row}\n" for row in rows)
    everything = {**FILES, "articles/one.yml": article, **over}
    return prepare({path: text.encode() for path, text in everything.items()})


def dataset(*rows: str, **files: str) -> Dataset:
    prepared = run(*rows, **files)
    assert prepared.dataset is not None, prepared.findings
    return prepared.dataset


def figure(n: int, value: str, more: str = "") -> str:
    return f"{{id: c{n}, about: acme, attribute: figure, measure: revenue, value: {value}{more}}}"


CHAIN = [
    figure(1, "JPY 3tn"),
    figure(2, "USD 20bn"),
    figure(3, "EUR 18bn"),
    figure(4, "USD 20bn", ", also_printed: EUR 18bn"),
    figure(5, "JPY 3tn", ", also_printed: USD 20bn"),
    figure(6, "JPY 9tn"),
]


def test_value_sets_join_through_printed_pairs_in_any_order() -> None:
    claims = sorted(dataset(*CHAIN).claims.values(), key=claim_order)
    for order in permutations(claims):
        found = [[claim.key for claim in one] for one in same_value_sets(order)]
        assert found == [["one#c1", "one#c2", "one#c3", "one#c4", "one#c5"], ["one#c6"]]


def test_value_sets_keep_denials_apart() -> None:
    claims = dataset(figure(1, "JPY 3tn"), figure(2, "JPY 3tn", ", denied: true")).claims.values()
    assert [len(one) for one in same_value_sets(list(claims))] == [1, 1]


def test_many_claims_of_one_slot_are_sorted_out_in_linear_time() -> None:
    rows = [figure(n, f"USD {n % 700 + 1}m", f", also_printed: JPY {n % 350 + 1}bn") for n in range(2500)]
    claims = list(dataset_claims(rows))
    started = process_time()
    sets = same_value_sets(claims)
    assert process_time() - started < 5
    assert sum(map(len, sets)) == 2500
    assert len(sets) == 350


def dataset_claims(rows: list[str]):  # type: ignore[no-untyped-def]
    """Decode claims without the rules, which are not what is measured here."""
    import briefing.pipeline as pipeline

    article = HEAD.format(publisher="herald") + "".join(f"  - {row}\n" for row in rows)
    sources = {path: text.encode() for path, text in {**FILES, "articles/one.yml": article}.items()}
    loaded = pipeline.load_sources(sources)
    return pipeline.decode_data(loaded.raw, loaded.registry, None, loaded.findings).claims


def test_a_slot_has_a_name_for_good() -> None:
    key = SlotKey((SubjectId("acme"),), "figure", (("measure", "revenue"),), None, False)
    assert key.digest == "8dace305f112"
    others = [
        SlotKey((SubjectId("acme"),), "figure", (("measure", None),), None, False),
        SlotKey((SubjectId("acme"),), "figure", (("measure", "revenue"),), None, True),
        SlotKey((SubjectId("acme"),), "figure", (("measure", "revenue"),), "x", False),
        SlotKey((SubjectId("acne"),), "figure", (("measure", "revenue"),), None, False),
    ]
    assert len({key.digest, *(one.digest for one in others)}) == 5


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (EntityRef("acme"), "acme"),
        (EntityName("Ａcme  Corp"), "text:acme corp"),
        (Text("The  LARGEST"), "text:the largest"),
        (Unknown(), "unknown"),
        (parse_value("money", "JPY 3兆9000億"), "JPY 3.9tn"),
    ],
)
def test_values_of_many_valued_attributes_are_told_apart_by_what_they_say(value, text: str) -> None:  # type: ignore[no-untyped-def]
    assert canonical(value) == text


@pytest.mark.parametrize(
    ("grades", "word"),
    [
        ("A", "moderate"), ("B", "moderate"), ("C", "moderate"), ("D", "low"), ("E", "low"), ("F", "low"),
        ("AA", "high"), ("AB", "high"), ("BB", "high"), ("AC", "moderate"), ("BD", "moderate"), ("CC", "moderate"),
        ("DD", "moderate"), ("FF", "moderate"), ("ABF", "high"), ("ACD", "moderate"), ("CDEF", "moderate"),
    ],
)  # fmt: skip
def test_confidence_follows_from_the_grades_of_origins(grades: str, word: str) -> None:
    (claim,) = dataset(figure(1, "USD 1bn")).claims.values()
    by_origin = {f"origin-{n}": grade for n, grade in enumerate(grades)}
    claims = [replace(claim, article=ArticleId(one), origin=one) for one in by_origin]
    found, reason = rate_confidence(claims, by_origin, frozenset())
    assert found.value == word
    assert reason.startswith(f"{len(grades)} independent origins" if len(grades) > 1 else "1 article")


def test_reports_that_an_article_only_cites_are_no_witnesses_beside_it() -> None:
    """Four poor voices of which nobody read more than one are one poor voice; a fair one among them is heard."""
    (own,) = dataset(figure(1, "USD 1bn")).claims.values()
    cited = [replace(own, origin=name, qualifiers={**own.qualifiers, "via": name}) for name in ("wire", "daily")]
    grades = {own.origin: "D", "wire": "D", "daily": "E"}
    found, reason = rate_confidence([own, *cited], grades, frozenset())
    assert (found, reason) == (
        Confidence.LOW,
        "1 article and 2 reports known only from being cited, of grades D and E",
    )
    assert rate_confidence([own, *cited], {**grades, own.origin: "C"}, frozenset())[0] is Confidence.MODERATE
    read = [replace(one, article=ArticleId(one.origin), qualifiers=own.qualifiers) for one in cited]
    assert rate_confidence([own, *read], grades, frozenset())[0] is Confidence.MODERATE
    assert rate_confidence(cited, {"wire": "D", "daily": "E"}, frozenset()) == (
        Confidence.LOW,
        "2 reports known only from 1 article citing them, of grades D and E",
    )


def test_an_article_that_only_cites_a_report_is_counted_with_the_report_and_not_with_those_that_say_it() -> None:
    (own,) = dataset(figure(1, "USD 1bn")).claims.values()
    cited = replace(own, article=ArticleId("digest"), origin="wire", qualifiers={**own.qualifiers, "via": "wire"})
    copy = replace(own, article=ArticleId("copy"))
    other = replace(own, article=ArticleId("other"), origin="other", original_known=False)
    grades = {own.origin: "B", "wire": "C", "other": "E"}
    reasons = [
        rate_confidence(claims, {one.origin: grades[one.origin] for one in claims}, frozenset())[1]
        for claims in ([own, cited], [own, copy, cited], [own, copy, other, cited])
    ]
    assert reasons == [
        "1 article and 1 report known only from being cited, of grades B and C",
        "1 origin in 2 articles and 1 report known only from being cited, of grades B and C",
        "3 articles (2 of one original), no common original known"
        " and 1 report known only from being cited, of grades B, C and E",
    ]


def test_a_release_counts_before_its_grade() -> None:
    claims = list(dataset(figure(1, "USD 1bn")).claims.values())
    found, reason = rate_confidence(claims, {"one": "F"}, frozenset({claims[0].key}))
    assert (found, reason.split(";")[0]) == (Confidence.HIGH, "the actor's own release about a done act")


def test_relations_are_seen_from_both_ends() -> None:
    found = dataset(
        "{id: c1, about: acme, attribute: owner, value: northwind}",
        "{id: c2, about: acme, attribute: partner, value: initech}",
        '{id: c3, about: acme, attribute: supplier, value: "text:Small Firm"}',
        "{id: c4, about: [acme, northwind, initech], attribute: competitor}",
    )
    seen = {
        subject: [(one.attribute, one.inverse, one.other or one.other_name) for one in relations]
        for subject, relations in found.relations_of.items()
    }
    assert seen == {
        "acme": [
            ("owner", False, "northwind"),
            ("supplier", False, "Small Firm"),
            ("partner", False, "initech"),
            ("competitor", False, "initech"),
            ("competitor", False, "northwind"),
        ],
        "initech": [("partner", False, "acme"), ("competitor", False, "acme"), ("competitor", False, "northwind")],
        "northwind": [("owner", True, "acme"), ("competitor", False, "acme"), ("competitor", False, "initech")],
    }


def test_what_a_source_denies_is_no_relation() -> None:
    assert dataset("{id: c1, about: acme, attribute: owner, value: northwind, denied: true}").relations_of == {}


def test_a_claim_of_several_pairs_stands_in_each_of_their_slots() -> None:
    found = dataset("{id: c1, about: [northwind, acme, initech], attribute: partner}")
    assert [slot.about for slot in found.slots] == [
        ("acme", "initech"),
        ("acme", "northwind"),
        ("initech", "northwind"),
    ]
    assert found.slot_of["one#c1"].about == ("acme", "initech")
    assert all(slot.ranks == {"one#c1": Rank.SHOWN} for slot in found.slots)


def test_who_names_whom() -> None:
    found = dataset(
        "{id: c1, about: acme, attribute: amount, line: a, value: USD 1bn, stage: spent, payer: northwind}",
        "{id: c2, about: acme, attribute: risk, value: delay, speaker: initech}",
        "{id: c3, about: acme, attribute: partner, value: initech}",
    )
    assert found.incoming_of == {"initech": ("one#c2", "one#c3"), "northwind": ("one#c1",)}


JUDGEMENT = "name: Acme\ndescribes: A maker.\njudgements:\n  - {%s, because: So it is., decided: 2026-11-21}\n"


@pytest.mark.parametrize(
    ("slot", "fits"),
    [
        ("{attribute: partner, value: northwind}", True),
        ("{attribute: partner}", True),
        ("{attribute: partner, value: initech}", False),
        ("{attribute: purpose, value: Chips}", True),
        ("{attribute: purpose, value: chips}", True),
        ("{attribute: purpose, value: wafers}", False),
        ("{attribute: figure, measure: revenue}", True),
        ("{attribute: figure}", False),
        ("{attribute: figure, measure: revenue, opinion: false}", True),
        ("{attribute: figure, measure: revenue, opinion: true}", False),
        ("{attribute: risk, value: delay}", True),
        ("{attribute: risk, value: delay, opinion: true}", True),
        ("{attribute: owns, value: initech}", True),
        ("{attribute: owns}", True),
        ("{attribute: owns, value: northwind}", False),
    ],
)
def test_a_judgement_names_its_slot(slot: str, fits: bool) -> None:
    prepared = run(
        "{id: c1, about: acme, attribute: partner, value: northwind}",
        "{id: c2, about: acme, attribute: purpose, value: Chips}",
        figure(3, "USD 1bn"),
        "{id: c4, about: acme, attribute: risk, value: delay, speaker: northwind}",
        "{id: c5, about: initech, attribute: owner, value: acme}",
        companies__acme=JUDGEMENT % f"slot: {slot}, prefer: both-stand",
    )
    assert [one.code for one in prepared.findings if one.severity is Severity.ERROR] == (
        [] if fits else ["judgement-slot-unknown"]
    )


def test_facts_come_before_opinions_where_a_judgement_does_not_say_which() -> None:
    found = dataset(
        "{id: c1, about: acme, attribute: date, measure: opened, value: 2020}",
        "{id: c2, about: acme, attribute: date, measure: opened, value: 2021, modality: opinion, speaker: northwind}",
        companies__acme=JUDGEMENT % "slot: {attribute: date, measure: opened}, prefer: both-stand",
    )
    assert [(slot.opinion, slot.judgement is not None) for slot in found.slots] == [(False, True), (True, False)]


def test_a_preference_in_a_judgement_on_a_finding_chooses_too() -> None:
    rows = figure(1, "USD 1bn"), figure(2, "USD 9bn")
    body = "finding: {rule: values-differ, claims: [one#c1, one#c2]}, prefer: [one#c2]"
    found = dataset(*rows, companies__acme=JUDGEMENT % body)
    assert found.slots[0].ranks == {"one#c1": Rank.NORMAL, "one#c2": Rank.SHOWN}
    assert not found.slots[0].disputed


def test_a_file_that_is_broken_elsewhere_does_not_hide_a_judgement_on_nothing() -> None:
    prepared = run(
        figure(1, "USD 1bn"),
        companies__acme=JUDGEMENT % "slot: {attribute: figure, measure: profit}, prefer: both-stand",
        publishers__gazette="name: Gazette\n",
    )
    assert sorted(one.code for one in prepared.findings) == ["field-missing", "judgement-slot-unknown"]
    assert prepared.dataset is None


def test_conflicts_are_told_beside_errors() -> None:
    prepared = run(figure(1, "USD 1bn"), figure(2, "USD 9bn"), publishers__gazette="name: Gazette\n")
    assert {"field-missing", "values-differ"} <= {one.code for one in prepared.findings}
    assert prepared.dataset is None


def test_as_of_is_the_option_else_the_briefing() -> None:
    sources = {path: text.encode() for path, text in FILES.items()}
    for option, expected in ((None, "2026-11-22"), ("2030-01", "2030-01")):
        prepared = prepare(sources, option)
        assert prepared.dataset is not None
        assert prepared.dataset.briefing.as_of.edtf == expected

"""Codes of conflict rules about time, identity and sources: what in the world differs, slips or falls silent."""

from briefing.diagnostics.code import Code
from briefing.diagnostics.diagnostic import Severity

_CONFLICT = Severity.CONFLICT

CODES = (
    Code(
        "dates-disjoint",
        _CONFLICT,
        "dates of one milestone or event that share no day",
        "Two sources date one thing so that no day fits both. A fiscal year counts as its days, April to March; about "
        "and uncertain do not widen a date, a month within a year is no conflict, and two scopes are two things.",
        "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025}  # herald\n"
        "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2027}  # gazette",
        "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2027}\n"
        "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2027-04}",
    ),
    Code(
        "hierarchy-circular",
        _CONFLICT,
        "subjects that stand above each other in a circle",
        "Sources say that one subject is a part of another, lies in it, belongs to it or is owned by it, and the other "
        "way round, in two steps or in many. Not all of that can be so. A stated share of under half makes no circle.",
        "- {id: c1, about: acme, attribute: part-of, value: northwind}  # herald\n"
        "- {id: c1, about: northwind, attribute: part-of, value: acme}  # gazette",
        "- {id: c1, about: acme, attribute: part-of, value: northwind}\n"
        "- {id: c1, about: northwind, attribute: partner, value: acme}",
    ),
    Code(
        "stage-dropped",
        _CONFLICT,
        "a step named with its stage here and without it there",
        "One source says trial production, another says production of the same date: a test run has turned into the "
        "real thing. Found where a milestone's name is a part of another's and articles give both the same date.",
        "- {id: c1, about: fab, attribute: milestone, milestone: trial-production, value: 2025-04}  # herald\n"
        "- {id: c1, about: fab, attribute: milestone, milestone: production, value: 2025-04}  # gazette",
        "- {id: c1, about: fab, attribute: milestone, milestone: trial-production, value: 2025-04}\n"
        "- {id: c1, about: fab, attribute: milestone, milestone: production, value: 2027}",
    ),
    Code(
        "plan-overdue",
        _CONFLICT,
        "a plan whose day has passed without a known outcome",
        "What was planned, aimed at or forecast for a time before today was kept, missed or dropped, and no claim and "
        "no `outcomes` entry says which. An entry with state `unknown` records the search, but the plan stays overdue.",
        "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025-04, modality: planned}",
        "outcomes:\n  - {slot: {attribute: milestone, milestone: opening}, state: met, checked: 2026-11-21}",
    ),
    Code(
        "plan-late",
        _CONFLICT,
        "a plan that was met after its day",
        "One source planned a step for a time, and a later one reports it as done after that time. The two do not "
        "exclude each other: one is the plan and the other what came of it. It is told, and nothing is to be decided.",
        "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025-04, modality: planned}  # 2024\n"
        "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2026-03}  # an article of April 2026",
        "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025-04, modality: planned}\n"
        "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2025-04-20}",
    ),
    Code(
        "calendars-mixed",
        _CONFLICT,
        "fiscal and calendar years of one number side by side",
        "Fiscal 2040 ends in March 2041, calendar 2040 three months before. Where one slot, or the horizons of one "
        "subject, name the year by both calendars, one of them is probably loose wording.",
        "- {id: c1, about: plan, attribute: milestone, milestone: horizon, value: ../JFY2040}  # herald\n"
        "- {id: c1, about: plan, attribute: milestone, milestone: horizon, value: ../2040}  # gazette",
        "- {id: c1, about: plan, attribute: milestone, milestone: horizon, value: ../JFY2040}\n"
        "- {id: c1, about: plan, attribute: milestone, milestone: horizon, value: ../2041-03}",
    ),
    Code(
        "restatement-drift",
        _CONFLICT,
        "a restatement that says more or less than its claim",
        "A headline or question changes the value, bound, stage, subject, attribute, modality or scope of the claim "
        "that it repeats. What it inherits never drifts, nor does a rounded figure. Where only the wording changes, or "
        "a list gets shorter, editors are told and readers are not.",
        "- {id: c5, about: fab, attribute: amount, line: total, stage: announced, payer: acme, value: up to USD 2bn}\n"
        "- {id: c1, restates: c5, stage: spent, value: USD 2bn}",
        "- {id: c5, about: fab, attribute: amount, line: total, stage: announced, payer: acme, value: USD 2.04bn}\n"
        "- {id: c1, restates: c5, value: USD 2bn}",
    ),
    Code(
        "rank-incomplete",
        _CONFLICT,
        "a rank without its year, a superlative without rivals",
        "Ranks change with every edition, and the largest is the largest of something. A rank needs the edition or a "
        "date, a superlative a scope that names with whom, where or since when it is compared.",
        "- {id: c1, about: japan, attribute: rank, list: digital-competitiveness, value: rank 32}\n"
        "- {id: c2, about: fab, attribute: superlative, measure: size, value: largest, scope: ever}",
        "- {id: c1, about: japan, attribute: rank, list: digital-competitiveness, edition: 2023, value: rank 32}\n"
        "- {id: c2, about: fab, attribute: superlative, measure: size, value: largest, scope: chip plants in Japan}",
    ),
    Code(
        "superlative-shared",
        _CONFLICT,
        "one superlative with two scopes or for two subjects",
        "The largest in Japan is not the largest in Asia, and only one plant is the largest. Scopes are told apart by "
        "the names and numbers in them and by words such as worldwide; other differences may be our own wording.",
        "- {id: c1, about: fab, attribute: superlative, measure: size, value: largest, scope: in Japan}  # herald\n"
        "- {id: c1, about: fab, attribute: superlative, measure: size, value: largest, scope: in Asia}  # gazette",
        "- {id: c1, about: fab, attribute: superlative, measure: size, value: largest, scope: in Japan}\n"
        "- {id: c1, about: fab, attribute: superlative, measure: size, value: largest, scope: of all Japanese plants}",
    ),
    Code(
        "alias-shared",
        _CONFLICT,
        "a name that may mean two subjects",
        "Readers meet one name for two things: an alias that both subjects mark ambiguous, or a name that is a part of "
        "the name of a subject declared `not_same_as`. It is a warning against confusion, not a difference of sources.",
        "name: {en: Acme}             # a company\nname: {en: Acme fab}         # its plant, with not_same_as: [acme]",
        "name: {en: Acme}             # a company\nname: {en: North Bay fab}    # its plant, with not_same_as: [acme]",
    ),
    Code(
        "kinds-mixed",
        _CONFLICT,
        "a subject that a source takes for another kind of thing",
        "A project is defined as a company, a company is somebody's product, or a project operates something: the "
        "claim may belong to a neighbour, or the file to another folder. A definition counts by its head noun.",
        "- {id: c1, about: fab, attribute: definition, value: a company that makes chips}  # fab is a project",
        "- {id: c1, about: acme, attribute: definition, value: a company that makes chips}  # acme is a company",
    ),
    Code(
        "office-open",
        _CONFLICT,
        "an office holder last named long ago",
        "The holder may have left since a source last named one, and no `period` says when the office ended. The limit "
        "`office-open.days` is the briefing's `stale_days`, else 365; founders and authors stay what they are.",
        "- {id: c1, about: acme, attribute: office, role: president, value: jane-doe}  # published two years ago",
        "- {id: c1, about: acme, attribute: office, role: president, value: jane-doe, period: 2019/2025-06}",
    ),
    Code(
        "copied-support",
        _CONFLICT,
        "several articles that are copies of one original",
        "Two rewrites of one story agree because they are one story. The value counts as supported once, however many "
        "articles print it.",
        "origin: agency-2024-04   # in two articles, and no third one says it",
        "origin: agency-2024-04   # in two articles, and an independent report says it too",
    ),
    Code(
        "original-withdrawn",
        _CONFLICT,
        "copies of an article that its publisher withdrew",
        "An article was withdrawn and its claims stepped aside, but what others copied from it still stands and no "
        "independent source says it. Its confidence is low; a judgement on the slot keeps it, or rejects it.",
        "origin: herald-2024-04   # herald-2024-04 has status: {state: withdrawn, reason: …}, and nobody else says it",
        "origin: herald-2024-04   # herald-2024-04 stands, or an independent report says it too",
    ),
    Code(
        "event-after-article",
        _CONFLICT,
        "something told as past and dated after its article",
        "No article can report what had not happened when it appeared. Either the date is wrong, or the source speaks "
        "of a plan and the claim lacks `modality: planned`.",
        "published: 2024-04-14\nclaims:\n  - {id: c1, about: fab, attribute: date, measure: opened, value: 2025-02}",
        "published: 2024-04-14\nclaims:\n  - {id: c1, about: fab, attribute: date, measure: opened, value: 2024-02}",
    ),
    Code(
        "article-unsourced",
        _CONFLICT,
        "an article that names no source for much of what it says",
        "Of its claims with figures, dates or relations, more than `article-unsourced.share` (0.25) rest on no "
        "speaker, no cited reference and no release of the actor itself. Of fewer than `article-unsourced.claims` (8) "
        "such claims no share is taken. It tells editors how far to trust a text.",
        "claims:\n"
        "  - {id: c1, par: 1, about: fab, attribute: amount, line: total, value: USD 2bn, stage: spent, payer: acme}",
        "cites: [{id: report-2024, publisher: herald}]\n"
        "claims:\n"
        "  - {id: c1, par: 1, about: fab, attribute: amount, line: total, value: USD 2bn, stage: spent, payer: acme,\n"
        "     via: report-2024}",
    ),
    Code(
        "stale",
        _CONFLICT,
        "a page or a changing value that nobody renewed in time",
        "An editor last verified the page, or a source last gave a value that varies with time, longer ago than "
        "`stale.days`, else the briefing's `stale_days`, else 365 days. Pages never verified are one finding.",
        "last_verified: 2024-05-02   # and today is 2026-11-22",
        "last_verified: 2026-11-21",
    ),
    Code(
        "second-hand",
        _CONFLICT,
        "a shown value known from references alone",
        "Every article that gives it passes on what it cites; the reference itself has not been read. Reading it would "
        "raise the grade of the value.",
        "- {id: c1, about: plan, attribute: amount, line: total, value: USD 2bn, stage: announced, payer: unknown,\n"
        "   via: report-2024}   # and no other claim says it",
        "- {id: c1, about: plan, attribute: amount, line: total, value: USD 2bn, stage: announced, payer: unknown}",
    ),
    Code(
        "forecast-without-period",
        _CONFLICT,
        "a forecast that does not say by when",
        "A benefit of 2bn within a year and within twenty are different claims. Effects, growth and forecast figures "
        "need a `period` or `when`; readers see those of sums, editors all.",
        "- {id: c1, about: plan, attribute: effect, line: jobs, value: 2000 jobs, modality: forecast}",
        "- {id: c1, about: plan, attribute: effect, line: jobs, value: 2000 jobs, modality: forecast, period: ../2030}",
    ),
    Code(
        "wording-differs",
        _CONFLICT,
        "two wordings where there is one value only",
        "Articles use different words for what has one value, such as a superlative. Whether these are two facts or "
        "one in two wordings is for an editor to say.",
        "- {id: c1, about: fab, attribute: superlative, measure: size, value: largest, scope: in Japan}  # herald\n"
        "- {id: c1, about: fab, attribute: superlative, measure: size, value: historic, scope: in Japan}  # gazette",
        "- {id: c1, about: fab, attribute: superlative, measure: size, value: largest, scope: in Japan}\n"
        "- {id: c1, about: fab, attribute: superlative, measure: size, value: Largest, scope: in Japan}",
    ),
    Code(
        "payers-differ-across",
        _CONFLICT,
        "a sum and its part that different payers carry",
        "One source lets the state pay a part, another has the whole paid by state and companies together: readers "
        "would take private money for public. Compared are sums that `money_lines` relate; an unknown payer is none.",
        "- {id: c1, about: plan, attribute: amount, line: chips, value: JPY 2tn, stage: announced, payer: japan}\n"
        "- {id: c1, about: plan, attribute: amount, line: total, value: JPY 9tn, stage: target, payer: acme}",
        "- {id: c1, about: plan, attribute: amount, line: chips, value: JPY 2tn, stage: announced, payer: japan}\n"
        "- {id: c1, about: plan, attribute: amount, line: total, value: JPY 9tn, stage: target, payer: japan}",
    ),
    Code(
        "editor-differs",
        _CONFLICT,
        "a difference that an editor found and no rule did",
        "A judgement names claims of two sources that differ in a way no rule can see, and says how we read them. It "
        "is listed like any other conflict, with the judgement as its reading.",
        "a difference that editors know of and that no judgement names",
        "judgements:\n"
        "  - finding: {rule: editor-differs, claims: [herald-2024#c1, gazette-2024#c1]}\n"
        "    prefer: differs\n"
        "    because: One speaks of equipment, the other of chips.\n"
        "    decided: 2026-11-21",
    ),
)

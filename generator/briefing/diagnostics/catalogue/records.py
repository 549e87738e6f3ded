"""Codes about articles, publishers and judgements as records."""

from briefing.diagnostics.code import Code
from briefing.diagnostics.diagnostic import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES = (
    Code(
        "review-draft",
        _NOTE,
        "an article that nobody has reviewed",
        "A draft is a note while editing. `generate` and `build` refuse it: a draft is never published.",
        "review: {state: draft}",
        "review: {state: reviewed}",
    ),
    Code(
        "placeholder-left",
        _ERROR,
        "a reviewed claim with words that a draft left to its editor",
        "Drafts say `to be worded` and `to-be-named` where only a person can write. Such words are never published.",
        'attribute: purpose, value: "to be worded: c7b"',
        'attribute: purpose, value: "more cloud infrastructure"',
    ),
    Code(
        "grade-missing",
        _ERROR,
        "an article of an unknown publisher without a grade",
        "Grades decide which value is shown. Where no publisher gives one, the article says its own and why.",
        "publisher: unknown",
        'publisher: unknown\ngrade: {letter: D, why: "unsigned rewrite without sources"}',
    ),
    Code(
        "judgement-slot-unknown",
        _ERROR,
        "a judgement about something that no claim is about",
        "The slot names an attribute and its key fields as claims about this subject have them.",
        "slot: {attribute: milestone, milestone: trail-production}",
        "slot: {attribute: milestone, milestone: trial-production}",
    ),
    Code(
        "question-malformed",
        _ERROR,
        "a question that asks nothing, or too long for a title",
        "It stands as the title of a difference: at most 90 characters, with a question mark at its end.",
        "question: The subsidy of April 2024",
        'question: "How much was approved in April 2024: ¥590 billion, or US$3.9 billion?"',
    ),
    Code(
        "judgement-target",
        _ERROR,
        "a judgement about nothing, or without a decision",
        "A judgement names one slot or one finding, and prefers, rejects or moves claims of it.",
        "- {slot: {attribute: amount, line: total}, because: the ministry says so}",
        "- {slot: {attribute: amount, line: total}, prefer: [site-b#c26], because: the ministry says so}",
    ),
    Code(
        "waiver-unused",
        _ERROR,
        "a waiver that no warning needs",
        "What it put up with is mended, or its path or text is wrong; left in place it would hide the next warning.",
        "- {code: text-too-long, path: companies/acmee.yml, reason: a legal name, until: 2027-01-31}",
        "- {code: text-too-long, path: companies/acme.yml, reason: a legal name, until: 2027-01-31}",
    ),
    Code(
        "waiver-expired",
        _WARNING,
        "a waiver past its day",
        "A warning is put up with for a time only. The waiver waives nothing any more: mend what it waived, or decide "
        "again. Today is the briefing's as_of.",
        "- {code: text-too-long, path: companies/acme.yml, reason: a legal name, until: 2020-01-31}",
        "- {code: text-too-long, path: companies/acme.yml, reason: a legal name, until: 2027-01-31}",
    ),
)

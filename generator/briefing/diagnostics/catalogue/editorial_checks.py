"""Codes about what editors have to look after: their own texts, names, dates and judgements."""

from briefing.diagnostics.code import Code
from briefing.diagnostics.diagnostic import Severity

_WARNING, _NOTE = Severity.WARNING, Severity.NOTE

CODES = (
    Code(
        "bottom-line-outdated",
        _WARNING,
        "a text of ours whose claims no longer carry it",
        "A bottom line or an outcome cites a claim that is rejected, excluded or withdrawn; a bottom line one that is "
        "superseded, or disputed while another value is shown; or a claim that appeared after the page was last "
        "verified has joined what it cites. A point of a summary says what its article says: it is reported where none "
        "of its claims stands.",
        "last_verified: 2026-01-10\n"
        "bottom_line: {text: Production starts in 2027., claims: [herald#c1]}   # gazette, of May 2026, says 2029",
        "last_verified: 2026-05-21\nbottom_line: {text: Production slips to 2029., claims: [gazette#c1]}",
    ),
    Code(
        "outcome-answered",
        _WARNING,
        "an outcome that is unknown although a claim tells it",
        "`unknown` says that somebody looked and found nothing. A claim of the same slot that reports the step as "
        "done, and rests on more than one poor source, is what was looked for.",
        "outcomes: [{slot: {attribute: milestone, milestone: opening}, state: unknown, checked: 2026-01-10}]\n"
        "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2026-03}   # herald, of April 2026",
        "outcomes: [{slot: {attribute: milestone, milestone: opening}, state: met, claims: [herald#c1], "
        "checked: 2026-05-01}]",
    ),
    Code(
        "name-near-miss",
        _WARNING,
        "a name that is a slip away from another one",
        "A line, measure, milestone, role or list names the question that claims answer. A misspelt one opens a "
        "question of its own, and the conflict with its twin is never found. Names that differ in digits are two "
        "things, and a name used by a second claim is meant.",
        "- {id: c1, about: fab, attribute: milestone, milestone: mass-production, value: 2027}\n"
        "- {id: c2, about: fab, attribute: milestone, milestone: mass-prodction, value: 2029}",
        "- {id: c1, about: fab, attribute: milestone, milestone: mass-production, value: 2027}\n"
        "- {id: c2, about: fab, attribute: milestone, milestone: mass-production, value: 2029}",
    ),
    Code(
        "line-undeclared",
        _WARNING,
        "a sum that its subject's money_lines leave out",
        "Where a subject declares its sums, one that is missing there is misspelt or unrelated: how it stands to the "
        "others is unknown, and no total can count it.",
        "money_lines: [{id: april-2024, label: April 2024}]\n"
        "- {id: c1, about: plan, attribute: amount, line: apirl-2024, value: JPY 590bn}",
        "money_lines: [{id: april-2024, label: April 2024}]\n"
        "- {id: c1, about: plan, attribute: amount, line: april-2024, value: JPY 590bn}",
    ),
    Code(
        "as-of-behind",
        _WARNING,
        "something dated after the briefing's day",
        "`as_of` stands in for today in every rule. An article from after it makes plans look open that are overdue, "
        "and pages look fresh that are stale. What we did ourselves has a day that is past, too: judgements, outcomes, "
        "corrections, reviews, verified pages; and a month that has not begun has no mean rate.",
        "as_of: 2026-11-22          # briefing.yml\npublished: 2026-12-01      # an article",
        "as_of: 2026-12-02          # briefing.yml\npublished: 2026-12-01      # an article",
    ),
    Code(
        "rate-missing",
        _NOTE,
        "two currencies without an exchange rate of their month",
        "A source prints one sum in two currencies. Without a rate of that month nothing tells whether the two fit, "
        "nor whether other sources print the same sum.",
        "- {id: c1, about: plan, attribute: figure, measure: cost, value: JPY 10tn, also_printed: USD 65bn}",
        "- {pair: USD/JPY, month: 2024-11, rate: 153.71, source: Federal Reserve}      # rates.yml",
    ),
    Code(
        "judgement-idle",
        _WARNING,
        "a judgement with nothing left to decide",
        "The rule that it names finds nothing about these claims any more, or another judgement answers it; or in the "
        "slot that it names a single value is left, because the others were withdrawn, corrected or now agree. A "
        "judgement that rejects a claim which would stand, or moves one, works all the same and is not reported.",
        "- {finding: {rule: dates-disjoint, claims: [herald#c1]}, prefer: both-stand, because: …}   # the dates agree",
        "judgements: []",
    ),
    Code(
        "name-common",
        _WARNING,
        "an everyday word that links by itself",
        "Names link wherever a text has them. A word that every other sentence has, or one of fewer than three Latin "
        "letters, would lead readers to a page that nobody meant. Initials in capitals, such as IBM, are names; "
        "numbers never link by themselves. `link: yes` says that it is meant.",
        "aliases: [The, Acme Corp]",
        'aliases: [{name: "The", link: never}, Acme Corp]',
    ),
    Code(
        "share-as-fraction",
        _WARNING,
        "a share as a fraction where others say per cent",
        "0.03 beside shares in per cent would be read as 0.03 %, a hundredth of what is meant. What a source prints as "
        "a fraction says `printed_so: true`.",
        "- {id: c7, about: acme, attribute: share, measure: exports, value: 0.03}      # c6 says 4 %",
        "- {id: c7, about: acme, attribute: share, measure: exports, value: 3 %}",
    ),
)
"""Their findings are for editors; none of them is published."""

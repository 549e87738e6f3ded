"""Codes of conflict rules about money and figures: sums that differ, cannot be, or are easily taken for each other."""

from briefing.diagnostics.code import Code
from briefing.diagnostics.diagnostic import Severity

_CONFLICT = Severity.CONFLICT

CODES = (
    Code(
        "values-differ",
        _CONFLICT,
        "values of one thing that cannot all be true",
        "Two sources answer one question so that not both can be right, rounding and bounds respected. Sums in two "
        "currencies are compared at the rate of the month, widened by 2 %; without a rate nothing is said.",
        "- {id: c1, about: fab, attribute: figure, measure: revenue, value: USD 2bn}  # herald\n"
        "- {id: c1, about: fab, attribute: figure, measure: revenue, value: USD 5bn}  # gazette",
        "- {id: c1, about: fab, attribute: figure, measure: revenue, value: USD 2bn}\n"
        "- {id: c1, about: fab, attribute: figure, measure: revenue, value: over USD 1.9bn}",
    ),
    Code(
        "qualifiers-differ",
        _CONFLICT,
        "one value told with another share, role, time, condition or scope",
        "Sources agree on a value and contradict each other in what they say around it: who holds 60 % here holds 40 % "
        "there. Only what both state is compared, rounding respected; the period and the scope of sums are for other "
        "rules. What one article tells of several roles, times or conditions it means, and is no conflict.",
        "- {id: c1, about: fab, attribute: owner, value: acme, share: 60 %}  # herald\n"
        "- {id: c1, about: fab, attribute: owner, value: acme, share: 40 %}  # gazette",
        "- {id: c1, about: fab, attribute: owner, value: acme, share: 60 %}\n"
        "- {id: c1, about: fab, attribute: owner, value: acme, share: about 61 %}",
    ),
    Code(
        "terms-differ",
        _CONFLICT,
        "sums of like size told with another bound, stage, payer or time",
        "Sources give one sum with another bound, stage, basis, payer, payee, period or scope: a ceiling here, money "
        "spent there. Only stated terms are compared, since a silent source contradicts nobody. Neighbouring sums of "
        "one subject are compared too, where no relation is declared and both could be one sum under another stage.",
        "- {id: c1, about: fab, attribute: amount, line: aid, value: up to JPY 900bn, stage: approved, payer: japan}\n"
        "- {id: c1, about: fab, attribute: amount, line: aid, value: JPY 900bn, stage: spent, payer: japan}",
        "- {id: c1, about: fab, attribute: amount, line: aid, value: JPY 900bn, stage: approved, payer: japan}\n"
        "- {id: c1, about: fab, attribute: amount, line: aid, value: about JPY 900bn, stage: approved, payer: unknown}",
    ),
    Code(
        "rate-misfit",
        _CONFLICT,
        "two printed currencies whose rate is not that of the month",
        "The rate implied by a sum in two currencies misses the rate of its month by more than 2 %, rounding of both "
        "figures allowed for; the finding names the month that fits best. Beyond 10 % it looks like a slip in typing "
        "and is an error until `printed_so: true` says that the source prints it.",
        "- {id: c1, about: fab, attribute: figure, measure: cost, value: JPY 943bn, also_printed: USD 6.27bn}\n"
        "# rates.yml: {pair: USD/JPY, month: 2024-04, rate: 153.89}",
        "- {id: c1, about: fab, attribute: figure, measure: cost, value: JPY 943bn, also_printed: USD 6.13bn}",
    ),
    Code(
        "rates-disagree",
        _CONFLICT,
        "sources of one month that convert at different rates",
        "Two sums of one month, each printed in the same two currencies, imply exchange rates that no rounding joins. "
        "At least one source converted at an older rate, so figures of the second currency should not be compared.",
        "- {id: c1, …, value: JPY 943bn, also_printed: USD 6.27bn}  # herald, April 2024\n"
        "- {id: c1, …, value: JPY 3.91tn, also_printed: USD 25.44bn}  # gazette, April 2024",
        "- {id: c1, …, value: JPY 943bn, also_printed: USD 6.27bn}\n"
        "- {id: c1, …, value: JPY 3.9tn, also_printed: USD 26bn}",
    ),
    Code(
        "stage-progress",
        _CONFLICT,
        "a sum that has come further, at another size",
        "A sum was announced at one figure and is approved, spent or built at another by a newer source. Stages follow "
        "one another, so both can be so: it is told beside the shown value, and nothing is to be decided.",
        "- {id: c1, about: fab, attribute: amount, line: all, stage: announced, payer: acme, value: JPY 9bn}  # 2024\n"
        "- {id: c1, about: fab, attribute: amount, line: all, stage: built, payer: acme, value: JPY 11bn}  # 2026",
        "- {id: c1, about: fab, attribute: amount, line: total, stage: announced, payer: acme, value: JPY 20bn}\n"
        "- {id: c1, about: fab, attribute: amount, line: total, stage: built, payer: acme, value: JPY 20bn}",
    ),
    Code(
        "equal-figures",
        _CONFLICT,
        "one figure, or the same digits, for two different things",
        "A reader may take two sums for one, or a source may have carried a figure over. Equal sums count while few "
        "things share them; sums equal by rounding, and at least two equal digits in another currency or magnitude, "
        "count between look-alikes, related subjects, and sums of one payer and payee. Declare `same_sum_as` if they "
        "are one.",
        "- {id: c1, about: plan-2024, attribute: amount, line: total, value: USD 65bn, …}\n"
        "- {id: c2, about: plan-2026, attribute: amount, line: robots, value: USD 65bn, …}",
        "- {id: c1, about: plan-2024, attribute: amount, line: total, value: USD 65bn, …}\n"
        "- {id: c2, about: plan-2026, attribute: amount, line: robots, value: USD 71bn, …}",
    ),
    Code(
        "parts-exceed-whole",
        _CONFLICT,
        "declared parts that add up to more than their whole",
        "Lines declared by `part_of` or `sum_of` are together more than the sum that they are parts of, whatever "
        "rounding, bounds and exchange rates allow. Parts inside parts, superseded or overlapping ones count once.",
        "money_lines:  # total is USD 10bn, chips USD 8bn, robots USD 4bn\n"
        "  - {id: total, label: All, sum_of: [chips, robots]}",
        "money_lines:  # total is USD 10bn, chips USD 8bn, robots about USD 2bn\n"
        "  - {id: total, label: All, sum_of: [chips, robots]}",
    ),
    Code(
        "parts-below-half",
        _CONFLICT,
        "a completely divided sum of which the larger part is missing",
        "`sum_of` says that the listed parts are all of it, and every part has a sum, yet together they are not half "
        "of the whole. A part is probably missing from the list, or the lines are only `part_of` it.",
        "money_lines:  # total is USD 10bn, chips USD 1bn, robots USD 2bn\n"
        "  - {id: total, label: All, sum_of: [chips, robots]}",
        "money_lines:  # total is USD 10bn, chips USD 1bn, robots USD 2bn\n"
        "  - {id: chips, label: Chips, part_of: [total]}\n"
        "  - {id: robots, label: Robots, part_of: [total]}",
    ),
    Code(
        "overlap-undeclared",
        _CONFLICT,
        "two sums of one time that may be the same money",
        "Two sums of one subject, or from one payer to one payee, are of the same time, both promised or both paid, "
        "and `money_lines` does not say how they relate; so they are never added up. Declare `part_of`, "
        "`in_addition_to`, `overlaps`, `supersedes` or `same_sum_as` as soon as a source tells.",
        "money_lines:  # both approved in 2024\n  - {id: spring, label: Spring aid}\n  - {id: ceiling, label: Ceiling}",
        "money_lines:\n"
        "  - {id: spring, label: Spring aid, part_of: [ceiling], because: the ministry says so}\n"
        "  - {id: ceiling, label: Ceiling}",
    ),
    Code(
        "magnitude-odd",
        _CONFLICT,
        "a figure that cannot be, or a point in the wrong place",
        "A share above 100 %, more people than live, a sum beyond all money; or two claims of one thing a factor of "
        "10, 1,000 or 10,000 apart. It looks like a slip in typing and is an error until `printed_so: true` on one of "
        "the claims says that the source prints it.",
        "- {id: c1, about: fab, attribute: figure, measure: cost, value: USD 3.9bn}  # herald\n"
        "- {id: c1, about: fab, attribute: figure, measure: cost, value: USD 39bn}  # gazette",
        "- {id: c1, about: fab, attribute: figure, measure: cost, value: USD 3.9bn}\n"
        "- {id: c1, about: fab, attribute: figure, measure: cost, value: USD 39bn, printed_so: true}  # a conflict now",
    ),
    Code(
        "effect-over-money",
        _CONFLICT,
        "a benefit of many times the money",
        "An effect is forecast at more than five times the sum of its line, or of all sums of its subject where its "
        "line has none. Such a forecast needs an author and a method; the finding only asks for them.",
        "- {id: c1, about: plan, attribute: amount, line: chips, value: JPY 10tn, …}\n"
        "- {id: c2, about: plan, attribute: effect, line: chips, value: JPY 144tn, modality: forecast}",
        "- {id: c1, about: plan, attribute: amount, line: chips, value: JPY 10tn, …}\n"
        "- {id: c2, about: plan, attribute: effect, line: chips, value: JPY 14tn, modality: forecast}",
    ),
    Code(
        "two-causes",
        _CONFLICT,
        "one figure that is put down to two things",
        "A claim and its restatement, or two sources, give one figure of one subject to different lines, or one effect "
        "to different causes. Only one can be meant; a judgement says which, or declares both.",
        "- {id: c1, about: fabs, attribute: effect, line: fabs, value: JPY 443tn}\n"
        "- {id: c2, restates: c1, about: plan, line: chips, value: JPY 443tn}",
        "- {id: c1, about: plan, attribute: effect, line: chips, value: JPY 443tn}\n"
        "- {id: c2, restates: c1, value: nearly JPY 443tn}",
    ),
    Code(
        "share-over-whole",
        _CONFLICT,
        "shares of one whole that add up to more than 100 %",
        "Shares with one measure, one whole and one year, or the shares of the owners of a subject, are together more "
        "than all of it, rounding respected. Whoever belongs to another of the holders is left out.",
        "- {id: c1, about: acme, attribute: share, measure: market, value: 60 % of foundry sales}\n"
        "- {id: c2, about: bolt, attribute: share, measure: market, value: 45 % of foundry sales}",
        "- {id: c1, about: acme, attribute: share, measure: market, value: 60 % of foundry sales}\n"
        "- {id: c2, about: bolt, attribute: share, measure: market, value: about 40 % of foundry sales}",
    ),
)

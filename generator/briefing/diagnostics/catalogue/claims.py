"""Codes about claims: attribute, value, qualifiers, speaker, wording."""

from briefing.diagnostics.code import Code
from briefing.diagnostics.diagnostic import Severity

_ERROR = Severity.ERROR

CODES = (
    Code(
        "attribute-unknown",
        _ERROR,
        "an attribute that the registry does not have",
        "Attributes decide how a value is read, compared and shown. `briefing.yml` may add one of its own.",
        "attribute: milestoen",
        "attribute: milestone",
    ),
    Code(
        "attribute-field",
        _ERROR,
        "a field that the attribute does not take",
        "The field means nothing with this attribute: an amount has a stage, a founding date has none.",
        "- {id: c1, about: acme, attribute: date, measure: founded, value: 2022, payer: japan}",
        "- {id: c1, about: acme, attribute: date, measure: founded, value: 2022}",
    ),
    Code(
        "qualifier-missing",
        _ERROR,
        "a claim without a field that its attribute requires",
        "Without it two claims would be compared that do not speak of the same thing.",
        "- {id: c1, about: acme, attribute: amount, line: total, value: JPY 3tn}",
        "- {id: c1, about: acme, attribute: amount, line: total, value: JPY 3tn, stage: approved, payer: japan}",
    ),
    Code(
        "value-missing",
        _ERROR,
        "a claim without a value",
        "A claim says something. Where the source leaves it open, the value is `unknown`; where it denies it, `none`.",
        "- {id: c1, about: acme, attribute: owner}",
        "- {id: c1, about: acme, attribute: owner, value: unknown}",
    ),
    Code(
        "par-missing",
        _ERROR,
        "a claim without its paragraph",
        "An article with a captured text names the paragraph of every claim, so that each can be checked.",
        "- {id: c1, about: acme, attribute: purpose, value: logic chips}",
        "- {id: c1, par: 4, about: acme, attribute: purpose, value: logic chips}",
    ),
    Code(
        "par-excluded",
        _ERROR,
        "a paragraph that is claimed and excluded",
        "A paragraph either says something about a subject or does not; one of the two entries is a slip.",
        "exclude: [{par: 6, why: a photo credit}]\nclaims:\n  - {id: c6, par: 6, …}",
        "claims:\n  - {id: c6, par: 6, …}",
    ),
    Code(
        "restates-unknown",
        _ERROR,
        "a restatement of a claim that does not exist",
        "`restates` names a claim of the same article.",
        "- {id: c40, par: 40, restates: c99}",
        "- {id: c40, par: 40, restates: c9}",
    ),
    Code(
        "restates-cycle",
        _ERROR,
        "claims that restate each other",
        "A restatement inherits from the claim it repeats; in a circle nothing is stated.",
        "- {id: c1, restates: c2}\n- {id: c2, restates: c1}",
        "- {id: c1, about: acme, attribute: purpose, value: logic chips}\n- {id: c2, restates: c1}",
    ),
    Code(
        "corrects-target",
        _ERROR,
        "a correction of a claim that this source can not correct",
        "`corrects` names a claim that its own source takes back: of the same article, or of an article of the same "
        "publisher or origin that did not appear later. Both answer one question: the same subject, attribute and key "
        "fields. What another source says is contradicted, not corrected.",
        "- {id: c2, about: fab, attribute: milestone, milestone: opening, value: 2028, corrects: other-paper#c1}",
        "- {id: c1, about: fab, attribute: milestone, milestone: opening, value: 2027}\n"
        "- {id: c2, about: fab, attribute: milestone, milestone: opening, value: 2028, corrects: c1}",
    ),
    Code(
        "corrects-cycle",
        _ERROR,
        "claims that correct each other",
        "The claim that corrects is the one that holds; in a circle none would.",
        "- {id: c1, about: fab, attribute: date, measure: opened, value: 2027, corrects: c2}\n"
        "- {id: c2, about: fab, attribute: date, measure: opened, value: 2028, corrects: c1}",
        "- {id: c1, about: fab, attribute: date, measure: opened, value: 2027}\n"
        "- {id: c2, about: fab, attribute: date, measure: opened, value: 2028, corrects: c1}",
    ),
    Code(
        "speaker-missing",
        _ERROR,
        "a statement without a speaker",
        "Statements, assessments, risks and quotes are somebody's. A group or the document itself may be the speaker.",
        "- {id: c1, about: acme, attribute: assessment, value: too slow}",
        "- {id: c1, about: acme, attribute: assessment, value: too slow, speaker: {group: sceptics}}",
    ),
    Code(
        "quote-long",
        _ERROR,
        "a quote over 25 words",
        "A short quote is evidence; a long one is a copy of somebody's text.",
        'quote: "thirty words of the article"',
        'quote: "the eight words that matter"',
    ),
    Code(
        "quote-speaker",
        _ERROR,
        "a quote without a speaker",
        "Readers must see whose words they are.",
        '- {id: c1, …, quote: "it will be late"}',
        '- {id: c1, …, quote: "it will be late", speaker: jane-doe}',
    ),
    Code(
        "seven-words",
        _ERROR,
        "seven words in a row from the source",
        "Values and summaries are written in our own words. Names, titles, `said` and `quote` are exempt.",
        "value: money has been flowing into chips at a pace never seen",
        "value: chip investment is growing faster than before",
    ),
    Code(
        "coverage-gap",
        _ERROR,
        "a paragraph that nothing accounts for",
        "Every non-empty line of a captured text is claimed, restated, or excluded with a reason.",
        "claims for paragraphs 1 to 5 and 7",
        "claims for paragraphs 1 to 5 and 7\nexclude: [{par: 6, why: a photo credit}]",
    ),
)

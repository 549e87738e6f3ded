"""The English words around values: what no source states, who says it, and why one value is shown first."""

from collections.abc import Mapping

VALUES: Mapping[str, str] = {
    # `unknown` is a gap in the source, `none` an answer that it gives.
    "unknown": "not stated",
    "none": "none, the source says",
    "denied": "denied:",
    "also-printed": "(printed also as {sum})",
    "the-article": "{name}, in its own voice",
    "payer-unknown": "Payer not stated",
    "publisher-unknown": "unknown publisher",
    "original": "Original",
    "no-address": "no address of it is recorded here",
    "citing": "citing",
    "disputed": "disputed",
    "superseded-as-of": "until then, as of {date}",
    "corrected-by-source": "corrected by the source",
    "corrects": "corrects",
    "nothing-left.one": "No source stands here any more. There was one article: {articles}.",
    "nothing-left.other": "No source stands here any more. There were {n} articles: {articles}.",
    "judged-on-page": "decided on the page of",
    "because": "because",
    "checked": "checked {date}",
    "outcome-unknown": "outcome unknown",
    "said-by": "said by",
    "no-claims": "No source read here says anything about it. It has a page so that its name can be told from others.",
    # What an origin goes by: articles that copy one original count once under this name.
    "origin-of-many": "{names} and others",
    "origin-story": "the {name} story of {date}",
    "origin-unnamed": "one unnamed original",
    "origin-unnamed-of": "the unnamed original of {names}",
    "role-of": "{role} of",
    # Why one value is shown before another; where only the rules choose, the sentence says so.
    "shown-apart": "shown in its own place",
    "shown-alone": "shown",
    "shown-newest": "shown: the newest; this changes with time",
    "shown-grade": "shown first: better graded source ({grade} against {other}); the editors have not decided",
    "shown-origins": "shown first: more independent origins ({n} against {other}); the editors have not decided",
    "shown-original": "shown first: the original; what differs is copied from it; the editors have not decided",
    "shown-not-withdrawn": "shown first: the original of the other was withdrawn; the editors have not decided",
    "shown-correction": "shown: what the source says now",
    "shown-body": "shown first: the other only says again what its own article says otherwise",
    "shown-exact": "shown first: more exact, and within what the other says; the editors have not decided",
    "shown-newer": "shown first: newer; the editors have not decided",
    "shown-tie": "shown first, though nothing tells the sources apart; the editors have not decided",
    # Between the last two of a list, with the spaces on both sides.
    "and": " and ",
}

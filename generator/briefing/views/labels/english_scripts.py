"""The English words of the scripts that sort, filter and compare; they fill in %s, %n and %m."""

from collections.abc import Mapping

SCRIPTS: Mapping[str, str] = {
    # A script splits these at the bars and fills in %s, %n and %m, so that one attribute holds all its words.
    "sort-words": "Sort by|Sorted by %s, ascending|Sorted by %s, descending",
    "filter-words": "Filter this list|All|%n of %m|Show all|%n of %m on this page",
    "compare": "Compare subjects",
    "compare-with": "Compare with {name}",
    "compare-some": "Compare some of them.",
    "compare-description": "the key facts of two to four subjects of {briefing} side by side.",
    "compare-note": "Key facts, sums, milestones and relations of two to four subjects, side by side. A script sets "
    "them out from the data; without it, open the pages themselves:",
    # The script is handed these under their keys without `compare-`.
    "compare-add": "Add",
    "compare-added": "Name of a subject",
    "compare-as-of": "as of %s",
    "compare-disputed": "disputed",
    "compare-fact": "Fact",
    "compare-failed": "The data could not be read. The pages themselves hold all of it.",
    "compare-full": "Four is the most that can be compared.",
    "compare-near": "Did you mean",
    "compare-nothing": "Nothing is compared yet: name two to four subjects.",
    "compare-remove": "Remove %s",
    "compare-unknown": "No subject is called “%s”.",
}

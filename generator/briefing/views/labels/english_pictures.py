"""The English words of pictures: titles, what they show in words, notes beneath them."""

from collections.abc import Mapping

PICTURES: Mapping[str, str] = {
    "per": "per",
    "place": "Place",
    "picture-csv": "CSV",
    "picture-more-sources.one": "and 1 more",
    "picture-more-sources.other": "and {n} more",
    "picture-sources": "Sources: ",
    "picture-table.one": "The same data as a table: 1 row",
    "picture-table.other": "The same data as a table: {n} rows",
    # money
    "money-panel": "Sums in {unit}",
    "money-panel-alone": "In {unit}: a single sum, nothing to compare it with",
    "money-panel-said.one": "{title}: {bars}.",
    "money-panel-said.other": "{title}, {n}: {bars}.",
    "money-panel-unknown": "Without a stated amount",
    "money-picture": "Sums by stage and payer",
    "money-picture-left.one": "1 more sum is not drawn.",
    "money-picture-left.other": "{n} more sums are not drawn.",
    "money-picture-note": "Bars compare sums of one currency as the sources print them. Sums may contain each other "
    "and are not added.",
    "no-payer-stated": "payer not stated",
    "payer-pays": "{name} pays",
    "stage-unknown": "stage not stated",
    "weight-said": "said: proposed, announced, pledged",
    "weight-decided": "decided: budgeted, approved, contracted",
    "weight-done": "done: disbursed, spent, built",
    "weight-cancelled": "cancelled",
    # steps
    "steps-left.one": "1 event further from today is not drawn.",
    "steps-left.other": "{n} events further from today are not drawn.",
    "steps-milestones": "Milestones planned and met",
    "steps-note": "A mark is as wide as its date is exact, though never too thin to see. Dashes: the source gives no "
    "beginning or no end.",
    "steps-said.one": "1 step; today is {today}: {steps}.",
    "steps-said.other": "{n} steps in order of time; today is {today}: {steps}.",
    "steps-timeline": "What happened and what is planned",
    "steps-undated.one": "1 step has no stated date and is not drawn.",
    "steps-undated.other": "{n} steps have no stated date and are not drawn.",
    # coverage
    "coverage-alternative": "By date of publication: {counts}.",
    "coverage-inferred": "Dashed: an article whose date is inferred counts at the end of the time it may be from.",
    "coverage-picture": "Articles and claims over time",
    "coverage-said": "{when}, articles {articles}, claims {claims}",
    # networks
    "network": "Network",
    "network-picture": "Who is related to whom",
    "network-alone.one": "1 subject has no relation to another one and is left out.",
    "network-alone.other": "{n} subjects have no relation to another one and are left out.",
    "network-capped.one": "1 subject with fewer relations is left out.",
    "network-capped.other": "{n} subjects with fewer relations are left out.",
    "network-description": "How {n} subjects of this briefing are related to one another.",
    "network-left.one": "1 more relation",
    "network-left.other": "{n} more relations",
    "network-mutual": "A line without an arrow goes both ways.",
    "network-note": "Every line is a relation that a source states, and its arrow points at the one that the table "
    "beneath names second. A line without an arrow goes both ways. Point at a name to see its lines.",
    "network-of": "{name}: relations at a glance",
    "network-of-note": "Read along the arrows: {name}, then the relation, then the name beneath it.",
    "network-of-said": "{name} in the middle; each relation goes from it to the names told after it. {relations}.",
    "network-page-note": "Subjects of one kind stand together; every name leads to its page. The table beneath names "
    "each relation, from the first subject to the second.",
    "network-said": "{subjects} subjects in a ring by kind, joined by {relations} relations, which the table "
    "names, each from the first subject to the second.",
    "whole-network": "The whole network",
    # the map
    "map": "Places in Japan",
    "map-elsewhere.one": "In Japan, prefecture not stated: ",
    "map-elsewhere.other": "In Japan, prefecture not stated: ",
    "map-located": "Located there",
    "map-named": "named",
    "map-note": "One tile for each prefecture, about where it lies; a filled one is named by a source.",
    "map-said": "Prefectures that the sources name. {contents}.",
    "map-subjects.one": "1 subject",
    "map-subjects.other": "{n} subjects",
}

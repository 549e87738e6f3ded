"""The English sentences beneath headings: how to read what follows, and what to say where nothing does."""

from collections.abc import Mapping

NOTES: Mapping[str, str] = {
    "articles-note": "Every article that claims are taken from, the newest first.",
    "data-note": "All that is said here, as data:",
    "effects-note": "Forecasts of benefit. They are never added to money.",
    "of-sources-note": "What publications say of themselves, such as when an article appeared; no events of the field.",
    "opinion-note": "Judgements of those named. Opinion alone counts as low confidence.",
    "publishers-note": "Who published what is used here, and how far it is trusted: A is the best grade, F the worst.",
    "machine-reviewed": "its record was reviewed by machine only",
    "machine-reviewed-one": "The record of this article was reviewed by machine only: no person has yet held it "
    "against the text.",
    "machine-reviewed-all": "The records of these articles were reviewed by machine only: no person has yet held them "
    "against the texts.",
    "machine-reviewed-some": "Reviewed by machine only, not yet by a person: the records of {articles}.",
    "draft-article": "draft: nobody has reviewed it, and only a preview shows it",
    "draft": "draft",
    "as-json": "JSON",
    "corrections": "Corrections",
    "corrections-description": "What this site said and was wrong about, and what it says now.",
    "corrections-note": "What this site got wrong and has put right, newest first.",
    "corrected-here": "put right here",
    "corrected-on": "Put right",
    "correction-was": "It said",
    "correction-now": "It says",
    "outline-reading": "How to read it",
    "outline-note": "All that is said here holds as of {date}. Every fact names its sources, and where they differ the "
    "page says so. Each page below is Markdown; without `index.md` its address shows the page itself.",
    "outline-list": "all {n} of them",
    "cite-article": "Cite as",
    "cite-page": "To cite this page:",
    "cite-sources": "All of them for programs that keep references:",
    "cite-title": "“{title}”",
    "cite-untitled": "article without a known title",
    "cite-published": "published {date}",
    "cite-as-of": "with data as of {date}",
    "cite-fact-note": "as of {date}, confidence {confidence}",
    "cite-facts": "To cite or embed a single fact:",
    "embed-link": "Sources and context: {site}",
    "embed-how": "Embed or cite this fact",
    "embed-code": "For the source of a page:",
    "embed-sources.one": "source",
    "embed-sources.other": "sources",
    "embed-differ.one": "source, which differs from itself",
    "embed-differ.other": "sources, they differ",
    "format-bib": "BibTeX",
    "format-ris": "RIS",
    "format-csl.json": "CSL-JSON",
    "no-subjects": "No subject of this kind yet.",
    "as-of-site": "All that is said here holds as of {date}.",
    "how-to-read": "How this site reads its sources, and under which terms it may be used:",
    "nothing-differs": "No differences between sources have been found here.",
    "conflicts-note": "Disputed values first, then terms that differ, then what is easily confused, then notes on the "
    "evidence. Open: the briefing's editors have not decided. Explained: they say why both stand. Settled: they have "
    "decided, and "
    "what was set aside stays visible.",
    "example-none": "No source differs from another in this briefing yet; when one does, it is worked through here.",
    "no-conflicts": "No differences between sources have been found.",
    "timeline-note": "Dates are as exact as their source.",
    "timeline-note-fiscal": "Dates are as exact as their source. FY2030 is a Japanese fiscal year, April 2030 to March "
    "2031.",
    "money-note": "By payer; what is built or spent before what is only said, and the largest of a stage first.",
    "rates-note": "Monthly averages. They order sums in different currencies within a year of their month; others "
    "come last. No figure here is converted by them.",
    "tree-note": "A sum may be a part of another, come on top of it, or be the same money under another name. Where "
    "nothing of the kind is said beside one, it is not recorded.",
    "totals-note": "Sums are added only within one stage and one currency, and only where it is recorded that they "
    "have nothing in common. Pledged money and money spent are never one total. A sum that stands alone at its stage "
    "is no total, and is not told again.",
    "pairs-note": "Where a source prints a sum in two currencies, the two imply a rate. Set against the average of the "
    "month that the claim is of, it tells whether an older or a rounded rate was used.",
    "lookalikes-note": "Equal sums or equal digits that stand for different things.",
    "sources-note": "Articles of one origin copy the same original and count once.",
    "glossary-note": "First the terms of the field, each leading to what is said of it; then every word that a page "
    "marks its facts with.",
}

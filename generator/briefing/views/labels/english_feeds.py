"""The English words of feeds: their titles, and what an entry says."""

from collections.abc import Mapping

FEEDS: Mapping[str, str] = {
    "feed": "Follow (Atom)",
    "feeds-note": (
        "Programs that read feeds tell what is new. Each subject and each kind has a feed, too, named on its page; "
        "each is there as Atom and, ending in .json, as JSON Feed."
    ),
    "feed-of-all": "Everything that is new (Atom)",
    "feed-of-disputes": "Where sources differ (Atom)",
    "feed-of-corrections": "What this site has put right (Atom)",
    "feed-all": "{briefing}: what is new",
    "feed-kind": "{briefing}: {kind}",
    "feed-subject": "{subject} – {briefing}",
    "feed-disputes": "{briefing}: where sources differ",
    "feed-corrections": "{briefing}: corrections",
    "feed-shown": "{subject}, {what}: {now} (before: {was})",
    "feed-shown-first": "{subject}, {what}: {now}",
    "feed-gone": "{subject}, {what}: no longer shown",
    "feed-outcome": "{subject}, {what}: {now}",
    "feed-outcome-gone": "{subject}, {what}: its outcome is open again",
    "feed-judged": "Decided: {question}",
    "feed-unjudged": "Decision taken back: {question}",
    "feed-dispute-opened": "Sources differ: {question}",
    "feed-dispute-reopened": "Open again: {question}",
    "feed-dispute-settled": "Settled: {question}",
    "feed-dispute-gone": "{subject}: sources no longer differ",
    "feed-added": "New: {article}",
    "feed-changed": "Put right in what {article} says",
    "feed-withdrawn": "Withdrawn: {article}",
    "feed-correction": "Correction: {subject}",
    "feed-began": "{briefing}: this briefing began",
    "feed-claims.one": "claim",
    "feed-claims.other": "claims",
    "feed-others": "{n} others",
    "feed-was": "Before: {was}",
    "feed-now": "Now: {now}",
}

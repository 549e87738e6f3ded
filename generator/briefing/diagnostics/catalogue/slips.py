"""Codes about slips of the hand: what is written twice, cut short, or marked as something that it is not."""

from briefing.diagnostics.code import Code
from briefing.diagnostics.diagnostic import Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

CODES = (
    Code(
        "text-cut-short",
        _WARNING,
        "a comment that was mostly meant as text",
        "To YAML a sharp sign after a space begins a comment: the text ends before it. A comment has a space behind "
        "its sign.",
        "bottom_line: Acme is the #1 maker, and the state pays.",
        'bottom_line: "Acme is the #1 maker, and the state pays."',
    ),
    Code(
        "value-repeated",
        _ERROR,
        "a value twice in one list",
        "Every value of a list becomes a claim of its own, so one would be counted and shown twice. Mostly another id "
        "was meant.",
        "- {id: c4, about: acme, attribute: partner, value: [northwind, northwind]}",
        "- {id: c4, about: acme, attribute: partner, value: [northwind, initech]}",
    ),
    Code(
        "item-repeated",
        _WARNING,
        "an item twice in one list",
        "The second one says nothing. Mostly another was meant.",
        "not_same_as: [northwind, northwind]",
        "not_same_as: [northwind, northwind-1]",
    ),
    Code(
        "text-malformed",
        _ERROR,
        "a text marked as a name",
        "`text:` marks the name of somebody who has no page; where a text stands readers would see the mark.",
        'attribute: aim, value: "text:more chips"',
        "attribute: aim, value: more chips",
    ),
    Code(
        "redirect-idle",
        _WARNING,
        "an old address that is still the present one",
        "A record that moved to another kind keeps its id, and its old address, with the folder, leads on. Here the "
        "file still lies in the old folder.",
        "projects/acme-fab: acme-fab      # while projects/acme-fab.yml exists",
        "projects/acme-fab: acme-fab      # after it moved to policies/acme-fab.yml",
    ),
    Code(
        "page-undescribed",
        _ERROR,
        "a hand-written page without a description of its own",
        "Search engines and link previews show descriptions; a build refuses pages that have none, or another page's.",
        "# How to read a page",
        "---\ndescription: What the parts of a page mean.\n---\n\n# How to read a page",
    ),
)

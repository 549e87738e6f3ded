"""Codes about the fields of a record: which there are, and what they hold."""

from briefing.diagnostics.code import Code
from briefing.diagnostics.diagnostic import Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

CODES = (
    Code(
        "field-unknown",
        _ERROR,
        "a field that the format does not have",
        "An unknown field would be ignored, and with it what it says. Mostly it is a misspelt name.",
        "publishd: 2024-04-14",
        "published: 2024-04-14",
    ),
    Code(
        "field-missing",
        _ERROR,
        "a required field is absent",
        "Without it the record cannot be shown or found.",
        "name: {ja: 日本}",
        "name: {en: Japan, ja: 日本}\ndescribes: The country.",
    ),
    Code(
        "field-type",
        _ERROR,
        "a field of another shape",
        "A text stands where a list or a mapping is expected, or the other way round.",
        "aliases: Acme Corp",
        "aliases: [Acme Corp]",
    ),
    Code(
        "field-empty",
        _ERROR,
        "a field without a value",
        "A field that is written and empty is mostly half of an edit. Leave it out, or write what it says.",
        "payer:",
        "payer: unknown",
    ),
    Code(
        "enum-unknown",
        _ERROR,
        "a word that the field does not know",
        "The field takes one word of a fixed list; the rules that compare claims rest on these words.",
        "stage: anounced",
        "stage: announced",
    ),
    Code(
        "option-unknown",
        _WARNING,
        "a value that is not on its attribute's list",
        "Some attributes, such as status, list the words their value may be; another is shown, but matches nothing.",
        "attribute: status, value: operatng",
        "attribute: status, value: operating",
    ),
    Code(
        "value-listed",
        _WARNING,
        "a list for what has one value",
        "A list makes a claim of each of its values, and only attributes with many values keep them all; of a single "
        "one it would be open which of them the source means. A range is written as a range, and what is said of two "
        "things under two measures.",
        "attribute: capacity, measure: process-node, value: [40 nm, 28 nm]",
        "attribute: capacity, measure: process-node, value: 28 nm to 40 nm",
    ),
    Code(
        "text-too-long",
        _WARNING,
        "a text longer than its place",
        "The text is shown where there is room for a few words or one sentence only.",
        "label: The first of the two tranches that the ministry approved in April of the year 2024 for the fab",
        "label: April 2024 tranche",
    ),
    Code(
        "bottom-line-long",
        _WARNING,
        "a bottom line over 60 words",
        "The bottom line is what a reader takes away from a first look on a telephone.",
        "bottom_line: {text: a paragraph of 120 words, claims: [acme-2024#c1]}",
        "bottom_line: {text: one sentence that says what is known, claims: [acme-2024#c1]}",
    ),
    Code(
        "registry-invalid",
        _ERROR,
        "a kind or an attribute that cannot work",
        "Kinds and attributes are data and checked like data: folders, key fields, value kinds and inverses must fit.",
        "attributes: {tenant: {values: [entity], inverse: owner}}",
        "attributes: {tenant: {values: [entity], inverse: tenant-of}}",
    ),
    Code(
        "self-reference",
        _ERROR,
        "a record that refers to itself",
        "Nothing owns, belongs to, differs from or redirects to itself; one of the two ids is a slip.",
        "- {id: c1, about: acme, attribute: owner, value: acme}",
        "- {id: c1, about: acme, attribute: owner, value: northwind}",
    ),
)

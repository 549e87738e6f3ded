"""Codes about literals: money, quantities, dates, names, addresses, identifiers."""

from generator.diagnostics.code import Code
from generator.diagnostics.diagnostic import Severity

_ERROR, _NOTE = Severity.ERROR, Severity.NOTE

CODES = (
    Code(
        "money-malformed",
        _ERROR,
        "an amount that cannot be read",
        "Money is a bound if there is one, a currency of three letters, and a number with its magnitude; no commas.",
        "value: $25,440 million",
        "value: about USD 25.44bn",
    ),
    Code(
        "quantity-malformed",
        _ERROR,
        "a quantity that cannot be read",
        "A quantity is a bound if there is one, a number with its magnitude, and after a space its unit.",
        "value: 2nm",
        "value: 2 nm",
    ),
    Code(
        "date-malformed",
        _ERROR,
        "a date that cannot be read",
        "Dates are written as EDTF (2024-04-10, 2024-04, 2027/.., 2021~/2024-04) or as a Japanese fiscal year.",
        "published: April 14, 2024",
        "published: 2024-04-14",
    ),
    Code(
        "date-impossible",
        _ERROR,
        "a date that no calendar has",
        "The form is right, but the month has no such day, or the year no such month.",
        "published: 2025-02-30",
        "published: 2025-02-28",
    ),
    Code(
        "date-order",
        _ERROR,
        "an interval that ends before it starts",
        "The earlier date comes first. The same holds for pairs of fields of which one cannot precede the other.",
        "period: 2024/2021",
        "period: 2021/2024",
    ),
    Code(
        "entity-malformed",
        _ERROR,
        "a value that is neither an id nor a name",
        "A subject is named by its id, several in brackets; a name without a page yet is written text:Some Name.",
        "value: Some Name",
        'value: "text:Some Name"',
    ),
    Code(
        "value-kind",
        _ERROR,
        "a value where the attribute takes none",
        "The attribute says what its value is. A partner relation that lists its members in `about` has none.",
        "- {id: c1, about: [acme, northwind], attribute: partner, value: initech}",
        "- {id: c1, about: [acme, northwind, initech], attribute: partner}",
    ),
    Code(
        "address-scheme",
        _ERROR,
        "an address that is not on the web",
        "Only http and https addresses are published; others could run a script or reveal a file.",
        "url: ftp://example.org/report",
        "url: https://example.org/report",
    ),
    Code(
        "address-malformed",
        _ERROR,
        "an address that cannot be followed",
        "An address has a host and neither a user name, a password, blanks nor invisible characters.",
        "url: https://user:word@example.org/",
        "url: https://example.org/",
    ),
    Code(
        "address-site",
        _ERROR,
        "an address that no site can have",
        "The pages of a site lie below its address: it is a folder's, without a query, a fragment or a page's name.",
        "url: https://example.org/briefing/?v=1",
        "url: https://example.org/briefing/",
    ),
    Code(
        "identifier-checksum",
        _ERROR,
        "an identifier whose check digits are wrong",
        "Corporate numbers, LEI and ISIN carry check digits: one digit here is mistyped. Leave out rather than guess.",
        "identifiers: {houjin_bangou: 4010001008771}",
        "identifiers: {houjin_bangou: 5010001008771}",
    ),
    Code(
        "par-malformed",
        _ERROR,
        "a paragraph number that cannot be read",
        "`par` is a number from 1, or two joined by a hyphen, counting the non-empty lines of the captured text.",
        "par: twenty-two",
        "par: 22-23",
    ),
    Code(
        "capture-mismatch",
        _ERROR,
        "a paragraph that the captured text does not have",
        "The captured text at hand is shorter than `par` says, or it is not the one the claims were read in.",
        "par: 99        # of a text with 40 paragraphs",
        "par: 39",
    ),
    Code(
        "capture-absent",
        _NOTE,
        "an article whose captured text is not at hand",
        "`check --captures` holds articles against the texts in the folder; this one's is not among them, so neither "
        "copied words nor unread paragraphs of it were looked for.",
        "capture: herald-2024.txt   # the folder has no file of a like name",
        "capture: herald-2024.txt   # and herald-2024.txt lies in the folder",
    ),
    Code(
        "rates-malformed",
        _ERROR,
        "an exchange rate that cannot be read",
        "A pair is two currency codes joined by a slash; the rate is a plain positive number.",
        "- {pair: dollar-yen, month: 2024-04, rate: about 153, source: boj}",
        "- {pair: USD/JPY, month: 2024-04, rate: 153.6, source: boj}",
    ),
    Code(
        "rates-duplicate",
        _ERROR,
        "two exchange rates for one pair and month",
        "Conversions would depend on the order of lines.",
        "- {pair: USD/JPY, month: 2024-04, rate: 153.6, source: boj}\n"
        "- {pair: USD/JPY, month: 2024-04, rate: 151.2, source: boj}",
        "- {pair: USD/JPY, month: 2024-04, rate: 153.6, source: boj}",
    ),
)

"""The files of the data folder itself, typed: the briefing, exchange rates and corrections."""

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from briefing.decode.reading.content import Fields, Findings, ScalarText, texts_of
from briefing.decode.reading.hints import reference_error
from briefing.decode.records.sourced import decode_name, decode_sourced, find_long_text
from briefing.decode.references.check_references import check_claims, check_subjects
from briefing.decode.references.index import Index
from briefing.diagnostics.diagnostic import Diagnostic, Related, Span, error
from briefing.model.dates import PartialDate, parse_date
from briefing.model.records import Briefing, Correction, Rate
from briefing.model.sites import normal_site


def decode_briefing(fields: Fields | None, as_of: str | None, index: Index, findings: Findings) -> Briefing | None:
    """Return the briefing, or None where what every page needs of it is wrong; ``as_of`` overrides its day."""
    if fields is None:
        return None
    today = _resolve_today(fields.scalar("as_of"), as_of, findings)
    bottom_line = decode_sourced(fields.inner("bottom_line"), index, findings)
    findings.extend(find_long_text(fields.inner("bottom_line"), "text"))
    name = fields.record("name")
    address = fields.text("url")
    # Every page names the briefing and its day, and the site map and feeds its address.
    if today is None or name is None or address is None:
        return None
    return Briefing(
        decode_name(name),
        normal_site(address),
        fields.text_or("language", "en"),
        today,
        fields.text_or("currency", ""),
        fields.text("description"),
        bottom_line,
        texts_of(fields.mapping("licences")),
        texts_of(fields.mapping("thresholds")),
        fields.text_or("id", ""),
    )


def find_unknown_thresholds(fields: Fields | None, known: Collection[str]) -> Iterator[Diagnostic]:
    """Yield an error for each limit that no rule asks for: misspelt, it would change nothing."""
    if fields is None:
        return
    for name, span in fields.inner("thresholds").keys.items():
        if name not in known:
            message = f'no limit is called "{name}"'
            hint = "name one of a rule, such as stale.days; `briefing explain threshold-unknown` tells more"
            yield reference_error("threshold-unknown", span, message, name, known, hint)


def decode_rates(rows: Iterable[Fields], findings: Findings) -> Iterator[Rate]:
    """Yield the exchange rates, one for each pair and month."""
    first: dict[tuple[str, str], Span] = {}
    for row in rows:
        pair, month, rate = row.text("pair"), row.text("month"), row.text("rate")
        if pair is None or month is None:
            continue
        if (pair, month) in first:
            findings.append(_duplicate_rate(row, f"{pair} has two rates for {month}", first[pair, month]))
            continue
        # Even with a wrong rate a row is the first of its month.
        first[pair, month] = row.span_of("month")
        if rate:
            yield Rate(pair, month, Decimal(rate), row.text_or("source", ""))


def decode_corrections(rows: Iterable[Fields], index: Index, findings: Findings) -> Iterator[Correction]:
    """Yield what the site got wrong and put right."""
    for row in rows:
        subjects = check_subjects(row.scalars("about"), index, findings)
        claims = check_claims(row.scalars("claims"), index, findings)
        date = row.date("date")
        if date:
            yield Correction(date, subjects, claims, row.text_or("was", ""), row.text_or("now", ""))


def _resolve_today(written: ScalarText | None, as_of: str | None, findings: Findings) -> PartialDate | None:
    """Return the day that counts as today; the written one is checked even where ``as_of`` overrides it."""
    today = _decode_today(written, findings)
    if not as_of:
        return today
    overriding = parse_date(as_of)
    if isinstance(overriding, PartialDate):
        return overriding
    return today


def _decode_today(written: ScalarText | None, findings: Findings) -> PartialDate | None:
    """Return the written day, or None and a finding where it has no end."""
    if written is None:
        return None
    today = written.date
    if today is None:
        return None
    if None in (today.earliest, today.latest):
        message = f'"{written.text}" has no end: no rule could tell what is past'
        findings.append(error("date-malformed", written.span, message, "write a day, such as 2026-11-22"))
        return None
    return today


def _duplicate_rate(row: Fields, message: str, first: Span) -> Diagnostic:
    related = (Related(first, "the first rate of this month"),)
    return error("rates-duplicate", row.span_of("month"), message, "keep one of them", related)

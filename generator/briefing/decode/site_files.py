"""The files of the data folder itself: the briefing, exchange rates, corrections and redirects, typed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from briefing.decode.reading.content import Content, Fields, Findings, ScalarText
from briefing.decode.reading.hints import reference_error
from briefing.decode.references.check_references import check_claims, check_subjects
from briefing.decode.references.index import Index
from briefing.decode.sourced import check_length, decode_name, decode_sourced
from briefing.diagnostics.diagnostic import Diagnostic, Related, Span, error, warning
from briefing.model.dates import PartialDate, parse_date
from briefing.model.ids import SubjectId
from briefing.model.records import Briefing, Correction, Rate, Redirect
from briefing.model.sites import normal_site


def decode_briefing(fields: Fields | None, as_of: str | None, index: Index, findings: Findings) -> Briefing | None:
    """Return the briefing, or None where what every page needs of it is wrong; ``as_of`` overrides its day."""
    if fields is None:
        return None
    overridden = parse_date(as_of) if as_of else None
    written = _today(fields.scalar("as_of"), findings)
    today = overridden if isinstance(overridden, PartialDate) else written
    bottom_line = decode_sourced(fields.record("bottom_line"), index, findings)
    check_length(fields.record("bottom_line"), "text", findings)
    address = fields.text("url")
    if today is None or fields.record("name") is None or address is None:
        return None
    return Briefing(
        decode_name(fields.record("name")),
        normal_site(address),
        fields.text("language") or "en",
        today,
        fields.text("currency") or "",
        fields.text("description"),
        bottom_line,
        _texts(fields.mapping("licences")),
        _texts(fields.mapping("thresholds")),
        fields.text("id") or "",
    )


def find_unknown_thresholds(fields: Fields | None, known: Collection[str]) -> Iterator[Diagnostic]:
    """Yield an error for each limit that no rule asks for: misspelt, it would change nothing."""
    limits = fields.record("thresholds") if fields else None
    for name, span in limits.keys.items() if limits else ():
        if name not in known:
            hint = "name one of a rule, such as stale.days; `briefing explain threshold-unknown` tells more"
            yield reference_error("threshold-unknown", span, f'no limit is called "{name}"', name, known, hint)


def _today(read: ScalarText | None, findings: Findings) -> PartialDate | None:
    if read is None or not isinstance(read.value, PartialDate):
        return None
    if read.value.earliest is None or read.value.latest is None:
        message = f'"{read.text}" has no end: no rule could tell what is past'
        findings.append(error("date-malformed", read.span, message, "write a day, such as 2026-11-22"))
        return None
    return read.value


def _texts(content: Mapping[str, Content]) -> dict[str, str]:
    return {name: value.text for name, value in content.items() if isinstance(value, ScalarText)}


def decode_rates(rows: Iterable[Fields], findings: Findings) -> Iterator[Rate]:
    """Yield the exchange rates, one for each pair and month."""
    first: dict[tuple[str, str], Span] = {}
    for row in rows:
        pair, month, rate = row.text("pair"), row.text("month"), row.text("rate")
        if pair is None or month is None:
            continue
        if (pair, month) in first:
            related = (Related(first[pair, month], "the first rate of this month"),)
            message = f"{pair} has two rates for {month}"
            findings.append(error("rates-duplicate", row.span_of("month"), message, "keep one of them", related))
            continue
        first[pair, month] = row.span_of("month")
        if rate:
            yield Rate(pair, month, Decimal(rate), row.text("source") or "")


def decode_corrections(rows: Iterable[Fields], index: Index, findings: Findings) -> Iterator[Correction]:
    """Yield what the site got wrong and put right."""
    for row in rows:
        about = check_subjects(row.scalars("about"), index, findings)
        claims = check_claims(row.scalars("claims"), index, findings)
        date = row.scalar("date")
        if date and isinstance(date.value, PartialDate):
            subjects = tuple(SubjectId(one) for one in about)
            yield Correction(date.value, subjects, claims, row.text("was") or "", row.text("now") or "")


def decode_redirects(
    fields: Fields | None, index: Index, homes: Collection[str], folders: Collection[str], findings: Findings
) -> Iterator[Redirect]:
    """Yield the retired ids and addresses, and where their readers go now.

    ``homes`` are the records by `folder/id`, ``folders`` those that records may live in.
    """
    if fields is None:
        return
    findings.extend(_circles(fields, index.subjects | index.articles))
    for old, content in fields.values.items():
        findings.extend(_redirect_problems(old, content, fields, index, homes))
        folder, slash, _ = old.rpartition("/")
        if slash and folder not in folders:
            message, hint = f'no kind of record lives in "{folder}"', f"name one of: {', '.join(sorted(folders))}"
            found = reference_error("field-unknown", fields.keys[old], message, folder, folders, hint)
            findings.append(replace(found, fix=None))
        if isinstance(content, ScalarText):
            yield Redirect(old, content.text, None)
        elif isinstance(content, Fields):
            yield Redirect(old, None, content.text("gone"))


def _redirect_problems(
    old: str, content: Content, fields: Fields, index: Index, homes: Collection[str]
) -> Iterator[Diagnostic]:
    live = index.subjects | index.articles
    if isinstance(content, ScalarText) and old in homes and old.endswith(f"/{content.text}"):
        message = f'"{old}" is where "{content.text}" lives, so the line does nothing'
        yield warning(
            "redirect-idle", fields.keys[old], message, "move the file to its new folder, or take the line out"
        )
    elif old in live or old in homes:
        message = f'"{old}" is retired and yet has a file'
        moved = isinstance(content, ScalarText) and content.text == old
        hint = f"write folder/{old}, with the folder it has left" if moved else "delete the file or this line"
        yield error("redirect-live", fields.keys[old], message, hint)
    known = live | index.publishers
    if isinstance(content, ScalarText) and content.text not in fields.keys and content.text not in known | index.stray:
        message, hint = f'no record is called "{content.text}"', "name a record, or write {gone: why}"
        yield reference_error("ref-unknown", content.span, message, content.text, known, hint)


def _circles(fields: Fields, live: Collection[str]) -> Iterator[Diagnostic]:
    """Yield one finding for each circle of redirects, at the first of its lines; a record that lives ends one."""
    seen: set[str] = set(live)
    for start in fields.values:
        path: dict[str, Span] = {}
        step = start
        while step not in seen and isinstance(content := fields.values.get(step), ScalarText):
            seen.add(step)
            path[step] = content.span
            step = content.text
        if step in path:
            names = list(path)
            circle = names[names.index(step) :]
            first = min(circle, key=lambda name: path[name])
            message = f'"{first}" leads back to itself'
            yield error("redirect-cycle", path[first], message, "name where readers go now, or {gone: why}")

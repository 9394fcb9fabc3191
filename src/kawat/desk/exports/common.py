"""What several writers do alike: safe text, addresses, tags, days and moments, the parties of an event."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec

from kawat.desk.clean import cell, json_safe, line
from kawat.desk.render import encode
from kawat.linking.model import Event
from kawat.reading.model import MUTUAL, Party
from kawat.record.dates import bounds, planned_date

#: The year of the tag, RFC 4151: from then on it is ours to say what a tag means.
TAG = "tag:kawat,2026:"
_NOT_XML = re.compile("[\ufffe\uffff]")
#: Characters of an address that need no escape: those of RFC 3986, and the mark of an escape.
_PLAIN = ":/?#[]@!$&()*+,;=%~"


def xml(text: str) -> str:
    """Return one line of text that XML can hold, with its marks escaped for content and for attributes."""
    plain = _NOT_XML.sub("", line(text))
    for mark, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        plain = plain.replace(mark, name)
    return plain


def as_json(item: object) -> str:
    """Encode an item as JSON of one line, all that could steer a terminal escaped."""
    return json_safe(encode(item))


def plain(item: object) -> Any:
    """Return an item as plain data; what is no Unicode has its place marked."""
    return msgspec.json.decode(encode(item))


def address(url: str | None) -> str | None:
    """Return a page's address where it is one of the web, what no address may hold escaped; else None."""
    if not url or len(url) > 2048:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        _ = parts.port  # which raises where it is none
    except ValueError:  # a port, or a host, that is none
        return None
    if parts.scheme.lower() not in ("http", "https") or not re.fullmatch(r"[\w.-]+", host, re.ASCII):
        return None
    tail = quote(line(parts._replace(scheme="", netloc="").geturl()), safe=_PLAIN)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme.lower()}://{host}{port}{_one_mark(tail)}"


def _one_mark(tail: str) -> str:
    """Escape what may stand only once, or not at all, in the part behind the host."""
    tail = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", tail).replace("[", "%5B").replace("]", "%5D")
    head, mark, rest = tail.partition("#")
    return head + mark + rest.replace("#", "%23")


def name_of(id: str) -> str:
    """Return an id as a part of an address."""
    return quote(line(id), safe="")


def event_address(event: Event, base: str | None) -> str | None:
    """Return where the desk shows an event; None without a desk."""
    return f"{base}/events/{name_of(event.id)}" if base else None


def article_address(id: str, base: str | None) -> str | None:
    """Return where the desk shows an article; None without a desk."""
    return f"{base}/articles/{name_of(id)}" if base else None


def tag(kind: str, id: str) -> str:
    """Return the tag URI (RFC 4151) of an event or article, the same for ever."""
    return f"{TAG}{kind}/{name_of(id)}"


def span(date: str | None) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last day that an EDTF date may mean; None where one of them is open or unknown."""
    found = bounds(date)
    if found is None or found[0] < "0001" or found[1] >= "9999":
        return None
    first, last = map(datetime.date.fromisoformat, found)
    return first, last


def day_of(event: Event) -> str | None:
    """Return the date that an event has, or is to have, EDTF."""
    return event.date if event.status == "held" else planned_date(event) or event.date


def moment(said: str | None) -> datetime.datetime | None:
    """Return a publication as a moment in UTC; a day without a time is its first moment."""
    if not said:
        return None
    try:
        found = datetime.datetime.fromisoformat(said)
        found = found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
        return found.astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        return None


def told(event: Event) -> list[datetime.datetime]:
    """Return the moments at which an event was told, first to last."""
    said = [step.said for step in event.status_history] + [w.first for w in event.sources]
    return sorted(found for each in said if (found := moment(each)))


def updated(event: Event, today: str) -> datetime.datetime:
    """Return when something last came to an event: a report or a person's word; `today` where no day is known."""
    by_hand = [found for c in event.corrections if (found := moment(c.at))]
    fallback = datetime.datetime.fromisoformat(today).replace(tzinfo=datetime.UTC)
    return max([*told(event), *by_hand], default=fallback)


def codes(parties: Iterable[Party]) -> list[str]:
    """Return the codes of parties, each once, in their order."""
    return list(dict.fromkeys(p.country for p in parties))


def pairs(event: Event) -> Iterator[tuple[str, str]]:
    """Yield the pairs of codes between which an event is, in the order of the alphabet, each once.

    They stand on opposite sides; of what is mutual, any two do.
    """
    if event.type in MUTUAL:
        found = combinations(codes((*event.actors, *event.recipients)), 2)
        yield from dict.fromkeys((min(pair), max(pair)) for pair in found)
        return
    sides = product(codes(event.actors), codes(event.recipients))
    yield from dict.fromkeys((min(pair), max(pair)) for pair in sides if pair[0] != pair[1])


def tsv(cells: Iterable[str | int | float | None], *, raw: bool) -> bytes:
    """Return a line of tab-separated cells, without quoting: no text holds a tab, a line break or a double quote.

    Texts that a spreadsheet would run as formulas are guarded unless `raw`.
    """
    return ("\t".join(_tab_cell(value, raw) for value in cells) + "\n").encode()


def _tab_cell(value: str | int | float | None, raw: bool) -> str:
    if isinstance(value, str):
        return cell(line(value).replace('"', "'"), raw=raw)
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return "" if value is None else str(value)

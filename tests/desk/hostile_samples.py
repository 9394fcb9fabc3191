"""A record in which every text that a page, a person or a program may have given is an attack on whoever shows it."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import Any

import msgspec
from desk_samples import article, party, report

from kawat.errors import KawatError
from kawat.pages.model import Credit
from kawat.reading.model import Figure, Place, Speaker
from kawat.record import Entry, Record
from kawat.record.model import EVERYTHING
from kawat.record.watch_model import Difference, Glance, Notice, Watch
from kawat.record.watching import watching_of

NOW = datetime(2024, 5, 20, tzinfo=UTC)
#: Each holds the mark `zqx`, by which it is known again wherever it arrives.
PAYLOADS = {
    "script": "zqx</script><script>zqx(1)</script>",
    "handler": "\"'><img src=zqx onerror=zqx(1)> onmouseover=zqx(1) x=\"zqx' autofocus onfocus=zqx(1)",
    "scheme": "javascript:zqx(1)//http://zqx.example/",
    "data": "data:text/html;base64,zqx",
    "svg": "zqx<svg onload=zqx(1)><foreignObject><zqx/></foreignObject><set attributeName=href to=javascript:zqx(1)>",
    "math": '<math><mtext></title></style></textarea><zqx zqx="zqx"><a xlink:href="javascript:zqx(1)">zqx</a>',
    "braces": "zqx{{7919*104729}}{%print(7919*104729)%}${7919*104729}#{7919*104729}{0.__class__}{name}{total}%s%(zqx)s",
    "css": "zqx;}*{background:url(//zqx.example/)}</style><style>@import'//zqx.example/'",
    "bidi": "zqx\u202egnp.exe\u2066\u200f\u061c\u2028\u2029\ufeff\u009b2J",
    "crlf": "zqx\r\nX-Zqx: zqx\r\nSet-Cookie: zqx=1\r\n\r\n<zqx>\x1b[2J\x85\x0b\x7f",
    "nul": "zqx\0<zqx\0>",
    "slashes": "//zqx.example/%0d%0aX-Zqx:zqx/..\\..\\zqx?zqx=1#zqx",
    "cdata": "zqx]]><zqx/><!--><!DOCTYPE zqx [<!ENTITY zqx SYSTEM 'file:///etc/passwd'>]>&zqx;",
    "formula": '=cmd|"/c zqx"!A1',
    "long": "zqx" + "W" * 3000 + "<zqx>",
}

#: Names that pages, lists, exports or the API know in an address.
ASKED = (
    "q", "text", "place", "person", "outlet", "name", "id", "event", "article", "at", "title", "kind", "key", "format",
    "order", "after", "start", "limit", "size", "today", "lang", "next", "lanes", "scale", "amount", "field", "between",
    "party", "since", "until", "status", "type", "mode", "quad", "sources", "contested", "confirmed", "story", "one",
    "other", "by", "of",
)  # fmt: skip
#: Those of them that may be any words.
WORDS = (
    "q",
    "text",
    "place",
    "person",
    "outlet",
    "name",
    "id",
    "event",
    "title",
    "by",
    "reason",
    "next",
    "key",
)


def fill(record: Record) -> Record:
    """Put the payloads into every field of a record."""
    record.add_many([entry for name in PAYLOADS for entry in _told(name)])
    record.relink()
    _decide(record)
    _save(record)
    return record


def _told(name: str) -> list[Entry]:
    """Return two articles that contradict each other on one event full of a payload, and tell a plain one."""
    words = PAYLOADS[name]
    return [_entry(f"{words}{n}", words, n) for n in (1, 2)]


def _entry(id: str, words: str, number: int) -> Entry:
    body = f"Menteri {words} bertemu {words} ({number}). Kata {words}: {number * 17} orang di {words}."
    made = article(id, body, title=words, outlet=f"{words}{number}", published="2024-05-08", language="id")
    credit = Credit(words, 0, 3, words, "credit")
    made = msgspec.structs.replace(
        made, upstream=(credit,), url=words, author=words, editor=words, dateline=words
    )
    one, other = party(made.text, "Menteri", "IDN", words, words), party(made.text, "Kata", words, words)
    fields: dict[str, Any] = {
        "actors": (one,),
        "recipients": (other,),
        "date": f"2024-05-0{number}",
        "date_text": words,
        "place": Place(words, None if number == 1 else "AUS", 0, 5, words),
        "attributed_to": (Speaker(words, 0, 5),),
        "upstream": (words,),
        "figures": (Figure("troops", 17.0 * number, words, words, 0, 5, words),),
        "reasons": (words,),
        "duration": "PT2H",
    }
    sentence = made.text[made.text.index("Menteri") :].split(" Kata ")[0]
    mutual = report(made, sentence, mode="in-person", status="planned" if number == 1 else "held", **fields)
    act = report(made, made.text[made.text.rindex("Kata") :].strip(), type="REJECT", **fields)
    return Entry(made, (mutual, act), words)


def _decide(record: Record) -> None:
    events = list(record.page(EVERYTHING, size=200).events)
    for words, event in zip(PAYLOADS.values(), events, strict=False):
        with contextlib.suppress(KawatError):  # some can be no place: nothing to attack with then
            record.correct(event.id, "place", words, by=words, reason=words)
        with contextlib.suppress(KawatError):
            record.confirm(event.id, by=words, reason=words)
    with contextlib.suppress(KawatError):
        record.join(events[0].id, events[3].id, by=PAYLOADS["script"], reason=PAYLOADS["crlf"])
    record.stories()


def _save(record: Record, owner: str = "") -> None:
    watching = watching_of(record)
    for words in PAYLOADS.values():
        made, _ = watching.add(Watch("", owner, words, f"text={words[:20]}", "en", NOW.isoformat()), {})
        glance = Glance("held", None, 1, (), words, words, (words,))
        changed = tuple(Difference(f, words, words) for f in Glance.__struct_fields__ if f != "date")
        watching.note(
            made.id, NOW.isoformat(), [Notice(words, "changed", words, changed)], {words[:50]: glance}
        )
        watching.owe(made.id, "webhook", 1, 1, NOW.isoformat())
        owed = watching.deliveries(made.id)[0]
        watching.settle(msgspec.structs.replace(owed, outcome="failed", error=words.replace("\0", "")))

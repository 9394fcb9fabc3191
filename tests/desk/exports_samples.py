"""Events for the export tests: real ones made by the record, and ones whose every text is hostile."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from desk_samples import article, report

from kawat.desk.exports import Context
from kawat.desk.words import words
from kawat.linking import link
from kawat.linking.model import Correction, Disagreement, Event, Value
from kawat.pages.model import Article
from kawat.reading.model import Figure, Party, Place, Report, Speaker

T = TypeVar("T")
BASE = "http://desk.example:8000"
#: What a page may try on a spreadsheet, a reader of XML, JSON, HTML, calendars, TeX or a terminal.
PAYLOADS = [
    '=cmd|"/c calc"!A1',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "＝1+1",
    "a\r\nBEGIN:VEVENT\r\nSUMMARY:owned\r\nEND:VEVENT",
    "a\nb\rc\x0bd\x0ce\x85f\u2028g",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]><evil/><![CDATA[",
    "&amp;&lt;&#60;&bogus;",
    "\x00\x01\x1b[31m\x7f\x9b",
    "\u202egnp.exe\u2066\u200f",
    "\"'`\"\"''",
    'say "a\tb" "',
    "\ud800 half \udfff",
    "\ufffe\uffff\U0001f600",
    "}, {\\end{document} \\input{/etc/passwd} $x$ % # _ ^ ~",
    '{"@id": "http://evil.example/", "@context": "http://evil.example/"}',
    "{0} {sides} %s {{7*7}} ${x}",
    "javascript:alert(1)",
    "x" * 20_000,
    "; , : = | \\n \\",
]


def party(country: str, person: str | None = None, office: str | None = None, name: str = "N") -> Party:
    return Party(country, person, office, name, 0, 1, "test")


def event(**fields: Any) -> Event:
    """Return an event of one report, made by linking, with other values."""
    page = article(
        "a1", "They met.", title="Title", outlet="Post", published="2024-05-10T10:00:00+07:00", language="en"
    )
    told = report(page, "They met.", actors=(party("IDN"),), recipients=(party("AUS"),), date="2024-05-09")
    return msgspec.structs.replace(link([told])[0], **fields)


def hostile(text: str) -> tuple[Event, Report, Article]:
    """Return an event, its report and its article with `text` in every field that a page can fill."""
    page = article("SAFE", "SAFE", title="SAFE", outlet="SAFE", published="2024-05-10", language="en")
    page = msgspec.structs.replace(page, url="SAFE", author="SAFE")
    told = report(
        page,
        "SAFE",
        actors=(party("IDN", "SAFE", "president", "SAFE"),),
        recipients=(party("AUS", "SAFE", None, "SAFE"),),
        place=Place("SAFE", "AUS", 0, 1, "test", -31.95, 115.86, "city"),
        date="2024-05",
        attributed_to=(Speaker("SAFE", 0, 1),),
        upstream=("SAFE",),
        figures=(Figure("dead", 3.0, None, "SAFE", 0, 1, "SAFE"),),
        url="SAFE",
    )
    values = (
        Value("SAFE", (told.id,), ("SAFE",), None, "SAFE", ("SAFE",)),
        Value("2024-05-08", (), (), None),
    )
    fields: dict[str, Any] = {
        "id": "e-SAFE",
        "disagreements": (Disagreement("place", values, "SAFE", "contradiction"),),
        "attributed_to": ("SAFE",),
        "corrections": (Correction("date", "SAFE", "SAFE", "SAFE", "2024-06-01T00:00:00Z", "SAFE", 1),),
    }
    made = msgspec.structs.replace(link([told])[0], **fields)
    return _filled(made, text), _filled(told, text), _filled(page, text)


def _filled(item: T, text: str) -> T:
    """Put `text` wherever SAFE stands."""

    def fill(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace("SAFE", text)
        if isinstance(value, dict):
            return {key: fill(each) for key, each in value.items()}
        return [fill(each) for each in value] if isinstance(value, (list, tuple)) else value

    return msgspec.convert(fill(msgspec.to_builtins(item)), type(item))


def context(*told: tuple[Event, Report, Article], base: str | None = BASE, language: str = "en") -> Context:
    """Return what writers need of hostile samples."""
    reports = {event.id: [report] for event, report, _ in told}
    articles = {page.id: page for _, _, page in told}
    return Context(
        lambda events: {event.id: reports.get(event.id, []) for event in events},
        lambda id: articles[id],
        words(language),
        "2024-07-01",
        base,
    )

"""News for alerts: one planned meeting that outlets tell of as it goes on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from desk_samples import article, party, report

from kawat.desk.alerts import rounds
from kawat.reading.model import Place
from kawat.record import Entry, Record
from kawat.record.watch_model import Watch
from kawat.record.watching import watching_of

NOW = datetime(2024, 5, 21, 9, 0, tzinfo=UTC)
PLAN = "Foreign Minister Retno Marsudi will meet Foreign Minister Penny Wong in Perth on {day} May 2024."
#: The same in words that no copy of the first would have.
AGAIN = "Jakarta: Retno Marsudi akan bertemu Penny Wong di Perth, {day}/5/2024, kata sumber di kementerian."
OFF = (
    "The meeting of Foreign Minister Retno Marsudi with Foreign Minister Penny Wong on {day} May 2024 is off."
)


def entry(id: str, outlet: str, sentence: str = PLAN, *, day: int = 28, on: int = 10, **fields: Any) -> Entry:
    """Return an article of the `on`th of May that tells of a meeting on a `day` of it."""
    told = sentence.format(day=day)
    published = f"2024-05-{on:02}"
    body = told
    made = article(id, body, title=f"{outlet} on {id}", outlet=outlet, published=published, language="en")
    start = made.text.index("Perth") if "Perth" in told else 0
    given: dict[str, Any] = {
        "mode": "in-person",
        "status": "planned",
        "date": f"2024-05-{day:02}",
        "actors": (_minister(made.text, "Retno Marsudi", "IDN"),),
        "recipients": (_minister(made.text, "Penny Wong", "AUS"),),
        "place": Place("Perth", "AUS", start, start + 5, "test/place"),
        "upstream": (),
    }
    return Entry(made, (report(made, told, **{**given, **fields}),), f"{id}.txt")


def _minister(text: str, name: str, country: str) -> Any:
    return party(text, name, country, name, "foreign_minister")


def add(record: Record, *entries: Entry) -> None:
    record.add_many(list(entries))
    record.relink()


def watch(record: Record, query: str = "", **fields: Any) -> Watch:
    """Save a search as the desk does."""
    given = {"owner": "", "name": "Watched", "language": "en", "created": "2024-05-20T00:00:00+00:00"}
    made = Watch(id="", query=query, **{**given, **fields})
    return watching_of(record).add(made, rounds.baseline(record, query))[0]


def later(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)

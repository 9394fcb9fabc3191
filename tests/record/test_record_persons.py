"""Names of persons are kept once, whatever is written; a part of a name finds all who bear it."""

from __future__ import annotations

import random

import msgspec
import pytest
from record_samples import article, entry, report
from sqlalchemy import select

from kawat.errors import UsageError
from kawat.linking.model import Event
from kawat.linking.names import fold
from kawat.reading.model import Report
from kawat.record import Entry, Filter, Record
from kawat.record.engine import reading
from kawat.record.fact_schema import event_persons, persons

NAMES = (
    "Beatriz Araújo",
    "Ana Araujo",
    "BEATRIZ ARAUJO",
    "Joost Verhagen",
    "Li",
    "O'Hara",
    "100 Percent",
    None,
)
PARTS = ("araujo", "ARAÚJO", "li", "hara", "beatriz a", "100", "nobody")


def told(chance: random.Random, n: int) -> Entry:
    a = article(f"n{n}", f"Page {n}\nOf day {n}.")
    codes = chance.sample(["NLD", "KEN", "BRA"], 2)
    made = report(a, codes[:1], codes[1:], date=f"2023-05-0{chance.randint(1, 3)}", id=f"r{n}")
    return entry(a, _with_names(chance, made))


def _with_names(chance: random.Random, made: Report) -> Report:
    sides = [
        tuple(msgspec.structs.replace(p, person=chance.choice(NAMES)) for p in side)
        for side in (made.actors, made.recipients)
    ]
    return msgspec.structs.replace(made, actors=sides[0], recipients=sides[1])


def change(record: Record, chance: random.Random, n: int) -> None:
    """Do one of the things that write events."""
    events = record.events()
    one = chance.choice(events) if events else None
    match chance.choice(["add", "add", "join", "split", "correct", "undo", "again"]):
        case "join" if one:
            record.join(one.id, chance.choice(events).id, by="Sari")
        case "split" if one:
            record.split(one.id, one.reports[:1], by="Sari")
        case "correct" if one:
            record.correct(one.id, "actors", "Kenya", by="Sari")
        case "undo":
            done = [d.number for d in record.decisions() if d.undone is None and d.kind != "undo"]
            if done:
                record.undo(chance.choice(done), by="Sari")
        case "again":
            record.relink(again=True)
        case _:
            record.add_many([told(chance, n)])


@pytest.mark.parametrize("seed", range(4))
def test_names_are_those_that_events_bear(record: Record, seed: int) -> None:
    chance = random.Random(seed)
    for n in range(40):
        try:
            change(record, chance, n)
        except UsageError:  # two that are one already, an event of one report
            continue
        events = record.events()
        with reading(record._engine) as connection:
            kept = list(connection.execute(select(persons.c.person)).scalars())
            borne = set(connection.execute(select(event_persons.c.person)).scalars())
        assert sorted(kept) == sorted(borne) == sorted({fold(name) for e in events for name in bearers(e)})
    for part in PARTS:
        found = sorted(e.id for e in record.page(Filter(person=part), size=1000).events)
        assert found == sorted(e.id for e in events if any(fold(part) in fold(name) for name in bearers(e)))
        named = {fold(a.person or "") for a in record.named(part)}
        assert named == {fold(name) for e in events for name in bearers(e) if fold(part) in fold(name)}


def bearers(event: Event) -> set[str]:
    return {p.person for p in (*event.actors, *event.recipients) if p.person}

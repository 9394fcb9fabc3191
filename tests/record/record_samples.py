"""Made-up articles, reports and a plain stand-in for linking, for the tests of the record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from kawat.linking.model import Disagreement, Event, Step, Witness
from kawat.linking.neighbourhoods import Neighbourhood
from kawat.pages.model import Article, Moment
from kawat.reading.model import Party, Place, Report
from kawat.record import Entry
from kawat.text import digest, quote

PEOPLE = {"NLD": "Joost Verhagen", "BRA": "Beatriz Araújo", "KEN": "Wanjiru Otieno"}


def article(
    id: str = "a1",
    text: str = "Talks in Nairobi\nThe ministers spoke.",
    *,
    outlet: str | None = "Warta Pagi",
    published: str | None = "2023-03-04T09:00:00+07:00",
) -> Article:
    return Article(
        id=id,
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        title=text.partition("\n")[0],
        language="en",
        lines=(),
        body=(),
        outlet=outlet,
        published=Moment(published, False, None, None, "test") if published else None,
    )


def party(code: str) -> Party:
    return Party(code, PEOPLE.get(code), "minister", code, 0, 5, "test")


def report(
    of: Article,
    actors: Iterable[str] = ("NLD",),
    recipients: Iterable[str] = ("KEN",),
    *,
    type: str = "CONSULT",
    status: str = "held",
    date: str | None = "2023-03-03",
    id: str | None = None,
    mode: str = "in-person",
    place: tuple[str, str | None] | None = None,
    confidence: float = 0.5,
) -> Report:
    actors, recipients = tuple(actors), tuple(recipients)
    return Report(
        article=of.id,
        id=id or digest(of.digest, type, *actors, "|", *recipients, date or "", status),
        type=type,
        mode=mode if type == "CONSULT" else None,
        actors=tuple(map(party, actors)),
        recipients=tuple(map(party, recipients)),
        date=date,
        date_text=None,
        place=Place(*place, 0, 0, "test") if place else None,
        duration=None,
        duration_relation=None,
        status=status,
        attributed_to=(),
        upstream=(),
        figures=(),
        evidence=(quote(of.text, 0, len(of.text)),),
        reasons=("test",),
        confidence=confidence,
        language=of.language,
        published=of.published.value if of.published else None,
        outlet=of.outlet,
        title=of.title,
        digest=of.digest,
    )


def entry(of: Article, *reports: Report, source: str | None = None) -> Entry:
    return Entry(of, reports, source or f"{of.id}.txt")


def many(n: int) -> list[Entry]:
    """Return n articles of one report each."""
    made = [article(f"n{i}", f"Day {i} of the talks\nThe envoy came back {i} times.") for i in range(n)]
    return [entry(a, report(a, date=f"2023-05-{i % 28 + 1:02}")) for i, a in enumerate(made)]


def link(reports: Iterable[Report]) -> list[Event]:
    """One event for each type, day and set of parties; its id is that of its first report."""
    groups: dict[tuple[object, ...], list[Report]] = {}
    for r in sorted(reports, key=lambda r: (r.published or "", r.id)):
        codes = sorted({p.country for p in (*r.actors, *r.recipients)})
        groups.setdefault((r.type, r.date, *codes), []).append(r)
    return [_event(told) for told in groups.values()]


def events_of(near: Neighbourhood, *_: object) -> list[Event]:
    """Link the reports of a neighbourhood plainly."""
    return link(r for unit in near.units for r in unit.reports)


def _event(told: list[Report]) -> Event:
    first, last = told[0], told[-1]
    articles = tuple(r.article for r in told)
    return Event(
        id="e" + first.id,
        type=first.type,
        mode=first.mode,
        actors=first.actors,
        recipients=first.recipients,
        date=first.date,
        place=first.place,
        duration=None,
        status=last.status,
        status_history=tuple(
            Step(r.status, r.published, r.date, r.outlet or "?", r.id, r.article) for r in told
        ),
        figures=(),
        reports=tuple(r.id for r in told),
        articles=articles,
        sources=_sources(told),
        disagreements=_disagreements(told),
        attributed_to=(),
        reasons=("test",),
    )


def _sources(told: list[Report]) -> tuple[Witness, ...]:
    """Each outlet is a source of its own."""
    by: dict[str, list[Report]] = {}
    for r in told:
        by.setdefault(r.outlet or "?", []).append(r)
    return tuple(
        Witness(name, (name,), tuple(r.article for r in rs), rs[0].published) for name, rs in by.items()
    )


def _disagreements(told: list[Report]) -> tuple[Disagreement, ...]:
    """Places contradict each other; of statuses the later ones hold."""
    fields = (
        ("place", {r.place for r in told}, "contradiction"),
        ("status", {r.status for r in told}, "series"),
    )
    return tuple(Disagreement(f, (), "test", kind) for f, values, kind in fields if len(values) > 1)

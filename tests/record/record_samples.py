"""Made-up articles, reports and a plain stand-in for linking, for the tests of the record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from kawat.linking.model import Event, Step, Witness
from kawat.linking.neighbourhoods import Neighbourhood
from kawat.pages.model import Article, Moment
from kawat.reading.model import Party, Report
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
) -> Report:
    actors, recipients = tuple(actors), tuple(recipients)
    return Report(
        article=of.id,
        id=id or digest(of.digest, type, *actors, "|", *recipients, date or "", status),
        type=type,
        mode="in-person" if type == "CONSULT" else None,
        actors=tuple(map(party, actors)),
        recipients=tuple(map(party, recipients)),
        date=date,
        date_text=None,
        place=None,
        duration=None,
        duration_relation=None,
        status=status,
        attributed_to=(),
        upstream=(),
        figures=(),
        evidence=(quote(of.text, 0, len(of.text)),),
        reasons=("test",),
        confidence=0.5,
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
    outlet = first.outlet or "?"
    articles = tuple(r.article for r in told)
    return Event(
        id="e" + first.id,
        type=first.type,
        mode=first.mode,
        actors=first.actors,
        recipients=first.recipients,
        date=first.date,
        place=None,
        duration=None,
        status=last.status,
        status_history=tuple(
            Step(r.status, r.published, r.date, r.outlet or "?", r.id, r.article) for r in told
        ),
        figures=(),
        reports=tuple(r.id for r in told),
        articles=articles,
        sources=(Witness(outlet, tuple(sorted({r.outlet or "?" for r in told})), articles, first.published),),
        disagreements=(),
        attributed_to=(),
        reasons=("test",),
    )

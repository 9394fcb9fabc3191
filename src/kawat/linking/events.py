"""Reports to events: the stage itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kawat.linking import resolving
from kawat.linking.days import days
from kawat.linking.disagreement import disagreements
from kawat.linking.history import history, status
from kawat.linking.merging import Cluster, clusters
from kawat.linking.model import Event, FigureValue
from kawat.linking.names import fold
from kawat.linking.sources import by_publication, key, sources, witness_names
from kawat.linking.units import Unit, units
from kawat.reading.model import Report
from kawat.text import digest


def link(reports: Iterable[Report]) -> list[Event]:
    """Find the real-world events that the reports tell, one event each, ordered by date, then by id.

    Pure: the same reports give the same events, in whatever order they come; equal reports count once. The
    id of an event is the digest of the smallest id of its reports, so it stays when later reports join.
    """
    known = units(reports)
    found = [_event(cluster, known) for cluster in clusters(known)]
    return _distinct(sorted(found, key=_order))


def _order(event: Event) -> tuple[int, str, str, str]:
    span = days(event.date)
    first = event.status_history[0]
    return (span.first if span else 0), event.id, first.article, first.report


def _distinct(events: list[Event]) -> list[Event]:
    """Number the ids of events whose smallest reports share an id (copies of one text, told apart)."""
    seen: Counter[str] = Counter()
    named = []
    for event in events:
        seen[event.id] += 1
        count = seen[event.id]
        named.append(event if count == 1 else _renamed(event, digest(event.id, str(count))))
    return named


def _renamed(event: Event, name: str) -> Event:
    fields = {f: getattr(event, f) for f in event.__struct_fields__}
    return Event(**{**fields, "id": name})


def _event(cluster: Cluster, known: list[Unit]) -> Event:
    reports = by_publication(r for i in cluster.members for r in known[i].reports)
    names = witness_names(reports)
    actors, recipients = resolving.parties(reports, names)
    steps = history(reports)
    return Event(
        id=digest(min(r.id for r in reports)),
        type=reports[0].type,
        mode=resolving.mode(reports, names),
        actors=actors,
        recipients=recipients,
        date=resolving.date(reports, names),
        place=resolving.place(reports, names),
        duration=resolving.duration(reports, names),
        status=status(steps),
        status_history=steps,
        figures=tuple(FigureValue(f, r.id, names[key(r)], r.published) for r in reports for f in r.figures),
        reports=tuple(dict.fromkeys(r.id for r in reports)),
        articles=tuple(dict.fromkeys(r.article for r in reports)),
        sources=sources(reports),
        disagreements=disagreements(reports),
        attributed_to=_speakers(reports),
        reasons=_reasons(cluster, known),
    )


def _speakers(reports: list[Report]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for r in reports:
        for speaker in r.attributed_to:
            names.setdefault(fold(speaker.name), speaker.name)
    return tuple(names.values())


def _reasons(cluster: Cluster, known: list[Unit]) -> tuple[str, ...]:
    """Say why these reports are one event, a line a link, and from which events doubt kept it apart."""
    alike = [
        f"{known[i].reports[0].id} = {r.id}: same type, parties, date, mode and place"
        for i in sorted(cluster.members)
        for r in known[i].reports[1:]
    ]
    links = [
        f"{known[x.one].reports[0].id} = {known[x.other].reports[0].id}: {x.verdict.text}"
        for x in cluster.links
    ]
    apart = [
        f"apart: {known[i].reports[0].id} fits {known[a].reports[0].id} and {known[b].reports[0].id} alike"
        for i, a, b in cluster.apart
    ]
    return (*alike, *links, *apart)

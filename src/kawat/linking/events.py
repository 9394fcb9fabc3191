"""Reports to events: the stage itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from kawat.linking import resolving
from kawat.linking.days import days
from kawat.linking.disagreement import disagreements
from kawat.linking.first_told import NO_COPIES
from kawat.linking.history import history, status
from kawat.linking.merging import Cluster, clusters
from kawat.linking.model import Copy, Event
from kawat.linking.names import fold
from kawat.linking.neighbourhoods import Neighbourhood, neighbourhoods
from kawat.linking.numbers import figure_values
from kawat.linking.rulings import NO_RULINGS, Rulings
from kawat.linking.scoring import compare
from kawat.linking.sources import by_publication, sources, witness_names
from kawat.linking.units import Unit, units
from kawat.reading.model import Report
from kawat.text import digest

#: Hexadecimal digits of an event's id: among ten million events no two are likely to share one.
ID = 16


def link(
    reports: Iterable[Report], rulings: Rulings = NO_RULINGS, copies: Iterable[Copy] = ()
) -> list[Event]:
    """Find the real-world events that the reports tell, one event each, ordered by date, then by id.

    Pure: the same reports give the same events, in whatever order they come; equal reports count once. `rulings` are
    what persons have decided, `copies` the articles known to repeat others. The id of an event is a digest of the
    first published of its reports, so it stays when later reports join.
    """
    return sorted(iter_events(reports, rulings, copies), key=_order)


def iter_events(
    reports: Iterable[Report], rulings: Rulings = NO_RULINGS, copies: Iterable[Copy] = ()
) -> Iterator[Event]:
    """Yield what `link` returns, one event at a time, in the order of their first articles: for a million reports."""
    copied = {copy.article: copy for copy in copies}
    taken: set[str] = set()
    for near in neighbourhoods(units(reports, rulings.reports, copied), rulings):
        for event in events_of(near, rulings, copied):
            yield _distinct(event, taken)


def events_of(
    near: Neighbourhood, rulings: Rulings = NO_RULINGS, copies: Mapping[str, Copy] = NO_COPIES
) -> Iterator[Event]:
    """Yield the events of one neighbourhood."""
    for cluster in clusters(near.units, near.ties, rulings):
        yield _event(cluster, near.units, copies)


def _order(event: Event) -> tuple[int, str, str, str]:
    span = days(event.date)
    first = event.status_history[0]
    return (span.first if span else 0), event.id, first.article, first.report


def _distinct(event: Event, taken: set[str]) -> Event:
    """Number the ids of events whose first reports share an id (copies of one text, told apart)."""
    name, count = event.id, 1
    while name in taken:
        count += 1
        name = digest(event.id, str(count))
    taken.add(name)
    return event if name == event.id else msgspec.structs.replace(event, id=name)


def _event(cluster: Cluster, known: list[Unit], copies: Mapping[str, Copy]) -> Event:
    reports = by_publication(r for i in cluster.members for r in known[i].reports)
    copied = tuple(copies[a] for a in dict.fromkeys(r.article for r in reports) if a in copies)
    names = witness_names(reports, copied)
    steps = history(reports, copied)
    actors, recipients = resolving.parties(reports, names)
    return Event(
        id=digest(reports[0].id, size=ID),
        type=reports[0].type,
        mode=resolving.mode(reports, names, steps),
        actors=actors,
        recipients=recipients,
        date=resolving.date(reports, names, steps),
        place=resolving.place(reports, names, steps),
        duration=resolving.duration(reports, names),
        status=status(steps),
        status_history=steps,
        figures=figure_values(reports, names),
        reports=tuple(dict.fromkeys(r.id for r in reports)),
        articles=tuple(dict.fromkeys(r.article for r in reports)),
        sources=sources(reports, copied),
        disagreements=disagreements(reports, copied, steps),
        attributed_to=_speakers(reports),
        reasons=_reasons(cluster, known),
    )


def _speakers(reports: list[Report]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for r in reports:
        for speaker in r.attributed_to:
            names.setdefault(fold(speaker.name), speaker.name)
    return tuple(names.values())


_ONE_TEXT = "same text, type, parties, date, mode and place"
_TOLD_BY_MANY = "told alike by many pages: same type, parties, date, mode and place"


def _reasons(cluster: Cluster, known: list[Unit]) -> tuple[str, ...]:
    """Say why these reports are one event, a line a link, and from which events doubt kept it apart."""
    name = [unit.names[0][1] for unit in known]
    alike = [
        f"{name[i]} = {id}: {_TOLD_BY_MANY if known[i].more else _ONE_TEXT}"
        for i in sorted(cluster.members)
        for _, id in known[i].names[1:]
    ]
    links = [
        f"{name[x.one]} = {name[x.other]}: "
        + ("joined by hand" if x.ruled else compare(known[x.one], known[x.other]).text)
        for x in cluster.links
    ]
    apart = [f"apart: {name[i]} fits {name[a]} and {name[b]} alike" for i, a, b in cluster.apart]
    return (*alike, *links, *apart)

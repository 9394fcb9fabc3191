"""Events are never edited but made anew: of all reports, or of those neighbourhoods that new reports fall into.

Both ways lead to the same events. Only rows that changed are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, delete, func, select

from kawat.linking.events import events_of
from kawat.linking.findings import RULES
from kawat.linking.model import Event
from kawat.linking.neighbourhoods import LARGEST, Neighbourhood, connected, cut, slabs, within
from kawat.linking.rulings import Rulings
from kawat.linking.units import Unit, units
from kawat.reading.model import Report
from kawat.record import neighbours, writing
from kawat.record.copying import copies_of, every_copy, find_copies
from kawat.record.decisions import Amendments, note_linked
from kawat.record.neighbours import Home
from kawat.record.rows import REPORT, insert_rows, rows_where
from kawat.record.schema import articles, event_reports, events, report_keys, reports, sketches, state

#: From so many new reports on, if they are more than those that there are, all is linked at once.
MANY = 1000
#: How the machine signs.
SIGNED = f"kawat {RULES}"


def unlinked(connection: Connection) -> bool:
    """Say whether there are articles whose reports the events do not know of yet."""
    return _last_article(connection) > _linked(connection) or not _by_these_rules(connection)


def _by_these_rules(connection: Connection) -> bool:
    """Say whether the events were made by the rules of today (a record without articles has none)."""
    by = connection.execute(select(state.c.value).where(state.c.name == "rules")).scalar()
    return by == RULES or _last_article(connection) == 0


def link_all(connection: Connection) -> None:
    """Make all events anew of all reports, and the index of neighbours with them."""
    last = _last_article(connection)
    drawn = connection.execute(select(func.max(sketches.c.article))).scalar() or 0
    undrawn = select(articles.c.number).where(articles.c.number > drawn)
    find_copies(connection, connection.execute(undrawn).scalars())
    amendments = Amendments.of(connection, {copy.article: copy for copy in every_copy(connection)})
    connection.execute(delete(report_keys))
    everything = units(_every_report(connection, amendments), amendments.rulings.reports, amendments.copies)
    neighbours.index(connection, everything)
    old = {row.id: row.data for row in connection.execute(select(events.c.id, events.c.data))}
    made = _settled(connection, connected(everything, amendments.rulings), amendments)
    note_linked(connection, writing.replace(connection, old, made), SIGNED)
    _note(connection, last)


def link_new(connection: Connection) -> None:
    """Make the events anew that the reports of articles not linked yet may change."""
    last, linked = _last_article(connection), _linked(connection)
    numbers = connection.execute(select(articles.c.number).where(articles.c.number > linked)).scalars()
    shifted = find_copies(connection, numbers)
    since = select(articles.c.id).where(articles.c.number > linked)
    new = list(connection.execute(select(reports.c.id).where(reports.c.article.in_(since))).scalars())
    there = connection.execute(select(func.count()).select_from(reports)).scalar_one() - len(new)
    if len(new) > max(MANY, there) or not _by_these_rules(connection):
        link_all(connection)
        return
    moved = rows_where(connection, [reports.c.id], reports.c.article, shifted)
    relink(connection, [*new, *(row.id for row in moved)])
    _note(connection, last)


def relink(connection: Connection, ids: Iterable[str], lost: Iterable[str] = ()) -> None:
    """Make the events anew that reports with these ids, which are new or have changed, may change.

    `lost` are the heads of neighbourhoods that have lost reports.
    """
    amendments = Amendments.of(connection)
    changed = set(ids)
    before = rows_where(connection, [reports.c.neighbourhood], reports.c.id, changed)
    shaken = {*lost, *(row.neighbourhood for row in before if row.neighbourhood)}
    neighbours.forget(connection, changed)
    mine = _units(connection, changed, amendments)
    near = neighbours.near(connection, mine) | amendments.joined_with(changed)
    neighbours.index(connection, mine)
    around = _units(connection, near | changed, amendments)
    for new, heads in _groups(connection, connected(around, amendments.rulings), changed, shaken):
        homes = neighbours.members(connection, heads)
        if heads & shaken or len({*homes, *new}) <= LARGEST:
            _link_whole(connection, {*homes, *new}, amendments)
        else:
            _link_slabs(connection, homes, _units(connection, new, amendments), amendments)


def _groups(
    connection: Connection, around: Iterable[Neighbourhood], changed: set[str], shaken: set[str]
) -> list[tuple[set[str], set[str]]]:
    """Return changed reports that hang together, with the heads of the neighbourhoods that they hang together with."""
    sets = [{report for unit in each.units for _, report in unit.names} for each in around]
    known = rows_where(connection, [reports.c.id, reports.c.neighbourhood], reports.c.id, set().union(*sets))
    head_of = {row.id: row.neighbourhood for row in known if row.neighbourhood}
    found: list[tuple[set[str], set[str]]] = [(set(), {head}) for head in sorted(shaken)]
    for ids in sets:
        if ids.isdisjoint(changed):
            continue
        new, heads = ids & changed, {head_of[id] for id in ids if id in head_of}
        apart = []
        for group in found:
            if group[1].isdisjoint(heads):
                apart.append(group)
            else:
                new, heads = new | group[0], heads | group[1]
        found = [*apart, (new, heads)]
    return found


def _link_whole(connection: Connection, ids: Iterable[str], amendments: Amendments) -> None:
    """Link reports that no others hang together with."""
    known = sorted(ids)
    found = connected(_units(connection, known, amendments), amendments.rulings)
    _put(connection, known, _settled(connection, found, amendments))


def _link_slabs(
    connection: Connection, homes: dict[str, Home], new: list[Unit], amendments: Amendments
) -> None:
    """Add new reports to a large neighbourhood: only those of its slabs that they change are linked."""
    days = {id: home.day for id, home in homes.items()}
    days.update((report, unit.traits.day) for unit in new for _, report in unit.names)
    head = min(days)
    after = {id: Home(head, day) for id, day in days.items()}
    was = {frozenset(part) for part in _parts(homes, amendments.rulings)}
    for part in _parts(after, amendments.rulings):
        if frozenset(part) not in was:
            near = within(_units(connection, part, amendments), amendments.rulings)
            _put(connection, part, _events(near, amendments))
    neighbours.settle(connection, {id: home for id, home in after.items() if homes.get(id) != home})


def _put(connection: Connection, ids: Iterable[str], made: Iterable[Event]) -> None:
    """Put events in place of those that reports with these ids belong to."""
    note_linked(connection, writing.replace(connection, events_told_by(connection, ids), made), SIGNED)


def _events(near: Neighbourhood, amendments: Amendments) -> Iterator[Event]:
    return map(amendments.corrected, events_of(near, amendments.rulings, amendments.copies))


def _parts(homes: dict[str, Home], rulings: Rulings) -> Iterator[list[str]]:
    """Yield the reports that are linked together, slab by slab, of each neighbourhood."""
    by_head: dict[str, list[str]] = {}
    for id in sorted(homes):
        by_head.setdefault(homes[id].head, []).append(id)
    for ids in by_head.values():
        at = {id: n for n, id in enumerate(ids)}
        joined = [(at[a], at[b]) for a, b in rulings.pairs(joined=True) if a in at and b in at]
        inside: dict[tuple[int, int], list[str]] = {}
        for id, slab in zip(ids, slabs([homes[i].day for i in ids], [1] * len(ids), joined), strict=True):
            inside.setdefault(slab, []).append(id)
        yield from inside.values()


def _settled(
    connection: Connection, found: Iterable[Neighbourhood], amendments: Amendments
) -> Iterator[Event]:
    """Yield the events of whole neighbourhoods, and note which report belongs to which."""
    homes: dict[str, Home] = {}
    for whole in found:
        head = min(report for unit in whole.units for _, report in unit.names)
        for unit in whole.units:
            homes.update((report, Home(head, unit.traits.day)) for _, report in unit.names)
        for part in cut(whole, amendments.rulings):
            yield from _events(part, amendments)
    neighbours.settle(connection, homes)


def _units(connection: Connection, ids: Iterable[str], amendments: Amendments) -> list[Unit]:
    rows = rows_where(connection, [reports.c.article, reports.c.data], reports.c.id, ids)
    amendments.copies.update(copies_of(connection, {row.article for row in rows}))
    return units(_decoded(rows, amendments), amendments.rulings.reports, amendments.copies)


def _every_report(connection: Connection, amendments: Amendments) -> Iterator[Report]:
    # Options of the statement: those of the connection would hold for all that it is told later, too.
    query = select(reports.c.data).execution_options(yield_per=1000)
    return _decoded(connection.execute(query), amendments)


def _decoded(rows: Iterable[Any], amendments: Amendments) -> Iterator[Report]:
    return (amendments.amended(REPORT.decode(row.data)) for row in rows)


def events_told_by(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the events (id to data) that reports with these ids belong to."""
    rows = rows_where(connection, [event_reports.c.event], event_reports.c.report, ids)
    told = rows_where(connection, [events.c.id, events.c.data], events.c.id, (row.event for row in rows))
    return {row.id: row.data for row in told}


def _note(connection: Connection, last: int) -> None:
    connection.execute(delete(state).where(state.c.name.in_(("linked", "rules"))))
    rows = [{"name": "linked", "value": last}, {"name": "rules", "value": RULES}]
    insert_rows(connection, state, rows)


def note_all_linked(connection: Connection) -> None:
    """Note that the events know of all articles."""
    _note(connection, _last_article(connection))


def _last_article(connection: Connection) -> int:
    return connection.execute(select(func.max(articles.c.number))).scalar() or 0


def _linked(connection: Connection) -> int:
    return connection.execute(select(state.c.value).where(state.c.name == "linked")).scalar() or 0

"""What the record is asked about events: lists in pages, single ones, the agenda, counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import msgspec
from sqlalchemy import Connection

from kawat.linking.comparing import Comparison, compared
from kawat.linking.model import Event
from kawat.reading.model import Report
from kawat.record import confirming, counting, decisions, paging, queries
from kawat.record.agenda import agenda, standings
from kawat.record.copying import copies_of
from kawat.record.logbook import log_page
from kawat.record.model import (
    EVERYTHING,
    Actor,
    Counts,
    Decision,
    DecisionPage,
    Facets,
    Filter,
    Order,
    Page,
    Pair,
    Standing,
)
from kawat.record.view import View

T = TypeVar("T")


class Questions(View):
    """The questions about events."""

    def counts(self) -> Counts:
        """Return how much the record holds and where it came from."""
        with self._up_to_date() as connection:
            return self._kept(connection, ("counts",), lambda: queries.counts(connection))

    def events(self, filter: Filter = EVERYTHING) -> list[Event]:
        """Return the events that pass the filter, newest first."""
        with self._up_to_date() as connection:
            return queries.find_events(connection, filter, newest_first=True)

    def timeline(self, filter: Filter = EVERYTHING) -> list[Event]:
        """Return the events that pass the filter, oldest first."""
        with self._up_to_date() as connection:
            return queries.find_events(connection, filter, newest_first=False)

    def page(
        self,
        filter: Filter = EVERYTHING,
        *,
        order: Order = "newest",
        after: str | None = None,
        size: int = 50,
    ) -> Page:
        """Return `size` events (1000 at most) that pass the filter, in order; `after` is the `next` of the last page.

        A page that is asked for with the cursor of another stays whole while events are added. The filter's
        limit is no part of it.

        Raises:
            UsageError: the filter, the order, the size or the cursor cannot be.
        """
        with self._asked(filter) as (connection, wanted, total):
            return paging.page(connection, wanted, order, (after, size), total)

    @contextmanager
    def _asked(self, filter: Filter) -> Iterator[tuple[Connection, Filter, int]]:
        """Open a view for a question about the events that pass a filter, its limit apart; with how many they are."""
        wanted = msgspec.structs.replace(filter, limit=None)
        with self._up_to_date(stories=wanted.story is not None) as connection:
            yield connection, wanted, self._total(connection, wanted)

    def _total(self, connection: Connection, wanted: Filter) -> int:
        return self._kept(connection, ("total", wanted), lambda: paging.total_of(connection, wanted))

    def pairs(self, filter: Filter = EVERYTHING, limit: int = 20) -> list[Pair]:
        """Return the pairs of states and bodies between which most events that pass the filter were."""
        return self._counted(counting.pairs, filter, limit)

    def actors(self, filter: Filter = EVERYTHING, limit: int = 50, *, persons: bool = False) -> list[Actor]:
        """Return who takes part in most events that pass the filter: states, bodies and groups, or `persons`."""
        return self._counted(counting.persons if persons else counting.actors, filter, limit)

    def counterparts(self, code: str, limit: int = 20) -> list[Pair]:
        """Return the pairs of a state or body with others, those between which most events were first."""
        with self._up_to_date() as connection:
            return counting.counterparts(connection, code, limit)

    def named(self, name: str, limit: int = 50) -> list[Actor]:
        """Return the persons in whose names this one stands, without regard to case and accents, as `actors` does."""
        with self._up_to_date() as connection:
            return counting.named(connection, name, limit)

    def statuses(self, filter: Filter = EVERYTHING) -> dict[str, int]:
        """Count the events that pass the filter by status; one that none has is left out."""
        with self._asked(filter) as (connection, wanted, total):
            question = ("statuses", wanted)
            return dict(
                self._kept(connection, question, lambda: counting.statuses(connection, wanted, total))
            )

    def facets(self, filter: Filter = EVERYTHING) -> Facets:
        """Count the events that pass the filter by type, status, mode, outlet, month and party."""
        with self._asked(filter) as (connection, wanted, total):
            question = ("facets", wanted)
            return self._kept(connection, question, lambda: counting.facets(connection, wanted, total))

    def _counted(
        self, count: Callable[[Connection, Filter, int, int], list[T]], filter: Filter, limit: int
    ) -> list[T]:
        with self._asked(filter) as (connection, wanted, total):
            question = (count.__name__, wanted, limit)
            return list(self._kept(connection, question, lambda: count(connection, wanted, limit, total)))

    def agenda(
        self,
        today: str | None = None,
        *,
        standing: Standing | None = None,
        limit: int | None = None,
        filter: Filter = EVERYTHING,
    ) -> list[Event]:
        """Return the contacts planned, proposed or postponed, by date, unresolved ones last.

        With `today` (YYYY-MM-DD), overdue ones come first (the last passed before others), then those due, then the
        rest; `standing(event, today)` says how each stands. `standing` asks for those alone that stand so,
        `filter` for those that pass it, its limit apart.

        Raises:
            UsageError: no contact can stand so, or `today` is no day.
        """
        with self._up_to_date() as connection:
            return agenda(connection, today, standing, limit, filter)

    def standings(self, today: str, filter: Filter = EVERYTHING) -> dict[Standing, int]:
        """Count the contacts planned, proposed or postponed (that pass the filter) by how they stand on `today`.

        Raises:
            UsageError: `today` is no day.
        """
        with self._up_to_date() as connection:
            return standings(connection, today, filter)

    def event(self, id: str) -> Event:
        """Return the event with this id, or the only one whose id begins so; ids of former events lead on.

        Raises:
            RecordError: there is none, or more than one (the message lists them).
        """
        with self._up_to_date() as connection:
            return queries.find_event(connection, id)

    def confirmed(self, ids: Iterable[str]) -> set[str]:
        """Return those of the ids whose events a person has confirmed, with just the reports that they have now."""
        with self._up_to_date() as connection:
            return confirming.confirmed(connection, ids)

    def reports_of(self, event: Event | str) -> list[Report]:
        """Return the reports of an event (or of the event with this id), as persons set them right, by publication."""
        with self._up_to_date() as connection:
            id = queries.find_event(connection, event).id if isinstance(event, str) else event.id
            return _told(connection, [id])[id]

    def reports_of_many(self, events: Iterable[Event]) -> dict[str, list[Report]]:
        """Return the reports of events, by the ids of the events: at once what `reports_of` tells of each."""
        with self._up_to_date() as connection:
            return _told(connection, [event.id for event in events])

    def decisions(
        self, event: str | None = None, *, after: int = 0, limit: int | None = None
    ) -> list[Decision]:
        """Return the log, oldest first: what persons decided, or what they and the rules decided about an event.

        With `after`, only what comes after the decision of this number; with `limit`, at most so many.
        """
        with self._up_to_date() as connection:
            found = queries.find_event(connection, event) if event is not None else None
            names = queries.names_of(connection, found) if found else ()
            return decisions.log(connection, names, after, limit)

    def decision_page(
        self, event: str | None = None, *, newest: bool = False, after: str | None = None, size: int = 50
    ) -> DecisionPage:
        """Return `size` decisions of the log (1000 at most), which `decisions` returns whole; `after` as in `page`.

        Raises:
            RecordError: there is no such event.
            UsageError: the size or the cursor cannot be.
        """
        with self._up_to_date() as connection:
            found = queries.find_event(connection, event) if event is not None else None
            names = queries.names_of(connection, found) if found else []
            return log_page(connection, names, (after, size), newest=newest)

    def compare(self, one: str, other: str) -> list[Comparison]:
        """Compare the reports of two events, or of one with itself: why they are one, or two; most alike first.

        Raises:
            RecordError: there is no such event.
        """
        with self._up_to_date() as connection:
            ids = [queries.find_event(connection, id).id for id in (one, other)]
            told = _told(connection, ids)
            rulings = decisions.Amendments.of(connection).rulings
            copied = copies_of(connection, {r.article for reports in told.values() for r in reports})
        return compared(told[ids[0]], told[ids[1]], rulings, copied)


def _told(connection: Connection, ids: Iterable[str]) -> dict[str, list[Report]]:
    """Return the reports of events, as persons set them right."""
    amended = decisions.Amendments.of(connection).amended
    found = queries.find_reports(connection, ids)
    return {id: list(map(amended, reports)) for id, reports in found.items()}

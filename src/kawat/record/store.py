"""The record itself: what goes in, in whole transactions, and what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar, overload

from sqlalchemy import Connection, Engine

from kawat.errors import RecordError
from kawat.linking.comparing import Comparison, compared
from kawat.linking.model import Copy, Event, Story
from kawat.pages.model import Article
from kawat.reading import read
from kawat.reading.model import Report
from kawat.record import decisions, editing, queries, storying
from kawat.record.adding import add_inputs
from kawat.record.copying import copies_of, every_copy
from kawat.record.engine import engine_for, migrate, reading, writing
from kawat.record.model import EVERYTHING, Added, Counts, Decision, Entry, Failed, Filter, Hit, Outcome
from kawat.record.relinking import link_all, link_new, unlinked
from kawat.record.rereading import replace_reports
from kawat.record.search import search

T = TypeVar("T")


def open_record(target: str | Path, *, create: bool = True, timeout: float = 30.0) -> Record:
    """Open the record at `target`: a path, or an SQLAlchemy URL (``sqlite:///...``, ``postgresql://...``).

    A missing SQLite file is made unless `create` is false; an older record is migrated. `timeout` is how many
    seconds to wait for another process that is writing.

    Raises:
        RecordError: no such record, not a Kawat record, of a newer Kawat, read-only, locked; the message says
            what to do.
    """
    engine = engine_for(target, create=create, timeout=timeout)
    try:
        migrate(engine, create=create)
    except RecordError:
        engine.dispose()
        raise
    return Record(engine)


class Record:
    """An open record. Use it as a context manager, or call `close`.

    Every method raises `RecordError` when the database cannot be read or written. Writes are whole: once a
    method has returned, what it wrote is on disk; if the process dies before, nothing of it is.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(self, article: Article, reports: Sequence[Report], *, source: str) -> Added:
        """Store an article with its reports in one transaction; "duplicate" where its text is stored already.

        Another text under an id that is taken is kept too: its id gets a suffix from its digest, and its
        reports carry the new id. Events are not made here: call `relink` at the end of a run.
        """
        return self.add_many([Entry(article, tuple(reports), source)])[0]

    @overload
    def add_many(self, batch: Sequence[Entry]) -> list[Added]: ...

    @overload
    def add_many(self, batch: Sequence[Entry | Failed]) -> list[Outcome]: ...

    def add_many(self, batch: Sequence[Entry | Failed]) -> Sequence[Outcome]:
        """Store a batch in one transaction, as if by `add` or `fail` for each in turn: all or nothing."""
        with writing(self._engine) as connection:
            return add_inputs(connection, batch)

    def fail(self, source: str, reason: str) -> None:
        """Note a page that could not be read: once for each source and reason."""
        self.add_many([Failed(source, reason)])

    def relink(self, *, again: bool = False) -> None:
        """Bring the events up to date, if there are new articles; `again`: make all of them anew in any case.

        Every query does so when it is due.
        """
        with writing(self._engine) as connection:
            if again:
                link_all(connection)
            elif unlinked(connection):
                link_new(connection)

    def join(self, one: str, other: str, *, by: str, reason: str = "") -> Event:
        """Make two events one, for good, whatever linking thinks; return it. `undo` takes it back.

        Raises:
            RecordError: there is no such event.
            UsageError: they are one already, or nobody signs (`by`).
        """
        return self._decide(lambda c: editing.join(c, (one, other), by, reason))

    def split(self, event: str, apart: Sequence[str], *, by: str, reason: str = "") -> Event:
        """Take reports (by their ids or their articles') out of an event, for good; return their event.

        Raises:
            RecordError: there is no such event.
            UsageError: it has no such reports, or only such, or nobody signs.
        """
        return self._decide(lambda c: editing.split(c, event, apart, by, reason))

    def correct(self, id: str, field: str, value: str, *, by: str, reason: str = "") -> Event:
        """Set a value right, of an event or of one report (see `linking.correcting.value_of`); return the event.

        Raises:
            RecordError: there is no such event or report.
            UsageError: the field has no such value, or nobody signs.
        """
        return self._decide(lambda c: editing.correct(c, id, (field, value), by, reason))

    def undo(self, number: int, *, by: str, reason: str = "") -> Event | None:
        """Take a decision back; return the event that it was about, None where nothing is left of it.

        Raises:
            RecordError: there is no such decision, or it was taken back already.
            UsageError: nobody signs.
        """
        self.relink()
        with writing(self._engine) as connection:
            return editing.event_after(connection, editing.undo(connection, number, by, reason))

    def _decide(self, change: Callable[[Connection], Decision]) -> Event:
        self.relink()
        with writing(self._engine) as connection:
            event = editing.event_after(connection, change(connection))
        if event is None:
            raise RecordError(
                "what was decided on is gone: another process has read its article anew; try again"
            )
        return event

    def decisions(self, event: str | None = None) -> list[Decision]:
        """Return the log, oldest first: what persons decided, or what they and the rules decided about an event."""
        with self._up_to_date() as connection:
            if event is None:
                return decisions.log(connection)
            found = queries.find_event(connection, event)
            return decisions.log(connection, queries.names_of(connection, found))

    def compare(self, one: str, other: str) -> list[Comparison]:
        """Compare the reports of two events, or of one with itself: why they are one, or two; most alike first.

        Raises:
            RecordError: there is no such event.
        """
        with self._up_to_date() as connection:
            told = [
                queries.find_reports(connection, queries.find_event(connection, id)) for id in (one, other)
            ]
            amendments = decisions.Amendments.of(connection)
            copied = copies_of(connection, {r.article for reports in told for r in reports})
        ones, others = ([amendments.amended(report) for report in reports] for reports in told)
        return compared(ones, others, amendments.rulings, copied)

    def reread(self, ids: Iterable[str] | None = None) -> int:
        """Read articles (all, or those with these ids) anew by the rules of today; return how many tell something else.

        Decisions of persons stand.

        Raises:
            RecordError: there is no such article.
        """
        self.relink()
        changed = 0
        for id in self.article_ids() if ids is None else ids:
            article = self.article(id)
            told = tuple(read(article))
            with writing(self._engine) as connection:
                changed += replace_reports(connection, id, article.digest, told)
        return changed

    def stories(self, limit: int | None = None) -> list[Story]:
        """Return the stories of two articles or more, the one told of last first; they are found anew where due."""
        return self._told(lambda c: storying.every_story(c, limit))

    def story(self, id: str) -> Story:
        """Return the story with this id, or of the article with this id; ids of former stories lead on.

        Raises:
            RecordError: there is none.
        """

        def find(connection: Connection) -> Story:
            found = storying.story_of(connection, id)
            if found is None:
                raise RecordError(f"there is no story {id!r}; kawat stories lists those there are")
            return storying.the_story(connection, found)

        return self._told(find)

    def _told(self, ask: Callable[[Connection], T]) -> T:
        self.relink()
        with reading(self._engine) as connection:
            due = storying.due(connection)
        if due:
            with writing(self._engine) as connection:
                storying.find_stories(connection)
        with reading(self._engine) as connection:
            return ask(connection)

    def copies(self) -> list[Copy]:
        """Return the articles that repeat an earlier one, by their ids."""
        with self._up_to_date() as connection:
            return every_copy(connection)

    def counts(self) -> Counts:
        """Return how much the record holds and where it came from."""
        with self._up_to_date() as connection:
            return queries.counts(connection)

    def events(self, filter: Filter = EVERYTHING) -> list[Event]:
        """Return the events that pass the filter, newest first."""
        with self._up_to_date() as connection:
            return queries.find_events(connection, filter, newest_first=True)

    def timeline(self, filter: Filter = EVERYTHING) -> list[Event]:
        """Return the events that pass the filter, oldest first."""
        with self._up_to_date() as connection:
            return queries.find_events(connection, filter, newest_first=False)

    def agenda(self, today: str | None = None) -> list[Event]:
        """Return the contacts planned, proposed or postponed, by date, unresolved ones last.

        With `today` (YYYY-MM-DD), overdue ones come first, then those due, then the rest;
        `standing(event, today)` says how each stands.
        """
        with self._up_to_date() as connection:
            return queries.agenda(connection, today)

    def event(self, id: str) -> Event:
        """Return the event with this id, or the only one whose id begins so; ids of former events lead on.

        Raises:
            RecordError: there is none, or more than one (the message lists them).
        """
        with self._up_to_date() as connection:
            return queries.find_event(connection, id)

    def article_ids(self) -> list[str]:
        """Return the ids of all articles, in the order in which they came."""
        with reading(self._engine) as connection:
            return queries.article_ids(connection)

    def article(self, id: str) -> Article:
        """Return the article with this id.

        Raises:
            RecordError: there is none.
        """
        with reading(self._engine) as connection:
            return queries.find_article(connection, id)

    def reports_of(self, event: Event | str) -> list[Report]:
        """Return the reports of an event (or of the event with this id), as persons set them right, by publication."""
        with self._up_to_date() as connection:
            found = queries.find_event(connection, event) if isinstance(event, str) else event
            amended = decisions.Amendments.of(connection).amended
            return [amended(report) for report in queries.find_reports(connection, found)]

    def failures(self) -> list[Failed]:
        """Return the pages that could not be read, in the order in which they came."""
        with reading(self._engine) as connection:
            return queries.failures(connection)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Return the articles that hold all the words, best first; words in double quotes stand together."""
        with self._up_to_date() as connection:
            return search(connection, words, limit)

    @contextmanager
    def _up_to_date(self) -> Iterator[Connection]:
        """Open a view in which every report has its event, even after a run that died before relinking."""
        with reading(self._engine) as connection:
            due = unlinked(connection)
        if due:
            self.relink()
        with reading(self._engine) as connection:
            yield connection

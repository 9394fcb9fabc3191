"""The record itself: what goes in, in whole transactions, and what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, overload

from sqlalchemy import Connection

from kawat.errors import RecordError
from kawat.linking.model import Event
from kawat.pages.model import Article
from kawat.reading import read
from kawat.reading.model import Report
from kawat.record import editing
from kawat.record.adding import add_inputs
from kawat.record.asking import Questions
from kawat.record.engine import engine_for, migrate, writing
from kawat.record.leafing import Library
from kawat.record.model import Added, Decision, Entry, Failed, Outcome
from kawat.record.rereading import replace_reports


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


class Record(Questions, Library):
    """An open record. Use it as a context manager, or call `close`.

    Every method raises `RecordError` when the database cannot be read or written. Writes are whole: once a
    method has returned, what it wrote is on disk; if the process dies before, nothing of it is.
    """

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

    def confirm(self, event: str, *, by: str, reason: str = "") -> Event:
        """Say that an event is right as it is; return it. This holds while its reports stay the same.

        Raises:
            RecordError: there is no such event.
            UsageError: somebody has said so already, or nobody signs.
        """
        return self._decide(lambda c: editing.confirm(c, event, by, reason))

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
                "what was decided on is gone: another process has read its article anew; try again",
                code="gone",
            )
        return event

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

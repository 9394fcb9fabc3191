"""The record itself: what goes in, in whole transactions, and what comes out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from kawat.linking.model import Event
from kawat.pages.model import Article
from kawat.reading.model import Report
from kawat.record.model import EVERYTHING, Counts, Entry, Failed, Filter, Hit


def open_record(target: str | Path, *, create: bool = True, timeout: float = 30.0) -> Record:
    """Open the record at `target`: a path, or an SQLAlchemy URL (``sqlite:///...``, ``postgresql://...``).

    A missing SQLite file is made unless `create` is false; an older record is migrated. `timeout` is how many
    seconds to wait for another process that is writing.

    Raises:
        RecordError: no such record, not a Kawat record, of a newer Kawat, read-only, locked; the message says
            what to do.
    """
    raise NotImplementedError


class Record:
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
        raise NotImplementedError

    def add(
        self, article: Article, reports: Sequence[Report], *, source: str
    ) -> Literal["stored", "duplicate"]:
        """Store an article with its reports in one transaction; "duplicate" where its text is stored already.

        Another text under an id that is taken is kept too: its id gets a suffix from its digest, and its
        reports carry the new id. Events are not made here: call `relink` at the end of a run.
        """
        raise NotImplementedError

    def add_many(self, batch: Sequence[Entry]) -> list[Literal["stored", "duplicate"]]:
        """Store a batch in one transaction, as if by `add` for each in turn; all of it or nothing."""
        raise NotImplementedError

    def fail(self, source: str, reason: str) -> None:
        """Note a page that could not be read: once for each source and reason."""
        raise NotImplementedError

    def relink(self) -> None:
        """Recompute the events from all reports, in one transaction. Every query does so when it is due."""
        raise NotImplementedError

    def counts(self) -> Counts:
        """Return how much the record holds and where it came from."""
        raise NotImplementedError

    def events(self, filter: Filter = EVERYTHING) -> list[Event]:
        """Return the events that pass the filter, newest first."""
        raise NotImplementedError

    def timeline(self, filter: Filter = EVERYTHING) -> list[Event]:
        """Return the events that pass the filter, oldest first."""
        raise NotImplementedError

    def agenda(self, today: str | None = None) -> list[Event]:
        """Return the contacts planned, proposed or postponed, by date, undated ones last.

        With `today` (YYYY-MM-DD), overdue ones come first; `standing(event, today)` says how each stands.
        """
        raise NotImplementedError

    def event(self, id: str) -> Event:
        """Return the event with this id, or the only one whose id begins so; ids of former events lead on.

        Raises:
            RecordError: there is none, or more than one (the message lists them).
        """
        raise NotImplementedError

    def article(self, id: str) -> Article:
        """Return the article with this id.

        Raises:
            RecordError: there is none.
        """
        raise NotImplementedError

    def reports_of(self, event: Event | str) -> list[Report]:
        """Return the reports of an event (or of the event with this id), by publication."""
        raise NotImplementedError

    def failures(self) -> list[Failed]:
        """Return the pages that could not be read, in the order in which they came."""
        raise NotImplementedError

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Return the articles that hold all the words, best first; words in double quotes stand together."""
        raise NotImplementedError

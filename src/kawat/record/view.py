"""A record as questions see it: up to date, in one view from the first query to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, select

from kawat.record import storying
from kawat.record.caching import Answers
from kawat.record.engine import reading, writing
from kawat.record.relinking import link_all, link_new, unlinked
from kawat.record.schema import state

T = TypeVar("T")


class View:
    """What `Record` asks its questions through. Threads may share one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._answers = Answers()
        #: Whether questions answer with the stories that are known, and leave it to `find_stories` to find others:
        #: for whoever asks while people wait.
        self.stories_later = False

    def relink(self, *, again: bool = False) -> None:
        """Bring the events up to date, if there are new articles; `again`: make all of them anew in any case.

        Every query does so when it is due.
        """
        with writing(self._engine) as connection:
            if again:
                link_all(connection)
            elif unlinked(connection):
                link_new(connection)

    def find_stories(self) -> None:
        """Find stories anew, if articles have come or events have changed."""
        with reading(self._engine) as connection:
            due = storying.due(connection)
        if due:
            self._find_stories()

    def _find_stories(self) -> None:
        with writing(self._engine) as connection:
            if storying.due(connection):  # another thread may have found them meanwhile
                storying.find_stories(connection)

    def version(self) -> str:
        """Return what changes with every change of the record: of articles, reports, events, decisions."""
        with self._up_to_date() as connection:
            return str(version_of(connection))

    @contextmanager
    def _up_to_date(self, *, stories: bool = False) -> Iterator[Connection]:
        """Open a view in which every report has its event, even after a run that died before relinking.

        With `stories`, these are up to date too. Nothing is locked where nothing is due.
        """
        stories = stories and not self.stories_later
        with reading(self._engine) as connection:
            if not unlinked(connection) and not (stories and storying.due(connection)):
                yield connection
                return
        self.relink()
        if stories:
            self._find_stories()
        with reading(self._engine) as connection:
            yield connection

    def _kept(self, connection: Connection, question: tuple[Any, ...], find: Callable[[], T]) -> T:
        """Return the answer to a question, found once for each version of the record."""
        return self._answers.get((version_of(connection), *question), find)


def version_of(connection: Connection) -> int:
    """Return the number that goes up with every change."""
    return connection.execute(select(state.c.value).where(state.c.name == "version")).scalar() or 0

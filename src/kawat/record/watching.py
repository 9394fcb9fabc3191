"""Saved searches in the record: made, asked, told, and what was sent for them."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, delete, func, select, update

from kawat.errors import RecordError, UsageError
from kawat.record.engine import reading, writing
from kawat.record.rows import insert_rows
from kawat.record.store import Record
from kawat.record.watch_model import Channel, Delivery, Glance, Notice, Watch
from kawat.record.watch_schema import watch_deliveries, watch_notices, watch_seen, watches

MOST = 200  # saved searches of one owner
_KEPT = 1000  # notices that are kept of each, or as many as one look found
_GLANCE = msgspec.json.Decoder(Glance)
_NOTICE = msgspec.json.Decoder(Notice)


def watching_of(record: Record) -> Watching:
    """Return the saved searches of an open record."""
    return Watching(record._engine)  # of the same package; whoever opened the record closes it


class Watching:
    """The saved searches of a record. Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, watch: Watch, seen: Mapping[str, Glance]) -> tuple[Watch, str]:
        """Save a search that knows the events `seen` already; return it with its id, and the key of its feed.

        The key is not kept: whoever has it may read the feed.

        Raises:
            UsageError: its owner has as many as one may have.
        """
        key = secrets.token_urlsafe(24)
        made = msgspec.structs.replace(watch, id=secrets.token_hex(6))
        row = {**msgspec.structs.asdict(made), "secret": secrets.token_hex(32), "feed": _digest(key)}
        with writing(self._engine, quiet=True) as connection:
            count = select(func.count()).select_from(watches).where(watches.c.owner == watch.owner)
            if connection.execute(count).scalar_one() >= MOST:
                raise UsageError(
                    f"{MOST} saved searches are the most that one may have; remove some first",
                    code="many_searches",
                    most=MOST,
                )
            insert_rows(connection, watches, [row])
            _see(connection, made.id, seen)
        return made, key

    def all(self, owner: str | None = None) -> list[Watch]:
        """Return the saved searches, of one owner or of all, by name."""
        query = select(watches).order_by(watches.c.name, watches.c.id)
        if owner is not None:
            query = query.where(watches.c.owner == owner)
        with reading(self._engine) as connection:
            return [_watch(row) for row in connection.execute(query)]

    def one(self, id: str) -> Watch:
        """Return a saved search.

        Raises:
            RecordError: there is none with this id.
        """
        with reading(self._engine) as connection:
            return _watch(_row(connection, id))

    def secret(self, id: str) -> str:
        """Return what signs the messages to a search's webhook."""
        with reading(self._engine) as connection:
            return str(_row(connection, id).secret)

    def opens(self, id: str, key: str) -> bool:
        """Tell whether `key` opens the feed of a search."""
        with reading(self._engine) as connection:
            return hmac.compare_digest(_row(connection, id).feed, _digest(key))

    def remove(self, id: str) -> None:
        """Remove a saved search with all that was found for it."""
        with writing(self._engine, quiet=True) as connection:
            _row(connection, id)
            for table in (watch_seen, watch_notices, watch_deliveries):
                connection.execute(delete(table).where(table.c.watch == id))
            connection.execute(delete(watches).where(watches.c.id == id))

    def seen(self, id: str) -> dict[str, Glance]:
        """Return the events of a search, each as it was last told."""
        query = select(watch_seen.c.event, watch_seen.c.data).where(watch_seen.c.watch == id)
        query = query.order_by(watch_seen.c.event)
        with reading(self._engine) as connection:
            return {row.event: _GLANCE.decode(row.data) for row in connection.execute(query)}

    def note(
        self,
        id: str,
        at: str,
        notices: Sequence[Notice],
        seen: Mapping[str, Glance],
        gone: Sequence[str] = (),
    ) -> None:
        """Keep what a search has found, and what it has seen with it; `gone` are events that it has no more."""
        with writing(self._engine, quiet=True) as connection:
            for start in range(0, len(gone), 500):
                listed = watch_seen.c.event.in_(gone[start : start + 500])
                connection.execute(delete(watch_seen).where(watch_seen.c.watch == id, listed))
            _see(connection, id, seen)
            rows = [{"watch": id, "at": at, "event": n.event, "data": _json(n)} for n in notices]
            insert_rows(connection, watch_notices, rows)
            _forget(connection, id, max(_KEPT, len(rows)))

    def notices(self, id: str, *, after: int = 0, until: int = 2**31 - 1, limit: int = 100) -> list[Notice]:
        """Return what a search found, the newest first, at most `limit`; only numbers above `after`, up to `until`."""
        numbers = watch_notices.c.number
        query = select(watch_notices).where(watch_notices.c.watch == id, numbers > after, numbers <= until)
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(numbers.desc()).limit(limit))
            return [_notice(row) for row in rows]

    def count(self, id: str) -> int:
        """Count what a search found and is kept of it."""
        query = select(func.count()).select_from(watch_notices).where(watch_notices.c.watch == id)
        with reading(self._engine) as connection:
            return int(connection.execute(query).scalar_one())

    def deliveries(self, id: str, channel: Channel | None = None, limit: int = 20) -> list[Delivery]:
        """Return the messages for a search, the newest first."""
        query = select(watch_deliveries).where(watch_deliveries.c.watch == id)
        if channel is not None:
            query = query.where(watch_deliveries.c.channel == channel)
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(watch_deliveries.c.number.desc()).limit(limit))
            return [Delivery(*row) for row in rows]

    def owe(self, id: str, channel: Channel, first: int, last: int, at: str) -> Delivery:
        """Note that a message is to be sent, before it is: it is sent even if this process dies."""
        with writing(self._engine, quiet=True) as connection:
            number = (connection.execute(select(func.max(watch_deliveries.c.number))).scalar() or 0) + 1
            made = Delivery(number, id, channel, first, last, at, "waiting", 0, at)
            insert_rows(connection, watch_deliveries, [msgspec.structs.asdict(made)])
        return made

    def settle(self, delivery: Delivery) -> None:
        """Note what became of a message."""
        changed = {k: v for k, v in msgspec.structs.asdict(delivery).items() if k != "number"}
        here = watch_deliveries.c.number == delivery.number
        with writing(self._engine, quiet=True) as connection:
            connection.execute(update(watch_deliveries).where(here).values(**changed))


def _row(connection: Connection, id: str) -> Any:
    row = connection.execute(select(watches).where(watches.c.id == id)).first()
    if row is None:
        raise RecordError(
            f"there is no saved search {id!r}; kawat alerts list shows those there are",
            code="no_search",
            id=id,
        )
    return row


def _watch(row: Any) -> Watch:
    return Watch(row.id, row.owner, row.name, row.query, row.language, row.created, row.webhook, row.email)


def _notice(row: Any) -> Notice:
    return msgspec.structs.replace(_NOTICE.decode(row.data), number=row.number, at=row.at)


def _see(connection: Connection, id: str, seen: Mapping[str, Glance]) -> None:
    events = sorted(seen)
    for start in range(0, len(events), 500):
        listed = watch_seen.c.event.in_(events[start : start + 500])
        connection.execute(delete(watch_seen).where(watch_seen.c.watch == id, listed))
    rows = [{"watch": id, "event": event, "data": _json(seen[event])} for event in events]
    insert_rows(connection, watch_seen, rows)


def _forget(connection: Connection, id: str, kept: int) -> None:
    """Drop the oldest notices of a search that has more than are kept."""
    numbers = select(watch_notices.c.number).where(watch_notices.c.watch == id)
    oldest = connection.execute(
        numbers.order_by(watch_notices.c.number.desc()).offset(kept).limit(1)
    ).scalar()
    if oldest is not None:
        here = (watch_notices.c.watch == id) & (watch_notices.c.number <= oldest)
        connection.execute(delete(watch_notices).where(here))


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()

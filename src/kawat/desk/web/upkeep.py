"""What the desk does while nobody asks: it finds stories, and looks for what is new to saved searches."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime

from litestar import Litestar

from kawat.desk.alerts.rounds import Post, round_of
from kawat.desk.clean import line
from kawat.desk.web.options import ServeOptions
from kawat.errors import KawatError
from kawat.record import Record

_LOG = logging.getLogger(__name__)


def look(record: Record, post: Post, now: datetime, seen: str) -> str:
    """Make a round; return the version of the record, by which the next one (`seen`) knows whether to look at all."""
    version = record.version()
    round_of(record, post, now, changed=version != seen)
    return version


def watcher(record: Record, options: ServeOptions) -> Callable[[Litestar], AbstractAsyncContextManager[None]]:
    """Return what runs beside the application: stories and alerts, every `options.every` seconds."""

    async def rounds() -> None:
        seen = ""
        while True:
            try:
                await asyncio.to_thread(record.find_stories)
                seen = await asyncio.to_thread(look, record, options.post, datetime.now(UTC), seen)
            except KawatError as error:  # the next round tries again
                _LOG.warning("upkeep: %s", line(str(error)))
            except Exception:  # a fault of ours must not end all alerts
                _LOG.exception("upkeep: a round failed")
            await asyncio.sleep(options.every)

    @asynccontextmanager
    async def beside(_app: Litestar) -> AsyncIterator[None]:
        task = asyncio.create_task(rounds()) if options.every else None
        yield
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    return beside

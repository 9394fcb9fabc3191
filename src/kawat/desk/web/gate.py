"""What stands around all pages, errors included: limits, names, who asks; then the pages; then headers, audit."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
from anyio import to_thread
from litestar import Litestar, Request, Response

from kawat.desk.web import limits
from kawat.desk.web.access import Access, utc_now
from kawat.desk.web.headers import dressed
from kawat.desk.web.hosts import Visit, check_host, visit_of
from kawat.desk.web.limits import Limit
from kawat.desk.web.options import ServeOptions
from kawat.desk.web.persons import NOBODY, Person
from kawat.desk.web.refusing import Refused
from kawat.desk.web.witness import Witness
from kawat.errors import RecordError
from kawat.record import Record
from kawat.record.team import team_of


class Clock(msgspec.Struct, frozen=True):
    """The time of day, and seconds that only go forward."""

    now: Callable[[], datetime] = utc_now
    seconds: Callable[[], float] = time.monotonic


class Gate:
    """An ASGI application around another one. `set_gate` puts it there; pages find it as `app.state.gate`."""

    def __init__(self, app: Litestar, record: Record, options: ServeOptions, clock: Clock) -> None:
        self.inner: Any = app.asgi_handler
        self.app = app
        self.options = options
        self.access = Access(team_of(record), options, clock.now)
        self.by_address, self.by_person, self.logins, self.names = (
            Limit(rate, clock.seconds)
            for rate in (limits.ADDRESS, limits.PERSON, limits.LOGIN_ADDRESS, limits.LOGIN_NAME)
        )
        self.witness = Witness(self.access, Limit(limits.NOTES, clock.seconds))

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        visit = visit_of(scope, self.options)
        scope["user"], scope["visit"] = NOBODY, visit

        async def answer(message: Any) -> None:
            if message["type"] == "http.response.start":
                person: Person = scope["user"]
                message = {**message, "headers": dressed(message.get("headers", ()), visit, person)}
                if self.witness.wants(scope, visit, message["status"]):
                    await to_thread.run_sync(self.witness.note, scope, visit, person, message["status"])
            await send(message)

        try:
            await self._admit(scope, visit)
        except Refused as refused:
            await self._refuse(refused, scope, receive, answer)
        else:
            await self.inner(scope, receive, answer)

    async def _admit(self, scope: Any, visit: Visit) -> None:
        """See that a request may come as far as the routes, and who asks.

        Raises:
            Refused: it may not.
        """
        check_host(visit, scope, self.options)
        _check_length(scope)
        try:
            is_open = await to_thread.run_sync(self.access.is_open)
            if not is_open:
                _check_rate(self.by_address, limits.network(visit.address))
            if not visit.path.startswith("/static/"):
                scope["user"] = await to_thread.run_sync(self.access.person, scope, visit)
        except RecordError as error:
            raise Refused("database") from error
        if scope["user"].via in ("session", "token"):
            _check_rate(self.by_person, scope["user"].name)

    async def _refuse(self, refused: Refused, scope: Any, receive: Any, send: Any) -> None:
        """Answer as the application answers its own errors."""
        if refused.why == "host":  # what is no name of ours is not even read
            scope["headers"] = [(name, value) for name, value in scope["headers"] if name.lower() != b"host"]
        request: Request[Any, Any, Any] = Request(scope, receive, send)
        explain: Any = self.app.exception_handlers[Exception]
        response: Response[Any] = explain(request, refused)
        await response.to_asgi_response(app=None, request=request)(scope, receive, send)


def set_gate(app: Litestar, record: Record, options: ServeOptions, clock: Clock | None = None) -> Litestar:
    """Put the gate around an application and return it: every answer passes it, those to unknown addresses too."""
    gate = Gate(app, record, options, clock or Clock())
    app.state["gate"] = gate
    app.asgi_handler = gate
    return app


def _check_rate(limit: Limit, key: str) -> None:
    wait = limit.wait(key)
    if wait:
        raise Refused("fast", wait=wait)


def _check_length(scope: Any) -> None:
    """Refuse what says to be too large; what does not say so is cut off by the framework when it has come so far."""
    for name, value in scope["headers"]:
        if name.lower() == b"content-length" and not (value.isdigit() and int(value[:20]) <= limits.BODY):
            raise Refused("large")

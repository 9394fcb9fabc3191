"""The one place that lets a request through to a route: each says which role it asks for, or nobody may use it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from litestar import Litestar, Request
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from kawat.desk.web import csrf
from kawat.desk.web.hosts import Visit
from kawat.desk.web.persons import NOBODY, ROLES, Person
from kawat.desk.web.refusing import Refused


async def guard(connection: ASGIConnection[Any, Any, Any, Any], route: BaseRouteHandler) -> None:
    """Let a request through to its route.

    Raises:
        Refused: the route says not who may use it; who asks has not logged in, or has not the role; the request
            changes something and was not meant.
    """
    role = route.opt.get("role")
    found, visit = connection.scope.get("user"), connection.scope.get("visit")
    person = found if isinstance(found, Person) else NOBODY
    if role not in ROLES or not isinstance(visit, Visit):
        raise Refused("undeclared")
    if not person.may(role):
        raise Refused("nobody" if person.via == "nobody" else "role")
    if isinstance(connection, Request):
        await csrf.check(connection, visit, person)
    elif visit.changes:
        raise Refused("undeclared")


def undeclared(app: Litestar) -> Iterator[str]:
    """Yield the routes of an application that say not who may use them: nobody can."""
    for route in app.routes:
        for handler in getattr(route, "route_handlers", None) or [getattr(route, "route_handler", None)]:
            if handler is not None and handler.opt.get("role") not in ROLES and not is_automatic(handler):
                yield f"{route.path} ({handler.handler_name})"


def is_automatic(handler: BaseRouteHandler) -> bool:
    """Tell whether the framework made the route itself: OPTIONS, which the guard refuses."""
    return handler.handler_name == "options_handler"

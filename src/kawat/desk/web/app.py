"""The desk as a web application: which pages there are, and what stands around all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from litestar import Controller, Litestar, Request, Response
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.types import ControllerRouterHandler

from kawat.desk.web.desk import Desk
from kawat.desk.web.options import ServeOptions
from kawat.desk.web.pages.events import EventLists
from kawat.desk.web.pages.front import Front
from kawat.desk.web.pages.review import Review
from kawat.desk.web.static import Static
from kawat.errors import KawatError, RecordError, UsageError
from kawat.record import Record

#: Every page of the desk stands in one of these.
PAGES: Sequence[type[Controller]] = (Front, EventLists, Review, Static)


def create_app(record: Record, options: ServeOptions | None = None) -> Litestar:
    """Return the application that serves `record`; whoever made the record closes it."""
    chosen = options or ServeOptions()

    def provide_desk(request: Request[Any, Any, Any]) -> Desk:
        return Desk(request, record, chosen)

    def explain(request: Request[Any, Any, Any], error: Exception) -> Response[str]:
        status, message = told(error)
        return Desk(request, record, chosen).page(
            "error.html.j2", status=status, message=message, code=status
        )

    handlers: list[ControllerRouterHandler] = [*PAGES]
    return Litestar(
        route_handlers=handlers,
        dependencies={"desk": Provide(provide_desk, sync_to_thread=False)},
        exception_handlers={KawatError: explain, HTTPException: explain},
        openapi_config=None,
        logging_config=None,
    )


def told(error: Exception) -> tuple[int, str]:
    """Return the HTTP status of an error and what to tell: Kawat's own words, of others nothing."""
    if isinstance(error, UsageError):
        return 400, str(error)
    if isinstance(error, RecordError):
        return 404, str(error)
    return getattr(error, "status_code", 500), ""

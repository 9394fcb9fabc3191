"""The desk as a web application: which pages there are, and what stands around all of them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from litestar import Controller, Litestar, Request, Response, Router
from litestar.di import Provide
from litestar.exceptions import HTTPException

import kawat
from kawat.client.model import ROOT
from kawat.desk import troubles
from kawat.desk.api import failures
from kawat.desk.api.adding import Pages
from kawat.desk.api.alerts import Searches
from kawat.desk.api.asking import chosen, plain
from kawat.desk.api.changing import Changes
from kawat.desk.api.document import Document, settings
from kawat.desk.api.files import Files
from kawat.desk.api.routes import Events, Lists, is_api
from kawat.desk.web.allowing import allow
from kawat.desk.web.desk import AtDesk
from kawat.desk.web.freshness import Freshness
from kawat.desk.web.gate import Clock, set_gate
from kawat.desk.web.guards import guard
from kawat.desk.web.limits import BODY
from kawat.desk.web.login import LONGEST, Login, to_login
from kawat.desk.web.options import ServeOptions
from kawat.desk.web.pages.account import Account
from kawat.desk.web.pages.actors import Actors
from kawat.desk.web.pages.agenda import Agenda
from kawat.desk.web.pages.alerts import Alerts
from kawat.desk.web.pages.article import ArticlePages
from kawat.desk.web.pages.brief import Briefs
from kawat.desk.web.pages.drawings import Drawings
from kawat.desk.web.pages.event import EventPage
from kawat.desk.web.pages.events import EventLists
from kawat.desk.web.pages.exports import DOORWAYS, Exports
from kawat.desk.web.pages.front import Front
from kawat.desk.web.pages.help import Help
from kawat.desk.web.pages.pairs import Pairs
from kawat.desk.web.pages.person import Persons
from kawat.desk.web.pages.review import Review
from kawat.desk.web.pages.search import Search
from kawat.desk.web.pages.stories import Stories
from kawat.desk.web.pages.team import TeamPages
from kawat.desk.web.refusing import Refused
from kawat.desk.web.static import Static
from kawat.desk.web.upkeep import watcher
from kawat.errors import PageError, RecordError, UsageError
from kawat.record import Record

#: Every page of the desk stands in one of these.
PAGES: Sequence[type[Controller]] = (
    Front, EventLists, EventPage, ArticlePages, Actors, Persons, Pairs, Stories, Drawings,
    Agenda, Search, Alerts, Briefs, Exports,
    Review, Help, Login, Account, TeamPages, Static,
)  # fmt: skip
#: Every route of the API.
API: Sequence[type[Controller]] = (Events, Lists, Changes, Pages, Files, Searches)
_LOG = logging.getLogger(__name__)


def create_app(record: Record, options: ServeOptions | None = None, clock: Clock | None = None) -> Litestar:
    """Return the application that serves `record`; whoever made the record closes it."""
    served = options or ServeOptions()

    def provide_desk(request: Request[Any, Any, Any]) -> AtDesk:
        return AtDesk(request, record, served)

    freshness = Freshness(record, served)
    app = Litestar(
        route_handlers=[
            Router("/", route_handlers=[*PAGES, *DOORWAYS], include_in_schema=False),
            Router(
                ROOT,
                route_handlers=list(API),
                guards=[plain],
                dependencies={"chosen": Provide(chosen, sync_to_thread=False)},
            ),
            Document,
        ],
        dependencies={"desk": Provide(provide_desk, sync_to_thread=False)},
        before_request=freshness.before,
        before_send=[freshness.after, allow],
        lifespan=[watcher(record, served)],
        guards=[guard],
        request_max_body_size=BODY,
        exception_handlers={Exception: explainer(provide_desk)},
        openapi_config=settings(kawat.__version__),
        logging_config=None,
    )
    return set_gate(app, record, served, clock)


def explainer(
    desk_of: Callable[[Request[Any, Any, Any]], AtDesk],
) -> Callable[[Request[Any, Any, Any], Exception], Response[Any]]:
    """Return what makes an answer of an error: a page, the one shape of the API, or the way to the login."""

    def explain(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
        if not isinstance(error, (UsageError, PageError, RecordError, HTTPException)):
            _LOG.error("a request failed", exc_info=error)
        if is_api(request):
            return failures.answer(error)
        if isinstance(error, Refused) and error.why == "nobody":
            return to_login(request)
        desk = desk_of(request)
        status, message = told(error, desk)
        page = desk.page(
            "error.html.j2", status=status, code=status, message=message, asked=_asked(desk, error)
        )
        page.headers.update(getattr(error, "headers", None) or {})
        return page

    return explain


def _asked(desk: AtDesk, error: Exception) -> list[tuple[str, str, str]]:
    """Return what an address asked for that could not be: name, label and value, to be set right in a form."""
    if not isinstance(error, UsageError) or desk.request.method != "GET":
        return []
    return [
        (name, troubles.label(name, desk.language), value)
        for name, value in desk.query
        if name not in ("after", "lang") and len(value) <= LONGEST
    ]


def told(error: Exception, desk: AtDesk) -> tuple[int, str]:
    """Return the HTTP status of an error and what to tell on a page: Kawat's own words, of others what to do."""
    if isinstance(error, Refused):
        return error.status_code, desk.area("team")[f"why_{error.why}"]
    if isinstance(error, (UsageError, PageError, RecordError)):
        return 404 if isinstance(error, RecordError) else 400, troubles.told(error, desk.language)
    status = getattr(error, "status_code", 500)
    return status, desk.says.get(f"advice_{status}", desk.says["advice_500"])

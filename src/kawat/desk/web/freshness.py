"""Entity tags: what has not changed since a reader last saw it is not made again.

A tag is a digest of all that an answer is made of: the state of the record, the address, the language, who asks, the
day. Only successful GETs of pages and of the API get one.
"""

from __future__ import annotations

import datetime
import hashlib
from typing import Any

from litestar import Request, Response
from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

from kawat.desk.web.options import ServeOptions
from kawat.desk.web.persons import Person
from kawat.record import Record

#: Paths whose answers hang on more than the record.
_APART = (
    "/static/",
    "/alerts",
    "/team",
    "/account",
    "/login",
    "/logout",
    "/review",
    "/decisions",
    "/api/v1/alerts",
    "/api/openapi",
    "/api/docs",
)


class Freshness:
    """Makes and compares the tags of one record."""

    def __init__(self, record: Record, options: ServeOptions) -> None:
        self._record = record
        self._options = options

    def before(self, request: Request[Any, Any, Any]) -> Response[None] | None:
        """Answer "not modified" where the reader has the newest already; else None."""
        if request.method != "GET" or request.url.path.startswith(_APART):
            return None
        tag = self._tag(request)
        request.scope["state"]["etag"] = tag
        known = [
            each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")
        ]
        if tag in known:
            return Response(None, status_code=304, headers=_headers(tag), media_type="text/plain")
        return None

    async def after(self, message: Message, scope: Scope) -> None:
        """Put the tag on what succeeded, as its answer begins."""
        tag = scope.get("state", {}).get("etag")
        if tag and message["type"] == "http.response.start" and message["status"] == 200:
            headers = MutableScopeHeaders.from_message(message)
            for name, value in _headers(tag).items():
                headers[name] = value

    def _tag(self, request: Request[Any, Any, Any]) -> str:
        person = request.scope.get("user")
        who = (person.name, person.role, person.csrf) if isinstance(person, Person) else ("", "", "")
        parts = (
            self._record.version(),
            request.url.path,
            request.scope["query_string"].decode("latin-1"),
            request.headers.get("accept-language", ""),
            request.headers.get("accept", ""),
            request.cookies.get("lang", ""),
            self._options.today or datetime.date.today().isoformat(),
            *who,
        )
        return '"' + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32] + '"'


def _headers(tag: str) -> dict[str, str]:
    return {
        "ETag": tag,
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Language, Cookie, Authorization",
    }

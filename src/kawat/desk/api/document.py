"""The OpenAPI description: the framework's, with our one shape of errors, and the same as a page for people."""

from __future__ import annotations

from copy import deepcopy
from types import UnionType
from typing import Any, Union, get_args, get_origin

import msgspec
from litestar import Controller, Litestar, Request, Response, Router, get
from litestar.exceptions import NotFoundException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from kawat.client.model import ROOT
from kawat.desk import briefs, exports
from kawat.desk.api import failures
from kawat.desk.api.streams import LINES
from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import ANYONE

#: Answers that any route may give, besides its own.
_FAILURES = {
    "400": "A parameter is not of its form",
    "401": "Nobody is logged in, and no token is sent",
    "403": "This may not be done by who asks",
    "404": "There is no such thing",
    "405": "Not with this method",
    "409": "It is of the right form and still cannot be; the message says why",
    "413": "The request is too large",
    "415": "The body is no JSON",
    "421": "The server is not called so",
    "429": "Too many requests",
    "503": "The record cannot be read just now",
}
#: Routes whose answer is a file, by where they are.
_FILES = {
    f"{ROOT}/exports/{{format}}": [each.media_type for each in exports.FORMATS.values()],
    f"{ROOT}/brief": [each.media for each in briefs.FORMATS.values()],
    **{f"{ROOT}/{name}/stream": [LINES] for name in ("events", "reports", "articles")},
}
#: Routes of things whose ids lead on when they become part of others.
_FORWARDING = (f"{ROOT}/events/{{id}}", f"{ROOT}/stories/{{id}}")
_FAILURE = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["status", "code", "message"],
            "properties": {
                "status": {"type": "integer"},
                "code": {"type": "string"},
                "message": {"type": "string"},
            },
        }
    },
}


class Description(JsonRenderPlugin):
    """Serves the description as JSON."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """Return the description."""
        return msgspec.json.encode(described(request.app))


def settings(version: str) -> OpenAPIConfig:
    """Return how the framework is to describe the API."""
    return OpenAPIConfig(
        title="Kawat",
        version=version,
        description="The diplomatic record.",
        use_handler_docstrings=True,
        render_plugins=[Description()],
        openapi_router=Router(
            "/api", route_handlers=[], opt=ANYONE, include_in_schema=False, after_request=_in_our_shape
        ),
    )


async def _in_our_shape(response: Response[Any]) -> Response[Any]:
    """Tell of addresses that are none as of any other error: the framework has a page of its own for them."""
    return failures.answer(NotFoundException()) if response.status_code == 404 else response


class Document(Controller):
    """The description of the API, for people."""

    path = "/api/docs"
    opt = ANYONE
    include_in_schema = False

    @get("/", sync_to_thread=True)
    def docs(self, desk: Desk) -> Response[str]:
        """Show the description."""
        document = described(desk.request.app)
        routes = [
            (method.upper(), path, route)
            for path, methods in document["paths"].items()
            for method, route in methods.items()
        ]
        return desk.page("api.html.j2", routes=routes, failures=_FAILURES, api=desk.area("api"))


def described(app: Litestar) -> dict[str, Any]:
    """Return the OpenAPI document: the framework's, with what it does not know of.

    Where nobody has to log in, no token is asked for.
    """
    document = deepcopy(app.openapi_schema.to_schema())
    document["paths"] = {path: r for path, r in document["paths"].items() if path.startswith(ROOT)}
    document["components"] = {"schemas": _structs(app, document) | {"Failure": _FAILURE}}
    if not app.state["gate"].access.is_open():
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        document["security"] = [{"token": []}]
    for path, methods in document["paths"].items():
        for method, route in methods.items():
            for parameter in route.get("parameters", ()):
                parameter["schema"] = _never_null(parameter["schema"])
            route["responses"].update(_answers(path, method))
            if path in _FILES:
                route["responses"]["200"]["content"] = {media: {"schema": {}} for media in _FILES[path]}
    return document


def _structs(app: Litestar, document: dict[str, Any]) -> dict[str, Any]:
    """Say what bodies and answers are as their structs have it, with all bounds; return the structs."""
    places: list[tuple[dict[str, Any], Any]] = []  # where a type is to be said, and the type
    for route in app.routes:
        for handler in getattr(route, "route_handlers", ()):
            for method in handler.http_methods:
                told = document["paths"].get(route.path_format, {}).get(method.lower())
                if told is None:
                    continue
                answer = next(told["responses"][status] for status in told["responses"] if status[0] == "2")
                places += [(part, _made(handler.parsed_return_field.annotation)) for part in _content(answer)]
                if "requestBody" in told:
                    given = handler.parsed_data_field.annotation
                    places += [(part, given) for part in _content(told["requestBody"])]
    kinds = [kind for _, kind in places]
    schemas, structs = msgspec.json.schema_components(
        kinds,
        ref_template="#/components/schemas/{name}",
        schema_hook=lambda _object: {"description": "Any value"},
    )
    for (part, _), schema in zip(places, schemas, strict=True):
        part["schema"] = _plain(schema)
    return {name: _plain(struct) for name, struct in structs.items()}


def _plain(schema: Any) -> Any:
    """Say of pairs only that they are two values of these types: many tools do not know `prefixItems` yet."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "prefixItems" in schema:
        rest = {key: value for key, value in schema.items() if key != "prefixItems"}
        return rest | {"items": {"anyOf": schema["prefixItems"]}}
    return {key: _plain(value) for key, value in schema.items()}


def _content(part: dict[str, Any]) -> list[dict[str, Any]]:
    return list(part.get("content", {}).values())


def _made(kind: Any) -> Any:
    """Return what a route's answer holds; a way elsewhere, or a file, is told apart."""
    kinds = [
        one for one in (get_args(kind) if isinstance(kind, UnionType) else (kind,)) if not _is_answer(one)
    ]
    return Union[tuple(kinds)] if kinds else Any  # noqa: UP007 - of kinds that are found here


def _is_answer(kind: Any) -> bool:
    found = get_origin(kind) or kind
    return isinstance(found, type) and issubclass(found, Response)


def _answers(path: str, method: str) -> dict[str, Any]:
    """Return what any route may answer besides its own."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Failure"}}}
    found: dict[str, Any] = {s: {"description": text, "content": content} for s, text in _FAILURES.items()}
    if method == "get":
        found["304"] = {"description": "It is as `If-None-Match` has it"}
    if path in _FORWARDING:
        found["307"] = {"description": "It is part of another now, which is at `Location`"}
    return found


def _never_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a parameter: one that is left out is no null."""
    choices = schema.get("oneOf")
    if choices:
        rest = {key: value for key, value in schema.items() if key != "oneOf"}
        kept = [choice for choice in choices if choice.get("type") != "null"]
        schema = {**rest, **kept[0]} if len(kept) == 1 else {**rest, "oneOf": kept}
    if isinstance(schema.get("type"), list):
        kinds = [kind for kind in schema["type"] if kind != "null"]
        schema = {**schema, "type": kinds[0] if len(kinds) == 1 else kinds}
    if "enum" in schema:
        schema = {**schema, "enum": [value for value in schema["enum"] if value is not None]}
    return schema

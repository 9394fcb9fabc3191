"""The OpenAPI description: the framework's, with our one shape of errors, and the same as a page for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litestar import Controller, Response, get

from kawat.desk.api.routes import ROOT
from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import ANYONE

if TYPE_CHECKING:
    from litestar import Litestar

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
    "429": "Too many requests",
}
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


class Document(Controller):
    """The description of the API."""

    path = "/api"
    opt = ANYONE
    include_in_schema = False

    @get("/openapi.json", sync_to_thread=True)
    def openapi(self, desk: Desk) -> dict[str, Any]:
        """Return the description as JSON."""
        return described(desk.request.app)

    @get("/docs", sync_to_thread=True)
    def docs(self, desk: Desk) -> Response[str]:
        """Show the description to people."""
        document = described(desk.request.app)
        routes = [
            (method.upper(), path, route)
            for path, methods in document["paths"].items()
            for method, route in methods.items()
        ]
        return desk.page("api.html.j2", routes=routes, failures=_FAILURES, api=desk.area("api"))


def described(app: Litestar) -> dict[str, Any]:
    """Return the OpenAPI document of an application, made once."""
    kept: dict[str, Any] | None = app.state.get("openapi")
    if kept is None:
        kept = _mended(app.openapi_schema.to_schema())
        app.state["openapi"] = kept
    return kept


def _mended(document: dict[str, Any]) -> dict[str, Any]:
    document["paths"] = {path: r for path, r in document["paths"].items() if path.startswith(ROOT)}
    document["components"]["schemas"]["Failure"] = _FAILURE
    document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    document["security"] = [{"token": []}, {}]
    for methods in document["paths"].values():
        for route in methods.values():
            for parameter in route.get("parameters", ()):
                parameter["schema"] = _never_null(parameter["schema"])
            for status, text in _FAILURES.items():
                content = {"application/json": {"schema": {"$ref": "#/components/schemas/Failure"}}}
                route["responses"][status] = {"description": text, "content": content}
    return document


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

"""The OpenAPI description: the framework's, with our one shape of errors, and the same as a page for people."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from litestar import Controller, Request, Response, Router, get
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from msgspec import json

from kawat.desk.api.routes import ROOT
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


class Description(JsonRenderPlugin):
    """Serves the description as JSON."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """Return the description."""
        return json.encode(described(openapi_schema))


def settings(version: str) -> OpenAPIConfig:
    """Return how the framework is to describe the API."""
    return OpenAPIConfig(
        title="Kawat",
        version=version,
        description="The diplomatic record.",
        use_handler_docstrings=True,
        render_plugins=[Description()],
        openapi_router=Router("/api", route_handlers=[], opt=ANYONE, include_in_schema=False),
    )


class Document(Controller):
    """The description of the API, for people."""

    path = "/api/docs"
    opt = ANYONE
    include_in_schema = False

    @get("/", sync_to_thread=True)
    def docs(self, desk: Desk) -> Response[str]:
        """Show the description."""
        document = described(desk.request.app.openapi_schema.to_schema())
        routes = [
            (method.upper(), path, route)
            for path, methods in document["paths"].items()
            for method, route in methods.items()
        ]
        return desk.page("api.html.j2", routes=routes, failures=_FAILURES, api=desk.area("api"))


def described(given: dict[str, Any]) -> dict[str, Any]:
    """Return the OpenAPI document that the framework made, with what it does not know of."""
    document = deepcopy(given)
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

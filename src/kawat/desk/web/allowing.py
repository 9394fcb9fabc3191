"""Says to OPTIONS which methods a route has: the framework forgets those that another handler of its path adds."""

from __future__ import annotations

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope


async def allow(message: Message, scope: Scope) -> None:
    """Set right the header `Allow` of an answer to OPTIONS, as it begins."""
    if scope.get("method") != "OPTIONS" or message["type"] != "http.response.start":
        return
    here = scope.get("path_template")
    methods = {
        m for route in scope["litestar_app"].routes if route.path_format == here for m in _methods(route)
    }
    if methods:
        MutableScopeHeaders.from_message(message)["Allow"] = ", ".join(sorted(methods))


def _methods(route: object) -> tuple[str, ...]:
    return tuple(getattr(route, "methods", ()))

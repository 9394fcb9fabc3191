"""The style sheet, the script and the mark of the desk, and how they are served."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from litestar import Controller, Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from kawat.desk.web.persons import ANYONE

HERE = Path(__file__).parent
_TYPES = {
    "style.css": "text/css; charset=utf-8",
    "drawing.css": "text/css; charset=utf-8",
    "actors.css": "text/css; charset=utf-8",
    "event.css": "text/css; charset=utf-8",
    "keys.js": "text/javascript; charset=utf-8",
    "mark.svg": "image/svg+xml",
}


@cache
def _asset(name: str) -> bytes:
    return (HERE / name).read_bytes()


@cache
def asset_text(name: str) -> str:
    """Return what an asset holds."""
    return _asset(name).decode()


@cache
def asset_address(name: str) -> str:
    """Return the address of an asset, with a digest of what it holds: it may be kept for good."""
    return f"/static/{name}?{hashlib.sha256(_asset(name)).hexdigest()[:12]}"


class Static(Controller):
    """What pages are dressed with."""

    path = "/static"
    opt = ANYONE

    @get("/{name:str}", sync_to_thread=False)
    def asset(self, name: FromPath[str]) -> Response[bytes]:
        """Return an asset; only those that are listed are served."""
        if name not in _TYPES:
            raise NotFoundException
        kept = {"Cache-Control": "public, max-age=31536000, immutable"}
        return Response(_asset(name), media_type=_TYPES[name], headers=kept)

"""New pages: a text that is sent is read as `kawat add` reads a line of JSON, and kept."""

from __future__ import annotations

from io import BytesIO
from typing import Annotated, Literal

import msgspec
from litestar import Controller, post
from litestar.params import JSONBody

from kawat.client.model import Kept
from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import EDITOR
from kawat.errors import PageError
from kawat.record.model import Entry
from kawat.text import digest

_ZONE = r"(Z|[+-][0-9]{2}:?[0-9]{2})?"
_MOMENT = rf"^[0-9]{{4}}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?{_ZONE})?$"
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class Sent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page. What is not said of it is taken from its text."""

    text: Annotated[str, msgspec.Meta(min_length=1)]  # plain, or HTML
    id: Annotated[str, msgspec.Meta(min_length=1, max_length=300)] | None = None  # null: made of its text
    url: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)] | None = None
    title: Line | None = None
    published: Annotated[str, msgspec.Meta(pattern=_MOMENT)] | None = None  # ISO 8601
    outlet: Line | None = None
    language: Literal["en", "id"] | None = None


class Pages(Controller):
    """Pages that are added."""

    opt = EDITOR
    tags = ("articles",)

    @post("/articles", sync_to_thread=True)
    def add(self, desk: Desk, data: JSONBody[Sent]) -> Kept:
        """Read a page and keep it; a text that is there already is a duplicate."""
        from kawat.flow import read_page_reports
        from kawat.pages import iter_pages
        from kawat.run import run

        name = data.id or digest("page", data.text, size=12)
        line = msgspec.json.encode(msgspec.structs.replace(data, id=name))
        ((_, result),) = run(iter_pages(["-"], stdin=BytesIO(line)), read_page_reports)
        if isinstance(result, PageError):
            raise result
        article, reports = result
        outcome = desk.record.add_many([Entry(article, reports, data.url or name)])[0]
        kept = desk.record.article_with(article.digest)
        events = tuple(event.id for event in desk.record.events_of(kept))
        return Kept("stored" if outcome == "stored" else "duplicate", kept, events)

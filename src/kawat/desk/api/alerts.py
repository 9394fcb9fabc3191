"""Saved searches and what they found."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from litestar import Controller, delete, get, post
from litestar.params import FromPath, JSONBody, QueryParameter

from kawat.client.model import Page
from kawat.desk.api.asking import Size
from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import EDITOR, READER
from kawat.desk.web.watches import own, owner, save
from kawat.record.watch_model import Delivery, Notice, Watch
from kawat.record.watching import watching_of

Before = Annotated[
    int, QueryParameter(description="Only those with a lower number: from `next`", ge=1, le=2**31 - 1)
]


class Search(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A search to save."""

    query: Annotated[
        str, msgspec.Meta(max_length=4000)
    ]  # filters as in an address: between=RUS&status=planned
    name: Annotated[str, msgspec.Meta(max_length=120)] = ""  # "": the query
    webhook: Annotated[str, msgspec.Meta(min_length=1, max_length=500)] | None = None
    email: Annotated[str, msgspec.Meta(min_length=3, max_length=254)] | None = None
    lang: Literal["en", "id"] | None = None  # of what is sent; null: as the request accepts


class Saved(msgspec.Struct, frozen=True):
    """A search that was saved. What stands here besides it is told this once."""

    search: Watch
    feed: str  # address of its feed, with its key
    secret: str | None  # what signs the messages to its webhook


class Searches(Controller):
    """Saved searches. Everyone has their own, an admin sees all."""

    path = "/alerts"
    opt = READER
    tags = ("alerts",)

    @get("/", sync_to_thread=True)
    def searches(self, desk: Desk) -> list[Watch]:
        """List saved searches, by name."""
        return watching_of(desk.record).all(owner(desk))

    @post("/", opt=EDITOR, sync_to_thread=True)
    def save(self, desk: Desk, data: JSONBody[Search]) -> Saved:
        """Save a search. It knows what it finds now, and tells what comes after."""
        desk.language = data.lang or desk.language
        made, feed = save(desk, data.name.strip(), data.query, data.webhook, data.email)
        secret = watching_of(desk.record).secret(made.id) if made.webhook else None
        return Saved(made, feed, secret)

    @get("/{id:str}", sync_to_thread=True)
    def search(self, desk: Desk, id: FromPath[str]) -> Watch:
        """Return a saved search."""
        return own(desk, id)

    @delete("/{id:str}", opt=EDITOR, sync_to_thread=True)
    def remove(self, desk: Desk, id: FromPath[str]) -> None:
        """Remove a saved search with all that it found."""
        watching_of(desk.record).remove(own(desk, id).id)

    @get("/{id:str}/notices", sync_to_thread=True)
    def notices(
        self, desk: Desk, id: FromPath[str], before: Before = 2**31 - 1, size: Size = 50
    ) -> Page[Notice]:
        """Return what a search found, newest first."""
        watching, watch = watching_of(desk.record), own(desk, id)
        found = watching.notices(watch.id, until=before - 1, limit=size + 1)
        more = len(found) > size
        items = tuple(found[:size])
        return Page(
            items, watching.count(watch.id), desk.here(before=str(items[-1].number)) if more else None
        )

    @get("/{id:str}/deliveries", sync_to_thread=True)
    def deliveries(self, desk: Desk, id: FromPath[str], size: Size = 50) -> list[Delivery]:
        """Return the messages for a search, newest first."""
        return watching_of(desk.record).deliveries(own(desk, id).id, limit=size)

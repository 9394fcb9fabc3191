"""The front page: what is new, due, contested, who is active, and where to search."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import msgspec
from litestar import Controller, Response, get

from kawat.desk.names import country_name
from kawat.desk.web import profiles
from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import READER
from kawat.desk.web.rows import Row, pair_href, row_of, story_href
from kawat.linking.model import Event
from kawat.record.model import Filter

NEW, DUE, CONTESTED, PAIRS = 8, 6, 6, 10  # how many of each
OF_STORY = 2  # new events of one story, at most
LOOKED = 5 * NEW  # events that are looked through for new ones of other stories


class New(msgspec.Struct, frozen=True):
    """An event that was reported lately."""

    row: Row
    more: int = 0  # further events of its story, told of with the last one that is shown
    href: str = ""  # of the story


class Front(Controller):
    """The front page."""

    opt = READER

    @get("/", sync_to_thread=True)
    def front(self, desk: Desk) -> Response[str]:
        """Show the record at a glance."""
        record = desk.record
        contested = record.page(Filter(differs="contradiction"), order="reported", size=CONTESTED)
        pairs = record.pairs(limit=PAIRS)
        return desk.page(
            "front.html.j2",
            new=_new(desk),
            due=profiles.to_come(desk, Filter(), DUE)[0],
            contested=[row_of(event, desk.words, desk.today) for event in contested.events],
            contested_total=contested.total,
            differences=record.page(Filter(differs="any"), size=1).total,
            pairs=[
                (
                    country_name(p.one, desk.language),
                    country_name(p.other, desk.language),
                    pair_href(p.one, p.other),
                    p,
                )
                for p in pairs
            ],
            most=max((p.events for p in pairs), default=1),
            counts=record.counts(),
            week=_week_ago(desk.today),
        )


def _new(desk: Desk) -> list[New]:
    """Return what was reported last, of one story no more than `OF_STORY`: one matter must not fill the page."""
    found = desk.record.page(Filter(), order="reported", size=LOOKED).events
    home = desk.record.homes(found)
    count: Counter[str] = Counter()
    shown: list[Event] = []
    for event in found:
        story = home.get(event.id)
        if len(shown) < NEW and (story is None or count[story] < OF_STORY):
            shown.append(event)
        if story:
            count[story] += 1
    drawn = Counter(home[event.id] for event in shown if event.id in home)
    last = {home[event.id]: event.id for event in shown if event.id in home}
    rows = []
    for event in shown:
        row, story = row_of(event, desk.words, desk.today), home.get(event.id)
        if story and last[story] == event.id and count[story] > drawn[story]:
            total = desk.record.page(Filter(story=story), size=1).total
            rows.append(New(row, total - drawn[story], story_href(story)))
        else:
            rows.append(New(row))
    return rows


def _week_ago(day: str) -> str:
    """Return the day seven days before a day (YYYY-MM-DD)."""
    return (date.fromisoformat(day) - timedelta(days=7)).isoformat()

"""The front page: what is new, due, contested, who is active, and where to search."""

from __future__ import annotations

from datetime import date, timedelta

from litestar import Controller, Response, get

from kawat.desk.names import country_name
from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import READER
from kawat.desk.web.rows import pair_href, row_of
from kawat.record.model import Filter

NEW, DUE, CONTESTED, PAIRS = 8, 6, 6, 10  # how many of each


class Front(Controller):
    """The front page."""

    opt = READER

    @get("/", sync_to_thread=True)
    def front(self, desk: Desk) -> Response[str]:
        """Show the record at a glance."""
        record = desk.record
        new = record.page(Filter(), order="reported", size=NEW).events
        contested = record.page(Filter(differs="contradiction"), order="reported", size=CONTESTED)
        pairs = record.pairs(limit=PAIRS)
        return desk.page(
            "front.html.j2",
            new=[row_of(event, desk.words, desk.today) for event in new],
            due=[row_of(event, desk.words, desk.today) for event in record.agenda(desk.today, limit=DUE)],
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


def _week_ago(day: str) -> str:
    """Return the day seven days before a day (YYYY-MM-DD)."""
    return (date.fromisoformat(day) - timedelta(days=7)).isoformat()

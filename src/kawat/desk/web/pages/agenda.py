"""What is to come: due, overdue, upcoming, unresolved, each with the last word on it."""

from __future__ import annotations

import msgspec
from litestar import Controller, Response, get

from kawat.desk import accounts
from kawat.desk.clean import line
from kawat.desk.web.desk import Desk
from kawat.desk.web.persons import READER
from kawat.desk.web.proofs import day_words
from kawat.desk.web.rows import Row, article_href, row_of
from kawat.linking.model import Event
from kawat.reading.model import Status
from kawat.record.dates import day_bounds
from kawat.record.model import Filter, Standing

GROUPS: tuple[Standing, ...] = ("due", "overdue", "upcoming", "unresolved")
OFF: tuple[Status, ...] = ("cancelled", "denied")  # what became of contacts that did not come about
SHOWN, ALONE = 25, 300  # of each group, and of one that is shown alone
LATE = 10  # of those that did not come about, of each kind


class Due(msgspec.Struct, frozen=True):
    """A contact that is to come."""

    row: Row
    source: str  # who spoke of it last
    said: str  # when, in words
    href: str | None  # of the article


class Agenda(Controller):
    """The agenda."""

    opt = READER

    @get("/agenda", sync_to_thread=True)
    def agenda(self, desk: Desk) -> Response[str]:
        """Show what is to come, counted from `today` (YYYY-MM-DD); `group` shows one group alone."""
        today = desk.asked("today") or desk.today
        day_bounds(today, "today")
        counts = desk.record.standings(today)
        only = desk.asked("group") if desk.asked("group") in GROUPS else None
        shown = ALONE if only else SHOWN
        groups = [
            (
                name,
                counts[name],
                [_due(desk, event, today) for event in desk.record.agenda(today, standing=name, limit=shown)],
            )
            for name in GROUPS
            if counts.get(name) and only in (None, name)
        ]
        return desk.page(
            "agenda.html.j2",
            own=desk.area("event"),
            groups=groups,
            day=today,
            shown=shown,
            only=only,
            off=[] if only else _off(desk, today),
        )


def _off(desk: Desk, today: str) -> list[tuple[str, int, list[Due]]]:
    """Return the contacts that did not come about, those last told of first, with who said so."""
    pages = [
        (s, desk.record.page(Filter(kind="contacts", status=s), order="reported", size=LATE)) for s in OFF
    ]
    return [(s, page.total, [_due(desk, e, today) for e in page.events]) for s, page in pages if page.total]


def _due(desk: Desk, event: Event, today: str) -> Due:
    word = accounts.last_word(event)
    steps = [s for s in event.status_history if (s.source, s.said) == tuple(word)]
    href = article_href(steps[-1].article, event.id) if steps else None
    said = day_words(word.said, desk.words) or desk.words.brief.undated
    return Due(row_of(event, desk.words, today), line(word.source), said, href)

"""Saved searches of whoever asks, for pages and the API alike."""

from __future__ import annotations

from datetime import UTC, datetime

from litestar.exceptions import NotFoundException

from kawat.desk import address
from kawat.desk.alerts import mail, rounds, webhooks
from kawat.desk.web.desk import AtDesk
from kawat.record.watch_model import Watch
from kawat.record.watching import watching_of


def owner(desk: AtDesk) -> str | None:
    """Return whose searches are shown; None: all."""
    return None if desk.person.via == "local" or desk.person.may("admin") else name(desk)


def name(desk: AtDesk) -> str:
    """Return whose the searches are that are saved now; "" where nobody logs in."""
    return "" if desk.person.via == "local" else desk.person.name


def own(desk: AtDesk, id: str) -> Watch:
    """Return a saved search of who asks; another's is not there.

    Raises:
        RecordError: there is none.
        NotFoundException: it is another's.
    """
    watch = watching_of(desk.record).one(id)
    if owner(desk) not in (None, watch.owner):
        raise NotFoundException
    return watch


def save(desk: AtDesk, title: str, asked: str, webhook: str | None, email: str | None) -> tuple[Watch, str]:
    """Save the search `asked` (a filter as the query of an address); return it, and the path of its feed.

    Raises:
        RecordError: it is about an event that is not there.
        UsageError: the filter or an address cannot be, or there are too many searches.
    """
    query = rounds.query_of(desk.record, address.filter_of(asked))
    if webhook:
        webhooks.check_address(webhook)
    watch = Watch(
        id="",
        owner=name(desk),
        name=title[:120] or query or desk.area("alerts")["everything"],
        query=query,
        language=desk.language,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        webhook=webhook,
        email=mail.check_recipient(email) if email else None,
    )
    made, key = watching_of(desk.record).add(watch, rounds.baseline(desk.record, query))
    return made, f"/alerts/{made.id}/feed.atom?key={key}"

"""One round over all saved searches: look what is new, note it, and send what is owed.

Nothing floods: a channel gets at most one message in `QUIET` seconds, with all that has come up since; what fails is
tried again later and later, then given up. A message that was owed when the process died is sent by the next round;
its number is the same, so that who gets it twice can tell.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

import msgspec

from kawat.desk import address
from kawat.desk.alerts import mail, webhooks
from kawat.desk.alerts.messages import Message, compose
from kawat.desk.alerts.noticing import MOST_EVENTS, glance, look, matching
from kawat.desk.clean import line
from kawat.desk.words import words
from kawat.errors import DeliveryError, KawatError, UsageError
from kawat.record import Filter, Record
from kawat.record.watch_model import Channel, Delivery, Glance, Watch
from kawat.record.watching import Watching, watching_of

_LOG = logging.getLogger(__name__)
QUIET = 15 * 60  # seconds between two messages of one channel
#: Seconds after which a message is tried again; after the last it is given up.
RETRIES = (60, 5 * 60, 30 * 60, 2 * 3600, 12 * 3600)
CHANNELS: tuple[Channel, ...] = ("webhook", "email")


class Post(msgspec.Struct, frozen=True):
    """How messages are sent."""

    base: str = ""  # address of the desk, for links
    smtp: str = ""  # see `mail.send`; "" sends no e-mail
    guard: webhooks.Guard = webhooks.Guard()
    quiet: int = QUIET


class Outgoing(msgspec.Struct, frozen=True):
    """A message on its way."""

    watch: Watch
    channel: Channel
    message: Message
    number: str  # the same each time that it is tried


def query_of(record: Record, wanted: Filter) -> str:
    """Return a search as it is saved; a single event by its whole id, which leads on when it becomes part of another.

    Raises:
        RecordError: there is no such event, or there are several.
    """
    if wanted.event is not None:
        wanted = msgspec.structs.replace(wanted, event=record.event(wanted.event).id)
    return address.address_of(wanted)


def baseline(record: Record, query: str) -> dict[str, Glance]:
    """Return what a search finds now: a new one knows it already, and tells only what comes after.

    Raises:
        UsageError: the query is no filter, or finds more than an alert can keep an eye on.
    """
    wanted = address.filter_of(query)
    if record.page(wanted, size=1).total > MOST_EVENTS:
        raise UsageError(
            f"this search finds more than {MOST_EVENTS:,} events; narrow it by a filter",
            code="too_much_found",
            most=MOST_EVENTS,
        )
    return {event.id: glance(event) for event in matching(record, wanted)}


def round_of(record: Record, post: Post, now: datetime, *, changed: bool = True) -> list[tuple[Watch, int]]:
    """Look for all saved searches, and send what is owed; return each search with how much is new.

    `now` has a time zone. Without `changed` the record is known to be as it was in the last round: nothing is looked
    for, only sent. What is amiss with one search is logged, and stops no other.
    """
    watching = watching_of(record)
    told = []
    for watch in watching.all():
        try:
            told.append((watch, notice(record, watch, now) if changed else 0))
            for channel in CHANNELS:
                _send(watching, watch, channel, post, now)
        except KawatError as error:  # its query is none any more, or it was removed just now
            _LOG.warning("alerts: saved search %s: %s", watch.id, line(str(error)))
    return told


def notice(record: Record, watch: Watch, now: datetime) -> int:
    """Note what is new to a search; return how much."""
    found = look(
        record, address.filter_of(watch.query), watching_of(record).seen(watch.id), words(watch.language)
    )
    if found.seen or found.gone:
        watching_of(record).note(watch.id, _stamp(now), found.notices, found.seen, found.gone)
    return len(found.notices)


def test(record: Record, watch: Watch, channel: Channel, post: Post, now: datetime) -> None:
    """Send a message that says that it is a test, with the newest notices of the search.

    Raises:
        UsageError: the search has no such channel, or no mail server is known.
        DeliveryError: it cannot be delivered.
    """
    if getattr(watch, channel) is None:
        raise UsageError(f"{line(watch.name)} has no {channel}", code="no_channel")
    message = compose(watch, watching_of(record).notices(watch.id, limit=3), post.base, test=True)
    number = f"test-{watch.id}-{int(now.timestamp())}"
    _deliver(watching_of(record), Outgoing(watch, channel, message, number), post, now)


def _send(watching: Watching, watch: Watch, channel: Channel, post: Post, now: datetime) -> None:
    """Send what a channel is owed, if it is time."""
    if getattr(watch, channel) is None:
        return
    owed = _owed(watching, watch, channel, post, now)
    if owed is None or (owed.next_try or "") > _stamp(now):
        return
    notices = watching.notices(watch.id, after=owed.first - 1, until=owed.last, limit=MOST_EVENTS)
    message = compose(watch, notices, post.base)
    try:
        _deliver(watching, Outgoing(watch, channel, message, f"{watch.id}-{owed.number}"), post, now)
    except (DeliveryError, UsageError) as error:
        watching.settle(_tried(owed, now, line(str(error))))
    else:
        watching.settle(_tried(owed, now, None))


def _owed(watching: Watching, watch: Watch, channel: Channel, post: Post, now: datetime) -> Delivery | None:
    """Return the message that waits, or make one of what has come up since the last; None where nothing has."""
    last = next(iter(watching.deliveries(watch.id, channel, limit=1)), None)
    if last is not None and last.outcome == "waiting":
        return last
    if last is not None and last.at > _stamp(now - timedelta(seconds=post.quiet)):
        return None
    new = watching.notices(watch.id, after=last.last if last else 0, limit=MOST_EVENTS)
    return watching.owe(watch.id, channel, new[-1].number, new[0].number, _stamp(now)) if new else None


def _tried(owed: Delivery, now: datetime, error: str | None) -> Delivery:
    """Return what a message is after it was tried at `now`; without an `error` it arrived."""
    again = error is not None and owed.tries < len(RETRIES)
    return msgspec.structs.replace(
        owed,
        at=_stamp(now),  # the quiet time counts from here
        outcome="sent" if error is None else "waiting" if again else "failed",
        tries=owed.tries + 1,
        next_try=_stamp(now + timedelta(seconds=RETRIES[owed.tries])) if again else None,
        error=error,
    )


def _deliver(watching: Watching, out: Outgoing, post: Post, now: datetime) -> None:
    if out.channel == "email":
        if not post.smtp:
            raise UsageError("no mail server is known; name one in KAWAT_SMTP", code="no_mail_server")
        mail.send(post.smtp, out.message, str(out.watch.email), out.number)
        return
    body, moment = msgspec.json.encode(out.message.body), str(int(now.timestamp()))
    signed = webhooks.signature(watching.secret(out.watch.id), moment, body)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Kawat",
        "X-Kawat-Delivery": out.number,
        "X-Kawat-Signature": f"t={moment},v1={signed}",
    }
    webhooks.send(str(out.watch.webhook), body, headers, post.guard)


def _stamp(moment: datetime) -> str:
    """Return a moment as text that sorts by time."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")

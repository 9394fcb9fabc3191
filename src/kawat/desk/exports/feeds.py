"""RSS 2.0 and Atom 1.0: events, the one told of last first; every time is of the data, none of the clock."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from email.utils import format_datetime

from kawat.desk import accounts, wording
from kawat.desk.exports.common import TAG, event_address, tag, updated, xml
from kawat.desk.exports.model import Context
from kawat.desk.words import area
from kawat.linking.model import Event

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def _latest(events: Iterable[Event], context: Context) -> list[tuple[datetime.datetime, Event]]:
    dated = [(updated(event, context.today), event) for event in events]
    return sorted(dated, key=lambda pair: (pair[0], pair[1].id), reverse=True)


def _last(dated: list[tuple[datetime.datetime, Event]], context: Context) -> datetime.datetime:
    return dated[0][0] if dated else datetime.datetime.fromisoformat(f"{context.today}T00:00:00+00:00")


def _title(event: Event, context: Context) -> str:
    words = context.words
    day = f" ({wording.date_words(event.date, words)})" if event.date else ""
    return f"{words.statuses[event.status]}: {wording.kind(event, words)}, {wording.sides(event, words)}{day}"


def _text(event: Event, context: Context) -> str:
    """Tell an event: a sentence, how many independent sources it has, and which."""
    told = wording.sentence(event, context.words)
    names = ", ".join(w.name for w in event.sources)
    return f"{told} {accounts.counted(event, context.words)}: {names}"


def atom(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write an Atom feed (RFC 4287)."""
    dated = _latest(events, context)
    language = context.words.language
    title = xml(area("exports", language)["feed"])
    yield f'{_HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">\n'.encode()
    stamp = _last(dated, context).isoformat(timespec="seconds")
    yield f"<id>{TAG}events</id>\n<title>{title}</title>\n<updated>{stamp}</updated>\n".encode()
    yield b"<author><name>Kawat</name></author>\n"
    if context.base:
        yield f'<link rel="alternate" href="{xml(context.base)}/events"/>\n'.encode()
    for when, event in dated:
        url = event_address(event, context.base)
        parts = [
            f"<id>{xml(tag('event', event.id))}</id>",
            f'<title type="text">{xml(_title(event, context))}</title>',
            f"<updated>{when.isoformat(timespec='seconds')}</updated>",
            f'<link rel="alternate" href="{xml(url)}"/>' if url else "",
            f'<category term="{event.type}"/><category term="{event.status}"/>',
            f'<content type="text">{xml(_text(event, context))}</content>',
        ]
        yield f"<entry>{''.join(parts)}</entry>\n".encode()
    yield b"</feed>\n"


def rss(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    """Write an RSS 2.0 feed; its texts are escaped twice, for readers take them for HTML."""
    dated = _latest(events, context)
    says, language = area("exports", context.words.language), context.words.language
    yield f'{_HEAD}<rss version="2.0">\n<channel>\n'.encode()
    home = xml(f"{context.base}/events" if context.base else f"{TAG}events")
    yield f"<title>{xml(says['feed'])}</title>\n<link>{home}</link>\n".encode()
    yield f"<description>{xml(says['feed_about'])}</description>\n<language>{language}</language>\n".encode()
    yield f"<lastBuildDate>{format_datetime(_last(dated, context))}</lastBuildDate>\n".encode()
    for when, event in dated:
        url = event_address(event, context.base)
        parts = [
            f"<title>{xml(xml(_title(event, context)))}</title>",
            f"<link>{xml(url)}</link>" if url else "",
            f"<description>{xml(xml(_text(event, context)))}</description>",
            f"<category>{event.type}</category><category>{event.status}</category>",
            f'<guid isPermaLink="false">{xml(tag("event", event.id))}</guid>',
            f"<pubDate>{format_datetime(when)}</pubDate>",
        ]
        yield f"<item>{''.join(parts)}</item>\n".encode()
    yield b"</channel>\n</rss>\n"

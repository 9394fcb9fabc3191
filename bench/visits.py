"""Visits to the served desk: `kawat serve` in a process of its own, asked over one connection that is kept open.

Each address is asked three times. Before its *first* visit the record's version is raised, as any change of the record
raises it, so that nothing that was kept of the record helps: neither answers in the server nor pages of the file in its
connections to the database (those that the system keeps stay). The *repeats* are the same request once more, without an
entity tag, so that the page is made again. Before all this the server answers one request of each kind that is not
measured, for which it loads what is loaded once. Times are from the request to the last byte (wall), and those that all
threads of the server computed meanwhile (processor), in milliseconds.
"""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from math import ceil
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlencode

import msgspec

from kawat.desk import address
from kawat.record import Filter, Record

TODAY = "2019-06-15"
_EACH = 24  # addresses of a kind, about


class Taken(NamedTuple):
    """Milliseconds of one visit."""

    wall: float
    processor: float


class Visits(NamedTuple):
    """All visits to pages of a kind."""

    first: list[Taken]
    again: list[Taken]


def addresses(record: Record, filters: Mapping[str, Filter]) -> dict[str, list[str]]:
    """Return addresses of every kind of page, the frequent and the rare among them; the same record gives the same."""
    chance = random.Random(7)
    asked = [address.address_of(each) for each in filters.values()]
    words = _words(record, chance)
    return {
        "front page": ["/"] * _EACH,
        "lists, filters": [f"/events?{query}" for query in asked],
        "lists, filters, by time of report": [f"/events?{query}&order=reported" for query in asked],
        "lists, next pages": list(_next_pages(record, filters)),
        "lists, words": [f"/events?{urlencode({'text': each})}" for each in words],
        "lists, places": [f"/events?{urlencode({'place': each})}" for each in _places()],
        "lists, days": [f"/acts?since={first}&until={last}" for first, last in _spans(chance)],
        "search": [f"/search?{urlencode({'q': each})}" for each in words],
        "timeline, network, map": [
            f"/{kind}?{query}" for query in asked[::3] for kind in ("timeline", "network", "map")
        ],
        "agenda": [f"/agenda?today={year}-{month:02}-15" for year in range(2010, 2022) for month in (3, 9)],
        "briefs": [f"/brief?{query}" for query in asked[1:] if query],
        "review": ["/review", *(f"/review?{query}" for query in asked)],
        **_of_things(record, chance),
        **_of_programs(record, filters, words),
    }


def _of_things(record: Record, chance: random.Random) -> dict[str, list[str]]:
    """Return addresses of what has a page of its own: actors, persons, pairs, events, articles, stories."""
    actors, persons = record.actors(limit=1000), record.actors(limit=1000, persons=True)
    pairs = record.pairs(limit=2000)
    events = [
        e for order in ("newest", "sources", "confidence") for e in record.page(order=order, size=500).events
    ]
    several = [event for event in events if len(event.articles) > 1]
    articles = [id for event in events for id in event.articles]
    stories = record.story_page(size=500).stories
    kinds = (
        "",
        "?kind=state",
        "?kind=body",
        "?kind=group",
        "?kind=person",
        "?q=indonesia",
        "?kind=person&q=putin",
    )
    return {
        "actors, persons: lists": [f"/actors{each}" for each in kinds for _ in range(3)],
        "an actor": [f"/actors/{quote(a.code)}" for a in _some(actors, chance)],
        "a person": [f"/person?{urlencode({'name': a.person or ''})}" for a in _some(persons, chance)],
        "a pair": [f"/pairs/{quote(p.one)}/{quote(p.other)}" for p in _some(pairs, chance)],
        "an event": [f"/events/{e.id}" for e in (*several[:8], *chance.sample(events, _EACH - 8))],
        "an article": [f"/article?{urlencode({'id': id})}" for id in chance.sample(articles, _EACH)],
        "two articles": [
            "/compare?" + urlencode({"one": e.articles[0], "other": e.articles[1], "event": e.id})
            for e in chance.sample(several, _EACH)
        ],
        "a story": [f"/stories/{s.id}" for s in chance.sample(stories, _EACH)],
        "articles, stories: lists": ["/articles", "/articles?q=akan", "/articles?q=minister", "/stories"] * 6,
    }


def _of_programs(record: Record, filters: Mapping[str, Filter], words: Sequence[str]) -> dict[str, list[str]]:
    """Return addresses of the API."""
    from kawat.client.remote import _query  # noqa: PLC0415 - as a client asks

    api = "/api/v1"
    asked = [urlencode(_query(each)) for each in filters.values()]
    ids = [event.id for event in record.page(order="sources", size=_EACH).events]
    return {
        "API: events": [f"{api}/events?{query}" for query in asked],
        "API: facets": [f"{api}/events/facets?{query}" for query in asked],
        "API: pairs, actors": [f"{api}/{of}?{query}" for query in asked[::2] for of in ("pairs", "actors")],
        "API: an event": [f"{api}/events/{id}" for id in ids],
        "API: search": [f"{api}/search?{urlencode({'q': each})}" for each in words],
        "API: decisions, copies": [f"{api}/{of}?size=50" for of in ("decisions", "copies")] * 10,
    }


def _some(counted: Sequence[msgspec.Struct], chance: random.Random) -> list:  # type: ignore[type-arg]
    """Choose from a list that begins with the most frequent: these, and some of the rest."""
    first, rest = list(counted[: _EACH // 2]), list(counted[_EACH // 2 :])
    return first + chance.sample(rest, min(len(rest), _EACH // 2))


def _words(record: Record, chance: random.Random) -> list[str]:
    """Return words to look for: single ones, two of a title, three in a row."""
    titles = [a.title.split() for a in record.articles(size=1000).articles if len(a.title.split()) > 4]
    drawn = chance.sample(titles, _EACH)
    return [
        "akan",
        "minister",
        "the",
        *(" ".join(t[:2]) for t in drawn[:9]),
        *(f'"{" ".join(t[:3])}"' for t in drawn[9:]),
    ]


def _places() -> list[str]:
    names = (
        "Geneva",
        "gene",
        "Nairobi",
        "Jakarta",
        "Vienna",
        "New York",
        "york",
        "Doha",
        "Moskow",
        "a",
        "Kyiv",
    )
    return [*names, "CHE", "KEN", "IDN", "AUT", "USA", "QAT", "RUS"]


def _spans(chance: random.Random) -> Iterator[tuple[str, str]]:
    for _ in range(_EACH):
        year, month, long = chance.randint(2010, 2021), chance.randint(1, 12), chance.choice((0, 0, 1, 3))
        yield f"{year}-{month:02}", f"{min(year + long, 2022)}-{month:02}"


def _next_pages(record: Record, filters: Mapping[str, Filter]) -> Iterator[str]:
    """Yield addresses of pages behind the first, and far behind it."""
    for filter in filters.values():
        for size in (50, 1000):
            after = record.page(filter, size=size).next
            if after:
                yield f"/events?{address.address_of(filter)}&{urlencode({'after': after})}"


@contextmanager
def serving(path: Path) -> Iterator[tuple[int, int]]:
    """Serve a record on the loopback; give the port and the number of the process."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    said = ["serve", "--record", str(path), "--port", str(port), "--today", TODAY]
    process = subprocess.Popen([sys.executable, "-c", "from kawat.desk.cli import main; main()", *said])
    try:
        while process.poll() is None:
            with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.1)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def visit(port: int, pid: int, record: Record, wanted: Mapping[str, Sequence[str]]) -> dict[str, Visits]:
    """Visit all pages of each kind."""
    line = HTTPConnection("127.0.0.1", port)
    for paths in wanted.values():
        _get(line, pid, paths[-1])
    found = {}
    for kind, paths in wanted.items():
        made = found[kind] = Visits([], [])
        for path in paths:
            _raise_version(record)
            made.first.append(_get(line, pid, path))
            made.again.extend(_get(line, pid, path) for _ in range(2))
    line.close()
    return found


def _get(line: HTTPConnection, pid: int, path: str) -> Taken:
    began, spent = time.perf_counter(), _processor_time(pid)
    line.request("GET", path, headers={"Accept-Encoding": "identity"})
    answer = line.getresponse()
    answer.read()
    taken = Taken(1000 * (time.perf_counter() - began), 1000 * (_processor_time(pid) - spent))
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status}")
    return taken


def _processor_time(pid: int) -> float:
    """Return the seconds that all threads of a process have computed (Linux: clock_getcpuclockid)."""
    return time.clock_gettime((~pid << 3) | 2)


def _raise_version(record: Record) -> None:
    from kawat.record.engine import _note_change, writing  # noqa: PLC0415 - what every write ends with

    with writing(record._engine, quiet=True) as connection:
        _note_change(connection)


def rows(found: Mapping[str, Visits]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table."""
    for kind, made in found.items():
        yield (kind, str(len(made.first)), *_both(made.first), *_both(made.again))


HEADER = (
    "pages", "n", "first: processor, median", "95 % within", "wall, median", "95 % within",
    "again: processor, median", "95 % within", "wall, median", "95 % within",
)  # fmt: skip


def _both(taken: Sequence[Taken]) -> Iterator[str]:
    for times in (sorted(t.processor for t in taken), sorted(t.wall for t in taken)):
        yield from (f"{times[ceil(len(times) * share) - 1]:.0f}" for share in (0.5, 0.95))

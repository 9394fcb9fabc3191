"""What linking costs: time and memory for 10,000, 100,000 and 1,000,000 reports on one core.

The reports are made from real ones (what Kawat reads in the readouts): each event takes one of them as its model, gets
parties, persons, a day and words of its own, and is told by one or more pages, which leave out or blur what pages
do. A larger set is a longer record, as in life: `--per-year` says how dense, by default 100,000 a year; what the press
of the world tells in a year is nearer to a million.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec

from bench.common import SHARED, missing, print_table, read_reports
from kawat.linking import iter_events
from kawat.pages.model import Article, Moment
from kawat.reading.model import Party, Report
from kawat.record import Entry, open_record
from kawat.settings import one_core
from kawat.text import Quote, Span

T = TypeVar("T")

READOUTS = SHARED / "data" / "readouts" / "articles.jsonl"
SIZES = (10_000, 100_000, 1_000_000)
PER_YEAR = 100_000
ADDED = 100
START = date(2010, 1, 1)
#: A thousandth of the pages of a large day tell of one event at most; most are told once or twice.
TOLD = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 8, 15)


def made_reports(
    models: list[Report], size: int, seed: int = 7, per_year: int = PER_YEAR
) -> Iterator[Report]:
    """Yield `size` reports made from the models, the same ones for the same seed."""
    days = max(1, round(size * 365 / per_year))
    every = (report for told in made_events(models, TOLD, days, seed) for report in told)
    yield from islice(every, size)


def made_events(
    models: list[Report], told: Sequence[int], days: int, seed: int = 7
) -> Iterator[list[Report]]:
    """Yield without end the reports of made events, each told by one of these numbers of pages."""
    chance = random.Random(seed)
    world = _World(models, chance)
    count = 0
    while True:
        event = _Event(chance, world, days)
        many = chance.choice(told)
        yield [event.told(chance, count + n) for n in range(many)]
        count += many


class _World:
    """What made events are made of."""

    def __init__(self, models: list[Report], chance: random.Random) -> None:
        self.models = models
        self.codes = sorted({p.country for r in models for p in (*r.actors, *r.recipients)})
        chance.shuffle(self.codes)
        self.weights = [1 / (rank + 1) for rank in range(len(self.codes))]  # few states make most of the news
        self.vocabulary = sorted(
            {w for r in models for q in r.evidence for w in q.quote.split() if len(w) > 4}
        )


class _Event:
    """An event of the made world, which pages tell each in its way."""

    def __init__(self, chance: random.Random, world: _World, days: int) -> None:
        self.model = chance.choice(world.models)
        named = sorted({p.country for p in (*self.model.actors, *self.model.recipients)})
        self.codes = dict(zip(named, chance.choices(world.codes, world.weights, k=len(named)), strict=True))
        self.day = START + timedelta(days=chance.randrange(days))
        self.words = chance.sample(world.vocabulary, 20)

    def told(self, chance: random.Random, number: int) -> Report:
        planned = chance.random() < 0.15
        said = self.day + timedelta(days=-chance.randrange(1, 6) if planned else chance.randrange(3))
        named = chance.random() < 0.8
        quote = " ".join(w for w in self.words if chance.random() < 0.7)
        mode = self.model.mode
        return msgspec.structs.replace(
            self.model,
            article=f"a{number}",
            id=f"{chance.getrandbits(48):012x}-{number}",
            actors=tuple(self._party(p, named) for p in self.model.actors),
            recipients=tuple(self._party(p, named) for p in self.model.recipients),
            date=self.day.isoformat() if chance.random() < 0.7 else None,
            mode="unspecified" if mode and chance.random() < 0.1 else mode,
            status="planned" if planned else "held",
            place=None,
            published=f"{said}T{chance.randrange(24):02}:00:00+00:00",
            outlet=f"Outlet {chance.randrange(300)}",
            evidence=(Quote(0, len(quote), quote),),
            title=" ".join(self.words[:5]),
            digest=f"d{number}",
        )

    def _party(self, party: Party, named: bool) -> Party:
        code = self.codes[party.country]
        person = f"{party.office} of {code}" if party.person and named else None
        return msgspec.structs.replace(party, country=code, person=person, name=code)


def models_of_life() -> list[Report]:
    """Return real reports; they are read in a process of its own, whose memory does not count."""
    with ProcessPoolExecutor(1) as pool:
        return [r for r in pool.submit(read_reports, READOUTS).result() if r.actors and r.recipients]


def measure(size: int, per_year: int) -> tuple[float, float, int]:
    """Return seconds and MiB that linking `size` reports takes, and how many events come of it."""
    models = models_of_life()
    reports = made_reports(models, size, per_year=per_year)
    start = time.process_time()
    making = 0.0

    def timed() -> Iterator[Report]:
        nonlocal making
        while True:
            before = time.process_time()
            report = next(reports, None)
            making += time.process_time() - before
            if report is None:
                return
            yield report

    events = sum(1 for _ in iter_events(timed()))
    seconds = time.process_time() - start - making
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, events


def adding(size: int, per_year: int) -> tuple[list[float], int]:
    """Return the seconds that each of `ADDED` articles takes to add to a record of `size`, and its bytes on disk.

    Reading the page is not in it (see bench.speed): from the article and its reports to the events on the disk.
    """
    models = models_of_life()
    words = sorted({w for r in models for q in r.evidence for w in q.quote.split()})
    entries = (_entry(r, words) for r in made_reports(models, size + ADDED, per_year=per_year))
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "kawat.db") as record:
        for batch in batched(islice(entries, size), 500):
            record.add_many(batch)
        record.relink()
        taken = []
        for entry in entries:
            start = time.perf_counter()
            record.add_many([entry])
            record.relink()
            taken.append(time.perf_counter() - start)
        return sorted(taken), (Path(folder) / "kawat.db").stat().st_size


def batched(entries: Iterator[T], size: int) -> Iterator[list[T]]:
    """Yield lists of up to `size` entries."""
    while batch := list(islice(entries, size)):
        yield batch


def _entry(report: Report, words: list[str]) -> Entry:
    """Make an article of 200 words around a report."""
    chance = random.Random(report.article)
    text = " ".join([report.title, *(q.quote for q in report.evidence), *chance.choices(words, k=200)])
    article = Article(
        id=report.article,
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        title=report.title,
        language=report.language,
        lines=(),
        body=(Span(0, len(text)),),
        published=Moment(report.published or "", False, None, None, "made"),
        outlet=report.outlet,
    )
    return Entry(article, (msgspec.structs.replace(report, digest=article.digest),), article.id)


def main() -> None:
    """Measure each size in a process of its own and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, help="measure this size alone, in this process")
    parser.add_argument("--record", type=int, help="how long adding one article to so many takes, instead")
    parser.add_argument(
        "--per-year", type=int, default=PER_YEAR, help="reports that a year tells (%(default)s)"
    )
    parser.add_argument("--short", action="store_true", help="leave the million out")
    arguments = parser.parse_args()
    if missing(READOUTS):
        return
    if arguments.record:
        taken, size = adding(arguments.record, arguments.per_year)
        middle, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
        print(f"adding one article to {arguments.record:,}: median {middle * 1000:.0f} ms, ", end="")
        print(
            f"95 % within {late * 1000:.0f} ms, longest {taken[-1] * 1000:.0f} ms; {size / 2**20:.0f} MiB on disk"
        )
        return
    if arguments.size:
        seconds, mib, events = measure(arguments.size, arguments.per_year)
        print(f"{arguments.size} {seconds:.2f} {mib:.0f} {events}")
        return
    rows: list[tuple[str, ...]] = []
    before = 0.0
    for size in SIZES[: 2 if arguments.short else 3]:
        command = [
            sys.executable,
            "-m",
            "bench.cost",
            "--size",
            str(size),
            "--per-year",
            str(arguments.per_year),
        ]
        done = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        growth = f"{float(done[1]) / before:.1f}" if before else "–"
        before = float(done[1])
        rows.append((f"{size:,}", done[1], growth, done[2], f"{int(done[3]):,}"))
    print_table(
        "Linking, one core", ("reports", "seconds", "times the size before", "MiB at most", "events"), rows
    )


if __name__ == "__main__":
    one_core()
    main()

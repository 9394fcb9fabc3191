"""Articles a second on one core, text in, reports out; peak memory; the start of the command line."""

from __future__ import annotations

import gzip
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice

from bench.common import ROOT, SHARED, Json, missing, print_table, read_lines
from kawat import reading
from kawat.pages import read_text

NEWS = SHARED / "data" / "indonesian-news" / "articles.jsonl.gz"
HAND_MADE = ROOT / "tests" / "articles" / "articles.jsonl"
HEADER = ("articles", "n", "words", "reports each", "articles a second", "median", "95 % under")
WARM = 20  # articles read before the clock starts, so that packs are loaded
SHORT = 400
STARTS = 5
HELP = "import sys; sys.argv = ['kawat', '--help']; from kawat.desk.cli import main; main()"


def main(arguments: list[str]) -> None:
    """Print the tables."""
    limit = SHORT if "--short" in arguments else None
    rows = [reading_row("hand-made, on diplomacy", read_lines(HAND_MADE))]
    if not missing(NEWS):
        rows.append(reading_row("of ten outlets, on all matters", list(news(limit))))
    machine = f"one process; {os.cpu_count()} cores, Python {platform.python_version()}"
    print_table(f"Reading: text in, reports out ({machine})", HEADER, rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # KiB on Linux
    rest = [("peak memory of the above", f"{peak:.0f} MiB")]
    rest.append((f"`kawat --help`, best of {STARTS}", f"{start_of_help() * 1000:.0f} ms"))
    print_table("Process", ("what", "figure"), rest)


def news(limit: int | None) -> Iterator[Json]:
    """Yield articles as they stand in the file, at most `limit`."""
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, islice(lines, limit))


def reading_row(name: str, articles: list[Json]) -> tuple[str, ...]:
    """Time the reading of each article, one after another, packs loaded; return the row of the table."""
    for article in articles[:WARM]:
        read(article)
    seconds, reports = [], 0
    for article in articles:
        started = time.perf_counter()
        reports += read(article)
        seconds.append(time.perf_counter() - started)
    words = statistics.mean(len(article["text"].split()) for article in articles)
    cuts = statistics.quantiles(seconds, n=20)
    return (
        *(name, str(len(articles)), f"{words:.0f}", f"{reports / len(articles):.1f}"),
        *(f"{len(articles) / sum(seconds):.0f}", f"{cuts[9] * 1000:.1f} ms", f"{cuts[18] * 1000:.1f} ms"),
    )


def read(article: Json) -> int:
    """Read an article and return how many events it tells."""
    page = read_text(
        article["text"], id=article["id"], published=article["published"], outlet=article["outlet"]
    )
    return len(reading.read(page))


def start_of_help() -> float:
    """Return the seconds that `kawat --help` takes, the best of several runs."""
    return min(map(_time_help, range(STARTS)))


def _time_help(_: int) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", HELP], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    main(sys.argv[1:])

"""How much of real pages the grammar reads without the coder, by halves of the annotations, and of the blind articles.

    python -m bench grammar                                # precision, recall and F1
    python -m bench grammar --missed open-id [--half B]    # what is owed in half A (or B), and it does not read
    python -m bench grammar --wrong open-id [--half B]     # what it reads there, and nobody annotated

An event that the grammar reads rightly is told in nine of ten cases, another in less than half (docs/tried.md). A
pattern that is found in one half must pay on the other. Both have been read by now, so what counts in the end is the
row of the blind articles, which are never shown.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from bench.common import (
    ROOT,
    SCORER,
    SHARED,
    Json,
    as_json,
    missing,
    print_table,
    read_gold,
    read_lines,
    scorer,
)
from kawat.pages import Article, Page, iter_pages, read_page
from kawat.pages.source import Given
from kawat.reading import read_by_grammar

#: Sets of annotations, and where their texts are: real pages beside the checkout, prose of our own within it.
SETS = {
    "open-id": ("open-id.jsonl", SHARED / "data" / "indonesian-news" / "articles.jsonl.gz"),
    "open-en": ("open-en.jsonl", SHARED / "data" / "english-statements" / "articles.jsonl.gz"),
    "single-en": ("single-en.jsonl", SHARED / "data" / "english-statements" / "articles.jsonl.gz"),
    "own": ("own/events.jsonl", ROOT / "annotations" / "own" / "articles.jsonl"),
}
READOUTS = SHARED / "data" / "readouts" / "articles.jsonl"  # some of the English texts
BLIND = ROOT / "tests" / "blind"
HALVES = "AB"


def half(name: str) -> str:
    """Return the half that an article is in, by its id alone."""
    return HALVES[int(hashlib.sha256(name.encode()).hexdigest()[0], 16) >= 8]


def articles(name: str, halves: str) -> Iterator[tuple[Json, str, Article]]:
    """Yield the annotations of each article of a set, its text, and the article as read; titles were not annotated."""
    file, corpus = SETS[name]
    lines = {line["id"]: line for path in (corpus, READOUTS) for line in _lines(path)}
    for gold in read_lines(ROOT / "annotations" / file):
        line = lines[gold["article"]]
        if half(gold["article"]) in halves:
            title = line.get("title") if name == "own" else None
            given = Given(title or "", *(line.get(key) for key in ("published", "outlet", "language", "url")))
            yield gold, line["text"], read_page(Page(line["id"], line["text"], "text", line["id"], given))


def _lines(path: Path) -> list[Json]:
    if path.suffix == ".gz":
        return [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().split("\n") if line]
    return read_lines(path)


def print_halves() -> None:
    """Print how well the grammar alone reads each half of each set, and the blind articles."""
    rows = []
    for name in SETS:
        read = [(gold, as_json(read_by_grammar(article))) for gold, _, article in articles(name, HALVES)]
        for which in HALVES:
            rows.append(_row(f"{name}, half {which}", [x for x in read if half(x[0]["article"]) == which]))
    gold = read_gold(BLIND / "gold")
    pages = (page for page in iter_pages([str(BLIND / "articles.jsonl")]) if isinstance(page, Page))
    blind = [(gold[x.id], as_json(read_by_grammar(read_page(x)))) for x in pages if x.id in gold]
    for language in ("id", "en"):
        rows.append(_row(f"blind, {language}", [x for x in blind if x[0]["language"] == language]))
    header = [f"{x} {group}" for group in ("all", "contacts", "acts") for x in ("precision", "recall", "F1")]
    print_table("The grammar alone", ("articles of", "n", *header), rows)


def _row(name: str, read: list[tuple[Json, list[Json]]]) -> tuple[str | int, ...]:
    """Return what the table says of articles: their annotations, and what was read of each."""
    count, _, _ = scorer().score(
        {gold["article"]: gold for gold, _ in read}, [r for _, told in read for r in told]
    )
    figures = [f"{x:.3f}" for group in ("all", "contacts", "acts") for x in scorer().prf(*count[group])]
    return name, len(read), *figures


def print_missed(name: str, which: str) -> None:
    """Print the events owed in a half that the grammar does not read, each with its evidence in its line."""
    for gold, text, article in articles(name, which):
        told = as_json(read_by_grammar(article))
        for event in gold["events"]:
            if not event.get("optional") and not any(scorer().fits(event, report) for report in told):
                start, end = event["evidence"]
                line = text[text.rfind("\n", 0, start) + 1 : start], text[end:].partition("\n")[0]
                words = f"{line[0][-260:]}<<{text[start:end]}>>{line[1][:160]}"
                print(gold["article"], _short(event), event["status"], "|", words.replace("\n", " "))


def print_wrong(name: str, which: str) -> None:
    """Print the reports of the grammar in a half that no annotated event fits."""
    for gold, _, article in articles(name, which):
        reports = read_by_grammar(article)
        for report, told in zip(reports, as_json(reports), strict=True):
            if not any(scorer().fits(event, told) for event in gold["events"]):
                words = report.evidence[0].quote.replace("\n", " ")
                print(gold["article"], _short(told), report.status, report.reasons[0], "|", words)


def _short(event: Json) -> str:
    sides = (",".join(sorted(scorer().countries(event[side]))) for side in ("actors", "recipients"))
    return f"{'/'.join(scorer().types(event))} {'>'.join(sides)}"


def main() -> None:
    """Print the table, or one of the lists."""
    parser = argparse.ArgumentParser(
        prog="python -m bench grammar", description=(__doc__ or "").split("\n", 1)[0]
    )
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--missed", choices=SETS, help="list what the grammar does not read")
    choice.add_argument("--wrong", choices=SETS, help="list what it reads wrongly")
    parser.add_argument("--half", choices=HALVES, default="A", help="of which half to list it")
    parser.add_argument("--short", action="store_true", help="the same: it takes a minute")
    wanted = parser.parse_args()
    if missing(SCORER, READOUTS, *(corpus for _, corpus in SETS.values())):
        return
    if wanted.missed:
        print_missed(wanted.missed, wanted.half)
    elif wanted.wrong:
        print_wrong(wanted.wrong, wanted.half)
    else:
        print_halves()


if __name__ == "__main__":
    main()

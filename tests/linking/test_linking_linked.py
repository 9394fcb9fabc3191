"""Our own linked pages: the order in which reports come makes no difference, and look-alikes stay apart."""

from __future__ import annotations

import random

import msgspec
import pytest
from bench import linked
from bench.common import read_lines

from kawat.linking import link

GOLD = read_lines(linked.FOLDER / "gold.jsonl")
ARTICLES = {a["id"]: a for a in read_lines(linked.FOLDER / "articles.jsonl")}
PARTS = sorted({g["part"] for g in GOLD})


def known(part: str) -> linked.Known:
    return linked.gold_reports(ARTICLES, [g for g in GOLD if g["part"] == part])


@pytest.mark.parametrize("part", PARTS)
def test_any_order_gives_the_same_events(part: str) -> None:
    reports = [report for report, _ in known(part).values()]
    expected = msgspec.json.encode(link(reports))
    for seed in range(20):
        random.Random(seed).shuffle(reports)
        assert msgspec.json.encode(link(reports)) == expected


def test_events_are_found_again() -> None:
    """A floor under what is measured: see docs/measuring.md."""
    labels = {(g["article"], n): e["event"] for g in GOLD for n, e in enumerate(g["events"])}
    found = {}
    for part in PARTS:
        reports = known(part)
        for event in link(r for r, _ in reports.values()):
            found.update({reports[id][1]: event.id for id in event.reports})
    precision, recall, f1 = linked.b_cubed(found, labels)
    assert precision > 0.92 and recall > 0.87 and f1 > 0.91


def test_evidence_stands_in_the_pages() -> None:
    for each in GOLD:
        for event in each["events"]:
            assert event["evidence"] in ARTICLES[each["article"]]["text"], each["article"]


def test_there_are_as_many_as_promised() -> None:
    told: dict[str, set[str]] = {}
    for each in GOLD:
        for event in each["events"]:
            told.setdefault(event["event"], set()).add(each["article"])
    outlets = {a["id"]: a["outlet"] for a in ARTICLES.values()}
    widely = [e for e, pages in told.items() if len({outlets[p] for p in pages}) >= 3]
    assert len(ARTICLES) >= 120
    assert len(widely) >= 25
    assert {a["language"] for a in ARTICLES.values()} == {"en", "id"}

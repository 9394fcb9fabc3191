"""How well reports become events, on our own linked pages (tests/linked): B-cubed over reports.

Pages of several outlets tell the same events, planned, held and called off, with look-alikes beside them. Linking is
measured twice: on the reports as annotated, and on what Kawat itself reads, where each of its reports that meets an
annotated one takes its place. A part (region) is linked by itself, as two writers may have told of one event.

B-cubed (Bagga and Baldwin 1998): for each report, which share of the reports in its event are of its true event
(precision), and which share of those are in its event (recall), averaged over reports.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from bench.common import ROOT, Json, as_json, print_table, read_lines, read_reports, scorer
from kawat.knowledge import holders
from kawat.knowledge.states import states
from kawat.linking import link
from kawat.reading.model import Party, Place, Report
from kawat.text import Quote

FOLDER = ROOT / "tests" / "linked"
#: Parts that weights may be set by, and parts that are only reported.
OPEN, HELD_OUT = ("asia", "europe"), ("africa", "americas")

Item = TypeVar("Item")
Key = tuple[str, int]  # an article, and which of its annotated events
Known = dict[
    str, tuple[Report, Key | None]
]  # by the id of the report: it, and the annotated event that it meets


def b_cubed(found: Mapping[Item, str], true: Mapping[Item, str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of a clustering (item to cluster) against the true one, over the same items."""
    if not true:
        return 0.0, 0.0, 0.0
    sizes, wanted = Counter(found.values()), Counter(true.values())
    both = Counter((found[i], true[i]) for i in true)
    precision = sum(n * n / sizes[c] for (c, _), n in both.items()) / len(true)
    recall = sum(n * n / wanted[t] for (_, t), n in both.items()) / len(true)
    return precision, recall, 2 * precision * recall / (precision + recall)


def gold_reports(articles: Mapping[str, Json], gold: Iterable[Json]) -> Known:
    """Return the annotated events as reports, by their ids, with where they stand."""
    found: Known = {}
    for each in gold:
        for n, event in enumerate(each["events"]):
            id = f"{each['article']}.{n}"
            found[id] = _report(id, articles[each["article"]], each, event), (each["article"], n)
    return found


def _report(id: str, article: Json, gold: Json, event: Json) -> Report:
    text, day = article["text"], article["published"] or ""
    quote = _sentence(text, text.find(event["evidence"]), len(event["evidence"]))
    return Report(
        article=article["id"],
        id=id,
        type=event["type"][0],
        mode=event["mode"],
        actors=tuple(_party(p, day) for p in event["actors"]),
        recipients=tuple(_party(p, day) for p in event["recipients"]),
        date=event["date"],
        date_text=None,
        place=_place(event["place"]),
        duration=None,
        duration_relation=None,
        status=event["status"],
        attributed_to=(),
        upstream=tuple(gold["upstream"]),
        figures=(),
        evidence=(quote,),
        reasons=(),
        confidence=1.0,
        language=article["language"],
        published=article["published"],
        outlet=article["outlet"],
        title=article["title"] or "",
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def _sentence(text: str, at: int, size: int) -> Quote:
    """Return the sentence around words of a text."""
    start = max(text.rfind(mark, 0, at) + len(mark) if mark in text[:at] else 0 for mark in (". ", "\n"))
    ends = [end for mark in (". ", "\n") if (end := text.find(mark, at + size)) >= 0]
    end = min(ends, default=len(text))
    return Quote(start, end, text[start:end])


def _place(place: Json | None) -> Place | None:
    if place is None:
        return None
    state = states().get(place["country"])
    named = {name for names in state.names.values() for name in names} if state else set()
    precision = "country" if place["name"] in named else None
    return Place(place["name"], place["country"], 0, 0, "gold", precision=precision)


def _party(party: Json, day: str) -> Party:
    offices = holders.offices_of(party["person"], day) if party["person"] and len(day) == 10 else ()
    office = next((h.office for h in offices if h.country == party["country"]), None)
    return Party(party["country"], party["person"], office, party["person"] or party["country"], 0, 0, "gold")


def read_by_kawat(gold: list[Json]) -> Known:
    """Return what Kawat reads on the pages, by report id, with the annotated event that each report meets."""
    wanted = {each["article"]: each for each in gold}
    reports = [r for r in read_reports(FOLDER / "articles.jsonl") if r.article in wanted]
    by_article: dict[str, list[Report]] = defaultdict(list)
    for r in reports:
        by_article[r.article].append(r)
    found: Known = {}
    for article, told in by_article.items():
        met = _met(wanted[article]["events"], as_json(told))
        for n, r in enumerate(told):
            g = met.get(n)
            found[r.id] = r, None if g is None else (article, g)
    return found


def _met(gold: list[Json], told: list[Json]) -> dict[int, int]:
    """Return which annotated event each report meets: the best pairs first, as the scorer has it."""
    pairs = []
    for g, event in enumerate(gold):
        for p, report in enumerate(told):
            if fit := scorer().fits(event, report):
                agreed = scorer().attributes(event, report)
                pairs.append((fit + sum(agreed.values()) / max(1, len(agreed)), g, p))
    met: dict[int, int] = {}
    for _, g, p in sorted(pairs, key=lambda x: (-x[0], x[1], x[2])):
        if p not in met and g not in met.values():
            met[p] = g
    return met


Row = tuple[str, ...]


def measure(
    name: str,
    parts: Iterable[str],
    reports_of: Callable[[str], Known],
    labels: Mapping[Key, str],
) -> Row:
    """Link each part and return B-cubed over the reports that meet an annotated event: of all, and of contacts."""
    found: dict[Key, str] = {}
    contacts: set[Key] = set()
    for part in parts:
        known = reports_of(part)
        for event in link(r for r, _ in known.values()):
            for id in event.reports:
                report, key = known[id]
                if key is not None:
                    found[key] = event.id
                    contacts |= {key} if report.type == "CONSULT" else set()
    rows = [_scores(found, {k: labels[k] for k in keys}) for keys in (found.keys(), contacts)]
    return name, str(len(found)), *rows[0], *rows[1]


def _scores(found: Mapping[Key, str], true: Mapping[Key, str]) -> tuple[str, ...]:
    kept = {k: found[k] for k in true}
    return tuple(f"{x:.3f}" for x in b_cubed(kept, true))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Linking of our own linked pages")
    parser.add_argument("--short", action="store_true", help="the annotated reports alone")
    parser.add_argument("--part", action="append", help="only these parts")
    arguments = parser.parse_args()
    gold = [g for g in read_lines(FOLDER / "gold.jsonl") if not arguments.part or g["part"] in arguments.part]
    articles = {a["id"]: a for a in read_lines(FOLDER / "articles.jsonl")}
    labels: dict[Key, str] = {(g["article"], n): e["event"] for g in gold for n, e in enumerate(g["events"])}
    by_part: dict[str, list[Json]] = defaultdict(list)
    for each in gold:
        by_part[each["part"]].append(each)
    rows: list[Row] = []
    ways: dict[str, Callable[[str], Known]] = {
        "as annotated": lambda part: gold_reports(articles, by_part[part])
    }
    if not arguments.short:
        read = read_by_kawat(gold)
        ways["as read by Kawat"] = lambda part: {
            i: rk for i, rk in read.items() if rk[0].article.startswith(part)
        }
    for way, reports_of in ways.items():
        for name, parts in (("open", OPEN), ("held out", HELD_OUT), *((p, (p,)) for p in by_part)):
            chosen = [p for p in parts if p in by_part]
            if chosen:
                rows.append(measure(f"{name}, {way}", chosen, reports_of, labels))
    header = ("part", "reports", "P", "R", "B-cubed F1", "contacts P", "R", "F1")
    print_table("Linking of linked pages", header, rows)


if __name__ == "__main__":
    main()

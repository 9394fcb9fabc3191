"""Five difficult pages: what a careful reader gets from them, found or not, and what else is claimed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

import kawat
from bench.common import DEV, SCORER, Json, as_json, missing, print_table, read_gold, scorer
from kawat import flow
from kawat.errors import PageError
from kawat.knowledge.spelling import usual
from kawat.linking.model import Event
from kawat.pages.model import Article
from kawat.reading.model import MUTUAL, Party, Report

BARS = Path(__file__).with_suffix(".toml")
TEXTS = DEV / "texts"


class Item(msgspec.Struct, forbid_unknown_fields=True):
    """An event that a page tells."""

    type: str
    sides: tuple[str, str]  # persons or codes
    fields: dict[str, str] = {}  # field of a report -> its value


class Bars(msgspec.Struct, forbid_unknown_fields=True):
    """What a careful reader gets from a page."""

    id: str  # how the file's name begins
    published: str
    upstream: list[str]
    item: list[Item]
    problems: list[str] = []
    silent: list[str] = []  # words that stand in no evidence: a caption of another matter
    inferred: bool = False
    one_of_several: bool = False


class Linked(msgspec.Struct, forbid_unknown_fields=True):
    """An event that several pages tell."""

    name: str
    type: str
    pages: list[str]
    sources: int
    steps: list[str] = []
    troops: list[float] = []


class FiveBars(msgspec.Struct, forbid_unknown_fields=True):
    """The file `five.toml`."""

    page: list[Bars]
    linked: list[Linked]


def main() -> None:
    """Print what is found of each thing, and the contacts that nobody expects."""
    if missing(TEXTS, SCORER):
        return
    bars = msgspec.toml.decode(BARS.read_text(encoding="utf-8"), type=FiveBars)
    gold = read_gold(DEV / "gold")
    rows: list[tuple[str, str, str]] = []
    told: list[Report] = []
    for page in bars.page:
        article, reports = read(page.id)
        told.extend(reports)
        pairs = pair(page.item, reports)
        verdicts = [*check_page(page, article, reports), *check_items(page.item, pairs)]
        verdicts += unexpected(gold[article.id], [r for r in reports if r not in pairs.values()])
        rows += [(page.id, what, verdict) for what, verdict in verdicts]
    events = kawat.link(told)
    rows += [("all", each.name, check_linked(each, events)) for each in bars.linked]
    found = sum(verdict == "found" for _, _, verdict in rows)
    print_table(f"Five pages: {found} of {len(rows)} found", ("page", "what", "verdict"), rows)


def read(start: str) -> tuple[Article, tuple[Report, ...]]:
    """Read the page whose name begins with `start`."""
    (_, result), *_ = flow.reports([str(TEXTS / f"{start}_*.txt")])
    if isinstance(result, PageError):
        raise result
    return result


def check_page(page: Bars, article: Article, reports: Iterable[Report]) -> Iterator[tuple[str, str]]:
    """Compare what the page says about itself."""
    moment = article.published
    got = (moment.value, moment.inferred) if moment else (None, False)
    yield f"published {page.published}", verdict_of(got == (page.published, page.inferred), got)
    names = [credit.name for credit in article.upstream]
    same = set(map(plain, names)) == set(map(plain, page.upstream))
    yield f"from {', '.join(page.upstream)}", verdict_of(same, names)
    if page.problems:
        codes = [problem.code for problem in article.problems]
        yield f"problems {', '.join(page.problems)}", verdict_of(set(page.problems) <= set(codes), codes)
    if page.one_of_several:
        yield "page 1 of several", verdict_of(article.page == 1, article.page)
    if page.silent:
        quotes = [quote.quote for report in reports for quote in report.evidence]
        loud = [word for word in page.silent if any(word in quote for quote in quotes)]
        yield f"nothing of {', '.join(page.silent)}", verdict_of(not loud, loud)


def plain(name: str) -> str:
    """Reduce an outlet's name to its letters: ``ArabNews`` is ``Arab News``."""
    return "".join(filter(str.isalnum, name)).casefold()


def verdict_of(right: bool, got: object) -> str:
    """Write whether it was found, else what was."""
    return "found" if right else f"WRONG: {got}"


def pair(items: Iterable[Item], reports: Iterable[Report]) -> dict[int, Report]:
    """Give each item (by its place in the list) the report that differs least from it, each report once."""
    fits = [
        (len(differences(item, report)), place, report)
        for place, item in enumerate(items)
        for report in reports
        if same_event(item, report)
    ]
    pairs: dict[int, Report] = {}
    for _, place, report in sorted(fits, key=lambda fit: fit[:2]):
        if place not in pairs and report not in pairs.values():
            pairs[place] = report
    return pairs


def check_items(items: Iterable[Item], pairs: dict[int, Report]) -> Iterator[tuple[str, str]]:
    """Compare the events that the page must give."""
    for place, item in enumerate(items):
        what = f"{item.type} {' – '.join(item.sides)} {' '.join(item.fields.values())}"
        if place in pairs:
            wrong = differences(item, pairs[place])
            yield what, verdict_of(not wrong, ", ".join(wrong))
        else:
            yield what, "MISSING"


def same_event(item: Item, report: Report) -> bool:
    """Tell whether a report is of the item's type and sides; contacts have no order of sides."""
    if report.type != item.type:
        return False
    orders = [item.sides, item.sides[::-1]] if item.type in MUTUAL else [item.sides]
    return any(has(report.actors, a) and has(report.recipients, b) for a, b in orders)


def has(parties: Iterable[Party], side: str) -> bool:
    """Tell whether a side is among the parties."""
    return any(side in (usual(p.person or "", p.country), p.country) for p in parties)


def differences(item: Item, report: Report) -> list[str]:
    """Name the fields that the report has otherwise."""
    got = {name: value_of(report, name) for name in item.fields}
    return [f"{name} is {got[name]}" for name, value in item.fields.items() if got[name] != value]


def value_of(report: Report, field: str) -> Any:
    """Return a field of a report; of a place, the code of its state."""
    value = getattr(report, field)
    return value.country if field == "place" and value else value


def unexpected(gold: Json, reports: Iterable[Report]) -> Iterator[tuple[str, str]]:
    """Name contacts that nobody expects, unless the annotators hold them possible."""
    optional = [event for event in gold["events"] if event.get("optional")]
    for report in reports:
        (plain_report,) = as_json([report])
        if report.type == "CONSULT" and not any(scorer().fits(event, plain_report) for event in optional):
            sides = " – ".join(p.person or p.country for p in (*report.actors, *report.recipients))
            yield f"CONSULT {sides} {report.date} {report.status}", "UNEXPECTED"


def check_linked(wanted: Linked, events: Iterable[Event]) -> str:
    """Tell whether one event has all that is wanted of it, or what the best one lacks."""
    lacks = [lack(wanted, event) for event in events if event.type == wanted.type]
    best = min(lacks, key=len, default=["the event"])
    return f"WRONG: lacks {', '.join(best)}" if best else "found"


def lack(wanted: Linked, event: Event) -> list[str]:
    """Name what an event lacks; a figure without day and source does not count."""
    steps = [step.status for step in event.status_history]
    troops = {f.figure.value for f in event.figures if f.figure.what == "troops" and f.said and f.source}
    pages = {article[:3] for article in event.articles}
    return [
        *(f"page {page}" for page in wanted.pages if page not in pages),
        *(f"{value:g} troops" for value in wanted.troops if value not in troops),
        *([f"steps {wanted.steps}"] if wanted.steps and steps != wanted.steps else []),
        *([f"{wanted.sources} sources"] if len(event.sources) < wanted.sources else []),
    ]


if __name__ == "__main__":
    main()

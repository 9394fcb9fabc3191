"""Position sheets and disagreements as pages show them: with the sentence that proves each, bounded in length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

import msgspec

from kawat.desk import disputes, wording
from kawat.desk.clean import clip, line
from kawat.desk.names import country_name
from kawat.desk.positions import Answer, Position, Sheet
from kawat.desk.web.desk import Desk
from kawat.desk.web.proofs import in_reading_order
from kawat.desk.web.rows import Row, Side, actor_href, article_href, row_of
from kawat.linking.model import Disagreement, Event
from kawat.reading.model import Report
from kawat.record.model import Differs

_LONGEST = 420  # characters of a quote
_KINDS = get_args(Differs)  # the gravest first
_ANSWERS = 2  # answers that are shown beneath an act


class Said(msgspec.Struct, frozen=True):
    """A sentence of a page, word for word, with where it stands."""

    quote: str
    outlet: str
    day: str  # in words; "" where the page does not say it
    href: str
    language: str


class AnswerRow(msgspec.Struct, frozen=True):
    """What the other side said later."""

    told: str  # "3 February: refused"
    sentence: str
    href: str
    sure: bool  # it came after the act


class PositionRow(msgspec.Struct, frozen=True):
    """An act with its proof and what was answered."""

    row: Row
    said: Said | None
    answers: tuple[AnswerRow, ...]
    more: int  # answers that are not shown
    addressed: bool


class SheetRow(msgspec.Struct, frozen=True):
    """Positions towards one counterpart, oldest first."""

    side: Side | None  # None: nobody is addressed
    id: str  # of the heading
    since: str  # the day of the first, in words
    total: int
    positions: tuple[PositionRow, ...]
    href: str | None  # where all of them are, if there are more


class Told(msgspec.Struct, frozen=True):
    """One value of a disagreement."""

    value: str
    sources: str
    first: str


class Dispute(msgspec.Struct, frozen=True):
    """Values of an event that sources differ in."""

    row: Row
    field: str
    kind: str
    mild: bool  # they may all be right
    values: tuple[Told, ...]


def sheet_row(desk: Desk, sheet: Sheet, most: int, href: str | None) -> SheetRow:
    """Return a sheet with its newest `most` positions; `href` leads to all."""
    shown = sheet.positions[-most:]
    code = sheet.counterpart
    event = sheet.positions[0].event
    first = event.date or (wording.first_said(event) or "")[:10]
    return SheetRow(
        side=Side(country_name(code, desk.language), actor_href(code), line(code)) if code else None,
        id="to-" + (line(code) or "nobody"),
        since=wording.date_words(first, desk.words) if first else "",
        total=len(sheet.positions),
        positions=tuple(position_row(desk, position, addressed=bool(code)) for position in shown),
        href=href if len(shown) < len(sheet.positions) else None,
    )


def position_row(desk: Desk, position: Position, *, addressed: bool) -> PositionRow:
    """Return an act with the sentence that proves it and the first answers."""
    answers = position.answers
    return PositionRow(
        row=row_of(position.event, desk.words, desk.today),
        said=said(desk, position.event, desk.record.reports_of(position.event)),
        answers=tuple(_answer(desk, answer) for answer in answers[:_ANSWERS]),
        more=max(0, len(answers) - _ANSWERS),
        addressed=addressed,
    )


def said(desk: Desk, event: Event, given: Sequence[Report]) -> Said | None:
    """Return the sentence that proves an event best, of those of its reports: of its status first, in our language."""
    told = (report for report in given if report.evidence)
    reports = in_reading_order(told, desk.language)
    if not reports:
        return None
    report = next((r for r in reports if r.status == event.status), reports[0])
    day = (report.published or "")[:10]
    return Said(
        quote=clip(line(_best(report)), _LONGEST),
        outlet=line(report.outlet or report.article),
        day=wording.date_words(day, desk.words) if day else "",
        href=article_href(report.article, event.id),
        language=report.language,
    )


def differing(desk: Desk, events: Iterable[Event], most: int) -> list[Dispute]:
    """Return what sources differ on, contradictions before what may all be right, at most so many of the first ones."""
    told = [(_KINDS.index(each.kind), event, each) for event in events for each in event.disagreements]
    first = sorted(told, key=lambda each: each[0])[:most]
    return [_dispute(desk, event, each) for _, event, each in first]


def _dispute(desk: Desk, event: Event, found: Disagreement) -> Dispute:
    words = desk.words
    return Dispute(
        row=row_of(event, words, desk.today),
        field=disputes.field_name(found.field, words),
        kind=disputes.kind(found, words),
        mild=found.kind != "contradiction",
        values=tuple(
            Told(
                value=disputes.telling(found.field, value, words),
                sources=", ".join(map(line, value.sources)),
                first=wording.date_words(value.first[:10], words) if value.first else "",
            )
            for value in found.values
        ),
    )


def _answer(desk: Desk, answer: Answer) -> AnswerRow:
    event, says = answer.event, desk.area("actors")
    date = wording.date_words(event.date, desk.words) if event.date else says["day_unknown"]
    told = says["answer_" + event.type.lower()]
    if event.status != "held":
        told = f"{told} ({desk.words.statuses[event.status]})"
    return AnswerRow(
        told=says["answered"].format(date=date, answer=told),
        sentence=wording.sentence(event, desk.words),
        href=row_of(event, desk.words, desk.today).href,
        sure=answer.sure,
    )


def _best(report: Report) -> str:
    """Choose the sentence that names most of those who take part; the first of such."""
    names = {party.person or party.name for party in (*report.actors, *report.recipients)}
    return max(report.evidence, key=lambda quote: sum(name in quote.quote for name in names)).quote


def shortened(sheets: Sequence[Sheet], groups: int) -> tuple[Sequence[Sheet], int]:
    """Return the first sheets, and how many positions the others hold."""
    return sheets[:groups], sum(len(sheet.positions) for sheet in sheets[groups:])

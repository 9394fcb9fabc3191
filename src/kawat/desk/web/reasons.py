"""Why the reports of an event are one: each report by its outlet and day, with a link to what it says."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from kawat.desk import comparisons
from kawat.desk.clean import line
from kawat.desk.web.desk import Desk
from kawat.desk.web.proofs import day_words
from kawat.desk.web.rows import article_href
from kawat.desk.words import Words
from kawat.linking.model import Event
from kawat.reading.model import Report


class Piece(msgspec.Struct, frozen=True):
    """A piece of a reason."""

    text: str
    href: str = ""  # "": plain words


def reasons_of(desk: Desk, event: Event, reports: list[Report]) -> list[tuple[Piece, ...]]:
    """Return the reasons of an event, each in pieces. Reports of other events, which doubt names, are looked up."""
    told = [list(comparisons.pieces(reason, desk.words)) for reason in event.reasons]
    known = {r.id: r for r in reports}
    others = {p.text for pieces in told for p in pieces if p.is_report} - set(known)
    known |= desk.record.reports(others) if others else {}
    return [tuple(_shown(p, event, known, desk.words) for p in pieces) for pieces in told]


def _shown(piece: comparisons.Piece, event: Event, known: Mapping[str, Report], words: Words) -> Piece:
    report = known.get(piece.text) if piece.is_report else None
    if report is None:
        return Piece(line(piece.text) if piece.is_report else piece.text)
    name = line(report.outlet or report.title or report.article)
    day = day_words(report.published, words)
    at = f"#s{report.evidence[0].start}" if report.evidence else ""
    focus = event.id if report.id in event.reports else None
    return Piece(
        f"{name}, {day}" if day else name,
        article_href(report.article, focus) + at,
    )

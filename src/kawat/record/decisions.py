"""What persons have decided, in order: which reports are one event, which are two, and values set right.

Decisions are appended; none is changed, but for a note of who undid it, and undoing is a decision too. They hold on to
reports, so that they survive whatever linking makes of these later; reports that were read anew are found by what was
read in their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, func, select, update

from kawat.errors import RecordError, UsageError
from kawat.linking import correcting
from kawat.linking.model import Copy, Correction, Event
from kawat.linking.rulings import Ruling, Rulings
from kawat.reading.model import Report
from kawat.record.model import Decision
from kawat.record.rows import insert_rows
from kawat.record.schema import decisions, former_reports

#: Kinds of decisions by which linking goes.
BY_HAND = ("join", "split", "correct")
#: Kinds of decisions that persons take, and may take back.
UNDOABLE = (*BY_HAND, "confirm")
#: The greatest number that a decision can have.
LAST = 2**31 - 1


class Amendments:
    """The decisions in force, by the reports that they are about."""

    def __init__(
        self, known: Iterable[Decision], now: Mapping[str, str | None], copies: dict[str, Copy]
    ) -> None:
        self.copies = copies  # by article, as far as they have been asked for
        rulings: list[Ruling] = []
        self._events: dict[str, list[Correction]] = {}
        self._reports: dict[str, list[Correction]] = {}
        for d in known:
            ones, others = _current(d.ones, now), _current(d.others, now)
            if d.kind == "correct":
                home = self._reports if d.scope == "report" else self._events
                for report in ones[:1]:
                    home.setdefault(report, []).append(_correction(d))
            else:
                rulings.append(Ruling(d.kind == "join", ones, others))
        self.rulings = Rulings(rulings)
        self._partners: dict[str, set[str]] = {}
        for one, other in self.rulings.pairs(joined=True):
            self._partners.setdefault(one, set()).add(other)
            self._partners.setdefault(other, set()).add(one)

    @classmethod
    def of(cls, connection: Connection, copies: dict[str, Copy] | None = None) -> Amendments:
        """Read the decisions in force."""
        query = select(decisions).where(decisions.c.kind.in_(BY_HAND), decisions.c.undone.is_(None))
        known = [read_decision(row) for row in connection.execute(query.order_by(decisions.c.number))]
        now = {r.id: r.report for r in connection.execute(select(former_reports))} if known else {}
        return cls(known, now, copies or {})

    def joined_with(self, ids: Iterable[str]) -> set[str]:
        """Return the reports that somebody has joined with these."""
        return {partner for id in ids for partner in self._partners.get(id, ())}

    def amended(self, report: Report) -> Report:
        """Return the report with values set right."""
        return correcting.amended(report, self._reports.get(report.id, []))

    def corrected(self, event: Event) -> Event:
        """Return the event with values set right."""
        if not self._events and not self._reports:
            return event
        found, of_reports = (
            sorted((c for report in event.reports for c in home.get(report, ())), key=lambda c: c.decision)
            for home in (self._events, self._reports)
        )
        return correcting.corrected(event, found, of_reports)


def _current(ids: Iterable[str], now: Mapping[str, str | None]) -> tuple[str, ...]:
    """Replace ids of reports that were read anew by those of what was read in their place."""
    found: dict[str, None] = {}
    for id in ids:
        known: str | None = id
        while known is not None and known in now:
            known = now[known]
        if known is not None:
            found[known] = None
    return tuple(found)


def _correction(d: Decision) -> Correction:
    return Correction(d.field or "", d.value, d.was, d.by, d.at, d.reason, d.number)


def present(connection: Connection, ids: Iterable[str]) -> list[str]:
    """Return the reports that these ids lead to now, in order; those that nothing was read in place of are left out."""
    now = {row.id: row.report for row in connection.execute(select(former_reports))}
    return list(_current(ids, now))


def decide(connection: Connection, decision: Decision) -> Decision:
    """Append a decision; return it with its number and time.

    Raises:
        UsageError: nobody signs it.
    """
    if not decision.by.strip():
        raise UsageError("by: a decision needs the name of who takes it", code="no_signature")
    last = connection.execute(select(func.max(decisions.c.number))).scalar() or 0
    at = datetime.now(UTC).isoformat(timespec="seconds")
    made = msgspec.structs.replace(decision, number=last + 1, at=at)
    insert_rows(connection, decisions, [_row(made)])
    return made


def undo(connection: Connection, number: int, by: str, reason: str) -> Decision:
    """Take a decision back by another one; return the one that was taken back.

    Raises:
        RecordError: there is no such decision of a person, or it was taken back already.
    """
    query = select(decisions).where(decisions.c.number == number)
    row = connection.execute(query).first() if 0 < number <= LAST else None  # no database counts beyond it
    if row is None or row.kind not in UNDOABLE:
        raise RecordError(
            f"there is no decision {number} that could be undone; kawat decisions lists them",
            code="no_decision",
            n=number,
        )
    if row.undone is not None:
        raise RecordError(
            f"decision {number} was undone by decision {row.undone} already",
            code="undone_already",
            n=row.undone,
        )
    made = decide(connection, Decision("undo", row.event, by, reason, of=number))
    connection.execute(update(decisions).where(decisions.c.number == number).values(undone=made.number))
    return read_decision(row)


def log(
    connection: Connection, events: Sequence[str] = (), after: int = 0, limit: int | None = None
) -> list[Decision]:
    """Return the decisions after one, in order: those of persons, or all about events with these ids."""
    query = select(decisions).where(told_in_log(events), decisions.c.number > after)
    query = query.order_by(decisions.c.number).limit(limit)
    return [read_decision(row) for row in connection.execute(query)]


def told_in_log(events: Sequence[str] = ()) -> ColumnElement[bool]:
    """Return the condition that a decision is a person's, or about one of the events with these ids."""
    return decisions.c.event.in_(events) if events else decisions.c.kind.in_((*UNDOABLE, "undo"))


def note_linked(connection: Connection, made: Iterable[Event], rules: str) -> None:
    """Note of which reports the rules made events, and why."""
    last = connection.execute(select(func.max(decisions.c.number))).scalar() or 0
    at = datetime.now(UTC).isoformat(timespec="seconds")
    linked = [e for e in made if len(e.reports) > 1]
    rows = [
        _row(Decision("linked", e.id, rules, "; ".join(e.reasons), ones=e.reports, number=last + n, at=at))
        for n, e in enumerate(linked, start=1)
    ]
    insert_rows(connection, decisions, rows)


def _row(decision: Decision) -> dict[str, Any]:
    return {
        "number": decision.number,
        "at": decision.at,
        "by": decision.by,
        "kind": decision.kind,
        "event": decision.event,
        "data": msgspec.json.encode(decision).decode(),
    }


def read_decision(row: Any) -> Decision:
    """Return the decision of a row of the log."""
    return msgspec.structs.replace(_DECISION.decode(row.data), undone=row.undone)


_DECISION = msgspec.json.Decoder(Decision)

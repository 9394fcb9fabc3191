"""Sets what sources differ on side by side: a column for each account, with who gives it since when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kawat.desk import disputes, wording
from kawat.desk.briefs.model import Group, Line, Run, Table
from kawat.desk.briefs.noting import Notes, witnesses
from kawat.desk.clean import line
from kawat.desk.words import Words
from kawat.linking.model import Disagreement, Event, Value
from kawat.reading.model import Report

ABREAST = 3  # accounts in one row; more go into the next
_POINT = 22  # width of the first column, in parts of a hundred


def disputed(
    events: Sequence[Event], told: Callable[[Event], Sequence[Report]], notes: Notes, words: Words
) -> Iterator[Group]:
    """Yield for each event on which sources differ its sentence, and a table with a row for each field."""
    for event in events:
        if not event.disagreements:
            continue
        reports = [report for report in told(event) if report.evidence]
        head = Line(
            (Run(wording.sentence(event, words, reports), notes=notes.cite(witnesses(event, reports))),)
        )
        abreast = min(ABREAST, max(len(d.values) for d in event.disagreements))
        rows = [row for d in event.disagreements for row in _rows(d, reports, abreast, notes, words)]
        says = words.brief.columns
        heads = (says["point"], *(says["account"].format(n=n + 1) for n in range(abreast)))
        widths = (_POINT, *[(100 - _POINT) // abreast] * abreast)
        yield Group(head, table=Table(heads, widths, tuple(rows)))


def _rows(
    of: Disagreement, reports: Sequence[Report], abreast: int, notes: Notes, words: Words
) -> Iterator[tuple[Line, ...]]:
    point = Line(
        (Run(disputes.field_name(of.field, words), "strong"), Run(disputes.kind(of, words), "aside"))
    )
    cells = [_account(of.field, value, reports, notes, words) for value in of.values]
    for start in range(0, len(cells), abreast):
        row = cells[start : start + abreast]
        yield (point, *row, *[Line()] * (abreast - len(row)))
        point = Line((Run(words.brief.more.format(field=disputes.field_name(of.field, words)), "aside"),))


def _account(field: str, value: Value, reports: Sequence[Report], notes: Notes, words: Words) -> Line:
    """Tell one value: who gives it, since when, with a note to the words of the first who does."""
    first = [report for report in reports if report.id in value.reports][:1] or list(reports[:1])
    sources = ", ".join(map(line, value.sources))
    if value.first:
        sources = words.brief.given.format(sources=sources, day=wording.date_words(value.first[:10], words))
    said = disputes.telling(field, value, words)
    return Line((Run(said, notes=notes.cite(first)), Run(sources, "aside")))

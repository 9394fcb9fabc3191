"""When and how long: which time expression of a sentence is the event's, and which is another's.

In: a candidate, the row of its sentence, the day of publication.
Out: the date (EDTF) with the words that give it, and the duration (ISO 8601) of a contact.
"""

from __future__ import annotations

from kawat.reading.calendars import Calendar
from kawat.reading.candidates import Candidate
from kawat.reading.structure import Clause, Item
from kawat.times import Timex

SPEECH = ("quote", "comp", "rel", "if")  # links of clauses beyond which times are another's
NAMED = 3  # tokens between a year and the word of the event that it may be part of: "perjanjian militer 2018"


def dated(c: Candidate, row: list[Item], calendar: Calendar) -> tuple[str | None, Timex | None]:
    """Return the event's date (EDTF) and the expression that gives it; (None, None) where the text does not tell."""
    barred = barred_times(row)
    times = [x for clause in reach(c) for x in _nearest(clause.items, c.item) if not _another_between(c, x)]
    if c.type == "CONSULT":
        times += _beside(c, row)
    for x in times:
        if of_another(x, c.item.i, c.item.j, c.type, row):
            continue
        if x.timex is not None and x.timex.type in ("DATE", "TIME") and x not in barred:
            edtf = calendar.value(x.timex, c.status)
            if edtf is not None:
                return edtf, x.timex
    return None, None


def of_another(time: Item, i: int, j: int, type_: str, row: list[Item]) -> bool:
    """Tell whether a year only names a thing that is not told at tokens i..j: "Konvensi 1982", "the 2015 deal"."""
    kind = time.timex.kind if time.timex is not None else ""
    if kind == "thing_year":  # before its thing
        return not 0 <= i - time.j <= NAMED
    if kind == "named_year":
        between = (x for x in row if j <= x.i < time.i and x.can_be_noun)
        return max(time.i - j, i - time.j) > NAMED or any(type_ not in x.types for x in between)
    thing = _thing(time, row) if kind == "year" else None
    return thing is not None and thing.i != i and type_ not in thing.types


def _thing(time: Item, row: list[Item]) -> Item | None:
    """Return the noun of an event behind which a year stands, with its party at most: "invasi Chile tahun 2022"."""
    before = [x for x in row if x.i < time.i]
    if before and before[-1].kind == "actor":
        before.pop()
    return before[-1] if before and before[-1].kind == "noun" else None


def reach(c: Candidate) -> list[Clause]:
    """Return the clauses whose times can be the event's: its own and those above it, up to the speech it stands in."""
    acts = c.item is c.clause.verb  # "serangan yang terjadi Senin menewaskan ...": so did they die
    out = [
        r
        for r in c.clause.relatives
        if r.head is c.item or (acts and r.head is not None and r.head.i < c.item.i)
    ]
    for clause in c.clause.up():
        out.append(clause)
        if clause.link in SPEECH or (clause.link == "sub" and c.type != "CONSULT"):
            break
    return out


def _another_between(c: Candidate, time: Item) -> bool:
    """Tell whether another event's word stands between trigger and time: "Trump Surati Kim, KTT 12 Juni Batal"."""
    first, last = sorted((c.item.i, time.i))
    return any(
        first < x.i < last and x.triggers and not x.prep and c.type not in {t.frame.type for t in x.triggers}
        for x in c.clause.items
    ) or (
        c.sentence.role == "title" and any(x.kind == "comma" and first < x.i < last for x in c.clause.items)
    )


def _nearest(items: list[Item], item: Item) -> list[Item]:
    """Return the times among the items, those nearest to one of them first."""
    return sorted((x for x in items if x.kind == "time"), key=lambda x: (abs(x.i - item.i), x.i))


def _beside(c: Candidate, row: list[Item]) -> list[Item]:
    """Return the times behind a contact, up to what bars them: a speech, a relative, another event."""
    out: list[Item] = []
    for item in row[row.index(c.item) + 1 :]:
        told = item.kind in ("verb", "noun") and item.triggers
        if told or item.kind in ("quote", "that", "if", "semicolon"):
            break
        if item.kind == "rel" and not _light_follows(row, item):
            break
        if item.kind == "time":
            out.append(item)
    return out


def _light_follows(row: list[Item], rel: Item) -> bool:
    """Tell whether a relative only says when: "yang dijadwalkan pada Selasa"."""
    verb = next((x for x in row if x.i > rel.i and x.kind == "verb"), None)
    return verb is not None and "light" in verb.classes


def barred_times(row: list[Item]) -> set[Item]:
    """Return the times that are no event's: of a relay ("dikutip X, Rabu (22/10)") and behind "sejak", "hingga"."""
    out: set[Item] = set()
    relay = dated_before = False
    for k, item in enumerate(row):
        before = row[k - 1] if k else None
        if item.kind == "relay":
            relay = True
        elif item.kind == "semicolon" and dated_before:
            relay = False
        elif item.kind == "actor" and dated_before:
            relay = relay and before is not None and before.kind != "comma"
        elif item.kind == "time":
            dated_before = True
            if relay or (before is not None and "undated" in before.classes):
                out.add(item)
    return out


def duration(c: Candidate) -> tuple[str | None, str | None]:
    """Return how long a contact lasted (ISO 8601) and in what relation ("more than")."""
    if c.type != "CONSULT":
        return None, None
    for item in _nearest(c.clause.items, c.item):
        t = item.timex
        if t is None or t.type != "DURATION" or not t.value or _counts_from(c.clause.items, item):
            continue
        days = t.value.endswith("D") and _follows_prep(c.clause.items, item)
        if t.value.startswith("PT") or days:
            return t.value, t.relation
    return None, None


def _counts_from(items: list[Item], time: Item) -> bool:
    """Tell whether the time only says how long before or after something: "sehari sebelum pembukaan"."""
    after = items[items.index(time) + 1 :][:1]
    return any(x.kind in ("prep", "adverb", "sub") and x.classes & {"undated", "sub"} for x in after)


def _follows_prep(items: list[Item], time: Item) -> bool:
    """Tell whether "selama", "for" brings the time."""
    at = items.index(time)
    return at > 0 and items[at - 1].kind == "prep"


def lasts(c: Candidate) -> bool:
    """Tell whether the clause tells a length of time."""
    return any(x.timex is not None and x.timex.type == "DURATION" for x in c.clause.items)

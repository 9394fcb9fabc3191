"""What a candidate's sentence says besides its sides: when, where, how long, by which channel, how many, who says so."""

from __future__ import annotations

from datetime import date
from typing import Literal, cast

from kawat.reading.candidates import Candidate
from kawat.reading.items import Clause, Item
from kawat.reading.lexicon import Lexicon
from kawat.reading.model import Figure, Mode, Place, Speaker
from kawat.reading.places import place_at
from kawat.reading.scan import Hit, Sentence
from kawat.times import Timex, resolve

FUTURE = frozenset({"planned", "proposed", "postponed"})


def dated(
    c: Candidate, row: list[Item], anchor: date | None, said_day: str | None = None
) -> tuple[str | None, Timex | None]:
    """Return the event's date (EDTF) and the expression that gives it; (None, None) where the text does not tell."""
    barred = _barred_times(row)
    for clause in _reach(c):
        for item in _nearest(clause.items, c.item):
            t = item.timex
            if t is None or t.type not in ("DATE", "TIME") or id(item) in barred:
                continue
            edtf = _value(t, c.status, anchor, said_day)
            if edtf is not None:
                return edtf, t
    return _beside(c, row, barred, anchor, said_day) if c.type == "CONSULT" else (None, None)


def _beside(
    c: Candidate, row: list[Item], barred: set[int], anchor: date | None, said_day: str | None
) -> tuple[str | None, Timex | None]:
    """Return the time nearest to a contact in the rest of the sentence, up to what bars it: a speech, a relative, another contact."""
    at = next(k for k, x in enumerate(row) if x is c.item)
    for item in row[at + 1 :]:
        if item.kind in ("quote", "that", "if", "semicolon") or (
            item.kind in ("verb", "noun") and item.triggers
        ):
            break
        if item.kind == "rel" and not _light_follows(row, item):
            break
        t = item.timex
        if t is not None and t.type in ("DATE", "TIME") and id(item) not in barred:
            edtf = _value(t, c.status, anchor, said_day)
            if edtf is not None:
                return edtf, t
    return None, None


def _light_follows(row: list[Item], rel: Item) -> bool:
    """Tell whether a relative only says when: "yang dijadwalkan pada Selasa"."""
    verb = next((x for x in row if x.i > rel.i and x.kind == "verb"), None)
    return verb is not None and "light" in verb.classes


def _value(t: Timex, status: str, anchor: date | None, said_day: str | None) -> str | None:
    if anchor is None:
        full = t.year is not None
        return resolve(t, date(t.year or 2000, 1, 1)).edtf if full else None
    tense: Literal["past", "future"] = "future" if status in FUTURE else "past"
    if t.kind == "weekday" and tense == "future" and said_day is not None:
        anchor = date.fromisoformat(
            said_day
        )  # a wire's "on Thursday" is counted from the day that it tells of
    return resolve(t, anchor, tense=tense).edtf


def _reach(c: Candidate) -> list[Clause]:
    """Return the clauses whose times can be the event's: its own and those above it, as far as the speech it stands in."""
    out = [cl for cl in c.clause.relatives if cl.head is c.item]
    for clause in c.clause.up():
        out.append(clause)
        if clause.link in ("quote", "comp", "rel", "if"):
            break
        if clause.link in ("sub",) and c.type != "CONSULT":
            break
    return out


def _nearest(items: list[Item], item: Item) -> list[Item]:
    times = [x for x in items if x.kind == "time"]
    return sorted(times, key=lambda x: (abs(x.i - item.i), x.i))


def _barred_times(row: list[Item]) -> set[int]:
    """Return the times that are no event's: of a relay ("dikutip X, Rabu (22/10)") and behind "sejak", "hingga"."""
    out: set[int] = set()
    relay = False
    for k, item in enumerate(row):
        if item.kind == "relay":
            relay = True
        elif item.kind in ("actor", "semicolon") and relay and any(x.kind == "time" for x in row[:k]):
            relay = item.kind == "actor" and row[k - 1].kind != "comma" and relay
        if item.kind == "time":
            before = row[k - 1] if k else None
            undated = before is not None and "undated" in before.classes
            if relay or undated:
                out.add(id(item))
    return out


def duration(c: Candidate) -> tuple[str | None, str | None]:
    """Return how long a contact lasted (ISO 8601) and in what relation ("more than")."""
    if c.type != "CONSULT":
        return None, None
    for item in _nearest(c.clause.items, c.item):
        t = item.timex
        if t is not None and t.type == "DURATION" and t.value and not t.value.endswith(("Y", "M", "W")):
            return t.value, t.relation
        if t is not None and t.type == "DURATION" and t.value and t.value.startswith("PT"):
            return t.value, t.relation
    return None, None


def mode(c: Candidate, lex: Lexicon, place: Place | None) -> Mode | None:
    """Return the channel of a contact: what the sentence names, else what the frame implies."""
    if c.type != "CONSULT":
        return None
    given = c.trigger.frame.mode or "unspecified"
    named = _channel(c, lex)
    if named in ("phone", "video"):
        return named
    if given == "unspecified":
        if named:
            return named
        if place is not None and len(c.codes) > 1 and c.status == "held":
            return "in-person"
    return given


def _channel(c: Candidate, lex: Lexicon) -> Mode | None:
    """Find the channel word nearest to the trigger in its clause and the clauses it governs or is governed by."""
    s = c.sentence
    clause_items = [x for cl in _reach(c) for x in cl.items] or c.clause.items
    first, last = min(x.i for x in clause_items), max(x.j for x in clause_items)
    found: list[tuple[int, Mode]] = []
    for i in range(first, last):
        hit = s.hits.get(i)
        if hit is None or hit.word is None:
            continue
        frames = [
            t.frame.mode
            for t in hit.word.triggers
            if t.frame.mode in ("phone", "video") and not t.frame.needs
        ]
        for m in frames:
            found.append((abs(i - c.item.i), m))
        for cls in hit.word.classes:
            if cls.startswith("mode:") and cls != "mode:letter":
                found.append((abs(i - c.item.i), cast(Mode, cls[5:])))
    return min(found)[1] if found else None


def place(c: Candidate, lex: Lexicon) -> Place | None:
    """Return where the event took place: the first place behind "di", "in", "at" in its clause."""
    rows = [c.clause.items] + [
        cl.items for cl in c.clause.up()[1:2] if c.clause.link in ("serial", "purpose", "comp")
    ]
    for items in rows:
        behind = [x for x in items if x.i > c.item.i] + [x for x in items if x.i < c.item.i]
        for item in behind:
            if (
                item.kind == "prep"
                and item.role == "at"
                and "where" in item.classes
                and not _inside_phrase(items, item)
            ):
                found = place_at(c.sentence, item.j)
                if found is not None:
                    return found
    return None


def _inside_phrase(items: list[Item], prep: Item) -> bool:
    """Tell whether "di X" only describes a noun inside another phrase: "di tengah ketegangan di Ukraina"."""
    at = next(k for k, x in enumerate(items) if x is prep)
    while at and items[at - 1].kind == "word" and items[at - 1].low.islower():
        at -= 1
    return at > 0 and items[at].kind == "word" and items[at - 1].kind == "prep"


def speakers(c: Candidate) -> list[Speaker]:
    """Return who the article says said so: the subject of the governing speech verb, or "menurut X"."""
    out: list[Speaker] = []
    text, base = c.sentence.text, c.sentence.start
    chain = c.clause.up()
    for inner, outer in zip(chain, chain[1:], strict=False):
        said = outer.verb is not None and outer.verb.classes & {"speech", "cue"}
        accused = outer.verb is not None and any(t.frame.type == "ACCUSE" for t in outer.verb.triggers)
        if inner.link in ("comp", "quote", "serial") and (said or accused) and outer.subj is not None:
            subject = outer.subj
            if subject.sides and {s.code for s in subject.sides} != {s.code for s in c.actors}:
                start, end = c.sentence.span(subject.i, subject.j)
                out.append(Speaker(text[start - base : end - base], start, end))
    for item in c.clause.items:
        if item.kind == "actor" and item.role == "according" and item.mention is not None:
            start, end = c.sentence.span(item.mention.i, item.mention.j)
            out.append(Speaker(text[start - base : end - base], start, end))
    for side in c.actors:
        if side.speaks and side.person:
            out.append(Speaker(text[side.start - base : side.end - base], side.start, side.end))
    return list({(s.start, s.end): s for s in out}.values())


def figures(s: Sentence, lex: Lexicon) -> list[Figure]:
    """Return the numbers of a sentence that count something of interest: troops, dead, money."""
    out: list[Figure] = []
    i = 0
    while i < len(s.words):
        found = _figure(s, i, lex) if s.words[i][0].isdigit() else None
        if found is not None:
            out.append(found)
        i += 1
    return out


def _figure(s: Sentence, i: int, lex: Lexicon) -> Figure | None:
    value = _number(s.words[i], lex.language)
    if value is None:
        return None
    j, unit = i + 1, None
    hit = s.hits.get(j)
    times = _key(hit.word.classes, "times") if hit is not None and hit.word is not None else None
    if times and hit is not None:
        value, j = value * float(times), hit.j
    start = i
    before = _hit_before(s, start)
    if before is not None and before.word is not None and _key(before.word.classes, "currency"):
        unit, start = _key(before.word.classes, "currency"), before.i
    what, j = ("money", j) if unit else _counted(s, j)
    if what is None:
        return None
    if what.startswith("="):
        what, unit = "money", what[1:]
    before = _hit_before(s, start)
    relation = (
        _key(before.word.classes, "relation") if before is not None and before.word is not None else None
    )
    if relation and before is not None:
        start = before.i
    a, b = s.span(start, j)
    return Figure(what, value, relation, unit, a, b, s.text[a - s.start : b - s.start])


def _counted(s: Sentence, j: int) -> tuple[str | None, int]:
    """Return what the number before token j counts, past up to two describing words; "=USD" for money."""
    for k in range(j, min(j + 3, len(s.words))):
        hit = s.hits.get(k)
        if hit is not None and hit.word is not None:
            what = _key(hit.word.classes, "counted")
            if what:
                return what, hit.j
            currency = _key(hit.word.classes, "currency")
            if currency and k == j:
                return "=" + currency, hit.j
        if not s.words[k][0].isalpha():
            break
    return None, j


def _hit_before(s: Sentence, i: int) -> Hit | None:
    for k in range(i - 1, max(-1, i - 4), -1):
        hit = s.hits.get(k)
        if hit is not None and hit.j == i:
            return hit
    return None


def _key(classes: set[str], group: str) -> str | None:
    return next((c.split(":", 1)[1] for c in sorted(classes) if c.startswith(group + ":")), None)


def _number(word: str, language: str) -> float | None:
    """Read a number by the language's marks: 100.000 and 1,5 in Indonesian; 100,000 and 1.5 in English."""
    thousand, decimal = (",", ".") if language == "en" else (".", ",")
    parts = word.split(thousand)
    if len(parts) > 1 and not all(len(p.split(decimal)[0]) == 3 for p in parts[1:]):
        return None
    try:
        return float("".join(parts).replace(decimal, "."))
    except ValueError:
        return None

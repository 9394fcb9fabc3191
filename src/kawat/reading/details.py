"""What a candidate's sentence says besides its sides and times: the channel, the place, who says so.

In: a candidate.
Out: the mode of a contact, the place, the speakers whom the article names for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import cast

from kawat.reading.candidates import Candidate
from kawat.reading.dating import reach
from kawat.reading.lexicon import Word
from kawat.reading.mentions import Mention, codes
from kawat.reading.model import Mode, Place, Speaker
from kawat.reading.places import place_at
from kawat.reading.structure import Clause, Item

#: Channels over a distance: a contact by one of these takes place nowhere.
REMOTE = ("phone", "video", "letter")
ENDS = frozenset({"verb", "purpose", "sub", "rel", "quote", "that", "if", "semicolon"})  # a trip
VISITED = ("state", "capital")  # sorts of sides that are places


def mode(c: Candidate, place: Place | None) -> Mode | None:
    """Return the channel of a contact: what the sentence names, else what the frame implies."""
    if c.type != "CONSULT":
        return None
    given = c.trigger.frame.mode or "unspecified"
    if given == "in-person" and (c.trigger.frame.each or c.trigger.frame.person):
        return given  # nobody travels by telephone: "menelepon Y setelah menunda kunjungannya"
    named = _channel(c)
    if named in ("phone", "video") or (named and given == "unspecified"):
        return named
    met = place is not None and len(c.codes) > 1 and c.status == "held" and not c.trigger.frame.distant
    return "in-person" if met and given == "unspecified" else given


def _channel(c: Candidate) -> Mode | None:
    """Find the channel word nearest to the trigger in its clause and the clauses it governs or is governed by."""
    rows = [x for clause in reach(c) for x in clause.items]
    hits = (c.sentence.hits.get(i) for i in range(min(x.i for x in rows), max(x.j for x in rows)))
    found = [
        (abs(hit.i - c.item.i), channel)
        for hit in hits if hit is not None and hit.word is not None
        for channel in _channels(hit.word)
    ]  # fmt: skip
    far = [x for x in found if x[1] in REMOTE]  # "secara langsung lewat telepon": directly, not face to face
    frame = c.trigger.frame
    told = far if far and (frame.mode == "unspecified" or frame.needs) else found
    return min(told)[1] if told else None


def _channels(word: Word) -> Iterator[Mode]:
    """Yield the channels that a word names; a letter is named by its frames only."""
    for t in word.triggers:
        if t.frame.mode in ("phone", "video") and not t.frame.needs:
            yield t.frame.mode
    for cls in sorted(word.classes):
        if cls.startswith("mode:") and cls != "mode:letter":
            yield cast("Mode", cls[5:])


def place(c: Candidate) -> Place | None:
    """Return where the event took place: the first place behind "di", "at" in its clause, else whither one goes."""
    rows = [c.clause.items]
    if c.clause.link in ("serial", "purpose", "comp"):
        rows += [clause.items for clause in c.clause.up()[1:2]]
    for row in rows:
        for item in [x for x in row if x.i > c.item.i] + [x for x in row if x.i < c.item.i]:
            if item.kind == "prep" and item.role == "at" and "where" in item.classes:
                found = place_at(c.sentence, item.j) if not _inside_phrase(row, item) else None
                if found is not None:
                    return found
    return _whither(c) if c.type == "CONSULT" and c.trigger.frame.mode == "in-person" else None


def _whither(c: Candidate) -> Place | None:
    """Return where a visit leads: the state or city behind "ke", "to" that follows it, or that is visited itself."""
    behind = [x for x in c.clause.items if x.i > c.item.i]
    led = takewhile(lambda x: x.kind not in ENDS, behind)
    at = next((x.j for x in led if x.kind == "prep" and x.role == "to" and "where" in x.classes), None)
    if at is None and c.trigger.frame.each and c.trigger.voice == "active":
        at = next(
            (x.i for x in behind[:1] if x.kind == "actor" and all(s.sort in VISITED for s in x.sides)), None
        )
    found = place_at(c.sentence, at) if at is not None else None
    return found if found is not None and found.country is not None else None


def _inside_phrase(row: list[Item], prep: Item) -> bool:
    """Tell whether "di X" only describes a noun inside another phrase: "di tengah ketegangan di Ukraina"."""
    at = row.index(prep)
    while at and row[at - 1].kind == "word" and row[at - 1].low.islower():
        at -= 1
    return at > 0 and row[at].kind == "word" and row[at - 1].kind == "prep"


def speakers(c: Candidate) -> list[Speaker]:
    """Return who the article says said so: the subject of the governing speech verb, or "menurut X"."""
    according = [x.mention for x in c.clause.items if x.role == "according" and x.mention is not None]
    named = [*_governing(c), *according]
    out = [_speaker(c, *c.sentence.span(m.i, m.j)) for m in named]
    out += [_speaker(c, s.start, s.end) for s in c.actors if s.speaks and s.person]
    return list({(s.start, s.end): s for s in out}.values())


def _governing(c: Candidate) -> Iterator[Mention]:
    """Yield those who are told to say or charge it, where they are not the actors themselves."""
    for inner, outer in pairwise(c.clause.up()):
        told = inner.link in ("comp", "quote", "serial") and _says(outer)
        if told and outer.subj is not None and outer.subj.sides and outer.subj.codes != codes(c.actors):
            yield outer.subj


def _says(clause: Clause) -> bool:
    return clause.verb_is("speech", "cue") or "ACCUSE" in clause.types


def _speaker(c: Candidate, start: int, end: int) -> Speaker:
    base = c.sentence.start
    return Speaker(c.sentence.text[start - base : end - base], start, end)

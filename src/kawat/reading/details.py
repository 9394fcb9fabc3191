"""What a candidate's sentence says besides its sides, times and place: the channel, and who says so.

In: a candidate.
Out: the mode of a contact, the speakers whom the article names for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from kawat.reading.candidates import Candidate
from kawat.reading.dating import reach
from kawat.reading.lexicon import Word
from kawat.reading.mentions import Mention, codes
from kawat.reading.model import Mode, Place, Speaker
from kawat.reading.structure import Clause

#: Channels over a distance: a contact by one of these takes place nowhere.
REMOTE = ("phone", "video", "letter")


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

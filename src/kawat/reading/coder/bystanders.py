"""Whom a sentence names beside what it tells: "a step similar to Peru's", "in what Peru called an attack".

In: the triggers of a sentence.
Out: the same; each knows who stands aside of it, as nothing reaches whom another is only likened to (`Cue.aside`), and
who only calls a deed by a name or counts its dead, and has not done it (`Cue.blaming`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kawat.reading.acts import PHYSICAL
from kawat.reading.coder.cues import Cue
from kawat.reading.coder.scene import Told
from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import codes
from kawat.reading.structure import Clause, Item

#: Tokens behind a party's name within which its organ is named: "the Lebanese health ministry".
ORGAN = 3
LONGEST = 4  # tokens of words of likeness


def set_aside(cues: list[Cue], lex: Lexicon) -> list[Cue]:
    """Note for each trigger who stands aside of it."""
    told = cues[0].told if cues else None
    if told is None:
        return cues
    likened = _all(told, lambda x: _is_likened(told, x, lex))
    tending = _all(told, lambda x: _tends(told, x, lex))
    namers = {code for clause in _headless(told) for code in _named_by(clause)}
    for c in cues:
        deed = c.type in PHYSICAL
        c.blaming |= _hurting(told) if c.type == "PROTEST" else set()
        mine = _named_by(c.clause) if "headless" in c.clause.led else set()
        c.aside |= likened | (namers if deed else mine)
        c.blaming |= (namers if deed else set()) | (tending | _resisting(c) if c.type == "ASSAULT" else set())
    return cues


def _all(told: Told, stands: Callable[[Item], bool]) -> set[str]:
    """Return the parties that stand so wherever the sentence names them."""
    aside = {x for x in told.actors if stands(x)}
    return codes(*(x.sides for x in aside)) - codes(*(x.sides for x in told.actors if x not in aside))


def _is_likened(told: Told, x: Item, lex: Lexicon) -> bool:
    """Tell whether words of likeness lead in the party: "langkah serupa dengan Peru"."""
    before = range(max(0, x.i - LONGEST), x.i)
    return any(" ".join(told.s.lows[k : x.i]) in lex.pack.likening for k in before)


def _tends(told: Told, x: Item, lex: Lexicon) -> bool:
    """Tell whether the party is there by those who tend to the wounded: "Kementerian Kesehatan Peru"."""
    words = f" {' '.join(told.s.lows[x.i : x.j + ORGAN])} "
    return any(f" {phrase} " in words for phrase in lex.pack.tending)


def _headless(told: Told) -> Iterator[Clause]:
    """Yield the clauses that say how somebody calls what is told: "in what Peru called an attack"."""
    return (c for c in told.clauses if "headless" in c.led)


def _hurting(told: Told) -> set[str]:
    """Return who uses force against others in the sentence: "Peruvian troops killed two Chileans during protests"."""
    deeds = (x for x in told.found if x.type in ("ASSAULT", "COERCE") and x.recipients)
    return {code for x in deeds for code in codes(x.actors) - codes(x.recipients)}


def _resisting(c: Cue) -> set[str]:
    """Return who only resists the attack: "repelled a Peruvian attack"."""
    verb, subject = c.clause.verb, c.clause.subj
    if verb is None or subject is None or "resisting" not in verb.classes:
        return set()
    met = (x for x in c.clause.items if x.i > verb.i and x.kind == "noun" and not x.prep)
    return subject.codes if any("ASSAULT" in x.types for x in met) else set()


def _named_by(clause: Clause) -> set[str]:
    """Return who calls it so."""
    who = clause.subj if clause.own_subj else clause.agent()
    return who.codes if who is not None else set()

"""What a trigger does not tell, by its own clause, however likely its words alone: "has never condemned the raid".

In: the triggers of a sentence.
Out: those that may tell an event.
"""

from __future__ import annotations

from kawat.reading.barring import is_cut
from kawat.reading.coder.cues import Cue, site_of
from kawat.reading.lexicon import Lexicon
from kawat.reading.possessing import meets_own
from kawat.reading.structure import Clause, Item

#: Acts that a negated verb may well tell: what is refused, a meeting that was called off.
UNDONE = frozenset({"REJECT", "CONSULT"})
#: What a verb may end that its object tells: "slashed its aid", "suspended its recognition of Peru".
CUT = frozenset({"AID", "SUPPORT", "COOPERATE"})
#: Acts that are none between states where they reach one's own people.
AT_HOME = frozenset({"REQUEST", "THREATEN", "SUPPORT"})
OPEN = 4  # tokens before "denied" in which it stands beside "confirmed"
#: What a word of status says of a deed that was not done.
NOT_DONE = frozenset({"negated", "cancelled"})


def done(cues: list[Cue], lex: Lexicon) -> list[Cue]:
    """Leave out what the clause of a trigger unsays."""
    unsaid = (_is_anothers, _is_ended, _is_refused, _is_negated, _is_of_nobody)
    kept = (c for c in cues if not any(tells(c) for tells in unsaid))
    return [c for c in kept if not (_is_left_open(c, lex) or _is_at_home(c, lex))]


def _is_anothers(c: Cue) -> bool:
    """Tell whether the deed is not of the sort that its frames tell.

    What is told again ("mengambil langkah serupa") is of the type told last alone; "warned that Peru was arming" is no
    threat.
    """
    again = c.rule is None and all(t.frame.again for t in c.triggers)
    foretold = c.refused == "foretold" and all(t.frame.deed for t in c.triggers)
    return bool(c.triggers) and (again or foretold)


def _is_ended(c: Cue) -> bool:
    """Tell whether the verb ends what its object tells: help that is cut, a sanction that is lifted."""
    if c.item is None or c.item.kind not in ("noun", "word"):
        return False
    ended = is_cut if c.type in CUT else _is_lifted if c.type == "SANCTION" else None
    return ended is not None and ended(c.clause, c.item)


def _is_lifted(clause: Clause, noun: Item) -> bool:
    """Tell whether a passive lifts what its subject tells: "sanksi Peru terhadap Chile akan dicabut"."""
    verb = clause.verb
    if verb is None or verb.i < noun.i or noun.prep:
        return False
    return any(t.frame.type == "RETREAT" and t.voice == "passive" and t.frame.own for t in verb.triggers)


def _is_refused(c: Cue) -> bool:
    """Tell whether the clause says what somebody refuses to do: "declined to impose tariffs"."""
    clause = c.clause
    told = c.refused == "governed" and clause.link == "serial" and c.type not in UNDONE
    return told and clause.parent is not None and "REJECT" in clause.parent.types


def _is_negated(c: Cue) -> bool:
    """Tell whether the verb itself is negated, as the grammar sees it, too."""
    if c.item is None or c.item is not c.clause.verb or c.refused != "unreal" or c.type in UNDONE:
        return False
    before = reversed(c.clause.items[: c.clause.items.index(c.item)])
    led = next((x for x in before if x.kind not in ("adverb", "aux", "purpose")), None)
    return led is not None and led.kind == "mod" and not led.mods.isdisjoint(NOT_DONE)


def _is_of_nobody(c: Cue) -> bool:
    """Tell whether nobody is said to do it: "tidak ada menteri yang mengecam Peru"."""
    above = c.clause.parent if c.clause.link == "rel" and c.item is c.clause.verb else None
    told = above is not None and above.verb_is("exists") and "negated" in c.clause.mods
    return told and c.refused == "unreal" and c.type not in UNDONE


def _is_left_open(c: Cue, lex: Lexicon) -> bool:
    """Tell whether it is no more denied than confirmed: "neither confirmed nor denied", "declined to confirm"."""
    if c.type != "REJECT":
        return False
    lows = c.told.s.lows
    if any(low in lex.pack.confirming for low in lows[c.j : c.j + 2]):
        return True  # "declined to confirm"
    before = lows[max(0, c.i - OPEN) : c.i]
    known = [k for k, low in enumerate(before) if low in lex.pack.confirming]
    return bool(known) and not {*lex.pack.alternatives}.isdisjoint(before[known[-1] + 1 :])


def _is_at_home(c: Cue, lex: Lexicon) -> bool:
    """Tell whether a state only speaks to, or of, its own: "urged American citizens to leave Peru"."""
    site = site_of(c, lex) if c.type in AT_HOME and c.voice == "active" and c.rule is None else None
    return site is not None and meets_own(site)

"""What an act says itself of whom it reaches: its own people, some sort of state, "-nya", those who are to get it.

In: the `Site` of a trigger, the parties that act, the article's memory.
Out: whom its words tell, and whether they tell that nobody else is meant. `objects`, `inference` and `completing` ask.
"""

from __future__ import annotations

from kawat.reading.acts import PHYSICAL, SPOKEN
from kawat.reading.mentions import Memory, Side, codes
from kawat.reading.site import REACHING, Site, placed
from kawat.reading.structure import Clause, Item

#: Acts that are about one's own where what they reach is one's own.
OF_OWN = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "AID"})
#: Kinds at which the object of a verb ends.
ENDING = frozenset({"comma", "verb", "that", "purpose", "sub", "rel", "quote", "semicolon", "coord"})
#: Kinds that may stand before an object.
PASSED = frozenset({"adverb", "number", "mark", "time"})


def reaches_nobody(site: Site, mine: set[str]) -> bool:
    """Tell whether the act says itself that it reaches no other party."""
    if site.trigger.voice not in REACHING or site.frame.own or site.frame.told:
        return False
    ends = (k for k, x in enumerate(site.behind) if x.kind in ENDING or x.role == "as")
    end = next(ends, len(site.behind))
    row = site.behind[:end]
    return _is_of_own(site, row, mine) or _is_of_any(site, row)


def _is_of_own(site: Site, row: list[Item], mine: set[str]) -> bool:
    """Tell whether the object is the actor's own: "memuji kerja keras presidennya", "menyeru rakyat Peru".

    Not "mengecam penahanan warga Peru": another did that; nor "meminta warga Peru dibebaskan".
    """
    first = next((x for x in row if x.kind == "actor"), None)
    if site.type not in OF_OWN or first is None or not first.sides or first.mention is None:
        return False
    told = {s.code for x in row for s in x.sides}
    before = [x for x in row[: row.index(first)] if x.kind not in PASSED]
    led = any(x.kind == "prep" and (n or x.role not in site.to) for n, x in enumerate(before))
    if not told <= mine or led or first.mention.kind == "self":
        return False
    deeds = any(x.types & PHYSICAL for x in row[: row.index(first)])
    if site.type == "SUPPORT":
        return not deeds or first.role == "of"
    thing = first.role == "of" and (deeds or site.type == "REQUEST")
    if thing or (first.role == "against" and site.type == "ACCUSE"):
        return False
    freed = next((c.verb for c in site.below("comp", "serial", "purpose") if c.verb is not None), None)
    shape = site.lex.passive
    return freed is None or not (freed.suffered or (shape is not None and shape.match(freed.low)))


def _is_of_any(site: Site, row: list[Item]) -> bool:
    """Tell whether only some sort of state is meant: "mengancam negara yang membantu", "meminta semua pihak mundur"."""
    told = [x for x in row if x.kind not in PASSED and not (x.kind == "prep" and x.role in site.to)]
    return bool(told) and "kind" in told[0].classes and not any(x.sides for x in row)


def those_in(site: Site) -> list[Side]:
    """Return where the states are that an act of words is said to: "mengajak banyak negara di Eropa untuk ..."."""
    told = [x for x in site.behind if x.kind not in PASSED]
    led = len(told) > 2 and "kind" in told[0].classes and told[1].kind == "prep" and told[1].role == "at"
    return list(told[2].sides) if led and site.type in SPOKEN and told[2].kind == "actor" else []


def said_for(site: Site) -> tuple[list[Side], list[Side]] | None:
    """Return whose words somebody carries, and to whom: "menyampaikan undangan Presiden Peru kepada Raja Chile"."""
    phrase = " " in site.item.low and site.trigger.voice in REACHING and not site.frame.told
    if site.type not in SPOKEN or not phrase:
        return None
    told = [x for x in site.behind if x.kind not in PASSED][:3]
    if [x.kind for x in told] != ["actor", "prep", "actor"] or told[0].role != "obj":
        return None
    led = told[1].role in site.to and told[2].sides and not codes(told[0].sides) & codes(told[2].sides)
    return (list(told[0].sides), list(told[2].sides)) if led and told[0].sides else None


def goods_from(site: Site, near: list[Item]) -> list[Side]:
    """Return where the goods come from that a penalty is laid on: "memberlakukan tarif atas baja dari Peru"."""
    end = next((k for k, x in enumerate(near) if x.kind in ("comma", "verb")), len(near))
    led = any(x.kind == "prep" and x.role in site.to for x in near[:end])
    return placed(near[:end], "from") if site.type == "SANCTION" and led else []


def where_helped(site: Site, mine: set[str]) -> list[Side]:
    """Return the state where somebody helps to do something: "membantu memadamkan kebakaran di Peru"."""
    there = (x for c in site.below("serial", "purpose") for x in placed(c.items, "at"))
    return [x.faceless() for x in there if x.code not in mine and x.sort in ("state", "capital")]


def where_felt_for(site: Site, mine: set[str]) -> list[Side]:
    """Return the state where that befell for which somebody is sorry or glad: "berduka atas gempa di Peru"."""
    about = next((k for k, x in enumerate(site.behind) if x.kind == "prep"), None)
    if about is None or site.behind[about].role not in ("against", "for", "to"):
        return []
    there = placed(site.behind[about:], "at")
    return [x.faceless() for x in there if x.code not in mine and x.sort in ("state", "capital")]


def is_said_of_friend(site: Site) -> bool:
    """Tell whether whoever stands behind "memperingatkan" threatens too: "memperingatkan Peru tidak akan diam"."""
    below = [c for c in site.below("comp", "serial") if c.verb is not None]
    threats = ((c, t) for c in below for t in (c.verb.triggers if c.verb is not None else ()))
    told = (t.frame.told and c.link == "comp" for c, t in threats if t.frame.type == "THREATEN")
    return site.clause.verb is site.item and not all(told)


def told_before(site: Site, mine: set[str]) -> list[Side]:
    """Return whom "-nya" means behind a verb by what its subject did before: "mengkritik Peru, menyebutnya ..."."""
    clause = site.clause
    above = [clause.parent] if clause.link in ("purpose", "serial") and clause.parent is not None else []
    beside = [c for c in site.clauses if _shares_subject(c, clause)]
    found = (placed(_behind_verb(c), "obj", "with") for c in (*reversed(beside), *above))
    return next((sides for sides in found if sides and not codes(sides) & mine), [])


def _shares_subject(before: Clause, clause: Clause) -> bool:
    same = before.subj is not None and before.subj is clause.subj
    told = before.verb is not None and clause.verb is not None and before.verb.i < clause.verb.i
    return same and told and before is not clause


def _behind_verb(clause: Clause) -> list[Item]:
    return [x for x in clause.items if clause.verb is not None and x.i > clause.verb.i]


def truce_with(site: Site, mine: set[str], memory: Memory) -> list[Side]:
    """Return of whom one who fights asks for a truce: whom he fights, not whom he says it to."""
    first = next((x for x in site.behind if x.kind not in PASSED), None)
    truce = first is not None and any(t.frame.type == "RETREAT" and t.frame.mutual for t in first.triggers)
    if site.type != "REQUEST" or not truce:
        return []
    return [s.faceless() for code in sorted(mine) for s in memory.foes.get(code, []) if s.code not in mine]


def resenting(site: Site, mine: set[str]) -> list[Side]:
    """Return who resents sanctions, which meet whoever does: "Peru mengecam sanksi Chile"."""
    verb = site.clause.verb
    resents = verb is not None and verb.i < site.item.i and verb.types & {"ACCUSE", "REJECT"}
    return [
        s.faceless() for s in site.subject() if resents and site.type == "SANCTION" and s.code not in mine
    ]


def reached(site: Site) -> list[Side]:
    """Return where help comes to: "bantuan Peru tiba di Chile"."""
    verb = site.clause.verb
    if site.type != "AID" or verb is None or verb.i < site.item.i:
        return []
    return placed([x for x in site.behind if x.i > verb.i], "to", "at")

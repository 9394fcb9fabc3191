"""Whom force meets where only who uses it is told beside it: who resists it, who is helped against it, who is under it.

In: the `Site` of a trigger of force, the parties that act.
Out: the sides that its sentence tells elsewhere; none where it tells nobody.
"""

from __future__ import annotations

from kawat.reading.acts import PHYSICAL
from kawat.reading.borrowing import step_of
from kawat.reading.mentions import Side
from kawat.reading.site import Site, placed
from kawat.reading.structure import Item

#: Mentions that mean one named before: "as it defends itself", "as they fight back".
REFERRING = frozenset({"neuter", "group", "person"})
#: What may stand between a word of help and who is helped: "support for the brave people of Peru".
PASSED = frozenset({"word", "adverb", "prep", "number", "mod"})
#: Acts of those who help.
HELPING = frozenset({"SUPPORT", "AID"})
#: What may stand between "under" and the deed: "under a brutal and months-long siege".
LEADING = frozenset({"word", "adverb", "number", "coord", "time"})


def defender(site: Site, mine: set[str]) -> list[Side]:
    """Return who resists the deed, or who is helped against it."""
    if site.type != "ASSAULT":
        return []
    row = sorted((x for c in site.clauses for x in c.items if x.i < site.item.i), key=lambda x: x.i)
    found = _who_resists(site, row, mine) or _who_is_backed(site, row, mine)
    return [s.faceless() for s in found]


def suffered_deed(site: Site, own: list[Side], *, carried: bool) -> tuple[list[Side], list[Side]] | None:
    """Return who does a deed that somebody is said to suffer: "is under attack by Peru", "facing raids from Chile"."""
    under = _sufferer_under(site) if site.type in PHYSICAL else None
    if under is not None:
        return own or placed(site.behind, "from", "by"), under
    verb, link = site.clause.verb, site.clause.link
    if not carried or not site.clause.verb_is("receiving") or verb is None or verb.i > site.item.i:
        return None
    above = site.clause.parent if link == "serial" else None
    led = placed(above.items[::-1], "with", "obj") if above is not None else placed(site.before, "with")
    return own or placed(site.behind, "from", "by", "against"), site.subject() or led or step_of(site.clause)


def _sufferer_under(site: Site) -> list[Side] | None:
    """Return who is under the deed: "Peru is under attack by Chile"; None where nobody is said to be."""
    row = site.before
    led = next((k for k in range(len(row) - 1, -1, -1) if row[k].kind not in LEADING), None)
    if led is None or "receiving" not in row[led].classes or row[led].kind != "prep":
        return None
    before = row[led - 1] if led else None
    return before.sides if before is not None and before.kind == "actor" else site.subject()


def _who_resists(site: Site, row: list[Item], mine: set[str]) -> list[Side]:
    """Return who "defends" against it: the object of that, who stands before it, or whom "it" there means."""
    at = next((k for k in range(len(row) - 1, -1, -1) if "resisting" in row[k].classes), None)
    if at is None:
        return []
    met = site.item.prep == "against" or row[at].kind == "prep"
    if not met and not (_is_object_of(site, row[at]) and not row[at].types):
        return []
    helped = next(
        (x for x in row[at + 1 :] if x.kind == "actor" and x.role == "obj" and is_another(x, mine)), None
    )
    if helped is not None:
        return helped.sides
    near = next((k for k in range(at - 1, -1, -1) if row[k].kind == "actor"), None)
    if near is None:
        return []
    whose, said = row[near], row[near - 1] if near else None
    kind = whose.mention.kind if whose.mention is not None else ""
    beside = said is not None and said.kind == "actor" and said.j + 1 == whose.i
    if kind in REFERRING and said is not None and beside and is_another(said, mine):
        return said.sides  # "support for Peru as it defends itself"
    return whose.sides if kind != "group" and is_another(whose, mine) else []


def _is_object_of(site: Site, verb: Item) -> bool:
    """Tell whether the deed is what a verb right before it meets: "repelled Chile's onslaught"."""
    between = site.before[site.before.index(verb) + 1 :] if verb in site.before else [verb]
    return not site.item.prep and all(x.kind in LEADING or x.owner for x in between)


def _who_is_backed(site: Site, row: list[Item], mine: set[str]) -> list[Side]:
    """Return who is helped: "reaffirmed its support for Peru in the face of Chile's aggression"."""
    at = next((k for k in range(len(row) - 1, -1, -1) if _backs(site, row[k])), None)
    behind = row[at + 1 :] if at is not None else []
    first = next((x for x in behind if x.kind not in PASSED), None)
    return first.sides if first is not None and first.kind == "actor" and is_another(first, mine) else []


def _backs(site: Site, item: Item) -> bool:
    """Tell whether a word is one of help, or a phrase that tells an act holds one: "voiced support for"."""
    told = bool(item.types & HELPING) and any(word in site.lex.pack.backing for word in item.low.split())
    return told or "backing" in item.classes


def is_another(item: Item, mine: set[str]) -> bool:
    """Tell whether an item names one party, and none of those that act."""
    return len({s.code for s in item.sides}) == 1 and item.sides[0].code not in mine


def users(site: Site) -> list[Side]:
    """Return who uses what force meets: "strikes against bases in Peru used by Chile"."""
    below = (c for c in site.below("rel", "serial") if c.verb is not None and c.items[-1].i > site.item.i)
    led = (c.items[c.items.index(c.verb) + 1 :] for c in below if c.verb is not None and not c.types)
    return next((placed(row, "by") for row in led if row and row[0].role == "by"), [])

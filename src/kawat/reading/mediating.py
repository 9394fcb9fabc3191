"""Who stands between others: mediators, and those between whom they mediate, who have one contact together.

In: the `Site` of a contact, the article's memory.
Out: the mediators, and the two or more between whom they stand: as the sentence names them, else those whom the article
last told of together. None where the sentence tells of no mediation, or of nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator

from kawat.reading.mentions import Memory, Side, codes
from kawat.reading.owning import Pair
from kawat.reading.site import REACHING, Site, placed
from kawat.reading.structure import Clause, Item

#: Classes of the words that tell of mediation.
WORDS = frozenset({"mediating", "mediation", "mediator"})
#: Kinds that may stand between a mediator and the word that says so: "is acting as a key mediator".
PASSED = frozenset({"adverb", "aux", "word", "mod", "number", "mark"})
#: Places of those who only say so, or who are where it happens.
APART = frozenset({"by", "from", "at", "according", "about", "for"})
#: Places of those between whom a verb says that somebody stands.
BETWEEN = frozenset({"obj", "of", "with", "between", "to", "for"})


def mediated(site: Site, memory: Memory) -> Pair:
    """Return who mediates and between whom, where the trigger itself says so: "X memediasi perundingan Y dan Z"."""
    if not site.frame.between:
        return [], []
    row = _row(site)
    third = _mediators(row, site)
    mine = codes(third)
    others = (_met(site, mine) or _between(row, mine)) if third else []
    if third and len(codes(others)) < 2:
        others = _meant(mine, codes(others), memory)
        site.explicit = site.explicit and not others
    return (third, others) if len(codes(others)) > 1 else ([], [])


def joined(site: Site, actors: list[Side], recipients: list[Side]) -> Pair:
    """Add the mediators to a contact of those between whom they stand: "talks between X and Y, brokered by Z"."""
    met = codes(actors, recipients)
    if site.type != "CONSULT" or not met or any(s.person for s in actors + recipients):
        return actors, recipients  # two people who meet have met, whoever brought them together
    if not _is_told(site):
        return actors, recipients
    row = _row(site)
    third = _mediators(row, site)
    mine = codes(third)
    others = _between(row, mine) if third else []
    # but "hosted Peru's president to discuss talks between Peru and Chile" is a contact of its own
    together = len(codes(others) & met) > 1 and met <= codes(others) | mine
    return (third, _once(others)) if together else (actors, recipients)


def _is_told(site: Site) -> bool:
    """Tell whether the sentence has a word of mediation at all, as few have."""
    return any(h.word is not None and h.word.classes & WORDS for h in site.s.hits.values())


def _once(sides: list[Side]) -> list[Side]:
    """Return each party once, as it is first named."""
    return list({s.code: s for s in reversed(sides)}.values())[::-1]


def _row(site: Site) -> list[Item]:
    """Return the items of the whole sentence, in order."""
    return sorted((x for c in site.clauses for x in c.items), key=lambda x: x.i)


def _mediators(row: list[Item], site: Site) -> list[Side]:
    """Return who mediates by the words of a sentence, each once."""
    found: dict[str, Side] = {}
    does = site.frame.between and site.item.kind == "verb" and site.trigger.voice in REACHING
    own = [*site.subject(), *placed(site.before, "with")] if does else []
    for sides in (own, *(_acting(row, k, site) for k in range(len(row)))):
        for side in sides:
            kept = found.get(side.code)
            if kept is None or (kept.person is None and side.person is not None):
                found[side.code] = side
    return list(found.values())


def _acting(row: list[Item], k: int, site: Site) -> list[Side]:
    """Return who mediates by the word at k."""
    x = row[k]
    if "mediating" in x.classes:
        return _by_verb(row, k, site)
    if "mediation" in x.classes:
        owner = list(row[k - 1].sides) if k and row[k - 1].kind == "actor" else []
        return owner or _right_behind(row, k, ("of", "obj", "by"))
    if x.kind == "actor" and _is_called(site, x):
        return list(x.sides)
    return _by_noun(row, k, site) if "mediator" in x.classes else []


def _is_called(site: Site, x: Item) -> bool:
    """Tell whether a mention begins or ends with the word: "mediator Qatar", "Egyptian mediators"."""
    hits = (site.s.hits.get(i) for i in (x.i, x.j - 1))
    return any(h is not None and h.word is not None and "mediator" in h.word.classes for h in hits)


def _by_verb(row: list[Item], k: int, site: Site) -> list[Side]:
    """Return who does it: before a mark ("Egyptian-brokered"), as the agent of a passive, else as the subject."""
    if k > 1 and row[k - 1].low == "-" and row[k - 2].kind == "actor":
        return list(row[k - 2].sides)
    shared = [x.kind for x in row[k + 1 : k + 3]] == ["coord", "verb"]  # "brokered and attended by"
    at = k + 2 if shared else k
    led = next((x for x in row[at + 1 :] if x.kind != "adverb"), None)
    passive = site.lex.passive
    if (led is not None and led.role == "by") or (passive is not None and passive.match(row[k].low)):
        return _right_behind(row, at, ("by", "obj", "of"))
    clause = _home(row[k], site)
    if clause is None or clause.subj is None or clause.nominal:
        return []
    before = [x for x in clause.items if x.i < row[k].i]
    return [*clause.subj.sides, *placed(before, "with")]


def _by_noun(row: list[Item], k: int, site: Site) -> list[Side]:
    """Return who is called so: "mediators Qatar and Egypt", "Qatar selaku mediator", "Qatar, a mediator, ..."."""
    before = next((x for x in reversed(row[:k]) if x.kind not in PASSED), None)
    if k and row[k - 1].kind == "actor":
        return list(row[k - 1].sides)
    behind = _right_behind(row, k, ("of", "obj", "such", "from", "subj"))
    if behind or before is None:
        return behind
    at = row.index(before)
    beside = row[at - 1] if at and row[at - 1].kind == "actor" else None
    if before.kind == "comma" or (before.kind == "prep" and beside is not None):
        return list(beside.sides) if beside is not None and beside.role not in APART else []
    clause = _home(row[k], site)
    if clause is None or clause.nominal or clause.subj is None:
        return []
    return list(clause.subj.sides) if before.kind in ("verb", "prep", "actor") else []


def _right_behind(row: list[Item], k: int, roles: tuple[str, ...]) -> list[Side]:
    """Return the actor right behind k, past the preposition that leads it in."""
    rest = [x for x in row[k + 1 :] if x.kind != "adverb"][:2]
    if rest and rest[0].kind == "prep":
        rest = rest[1:] if rest[0].role in roles else []
    return list(rest[0].sides) if rest and rest[0].kind == "actor" and rest[0].role in roles else []


def _home(x: Item, site: Site) -> Clause | None:
    return next((c for c in site.clauses if any(y is x for y in c.items)), None)


def _met(site: Site, mine: set[str]) -> list[Side]:
    """Return those behind a verb, where there are two: "memediasi Qatar dengan Bahrain"."""
    found: list[Side] = []
    if site.item.kind == "verb" and site.trigger.voice in REACHING:
        found = [s for x in site.behind if x.role in BETWEEN for s in x.sides if s.code not in mine]
    return found if len(codes(found)) > 1 else []


def _between(row: list[Item], mine: set[str]) -> list[Side]:
    """Return between whom they stand: behind "between", or whom the sentence names together, else all others."""
    actors = [x for x in row if x.kind == "actor" and x.role not in APART]
    told = [[s for x in actors if x.role == "between" for s in x.sides]]
    told += [list(x.sides) for x in actors if len(codes(x.sides)) > 1]
    told.append([s for x in actors for s in x.sides])
    free = ([s for s in sides if s.code not in mine] for sides in told)
    found = next((sides for sides in free if len(codes(sides)) > 1), [])
    return found or [s for s in told[-1] if s.code not in mine]


def _meant(mine: set[str], named: set[str], memory: Memory) -> list[Side]:
    """Return whom the article last told of together, the one that is named among them."""
    for sides in _told(memory):
        others = [s.faceless() for s in sides if s.code not in mine]
        if len(codes(others)) > 1 and named <= codes(others):
            return list({s.code: s for s in others}.values())
    return []


def _told(memory: Memory) -> Iterator[list[Side]]:
    """Yield those told of together: who agreed or met last, two who fought and were spoken of together, who fought."""
    yield memory.deeds.get("AGREE", [])
    yield memory.contact
    yield memory.meeting
    if codes(memory.pair) <= set(memory.foes):
        yield memory.pair
    yield memory.fight
    yield memory.deeds.get("RETREAT", [])

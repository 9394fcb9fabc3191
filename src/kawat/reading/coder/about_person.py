"""Through whom a party acts: the persons that the article names for it, and what speaks for each: named features.

In: a trigger, the parties of its event with the side that each is on, the scene.
Out: the `Face`s that each party may have there, one for each person; `facing` chooses one of them, or none.

Annotators name whoever acts, not merely whoever holds the office: in "Indonesia menolak usul itu, kata Menlu X" the
one who speaks, in "X terbang ke Tokyo untuk menandatangani perjanjian Indonesia dan Jepang" the one who came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kawat.reading.coder.cues import Cue
from kawat.reading.coder.scene import Scene
from kawat.reading.coder.shapes import distance, kin
from kawat.reading.coder.strangers import STRANGE, Met, about, company, strangers
from kawat.reading.identity import VAGUE_OFFICES
from kawat.reading.mentions import Side
from kawat.reading.model import MUTUAL
from kawat.reading.people import HEADS
from kawat.reading.structure import Item

Part = tuple[str, bool]  # a party, and whether it is on the acting side

BACKS = ((1, "p1"), (2, "p2"), (5, "p5"))  # sentences back to which a person was last named
LEAD = 2  # sentences with which an article begins


class Seen(NamedTuple):
    """Where one person is named: the sentence, the item, the side."""

    k: int
    x: Item
    side: Side


class Face(NamedTuple):
    """A person who may act for a party, with what speaks for it."""

    side: Side
    features: list[str]


@dataclass(slots=True)
class Cast:
    """The persons of an article by the party that they act for, in the order in which they are first named."""

    scene: Scene
    people: dict[str, dict[str, list[Seen]]]
    strangers: dict[str, list[Met]]  # of no party that any word tells
    company: dict[str, str | None]  # for which party alone such a one may act

    @classmethod
    def of(cls, scene: Scene) -> Cast:
        """Gather the persons of an article; those who only speak for a government are none."""
        people: dict[str, dict[str, list[Seen]]] = {}
        for t in scene.told:
            for x in t.actors:
                for side in x.sides:
                    if side.person and not side.speaks:
                        mine = people.setdefault(side.code, {})
                        mine.setdefault(side.person, []).append(Seen(t.k, x, side))
        others = strangers(scene)
        return cls(scene, people, others, {name: company(met, scene) for name, met in others.items()})

    def faces(self, c: Cue, parties: Iterable[Part]) -> dict[Part, list[Face]]:
        """Return the persons who may act for each of these parties at a trigger.

        A stranger may act for any of them, and what speaks for him is the same: it is asked once for all.
        """
        others = {name: told for name, met in self.strangers.items() if (told := about(c, met))}
        return {(code, acts): self._faces(c, code, acts, others) for code, acts in parties}

    def _faces(self, c: Cue, code: str, acts: bool, others: dict[str, list[str]]) -> list[Face]:
        people = self.people.get(code, {})
        others = {x: told for x, told in others.items() if self.company[x] in (None, code)}
        if not people and not others:
            return []
        part = "M" if c.type in MUTUAL else "A" if acts else "R"
        shared = [*_shared(c, code, part, self.scene), f"people={min(len(people), 4)}"]
        known = [
            Face(_nearest(seen, c).side, [*shared, *self._person(c, seen, people)])
            for seen in people.values()
        ]
        return known + [Face(self._stranger(name, code), [*shared, *told]) for name, told in others.items()]

    def _stranger(self, name: str, code: str) -> Side:
        """Return the side of a party with a stranger who acts for it."""
        met = self.strangers[name][-1]
        start, end = self.scene.told[met.k].s.span(met.x.i, met.x.j)
        return Side(code, name, None, start, end, STRANGE, "person")

    # -- parts ----------------------------------------------------------------------------------------------------

    def _person(self, c: Cue, seen: list[Seen], people: dict[str, list[Seen]]) -> list[str]:
        side = seen[0].side
        person, code = str(side.person), side.code
        here = [s for s in seen if s.k == c.told.k]
        others = (other for p, other in people.items() if p != person)
        rivals = sum(any(s.k == c.told.k for s in other) for other in others)
        parts = (
            self._standing(seen, people), _spoken(c, code, person, self.scene), _ruled(c, code, person),
            _governing(c, person), _titles(c, seen), _here(c, here) if here else self._elsewhere(c, seen),
        )  # fmt: skip
        out = [f for part in parts for f in part]
        return list(dict.fromkeys([f"here={bool(here)}", f"rivals={min(rivals, 2)}:{bool(here)}", *out]))

    def _standing(self, seen: list[Seen], people: dict[str, list[Seen]]) -> Iterator[str]:
        """Tell what the person is to the article: the office, the one named most, first, in its beginning."""
        yield from (f"office={o}" for o in sorted({_rank(s.side.office) for s in seen}))
        order = list(people)
        most = max(map(len, people.values()))
        yield from (f"only={len(people) == 1}", f"most={len(seen) == most}", f"n={min(len(seen), 4)}")
        yield f"nth={min(order.index(str(seen[0].side.person)), 2)}"
        yield f"lead={seen[0].k < LEAD}"
        if self.scene.told[seen[0].k].s.role == "title":
            yield "titled"

    def _elsewhere(self, c: Cue, seen: list[Seen]) -> Iterator[str]:
        """Tell how far away the person is named, where the trigger's sentence does not."""
        k = c.told.k
        back = next((k - s.k for s in reversed(seen) if s.k < k), None)
        far = "after" if back is None else next((name for most, name in BACKS if back <= most), "far")
        yield from (f"back={far}", f"back={far}:{'q' if c.told.quotes(c.i) else 'r'}")
        people = self.people[seen[0].side.code].values()
        last = max((s.k for each in people for s in each if s.k < k), default=-1)
        yield f"latest={back is not None and k - back == last}"
        if any(s.k == k + 1 for s in seen):
            yield "n1"
        if back == 1:
            yield from (f"p1:{s.x.role or '-'}" for s in seen if s.k == k - 1)
            first = self.scene.told[k - 1].actors[0]
            yield "p1:first" if any(s.x is first for s in seen) else "p1:later"


def _away(x: Item, c: Cue) -> int:
    """Return how many tokens lie between an item and the trigger."""
    return c.i - x.j if x.i < c.i else x.i - c.j


def _here(c: Cue, here: list[Seen]) -> Iterator[str]:
    """Tell where in the trigger's sentence the person is named."""
    code = here[0].side.code
    for s in here:
        rel, d = kin(c.clause, c.told.home.get(s.x.i)), "b" if s.x.i < c.i else "a"
        role, kind = (s.x.role or "-") + ("+" if s.x.owner else ""), _kind(s.x)
        yield from (f"{rel}:{role}:{d}", f"{rel[0]}:{role}:{d}", f"{rel}:{d}", f"{role}:{d}")
        yield from (f"ref={kind}:{rel[0]}:{d}", f"{d}:{distance(_away(s.x, c) + 1)}")
        if len(s.x.sides) > 1:
            yield f"multi:{rel[0]}"
    nearest = _nearest(here, c).x
    own = [x for x in c.told.actors if any(y.code == code for y in x.sides)]
    named = [x for x in own if any(y.code == code and y.person for y in x.sides)]
    of_all, of_people = (min(row, key=lambda x: _away(x, c)) for row in (own, named))
    yield f"nearest={'all' if nearest is of_all else 'person' if nearest is of_people else 'no'}"
    if nearest is next((x for x in reversed(own) if x.i < c.i), None):
        yield "lastbefore"
    yield f"firsthere={here[0].x is own[0]}"


def _kind(x: Item) -> str:
    """Return the kind of the mention: named, or a reference."""
    return x.mention.kind if x.mention is not None else "-"


def _nearest(seen: list[Seen], c: Cue) -> Seen:
    """Return the mention of a person that is nearest to a trigger: in its sentence, else before, else behind it."""
    k = c.told.k
    return min(seen, key=lambda s: (s.k != k, s.k > k, abs(s.k - k), _away(s.x, c) if s.k == k else -s.x.i))


def _shared(c: Cue, code: str, part: str, scene: Scene) -> Iterator[str]:
    """Tell what all faces of a party have in common: the trigger, and how the sentence names the party itself."""
    t, own = c.told, c.told.heard(c.i)
    yield from (f"T={c.type}", f"V={c.letter}", f"part={part}", f"T={c.type}:{part}", f"L={scene.language}")
    yield f"q={int(t.quotes(c.i))}:{'no' if own is None else 'party' if own.sides else 'said'}"
    yield from (f"publisher={scene.publisher == code}", f"published={scene.publisher is not None}")
    yield from (f"k={min(t.k, 3)}", f"role={t.s.role}")
    bare = [(x, side) for x in t.actors for side in x.sides if side.code == code and not side.person]
    yield f"bare={bool(bare)}"
    for x, side in bare:
        rel, d = kin(c.clause, t.home.get(x.i))[0], "b" if x.i < c.i else "a"
        yield from (f"bare={side.sort}", f"bare={rel}:{d}", f"bare:{x.role or '-'}:{rel}", f"bare:{_kind(x)}")
        if side.office:
            yield f"bare:office={_rank(side.office)}"
        if side.speaks:
            yield "bare:speaks"


def _rank(office: str | None) -> str:
    """Return the class of an office."""
    if office is None:
        return "-"
    return "head" if office in HEADS else office


def _titles(c: Cue, seen: list[Seen]) -> Iterator[str]:
    """Tell how the titles of the sentence fit the person: those of the own party, of others, words alone."""
    t, code = c.told, seen[0].side.code
    held = {s.side.office for s in seen if s.side.office}
    kinds = {_rank(office) for office in held}

    def like(office: str) -> str:
        known = "kind" if _rank(office) in kinds else "vague" if office in VAGUE_OFFICES else "other"
        return "same" if office in held else known

    sides = [x for item in t.actors for x in item.sides if x.office]
    yield from (f"title={like(x.office)}" for x in sides if x.office and x.code == code and not x.person)
    peers = {_rank(x.office) for x in sides if x.code != code}
    if peers:
        yield f"peer={not peers.isdisjoint(kinds)}"
    words = (hit.word for hit in t.s.hits.values() if hit.word is not None)
    said = {like(y.office) for word in words for y in word.titles if y.office}
    if said:
        yield f"word={next((x for x in ('same', 'kind') if x in said), 'other')}"


def _spoken(c: Cue, code: str, person: str, scene: Scene) -> Iterator[str]:
    """Tell whether the person speaks: the trigger's words, others of its sentence, those of the sentence before."""
    t = c.told
    own = t.heard(c.i)
    if own is not None:
        mine = [x for x in own.sides if x.code == code]
        yield "voice=" + ("me" if any(x.person == person for x in mine) else "us" if mine else "other")
    if any(x.person == person for v in t.voices for x in v.sides):
        yield "speaks:here"
    if t.k and any(x.person == person for v in scene.told[t.k - 1].voices for x in v.sides):
        yield "speaks:before"


def _ruled(c: Cue, code: str, person: str) -> Iterator[str]:
    """Tell whom the grammar names for the party."""
    rule = c.rule
    if rule is None:
        yield "rule=no"
        return
    mine = [x for x in (*rule.actors, *rule.recipients) if x.code == code]
    told = [x for x in mine if x.person == person]
    yield "rule=" + (
        "me" if told else "-" if not mine else "other" if any(x.person for x in mine) else "none"
    )


def _governing(c: Cue, person: str) -> Iterator[str]:
    """Tell of which clauses around the trigger the person is the subject."""
    for depth, up in enumerate(c.clause.up()[:3]):
        if up.subj is not None and any(x.person == person for x in up.subj.sides):
            verb = "speech" if up.verb_is("speech", "cue") else "-"
            yield from (
                f"subj{depth}:{verb}",
                f"subj{depth}:{verb}:{'own' if up.own_subj else 'inh'}",
                "subj",
            )

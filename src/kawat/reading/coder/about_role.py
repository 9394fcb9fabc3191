"""How a party stands to a trigger: named features, by which it is judged to act, to be acted on, to take part.

In: a cue, the code of a party, the scene.
Out: features, for training and for reading alike, and the side that best names the party there.
"""

from __future__ import annotations

from collections.abc import Iterator

from kawat.reading.coder.cues import Cue, seen
from kawat.reading.coder.reading import role_scores
from kawat.reading.coder.scene import Scene, Told
from kawat.reading.coder.shapes import distance, kin, stem
from kawat.reading.lexicon import lexicon
from kawat.reading.mentions import Side
from kawat.reading.model import MUTUAL
from kawat.reading.structure import Item

#: Kinds of items between a party and a trigger that are told.
GLUE = frozenset({
    "rel", "that", "sub", "if", "coord", "comma", "quote", "purpose", "semicolon", "relay", "verb", "noun", "actor",
    "time", "prep",
})  # fmt: skip
PATH = 4  # longer paths are told by their ends
BESIDE = ((-1, "p1"), (-2, "p2"), (1, "n1"))  # sentences nearby


class Roles:
    """The features of all parties at one trigger; what they share is found once."""

    def __init__(self, c: Cue, scene: Scene) -> None:
        self.c, self.scene, self.t = c, scene, c.told
        self.chain = c.clause.up()[:3]
        self.quoted = "q" if self.t.quotes(c.i) else "r"
        self.spoken = self.t.speakers(c.i)
        self.own = self.t.heard(c.i)
        self.seen = seen(c, lexicon(scene.language))
        words = " ".join(stem(w, scene.language) for w in self.t.s.lows[c.i : c.j])
        self.shared = [f"T={c.type}", f"V={c.letter}", f"M={c.type in MUTUAL}", f"stem={words}"]
        self.shared += [f"id={x}" for x in c.ids]
        self.named = len(self.t.naming)
        self.bare = _bare(self.t, c)
        subject = c.clause.subj.sides if c.clause.subj else None
        self.subject = {side.code for side in (subject or [])}
        self.answering = {side.code for side in (subject if subject is not None else self.spoken)}

    def of(self, code: str) -> list[str]:
        """Return the features of one party."""
        mine = self.t.naming.get(code, [])
        there = "in" if mine else "out"
        out = [*self.shared, f"n{min(self.named, 4)}:{there}"]
        for x in mine:
            out += self._mention(x, code)
        for part in (self._order(mine), self._governing(code), self._voice(code, there), self._grammar(code),
                     self._before(code, mine), self._standing(code, there),
                     role_scores(self.c.reading, self.scene.rank[code], self.c.type)):  # fmt: skip
            out += part
        return list(dict.fromkeys(out))

    def side(self, code: str) -> Side | None:
        """Return the side that best names a party at the trigger: as the grammar has it, by a person, in its clause."""
        c = self.c
        if c.rule is not None:
            ruled = next((x for x in (*c.rule.actors, *c.rule.recipients) if x.code == code), None)
            if ruled is not None:
                return ruled
        best: tuple[int, Side] | None = None
        for x in self.t.actors:
            for side in x.sides:
                inside = self.t.home.get(x.i) is c.clause
                worth = 2 * (side.person is not None) + inside + (x.role == "subj")
                if side.code == code and (best is None or worth > best[0]):
                    best = worth, side
        if best is not None:
            return best[1]
        governing = (side for up in self.chain if up.subj is not None for side in up.subj.sides)
        meant = next((side for side in (*governing, *self.spoken) if side.code == code), None)
        return meant or self.scene.faces.get(code)

    # -- parts ----------------------------------------------------------------------------------------------------

    def _mention(self, x: Item, code: str) -> Iterator[str]:
        """Tell where one mention of the party stands."""
        c, t = self.c, self.t
        side = next(y for y in x.sides if y.code == code)
        rel = kin(c.clause, t.home.get(x.i))
        d = "b" if x.i < c.i else "a"
        lo, hi = min(x.i, c.i), max(x.i, c.i)
        parted = {y.code for z in t.actors if lo < z.i < hi for y in z.sides} - {code}
        between = min(len(parted), 2)
        role, own = x.role or "-", "+" if x.owner else ""
        yield from (f"{rel}:{role}{own}:{d}", f"{rel[0]}:{role}{own}:{d}:{between}", f"{d}:{between}")
        yield f"{d}:{distance(x.i - c.i if d == 'b' else x.i - c.j + 1)}"
        yield from (f"sort={side.sort}:{d}", f"{role}:{d}")
        yield from self._beside(x, d)
        yield from _between(t, c, lo, hi, d)
        if len(x.sides) > 1:
            yield f"multi{min(len(x.sides), 4)}:{rel[0]}:{role}"
        if x.mention is not None and x.mention.kind != "named":
            yield f"ref={x.mention.kind}:{rel[0]}:{role}:{d}"
        if side.person:
            yield f"person:{d}"
        if side.speaks:
            yield f"speaks:{d}"

    def _beside(self, x: Item, d: str) -> Iterator[str]:
        """Tell the word between party and trigger that is next to the party."""
        lows = self.t.s.lows
        if d == "a" and x.i - 1 >= self.c.j:
            yield f"pw={lows[x.i - 1]}" if x.i - 1 > self.c.j else f"pw1={lows[x.i - 1]}"
        elif d == "b" and x.j <= self.c.i:
            yield f"nw={lows[x.j]}" if x.j < self.c.i else "nw1"

    def _order(self, mine: list[Item]) -> Iterator[str]:
        if not mine:
            return
        yield from (name for name, x in self.bare if any(x is y for y in mine))
        actors = self.t.actors
        nearest = min(actors, key=lambda x: abs(x.i - self.c.i))
        for name, x in (("firstS", actors[0]), ("lastS", actors[-1]), ("nearest", nearest)):
            if any(x is y for y in mine):
                yield name

    def _governing(self, code: str) -> Iterator[str]:
        """Tell of which clauses around the trigger the party is the subject."""
        for depth, up in enumerate(self.chain):
            if up.subj is None or code not in up.subj.codes:
                continue
            verb = "speech" if up.verb_is("speech", "cue") else "-"
            link = self.chain[depth - 1].link if depth else up.link
            nominal = "n" if up.nominal else ""
            yield f"subj{depth}:{link}:{verb}{nominal}:{'own' if up.own_subj else 'inh'}"
            yield f"subj{depth}{nominal}:{self.quoted}"
            yield from (f"subj{depth}:{x}" for x in sorted(up.types))

    def _voice(self, code: str, there: str) -> Iterator[str]:
        where = self.quoted if self.own is not None else "o"
        if any(side.code == code for side in self.spoken):
            yield from (f"voice:{where}", f"voice:{where}:{there}")
        elif self.spoken:
            yield f"othervoice:{where}"
        elif self.own is not None:
            yield f"privatevoice:{self.quoted}"

    def _grammar(self, code: str) -> Iterator[str]:
        """Tell which side the grammar puts the party on, at this trigger and at others."""
        rule = self.c.rule
        if rule is None:
            yield "norule"
            yield from self._seen(code)
        else:
            acts = any(x.code == code for x in rule.actors)
            reached = any(x.code == code for x in rule.recipients)
            if acts:
                yield "ruleA"
            if reached:
                yield "ruleR"
            if not acts and not reached:
                yield "rule-" + ("R" if rule.recipients else "0")
        for other in self.t.found:
            if other is not rule:
                if any(x.code == code for x in other.actors):
                    yield f"oA:{other.type}"
                if any(x.code == code for x in other.recipients):
                    yield f"oR:{other.type}"

    def _seen(self, code: str) -> Iterator[str]:
        """Tell on which side the grammar sees the party at a trigger of which it makes no event."""
        if self.seen is None:
            return
        acting, reached = self.seen
        if code in acting:
            yield "seenA"
        elif code in reached:
            yield "seenR"
        else:
            yield "seen-" + ("A" if acting else "0") + ("R" if reached else "0")

    def _before(self, code: str, mine: list[Item]) -> Iterator[str]:
        """Tell what the sentences around say of the party."""
        told, t = self.scene.told, self.t
        for d, name in BESIDE:
            if 0 <= t.k + d < len(told):
                yield from (f"{name}:{x.role or '-'}" for x in told[t.k + d].naming.get(code, ()))
        lead = told[0].naming.get(code) if t.k else None
        if lead:
            yield "lead1" if lead[0] is told[0].actors[0] else "lead"
        for name, codes in (("topic", t.topic), ("contact", t.contact)):
            if code in codes:
                yield name if mine else f"{name}:out"
        speaking = {side.code for side in self.spoken}
        for other, codes in t.against.items():
            if code in codes:
                yield from (
                    f"against:{n}" for n, w in (("subj", self.subject), ("voice", speaking)) if other in w
                )
        if any(code in codes and other in self.answering for other, codes in t.blamed.items()):
            yield "blamed"

    def _standing(self, code: str, there: str) -> Iterator[str]:
        """Tell what the party is to the article."""
        if code == self.scene.publisher:
            yield f"publisher:{there}:{self.quoted}"
        if code == self.scene.home:
            yield f"home:{there}"
        yield f"rank{min(self.scene.rank[code], 3)}:{there}"
        if self.scene.share[code] > 0.4:
            yield f"main:{there}"


def pairing(scene: Scene, actor: str, code: str) -> str:
    """Return how often a party is named beside the one that acts: the feature of a recipient."""
    n = scene.together.get((actor, code), 0)
    return "co=" + ("0" if n == 0 else "best" if n == scene.closest[actor] else "some")


def _between(t: Told, c: Cue, lo: int, hi: int, d: str) -> Iterator[str]:
    """Return what stands between a party and the trigger: the kinds of items, each and in order."""
    items = [x for x in t.row if lo < x.i < hi and not x.i <= c.i < x.j and x.kind in GLUE]
    kinds = [f"prep:{x.role}" if x.kind == "prep" else x.kind for x in items]
    yield from (f"bt:{d}:{kind}" for kind in dict.fromkeys(kinds))
    yield f"path:{d}:" + (".".join(kinds) if len(kinds) <= PATH else f"long:{kinds[0]}..{kinds[-1]}")
    yield f"nverb:{d}:{min(kinds.count('verb') + kinds.count('noun'), 3)}"


def _bare(t: Told, c: Cue) -> list[tuple[str, Item]]:
    """Return the two nearest actors on either side that no preposition leads in."""
    free = [x for before, x in zip([None, *t.row], t.row, strict=False)
            if x.kind == "actor" and x.sides and not (before is not None and before.kind == "prep")]  # fmt: skip
    left = [x for x in reversed(free) if x.i < c.i and not x.owner]
    right = [x for x in free if x.i >= c.j]
    sides = (("bareleft", left), ("bareright", right))
    return [(name + mark, x) for name, row in sides for mark, x in zip(("", "2"), row, strict=False)]

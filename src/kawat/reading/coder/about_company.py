"""Which parties do something together, a contact or a mutual act: who may, and named features to judge each company by.

In: a cue of a mutual type, the chance of each party to take part, the scene.
Out: `companies`, and for each its features, for training and for reading alike.

Each party was judged alone before. A body may sit by itself, of whatever its session is about; who mediates has one
contact with all between whom he stands; and a list that the sentence joins is seldom taken apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kawat.reading.candidates import corporate
from kawat.reading.coder.cues import Cue
from kawat.reading.coder.scene import Scene
from kawat.reading.coder.shapes import differences, distance, kin, steps
from kawat.reading.mentions import codes
from kawat.reading.structure import Item

Company = tuple[str, ...]  # codes of all that take part, the likeliest first

WIDEST = 5  # parties that are tried together, the likeliest first
PAIRED = 4  # of which every two are tried
#: Kinds of items that join one party to the next, and of those that may stand beside them.
JOINING = frozenset({"coord", "comma"})
BETWEEN = JOINING | {"adverb", "word", "number"}
MANY = (0.45, 0.25)  # chances from which all that take part are tried together
FACED = 3  # parties of a company of which each is looked at, the likeliest first


def companies(
    c: Cue, chances: Mapping[str, float], lists: Sequence[set[str]], bounds: Sequence[set[str]]
) -> list[Company]:
    """Return who may take part: a body alone, every two of the likeliest, more of them, and lists of the sentence.

    An agreement's side is no wider than its bounds.
    """
    likeliest = ordered(chances)
    top = likeliest[:WIDEST]
    tried: list[Iterable[str]] = [(one,) for one in _alone(c, top)]
    tried += combinations(top[:PAIRED], 2)
    tried += [row for row in _rows(likeliest, chances) if c.type != "AGREE" or one_side(row[1:], bounds)]
    if c.type == "CONSULT":
        tried += _listed(top, lists)
    return list(dict.fromkeys(tuple(sorted(row, key=likeliest.index)) for row in tried))


def ordered(chances: Mapping[str, float]) -> list[str]:
    """Return the codes, the likeliest first; of equal ones, the party named most."""
    return sorted(chances, key=lambda code: -chances[code])  # sorting is stable


def one_side(side: Sequence[str], lists: Sequence[set[str]]) -> bool:
    """Tell whether several may act, or be reached, together: no list names one apart from another."""
    named = set(side) & {code for group in lists for code in group}
    return len(side) > 1 and (len(named) < 2 or any(named <= group for group in lists))


def _alone(c: Cue, top: Sequence[str]) -> list[str]:
    """Return who may do it alone: of a contact only a body."""
    if c.type != "CONSULT":
        return list(top[:2])
    near = (code for n, code in enumerate(top) if n < 2 or code in c.told.naming)
    return [code for code in near if code in corporate()]


def _rows(likeliest: Sequence[str], chances: Mapping[str, float]) -> list[Sequence[str]]:
    rows = [likeliest[:n] for n in range(3, min(len(likeliest), WIDEST) + 1)]
    rows += [[code for code in likeliest if chances[code] > least] for least in MANY]
    return [row for row in rows if len(row) > 2]


def _listed(top: Sequence[str], lists: Sequence[set[str]]) -> Iterator[set[str]]:
    """Yield the lists that the sentence joins, each by itself, with one more, and with another list."""
    known = set(top)
    several = [group & known for group in lists if len(group) > 1]
    several = [group for group in several if len(group) > 1]
    for group in several:
        yield group
        yield from (group | {code} for code in top[:FACED] if code not in group)
    yield from (a | b for a, b in combinations(several, 2))


def joined(row: list[Item]) -> list[set[str]]:
    """Return the parties that a sentence names, each with those that it joins to it: "Peru, Chile dan Bolivia"."""
    out: list[set[str]] = []
    run = 0  # parties that only commas part so far
    between = set[str]()  # kinds of the items since the last one
    for x in row:
        if x.kind != "actor" or not x.sides:
            between.add(x.kind if x.kind != "coord" or "join" in x.classes else "clause")
            continue
        apart = not out or not between & JOINING or not between <= BETWEEN
        run = 1 if apart else run + 1
        out.append(codes(x.sides))
        if "coord" in between and not apart:
            out[-run:] = [set().union(*out[-run:])]
            run = 1
        between = set()
    return out


class Companies:
    """The features of all companies of one trigger; what they share is found once."""

    def __init__(self, c: Cue, chances: Mapping[str, float], scene: Scene) -> None:
        self.c, self.chances, self.scene, self.t = c, chances, scene, c.told
        self.lists = [group for group in joined(c.told.row) if len(group) > 1]
        self.likeliest = ordered(chances)
        self.named = set(self.t.naming)
        self.standing = Standing(c, scene)
        self.ruled = codes(c.rule.actors, c.rule.recipients) if c.rule is not None else None
        self.kept: dict[str, list[str]] = {}  # of one party
        self.shared = [
            f"T={c.type}", f"V={c.letter}", f"TV={c.type}{c.letter}", f"language={scene.language}",
            f"parties={min(len(chances), 5)}", f"named={min(len(self.named), 4)}",
            f"bodies={min(len(self.named & corporate()), 2)}", *(f"id={x}" for x in c.ids),
        ]  # fmt: skip

    def of(self, option: tuple[Company, Company]) -> list[str]:
        """Return the features of one company, whoever of it is named first, each once."""
        p, chosen = self.chances, {*option[0], *option[1]}
        company = sorted(chosen, key=self.likeliest.index)
        left = next((code for code in self.likeliest if code not in chosen), None)
        low, most = min(p[code] for code in company), p[left] if left is not None else 0.0
        out = [*self.shared, *steps("low", low), *steps("left", most), *differences("gap", low - most)]
        for n, code in enumerate(company[:FACED]):
            out += steps(f"p{n}", p[code])
        for n, code in enumerate(company[:FACED]):
            out += [f"m{n}{x}" for x in self._party(code)]
        if left is not None:
            out += [f"l{x}" for x in self._party(left)]
        return [*out, *self._whole(chosen)]

    def _whole(self, chosen: set[str]) -> Iterator[str]:
        """Tell of the company as a whole: how large it is, whom it leaves out, what lists and grammar say."""
        bodies = chosen & corporate()
        yield f"size={min(len(chosen), 5)}"
        yield f"corporate={min(len(bodies), 2)}of{min(len(chosen), 3)}"
        yield f"out={min(len(chosen - self.named), 2)}"
        yield f"leftnamed={min(len(self.named - chosen), 2)}"
        yield f"cuts={min(sum(1 for g in self.lists if g & chosen and g - chosen), 2)}"
        yield f"lists={min(sum(1 for g in self.lists if g <= chosen), 2)}"
        yield "rule=" + ("-" if self.ruled is None else _likened(chosen, self.ruled))
        if self.ruled is not None:
            yield f"ruled={min(len(self.ruled), 4)}:{min(len(chosen), 4)}"
        pairs = [self.scene.together.get(pair, 0) for pair in combinations(sorted(chosen), 2)]
        yield f"met={min(min(pairs, default=0), 3)}"
        yield f"contact={_likened(chosen, set(self.t.contact))}"

    def _party(self, code: str) -> list[str]:
        if code not in self.kept:
            self.kept[code] = list(self._standing(code))
        return self.kept[code]

    def _standing(self, code: str) -> Iterator[str]:
        """Tell of one party how it stands to the trigger, and what the encoder holds of it."""
        c, scene, t = self.c, self.scene, self.t
        mine = t.naming.get(code, [])
        ends = sorted({"b" if x.i < c.i else "a" for x in mine})
        yield f":{''.join(ends)}"
        yield from self.standing.of(code)
        if code in corporate():
            yield ":body"
        part = c.reading.part(scene.rank[code]) if c.reading is not None else None
        if part is not None:
            yield from steps(":encP", part[2])


class Standing:
    """How a party stands to a trigger and to the article, whatever is asked of it."""

    def __init__(self, c: Cue, scene: Scene) -> None:
        self.c, self.scene = c, scene
        self.subject = set(c.clause.subj.codes) if c.clause.subj is not None else set()
        self.above = {code for up in c.clause.up()[1:3] if up.subj is not None for code in up.subj.codes}
        self.spoken = codes(list(c.told.speakers(c.i)))

    def of(self, code: str) -> Iterator[str]:
        """Tell of one party: where it stands, whether it is a subject or speaks, how often it is named."""
        c, scene = self.c, self.scene
        yield from _nearest(code, c)
        if code in self.subject:
            yield f":subj:{c.letter}:{c.clause.own_subj}"
        if code in self.above:
            yield ":above"
        if code in self.spoken:
            yield f":spoke:{c.told.quotes(c.i)}"
        yield f":rank{min(scene.rank[code], 3)}"
        yield from (f":{n}" for n, x in (("home", scene.home), ("publisher", scene.publisher)) if code == x)


def _nearest(code: str, c: Cue) -> Iterator[str]:
    """Tell where the nearest mention of a party stands: its role, its clause, how far off it is."""
    mine = c.told.naming.get(code)
    if not mine:
        return
    x = min(mine, key=lambda x: abs(x.i - c.i))
    role = ("+" if x.owner else "") + (x.role or "-")
    yield from (f":{role}", f":{role}:{kin(c.clause, c.told.home.get(x.i))}")
    yield f":{distance(x.i - c.i if x.i < c.i else x.i - c.j + 1)}"
    if len(x.sides) > 1:
        yield ":listed"
    if any(side.code == code and side.person for side in x.sides):
        yield ":person"


def _likened(mine: set[str], theirs: set[str]) -> str:
    if mine == theirs:
        return "same"
    if not mine & theirs:
        return "none"
    return "sub" if mine < theirs else "super" if mine > theirs else "part"

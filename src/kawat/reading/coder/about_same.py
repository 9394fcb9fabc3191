"""Which triggers may tell of one event: the pairs that may, and named features to judge each by.

In: two triggers as coded, the surer first.
Out: whether they may be one, and the features of the pair, for training and for reading alike.

What one side does to another again and again, on other days or about other matters, are several events; what an article
says twice in other words is one. Sides and days alone do not tell these apart: what stands around the words does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kawat.reading.acts import PHYSICAL
from kawat.reading.coder.judging import Coded
from kawat.reading.coder.scene import Scene, Told
from kawat.reading.coder.shapes import Ladder, distance, kin, stem, steps
from kawat.reading.drafts import Draft
from kawat.reading.merging import dates_agree, modes_agree, people_agree, statuses_agree
from kawat.reading.model import MUTUAL

SHORT = 4  # letters that a word has at least whose stem is compared
REACH = 8  # tokens on either side of a trigger that tell what it is about
shared = Ladder((0, 1, 2, 3, 5, 8))  # of stems in common
sentences = Ladder((1, 2, 4, 8, 16))  # of sentences in between


def may_be_one(a: Coded, b: Coded) -> bool:
    """Tell whether two triggers may tell of one event; `a` is the surer."""
    if a.draft.type != b.draft.type:
        return False
    apart = a.near and b.near and not dates_agree(a.draft.date, b.draft.date)
    if a.draft.type in MUTUAL:
        if not _same_parties(a, b) or a.draft.type != "CONSULT":
            return _same_parties(a, b)
        return _told_together(a, b) or (not apart and _same_contact(a.draft, b.draft))
    meet = a.reached & b.reached or not a.reached or not b.reached
    return bool(a.acting & b.acting and meet) and not (apart and a.draft.type in PHYSICAL)


def is_asked(a: Coded, b: Coded) -> bool:
    """Tell whether two that may be one are to be judged; two contacts, and two readings of one word, are one then."""
    return a.cue is not b.cue and a.draft.type != "CONSULT"


def _same_parties(a: Coded, b: Coded) -> bool:
    """Tell whether one names the parties of the other, or some of them; of the weaker, one may do."""
    mine, theirs = a.draft.codes, b.draft.codes
    within = mine < theirs or theirs < mine
    return mine == theirs or (within and len(mine & theirs) > 1) or (len(theirs) == 1 and theirs < mine)


def _told_together(a: Coded, b: Coded) -> bool:
    """Tell whether a word of the sentence only adds to the contact that it tells: "panggilan video (video call)"."""
    added = a.cue.rule is None or b.cue.rule is None
    return added and a.cue.told is b.cue.told and people_agree(a.draft, b.draft)


def _same_contact(a: Draft, b: Draft) -> bool:
    if a.first.ahead != b.first.ahead and a.date != b.date:
        return False
    return statuses_agree(a, b) and people_agree(a, b) and modes_agree(a, b)


class Likeness:
    """The features of pairs of triggers of one article; what a sentence is about is found once."""

    def __init__(self, coded: list[Coded], scene: Scene) -> None:
        self.scene = scene
        self.stems: dict[int, list[str]] = {}  # of each sentence; "" where a token is no word of its own
        self.words: dict[
            tuple[int, int | None], frozenset[str]
        ] = {}  # around each trigger, by its cue and the reach
        self.count = Counter(map(_kind, coded))

    def of(self, a: Coded, b: Coded) -> list[str]:
        """Return the features of a pair; `a` is the surer."""
        parts = (
            self._itself(a, b),
            _place(a, b),
            _sides(a, b),
            _time(a, b),
            _manner(a, b),
            self._matter(a, b),
        )
        later = b if (b.cue.told.k, b.cue.i) > (a.cue.told.k, a.cue.i) else a
        return list(dict.fromkeys(f for part in (*parts, self._around(later)) for f in part))

    def _itself(self, a: Coded, b: Coded) -> Iterator[str]:
        yield from (f"T={a.draft.type}", f"V={a.cue.letter}{b.cue.letter}", f"rule={_rules(a)}{_rules(b)}")
        yield from (*steps("a", a.score), *steps("b", b.score), *steps("bp", b.chance))
        yield f"alike={min(self.count[_kind(b)], 6)}"
        yield f"parties={min(len(self.scene.rank), 6)}"

    def _matter(self, a: Coded, b: Coded) -> Iterator[str]:
        """Tell how far both are about the same things."""
        if a.cue.told is not b.cue.told:
            mine, theirs = self._words(a, None), self._words(b, None)
            both = mine & theirs
            yield from shared("shared", len(both))
            yield from steps("sharedpart", len(both) / max(1, min(len(mine), len(theirs))))
            figures = [{w for w in words if w.isdigit()} for words in (mine, theirs)]
            yield "figures=" + ("-" if not all(figures) else str(bool(figures[0] & figures[1])))
        near = self._words(a, REACH) & self._words(b, REACH)
        yield from shared("near", len(near))

    def _words(self, c: Coded, reach: int | None) -> frozenset[str]:
        """Return the stems so many tokens around a trigger, without its own and the names of parties; None: all."""
        key = (id(c.cue), reach)
        if key not in self.words:
            stems, i, j = self._stems(c.cue.told), c.cue.i, c.cue.j
            near = len(stems) if reach is None else reach
            around = (*stems[max(0, i - near) : i], *stems[j : j + near])
            self.words[key] = frozenset(w for w in around if w)
        return self.words[key]

    def _stems(self, t: Told) -> list[str]:
        if t.k not in self.stems:
            named = {k for m in t.mentions for k in range(m.i, m.j)}
            self.stems[t.k] = [
                stem(low, self.scene.language)
                if k not in named and (len(low) >= SHORT or low.isdigit())
                else ""
                for k, low in enumerate(t.s.lows)
            ]
        return self.stems[t.k]

    def _around(self, c: Coded) -> Iterator[str]:
        """Tell what stands beside the later one: "tersebut", "kembali", "the same"."""
        lows = c.cue.told.s.lows
        for d in (1, 2):
            if c.cue.i >= d:
                yield f"w-{d}={lows[c.cue.i - d]}"
            if c.cue.j + d <= len(lows):
                yield f"w+{d}={lows[c.cue.j + d - 1]}"


def _kind(c: Coded) -> tuple[str, frozenset[str]]:
    return c.draft.type, frozenset(c.draft.codes)


def _rules(c: Coded) -> str:
    return "g" if c.rule else "b" if c.agree else "c"


def _place(a: Coded, b: Coded) -> Iterator[str]:
    """Tell how far apart they stand, and whose words they are."""
    one, other = a.cue.told, b.cue.told
    if one is other:
        yield from ("here", f"tokens={distance(b.cue.i - a.cue.i)}", f"kin={kin(a.cue.clause, b.cue.clause)}")
    else:
        yield "later" if other.k > one.k else "before"
        yield from sentences("gap", abs(other.k - one.k))
    yield f"role={one.s.role}:{other.s.role}"
    yield from (f"ka={min(one.k // 2, 3)}", f"kb={min(other.k // 2, 3)}")
    heard = (one.heard(a.cue.i), other.heard(b.cue.i))
    yield "said=" + "".join("-" if v is None else "q" if v.direct else "s" for v in heard)
    if heard[0] is not None and heard[1] is not None:
        yield f"onevoice={[x.code for x in heard[0].sides] == [x.code for x in heard[1].sides]}"


def _sides(a: Coded, b: Coded) -> Iterator[str]:
    mine, theirs = a.draft.codes, b.draft.codes
    yield f"all={_compared(mine, theirs)}"
    if a.draft.type not in MUTUAL:
        yield from (f"acting={_compared(a.acting, b.acting)}", f"reached={_compared(a.reached, b.reached)}")
        yield f"turned={bool(a.acting & b.reached and b.acting & a.reached)}"
    people = [{x.person for x in c.draft.actors + c.draft.recipients if x.person} for c in (a, b)]
    yield f"people={_compared(*people)}:{people_agree(a.draft, b.draft)}"


def _compared(a: set[str], b: set[str]) -> str:
    if not a or not b:
        return "none" if a or b else "-"
    if a == b:
        return "same"
    return ("more" if a > b else "less" if a < b else "part") if a & b else "apart"


def _time(a: Coded, b: Coded) -> Iterator[str]:
    one, other = a.draft.date, b.draft.date
    if one is None or other is None:
        told = "-" if one is other else "one"
    else:
        told = "same" if one == other else "within" if dates_agree(one, other) else "apart"
    yield from (f"day={told}", f"day={told}:{a.near}{b.near}", f"near={a.near}{b.near}")
    yield from (*steps("daya", a.day), *steps("dayb", b.day))


def _manner(a: Coded, b: Coded) -> Iterator[str]:
    """Tell how far words, status and place are the same."""
    mine, theirs = a.draft, b.draft
    yield f"word={'same' if a.cue.words == b.cue.words else 'id' if set(a.cue.ids) & set(b.cue.ids) else 'other'}"
    yield "status=" + (mine.status if mine.status == theirs.status else f"{mine.status}:{theirs.status}")
    places = [c.place and (c.place.name, c.place.country) for c in (mine, theirs)]
    yield "place=" + ("-" if None in places else str(places[0] == places[1]))

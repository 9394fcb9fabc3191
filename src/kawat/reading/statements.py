"""Article -> who says what: quotations and reported speech with speaker and cue; and whose voice each sentence is.

In: the sentences of an article in order, and the mentions of each with its references resolved.
Out: `said`, all that somebody is told to have said; `voices`, for each sentence the tokens that are somebody's words.

A quotation belongs to the cue behind it ("...," kata X), else to the one before it (X said: "..."), else to whoever
spoke last, where it goes on in the same paragraph or the next. Where a report is passed on ("kata X, seperti
dikutip Y"), X speaks; Y does where nobody else is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import Mention, Side
from kawat.reading.naming import People, introduce
from kawat.reading.quoting import Quote, is_speech, quotes
from kawat.reading.reported import Found, Range, Scene, reported
from kawat.reading.saying import Place, Said, Voice, is_person
from kawat.reading.scan import Sentence
from kawat.reading.speakers import Cue, Cues, cues_in, cues_of, past_lead

#: Tokens between a quotation and its word of saying: behind it (X in between), before it.
BEHIND, BEFORE = 24, 16
#: Sentences within a paragraph after which a quotation without a cue is no longer the last speaker's.
REACH = 3
#: Sentences back in which "he" of "katanya" is looked for.
BACK = 6
#: Tokens of a headline before its colon: "Trump: ...".
COLON = 10


def said(
    text: str, told: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], lex: Lexicon
) -> list[Said]:
    """Return all statements of an article, in the order of what is said."""
    if not told:
        return []
    opens = [True, *("\n" in text[a.end : b.start] for a, b in pairwise(told))]
    reader = _Reader(told, mentions, opens, cues_of(lex.language))
    for k in range(len(told)):
        reader.read(k)
    introduce(reader.out, People(told, mentions, frozenset(lex.pack.joiners)))
    return sorted(reader.out, key=lambda x: x.parts[0])


def voices(
    text: str, told: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], lex: Lexicon
) -> list[list[Voice]]:
    """Return for each sentence the tokens that are somebody's words, in order, none twice.

    `told` are the sentences of an article (`story`), `mentions` those of each, resolved (`find_mentions`, `follow`).
    """
    out: list[list[Voice]] = [[] for _ in told]
    statements = said(text, told, mentions, lex)
    for x in sorted(statements, key=lambda x: not x.direct):
        for k, i, j in x.parts:
            if all(v.j <= i or j <= v.i for v in out[k]):
                out[k].append(Voice(i, j, x.direct, x.sides, x.speaker, x.cue, x.named or x.speaker))
    for row in out:
        row.sort(key=lambda v: v.i)
    return out


@dataclass(slots=True)
class _Reader:
    """An article while its statements are found, sentence by sentence."""

    told: Sequence[Sentence]
    mentions: Sequence[Sequence[Mention]]
    opens: Sequence[bool]
    table: Cues
    out: list[Said] = field(default_factory=list)
    quotes: list[Quote] = field(init=False)
    ranges: dict[int, list[Range]] = field(default_factory=dict)  # sentence -> its quoted tokens
    cues: dict[int, list[Cue]] = field(default_factory=dict)
    used: set[tuple[int, int]] = field(default_factory=set)
    last: Said | None = None  # who spoke last
    person: Said | None = None  # the last of these who may be "he"
    spoke: int = -9  # the sentence in which that was

    def __post_init__(self) -> None:
        found = quotes(self.told, self.opens)
        self.quotes = [q for q in found if is_speech(self.told, q)]
        for q in self.quotes:
            for k, i, j in q.parts(self.told):
                self.ranges.setdefault(k, []).append((i, j))

    def read(self, k: int) -> None:
        """Read one sentence: the quotations that close in it, then what it reports."""
        s = self.told[k]
        cues = self.cues_at(k)
        for q in self.quotes:
            if q.last == k:
                self.quote(q)
        if cues:
            free = [c for c in cues if (k, c.i) not in self.used]
            if len(free) < len(cues):
                free = [c for c in free if "relays" not in c.places]
            scene = self.scene(k)
            for found in reported(scene, free) if free else []:
                self.report(k, found)
        elif s.role == "title" and ":" in s.words[1:COLON]:
            self.headline(k)

    def cues_at(self, k: int) -> list[Cue]:
        """Return the cues of a sentence outside its quotations."""
        if k not in self.cues:
            taken = self.ranges.get(k, ())
            found = cues_in(self.told[k], self.table)
            self.cues[k] = [c for c in found if not any(a <= c.i < b for a, b in taken)]
        return self.cues[k]

    def scene(self, k: int) -> Scene:
        """Return the sentence with its mentions and quotations."""
        return Scene(self.told[k], self.mentions[k], self.ranges.get(k, ()), self.table)

    # -- quotations -----------------------------------------------------------------------------------------------

    def quote(self, q: Quote) -> None:
        """Give a quotation its speaker and its cue."""
        parts = [Place(*p) for p in q.parts(self.told)]
        found = self.cue_behind(q) or self.cue_before(q) or self.colon_before(q)
        if found is not None:
            cue, speaker = found
            self.used.add((cue.sentence, cue.i))
            self.add(speaker, cue, parts, direct=True, at=q.last)
        elif self.goes_on(q) and self.last is not None:
            self.out.append(
                Said(self.last.speaker, self.last.cue, parts, True, self.last.sides, implied=True)
            )
            self.spoke = q.last
        elif q.i == 0:
            self.out.append(Said(None, None, parts, True, ()))

    def goes_on(self, q: Quote) -> bool:
        """Tell whether the last speaker goes on in a quotation without a cue."""
        if self.last is None or (q.i > 0 and self.spoke != q.first):
            return False
        gap = q.first - self.spoke
        return gap <= 1 or (gap <= REACH and not any(self.opens[self.spoke + 1 : q.first + 1]))

    def cue_behind(self, q: Quote) -> tuple[Place, Place | None] | None:
        """Find "...," kata X; "...," ujarnya; "...," X said."""
        k, start = q.last, q.j + 1
        s = self.told[k]
        if all(w in ".," for w in s.words[start:]):
            k, start = k + 1, 0
            if k >= len(self.told) or self.opens[k]:
                return None
            s = self.told[k]
        while start < len(s.words) and s.words[start] in ",.":
            start += 1
        limit = min([a for a, _ in self.ranges.get(k, ()) if a > start], default=len(s.words))
        if k > q.last:
            limit = min(limit, 1)
        for cue in self.cues_at(k):
            if start <= cue.i < min(limit, start + BEHIND):
                speaker = self.speaker(k, cue, start, near=cue.i - start)
                if speaker is not None:
                    return Place(k, cue.i, cue.j), speaker[0]
        return None

    def speaker(self, k: int, cue: Cue, lo: int, near: int) -> tuple[Place | None] | None:
        """Return the speaker of a cue `near` tokens from its quotation: (None,) where it is whoever was spoken of."""
        scene = self.scene(k)
        if "clitic" in cue.places:
            return (self.meant(k),) if near <= 2 else None
        found = None
        if not cue.places.isdisjoint({"behind", "according", "passive", "relays"}) and near <= 3:
            found = scene.behind(cue.j, named=near > 0)
        if found is None and not cue.places.isdisjoint({"before", "loosely"}):
            found = scene.before(cue.i, lo)
        if found is None and "behind" in cue.places and near == 0 and self.last is not None:
            return (self.last.speaker,)
        return (Place(k, *found),) if found is not None else None

    def cue_before(self, q: Quote) -> tuple[Place, Place | None] | None:
        """Find X mengatakan, "..."; X said: "..."."""
        k = q.first
        lo = max([b for _, b in self.ranges[k] if b <= q.i], default=0)
        for cue in reversed(self.cues_at(k)):
            if lo <= cue.i and cue.j <= q.i <= cue.j + BEFORE and (k, cue.i) not in self.used:
                speaker = self.speaker(k, cue, max(lo, self.scene(k).lo), near=1)
                if speaker is not None:
                    return Place(k, cue.i, cue.j), speaker[0]
        return None

    def colon_before(self, q: Quote) -> tuple[Place, Place | None] | None:
        """Find X: "..."."""
        k, s = q.first, self.told[q.first]
        if q.i < 2 or s.words[q.i - 1] != ":":
            return None
        found = self.scene(k).before(q.i - 1, last=True)
        return (Place(k, q.i - 1, q.i), Place(k, *found)) if found is not None else None

    # -- reports --------------------------------------------------------------------------------------------------

    def report(self, k: int, found: Found) -> None:
        """Add what a sentence reports; of "hal itu disampaikan X" the sentence before, if nobody said it yet."""
        parts = [Place(k, *p) for p in found.parts]
        speaker = Place(k, *found.speaker) if found.speaker is not None else self.meant(k)
        cue = Place(k, found.cue.i, found.cue.j)
        if not parts and k and not any(p.sentence == k - 1 for x in self.out for p in x.parts):
            parts = [Place(k - 1, 0, len(self.told[k - 1].words))]
        self.add(speaker, cue, parts, direct=False, at=k)

    def headline(self, k: int) -> None:
        """Read "Trump: ..." in a headline."""
        s = self.told[k]
        colon = s.words.index(":", 1)
        named = [m for m in self.mentions[k] if m.j == colon and m.kind in ("named", "opaque")]
        parts = self.scene(k).part(colon + 1, len(s.words))
        if named and parts:
            speaker = Place(k, named[0].i, colon)
            self.add(speaker, Place(k, colon, colon + 1), [Place(k, *p) for p in parts], direct=False, at=k)

    # -- who speaks -----------------------------------------------------------------------------------------------

    def add(self, speaker: Place | None, cue: Place, parts: list[Place], *, direct: bool, at: int) -> None:
        """Keep a statement, and who spoke last."""
        implied = speaker is not None and speaker.sentence != cue.sentence
        found = Said(speaker, cue, parts, direct, self.sides(speaker), implied)
        if parts:
            self.out.append(found)
        if speaker is not None:
            self.last, self.spoke = found, at
            self.person = found if is_person(found) else self.person

    def meant(self, k: int) -> Place | None:
        """Return whom "katanya" means in sentence k: who spoke last, or a person who is the subject since then."""
        for at in range(k - 1, max(self.spoke, k - BACK, -1), -1):
            if not self.ranges.get(at):
                found = self.subject(at)
                if found is not None:
                    return found
        last = self.person or self.last
        return last.speaker if last is not None else None

    def subject(self, k: int) -> Place | None:
        """Return the person with whom a sentence begins: named by a title, or by two names."""
        for m in self.mentions[k][:1]:
            s, lo = self.told[k], self.scene(k).lo
            person = any(x.person or x.sort == "person" for x in m.sides) or (
                m.kind == "opaque" and m.j - m.i > 1 and s.words[m.j - 1].istitle()
            )
            if person and past_lead(s, lo, m.i) == m.i:
                return Place(k, m.i, m.j)
        return None

    def sides(self, speaker: Place | None) -> tuple[Side, ...]:
        """Return the parties for whom a speaker speaks; of "he" those of whoever spoke last."""
        if speaker is None:
            return ()
        k, i, j = speaker
        for m in self.mentions[k]:
            if m.i < j and m.j > i and m.kind != "opaque":
                if m.kind == "person" and self.person is not None:
                    return self.person.sides
                if m.sides:
                    return tuple(m.sides)
        return ()

"""The triggers of a sentence: the words of frames, and the broader cues of the pack, which only the coder may weigh.

In: a sentence as read.
Out: its `Cue`s, one for each place and type.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kawat.errors import PackError
from kawat.packs import extends, section
from kawat.reading.candidates import Candidate
from kawat.reading.coder.reading import Reading
from kawat.reading.coder.scene import Told
from kawat.reading.entries import Cues, CueWords, Frame
from kawat.reading.lexicon import Lexicon, Trigger, lexicon
from kawat.reading.mentions import codes
from kawat.reading.model import MUTUAL, EventType, Mode
from kawat.reading.owning import beside
from kawat.reading.phrases import inflect, tokens
from kawat.reading.sides import sides
from kawat.reading.site import Site
from kawat.reading.structure import Clause, Item

#: Voice of a trigger -> the letter by which its weights are told apart.
VOICES = {
    "active": "A", "headline": "A", "passive": "P", "mutual": "M", "headline_mutual": "M", "noun": "N", "phrase": "C",
}  # fmt: skip


@dataclass(slots=True)
class Cue:
    """A word at tokens i..j that may tell an event of one type."""

    told: Told
    i: int
    j: int
    type: EventType
    voice: str  # as in a frame, or "phrase"
    ids: tuple[str, ...]  # of its frames and cues
    mode: Mode | None
    item: Item | None  # None inside of another item, or in brackets
    clause: Clause
    triggers: tuple[Trigger, ...] = ()  # of its frames
    rule: Candidate | None = None  # what the grammar makes of it
    strength: str = ""  # strong, weak, or neither: how often its words tell the event (cues.toml)
    each: bool = False  # of several that it is with, one event for each
    rivals: int = 0  # other types that the same word can tell
    spared: frozenset[str] = frozenset()  # whom only the deed befalls that it speaks of (`blames`)
    blaming: frozenset[str] = frozenset()  # who only blames the deed that it tells
    aside: frozenset[str] = frozenset()  # whom nothing reaches (`bystanders`)
    reading: Reading | None = None  # what the encoder holds of it
    plain: list[str] | None = None  # its features without that, once they were asked for

    @property
    def letter(self) -> str:
        """The letter of its voice."""
        return VOICES[self.voice]

    @property
    def refused(self) -> str:
        """Why the grammar makes no event of it ("governed", "no_actor"); empty where it does, or has no frame."""
        return self.told.refused.get((self.i, self.type), "")

    @property
    def words(self) -> str:
        """Its words, in lower case."""
        return " ".join(self.told.s.lows[self.i : self.j])


class Kind(NamedTuple):
    """What a phrase may tell."""

    type: EventType
    voice: str
    id: str  # of its cue
    mode: Mode | None
    strength: str
    each: bool


class Entry:
    """A phrase, and what it may tell: for each type and voice once."""

    __slots__ = ("kinds", "rest", "size")

    def __init__(self, key: tuple[str, ...], kinds: tuple[Kind, ...]) -> None:
        self.rest, self.size, self.kinds = list(key[1:]), len(key), kinds


@cache
def table(language: str) -> dict[str, list[Entry]]:
    """Return all cues of a language by their first token, longest first; none where its pack has none.

    Raises:
        PackError: a list of strong, weak or turned words has one that is no word of its cue.
    """
    try:
        pack = section(language, "cues", Cues)
    except PackError:
        if (extends(language) or language) in TAUGHT:
            raise
        return {}
    words = lexicon(language).pack
    found: dict[tuple[str, ...], dict[tuple[EventType, str], Kind]] = {}
    for cue in pack.cue:
        for kind, phrase, inflected in _kinds(cue, language):
            for form in inflect(phrase, words) if inflected else (phrase,):
                found.setdefault(tuple(tokens(form)), {}).setdefault((kind.type, kind.voice), kind)
    out: dict[str, list[Entry]] = {}
    for key, kinds in sorted(found.items(), key=lambda kv: (-len(kv[0]), kv[0])):
        listed = tuple(kind for _, kind in sorted(kinds.items()))
        out.setdefault(key[0], []).append(Entry(key, listed))
    return out


def _kinds(cue: CueWords, language: str) -> Iterator[tuple[Kind, str, bool]]:
    """Yield what each phrase of a cue may tell, the phrase, and whether it is a verb with other forms."""
    listed = {"active": cue.verbs, "passive": cue.passive, "noun": cue.nouns, "phrase": cue.phrases}
    known = {phrase for phrases in listed.values() for phrase in phrases}
    strength = dict.fromkeys(cue.weak, "weak") | dict.fromkeys(cue.strong, "strong")
    for phrase in (*strength, *cue.turned):
        if phrase not in known:
            problem = f"cue {cue.id}: {phrase!r} is called strong, weak or turned, but is none of its words"
            raise PackError(f"{language}/cues.toml: {problem}; add it to verbs, passive, nouns or phrases")
    for voice, phrases in listed.items():
        for phrase in phrases:
            told = "passive" if phrase in cue.turned and voice != "noun" else voice
            yield (
                Kind(cue.type, told, cue.id, cue.mode, strength.get(phrase, ""), cue.each),
                phrase,
                voice == "active",
            )


#: Languages whose cues and weights ship with the package.
TAUGHT = ("en", "id")


def cues_in(t: Told, lex: Lexicon) -> list[Cue]:
    """Return the triggers of a sentence in the order of their words, each type once for each place."""
    if t.s.refuted:
        return []
    out: dict[tuple[int, str], Cue] = {}
    taken: dict[str, set[int]] = {}
    for cue in _of_frames(t):
        if (cue.i, cue.type) not in out:
            out[cue.i, cue.type] = cue
            taken.setdefault(cue.type, set()).update(range(cue.i, cue.j))
    at = {k: (x, clause) for clause in t.clauses for x in clause.items for k in range(x.i, x.j)}
    for i, entry in _phrases(t, lex):
        span, named = range(i, i + entry.size), _is_named(t, i)
        for kind in entry.kinds:
            if named and kind.voice in ("active", "passive"):
                continue  # "the Chairs and Ranking Members"
            used = taken.setdefault(kind.type, set())
            known = out.get((i, kind.type))
            if used.isdisjoint(span):
                used.update(span)
                item, clause = at.get(i, (None, t.clauses[0]))
                out[i, kind.type] = Cue(
                    t, i, i + entry.size, kind.type, kind.voice, (kind.id,), kind.mode, item, clause,
                    strength=kind.strength, each=kind.each,
                )  # fmt: skip
            elif known is not None and kind.id not in known.ids:
                known.ids = (*known.ids, kind.id)
                known.strength = known.strength or kind.strength
    places = [i for i, _ in out]
    for cue in out.values():
        cue.rivals = places.count(cue.i) - 1
    return sorted(out.values(), key=lambda c: (c.i, c.type))


def _is_named(t: Told, i: int) -> bool:
    """Tell whether a word has a capital that neither a headline nor the start of a sentence or quotation gives it."""
    if t.s.role == "title" or not i or not t.s.words[i][:1].isupper():
        return False
    return t.s.words[i - 1][-1].isalpha() and any(w[:1].islower() for w in t.s.words)


def _of_frames(t: Told) -> Iterator[Cue]:
    rules = {(id(c.item), c.type): c for c in t.found}
    for clause in t.clauses:
        for item in clause.items:
            for type_ in dict.fromkeys(x.frame.type for x in item.triggers):
                told = tuple(x for x in item.triggers if x.frame.type == type_)
                yield Cue(
                    t, item.i, item.j, type_, told[0].voice, tuple(x.frame.id for x in told), told[0].frame.mode,
                    item, clause, told, rules.get((id(item), type_)),
                )  # fmt: skip


def _phrases(t: Told, lex: Lexicon) -> Iterator[tuple[int, Entry]]:
    """Yield the cues at each token; a single word also under a clitic: "kecamannya".

    Words within a title tell nothing: "juru bicara" of no talk.
    """
    entries, lows, clitics = table(lex.language), t.s.lows, lex.pack.clitics
    titles = [(h.i, h.j) for h in t.s.hits.values() if h.j > h.i + 1 and h.word is not None and h.word.titles]
    for i, low in enumerate(lows):
        found = entries.get(low, ())
        if low.endswith(clitics) and low not in clitics:
            bare = next(low.removesuffix(c) for c in clitics if low.endswith(c))
            found = [*found, *(e for e in entries.get(bare, ()) if e.size == 1)]
        for entry in found:
            told = entry.size == 1 or lows[i + 1 : i + entry.size] == entry.rest
            if told and not any(a <= i and i + entry.size <= b and entry.size < b - a for a, b in titles):
                yield i, entry


def seen(c: Cue, lex: Lexicon) -> tuple[set[str], set[str]] | None:
    """Return who acts and who is reached, as the grammar sees them, at a trigger of which it makes no event.

    A refusal ("threatens to attack") and a word that only the coder weighs have subject and object all the same.
    """
    site = site_of(c, lex) if c.rule is None else None
    if site is None:
        return None
    actors, recipients = sides(site)
    if site.trigger.voice == "noun" and not actors and not recipients:
        # "in the face of Russian aggression": whose it is, though nothing tells it
        actors, recipients = beside(site)
    mine = codes(actors)
    return mine, codes(recipients) - mine


def site_of(c: Cue, lex: Lexicon) -> Site | None:
    """Return where a trigger stands, that of a mere cue too; None inside of another item."""
    trigger = c.triggers[0] if c.triggers else _plain(c)
    if c.item is None or trigger is None or not any(x is c.item for x in c.clause.items):
        return None
    site = Site(c.told.s, c.told.clauses, c.clause, c.item, trigger, lex)
    site.behind = [x for x in site.behind if x.i >= c.j]  # of "memanggil pulang" both words are the trigger
    return site


def _plain(c: Cue) -> Trigger | None:
    """Return the trigger that a word of the cues would be in a frame of its own; None for idioms beside a verb."""
    voice = c.voice
    if voice == "active" and c.type in MUTUAL:
        voice = "mutual"
    elif voice == "phrase":
        voice = "active"
    return Trigger(Frame(c.ids[0], c.type), voice, c.ids[0])

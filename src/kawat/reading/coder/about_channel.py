"""By which channel a contact was: what its sentence and the rest of the article say of it, as named features.

In: a trigger of a contact, the survey.
Out: features, for training and for reading alike.

"Keduanya membahas Gaza" tells no channel; that they met does, three sentences before. So the channels of all contacts
of the article count, those with the same parties above all, and how its first sentences name the contact.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kawat.reading.coder.about_event import event_features
from kawat.reading.coder.cues import Cue
from kawat.reading.coder.scene import LEAD, Told
from kawat.reading.coder.survey import Survey
from kawat.reading.model import Mode
from kawat.reading.scan import Hit
from kawat.reading.turns import turn_taken

OFTEN = 3  # sentences that name a channel, counted up to here


@dataclass(slots=True)
class Contact:
    """A trigger of a contact: its parties, the channel of its word, and that of the grammar's draft."""

    c: Cue
    parties: frozenset[str]
    word: Mode | None
    ruled: Mode | None


@dataclass(slots=True)
class Channels:
    """What an article says of channels: its contacts, and in how many sentences each channel is named."""

    sv: Survey
    contacts: list[Contact]
    named: Counter[str]
    turns: bool  # it is a transcript

    @classmethod
    def of(cls, sv: Survey) -> Channels:
        """Gather the channels of an article."""
        return cls(
            sv,
            [_contact(c, sv) for c in sv.cues if c.type == "CONSULT"],
            Counter(m for t in sv.scene.told for m in set(_words(t.s.hits.values()))),
            any(turn_taken(t.s, t.mentions) is not None for t in sv.scene.told),
        )

    def features(self, c: Cue) -> list[str]:
        """Return the features that tell the channel of a trigger's contact."""
        out = [*event_features(c, self.sv.scene), f"cue:{c.mode}", *_here(c), *_ruled(c, self.sv)]
        return list(dict.fromkeys([*out, *self._beside(c), *self._elsewhere(c), *self._article()]))

    def _beside(self, c: Cue) -> Iterator[str]:
        """Tell the channels of the contacts in the same sentence and in those beside it."""
        for o in self.contacts:
            if o.word and o.c is not c and abs(o.c.told.k - c.told.k) < 2:
                yield f"beside:{o.word}:{'same' if o.c.told is c.told else 'next'}"

    def _elsewhere(self, c: Cue) -> Iterator[str]:
        """Tell the channels of all other contacts of the article."""
        told = defaultdict[str, set[str]](set)
        here = _parties(c.told)
        for o in self.contacts:
            if o.c is c:
                continue
            shared, word = len(o.parties & here) > 1, o.word or ""
            told["word"].add(word)
            told["word:shared"].update([word] if shared else [])
            told["ruled"].update([o.ruled] if o.ruled else [])
            told["ruled:shared"].update([o.ruled] if o.ruled and (shared or not here) else [])
            if o.c.told.k < LEAD:
                told["lead"].add(word)
                yield f"leadword={o.c.words}"
        for name, modes in told.items():
            each = sorted(modes - {""})
            yield from (f"article:{name}={'+'.join(each)}", *(f"article:{name}:{m}" for m in each))

    def _article(self) -> Iterator[str]:
        """Tell which channels the article names at all, and what kind of text it is."""
        for m in sorted(self.named):
            yield from (f"named:{m}", f"named:{m}:{min(self.named[m], OFTEN)}")
        scene = self.sv.scene
        yield from (f"own={scene.publisher is not None}", f"L={scene.language}", f"turns={self.turns}")


def _contact(c: Cue, sv: Survey) -> Contact:
    ruled = sv.ruled(c)
    return Contact(c, _parties(c.told), c.mode, ruled.mode if ruled is not None else None)


def _parties(t: Told) -> frozenset[str]:
    return frozenset(side.code for x in t.actors for side in x.sides)


def _words(hits: Iterable[Hit]) -> Iterator[str]:
    """Yield the channels that words of the lexicon name."""
    for hit in hits:
        if hit.word is not None:
            yield from (x[len("mode:") :] for x in sorted(hit.word.classes) if x.startswith("mode:"))
            yield from (x.frame.mode for x in hit.word.triggers if x.frame.mode)


def _here(c: Cue) -> Iterator[str]:
    """Tell which channels the clause and the sentence name, and whether a place is told."""
    row, hits = c.clause.items, c.told.s.hits
    first, last = min((x.i for x in row), default=c.i), max((x.j for x in row), default=c.j)
    yield from (f"clause:{m}" for m in _words(hit for i, hit in hits.items() if first <= i < last))
    yield from (f"sentence:{m}" for m in _words(hits.values()))
    if any(x.kind == "prep" and x.role == "at" and "where" in x.classes for x in row):
        yield "where"


def _ruled(c: Cue, sv: Survey) -> Iterator[str]:
    """Tell the channel that the grammar has."""
    rule = sv.ruled(c)
    if rule is not None:
        yield f"rulemode={rule.mode}:{'placed' if rule.place is not None else ''}"

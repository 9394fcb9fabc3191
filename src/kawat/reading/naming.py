"""Whom a short name means: where the article first named the speaker who is "Yusri", "Presiden" or "dia" later on.

In: the words that name a speaker, those named before.
Out: the words of the first of them, the fullest by the custom of news.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kawat.reading.mentions import Mention
from kawat.reading.saying import Place, Said, is_person
from kawat.reading.scan import Sentence

#: Names in the longest short form: "Sri Mulyani", "Komisaris Yusri".
SHORT = 3


@dataclass(slots=True)
class People:
    """Who has been named in an article so far."""

    told: Sequence[Sentence]
    mentions: Sequence[Sequence[Mention]]
    joiners: frozenset[str]  # and
    known: list[tuple[frozenset[str], Place]] = field(default_factory=list)

    def refers(self, speaker: Place) -> bool:
        """Tell whether the speaker is "he", "she"."""
        k, i, j = speaker
        return any(m.kind == "person" and m.i == i and m.j >= j for m in self.mentions[k])

    def first(self, speaker: Place) -> Place:
        """Return where that speaker was first named: the place itself where the words are no short form of a name."""
        names = self.names(speaker)
        s = self.told[speaker.sentence]
        lows = s.lows[speaker.i : speaker.j]
        short = len(names) == len([w for w in lows if w[0].isalpha()])
        if not names or not self.joiners.isdisjoint(lows):
            return speaker
        for known, place in reversed(self.known if short or len(names) > 1 else ()):
            if names <= known:
                return place
        place = (self.mentioned(names, speaker) if short and len(names) <= SHORT else None) or speaker
        self.known.append((self.names(place), place))
        return place

    def names(self, place: Place) -> frozenset[str]:
        """Return the capitalised words of a noun phrase."""
        s = self.told[place.sentence]
        return frozenset(s.lows[k] for k in range(place.i, place.j) if s.words[k][0].isupper())

    def mentioned(self, names: frozenset[str], speaker: Place) -> Place | None:
        """Return the first longer name before the speaker that holds these names."""
        for k in range(speaker.sentence + 1):
            if names.isdisjoint(self.told[k].lows):
                continue
            for m in self.mentions[k]:
                place = Place(k, m.i, m.j)
                if not self.joiners.isdisjoint(self.told[k].lows[m.i : m.j]):
                    continue
                if m.kind in ("named", "opaque") and place < speaker and names < self.names(place):
                    return place
        return None


def introduce(found: Sequence[Said], people: People) -> None:
    """Note where the article first named each speaker.

    "Dia" is the person who spoke before; "katanya", and a quotation without a cue, have no other words for the speaker.
    """
    last: Place | None = None
    for x in sorted(found, key=lambda x: x.cue or x.parts[0]):
        if x.speaker is None:
            continue
        refers = people.refers(x.speaker)
        x.named = last if refers and last is not None else people.first(x.speaker)
        if x.implied:
            x.speaker = x.named
        if not refers and is_person(x):
            last = x.named

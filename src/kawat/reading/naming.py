"""Whom a short name means: where the article first named the speaker who is "Yusri", "Presiden" or "dia" later on.

In: the words that name a speaker, those named before.
Out: the words of the first of them, the fullest by the custom of news.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kawat.reading.mentions import Mention
from kawat.reading.scan import Sentence

#: Names in the longest short form: "Sri Mulyani", "Komisaris Yusri".
SHORT = 3


class Place(NamedTuple):
    """Tokens i..j of the sentence at index `sentence`."""

    sentence: int
    i: int
    j: int


@dataclass(slots=True)
class People:
    """Who has been named in an article so far."""

    told: Sequence[Sentence]
    mentions: Sequence[Sequence[Mention]]
    known: list[tuple[frozenset[str], Place]] = field(default_factory=list)

    def first(self, speaker: Place) -> Place | None:
        """Return where that speaker was first named; None where the words name nobody ("dia", "polisi")."""
        names = self.names(speaker)
        if not names:
            return None
        for known, place in reversed(self.known):
            if names <= known:
                return place
        place = (self.mentioned(names, speaker) if len(names) <= SHORT else None) or speaker
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
                if m.kind in ("named", "opaque") and place < speaker and names < self.names(place):
                    return place
        return None

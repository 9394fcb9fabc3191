"""A sentence as the readers of mentions look at it: what stands at a token, without asking thrice whether it is there.

In: one scanned sentence, the lexicon, the article's memory.
Out: answers about single tokens. Every reader of mentions (`names`, `parties`, `titles`, `agents`, `joining`)
takes a `View` first, so that none keeps any state of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from kawat.reading.entries import Title
from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import Memory, Mention, Side
from kawat.reading.party_names import PartyRef
from kawat.reading.scan import Sentence

_LONGEST_PHRASE = 6  # tokens that a phrase may reach over
#: Classes of those who act for a party and meet as people do: officials, the presidents.
MEETING = frozenset({"delegate", "group"})


class View:
    """One sentence with the lexicon and the memory of its article."""

    __slots__ = ("adjective_first", "classes", "hits", "last", "lex", "lows", "memory", "n", "s", "words")

    def __init__(self, s: Sentence, lex: Lexicon, memory: Memory) -> None:
        self.s, self.lex, self.memory = s, lex, memory
        self.words, self.lows, self.hits, self.n = s.words, s.lows, s.hits, len(s.words)
        self.classes = s.classes
        self.adjective_first = lex.pack.adjective_first
        self.last: Mention | None = None  # the mention found last

    # -- what the lexicon knows at a token ------------------------------------------------------------------------

    def titles(self, i: int) -> Sequence[Title]:
        """Return the titles that the phrase at token i can be."""
        hit = self.hits.get(i)
        return hit.word.titles if hit is not None and hit.word is not None else ()

    def has_trigger(self, i: int) -> bool:
        """Tell whether a phrase that starts at or reaches over token i may tell of an event."""
        hit = next(
            (h for k in range(i, max(-1, i - _LONGEST_PHRASE), -1) if (h := self.hits.get(k)) is not None),
            None,
        )
        return hit is not None and hit.i <= i < hit.j and hit.word is not None and bool(hit.word.triggers)

    def parties(self, i: int) -> Sequence[PartyRef]:
        """Return the parties that the name at token i can mean."""
        hit = self.hits.get(i)
        return hit.name.parties if hit is not None and hit.name is not None else ()

    def is_place(self, i: int) -> bool:
        """Tell whether the name at token i is one of a town or a region: of no party, of no person."""
        hit = self.hits.get(i)
        return hit is not None and hit.name is not None and not hit.name.parties and not hit.name.holders

    def after(self, i: int) -> int:
        """Return the token after the phrase (or lone token) at i."""
        hit = self.hits.get(i)
        return hit.j if hit is not None else i + 1

    def is_covered(self, i: int) -> bool:
        """Tell whether a phrase of the lexicon starts at token i or reaches over it."""
        near = (self.hits.get(k) for k in range(max(0, i - _LONGEST_PHRASE + 1), i + 1))
        return any(hit.i <= i < hit.j for hit in near if hit is not None)

    # -- how a token is written -----------------------------------------------------------------------------------

    def is_mark(self, i: int, marks: str) -> bool:
        """Tell whether token i is one of these marks."""
        return i < self.n and self.words[i] in marks

    def owns(self, i: int) -> bool:
        """Tell whether token i is a mark by which what stands before it owns what stands behind it: "'s"."""
        return i < self.n and len(self.words[i]) > 1 and self.words[i] in self.lex.pack.owner_marks

    def is_capital(self, i: int) -> bool:
        """Tell whether token i starts with a capital."""
        return i < self.n and self.words[i][0].isupper()

    def is_lower(self, i: int) -> bool:
        """Tell whether token i starts with a small letter."""
        return i < self.n and self.words[i][0].islower()

    def is_unknown_capital(self, i: int) -> bool:
        """Tell whether token i is capitalised and nothing that the lexicon knows."""
        return i >= 0 and self.is_capital(i) and self.words[i].isalpha() and not self.is_covered(i)

    def is_acronym(self, i: int) -> bool:
        """Tell whether token i is a body's short name in no list: "UEFA", but "BJ" and "SBY HADIR" are none."""
        word = self.words[i] if i < self.n else ""
        low, written = word.lower(), len(word) > 2 and word.isalpha() and word.isupper()
        if not written or self.is_covered(i) or low in self.memory.people or low in self.lex.charges:
            return False
        if i and all(w.isupper() or not w[0].isalpha() for w in self.words[:i]):
            return False  # "PRESIDENT ROJAS: Thank you": a speaker, in a transcript
        return any(w.islower() for w in self.words)

    def past_article(self, i: int) -> int:
        """Return the token after an article at i ("the"), else i."""
        return i + 1 if i < self.n and self.lows[i] in self.lex.articles else i

    def past_brackets(self, i: int) -> int:
        """Return the token after "(AS)" at i, else i."""
        short = i + 2 < self.n and self.words[i] == "(" and self.words[i + 2] == ")"
        return i + 3 if short and self.words[i + 1].isupper() else i

    # -- what comes of it -----------------------------------------------------------------------------------------

    def side(self, i: int, j: int, code: str, reason: str, sort: str) -> Side:
        """Make the side that tokens i..j name."""
        start, end = self.s.span(i, j)
        return Side(code, None, None, start, end, reason, sort)

    def acting(self, i: int, j: int, code: str, reason: str, until: int = 0) -> Mention:
        """Make the mention of those who act for a party: its side is tokens i..j, the mention reaches to `until`."""
        side = self.side(i, j, code, reason, "organ")
        if any(self.classes(k) & MEETING for k in range(i, max(j, until))):
            side.office = "official"
        return Mention(i, until or j, [side], agent=True)

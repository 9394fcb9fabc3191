"""Is an article worth the dear steps? Most news is of no politics between states, and its words show that at once.

In: the scanned sentences of an article; nobody has been looked up yet.
Out: features of the question "worth".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kawat.reading.scan import Sentence

#: Sentences that are read whatever they are about: so few say little of that, and take no time.
FEW = 3
MANY = (1, 2, 3, 5, 8, 13)
TELLING = frozenset({"sport", "relay", "agent", "counterpart"})  # classes of words that are told


def screen_features(told: Iterable[Sentence]) -> list[str]:
    """Return what the phrases of the lexicon say of an article: frames, offices, parties, and which stand together."""
    seen: set[str] = set()
    parties: Counter[str] = Counter()
    met: Counter[int] = Counter()  # parties in a sentence with a trigger -> such sentences
    for s in told:
        codes: set[str] = set()
        frames: set[str] = set()
        for hit in s.hits.values():
            word, name = hit.word, hit.name
            if word is not None and word.triggers:
                frames.update(t.frame.id for t in word.triggers)
            if word is not None and word.titles:
                seen.update(f"office={t.office}" for t in word.titles)
            if word is not None and not word.classes.isdisjoint(TELLING):
                seen.update(f"class={c}" for c in word.classes & TELLING)
            if name is not None:
                codes.update(p.code for p in name.parties)
                codes.update(h.country for h in name.holders)
        seen.update(f"frame={f}" for f in frames)
        seen.update(f"beside={f}" for f in frames if len(codes) > 1)
        parties.update(codes)
        if frames:
            met[min(len(codes), 3)] += 1
    return sorted({*seen, *_counts("parties", len(parties)), *_counts("named", parties.total()),
                   *(f for n, count in met.items() for f in _counts(f"met{n}", count))})  # fmt: skip


def _counts(name: str, n: int) -> Iterator[str]:
    return (f"{name}>={many}" for many in MANY if n >= many)

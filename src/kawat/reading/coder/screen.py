"""Is an article worth the dear steps? Most news is of no politics between states, and its words show that at once.

In: the scanned sentences of an article; nobody has been looked up yet.
Out: features of the question "worth".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kawat.reading.scan import Sentence

MANY = (1, 2, 3, 5, 8, 13)


def screen_features(told: Iterable[Sentence]) -> list[str]:
    """Return what the phrases of the lexicon say of an article: frames, offices, parties, and which stand together."""
    seen: set[str] = set()
    parties: Counter[str] = Counter()
    met: Counter[int] = Counter()  # parties in a sentence with a trigger -> such sentences
    for s in told:
        codes: set[str] = set()
        frames: set[str] = set()
        for hit in s.hits.values():
            if hit.word is not None:
                frames.update(t.frame.id for t in hit.word.triggers)
                seen.update(f"office={t.office}" for t in hit.word.titles)
                seen.update(
                    f"class={c}" for c in hit.word.classes & {"sport", "relay", "agent", "counterpart"}
                )
            if hit.name is not None:
                codes.update(p.code for p in hit.name.parties)
                codes.update(h.country for h in hit.name.holders)
        seen.update(f"frame={f}" for f in frames)
        seen.update(f"beside={f}" for f in frames if len(codes) > 1)
        parties.update(codes)
        if frames:
            met[min(len(codes), 3)] += 1
    return sorted({*seen, *_counts("parties", len(parties)), *_counts("named", parties.total()),
                   *(f for n, count in met.items() for f in _counts(f"met{n}", count))})  # fmt: skip


def _counts(name: str, n: int) -> Iterator[str]:
    return (f"{name}>={many}" for many in MANY if n >= many)

"""What speaks for and against two mentions being of one event, as named numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product

from kawat.linking.telling_gists import GATE, blurred, neighbours, total
from kawat.linking.telling_mentions import Collection, Seen, Vector, cosine, unit

FEATURES = (
    "same_page", "pages_alike", "pages_names", "stories_alike", "nearest_pages", "same_lemma", "same_root",
    "lemmas_shared", "roots_shared", "letters_alike", "same_cue", "same_sense", "contexts_alike", "sentences_alike",
    "near_alike", "same_left", "same_right", "sides_shared", "names_shared", "names_apart",
    "numbers_shared", "numbers_apart", "times_shared", "times_apart", "others_shared", "both_light",
    "one_light", "both_speech", "one_speech", "one_negated", "both_nouns", "one_noun", "both_first",
    "place_gap", "sentence_gap", "rarity", "more_rarity", "fewest_alike", "most_alike", "heads_crossed",
    "gists_alike",
)  # fmt: skip


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _apart(one: frozenset[str], other: frozenset[str]) -> float:
    return float(bool(one) and bool(other) and not one & other)


class Pairs:
    """The mentions of a collection, pair by pair."""

    def __init__(self, collection: Collection, seen: Sequence[Seen]) -> None:
        self.seen, self.idf, self.called = seen, collection.idf, collection.called
        self.near = neighbours(collection.gist)
        self.blurred = blurred(collection.gist, self.near)
        self.nearest = {
            i: max((x for j, x in alike.items() if j != i), default=0.0) for i, alike in self.near.items()
        }
        self.in_page = Counter((s.mention.page, s.root) for s in seen)
        contexts, gists = _contexts(seen, collection.idf), _gists(seen, self.blurred)
        # Asked for again and again: few roots and pages, many mentions.
        self._contexts = cache(lambda one, other: cosine(contexts[one], contexts[other]))
        self._gists = cache(lambda one, other: cosine(gists[one], gists[other]))
        self._pages = cache(self._compare_pages)

    def _compare_pages(self, one: str, other: str) -> tuple[float, ...]:
        """Tell how alike two pages are: by all words, by names, with their neighbours, beside the best of either."""
        alike = self.near[one].get(other, 0.0)
        best = max(min(self.nearest[one], self.nearest[other]), GATE / 2)
        names, stories = (cosine(v[one], v[other]) for v in (self.called, self.blurred))
        return alike, names, stories, alike / best

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs that pass the gate, as indexes, the smaller first, in order."""
        by_page: dict[str, list[int]] = {}
        for i, seen in enumerate(self.seen):
            by_page.setdefault(seen.mention.page, []).append(i)
        for one in sorted(by_page):
            yield from combinations(by_page[one], 2)
            for other in self.near[one]:
                if one < other:
                    yield from ((min(p), max(p)) for p in product(by_page[one], by_page.get(other, ())))

    def features(self, i: int, j: int) -> tuple[float, ...]:
        """Return the numbers of `FEATURES` for two mentions, the same for both orders."""
        a, b = self.seen[i], self.seen[j]
        return (
            *self._page(a, b),
            *self._words(a, b),
            *self._around(a, b),
            *self._manner(a, b),
            *self._rarity(a, b),
        )

    def _page(self, a: Seen, b: Seen) -> tuple[float, ...]:
        same = a.mention.page == b.mention.page
        return (
            float(same),
            *((1.0,) * 4 if same else self._pages(*sorted((a.mention.page, b.mention.page)))),
        )

    def _words(self, a: Seen, b: Seen) -> tuple[float, ...]:
        return (
            float(a.head == b.head), float(a.root == b.root), _share(a.lemmas, b.lemmas), _share(a.roots, b.roots),
            2 * len(a.grams & b.grams) / max(1, len(a.grams) + len(b.grams)),
            float(bool(a.cues & b.cues)), float(bool(a.senses & b.senses)),
            self._contexts(*sorted((a.root, b.root))),
        )  # fmt: skip

    def _around(self, a: Seen, b: Seen) -> tuple[float, ...]:
        left, right = _first(a.left, b.left), _first(a.right, b.right)
        sides = _share(frozenset((*a.left[:2], *a.right[:2])), frozenset((*b.left[:2], *b.right[:2])))
        return (
            cosine(a.around, b.around), cosine(a.near, b.near), left, right, sides,
            self._rare(a.names & b.names), _apart(a.names, b.names), _share(a.numbers, b.numbers),
            _apart(a.numbers, b.numbers), _share(a.times, b.times), _apart(a.times, b.times),
            _share(a.others, b.others),
        )  # fmt: skip

    def _rare(self, lemmas: frozenset[str]) -> float:
        return sum(sorted(self.idf.get(w, 0.0) for w in lemmas))

    def _manner(self, a: Seen, b: Seen) -> tuple[float, ...]:
        m, n = a.mention, b.mention
        same = m.page == n.page
        return (
            float(a.light and b.light), float(a.light != b.light), float(a.speech and b.speech),
            float(a.speech != b.speech), float(a.negated != b.negated),
            float(a.noun and b.noun), float(a.noun != b.noun),
            float(m.sentence <= 1 and n.sentence <= 1), float(abs(m.sentence - n.sentence)),
            float(abs(m.sentence - n.sentence)) if same else -1.0,
        )  # fmt: skip

    def _rarity(self, a: Seen, b: Seen) -> tuple[float, ...]:
        idf = self.idf
        rarity = sorted((idf.get(a.head, 0.0), idf.get(b.head, 0.0)))
        alike = sorted((self.in_page[a.mention.page, a.root], self.in_page[b.mention.page, b.root]))
        crossed = (a.head in b.around) + (b.head in a.around)
        return (*rarity, *map(float, alike), float(crossed), self._gists(*sorted((a.root, b.root))))


def _first(one: Sequence[str], other: Sequence[str]) -> float:
    return float(bool(one) and bool(other) and one[0] == other[0])


def _contexts(seen: Sequence[Seen], idf: Mapping[str, float]) -> dict[str, Vector]:
    """Return for each root the words near its mentions, unit length."""
    near: dict[str, Counter[str]] = {}
    for s in seen:
        near.setdefault(s.root, Counter()).update({*s.left[:3], *s.right[:3]})
    return {r: unit({w: n * idf.get(w, 0.0) for w, n in bag.items()}) for r, bag in near.items()}


def _gists(seen: Sequence[Seen], gists: Mapping[str, Vector]) -> dict[str, Vector]:
    """Return for each root what the pages are about that mention it, unit length."""
    pages: dict[str, set[str]] = {}
    for s in seen:
        pages.setdefault(s.root, set()).add(s.mention.page)
    return {r: unit(total((gists[p], 1.0) for p in sorted(told))) for r, told in pages.items()}

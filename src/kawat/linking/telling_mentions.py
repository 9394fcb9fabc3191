"""Mentions of events in pages, and what of each can be compared: its words, those around it, its page's gist."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec

from kawat import packs, times
from kawat.linking.telling_words import WORD, lemma, light, root, senses, speech, stop
from kawat.reading.entries import Cues

#: Words to either side of a mention that count as near it.
NEAR = 5
#: A word is a name where at least this share of its occurrences inside sentences is capitalised.
NAME_SHARE = 0.7
_DIGITS = re.compile(r"\d[\d.,]*")
_NEGATIONS = frozenset({"not", "no", "never", "without", "n't", "cannot", "nor", "neither", "denied"})

Vector = dict[str, float]


class Page(msgspec.Struct, frozen=True):
    """What was read: one article."""

    id: str
    sentences: tuple[str, ...]  # in order; the first is the title or what comes nearest to it


class Mention(msgspec.Struct, frozen=True, order=True):
    """Words of a page that mention an event."""

    page: str  # id of the page
    sentence: int  # index into its sentences
    start: int  # code points of the sentence, end exclusive; other words may stand between
    end: int
    words: tuple[str, ...]  # the words that mention it, as they stand


class Seen(msgspec.Struct, frozen=True):
    """What of a mention can be compared. Words are lemmas (`telling_words`)."""

    mention: Mention
    head: str  # the lemma that says most
    root: str  # of the head
    lemmas: frozenset[str]
    roots: frozenset[str]
    grams: frozenset[str]  # of three letters, of its roots
    cues: frozenset[str]  # entries of the cue pack that know the head
    senses: frozenset[int]  # groups of near synonyms that its roots stand in
    left: tuple[str, ...]  # content words before it in the sentence, nearest first
    right: tuple[str, ...]  # and after it
    around: Vector  # the sentence without the mention, unit length
    near: Vector  # the words near it, unit length
    names: frozenset[str]
    numbers: frozenset[str]
    times: frozenset[str]
    others: frozenset[str]  # heads of the other mentions in the sentence
    negated: bool
    light: bool
    speech: bool
    noun: bool  # a determiner or adjective stands before it, by its form


@cache
def _cues() -> Mapping[str, frozenset[str]]:
    """Return root -> ids of the entries of the English cue pack with that single word."""
    known: dict[str, set[str]] = defaultdict(set)
    for cue in packs.section("en", "cues", Cues).cue:
        for phrase in (*cue.verbs, *cue.nouns, *cue.passive):
            if " " not in phrase:
                known[root(phrase)].add(cue.id)
    return {word: frozenset(ids) for word, ids in known.items()}


def unit(weights: Mapping[str, float]) -> Vector:
    """Scale a vector to length 1; one of nothing stays empty."""
    length = math.sqrt(math.fsum(x * x for x in weights.values()))
    return {w: x / length for w, x in weights.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors of unit length."""
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(x * other[w] for w, x in one.items() if w in other)


class Collection:
    """All pages that are compared with one another: how rare their words are, and what each page is about."""

    def __init__(self, pages: Iterable[Page], gists: Mapping[str, Vector] | None = None) -> None:
        self.pages = {page.id: page for page in pages}
        self.tokens = {p.id: [_tokens(s) for s in p.sentences] for p in self.pages.values()}
        bags = {i: Counter(w for s in told for w in _content(s)) for i, told in self.tokens.items()}
        frequent = Counter(word for bag in bags.values() for word in bag)
        self.idf = {w: math.log((len(bags) + 1) / n) for w, n in frequent.items()}
        self.names = _names(self.tokens.values())
        self.gist = dict(gists) if gists else {i: self._gist(bag) for i, bag in bags.items()}
        self.called = {i: self.weigh(w for w in bag if w in self.names) for i, bag in bags.items()}

    def _gist(self, bag: Mapping[str, int]) -> Vector:
        return unit({w: (1 + math.log(n)) * self.idf[w] for w, n in bag.items()})

    def weigh(self, lemmas: Iterable[str]) -> Vector:
        """Return a vector of unit length: each lemma by how rare it is."""
        return unit({w: self.idf.get(w, 0.0) for w in lemmas})

    def see(self, mentions: Sequence[Mention]) -> list[Seen]:
        """Return what of each mention can be compared, in order."""
        heads: dict[tuple[str, int], list[tuple[Mention, str]]] = defaultdict(list)
        for mention in mentions:
            heads[mention.page, mention.sentence].append((mention, head_of(mention.words)))
        return [self._see(m, [h for o, h in heads[m.page, m.sentence] if o != m]) for m in mentions]

    def _see(self, mention: Mention, others: Iterable[str]) -> Seen:
        text = self.pages[mention.page].sentences[mention.sentence]
        tokens = self.tokens[mention.page][mention.sentence]
        before = [t for t in tokens if t[1] < mention.start]
        after = [t for t in tokens if t[0] >= mention.end]
        left, right = _content(reversed(before)), _content(after)
        head = head_of(mention.words)
        content = [w for w in mention.words if w.lower() not in stop("en")] or list(mention.words)
        roots = frozenset(map(root, content))
        around = {*left, *right}
        return Seen(
            mention, head, root(head_word(mention.words)), frozenset(map(lemma, content)), roots,
            frozenset(w[i : i + 3] for r in roots for w in [f"^{r}"] for i in range(len(w) - 2)),
            _cues().get(root(head_word(mention.words)), frozenset()),
            frozenset(n for r in roots for n in senses(r)),
            tuple(left), tuple(right), self.weigh(around), self.weigh({*left[:NEAR], *right[:NEAR]}),
            frozenset(around & self.names), frozenset(_DIGITS.findall(text)), _times(text), frozenset(others),
            any(w.lower() in _NEGATIONS for _, _, w in before[-3:]), head in light(), head in speech(),
            _nominal([w for _, _, w in before]),
        )  # fmt: skip


def head_word(words: Sequence[str]) -> str:
    """Return the word that says most: the last that is neither empty nor light; a verb's particle is empty."""
    content = [w for w in words if w.lower() not in stop("en")] or list(words)
    heavy = [w for w in content if lemma(w) not in light()] or content
    return heavy[-1]


def head_of(words: Sequence[str]) -> str:
    """Return the lemma of the word that says most."""
    return lemma(head_word(words))


def _nominal(before: Sequence[str]) -> bool:
    return bool(before) and before[-1].lower() in {
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "'s",
        "this",
        "of",
    }


Token = tuple[int, int, str]


def _tokens(sentence: str) -> list[Token]:
    return [(m.start(), m.end(), m[0]) for m in WORD.finditer(sentence)]


def _content(tokens: Iterable[Token]) -> list[str]:
    return [lemma(w) for _, _, w in tokens if w.lower() not in stop("en")]


def _names(pages: Iterable[list[list[Token]]]) -> frozenset[str]:
    """Return the lemmas that inside sentences stand with a capital, nearly always."""
    upper: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for sentence in (s for page in pages for s in page):
        for _, _, word in sentence[1:]:
            every[key := lemma(word)] += 1
            upper[key] += word[:1].isupper()
    return frozenset(w for w, n in every.items() if upper[w] >= NAME_SHARE * n)


@cache
def _times(sentence: str) -> frozenset[str]:
    """Return what the time expressions of a sentence say, without the day of the page."""
    said = set()
    for timex in times.find(sentence, "en"):
        parts = (timex.year, timex.month, timex.day, timex.weekday)
        said |= {f"{n}{part}" for n, part in zip("ymdw", parts, strict=True) if part is not None}
    return frozenset(said)

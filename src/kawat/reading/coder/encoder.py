"""A small encoder reads the words around each trigger: what it holds of trigger and parties, as scores.

In: the survey of an article.
Out: for each trigger the chance that it tells an event, the odds of its statuses, and the chance of each party near it
to act in it, to be acted upon, or to take part. They are features of the coder, not decisions.

The encoder never sees who a party is: every mention becomes a mark of its sort (state, organ, body, group, person)
and the number that the party has in the article. It is trained by `tools/train_encoder.py`: words hidden in unlabelled
news, then the annotated triggers. Reading it needs numpy alone. Scores are rounded to three decimals, far above the
last bits in which machines differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from kawat.reading.coder.cues import Cue
from kawat.reading.coder.reading import RANKS, STATUSES, Reading
from kawat.reading.coder.scene import Scene, Told

Floats = NDArray[np.float32]

TYPES = (
    "CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
#: The first pieces of every vocabulary; words come behind.
SPECIAL = (
    "<pad>", "<unk>", "<mask>", "<title>", "<body>", "<caption>",
    "<state>", "<organ>", "<body-of-states>", "<group>", "<person>",
)  # fmt: skip
UNKNOWN = 1
ROLES = {"title": 3, "body": 4, "caption": 5}
PARTY = 6
SORTS = {
    "state": 0,
    "adjective": 0,
    "capital": 0,
    "seat": 0,
    "organ": 1,
    "body": 2,
    "bloc": 2,
    "group": 3,
    "person": 4,
}
HEADS = 4
LONGEST = 256  # pieces read at once
REACH = 3  # sentences from a trigger to a party whose part in it is weighed
WORD_START = "\u2581"
MOST_PIECES = 8  # of one word

_DIGIT = re.compile(r"\d")


# -- words and pieces ------------------------------------------------------------------------------------------------


def normal(word: str) -> str:
    """Return a word as the vocabulary has it: lower case, plain quotation marks, digits all nought."""
    return _DIGIT.sub("0", word.lower().replace("’", "'").replace("“", '"').replace("”", '"'))


def shape(word: str) -> int:
    """Return how a word is written: 0 small, 1 first letter capital, 2 all capital, 3 otherwise."""
    if word.islower() or not word[:1].isalpha():
        return 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[:1].isupper() else 3


class Pieces:
    """Words to pieces: from the left, the longest piece of the vocabulary."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.index = {v: i for i, v in enumerate(vocabulary)}
        self.longest = max(map(len, vocabulary))
        self.seen: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Return the pieces of a word."""
        known = self.seen.get(word)
        if known is None:
            if len(self.seen) > 100_000:
                self.seen.clear()
            known = self.seen[word] = tuple(self._split(WORD_START + normal(word))[:MOST_PIECES])
        return known

    def _split(self, s: str) -> list[int]:
        out: list[int] = []
        i = 0
        while i < len(s):
            for j in range(min(len(s), i + self.longest), i, -1):
                piece = self.index.get(s[i:j])
                if piece is not None:
                    out.append(piece)
                    i = j
                    break
            else:
                i += 2 if i == 0 else 1
                if not out or out[-1] != UNKNOWN:
                    out.append(UNKNOWN)
        return out


@dataclass(slots=True)
class Line:
    """A sentence in pieces."""

    ids: list[int]
    #: Of the word that a piece is of; of a party 4 named, 5 referred to, 6 a person, 7 a spokesperson.
    shapes: list[int]
    parties: list[int]  # 0, or 1 + the rank of the party that stands there
    first: list[int]  # 1 where a word begins
    at: dict[int, int]  # token of the sentence -> its first piece
    to: dict[int, int]  # token of the sentence -> the piece behind its last


def line(t: Told, cues: Sequence[Cue], scene: Scene, pieces: Pieces) -> Line:
    """Put a sentence into pieces, its parties replaced by marks."""
    out = Line([ROLES.get(t.s.role, 4)], [0], [0], [1], {}, {})
    kept = {k for c in cues for k in range(c.i, c.j)}  # words that must stay readable
    starts = {x.i: x for x in t.row if x.kind == "actor" and x.sides}
    words = t.s.words

    def word(k: int) -> None:
        made = pieces.of(words[k])
        n = len(made)
        out.at[k] = len(out.ids)
        out.to[k] = len(out.ids) + n
        out.ids += made
        out.shapes += [shape(words[k])] * n
        out.parties += [0] * n
        out.first += [1] + [0] * (n - 1)

    i = 0
    while i < len(words):
        item = starts.get(i)
        if item is None:
            word(i)
            i += 1
            continue
        if any(y.speaks for y in item.sides):
            how = 3
        elif item.mention is not None and item.mention.kind not in ("named", "self"):
            how = 1
        else:
            how = 2 if any(y.person for y in item.sides) else 0
        begin = len(out.ids)
        for y in item.sides[:5]:
            rank = scene.rank.get(y.code)
            out.ids.append(PARTY + SORTS.get(y.sort, 0))
            out.shapes.append(4 + how)
            out.parties.append(0 if rank is None else 1 + min(rank, RANKS - 1))
            out.first.append(1)
        for k in range(item.i, item.j):
            if k in kept:
                word(k)
            else:
                out.at[k], out.to[k] = begin, begin + 1
        i = max(item.j, i + 1)
    return out


def runs(lengths: Sequence[int], most: int = LONGEST) -> Iterator[range]:
    """Yield the sentences that are read at once: as many as fit, in order."""
    begin = total = 0
    for k, length in enumerate(lengths):
        n = min(length, most)
        if k > begin and total + n > most:
            yield range(begin, k)
            begin, total = k, 0
        total += n
    if begin < len(lengths):
        yield range(begin, len(lengths))


def span(c: Cue, ln: Line) -> tuple[int, int]:
    """Return the pieces of a trigger in its sentence: of its first token's start and its last token's end."""
    a = ln.at[c.i]
    return a, max(ln.to[c.j - 1], a + 1)


def apart(k: int, s: int, a: int, p: int) -> int:
    """Return the class of the way from a trigger (sentence k, piece a) to a party (sentence s, piece p)."""
    if s < k:
        return max(0, 3 + s - k)
    if s > k:
        return min(15, 12 + s - k)
    near = abs(p - a) <= 4
    return (11 if near else 8) if p > a else (4 if near else 7)


# -- the network -----------------------------------------------------------------------------------------------------


def _distance(most: int) -> NDArray[np.int64]:
    """Return the class of the way between two pieces, by how far apart they are."""
    near = np.arange(most)
    far = np.minimum(9 + (np.log2(np.maximum(near, 8) / 8) * 3 + 1e-9).astype(np.int64), 16)
    return np.where(near <= 8, near, far)


class Encoder:
    """The trained network, laid out for reading."""

    def __init__(self, stored: Mapping[str, NDArray[np.generic]]) -> None:
        self.w: dict[str, Floats] = {}
        for name, value in stored.items():
            if name == "vocabulary" or name.endswith("|scale"):
                continue
            full = value.astype(np.float32)
            if name + "|scale" in stored:
                full *= stored[name + "|scale"].astype(np.float32)[:, None]
            # matrices are applied to rows of x, so keep them turned
            turned = full.ndim == 2 and name.split(".")[0] not in ("tok", "case", "ent", "rel", "rt", "rd")
            self.w[name] = np.ascontiguousarray(full.T) if turned else full
        self.pieces = Pieces(bytes(stored["vocabulary"].astype(np.uint8)).decode().split("\n"))
        self.layers = 1 + max(int(n.split(".")[1]) for n in self.w if n.startswith("L."))
        way = np.arange(LONGEST)[None, :] - np.arange(LONGEST)[:, None]
        kinds = _distance(LONGEST)[np.abs(way)]
        self.bias = np.ascontiguousarray(
            self.w["rel"][np.where(way < 0, kinds + 17, kinds)].transpose(2, 0, 1)
        )

    def _linear(self, name: str, x: Floats) -> Floats:
        y: Floats = x @ self.w[name + ".weight"]
        y += self.w[name + ".bias"]
        return y

    def _norm(self, name: str, x: Floats) -> Floats:
        x = x - x.mean(axis=1, keepdims=True)
        x = x / np.sqrt((x * x).mean(axis=1, keepdims=True) + np.float32(1e-5))
        y: Floats = x * self.w[name + ".weight"] + self.w[name + ".bias"]
        return y

    def states(
        self, ids: Sequence[int], shapes: Sequence[int], parties: Sequence[int], want: NDArray[np.int64]
    ) -> Floats:
        """Return the states of the wanted pieces of a run."""
        w = self.w
        x = self._norm(
            "n0", w["tok.weight"][list(ids)] + w["case.weight"][list(shapes)] + w["ent.weight"][list(parties)]
        )
        n, d = x.shape
        size = d // HEADS
        bias = self.bias[:, :n, :n]
        for k in range(self.layers):
            last = k == self.layers - 1
            name = f"L.{k}."
            y = self._linear(name + "qkv", self._norm(name + "n1", x)).reshape(n, 3, HEADS, size)
            query, key, value = (
                y[:, 0].transpose(1, 0, 2),
                y[:, 1].transpose(1, 2, 0),
                y[:, 2].transpose(1, 0, 2),
            )
            if last:  # of the last layer only what is asked for
                query, x, bias = query[:, want], x[want], bias[:, want]
            a = (query * np.float32(size**-0.5)) @ key
            a += bias
            a -= a.max(axis=2, keepdims=True)
            np.exp(a, out=a)
            mixed = ((a @ value) / a.sum(axis=2, keepdims=True)).transpose(1, 0, 2).reshape(len(x), d)
            x = x + self._linear(name + "o", mixed)
            x = x + self._linear(
                name + "f2", np.maximum(self._linear(name + "f1", self._norm(name + "n2", x)), 0)
            )
        return self._norm("n", x)

    def read(self, cues: Sequence[Cue], scene: Scene) -> list[Reading | None]:
        """Return what the encoder holds of each trigger; none of one too far back in a very long sentence."""
        by_sentence: dict[int, list[int]] = {}
        for n, c in enumerate(cues):
            by_sentence.setdefault(c.told.k, []).append(n)
        lines = [line(t, [cues[n] for n in by_sentence.get(t.k, ())], scene, self.pieces) for t in scene.told]
        out: list[Reading | None] = [None] * len(cues)
        for run in runs([len(x.ids) for x in lines]):
            if any(k in by_sentence for k in run):
                self._run(run, lines, cues, by_sentence, out)
        return out

    def _run(
        self,
        run: range,
        lines: Sequence[Line],
        cues: Sequence[Cue],
        by_sentence: Mapping[int, list[int]],
        out: list[Reading | None],
    ) -> None:
        ids: list[int] = []
        shapes: list[int] = []
        parties: list[int] = []
        mentions: list[tuple[int, int, int]] = []  # piece, rank, sentence
        asked: list[tuple[int, int, int, int]] = []  # trigger, sentence, first piece, last piece
        for k in run:
            x = lines[k]
            begin = len(ids)
            size = min(len(x.ids), LONGEST - begin)
            ids += x.ids[:size]
            shapes += x.shapes[:size]
            parties += x.parties[:size]
            mentions += [(begin + p, e - 1, k) for p, e in enumerate(x.parties[:size]) if e]
            for n in by_sentence.get(k, ()):
                a, b = span(cues[n], x)
                if b <= size:
                    asked.append((n, k, begin + a, begin + b - 1))
        if not asked:
            return
        want = np.array(
            sorted({p for _, _, a, b in asked for p in (a, b)} | {p for p, _, _ in mentions}), np.int64
        )
        place = {int(p): i for i, p in enumerate(want)}
        states = self.states(ids, shapes, parties, want)
        u = np.concatenate(
            [states[[place[a] for _, _, a, _ in asked]], states[[place[b] for _, _, _, b in asked]]], axis=1
        )
        types = [TYPES.index(cues[n].type) for n, _, _, _ in asked]
        z = np.maximum(self._linear("e1", u), 0)
        event = _chance(self._linear("e2", z)[np.arange(len(asked)), types]).tolist()
        status = self._linear("s2", z)
        status = np.exp(status - status.max(axis=1, keepdims=True))
        status /= status.sum(axis=1, keepdims=True)
        parts = self._parts(u, types, asked, mentions, states, place)
        for q, (n, _, _, _) in enumerate(asked):
            out[n] = Reading(round(event[q], 3), tuple(round(x, 3) for x in status[q].tolist()), parts[q])

    def _parts(  # noqa: PLR0917
        self,
        u: Floats,
        types: Sequence[int],
        asked: Sequence[tuple[int, int, int, int]],
        mentions: Sequence[tuple[int, int, int]],
        states: Floats,
        place: Mapping[int, int],
    ) -> list[dict[int, tuple[float, float, float]]]:
        """Weigh each party near each trigger, all its mentions together."""
        out: list[dict[int, tuple[float, float, float]]] = [{} for _ in asked]
        groups: dict[tuple[int, int], int] = {}
        pairs: list[tuple[int, int, int, int]] = []  # group, trigger, mention, way
        for q, (_, k, a, _) in enumerate(asked):
            for i, (p, rank, s) in enumerate(mentions):
                if abs(s - k) <= REACH:
                    pairs.append((groups.setdefault((q, rank), len(groups)), q, i, apart(k, s, a, p)))
        if not pairs:
            return out
        group, cue, mention, way = np.array(sorted(pairs), np.int64).T
        trigger = self._linear("ra", u) + self.w["rt.weight"][types]
        party = self._linear("rb", states[[place[p] for p, _, _ in mentions]])
        h = trigger[cue]
        h += party[mention]
        h += self.w["rd.weight"][way]
        odds = self._linear("r2", np.maximum(h, 0, out=h))
        starts = np.flatnonzero(np.diff(group, prepend=-1))
        top = np.maximum.reduceat(odds, starts, axis=0)
        chances = _chance(top + np.log(np.add.reduceat(np.exp(odds - top[group]), starts, axis=0))).tolist()
        for (q, rank), (x, y, z) in zip(groups, chances, strict=True):
            out[q][rank] = (round(x, 3), round(y, 3), round(z, 3))
        return out


def _chance(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))), np.float32)


def load(raw: bytes) -> Encoder:
    """Lay out a stored network."""
    with np.load(BytesIO(raw), allow_pickle=False) as stored:
        return Encoder({name: stored[name] for name in stored.files})


@cache
def encoder() -> Encoder:
    """Load the network that ships with the package."""
    return load(files("kawat.reading.coder").joinpath("encoder.npz").read_bytes())

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

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from kawat.reading.coder.cues import Cue
from kawat.reading.coder.pieces import LONGEST, Line, Pieces, apart, line, runs, span
from kawat.reading.coder.reading import Reading
from kawat.reading.coder.scene import Scene

Floats = NDArray[np.float32]

TYPES = (
    "CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
HEADS = 4
BESIDE = 1  # sentences on either side of one with a trigger that are read with it
REACH = 3  # sentences from a trigger to a party whose part in it is weighed


@dataclass(slots=True)
class Laid:
    """Some sentences laid out one behind the other, in pieces."""

    ids: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    parties: list[int] = field(default_factory=list)
    mentions: list[tuple[int, int, int]] = field(default_factory=list)  # piece, rank of the party, sentence
    asked: list[tuple[int, int, int, int]] = field(
        default_factory=list
    )  # trigger, sentence, first and last piece


def _laid(run: Sequence[tuple[int, Line]], cues: Sequence[Cue], places: Mapping[int, list[int]]) -> Laid:
    out = Laid()
    for k, x in run:
        begin = len(out.ids)
        size = min(len(x.ids), LONGEST - begin)
        out.ids += x.ids[:size]
        out.shapes += x.shapes[:size]
        out.parties += x.parties[:size]
        out.mentions += [(begin + p, e - 1, k) for p, e in enumerate(x.parties[:size]) if e]
        spans = ((n, *span(cues[n], x)) for n in places.get(k, ()))
        out.asked += [(n, k, begin + a, begin + b - 1) for n, a, b in spans if b <= size]
    return out


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
        y: Floats = x - x.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", y, y)[:, None] / np.float32(x.shape[1])
        y *= 1 / np.sqrt(spread + np.float32(1e-5))
        y *= self.w[name + ".weight"]
        y += self.w[name + ".bias"]
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
            mixed: Floats = np.matmul(a, value)
            mixed /= np.einsum("hij->hi", a)[:, :, None]
            x = x + self._linear(name + "o", mixed.transpose(1, 0, 2).reshape(len(x), d))
            inner = self._linear(name + "f1", self._norm(name + "n2", x))
            np.maximum(inner, 0, out=inner)
            x += self._linear(name + "f2", inner)
        return self._norm("n", x)

    def read(self, cues: Sequence[Cue], scene: Scene) -> list[Reading | None]:
        """Return what the encoder holds of each trigger; none of one too far back in a very long sentence."""
        by_sentence: dict[int, list[int]] = {}
        for n, c in enumerate(cues):
            by_sentence.setdefault(c.told.k, []).append(n)
        near = {k + d for k in by_sentence for d in range(-BESIDE, BESIDE + 1)}
        told = [t for t in scene.told if t.k in near]
        lines = [line(t, [cues[n] for n in by_sentence.get(t.k, ())], scene, self.pieces) for t in told]
        out: list[Reading | None] = [None] * len(cues)
        for run in runs([len(x.ids) for x in lines]):
            if any(told[k].k in by_sentence for k in run):
                self._run([(told[k].k, lines[k]) for k in run], cues, by_sentence, out)
        return out

    def _run(
        self, run: Sequence[tuple[int, Line]], cues: Sequence[Cue], places: Mapping[int, list[int]],
        out: list[Reading | None],
    ) -> None:  # fmt: skip
        """Read some sentences at once, and note what is held of their triggers."""
        laid = _laid(run, cues, places)
        if not laid.asked:
            return
        wanted = {p for _, _, a, b in laid.asked for p in (a, b)} | {p for p, _, _ in laid.mentions}
        want = np.array(sorted(wanted), np.int64)
        place = {int(p): i for i, p in enumerate(want)}
        states = self.states(laid.ids, laid.shapes, laid.parties, want)
        first = states[[place[a] for _, _, a, _ in laid.asked]]
        u = np.concatenate([first, states[[place[b] for _, _, _, b in laid.asked]]], axis=1)
        types = [TYPES.index(cues[n].type) for n, _, _, _ in laid.asked]
        z = np.maximum(self._linear("e1", u), 0)
        event = _chance(self._linear("e2", z)[np.arange(len(types)), types]).tolist()
        status = self._linear("s2", z)
        status = np.exp(status - status.max(axis=1, keepdims=True))
        status /= status.sum(axis=1, keepdims=True)
        parts = self._parts(u, types, laid, states, place)
        for q, (n, _, _, _) in enumerate(laid.asked):
            out[n] = Reading(round(event[q], 3), tuple(round(x, 3) for x in status[q].tolist()), parts[q])

    def _parts(
        self, u: Floats, types: Sequence[int], laid: Laid, states: Floats, place: Mapping[int, int]
    ) -> list[dict[int, tuple[float, float, float]]]:
        """Weigh each party near each trigger, all its mentions together."""
        out: list[dict[int, tuple[float, float, float]]] = [{} for _ in laid.asked]
        groups: dict[tuple[int, int], int] = {}
        pairs: list[tuple[int, int, int, int]] = []  # group, trigger, mention, way
        for q, (_, k, a, _) in enumerate(laid.asked):
            for i, (p, rank, s) in enumerate(laid.mentions):
                if abs(s - k) <= REACH:
                    pairs.append((groups.setdefault((q, rank), len(groups)), q, i, apart(k, s, a, p)))
        if not pairs:
            return out
        group, cue, mention, way = np.array(sorted(pairs), np.int64).T
        trigger = self._linear("ra", u) + self.w["rt.weight"][types]
        party = self._linear("rb", states[[place[p] for p, _, _ in laid.mentions]])
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

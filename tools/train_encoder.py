# ruff: noqa: PLC0415, S301, S311, PLR0912, PLR0915, PLR0917
"""Train the encoder of the coder: hidden words in unlabelled news first, then the annotated triggers.

    train_encoder.py corpus SHARED/data OUT.jsonl --without IDS ...   unlabelled texts, one article a line
    train_encoder.py prepare OUT.pkl.gz --unlabelled FILE --labelled FILE [--size 10000 | --keep encoder.npz]
    train_encoder.py pretrain PREPARED OUT.pt [--seconds 130] [--start encoder.npz]
    train_encoder.py distil PREPARED OUT.pt --teacher encoder.npz [--seconds 4000]
    train_encoder.py finetune PREPARED OUT.npz --start PRE.pt [--without-fold N] [--epochs 24]
    train_encoder.py finetune PREPARED OUT.npz --start encoder.npz [--without-fold N] --epochs 3 --rate 2e-4
    train_encoder.py average OUT.npz NETWORK.npz NETWORK.npz ...

`corpus` and `prepare` need kawat; `pretrain`, `distil` and `finetune` need torch and numpy alone, so that they run on a
machine with an accelerator that has nothing else (H200: 130 s to pretrain). `pretrain` from a network that ships goes
on from it with texts that it has not seen (`tools/plain_pages.py` gathers some), and needs none either: two cores read
9,000 pieces a second. Nor does `finetune`: an epoch of 1,150 articles is 110 steps of about a second on one free core.
PREPARED is a pickle of our own making: read no other.

A labelled article is a line of JSON: {"article": {id, title, published, outlet, language, text}, "fold": 0..4,
"set": beside which its area under the curve is printed, "cues": [{"n": number of the trigger in the survey, "y": 0 or
1, "w": weight}]}; where the trigger tells an event also "a" and "r", codes of its actors and recipients, "status",
"optional", and "types", all that the event may be.
For features of the trees, score each article with the network that was trained without its fold (`--without-fold`);
what ships is trained on all. `--keep` keeps the vocabulary of a network, as a start from its pretraining needs.
`distil` stands for `pretrain` where there is no accelerator: a fresh network learns the layers and the answers of one
that ships on texts that nobody annotated, and so less of what its teacher remembers of annotated ones (Hinton 2015).
`finetune` from a network that ships lets it go on learning, from articles that it has not seen.
`average` makes one network of several that were tuned from one pretraining, on other articles or with other seeds: the
mean of their weights reads better than each of them, and costs no more (Wortsman and others 2022, "model soups").
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import math
import multiprocessing
import os
import pickle
import random
import re
import sys
import tarfile
import tempfile
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from heapq import heapify, heappop, heappush
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np

Json = dict[str, Any]
LONGEST, REACH, RANKS, PARTY, MASK = 256, 3, 22, 6, 2  # as in kawat.reading.coder.encoder
SPECIALS = 11
MUTUAL = {0, 1, 4}  # numbers of CONSULT, AGREE, COOPERATE
WIDTH, LAYERS, INNER, HEADS = 256, 3, 768, 4


# -- texts -----------------------------------------------------------------------------------------------------------


def corpus(data: Path, without: set[str]) -> Iterator[Json]:
    """Yield the texts whose licences let what is trained on them ship (not `attribution`)."""
    for name in (
        "indonesian-news/articles.jsonl.gz",
        "english-statements/articles.jsonl.gz",
        "readouts/articles.jsonl",
    ):
        raw = (data / name).read_bytes()
        for row in (gzip.decompress(raw) if name.endswith("gz") else raw).decode().split("\n"):
            if row.strip():
                a = json.loads(row)
                if a["id"] not in without:
                    yield {k: a[k] for k in ("id", "published", "outlet", "language", "text") if a.get(k)}
    with tarfile.open(data / "event-coreference/ecbplus-topics-1-35.tar.xz") as tar:
        for member in tar:
            if member.name.endswith(".xml"):
                rows: dict[int, list[str]] = {}
                for x in ElementTree.fromstring(_read(tar, member)).iter("token"):  # noqa: S314 - our own data
                    rows.setdefault(int(x.get("sentence", "0")), []).append(x.text or "")
                text = "\n".join(_joined(rows[k]) for k in sorted(rows))
                yield {"id": "ecb-" + Path(member.name).name, "language": "en", "text": text}
    for name in ("names/idner-news-2k", "names/nergrit", "syntax/ud-indonesian"):
        found: list[str] = []
        with tarfile.open(data / (name + ".tar.xz")) as tar:
            for member in tar:
                if member.isfile() and "vocab" not in member.name and "masked" not in member.name:
                    text = _read(tar, member).decode("utf8", "replace")
                    if name.startswith("syntax"):
                        found += [r[9:] for r in text.split("\n") if r.startswith("# text = ")]
                    else:
                        parts = (
                            [r.split()[0] for r in p.split("\n") if r.split()]
                            for p in re.split(r"\n\s*\n", text)
                        )
                        found += [_joined(p) for p in parts if p]
        for at in range(0, len(found), 12):
            yield {"id": f"{name}-{at}", "language": "id", "text": "\n".join(found[at : at + 12])}
    with tarfile.open(data / "extraction/zyte-181-pages.tar.xz") as tar:
        for key, page in json.loads(_read(tar, tar.getmember("ground-truth.json"))).items():
            text = page.get("articleBody") or ""
            if len(re.findall(r"\b(?:the|of|and)\b", text)) > len(text) / 120:
                yield {"id": "zyte-" + key[:12], "language": "en", "text": text}


def _read(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(member)
    return file.read() if file is not None else b""


def _joined(words: Iterable[str]) -> str:
    return re.sub(r" ([.,;:!?\')]|\'s)", r"\1", " ".join(words))


# -- vocabulary ------------------------------------------------------------------------------------------------------


def vocabulary(count: dict[str, int], size: int, special: Iterable[str]) -> list[str]:
    """Return the pieces that byte-pair merging of the words makes, most useful first."""
    chars: Counter[str] = Counter()
    for w, c in count.items():
        for ch in w:
            chars[ch] += c
    known = {c for c, n in chars.items() if n >= 20}
    words, freq = [], []
    for w, c in sorted(count.items()):
        if c > 1:
            words.append(
                ["\u2581" + w[0] if w[0] in known else "\u2581?"] + [x if x in known else "?" for x in w[1:]]
            )
            freq.append(c)
    out = [*special, *sorted({x for s in words for x in s})]
    have = set(out)
    pairs: Counter[tuple[str, str]] = Counter()
    where: dict[tuple[str, str], set[int]] = defaultdict(set)
    for i, s in enumerate(words):
        for p in pairwise(s):
            pairs[p] += freq[i]
            where[p].add(i)
    heap = [(-n, p) for p, n in pairs.items()]
    heapify(heap)
    while len(out) < size and heap:
        n, best = heappop(heap)
        if pairs.get(best, 0) != -n:
            if pairs.get(best, 0) > 0:
                heappush(heap, (-pairs[best], best))
            continue
        if n > -2:
            break
        new = best[0] + best[1]
        if new not in have:
            out.append(new)
            have.add(new)
        touched = set()
        for i in sorted(where.pop(best, ())):
            s, made, k = words[i], [], 0
            for p in pairwise(s):
                pairs[p] -= freq[i]
                touched.add(p)
            while k < len(s):
                both = k + 1 < len(s) and (s[k], s[k + 1]) == best
                made.append(new if both else s[k])
                k += 2 if both else 1
            words[i] = made
            for p in pairwise(made):
                pairs[p] += freq[i]
                where[p].add(i)
                touched.add(p)
        pairs[best] = 0
        for p in touched:
            if p != best and pairs[p] > 0:
                heappush(heap, (-pairs[p], p))
    return out


# -- articles in pieces ----------------------------------------------------------------------------------------------


def prepare(
    unlabelled: Iterable[Json], labelled: list[Json], size: int, keep: Path | None
) -> tuple[list[str], list[Json], list[Json]]:
    """Return the vocabulary, and the articles in pieces with what is known of their triggers."""
    from kawat.pages import iter_pages, read_page
    from kawat.reading.coder import pieces as E  # noqa: N812
    from kawat.reading.coder.encoder import TYPES
    from kawat.reading.coder.reading import STATUSES
    from kawat.reading.coder.survey import Survey, survey
    from kawat.reading.lexicon import lexicon
    from kawat.reading.story import acquaint, story

    def read(rows: Iterable[Json]) -> Iterator[tuple[str, Survey]]:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "articles.jsonl")
            file.write_text("".join(json.dumps(r) + "\n" for r in rows))
            for page in iter_pages([str(file)]):
                article = read_page(page)
                lex = lexicon(article.language)
                told = story(article, lex)
                memory = acquaint(article, told, lex)
                yield article.id, survey(article, told, memory, lex)

    class Words:
        """Stands for the vocabulary while words are counted."""

        def __init__(self) -> None:
            self.count: Counter[str] = Counter()

        def of(self, word: str) -> tuple[int, ...]:
            self.count[E.normal(word)] += 1
            return (1,)

    ids = {row["article"]["id"] for row in labelled}
    rest = [r for r in unlabelled if r["id"] not in ids]
    wanted = [{k: v for k, v in row["article"].items() if v} for row in labelled]
    if keep is None:
        words = Words()
        for _, sv in read([*rest, *wanted]):
            for t in sv.scene.told:
                E.line(t, [c for c in sv.cues if c.told is t], sv.scene, words)  # type: ignore[arg-type]
        vocab = vocabulary(words.count, size, E.SPECIAL)
    else:
        with np.load(keep, allow_pickle=False) as stored:
            vocab = bytes(stored["vocabulary"]).decode().split("\n")
    pieces = E.Pieces(vocab)

    def packed(name: str, sv: Survey, labels: dict[int, Json]) -> Json:
        lines = [E.line(t, [c for c in sv.cues if c.told is t], sv.scene, pieces) for t in sv.scene.told]
        rank = sv.scene.rank
        cues = []
        for n, c in enumerate(sv.cues):
            a, b = E.span(c, lines[c.told.k])
            q: Json = {
                "n": n,
                "k": c.told.k,
                "a": a,
                "b": b,
                "t": TYPES.index(c.type),
                "fr": int(bool(c.triggers)),
            }
            if c.rule is not None:  # what the grammar holds: a weaker teacher, before the annotators
                q["ra"] = [rank[x.code] for x in c.rule.actors if x.code in rank]
                q["rr"] = [rank[x.code] for x in c.rule.recipients if x.code in rank]
                q["rs"] = STATUSES.index(c.rule.status) if c.rule.status in STATUSES else 0
            y = labels.get(n)
            if y is not None:
                q.update(y=y["y"], w=y["w"])
                if "a" in y:
                    q.update(
                        A=[rank[x] for x in y["a"] if x in rank],
                        R=[rank[x] for x in y["r"] if x in rank],
                        s=STATUSES.index(y["status"]) if y.get("status") in STATUSES else -1,
                        opt=bool(y.get("optional")),
                        gt=[TYPES.index(x) for x in y.get("types", ()) if x in TYPES],
                    )
            cues.append(q)
        said = [
            (
                np.array(x.ids, np.int16),
                np.array(x.shapes, np.int8),
                np.array(x.parties, np.int8),
                np.array(x.first, np.int8),
            )
            for x in lines
        ]
        return {"id": name, "S": said, "C": cues}

    known = {row["article"]["id"]: row for row in labelled}
    plain = [packed(name, sv, {}) for name, sv in read(rest)]
    told = []
    for name, sv in read(wanted):
        row = known[name]
        told.append(
            {
                **packed(name, sv, {c["n"]: c for c in row["cues"]}),
                "fold": row["fold"],
                "set": row.get("set", ""),
            }
        )
    return vocab, plain, told


# -- batches ---------------------------------------------------------------------------------------------------------


def blocks(d: Json, most: Callable[[], int] = lambda: LONGEST) -> Iterator[list[int]]:
    """Yield runs of sentences that are read at once."""
    now: list[int] = []
    n, cap = 0, most()
    for k, s in enumerate(d["S"]):
        m = min(len(s[0]), LONGEST)
        if now and n + m > cap:
            yield now
            now, n, cap = [], 0, most()
        now.append(k)
        n += m
    if now:
        yield now


def apart(k: int, s: int, a: int, p: int) -> int:
    """As in kawat.reading.coder.pieces, which is not at hand where the network is trained."""
    if s < k:
        return max(0, 3 + s - k)
    if s > k:
        return min(15, 12 + s - k)
    near = abs(p - a) <= 4
    return (11 if near else 8) if p > a else (4 if near else 7)


def batch(items: list[tuple[Json, list[int]]], rnd: random.Random) -> tuple[Any, ...]:
    """Return runs as arrays: pieces, shapes, parties (numbers shuffled), word starts, what is asked."""
    size = max(sum(min(len(d["S"][k][0]), LONGEST) for k in ks) for d, ks in items)
    size = min(LONGEST, (size + 15) // 16 * 16)
    ids, shapes, parties, first = (np.zeros((len(items), size), np.int64) for _ in range(4))
    c: dict[str, list[Any]] = {
        k: [] for k in ("row", "a", "b", "t", "y", "w", "s", "ws", "pc", "pm", "pd", "pg", "RT", "RW", "GT")
    }
    for r, (d, ks) in enumerate(items):
        at = 0
        place: dict[int, tuple[int, int]] = {}
        numbers = list(range(1, RANKS + 1))
        rnd.shuffle(numbers)
        mentions = []
        for k in ks:
            s = d["S"][k]
            m = min(len(s[0]), size - at)
            place[k] = (at, m)
            ids[r, at : at + m], shapes[r, at : at + m], first[r, at : at + m] = s[0][:m], s[1][:m], s[3][:m]
            e = s[2][:m]
            parties[r, at : at + m] = [numbers[x - 1] if x else 0 for x in e.tolist()]
            mentions += [(at + q, int(e[q]) - 1, k) for q in np.nonzero(e)[0].tolist()]
            at += m
        for q in d["C"]:
            if q["k"] not in place or q["b"] > place[q["k"]][1]:
                continue
            gold = "y" in q
            if not gold and not ("ra" in q or (q["fr"] and rnd.random() < 0.2)):
                continue
            n, a = len(c["row"]), place[q["k"]][0] + q["a"]
            if gold:
                acts, hit, status, weight = (
                    q.get("A"),
                    q.get("R"),
                    q.get("s", -1),
                    0.5 if q.get("opt") else 1.0,
                )
            else:
                acts, hit, status, weight = q.get("ra"), q.get("rr"), q.get("rs", -1), 0.5
            types = np.zeros(16, np.float32)
            types[q.get("gt", [])] = 1
            row = (
                r,
                a,
                place[q["k"]][0] + q["b"],
                q["t"],
                q["y"] if gold else int("ra" in q),
                q["w"] if gold else 0.3,
            )
            for name, value in zip(("row", "a", "b", "t", "y", "w"), row, strict=True):
                c[name].append(value)
            c["s"].append(max(status, 0))
            c["ws"].append(weight if status >= 0 else 0.0)
            c["GT"].append(types)
            seen: dict[int, int] = {}
            for pos, e_, k in mentions:
                if abs(k - q["k"]) > REACH:
                    continue
                if e_ not in seen:
                    seen[e_] = len(c["RT"])
                    want, much = [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]
                    if acts is not None and hit is not None:
                        if q["t"] in MUTUAL:
                            want[2], much[2] = float(e_ in acts or e_ in hit), weight
                        else:
                            want[0], much[0] = float(e_ in acts), weight
                            if hit and not (e_ in acts and e_ not in hit):
                                want[1], much[1] = float(e_ in hit), weight
                            elif not hit and e_ not in acts:
                                much[1] = weight * 0.3
                    c["RT"].append(want)
                    c["RW"].append(much)
                for name, value in zip(
                    ("pc", "pm", "pd", "pg"), (n, pos, apart(q["k"], k, a, pos), seen[e_]), strict=True
                ):
                    c[name].append(value)
    whole = ("row", "a", "b", "t", "s", "pc", "pm", "pd", "pg")
    b = {k: np.array(v, np.int64 if k in whole else np.float32) for k, v in c.items()}
    for name, width in (("RT", 3), ("RW", 3), ("GT", 16)):
        b[name] = b[name].reshape(-1, width)
    return ids, shapes, parties, first, b


def hide(
    ids: Any, first: Any, rate: float, size: int, rng: np.random.Generator, kept: Any = None
) -> tuple[Any, Any]:
    """Hide whole words: return the pieces with some hidden, and which."""
    start = (rng.random(ids.shape) < rate) & (first == 1) & (ids >= SPECIALS)
    word = np.cumsum(first, 1) + 1000 * np.arange(len(ids))[:, None]
    hidden = np.isin(word, word[start]) & (ids >= SPECIALS)
    if kept is not None:
        hidden &= ~kept
    u = rng.random(ids.shape)
    out = ids.copy()
    out[hidden & (u < 0.8)] = MASK
    wrong = hidden & (u > 0.9)
    out[wrong] = rng.integers(SPECIALS, size, wrong.sum())
    return out, hidden


# -- the network -----------------------------------------------------------------------------------------------------


def network(size: int, drop: float) -> Any:
    """Return the untrained network; the names of its parts are those that `kawat.reading.coder.encoder` reads."""
    import torch
    from torch import nn
    from torch.nn import functional as F  # noqa: N812

    near = torch.arange(LONGEST)
    ways = torch.tensor(
        [i if i <= 8 else min(9 + int(math.log(i / 8) / math.log(2) * 3), 16) for i in near.tolist()]
    )

    class Net(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            d = WIDTH
            self.tok, self.case, self.ent = nn.Embedding(size, d), nn.Embedding(8, d), nn.Embedding(24, d)
            nn.init.normal_(self.tok.weight, 0, 0.02)
            nn.init.normal_(self.case.weight, 0, 0.01)
            nn.init.normal_(self.ent.weight, 0, 0.01)
            self.rel = nn.Parameter(torch.zeros(34, HEADS))
            self.L = nn.ModuleList(
                nn.ModuleDict(
                    {
                        "n1": nn.LayerNorm(d),
                        "qkv": nn.Linear(d, 3 * d),
                        "o": nn.Linear(d, d),
                        "n2": nn.LayerNorm(d),
                        "f1": nn.Linear(d, INNER),
                        "f2": nn.Linear(INNER, d),
                    }
                )
                for _ in range(LAYERS)
            )
            self.n, self.n0, self.mt, self.mb = (
                nn.LayerNorm(d),
                nn.LayerNorm(d),
                nn.Linear(d, d),
                nn.Parameter(torch.zeros(size)),
            )
            self.e1, self.e2, self.g2, self.s2 = (
                nn.Linear(2 * d, 192),
                nn.Linear(192, 16),
                nn.Linear(192, 16),
                nn.Linear(192, 6),
            )
            self.ra, self.rt, self.rb, self.rd, self.r2 = (
                nn.Linear(2 * d, 96),
                nn.Embedding(16, 96),
                nn.Linear(d, 96),
                nn.Embedding(16, 96),
                nn.Linear(96, 3),
            )
            nn.init.normal_(self.rt.weight, 0, 0.05)
            nn.init.normal_(self.rd.weight, 0, 0.05)
            self.dr = nn.Dropout(drop)

        def forward(self, ids: Any, shapes: Any, parties: Any) -> Any:
            return self.layers(ids, shapes, parties)[-1]

        def layers(self, ids: Any, shapes: Any, parties: Any) -> list[Any]:
            rows, n = ids.shape
            x = self.dr(self.n0(self.tok(ids) + self.case(shapes) + self.ent(parties)))
            i = torch.arange(n, device=ids.device)
            way = i[None] - i[:, None]
            kinds = ways.to(ids.device)[way.abs()]
            bias = self.rel[torch.where(way < 0, kinds + 17, kinds)].permute(2, 0, 1)[None]
            bias = bias + torch.where(ids == 0, -1e4, 0.0)[:, None, None, :]
            out = []
            for part in self.L:
                q, k, v = part["qkv"](part["n1"](x)).view(rows, n, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
                p = drop / 2 if self.training else 0.0
                a = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype), dropout_p=p)
                x = x + self.dr(part["o"](a.transpose(1, 2).reshape(rows, n, -1)))
                x = x + self.dr(part["f2"](F.relu(part["f1"](part["n2"](x)))))
                out.append(x)
            return [*out[:-1], self.n(x)]

        def words(self, x: Any, ids: Any, hidden: Any) -> Any:
            at = hidden.reshape(-1).nonzero()[:, 0]
            odds = F.gelu(self.mt(x.reshape(-1, WIDTH)[at])) @ self.tok.weight.T + self.mb
            return F.cross_entropy(odds.float(), ids.reshape(-1)[at])

        def answers(self, x: Any, b: dict[str, Any]) -> tuple[Any, Any, Any, Any]:
            """Return the odds of each trigger: of event, statuses and types; and of the parts of parties near it."""
            u = torch.cat([x[b["row"], b["a"]], x[b["row"], b["b"] - 1]], -1)
            z = self.dr(F.relu(self.e1(u)))
            event = self.e2(z).gather(1, b["t"][:, None])[:, 0].float()
            h = (
                self.ra(u)[b["pc"]]
                + self.rt(b["t"])[b["pc"]]
                + self.rb(x)[b["row"][b["pc"]], b["pm"]]
                + self.rd(b["pd"])
            )
            odds, group = self.r2(self.dr(F.relu(h))).float(), b["pg"]
            top = torch.full((len(b["RT"]), 3), -1e4, device=x.device)
            top = top.scatter_reduce(0, group[:, None].expand(-1, 3), odds.detach(), "amax")
            total = torch.zeros_like(top).index_add(0, group, torch.exp(odds - top[group]))
            part = top + torch.log(total + 1e-9)  # all mentions of a party together
            return event, self.s2(z).float(), self.g2(z).float(), part

        def loss(self, said: tuple[Any, Any, Any, Any], b: dict[str, Any], gold: bool) -> Any:
            """Return how far the answers are from the annotators', or from what the grammar holds."""
            event, status, types, part = said
            out = _mean(F.binary_cross_entropy_with_logits(event, b["y"], reduction="none"), b["w"])
            out = out + 0.3 * _mean(F.cross_entropy(status, b["s"], reduction="none"), b["ws"])
            told = b["GT"].sum(1) > 0
            if gold and told.any():
                out = out + 1.2 * F.binary_cross_entropy_with_logits(types[told], b["GT"][told])
            return out + _mean(F.binary_cross_entropy_with_logits(part, b["RT"], reduction="none"), b["RW"])

    return Net()


def _mean(loss: Any, weight: Any) -> Any:
    return (loss * weight).sum() / weight.sum().clamp(min=1)


def optimizer(m: Any, rate: float) -> Any:
    """Return AdamW, with decay of matrices alone."""
    import torch

    heavy = [p for n, p in m.named_parameters() if p.dim() > 1 and "rel" not in n]
    light = [p for n, p in m.named_parameters() if p.dim() < 2 or "rel" in n]
    groups = [{"params": heavy, "weight_decay": 0.05}, {"params": light, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98))


def step(m: Any, o: Any, rate: float, loss: Any) -> None:
    """Take one step down the loss."""
    import torch

    for g in o.param_groups:
        g["lr"] = rate
    o.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(m.parameters(), 1.0)
    o.step()


def feed(docs: list[Json], size: int, seed: int, queue: Any) -> None:
    """Put batches of hidden words on a queue, for ever."""
    rnd, rng = random.Random(seed), np.random.default_rng(seed)
    while True:
        runs = [
            (d, ks)
            for d in rnd.sample(docs, len(docs))
            for ks in blocks(d, lambda: LONGEST - rnd.randrange(80))
        ]
        length = [min(LONGEST, sum(len(d["S"][k][0]) for k in ks)) for d, ks in runs]
        order = sorted(range(len(runs)), key=lambda i: length[i] + rnd.randrange(40))
        lots: list[list[int]] = [[]]
        for i in order:
            if lots[-1] and max(length[j] for j in [*lots[-1], i]) * (len(lots[-1]) + 1) > 64 * LONGEST:
                lots.append([])
            lots[-1].append(i)
        rnd.shuffle(lots)
        for lot in lots:
            ids, shapes, parties, first, b = batch([runs[i] for i in lot], rnd)
            shown, hidden = hide(ids, first, 0.2, size, rng)
            queue.put((ids, shown, shapes, parties, hidden, b))


def pretrain(prepared: Path, out: Path, seconds: float, start: Path | None = None) -> None:
    """Learn to fill in hidden words, and what the grammar holds of triggers; of a network to start from, go on."""
    import torch

    vocab, plain, told = _prepared(prepared)
    gold = ("y", "w", "A", "R", "s", "opt", "gt")
    docs = plain + [{**d, "C": [{k: v for k, v in q.items() if k not in gold} for q in d["C"]]} for d in told]
    fork = multiprocessing.get_context("fork")
    queue = fork.Queue(40)
    feeders = [
        fork.Process(target=feed, args=(docs, len(vocab), k, queue), daemon=True)
        for k in range(max(1, (os.cpu_count() or 2) - 3))
    ]
    for f in feeders:
        f.start()
    device = _device()
    torch.manual_seed(0)
    # what goes on reads most texts once or twice: nothing to learn by heart, and dropping out takes time
    m = network(len(vocab), 0.15 if start is None else 0.0).to(device)
    if start is not None:
        _begin(m, start, device)
    rate = 1.2e-3 if start is None else 8e-4
    o = optimizer(m, rate)
    queue.get()
    began, n = time.time(), 0
    m.train()
    while (part := (time.time() - began) / seconds) < 1:
        *arrays, b = queue.get()
        ids, shown, shapes, parties, hidden = (torch.from_numpy(x).to(device) for x in arrays)
        with torch.autocast(device, dtype=torch.bfloat16):
            x = m(shown, shapes, parties)
            words = m.words(x, ids, hidden)
            b = {k: torch.from_numpy(v).to(device) for k, v in b.items()}
            loss = words + (0.15 * m.loss(m.answers(x, b), b, gold=False) if len(b["row"]) else 0.0)
        step(m, o, rate * min(1, (n + 1) / 200) * max(0.02, 1 - part), loss)
        n += 1
        if n % 500 == 0:
            print(n, f"{part:.2f}", f"{float(words.detach()):.3f}", flush=True)
    for f in feeders:
        f.terminate()
    torch.save({k: v.half() for k, v in m.state_dict().items()}, out)


def distil(prepared: Path, out: Path, teacher: Path, seconds: float, rate: float = 1.5e-3) -> None:
    """Teach a fresh network what the layers and the answers of a stored one are, on texts that nobody annotated."""
    import torch

    vocab, docs, _ = _prepared(prepared)
    device, rnd = _device(), random.Random(7)
    torch.manual_seed(7)
    stored = dict(np.load(io.BytesIO(teacher.read_bytes()), allow_pickle=False))
    stored.pop("vocabulary")
    full = {name: torch.from_numpy(a) for name, a in _full(stored).items()}
    guide, m = network(len(vocab), 0.0).to(device), network(len(vocab), 0.05).to(device)
    guide.load_state_dict(full, strict=False)
    # how far words stand apart holds no memory of them; the pieces begin by chance, as widely spread as the teacher's
    fresh = {
        x: full[x].std() * torch.randn_like(full[x]) for x in ("tok.weight", "case.weight", "ent.weight")
    }
    m.load_state_dict({**{x: full[x] for x in ("n0.weight", "n0.bias", "rel")}, **fresh}, strict=False)
    guide.eval()
    m.train()
    o, began, n = optimizer(m, rate), time.time(), 0
    while (part := (time.time() - began) / seconds) < 1:
        for lot in _lots(rnd.sample(docs, min(500, len(docs))), rnd):
            ids, shapes, parties, _, b = batch(lot, rnd)
            t = [torch.from_numpy(x).to(device) for x in (ids, shapes, parties)]
            asked = {k: torch.from_numpy(v).to(device) for k, v in b.items()}
            with torch.autocast(device, dtype=torch.bfloat16):
                loss = _unlike(m, guide, t, asked)
            part = min(1.0, (time.time() - began) / seconds)
            step(m, o, rate * min(1, (n + 1) / 100) * max(0.02, 1 - part), loss)
            n += 1
            if n % 50 == 0:
                print(n, f"{part:.2f}", f"{float(loss.detach()):.3f}", flush=True)
            if part == 1:
                break
    torch.save({k: v.half() for k, v in m.state_dict().items()}, out)


def _lots(docs: list[Json], rnd: random.Random) -> list[list[tuple[Json, list[int]]]]:
    """Return the runs of articles in lots of 24 of about one length, shuffled."""
    runs = [(d, ks) for d in docs for ks in blocks(d, lambda: LONGEST - rnd.randrange(80))]
    length = [min(LONGEST, sum(len(d["S"][k][0]) for k in ks)) for d, ks in runs]
    order = sorted(range(len(runs)), key=lambda i: length[i] + rnd.randrange(40))
    lots = [[runs[i] for i in order[at : at + 24]] for at in range(0, len(order), 24)]
    rnd.shuffle(lots)
    return lots


def _unlike(m: Any, guide: Any, texts: list[Any], b: dict[str, Any]) -> Any:
    """Return how far a network's layers and answers are from those of its guide, where there is a piece."""
    import torch
    from torch.nn import functional as F  # noqa: N812

    real = texts[0] != 0
    with torch.no_grad():
        theirs = guide.layers(*texts)
        said = guide.answers(theirs[-1], b) if len(b["row"]) else None
    mine = m.layers(*texts)
    loss: Any = sum(
        F.mse_loss(x.float()[real], y.float()[real]) / y.float()[real].var()
        for x, y in zip(mine, theirs, strict=True)
    )
    if said is not None:
        event, status, _, part = m.answers(mine[-1], b)
        loss = loss + F.binary_cross_entropy_with_logits(event, torch.sigmoid(said[0]))
        loss = loss + 0.3 * F.cross_entropy(status, said[1].softmax(-1))
        loss = loss + F.binary_cross_entropy_with_logits(part, torch.sigmoid(said[3]))
    return loss


def _begin(m: Any, start: Path, device: str) -> bool:
    """Load what a network starts from: one just pretrained, or one that was stored and goes on learning.

    Tell whether it can still guess hidden words, which a stored one has unlearned.
    """
    import torch

    if start.suffix != ".npz":
        state = torch.load(start, map_location=device, weights_only=True)
        m.load_state_dict({k: v.float() for k, v in state.items()})
        return True
    with np.load(start, allow_pickle=False) as file:
        stored = {k: file[k] for k in file.files if k != "vocabulary"}
    m.load_state_dict({k: torch.from_numpy(v) for k, v in _full(stored).items()}, strict=False)
    return False


def finetune(
    prepared: Path, out: Path, start: Path, without: int | None, epochs: int = 24, rate: float = 4e-4
) -> None:
    """Learn from the annotated triggers, and store the network; what was left out tells how well it learnt."""
    import torch

    vocab, _, told = _prepared(prepared)
    device = _device()
    seed = 0 if without is None else without
    rnd, rng = random.Random(seed), np.random.default_rng(seed)
    torch.manual_seed(seed)
    m = network(len(vocab), 0.25).to(device)
    hides = _begin(m, start, device)
    o = optimizer(m, rate)
    m.train()
    docs = [d for d in told if d["fold"] != without]

    def epoch() -> list[list[tuple[Json, list[int]]]]:
        runs = [(d, ks) for d in docs for ks in blocks(d, lambda: LONGEST - rnd.randrange(120))]
        rnd.shuffle(runs)
        alike: list[tuple[Json, list[int]]] = []  # of about one length side by side, for less padding
        for i in range(0, len(runs), 192):
            alike += sorted(runs[i : i + 192], key=lambda run: sum(len(run[0]["S"][k][0]) for k in run[1]))
        lots = [alike[i : i + 24] for i in range(0, len(alike), 24)]
        rnd.shuffle(lots)
        return lots

    total, n = len(epoch()) * epochs, 0
    while n < total:
        for lot in epoch():
            if n >= total:
                break
            ids, shapes, parties, first, b = batch(lot, rnd)
            if not len(b["row"]):
                continue
            kept = np.zeros(ids.shape, bool)  # triggers stay readable
            for r, a, e in zip(b["row"], b["a"], b["b"], strict=True):
                kept[r, a:e] = True
            shown, hidden = hide(ids, first, 0.12, len(vocab), rng, kept)
            t = [torch.from_numpy(x).to(device) for x in (ids, shown, shapes, parties, hidden)]
            b = {k: torch.from_numpy(v).to(device) for k, v in b.items()}
            with torch.autocast(device, dtype=torch.bfloat16):
                x = m(t[1], t[2], t[3])
                loss = m.loss(m.answers(x, b), b, gold=True)
                if hides and hidden.any():
                    loss = loss + 0.1 * m.words(x, t[0], t[4])
            part = n / total
            step(m, o, rate * min(1, (part + 1e-3) / 0.1) * (1 - part), loss)
            n += 1
            if n % 50 == 0:
                print(out.name, n, f"{part:.2f}", f"{float(loss.detach()):.3f}", flush=True)
    if without is not None:
        examine(m, out.name, [d for d in told if d["fold"] == without])
    store({k: v.cpu().numpy() for k, v in m.state_dict().items()}, vocab, out)


def examine(m: Any, name: str, docs: list[Json]) -> None:
    """Print areas under the curve on articles not seen: of events, actors, those acted upon, parties."""
    import torch

    m.eval()
    found: dict[str, list[list[tuple[Any, Any]]]] = {}
    rnd = random.Random(0)
    for d in docs:
        mine = found.setdefault(d.get("set", ""), [[], [], [], []])
        for ks in blocks(d):
            ids, shapes, parties, _, b = batch([(d, ks)], rnd)
            if not len(b["row"]):
                continue
            device = _device()
            with torch.no_grad():
                x = m(*(torch.from_numpy(x).to(device) for x in (ids, shapes, parties)))
                event, _, _, part = m.answers(x, {k: torch.from_numpy(v).to(device) for k, v in b.items()})
            sure = b["w"] > 0
            mine[0].append((b["y"][sure], event.cpu().numpy()[sure]))
            for j in range(3):
                asked = b["RW"][:, j] >= 0.5
                mine[1 + j].append((b["RT"][asked, j], part[:, j].cpu().numpy()[asked]))
    for which, mine in sorted(found.items()):
        areas = [area(*(np.concatenate(x) for x in zip(*pairs, strict=True))) for pairs in mine]
        print("exam", name, which, *(f"{x:.4f}" for x in areas), sum(len(y) for y, _ in mine[0]), flush=True)


def area(right: Any, odds: Any) -> float:
    """Return the area under the curve."""
    _, place, count = np.unique(odds, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[place]
    n = right.sum()
    return float((rank[right == 1].sum() - n * (n + 1) / 2) / max(1, n * (len(right) - n)))


def store(state: dict[str, Any], vocab: list[str], out: Path) -> None:
    """Write a network as `kawat.reading.coder.encoder` reads it: matrices in whole numbers, a scale for each row."""
    arrays: dict[str, Any] = {}
    for name, value in state.items():
        if name.startswith(("mt", "mb", "g2")):  # asked for in training alone
            continue
        a = np.asarray(value, np.float32)
        if a.ndim == 2 and a.size > 5000:
            scale = np.maximum(np.abs(a).max(1) / 127, 1e-6).astype(np.float16)
            arrays[name] = np.clip(np.rint(a / scale.astype(np.float32)[:, None]), -127, 127).astype(np.int8)
            arrays[name + "|scale"] = scale
        else:
            arrays[name] = a.astype(np.float16)
    arrays["vocabulary"] = np.frombuffer("\n".join(vocab).encode(), np.uint8)
    with zipfile.ZipFile(out, "w") as packed:  # as np.savez_compressed, but smaller, and without the day
        for name, a in arrays.items():
            raw = io.BytesIO()
            np.save(raw, a, allow_pickle=False)
            packed.writestr(zipfile.ZipInfo(name + ".npy"), raw.getvalue(), zipfile.ZIP_DEFLATED, 9)


def average(networks: Iterable[Path], out: Path) -> None:
    """Write the mean of stored networks that were tuned from one pretraining; ValueError: they are not."""
    stored = [dict(np.load(io.BytesIO(path.read_bytes()), allow_pickle=False)) for path in networks]
    words = [bytes(x.pop("vocabulary").astype(np.uint8)).decode() for x in stored]
    if len(set(words)) != 1:
        raise ValueError("the networks have other vocabularies: average those of one pretraining")
    full = [_full(x) for x in stored]
    store({name: np.mean([x[name] for x in full], axis=0) for name in full[0]}, words[0].split("\n"), out)


def _full(stored: dict[str, Any]) -> dict[str, Any]:
    """Return the weights of a stored network in full, without the scales of their rows."""
    out = {name: a.astype(np.float32) for name, a in stored.items() if not name.endswith("|scale")}
    for name, a in stored.items():
        if name.endswith("|scale"):
            out[name.removesuffix("|scale")] *= a.astype(np.float32)[:, None]
    return out


def _device() -> str:
    import torch

    cuda = torch.cuda.is_available()
    if cuda:
        torch.set_num_threads(1)
        torch.backends.cuda.matmul.allow_tf32 = True
    return "cuda" if cuda else "cpu"


def _prepared(path: Path) -> tuple[list[str], list[Json], list[Json]]:
    with gzip.open(path) as file:
        out: tuple[list[str], list[Json], list[Json]] = pickle.load(file)
    return out


def main(argv: list[str]) -> None:
    """Run one step of the training."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    sub = parser.add_subparsers(dest="step", required=True)
    p = sub.add_parser("corpus")
    p.add_argument("data", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--without", type=Path, nargs="*", default=[])
    p = sub.add_parser("prepare")
    p.add_argument("out", type=Path)
    p.add_argument("--unlabelled", type=Path)
    p.add_argument("--labelled", type=Path, required=True)
    p.add_argument("--size", type=int, default=10_000)
    p.add_argument("--keep", type=Path)
    p = sub.add_parser("pretrain")
    p.add_argument("prepared", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--seconds", type=float, default=130)
    p.add_argument("--start", type=Path)
    p = sub.add_parser("distil")
    p.add_argument("prepared", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--teacher", type=Path, required=True)
    p.add_argument("--seconds", type=float, default=4000)
    p = sub.add_parser("finetune")
    p.add_argument("prepared", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--start", type=Path, required=True)
    p.add_argument("--without-fold", type=int)
    p.add_argument("--epochs", type=int, default=24)
    p.add_argument("--rate", type=float, default=4e-4)
    p = sub.add_parser("average")
    p.add_argument("out", type=Path)
    p.add_argument("networks", type=Path, nargs="+")
    a = parser.parse_args(argv)
    if a.step == "corpus":
        without = {r.strip() for f in a.without for r in f.read_text().splitlines() if not r.startswith("#")}
        a.out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in corpus(a.data, without)))
    elif a.step == "prepare":
        plain = [json.loads(r) for r in a.unlabelled.read_text().splitlines()] if a.unlabelled else []
        told = [json.loads(r) for r in a.labelled.read_text().splitlines()]
        with gzip.open(a.out, "wb") as file:
            pickle.dump(prepare(plain, told, a.size, a.keep), file, protocol=4)
    elif a.step == "pretrain":
        pretrain(a.prepared, a.out, a.seconds, a.start)
    elif a.step == "distil":
        distil(a.prepared, a.out, a.teacher, a.seconds)
    elif a.step == "average":
        average(a.networks, a.out)
    else:
        finetune(a.prepared, a.out, a.start, a.without_fold, a.epochs, a.rate)


if __name__ == "__main__":
    main(sys.argv[1:])

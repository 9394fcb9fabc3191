"""Train the pair model of `kawat.linking.telling_chains` on ECB+.

    python tools/train_telling.py [--topics 1-35] [--test 26-35] [--without FEATURE...] [--write]

Prints what the model reaches on topics that it was not trained on: five folds of topics, the documents of all folds
clustered together, each pair weighed by the models that saw neither of its topics. The threshold is the best of these
folds. With --write, trains on all the topics and writes ``telling_weights.json``. Needs the group `train`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from bench.coreference import Kept, Told, clusters, listed, scores, told
from bench.ecb import Document, data, parse_topics, read_topics

from kawat.linking.telling_chains import grouped
from kawat.linking.telling_mentions import Collection
from kawat.linking.telling_pairs import FEATURES, Pairs

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "kawat" / "linking" / "telling_weights.json"
FOLDS = 5
THRESHOLDS = (0.34, 0.38, 0.42, 0.46)
SETTINGS: dict[str, Any] = {
    "n_estimators": 150, "num_leaves": 31, "learning_rate": 0.05, "min_child_samples": 400, "subsample": 0.8,
    "subsample_freq": 1, "colsample_bytree": 0.6, "reg_lambda": 5, "random_state": 1, "deterministic": True,
    "n_jobs": 1, "verbose": -1,
}  # fmt: skip


class Set:
    """All pairs of a set of documents, with their numbers and whether they are of one event."""

    def __init__(self, given: Told) -> None:
        self.gold, self.mentions = given.gold, sorted(given.gold)
        collection = Collection(given.pages)
        pairs = Pairs(collection, collection.see(self.mentions))
        self.pairs = np.array(list(pairs.candidates()))
        self.rows = np.array([pairs.features(i, j) for i, j in self.pairs])
        self.same = np.array(
            [given.gold[self.mentions[i]] == given.gold[self.mentions[j]] for i, j in self.pairs]
        )
        self.topics = np.array([int(m.page.partition("_")[0]) for m in self.mentions])

    def conll(self, likely: Any, threshold: float) -> str:
        """Cluster by the likelihoods of the pairs and write the scores."""
        edges = (
            (int(i), int(j), float(p)) for (i, j), p in zip(self.pairs, likely, strict=True) if p >= 0.02
        )
        found = [[self.mentions[i] for i in group] for group in grouped(len(self.mentions), edges, threshold)]
        result = scores(clusters(self.gold), found)
        return f"{100 * result.conll:.2f} = " + " ".join(f"{100 * part.f1:.2f}" for part in result)


def sets(documents: list[Document], kept: Kept | None) -> list[Set]:
    """Return all documents as one set, then two halves: rarity and the like must hold for collections of any size."""
    halves = [[d for d in documents if int(d.topic) % 2 == half] for half in range(2)]
    return [Set(told(part, kept)) for part in (documents, *halves) if part]


def fitted(rows: Sequence[Any], same: Sequence[Any]) -> lightgbm.LGBMClassifier:
    """Train on the pairs of several sets."""
    return lightgbm.LGBMClassifier(**SETTINGS).fit(np.vstack(rows), np.concatenate(same))


def cross_validated(known: Sequence[Set], columns: Sequence[int]) -> Any:
    """Return for each pair of the first set its likelihood by models that saw neither of its topics."""
    whole = known[0]
    place = {topic: k % FOLDS for k, topic in enumerate(sorted(set(whole.topics.tolist())))}
    folds = [np.array([place[topic] for topic in s.topics.tolist()])[s.pairs] for s in known]
    likely = np.zeros((FOLDS, len(whole.pairs)))
    for k in range(FOLDS):
        away = [(fold != k).all(axis=1) for fold in folds]
        rows = [s.rows[out][:, columns] for s, out in zip(known, away, strict=True)]
        model = fitted(rows, [s.same[out] for s, out in zip(known, away, strict=True)])
        likely[k] = model.predict_proba(whole.rows[:, columns])[:, 1]
    here = np.arange(len(whole.pairs))
    return (likely[folds[0][:, 0], here] + likely[folds[0][:, 1], here]) / 2


def tree(node: Any) -> Any:
    """Write a tree as `telling_chains.Tree`."""
    if "leaf_value" in node:
        return round(node["leaf_value"] * 1_000_000)
    limit = float(f"{node['threshold']:.6g}")
    return [FEATURES[node["split_feature"]], limit, tree(node["left_child"]), tree(node["right_child"])]


def write(model: lightgbm.LGBMClassifier, threshold: float, topics: range) -> None:
    """Write the weights."""
    dumped = model.booster_.dump_model()
    trees = [json.dumps(tree(t["tree_structure"]), separators=(",", ":")) for t in dumped["tree_info"]]
    head = (
        f'{{"trained_on":"ECB+ topics {topics[0]} to {topics[-1]}, listed sentences","threshold":{threshold},'
    )
    WEIGHTS.write_text(head + '"trees":[\n' + ",\n".join(trees) + "\n]}\n", encoding="utf-8")


def main() -> None:
    """Cross-validate, compare with other topics where asked, write where asked."""
    parser = argparse.ArgumentParser(description="Train the pair model of event coreference.")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--topics", type=parse_topics, default=range(1, 36))
    parser.add_argument("--test", type=parse_topics, help="topics to try the model on, as 26-35")
    parser.add_argument("--without", nargs="*", default=[], help="features to leave out")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    with data(given.data) as folder:
        kept = listed(folder)
        known = sets(read_topics(folder, given.topics), kept)
        test = Set(told(read_topics(folder, given.test), kept)) if given.test else None
    columns = [k for k, name in enumerate(FEATURES) if name not in given.without]
    likely = cross_validated(known, columns)
    results = {t: known[0].conll(likely, t) for t in THRESHOLDS}
    for threshold, result in results.items():
        print(f"folds of {given.topics}, {threshold}: {result}")
    best = max(results, key=lambda t: float(results[t].split()[0]))
    if test or given.write:
        model = fitted([s.rows for s in known], [s.same for s in known])
    if test:
        print(f"{given.test}, {best}: {test.conll(model.predict_proba(test.rows)[:, 1], best)}")
    if given.write:
        write(model, best, given.topics)


if __name__ == "__main__":
    main()

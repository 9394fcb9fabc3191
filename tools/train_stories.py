"""Make what the finding of stories is given: how common each word is in news, and the weights of its findings.

    train_stories.py words --english FREQUENCIES [--articles LANGUAGE=FILE ...]
    train_stories.py weights [--data FOLDER] [--topics 1-35] [--folds 5]

`words` writes src/kawat/linking/story_words.tsv.gz. FREQUENCIES has a word and a count a line: the list of 82,765
English words that comes with symspellpy (counts of Google Books, CC BY 3.0). FILE is JSON Lines with `text`, gzipped
or not: news articles; only how many of them have a word is kept. `weights` writes story_weights.json, trained on
ECB+, and prints figures of a cross-validation over topics. Needs scikit-learn (the group `train`).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import exp, log
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from bench.ecb import Document, article, data, parse_topics, read_topics
from bench.stories import Score, b_cubed
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from kawat.linking.gist import Gist, gist
from kawat.linking.gist_words import BANDS, FLOOR, NUMBER_FLOOR, stem, words
from kawat.linking.stories import Logistic, Model, kinds, matters
from kawat.linking.story_findings import FINDINGS, TOPICAL, findings, topical
from kawat.text import digest

OUT = Path(__file__).resolve().parents[1] / "src" / "kawat" / "linking"
LENGTH = 250  # words of a usual article, to turn the share of a word in books to a share of articles
STRENGTH = 0.05  # C of the regression
KINDS = 0.2  # mean probability of one kind below which groups are of two
WORLDS = 12  # worlds of few articles
SPARSE = 2.0  # how much a pair of these counts
ALONE = 0.3  # how much a pair of a happening that is a group by itself counts
CUT = (0.35, 0.3, 0.6, 0.75, 3)  # story_trees.Cut, by cross-validation; hardly sensitive
NO_CUT = (0.0, 0.0, 0.0, 0.0, 0)
LEAST = 3  # articles that have a word, for its rate to be kept


def texts(path: Path) -> Iterator[str]:
    """Yield the texts of a file of JSON Lines."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in raw.decode().splitlines():
        yield json.loads(line)["text"]


def article_rates(paths: list[Path]) -> dict[str, float]:
    """Return the share of articles that have each word."""
    had, total = Counter[str](), 0
    for path in paths:
        for text in texts(path):
            total += 1
            had.update({word.word for line in text.split("\n") for word in words(line)})
    return {word: count / total for word, count in had.items() if count >= LEAST}


def book_rates(path: Path) -> dict[str, float]:
    """Return the share of articles that would have each word if they were written like books."""
    count = Counter[str]()
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        word, number = line.split()
        count[stem(word)] += int(number)
    total = count.total()
    return {word: 1 - exp(-LENGTH * n / total) for word, n in count.items()}


def write_words(english: Path, articles: list[str]) -> None:
    """Write the rates of all languages: English from books and news, others from news alone."""
    files: dict[str, list[Path]] = {"en": []}
    for given in articles:
        language, _, name = given.partition("=")
        files.setdefault(language, []).append(Path(name))
    found = {language: article_rates(paths) for language, paths in files.items()}
    news, books = found["en"], book_rates(english)
    mixed = {
        w: max(books.get(w, 0.0), 0.7 * news.get(w, 0.0) + 0.3 * books.get(w, 0.0)) for w in news | books
    }
    found["en"] = {w: news.get(w, 0.0) if w[0].isdigit() else p for w, p in mixed.items()}
    order = sorted(found)
    lines = ["\t".join(["word", *order])]
    for word in sorted(set().union(*found.values())):
        floor = NUMBER_FLOOR if word[0].isdigit() else FLOOR
        rates = [found[language].get(word, 0.0) for language in order]
        if max(rates) > floor:
            lines.append(
                "\t".join([word, *(str(round(-log(p) * BANDS)) if p > floor else "" for p in rates)])
            )
    packed = gzip.compress("\n".join(lines).encode(), mtime=0)
    (OUT / "story_words.tsv.gz").write_bytes(packed)
    print(f"{len(lines) - 1} words, {len(packed)} bytes")


class Case(NamedTuple):
    """A group of gists with which pairs are of one matter."""

    gists: list[Gist]
    same: NDArray[np.bool_]
    share: float  # how much its pairs count


def regression(
    found: list[tuple[dict[str, Any], NDArray[np.bool_], float]], names: Sequence[str]
) -> Logistic:
    """Fit the weights of the findings; each comes with what is true of its pairs, and how much these count."""
    rows, truth, counts = [], [], []
    for matrices, same, share in found:
        upper = np.triu_indices(len(same), 1)
        rows.append(np.stack([matrices[name][upper] for name in names], 1))
        truth.append(same[upper])
        counts.append(np.full(len(upper[0]), share))
    table = np.vstack(rows)
    mean, spread = table.mean(0), table.std(0) + 1e-9
    fitted = LogisticRegression(C=STRENGTH, max_iter=5000)
    fitted.fit((table - mean) / spread, np.concatenate(truth), np.concatenate(counts))
    weights = fitted.coef_[0] / spread
    base = float(fitted.intercept_[0] - (weights * mean).sum())
    return Logistic(
        round(base, 4), {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}
    )


def fit(documents: Sequence[Document], gists: Mapping[str, Gist]) -> Model:
    """Train both questions."""
    label = {d.id: d.subtopic for d in documents}
    topic = {d.id: d.topic for d in documents}
    every = [gists[d.id] for d in documents]
    alike = topical(every)
    kind = regression([(alike, _same(every, topic), 1.0)], TOPICAL)
    draft = Model(kind, KINDS, kind, NO_CUT)
    cases = _cases(every, label, draft, 1.0)
    # Most of the world's matters have no twin: each happening is a group by itself too.
    cases += [Case(g, _same(g, label), ALONE) for g in _alone(every, label)]
    cases += [c for world in _sparse(every, label) for c in _cases(world, label, draft, SPARSE)]
    found = [(findings(c.gists, topical(c.gists)), c.same, c.share) for c in cases if len(c.gists) > 1]
    return Model(kind, KINDS, regression(found, FINDINGS), CUT)


def _cases(gists: Sequence[Gist], label: Mapping[str, str], draft: Model, share: float) -> list[Case]:
    return [Case(g, _same(g, label), share) for g in kinds(gists, draft)]


def _sparse(gists: Sequence[Gist], label: Mapping[str, str]) -> Iterator[list[Gist]]:
    """Yield worlds with few articles of each happening: so most matters are in a newspaper."""
    for world in range(WORLDS):
        had = Counter[str]()
        order = sorted(gists, key=lambda g: digest(g.id, str(world)))
        yield [g for g in order if had.update([label[g.id]]) or had[label[g.id]] <= 1 + world % 3]


def _same(gists: Sequence[Gist], label: Mapping[str, str]) -> NDArray[np.bool_]:
    names = np.array([label[g.id] for g in gists])
    return np.equal.outer(names, names)


def _alone(gists: Sequence[Gist], label: Mapping[str, str]) -> list[list[Gist]]:
    return [[g for g in gists if label[g.id] == name] for name in dict.fromkeys(label.values())]


def score(documents: Sequence[Document], gists: Mapping[str, Gist], given: Model) -> Score:
    """Score the matters that a model finds."""
    every = [gists[d.id] for d in documents]
    found = {name: ids[0] for group in kinds(every, given) for ids in matters(group, given) for name in ids}
    return b_cubed({d.id: d.subtopic for d in documents}, found)


def write_weights(folder: Path | None, topics: str, folds: int) -> None:
    """Print a cross-validation over topics, then train on all of them and write the weights."""
    with data(folder) as where:
        documents = read_topics(where, parse_topics(topics))
    gists = {d.id: gist(article(d)) for d in documents}
    names = list(dict.fromkeys(d.topic for d in documents))
    scores = []
    for fold in range(folds):
        held = set(names[fold::folds])
        given = fit([d for d in documents if d.topic not in held], gists)
        mine = [d for d in documents if d.topic in held]
        scores.append((len(mine), score(mine, gists, given)))
        print(
            f"fold {fold}: P {scores[-1][1].precision:.3f} R {scores[-1][1].recall:.3f} F {scores[-1][1].f1:.3f}"
        )
    if scores:
        total = sum(n for n, _ in scores)
        mean = Score(
            sum(n * s.precision for n, s in scores) / total, sum(n * s.recall for n, s in scores) / total
        )
        print(f"all folds: P {mean.precision:.3f} R {mean.recall:.3f} F {mean.f1:.3f}")
    given = fit(documents, gists)
    (OUT / "story_weights.json").write_bytes(
        msgspec.json.format(msgspec.json.encode(given), indent=1) + b"\n"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parts = parser.add_subparsers(dest="part", required=True)
    part = parts.add_parser("words")
    part.add_argument("--english", type=Path, required=True)
    part.add_argument("--articles", action="append", default=[])
    part = parts.add_parser("weights")
    part.add_argument("--data", type=Path)
    part.add_argument("--topics", default="1-35")
    part.add_argument("--folds", type=int, default=5)
    given = parser.parse_args()
    if given.part == "words":
        write_words(given.english, given.articles)
    else:
        write_weights(given.data, given.topics, given.folds)

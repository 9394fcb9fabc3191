"""Which mentions of events are of one event, over all articles.

    python -m bench.coreference [--data FOLDER] [--topics 1-25]

ECB+ with gold mentions of all kinds (each ACTION_* and NEG_ACTION_* markable that has words), all documents of the
topics together: the program is told no topic, no kind of a mention, and no person, place or time that was annotated.
Singletons are kept, in the gold and in the answer, as is usual where mentions are given. Two settings: the mentions
of the sentences that ``ECBplus_coreference_sentences.csv`` lists, whose annotation was checked and which the usual
evaluation keeps; and all mentions, most of whose others were never compared across documents.

The weights that ship were trained on listed sentences of topics 1 to 35: what is printed for these is no measure of
other topics. tools/train_telling.py prints what is reached on topics that were left out.

CoNLL F1 is the mean of the F1 of MUC, B-cubed and CEAF-e (Pradhan et al. 2014). `scores` was checked against coval,
the reference scorer in Python: the same on 300 random pairs of partitions, mentions that only one of them has included.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.common import missing, print_table
from bench.ecb import DATA, Document, data, parse_topics, read_topics
from kawat.linking.telling_chains import chains
from kawat.linking.telling_mentions import Collection, Mention, Page, cosine, head_of

SENTENCES = "ECBplus_coreference_sentences.csv"
Cluster = Sequence[Hashable]
Kept = frozenset[tuple[str, int]]  # id of a document, number of a sentence


class Part(NamedTuple):
    """One measure: precision, recall and their F1, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Scores(NamedTuple):
    """The three measures, and CoNLL F1."""

    muc: Part
    b_cubed: Part
    ceaf_e: Part

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return sum(part.f1 for part in self) / 3


def scores(gold: Sequence[Cluster], answer: Sequence[Cluster]) -> Scores:
    """Compare two partitions; a mention that only one of them has counts as wrong."""
    in_gold, in_answer = _places(gold), _places(answer)
    alike = _alignment(gold, answer, in_answer)
    return Scores(
        Part(_muc(answer, in_gold), _muc(gold, in_answer)),
        Part(_b_cubed(answer, in_gold), _b_cubed(gold, in_answer)),
        Part(alike / len(answer) if answer else 0.0, alike / len(gold) if gold else 0.0),
    )


def _places(clusters: Sequence[Cluster]) -> dict[Hashable, int]:
    return {mention: k for k, cluster in enumerate(clusters) for mention in cluster}


def _muc(clusters: Sequence[Cluster], other: Mapping[Hashable, int]) -> float:
    """Return the share of links of the clusters that the other partition has (Vilain et al. 1995)."""
    right = links = 0
    for cluster in clusters:
        known = [other[m] for m in cluster if m in other]
        right += len(known) - len(set(known))
        links += len(cluster) - 1
    return right / links if links else 0.0


def _b_cubed(clusters: Sequence[Cluster], other: Mapping[Hashable, int]) -> float:
    """Return the mean over mentions of how much of its cluster is of its kind (Bagga and Baldwin 1998)."""
    right, mentions = 0.0, 0
    for cluster in clusters:
        shares = Counter(other[m] for m in cluster if m in other)
        right += sum(n * n for n in shares.values()) / len(cluster)
        mentions += len(cluster)
    return right / mentions if mentions else 0.0


def _alignment(
    gold: Sequence[Cluster], answer: Sequence[Cluster], in_answer: Mapping[Hashable, int]
) -> float:
    """Return the sum of phi-4 of the best one-to-one alignment of clusters (Luo 2005)."""
    alike: dict[int, dict[int, float]] = {}
    for k, cluster in enumerate(gold):
        shared = Counter(in_answer[m] for m in cluster if m in in_answer)
        alike[k] = {j: 2 * n / (len(cluster) + len(answer[j])) for j, n in shared.items()}
    return sum(_best(part) for part in _connected(alike))


def _connected(alike: Mapping[int, dict[int, float]]) -> list[list[dict[int, float]]]:
    """Split the rows into sets that have no column in common: each can be aligned by itself."""
    parts: list[tuple[set[int], list[dict[int, float]]]] = []
    for row in alike.values():
        touched = [part for part in parts if not part[0].isdisjoint(row)]
        parts = [part for part in parts if part[0].isdisjoint(row)]
        columns = set(row).union(*(part[0] for part in touched))
        parts.append((columns, [r for part in touched for r in part[1]] + [row]))
    return [rows for _, rows in parts]


def _best(rows: Sequence[Mapping[int, float]]) -> float:
    """Return the largest sum of entries no two of which share row or column (Hungarian method, O(n^3))."""
    columns = sorted(set().union(*rows))
    size = max(len(rows), len(columns))
    cost = np.zeros((size + 1, size + 1))
    for i, row in enumerate(rows, 1):
        for column, value in row.items():
            cost[i, columns.index(column) + 1] = -value
    match = _matched(cost)
    return float(-sum(cost[match[j], j] for j in range(1, size + 1)))


def _matched(cost: NDArray[np.float64]) -> list[int]:
    """Return for each column its row in the cheapest alignment; row and column 0 are aids of the method."""
    size = len(cost) - 1
    of_row, of_column, match = np.zeros(size + 1), np.zeros(size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        match[0], column = row, 0
        slack, used, way = np.full(size + 1, np.inf), np.zeros(size + 1, dtype=bool), [0] * (size + 1)
        while match[column]:
            used[column] = True
            reduced = cost[match[column]] - of_row[match[column]] - of_column
            for j in np.flatnonzero(~used & (reduced < slack)).tolist():
                slack[j], way[j] = reduced[j], column
            following = int(np.where(used, np.inf, slack).argmin())
            step = slack[following]
            of_row[[match[j] for j in np.flatnonzero(used).tolist()]] += step
            of_column[used] -= step
            slack[~used] -= step
            column = following
        while column:
            match[column], column = match[way[column]], way[column]
    return match


def listed(folder: Path) -> Kept | None:
    """Read which sentences were checked; None where the list is not at hand."""
    places = [folder / SENTENCES, folder.parent / SENTENCES]
    if not (path := next((p for p in places if p.is_file()), None)):
        return None
    with path.open(encoding="utf-8") as file:
        return frozenset((f"{r[0]}_{r[1]}", int(r[2])) for r in csv.reader(file) if r[0].isdigit())


class Told(NamedTuple):
    """Documents as the program takes them, with the gold chain of each mention."""

    pages: tuple[Page, ...]
    gold: dict[Mention, str]


def told(documents: Iterable[Document], kept: Kept | None = None) -> Told:
    """Turn documents into pages and mentions of events; of the sentences in `kept`, where it is given."""
    pages: list[Page] = []
    gold: dict[Mention, str] = {}
    for document in documents:
        spans: dict[int, tuple[int, int]] = {}
        for token in document.tokens:
            if token.start >= 0:
                spans[token.sentence] = (spans.get(token.sentence, (token.start, 0))[0], token.end)
        pages.append(Page(document.id, tuple(document.text[a:b] for a, b in spans.values())))
        gold.update(_mentions(document, spans, kept))
    return Told(tuple(pages), gold)


def _mentions(
    document: Document, spans: Mapping[int, tuple[int, int]], kept: Kept | None
) -> Iterator[tuple[Mention, str]]:
    """Yield mentions with their chains; of two with the same words, the one that the document has last."""
    index = {sentence: k for k, sentence in enumerate(spans)}
    for mention in document.mentions:
        if "ACTION_" not in mention.kind:
            continue
        tokens = [document.tokens[i] for i in mention.tokens]
        sentence = tokens[0].sentence
        if sentence in spans and (kept is None or (document.id, sentence) in kept):
            at = spans[sentence][0]
            within = [t for t in tokens if t.sentence == sentence]
            words = tuple(t.text for t in within)
            yield (
                Mention(document.id, index[sentence], within[0].start - at, within[-1].end - at, words),
                mention.chain,
            )


def clusters(labels: Mapping[Mention, Hashable]) -> list[list[Mention]]:
    """Put together the mentions with the same label."""
    out: dict[Hashable, list[Mention]] = defaultdict(list)
    for mention, label in labels.items():
        out[label].append(mention)
    return list(out.values())


def by_lemma(pages: Iterable[Page], mentions: Iterable[Mention], gate: float = 0.2) -> list[list[Mention]]:
    """Answer as the usual baseline does: one event is one lemma in pages that are chained by cosine >= `gate`."""
    gist = Collection(pages).gist
    out: list[list[Mention]] = []
    for same in clusters({m: head_of(m.words) for m in sorted(mentions)}):
        groups: list[list[Mention]] = []
        for mention in same:
            near = [g for g in groups if any(cosine(gist[mention.page], gist[m.page]) >= gate for m in g)]
            groups = [g for g in groups if g not in near] + [[m for g in near for m in g] + [mention]]
        out += groups
    return out


def main() -> None:
    """Print CoNLL F1 and its parts, of the program and of the baseline."""
    parser = argparse.ArgumentParser(description="Event coreference on ECB+.")
    parser.add_argument(
        "--data", type=Path, help="folder with one folder a topic (default: unpack what is in shared)"
    )
    parser.add_argument("--topics", type=parse_topics, default=range(1, 36), help="1-35")
    parser.add_argument("--short", action="store_true", help="topics 1 to 5 only")
    given = parser.parse_args()
    if given.data is None and missing(DATA):
        return
    topics = range(1, 6) if given.short else given.topics
    with data(given.data) as folder:
        documents, kept = read_topics(folder, topics), listed(folder)
    rows: list[tuple[object, ...]] = []
    if kept is None:
        print(f"{SENTENCES} is not at hand: all mentions only")
    for setting in [kept, None] if kept else [None]:
        name = "all mentions" if setting is None else "listed sentences"
        rows += measured(name, told(documents, setting))
    head = ("Mentions", "Number", "Answer", "MUC P/R/F1", "B-cubed P/R/F1", "CEAF-e P/R/F1", "CoNLL F1")
    print_table(f"ECB+ topics {topics[0]} to {topics[-1]}, {len(documents)} documents", head, rows)


def measured(name: str, given: Told) -> Iterator[tuple[object, ...]]:
    """Yield the rows of one setting."""
    gold = clusters(given.gold)
    answers = {"kawat": chains(given.pages, given.gold), "lemma, gate": by_lemma(given.pages, given.gold)}
    for who, answer in answers.items():
        found = scores(gold, answer)
        parts = [" / ".join(f"{100 * x:.1f}" for x in (*p, p.f1)) for p in found]
        yield name, len(given.gold), who, *parts, f"{100 * found.conll:.2f}"


if __name__ == "__main__":
    main()

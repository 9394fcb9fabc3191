"""Find stories in ECB+: do articles of one happening come together, and two happenings of one kind stay apart?

    python -m bench.stories [--data FOLDER] [--topics 1-25 ...]

FOLDER holds the topics of ECB+, one folder each; without it the topics that are beside the checkout are unpacked.
Scored by B-cubed (Bagga and Baldwin 1998) over all articles of the topics named, which are clustered in one go.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.common import missing, print_table
from bench.ecb import DATA, Document, article, data, parse_topics, read_topics
from kawat.linking.gist import gist
from kawat.linking.stories import stories

TOPICS = ("1-25", "26-35", "1-35")


class Score(NamedTuple):
    """Shares, 0..1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> Score:
    """Score a partition by B-cubed: the means, over all items, of the share of an item's group that is of its class,
    and of its class that is in its group. Both map the same items to the name of their class or group.
    """
    classes, clusters = Counter(gold.values()), Counter(found[item] for item in gold)
    cells = Counter((gold[item], found[item]) for item in gold)
    total = len(gold) or 1
    precision = sum(n * n / clusters[cluster] for (_, cluster), n in cells.items()) / total
    recall = sum(n * n / classes[label] for (label, _), n in cells.items()) / total
    return Score(precision, recall)


def cluster(documents: Sequence[Document]) -> dict[str, str]:
    """Map each document to the name of its story."""
    found = stories([gist(article(document)) for document in documents])
    return {name: members[0] for members in found for name in members}


def main(arguments: Sequence[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.stories", description="Find stories in ECB+.")
    parser.add_argument("--data", type=Path, help="folder with the topics")
    parser.add_argument("--topics", nargs="+", default=TOPICS, help="ranges of topics, each clustered alone")
    parser.add_argument("--short", action="store_true", help="no difference here")
    given = parser.parse_args(arguments)
    if given.data is None and missing(DATA):
        return 0
    rows = []
    with data(given.data) as folder:
        for topics in given.topics:
            documents = read_topics(folder, parse_topics(topics))
            found = cluster(documents)
            gold = {document.id: document.subtopic for document in documents}
            score = b_cubed(gold, found)
            shares = (f"{x:.3f}" for x in (score.precision, score.recall, score.f1))
            rows.append((topics, len(gold), len(set(gold.values())), len(set(found.values())), *shares))
    header = ("Topics", "Articles", "Happenings", "Stories found", "Precision", "Recall", "F1")
    print_table("Stories of ECB+ (B-cubed)", header, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

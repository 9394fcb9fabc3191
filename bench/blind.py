"""The same score on articles of our own: how far `accuracy` can be believed.

The blind ones nobody has studied and nothing was trained on. On the others the coder was trained: their figures only
show that it learnt.
"""

from __future__ import annotations

from bench.common import ROOT, SCORER, missing, read_gold, read_reports
from bench.scoring import print_scores

BLIND, ARTICLES, EXAMPLES = ROOT / "tests" / "blind", ROOT / "tests" / "articles", ROOT / "examples"


def main() -> None:
    """Print the table."""
    if missing(SCORER):
        return
    sets = [
        ("blind", read_gold(BLIND / "gold"), read_reports(BLIND / "articles.jsonl")),
        ("hand-made, trained on", read_gold(ARTICLES / "gold"), read_reports(ARTICLES / "articles.jsonl")),
        ("examples, trained on", read_gold(EXAMPLES / "gold"), read_reports(EXAMPLES / "pages")),
    ]
    print_scores("Events, other articles", sets)


if __name__ == "__main__":
    main()

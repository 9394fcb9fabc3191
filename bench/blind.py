"""The same score on articles that no rule was written for: how far `accuracy` can be believed."""

from __future__ import annotations

from bench.common import ROOT, SCORER, missing, read_gold, read_reports
from bench.scoring import print_scores

SETS = {
    "hand-made": (ROOT / "tests" / "articles" / "gold", ROOT / "tests" / "articles" / "articles.jsonl"),
    "examples": (ROOT / "examples" / "gold", ROOT / "examples" / "pages"),
}


def main() -> None:
    """Print the table."""
    if not missing(SCORER):
        sets = [(name, read_gold(gold), read_reports(pages)) for name, (gold, pages) in SETS.items()]
        print_scores("Events, articles not developed on", sets)


if __name__ == "__main__":
    main()

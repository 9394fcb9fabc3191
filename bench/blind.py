"""The same score on other articles: how far `accuracy` can be believed.

The hand-made articles were written blind. Errors were read in the first of them while the rules were made; the
others are held out: only their figures were looked at.
"""

from __future__ import annotations

from bench.common import ROOT, SCORER, Json, missing, read_gold, read_reports
from bench.scoring import print_scores

ARTICLES, EXAMPLES = ROOT / "tests" / "articles", ROOT / "examples"

#: The last number of a hand-made article, by language, whose errors were read.
READ = {"id": 10, "en": 4}


def _is_read(article: str) -> bool:
    language, _, number = article.partition("-")
    return int(number) <= READ[language]


def _part(gold: dict[str, Json], read: bool) -> dict[str, Json]:
    return {name: article for name, article in gold.items() if _is_read(name) == read}


def main() -> None:
    """Print the table."""
    if missing(SCORER):
        return
    gold, reports = read_gold(ARTICLES / "gold"), read_reports(ARTICLES / "articles.jsonl")
    sets = [
        ("hand-made, held out", _part(gold, read=False), reports),
        ("hand-made, errors read", _part(gold, read=True), reports),
        ("examples, errors read", read_gold(EXAMPLES / "gold"), read_reports(EXAMPLES / "pages")),
    ]
    print_scores("Events, other articles", sets)


if __name__ == "__main__":
    main()

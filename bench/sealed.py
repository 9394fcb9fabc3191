"""Totals on the sealed articles, which nobody reads: real ones beside the checkout, and pages of the web.

    python -m bench sealed                      # of annotations/sealed-id and -en
    python -m bench sealed --pages WEB.jsonl    # and of sealed-web-*, held-web-id: tools/web_pages.py gathers them

Note beside the figures how often they were measured (docs/measuring.md): each look at them may guide a choice.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.common import SCORER, SHARED, Json, missing
from bench.grammar import READOUTS, SETS, articles
from bench.scoring import print_scores
from kawat.reading import read
from kawat.reading.model import Report

DATA = SHARED / "data"
NAMES = {
    "sealed-id": DATA / "indonesian-news" / "articles.jsonl.gz",
    "sealed-en": DATA / "english-statements" / "articles.jsonl.gz",
}
WEB = ("sealed-web-id", "sealed-web-en", "held-web-id")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=Path, help="what tools/web_pages.py wrote")
    parser.add_argument("--short", action="store_true", help="as without: there is nothing to shorten")
    args = parser.parse_args()
    if missing(SCORER, READOUTS, *NAMES.values()):
        return
    names = NAMES | (dict.fromkeys(WEB, args.pages) if args.pages else {})
    rows = []
    for name, corpus in names.items():
        SETS[name] = (f"{name}.jsonl", corpus)
        rows.append((name, *_read(name)))
    print_scores("Events, sealed articles", rows)


def _read(name: str) -> tuple[dict[str, Json], list[Report]]:
    gold: dict[str, Json] = {}
    reports: list[Report] = []
    for annotation, _, article in articles(name, "AB"):
        gold[annotation["article"]] = annotation
        reports += read(article)
    return gold, reports


if __name__ == "__main__":
    main()

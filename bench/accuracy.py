"""Events of annotated articles, contacts of a government's readouts: what the rules were developed on."""

from __future__ import annotations

from bench.common import (
    DEV,
    SCORER,
    SHARED,
    as_json,
    missing,
    percent,
    print_table,
    read_gold,
    read_lines,
    read_reports,
    scorer,
)
from bench.scoring import print_scores

READOUTS = SHARED / "data" / "readouts"


def main() -> None:
    """Print both tables."""
    if not missing(SCORER, DEV):
        gold = read_gold(DEV / "gold")
        print_scores("Events, articles developed on", [("dev", gold, read_reports(DEV / "articles.jsonl"))])
    if not missing(SCORER, READOUTS):
        readouts()


def readouts() -> None:
    """Print what is found in readouts: each tells of the one contact that its title names, or of none."""
    reports = as_json(read_reports(READOUTS / "articles.jsonl"))
    gold = {page["article"]: page for page in read_lines(READOUTS / "gold.jsonl")}
    owed = {name: page for name, page in gold.items() if page["kind"] == "contact"}
    count, fields, _ = scorer().score(owed, reports)
    found, _, lost = count["contacts"]  # what else a readout tells of is not annotated, so no precision
    told = {report["article"] for report in reports if report["type"] == "CONSULT"}
    print_table(
        "Readouts of a government",
        ("contacts", "found", "mode right", "status right", "domestic pages", "of them with a false contact"),
        [
            (
                *(found + lost, percent(found, found + lost)),
                *(percent(*fields["mode"]), percent(*fields["status"])),
                *(len(gold) - len(owed), len(told & (gold.keys() - owed.keys()))),
            )
        ],
    )


if __name__ == "__main__":
    main()

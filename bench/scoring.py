"""A table for any folder of annotated articles: F1 by language and kind of event, and the fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bench.common import Json, as_json, percent, print_table, scorer
from kawat.reading.model import Report

GROUPS = ("all", "contacts", "acts", "strict")
FIELDS = ("status", "date", "mode", "people", "place")
HEADER = ("articles of", "n", "precision", "recall", *(f"F1 {group}" for group in GROUPS), *FIELDS)


def print_scores(title: str, sets: Iterable[tuple[str, dict[str, Json], list[Report]]]) -> None:
    """Print a row for each set (name, annotations, reports), and one for each language in it."""
    rows = []
    for name, gold, reports in sets:
        predictions = as_json(reports)
        for language, part in _by_language(gold).items():
            rows.append(_row(f"{name}, {language}", part, predictions))
    print_table(title, HEADER, rows)


def _by_language(gold: dict[str, Json]) -> dict[str, dict[str, Json]]:
    """Return all annotations, and those of each language where there are several."""
    parts: dict[str, dict[str, Json]] = defaultdict(dict)
    for name, article in gold.items():
        parts[article["language"]][name] = article
    return {"all": gold, **dict(sorted(parts.items()))} if len(parts) > 1 else dict(parts)


def _row(name: str, gold: dict[str, Json], predictions: list[Json]) -> tuple[str, ...]:
    count, attributes, _ = scorer().score(gold, [p for p in predictions if p["article"] in gold])
    figures = {group: scorer().prf(*count[group]) for group in GROUPS}
    return (
        name,
        str(len(gold)),
        f"{figures['all'][0]:.3f}",
        f"{figures['all'][1]:.3f}",
        *(f"{figures[group][2]:.3f}" for group in GROUPS),
        *(percent(*attributes[field]) for field in FIELDS),
    )

"""Merge, store and compare annotations of articles whose text is not ours to copy (see annotations/README.md).

    annotations.py merge A B OUT                 two readings -> gold of both, a file an article in the folder OUT
    annotations.py standoff GOLD OUT.jsonl --corpus FILE [--corpus FILE] [--only IDS] [--without IDS]
    annotations.py join STANDOFF.jsonl OUT --corpus FILE [--corpus FILE]     -> gold as the scorer reads it
    annotations.py agreement A B [--scorer FILE]                 -> F1 of each reading by the other

A reading or gold is a folder of JSON files, a JSON file (an article or an array of them), or JSON Lines. A corpus is
JSON Lines, gzipped or not, with `id` and `text`. Offsets count code points of that text, end exclusive.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

Json = dict[str, Any]
MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}  # types whose sides may be told in either order
SIDES = ("actors", "recipients")
SCORER = Path(__file__).resolve().parents[2] / "shared" / "score" / "score_events.py"  # beside the checkout


class AnnotationError(Exception):
    """An annotation that does not fit its article; the message names both."""


# --- files


def load(path: Path) -> dict[str, Json]:
    """Read annotated articles, by id; an article that comes twice is an error."""
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    articles: dict[str, Json] = {}
    for file in files:
        text = file.read_text(encoding="utf-8")
        found = _lines(text) if file.suffix == ".jsonl" else json.loads(text)
        for article in found if isinstance(found, list) else [found]:
            if article["article"] in articles:
                raise AnnotationError(f"{file}: article {article['article']} comes twice")
            articles[article["article"]] = article
    return articles


def load_texts(corpora: Iterable[Path]) -> dict[str, str]:
    """Read the texts of corpora, by id."""
    texts: dict[str, str] = {}
    for path in corpora:
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        texts |= {line["id"]: line["text"] for line in _lines(raw.decode())}
    return texts


def _lines(text: str) -> list[Json]:
    """Parse JSON Lines; not by `splitlines`, which also cuts at separators that stand inside of JSON strings."""
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def load_ids(path: Path) -> set[str]:
    """Read a list of ids, one a line; a line that begins with # is a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def write_folder(articles: Mapping[str, Json], folder: Path) -> None:
    """Write each article to a file of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, article in sorted(articles.items()):
        text = json.dumps(article, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


# --- merging two readings


def merge(first: Json, second: Json) -> Json:
    """Merge two readings of one article: events of both are owed, events of one are optional."""
    ours, theirs = first["events"], second["events"]
    pairs = match(ours, theirs)
    events = [
        merge_events(event, theirs[pairs[i]]) if i in pairs else event | {"optional": True}
        for i, event in enumerate(ours)
    ]
    paired = set(pairs.values())
    events += [event | {"optional": True} for j, event in enumerate(theirs) if j not in paired]
    return {
        "article": first["article"],
        "language": first.get("language"),
        "published": _agreed(first.get("published"), second.get("published")),
        "outlet": _agreed(first.get("outlet"), second.get("outlet")),
        "upstream": _common(first.get("upstream"), second.get("upstream")),
        "events": events,
    }


def match(ours: list[Json], theirs: list[Json]) -> dict[int, int]:
    """Pair the events of two readings one to one, best fit first; earlier events win ties."""
    fits = [(_fit(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for fit, i, j in sorted(fits, key=lambda x: (-x[0], x[1], x[2])):
        if fit and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def merge_events(ours: Json, theirs: Json) -> Json:
    """Keep what two readings of one event agree on; a field they disagree on becomes null, and is not measured."""
    types = _types(ours)
    shared = [t for t in types if t in _types(theirs)]
    more = [t for t in types + _types(theirs) if t not in shared]
    merged = ours | {
        "type": [*shared, *dict.fromkeys(more)],
        **_parties(ours, theirs),
        "mode": _agreed(ours.get("mode"), theirs.get("mode")),
        "date": _coarser(ours.get("date"), theirs.get("date")),
        "place": _place(ours.get("place"), theirs.get("place")),
        "status": _agreed(ours.get("status"), theirs.get("status")),
        "attributed_to": _common(ours.get("attributed_to"), theirs.get("attributed_to")),
    }
    merged.pop("optional", None)
    return merged | ({"optional": True} if ours.get("optional") or theirs.get("optional") else {})


def _fit(a: Json, b: Json) -> float:
    """Return how well two events fit, 0 where they do not: the scorer's rule, and more for equal attributes."""
    fit = max((_parties_fit(kind, a, b) for kind in _types(a) if kind in _types(b)), default=0.0)
    alike = [a.get(key) == b.get(key) for key in ("status", "date", "mode", "place")]
    alike += [_types(a)[0] == _types(b)[0], _people(a) == _people(b), _near(a, b)]
    return fit + sum(alike) / len(alike) if fit else 0.0


def _parties_fit(kind: str, a: Json, b: Json) -> float:
    (actors_a, recipients_a), (actors_b, recipients_b) = _sides(a), _sides(b)
    if kind in MUTUAL:
        all_a, all_b = actors_a | recipients_a, actors_b | recipients_b
        overlap = _jaccard(all_a, all_b)
        return overlap if all_a == all_b or (len(all_a & all_b) > 1 and overlap >= 0.5) else 0.0
    both_name_one = recipients_a and recipients_b
    to_whom = _jaccard(recipients_a, recipients_b) if both_name_one else 1.0
    return (_jaccard(actors_a, actors_b) + to_whom) / 2 if actors_a & actors_b and to_whom else 0.0


def _near(a: Json, b: Json) -> bool:
    """Say whether two events point at the same words."""
    one, other = _fold(a.get("evidence")), _fold(b.get("evidence"))
    return bool(one and other) and (one in other or other in one)


def _parties(ours: Json, theirs: Json) -> Json:
    """Keep the parties that both name; all of ours where too few would be left to name the event."""
    mutual = bool(set(_types(ours)) & set(_types(theirs)) & MUTUAL)
    sides = _sides(theirs)
    everyone = sides[0] | sides[1]
    kept = {}
    for key, same_side in zip(SIDES, sides, strict=True):
        both = everyone if mutual else same_side
        kept[key] = [party for party in ours.get(key) or [] if party.get("country") in both]
    enough = all(kept[key] or not ours.get(key) for key in SIDES) if mutual else bool(kept["actors"])
    sure = {key: ours.get(key) or [] for key in SIDES} if not enough else kept
    people = _people(theirs)
    named = {key: [_named(party, people) for party in parties] for key, parties in sure.items()}
    return {key: [p for i, p in enumerate(side) if p not in side[:i]] for key, side in named.items()}


def _named(party: Json, people: set[str]) -> Json:
    """Return the party, without its person where the other reading names no such person."""
    return party if _surname(party) in people else party | {"person": None}


def _types(event: Json) -> list[str]:
    kinds = event["type"]
    return [kinds] if isinstance(kinds, str) else list(kinds)


def _sides(event: Json) -> tuple[set[str], set[str]]:
    actors, recipients = ({p["country"] for p in event.get(key) or [] if p.get("country")} for key in SIDES)
    return actors, recipients


def _surname(party: Json) -> str:
    return (_fold(party.get("person")).split() or [""])[-1]


def _people(event: Json) -> set[str]:
    return {_surname(party) for key in SIDES for party in event.get(key) or []} - {""}


def _agreed(a: Any, b: Any) -> Any:
    return a if a == b else None


def _coarser(a: str | None, b: str | None) -> str | None:
    """Return what two dates have in common: a month and a day of it give the month, other pairs nothing."""
    short, long = sorted((a or "", b or ""), key=len)
    within = bool(short) and "/" not in long and long.startswith(f"{short}-")
    return short if within else _agreed(a, b)


def _place(a: Json | None, b: Json | None) -> Json | None:
    if not a or not b:
        return None
    if _fold(a.get("name")) == _fold(b.get("name")):
        return {"name": a.get("name"), "country": _agreed(a.get("country"), b.get("country"))}
    country = _agreed(a.get("country"), b.get("country"))
    return {"name": None, "country": country} if country else None


def _common(a: Iterable[str] | None, b: Iterable[str] | None) -> list[str]:
    theirs = {_fold(name) for name in b or []}
    return [name for name in a or [] if _fold(name) in theirs]


def _fold(text: str | None) -> str:
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def _jaccard(a: set[str], b: set[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


# --- stand-off


def standoff(gold: Json, text: str) -> Json:
    """Put offsets into the text in the place of its words, and the text's digest beside them."""
    name = gold["article"]
    events = [_detach(event, text, name) for event in gold["events"]]
    return gold | {"sha256": _digest(text), "events": events}


def join(annotation: Json, text: str) -> Json:
    """Put the words of the text in the place of offsets: what `standoff` was given."""
    if annotation["sha256"] != _digest(text):
        raise AnnotationError(f"{annotation['article']}: the text is not the one that was annotated")
    kept = {key: value for key, value in annotation.items() if key != "sha256"}
    return kept | {"events": [_attach(event, text) for event in annotation["events"]]}


def _detach(event: Json, text: str, name: str) -> Json:
    span = _span(event.get("evidence") or "", text)
    if span is None:
        raise AnnotationError(f"{name}: evidence is not in the text: {event.get('evidence')!r}")
    # A source in the annotator's own words (a name completed, say) is no part of the text and stays as it is.
    sources = [_span(source, text) or source for source in event.get("attributed_to") or []]
    return event | {"attributed_to": sources, "evidence": span}


def _attach(event: Json, text: str) -> Json:
    sources = [s if isinstance(s, str) else text[s[0] : s[1]] for s in event["attributed_to"]]
    start, end = event["evidence"]
    return event | {"attributed_to": sources, "evidence": text[start:end]}


def _span(words: str, text: str) -> list[int] | None:
    start = text.find(words) if words else -1
    return None if start < 0 else [start, start + len(words)]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


# --- agreement


def agreement(first: Mapping[str, Json], second: Mapping[str, Json], scorer: Any) -> dict[str, float]:
    """Score each reading by the other, over the articles of both; returns F1 of the pooled counts, by group."""
    both = first.keys() & second.keys()
    total: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for gold, other in ((first, second), (second, first)):
        owed = {name: gold[name] | {"events": _owed(gold[name]["events"])} for name in both}
        count, _, _ = scorer.score(
            owed, [line for name in sorted(both) for line in _predictions(other[name])]
        )
        for group in ("all", "contacts", "strict"):
            total[group] = [a + b for a, b in zip(total[group], count[group], strict=True)]
    return {group: scorer.prf(*counts)[2] for group, counts in total.items()}


def _owed(events: list[Json]) -> list[Json]:
    """Make doubted events owed too: two readings are compared in all that they found."""
    return [{key: value for key, value in event.items() if key != "optional"} for event in events]


def _predictions(article: Json) -> list[Json]:
    return [e | {"article": article["article"], "type": _types(e)[0]} for e in article["events"]]


def load_scorer(path: Path) -> Any:
    """Import the scorer from its file."""
    spec = importlib.util.spec_from_file_location("score_events", path)
    if spec is None or spec.loader is None:
        raise AnnotationError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- commands


def run_merge(args: argparse.Namespace) -> None:
    """Merge two readings, and say which articles only one of them has."""
    first, second = load(args.first), load(args.second)
    for name in sorted(first.keys() ^ second.keys()):
        print(f"{name}: read once only, left out", file=sys.stderr)
    merged = {name: merge(first[name], second[name]) for name in first.keys() & second.keys()}
    write_folder(merged, args.out)
    events = [event for article in merged.values() for event in article["events"]]
    optional = sum(bool(event.get("optional")) for event in events)
    print(f"{len(merged)} articles, {len(events) - optional} events owed, {optional} optional")


def run_standoff(args: argparse.Namespace) -> None:
    """Write the stand-off annotations; every fault is named before it fails."""
    gold, texts = load(args.gold), load_texts(args.corpus)
    wanted = (load_ids(args.only) & gold.keys()) if args.only else set(gold)
    wanted -= load_ids(args.without) if args.without else set()
    lines = [_each(standoff, gold[name], texts) for name in sorted(wanted)]
    if not all(lines):
        sys.exit("nothing written: correct these first")
    written = "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines)
    args.out.write_text(written, encoding="utf-8")
    print(f"{len(lines)} articles")


def run_join(args: argparse.Namespace) -> None:
    """Write gold files from stand-off annotations and the corpora that they point into."""
    texts = load_texts(args.corpus)
    joined = {name: _each(join, article, texts) for name, article in load(args.standoff).items()}
    if not all(joined.values()):
        sys.exit("nothing written: these corpora are not the ones that were annotated")
    write_folder({name: article for name, article in joined.items() if article}, args.out)
    print(f"{len(joined)} articles")


def _each(change: Callable[[Json, str], Json], article: Json, texts: Mapping[str, str]) -> Json | None:
    """Apply `change` to an article and its text, or name its fault and return None."""
    try:
        if article["article"] not in texts:
            raise AnnotationError(f"{article['article']}: no corpus has it")
        return change(article, texts[article["article"]])
    except AnnotationError as fault:
        print(fault, file=sys.stderr)
        return None


def run_agreement(args: argparse.Namespace) -> None:
    """Print how far two readings agree, as F1."""
    if not args.scorer.exists():
        print("not measured: the scorer is not beside the checkout (name it with --scorer)")
        return
    found = agreement(load(args.first), load(args.second), load_scorer(args.scorer))
    print("  ".join(f"{group} {value:.3f}" for group, value in found.items()))


def main(argv: list[str] | None = None) -> None:
    """Run one command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    operands = {
        run_merge: ("first", "second", "out"),
        run_standoff: ("gold", "out"),
        run_join: ("standoff", "out"),
        run_agreement: ("first", "second"),
    }
    for run, names in operands.items():
        command = commands.add_parser(run.__name__.removeprefix("run_"), help=run.__doc__)
        command.set_defaults(run=run)
        for name in names:
            command.add_argument(name, type=Path)
        if run in (run_standoff, run_join):
            command.add_argument("--corpus", type=Path, action="append", required=True)
        if run is run_standoff:
            command.add_argument("--only", type=Path)
            command.add_argument("--without", type=Path)
        if run is run_agreement:
            command.add_argument("--scorer", type=Path, default=SCORER)
    args = parser.parse_args(argv)
    args.run(args)


if __name__ == "__main__":
    main()

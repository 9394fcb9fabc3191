"""The formats that the record can be written in, each with what it leaves out."""

from __future__ import annotations

from kawat.desk.exports import (
    bibtex,
    calendars,
    feeds,
    gdelt,
    graphs,
    lines,
    linked,
    plover,
    polecat,
    sheet,
    table,
    timeline,
)
from kawat.desk.exports.model import Format

_JSONL = "application/x-ndjson"
_TSV = "text/tab-separated-values; charset=utf-8"
_NOT_CODED = (
    "events that PLOVER does not code (put off, denied, acts called off), and what has neither date nor "
    "publication; of what is planned or called off the day is that on which it was said"
)

_ALL = (
    Format(
        "jsonl", "jsonl", _JSONL, ".jsonl", "events", None,
        "Nothing of the event; the reports and articles behind it are written by reports-jsonl.", lines.events,
    ),
    Format(
        "reports-jsonl", "reports_jsonl", _JSONL, ".jsonl", "reports", None,
        "What is decided over several reports: the value to believe, independent sources, disagreements.",
        lines.reports,
    ),
    Format(
        "csv", "csv", "text/csv; charset=utf-8", ".csv", "events", None,
        "Quotes and offsets, the steps of the status, figures, and which report gives which value; control "
        "characters; names within a cell are parted by semicolons.", sheet.events,
    ),
    Format(
        "parquet", "parquet", "application/vnd.apache.parquet", ".parquet", "events", "frames",
        "Nothing of the event; a value that a person set right, and what it was, are texts of JSON.",
        table.events,
    ),
    Format(
        "plover", "plover", _JSONL, ".jsonl", "events", None,
        f"Leaves out {_NOT_CODED}; blocs and armed groups have no code, nobody a Wikidata id; what it has no "
        "field for stands under `kawat`.", plover.events,
    ),
    Format(
        "polecat", "polecat", _TSV, ".tsv", "pairs", None,
        f"Leaves out {_NOT_CODED}; quotes, addresses, status and disagreements have no column; Wikipedia and "
        "GeoNames ids, district and province stay empty, COW codes are numbers, double quotes become single.",
        polecat.events,
    ),
    Format(
        "gdelt-events", "gdelt_events", _TSV, ".tsv", "pairs", None,
        f"Leaves out {_NOT_CODED}; also what is planned and no cooperation or threat; a vague date is its first day; "
        "tone, ethnic and religious codes and divisions of states stay empty, the parties have no place of their "
        "own, double quotes become single.", gdelt.events,
    ),
    Format(
        "gdelt-mentions", "gdelt_mentions", _TSV, ".tsv", "pairs", None,
        "What gdelt-events leaves out; sentence numbers, tone and translation stay empty; offsets count in the "
        "stored text, which GDELT does not give; double quotes become single.", gdelt.mentions,
    ),
    Format(
        "graphml", "graphml", "application/graphml+xml", ".graphml", "pairs", None,
        "Everything but counts and days of the events between two parties; who acts and who is acted on; persons; "
        "events of one party.", graphs.graphml,
    ),
    Format(
        "gexf", "gexf", "application/gexf+xml", ".gexf", "pairs", None,
        "Everything but counts and days of the events between two parties; who acts and who is acted on; persons; "
        "events of one party.", graphs.gexf,
    ),
    Format(
        "ics", "ics", "text/calendar; charset=utf-8", ".ics", "events", None,
        "Events without a date, or with an open one; quotes and disagreements; put off, denied and called off are "
        "all cancelled there, proposed and planned both tentative.", calendars.events,
    ),
    Format(
        "jsonld", "jsonld", "application/ld+json", ".jsonld", "events", None,
        "Disagreements, figures, the steps of the status, and how sources hang together; an article's address "
        "that is none of the web.", linked.events,
    ),
    Format(
        "rss", "rss", "application/rss+xml; charset=utf-8", ".rss", "events", None,
        "All but a title, a sentence, the sources and the time of the last report.", feeds.rss,
    ),
    Format(
        "atom", "atom", "application/atom+xml; charset=utf-8", ".atom", "events", None,
        "All but a title, a sentence, the sources and the time of the last report.", feeds.atom,
    ),
    Format(
        "timelinejs", "timelinejs", "application/json", ".json", "events", None,
        "Events without a date, or with an open one; all but a headline, a sentence and the sources.",
        timeline.events,
    ),
    Format(
        "bibtex", "bibtex", "application/x-bibtex; charset=utf-8", ".bib", "articles", None,
        "The events themselves, and the text of the articles; an address that is none of the web.",
        bibtex.articles,
    ),
)  # fmt: skip
FORMATS: dict[str, Format] = {each.name: each for each in _ALL}

"""Every payload, in every text that a page can fill, through every writer: it reads back as data, not structure."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from typing import Any
from xml.etree import ElementTree as Tree

import feedparser
import icalendar
import networkx
import polars
import pytest
import rdflib
from exports_samples import PAYLOADS, context, hostile
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kawat.desk.clean import line
from kawat.desk.exports import FORMATS

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
SHORT = [p for p in PAYLOADS if len(p) < 1000]


def written(name: str, payload: str, *, base: str | None = "http://desk.example:8000") -> bytes:
    told = hostile(payload)
    return b"".join(FORMATS[name].write([told[0]], context(told, base=base)))


def whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("name", [n for n in FORMATS if n != "parquet"])
def test_no_export_holds_what_steers_a_terminal(name: str, payload: str) -> None:
    assert not STEERING.search(written(name, payload).decode("utf-8").replace("\r\n", "\n").replace("\t", ""))


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("name", ["jsonl", "reports-jsonl", "plover"])
def test_json_lines_are_one_line_and_carry_the_text(name: str, payload: str) -> None:
    lines = written(name, payload).decode().splitlines()
    assert len(lines) == 1
    found = json.loads(lines[0])
    assert found["event" if name == "reports-jsonl" else "id"] == whole(f"e-{payload}")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_csv_keeps_its_shape_and_runs_nothing(payload: str) -> None:
    rows = list(csv.reader(io.StringIO(written("csv", payload).decode("utf-8-sig"), newline="")))
    assert [len(row) for row in rows] == [len(rows[0])] * 2
    assert not [cell for cell in rows[1] if cell.startswith(FORMULA) and not is_number(cell)]


def is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize(("name", "size"), [("polecat", 40), ("gdelt-events", 61), ("gdelt-mentions", 16)])
def test_tabbed_rows_keep_their_shape_for_any_reader(name: str, size: int, payload: str) -> None:
    text = written(name, payload).decode()
    quoted = list(csv.reader(io.StringIO(text), delimiter="\t"))
    plain = [each.split("\t") for each in text.split("\n")[:-1]]
    assert quoted == plain and {len(row) for row in plain} == {size}
    cells = [cell for row in plain for cell in row]
    assert not [cell for cell in cells if cell.startswith(FORMULA) and not is_number(cell)]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_parquet_carries_the_text(payload: str) -> None:
    [row] = polars.read_parquet(io.BytesIO(written("parquet", payload))).to_dicts()
    assert row["id"] == whole(f"e-{payload}") and row["place"]["name"] == whole(payload)
    assert json.loads(row["corrections"][0]["value"]) == whole(payload)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("name", ["graphml", "gexf", "rss", "atom"])
def test_xml_is_well_formed_and_has_no_more_elements(name: str, payload: str) -> None:
    found, safe = (Tree.fromstring(written(name, text)) for text in (payload, "Perth"))
    assert [each.tag for each in found.iter()] == [each.tag for each in safe.iter()]
    etree.fromstring(written(name, payload))


@pytest.mark.parametrize("payload", SHORT)
def test_feeds_show_the_text_as_text(payload: str) -> None:
    seen = unicodedata.normalize("NFC", line(payload)).strip("\ufffe\uffff")
    atom = feedparser.parse(written("atom", payload))
    assert not atom.bozo and len(atom.entries) == 1
    assert "".join(seen.split()) in "".join(atom.entries[0].title.split()).replace("\ufffe", "")
    rss = feedparser.parse(written("rss", payload))
    assert not rss.bozo and "<script" not in rss.entries[0].title and "<img" not in rss.entries[0].title
    assert {e.link.split("/")[2] for e in (*atom.entries, *rss.entries)} == {"desk.example:8000"}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_graphs_load(payload: str) -> None:
    told = networkx.read_gexf(io.BytesIO(written("gexf", payload)))
    same = networkx.read_graphml(io.BytesIO(written("graphml", payload)))
    assert set(told.nodes) == set(same.nodes) == {"IDN", "AUS"}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_calendar_has_one_event_and_folded_lines(payload: str) -> None:
    raw = written("ics", payload)
    assert all(len(each) <= 75 and not set(each) & set(b"\r\n\x00") for each in raw.split(b"\r\n"))
    names = [each.split(b":")[0].split(b";")[0] for each in raw.replace(b"\r\n ", b"").split(b"\r\n")]
    assert names.count(b"SUMMARY") == names.count(b"UID") == 1 and names.count(b"BEGIN") == 2
    [event] = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert str(event["LOCATION"]) == line(payload) and str(event["STATUS"]) == "CONFIRMED"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
@pytest.mark.parametrize("payload", PAYLOADS)
def test_json_ld_says_nothing_of_its_own(payload: str) -> None:
    found, safe = rdflib.Graph(), rdflib.Graph()
    found.parse(data=written("jsonld", payload), format="json-ld")
    safe.parse(data=written("jsonld", "Perth"), format="json-ld")
    assert {p for _, p, _ in found} == {p for _, p, _ in safe} and len(found) == len(safe)
    nodes = {str(n) for triple in found for n in (triple[0], triple[2]) if isinstance(n, rdflib.URIRef)}
    assert not [n for n in nodes if "evil" in n and not n.startswith("tag:kawat,2026:")]
    exact = rdflib.URIRef("http://www.w3.org/ns/oa#exact")
    assert [str(o) for o in found.objects(None, exact)] == [whole(payload)]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_timeline_has_no_markup_but_ours(payload: str) -> None:
    [slide] = json.loads(written("timelinejs", payload))["events"]
    text = slide["text"]["text"] + slide["text"]["headline"] + slide["group"]
    tags = set(re.findall(r"<[^>]*>", text))
    assert all(
        re.fullmatch(r'</?p>|</a>|<a href="http://desk\.example:8000/events/[^"<> ]*" rel="[a-z ]+">', t)
        for t in tags
    )
    assert re.fullmatch(r"[\w.~-]+", slide["unique_id"])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_bibtex_is_one_entry_with_even_braces(payload: str) -> None:
    text = written("bibtex", payload).decode()
    bare = re.sub(r"\\text\w+\{\}|\\[%$#&_]", "", text)
    assert re.match(r"@misc\{[A-Za-z0-9]+2024-[0-9a-f]{8},\n", text) and "\\" not in bare
    depth, lowest = 0, 1
    for mark in bare.strip()[:-1]:
        depth += (mark == "{") - (mark == "}")
        lowest = min(lowest, depth) if depth or mark == "}" else lowest
    assert depth == 1 and lowest >= 1


_TEXTS = st.text(st.characters(exclude_categories=()), max_size=60)


@settings(max_examples=40, deadline=None)
@given(_TEXTS)
def test_any_text_comes_out_of_every_writer_in_its_shape(text: str) -> None:
    for name in ("graphml", "gexf", "rss", "atom"):
        Tree.fromstring(written(name, text))
    for name in ("jsonl", "plover"):
        json.loads(written(name, text))
    json.loads(written("jsonld", text))
    json.loads(written("timelinejs", text))
    assert len(icalendar.Calendar.from_ical(written("ics", text)).walk("VEVENT")) == 1
    rows: list[Any] = list(csv.reader(io.StringIO(written("csv", text).decode("utf-8-sig"), newline="")))
    assert len(rows) == 2 and len(rows[0]) == len(rows[1])
    assert {each.count(b"\t") for each in written("gdelt-events", text).splitlines()} == {60}

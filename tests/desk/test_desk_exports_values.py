"""Each export of the sample record, read back by a library that is not ours: counts and values are the record's."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterator
from pathlib import Path

import feedparser
import icalendar
import msgspec
import networkx
import pandas
import polars
import pyarrow.parquet
import pytest
import rdflib
from exports_samples import BASE, context, event, hostile, party
from lxml import etree

from kawat.desk.exports import FORMATS, Context, context_of, stream
from kawat.desk.words import words
from kawat.linking.model import Event, Step
from kawat.reading.model import Report
from kawat.record import Filter, Record, open_record
from kawat.text import Span

OA, PROV = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#"


@pytest.fixture
def opened(record: str) -> Iterator[Record]:
    with open_record(record, create=False) as found:
        yield found


@pytest.fixture
def given(opened: Record) -> Context:
    return context_of(opened, words("en"), "2024-07-01", base=f"{BASE}/")


def written(name: str, opened: Record, given: Context) -> bytes:
    return b"".join(FORMATS[name].write(stream(opened, Filter()), given))


def test_events_come_whole_as_json_lines(opened: Record, given: Context) -> None:
    lines = written("jsonl", opened, given).splitlines()
    assert [msgspec.json.decode(x, type=Event) for x in lines] == opened.events()


def test_reports_come_whole_as_json_lines(opened: Record, given: Context) -> None:
    lines = written("reports-jsonl", opened, given).splitlines()
    wanted = [(e.id, r) for e in opened.events() for r in opened.reports_of(e)]
    assert [(json.loads(x)["event"], msgspec.json.decode(x, type=Report)) for x in lines] == wanted
    assert len(wanted) == opened.counts().reports


def test_csv(opened: Record, given: Context) -> None:
    text = written("csv", opened, given)
    assert text.startswith(b"\xef\xbb\xbfdate,")
    rows = polars.read_csv(io.BytesIO(text), infer_schema=False).to_dicts()
    assert [row["id"] for row in rows] == [e.id for e in opened.events()]
    [call] = [row for row in rows if row["mode"] == "phone"]
    assert call["actor_names"] == "Prabowo Subianto" and call["recipient_offices"] == "prime_minister"
    assert call["outlets"] == "Harian Pagi; Warta Sore" and call["upstream"] == "Kantor Uji; Kantor Lain"
    assert (call["independent_sources"], call["first_source"]) == ("2", "Kantor Uji")
    assert call["contradictions"] == "date: 2024-05-07 | 2024-05-08"
    assert call["address"] == f"{BASE}/events/{call['id']}" and call["articles"] == "pagi; sore"


def test_csv_for_machines_is_to_the_letter(opened: Record, given: Context) -> None:
    raw = written("csv", opened, msgspec.structs.replace(given, raw=True)).decode()
    rows = list(csv.DictReader(io.StringIO(raw, newline="")))
    assert raw.startswith("date,") and any(row["place"].startswith("=cmd") for row in rows)


def test_parquet_has_types_and_all_values(opened: Record, given: Context) -> None:
    data = io.BytesIO(written("parquet", opened, given))
    table = pyarrow.parquet.read_table(data)
    assert (
        str(table.schema.field("figures").type.value_type.field("figure").type.field("value").type)
        == "double"
    )
    assert [msgspec.convert(row, Event) for row in table.to_pylist()] == opened.events()
    data.seek(0)
    assert polars.read_parquet(data)["status"].to_list() == [e.status for e in opened.events()]


def test_parquet_of_nothing_has_its_columns(given: Context) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(b"".join(FORMATS["parquet"].write([], given))))
    assert table.num_rows == 0 and "status_history" in table.column_names


def test_plover(opened: Record, given: Context) -> None:
    found = {e["id"]: e for e in map(json.loads, written("plover", opened, given).splitlines())}
    assert set(found) == {e.id for e in opened.events()}
    [call] = [e for e in found.values() if e.get("mode") == ["phone"]]
    assert (call["event"], call["quad_code"], call["event_scale"], call["date"]) == (
        ["CONSULT"],
        1,
        1.5,
        "2024-05-07",
    )
    assert call["context"] == ["economic", "health"] and call["cite_info"]["publication"] == "Harian Pagi"
    first = call["kawat"]["evidence"][0]
    text = opened.article(first["article"]).text
    assert Span(first["start"], first["end"]).of(text) == first["quote"] == call["text"]


def test_polecat(opened: Record, given: Context) -> None:
    rows = polars.read_csv(
        io.BytesIO(written("polecat", opened, given)), separator="\t", quote_char=None, infer_schema=False
    ).to_dicts()
    assert len(rows) == 4 and len(rows[0]) == 40
    [call] = [row for row in rows if row["Event Mode"] == "phone"]
    assert (call["Actor Name"], call["Actor COW"], call["Actor Title"]) == (
        "Prabowo Subianto",
        "850",
        "President",
    )
    assert (call["Recipient Country"], call["Intensity"], call["Contexts"]) == (
        "MYS",
        "1.5",
        "economic;health",
    )
    assert (call["Source"], call["Publication Date"], call["Language"]) == ("Harian Pagi", "2024-05-08", "id")


def test_gdelt_tables_belong_together(opened: Record, given: Context) -> None:
    events, mentions = (
        [row.split("\t") for row in written(name, opened, given).decode().splitlines()]
        for name in ("gdelt-events", "gdelt-mentions")
    )
    assert [len(row) for row in events] == [61] * 4 and [len(row) for row in mentions] == [16] * 5
    assert {row[0] for row in events} == {row[0] for row in mentions}
    [call] = [row for row in events if row[26] == "041"]
    assert call[31:34] == ["2", "2", "2"]
    told = [row for row in mentions if row[0] == call[0]]
    assert [(row[2], row[4]) for row in told] == [
        ("20240508000000", "Harian Pagi"), ("20240509000000", "Warta Sore"),
    ]  # fmt: skip
    assert opened.article("pagi").text[int(told[0][7]) :].startswith("Presiden Prabowo")


@pytest.mark.parametrize(("name", "columns"), [("polecat", 40), ("gdelt-events", 61), ("gdelt-mentions", 16)])
def test_readers_of_tables_take_them(name: str, columns: int, opened: Record, given: Context) -> None:
    found = pandas.read_csv(
        io.BytesIO(written(name, opened, given)), sep="\t", header=0 if name == "polecat" else None, dtype=str
    )
    assert found.shape == (5 if name == "gdelt-mentions" else 4, columns)


def test_mentions_have_the_address_where_there_is_one() -> None:
    made, told, page = hostile("https://news.example/a b?x=<y>")
    [row] = (
        b"".join(FORMATS["gdelt-mentions"].write([made], context((made, told, page)))).decode().splitlines()
    )
    assert row.split("\t")[3:6:2] == ["1", "https://news.example/a%20b?x=%3Cy%3E"]


def test_graphs(opened: Record, given: Context) -> None:
    graphs = [
        networkx.read_graphml(io.BytesIO(written("graphml", opened, given))),
        networkx.read_gexf(io.BytesIO(written("gexf", opened, given))),
    ]
    pairs = {(p.one, p.other): p for p in opened.pairs()}
    for graph in graphs:
        assert {tuple(sorted(edge)) for edge in graph.edges} == set(pairs)
        for pair, p in pairs.items():
            edge = graph.edges[pair]
            assert (edge["events"], edge["contacts"], edge["conflicts"]) == (
                p.events,
                p.contacts,
                p.conflicts,
            )
            assert edge["weight"] == p.events
        assert graph.nodes["IDN"]["label"] == "Indonesia" and graph.nodes["IDN"]["events"] == 3
    assert graphs[0].edges["IDN", "MYS"]["first"] == "2024-05-07"


def test_a_calendar(opened: Record, given: Context) -> None:
    calendar = icalendar.Calendar.from_ical(written("ics", opened, given))
    found = {str(e["UID"]): e for e in calendar.walk("VEVENT")}
    assert set(found) == {f"{e.id}@kawat" for e in opened.events() if e.date}
    [plan] = [e for e in found.values() if e["STATUS"] == "TENTATIVE"]
    assert (plan.decoded("DTSTART"), plan.decoded("DTEND")) == (
        datetime.date(2024, 5, 20),
        datetime.date(2024, 5, 21),
    )
    assert plan["LOCATION"] == "Perth" and plan["URL"].startswith(f"{BASE}/events/")
    vague = [e for e in found.values() if e.decoded("DTEND") - e.decoded("DTSTART") > datetime.timedelta(1)]
    assert len(vague) == 1 and "The day is not known; the date given is May 2024." in vague[0]["DESCRIPTION"]


@pytest.mark.parametrize(
    ("status", "date", "wanted"),
    [
        ("held", "2024-05-09", "CONFIRMED"), ("planned", "2024-05-09", "TENTATIVE"),
        ("proposed", "2024-05-09", "TENTATIVE"), ("cancelled", "2024-05-09", "CANCELLED"),
        ("postponed", "2024-05-09", "CANCELLED"), ("denied", "2024-05-09", "CANCELLED"),
        ("held", None, None), ("held", "../2024", None), ("held", "9999", None), ("held", "0000", None),
    ],
)  # fmt: skip
def test_statuses_of_a_calendar(status: str, date: str | None, wanted: str | None) -> None:
    step = Step("held", "2024-05-10", date, "Post", "r", "a1")
    made = event(status=status, date=date, status_history=(step,))
    text = b"".join(FORMATS["ics"].write([made], context()))
    assert [str(e["STATUS"]) for e in icalendar.Calendar.from_ical(text).walk("VEVENT")] == [wanted] * bool(
        wanted
    )


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_json_ld(opened: Record, given: Context) -> None:
    graph = rdflib.Graph()
    graph.parse(data=written("jsonld", opened, given), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    oa, prov = rdflib.Namespace(OA), rdflib.Namespace(PROV)
    counts = opened.counts()
    kinds = (schema.Event, schema.NewsArticle, oa.Annotation)
    assert [len(list(graph.subjects(rdflib.RDF.type, kind))) for kind in kinds] == [
        counts.events, counts.articles, counts.reports,
    ]  # fmt: skip
    call = rdflib.URIRef(f"tag:kawat,2026:event/{opened.events(Filter(person='Prabowo'))[0].id}")
    assert str(graph.value(call, schema.startDate)) == "2024-05-07"
    assert len(list(graph.objects(call, prov.wasDerivedFrom))) == 2
    for note in graph.subjects(oa.hasBody, call):
        _check_selectors(graph, note, opened)


def _check_selectors(graph: rdflib.Graph, note: rdflib.term.Node, opened: Record) -> None:
    oa = rdflib.Namespace(OA)
    target = graph.value(note, oa.hasTarget)
    text = opened.article(str(graph.value(target, oa.hasSource)).rsplit("/", 1)[1]).text
    words_, place = sorted(
        graph.objects(target, oa.hasSelector), key=lambda s: graph.value(s, oa.exact) is None
    )
    start, end = (int(str(graph.value(place, key))) for key in (oa.start, oa.end))
    exact, prefix = (str(graph.value(words_, key) or "") for key in (oa.exact, oa.prefix))
    assert text[start:end] == exact and text[:start].endswith(prefix)


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_feeds(name: str, opened: Record, given: Context) -> None:
    data = written(name, opened, given)
    feed = feedparser.parse(data)
    assert not feed.bozo and feed.version == {"rss": "rss20", "atom": "atom10"}[name]
    assert {entry.id for entry in feed.entries} == {f"tag:kawat,2026:event/{e.id}" for e in opened.events()}
    times = [entry.published_parsed if name == "rss" else entry.updated_parsed for entry in feed.entries]
    assert times == sorted(times, reverse=True) and times[0][:3] == (2024, 5, 11)
    assert feed.feed.title == "Kawat: diplomatic events"
    assert data == written(name, opened, msgspec.structs.replace(given, today="2030-01-01"))
    assert etree.fromstring(data).tag.endswith("rss" if name == "rss" else "feed")


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_a_feed_of_nothing_is_a_feed(name: str) -> None:
    feed = feedparser.parse(b"".join(FORMATS[name].write([], context(base=None))))
    assert not feed.bozo and feed.entries == []


def test_a_timeline(opened: Record, given: Context) -> None:
    made = json.loads(written("timelinejs", opened, given))
    slides = {s["unique_id"]: s for s in made["events"]}
    assert set(slides) == {f"event-{e.id}" for e in opened.events() if e.date}
    [vague] = [s for s in slides.values() if "end_date" in s]
    assert vague["end_date"] == {"year": 2024, "month": 5, "day": 31} and vague["display_date"] == "May 2024"


def test_bibtex_cites_each_article_once(opened: Record, given: Context) -> None:
    text = written("bibtex", opened, given).decode()
    assert text.count("@misc{") == opened.counts().articles
    assert "  title = {{Dua pemimpin bertelepon}}," in text and "  date = {2024-05-08}," in text


@pytest.mark.parametrize("name", [n for n in FORMATS if n != "parquet"])
def test_each_language_and_no_desk(name: str, opened: Record) -> None:
    told = context_of(opened, words("id"), "2024-07-01")
    assert BASE.encode() not in written(name, opened, told)


def test_the_same_record_gives_the_same_bytes(opened: Record, given: Context) -> None:
    for name in FORMATS:
        assert written(name, opened, given) == written(name, opened, given), name


def test_parties_on_one_side_only_are_nodes() -> None:
    text = b"".join(FORMATS["graphml"].write([event(type="ACCUSE", recipients=(party("IDN"),))], context()))
    graph = networkx.read_graphml(io.BytesIO(text))
    assert list(graph.nodes) == ["IDN"] and not graph.edges


def test_docs_tell_what_each_leaves_out() -> None:
    text = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    told = [x for x in text.splitlines() if x.startswith("| `")]
    assert told == [f"| `{f.name}` | `{f.extension}` | {f.rows} | {f.drops} |" for f in FORMATS.values()]

"""What comes out of the record: filters, agenda, search, ids."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import record_samples
from record_samples import article, entry, report

from kawat.errors import RecordError, UsageError
from kawat.linking.model import Correction, Event, Step
from kawat.record import Entry, Filter, Record, open_record, standing
from kawat.record.dates import planned_date


def told(name: str, *args: object, text: str = "", outlet: str = "Warta Pagi", **more: object) -> Entry:
    a = article(name, f"{name}\n{text or 'The talks of ' + name + '.'}", outlet=outlet)
    return entry(a, report(a, *args, **more, id=name))


EVENTS = [
    told("meeting", ["NLD"], ["KEN"], date="2023-03-03"),
    told("month", ["NLD"], ["BRA"], date="2023-04", outlet="Café Diário"),
    told("summit", ["NLD", "KEN"], ["BRA"], date="2023-05-01/2023-05-03"),
    told("demand", ["NLD", "KEN"], ["BRA"], type="REQUEST", date="2023-06-01"),
    told("charge", ["BRA"], ["NLD"], type="ACCUSE", date=None),
    told("visit", ["KEN"], ["BRA"], status="planned", date="2023-08-10"),
    told("call", ["KEN"], ["NLD"], status="postponed", date="2023-07"),
    told("offer", ["KEN"], ["IDN"], status="proposed", date=None),
]


@pytest.fixture
def full(record: Record) -> Record:
    record.add_many(EVENTS)
    return record


def names(events: list) -> list[str]:
    return [e.id.removeprefix("e") for e in events]


BY_DATE = ["meeting", "charge", "offer", "month", "summit", "demand", "call", "visit"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), BY_DATE),
        (Filter(kind="contacts"), ["meeting", "offer", "month", "summit", "call", "visit"]),
        (Filter(kind="acts"), ["charge", "demand"]),
        (Filter(type="ACCUSE"), ["charge"]),
        (Filter(status="planned"), ["visit"]),
        (Filter(between=("KEN",)), ["meeting", "offer", "summit", "demand", "call", "visit"]),
        (Filter(between=("KEN", "NLD")), ["meeting", "summit", "call"]),  # both sides of a demand differ
        (Filter(between=("BRA", "KEN", "NLD")), ["summit", "demand"]),
        (Filter(between=("BRA", "IDN")), []),
        (Filter(person="araujo"), ["charge", "month", "summit", "demand", "visit"]),
        (Filter(person="JOOST  ver"), ["meeting", "charge", "month", "summit", "demand", "call"]),
        (Filter(outlet="cafe diario"), ["month"]),
        (Filter(since="2023-05-02"), ["summit", "demand", "call", "visit"]),
        (Filter(since="2023-04-30", until="2023-04-30"), ["month"]),
        (Filter(until="2023-03"), ["meeting", "charge", "offer"]),  # the undated ones count when first told
        (Filter(since="2023-07-31"), ["call", "visit"]),
        (Filter(limit=2), ["meeting", "charge"]),
        (Filter(limit=10**30), BY_DATE),  # more than a database counts to
    ],
)
def test_filters(full: Record, wanted: Filter, expected: list[str]) -> None:
    assert names(full.timeline(wanted)) == expected
    newest_first = full.events(wanted)
    if wanted.limit is None:
        assert sorted(names(newest_first)) == sorted(expected)
        assert [e.date for e in newest_first if e.date] == [
            e.date for e in reversed(full.timeline(wanted)) if e.date
        ]


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(kind="meetings"),
        Filter(type="TALK"),
        Filter(status="done"),
        Filter(since="kemarin"),
        Filter(until="2023-13"),
        Filter(person="%"),
        Filter(outlet=" "),
        Filter(limit=-1),
    ],
)
def test_filters_that_cannot_be(full: Record, wanted: Filter) -> None:
    with pytest.raises(UsageError):
        full.events(wanted)


def test_agenda(full: Record) -> None:
    assert names(full.agenda()) == ["visit", "offer", "call"]
    events = full.agenda("2023-08-10")
    assert [(e.id[1:], standing(e, "2023-08-10")) for e in events] == [
        ("visit", "due"),
        ("offer", "unresolved"),  # only proposed
        ("call", "unresolved"),  # put off, and no new day
    ]
    visit = events[0]
    assert [standing(visit, day) for day in ("2023-08", "2023-06", "2023-09")] == [
        "due",
        "upcoming",
        "overdue",
    ]


def test_plans_without_a_day(record: Record) -> None:
    record.add_many(
        [told("plan", ["KEN"], ["NLD"], status="planned", date=None)]
    )  # published on 4 March 2023
    (plan,) = record.agenda("2023-04-04")
    assert standing(plan, "2023-04-04") == "unresolved"
    assert standing(plan, "2023-04-05") == "overdue"


def plan(*steps: tuple[str, str, str | None], **fields: object) -> Event:
    made = [Step(status, said, date, f"Source {said}", said, said) for status, said, date in steps]
    known = record_samples.link([report(article(), status="planned", date=steps[0][2])])[0]
    return msgspec.structs.replace(known, status_history=tuple(made), **fields)


BY_HAND = Correction("date", "2023-09-01", None, "Sari", "2023-07-05", "", 1)


@pytest.mark.parametrize(
    ("event", "day"),
    [
        (
            plan(("planned", "2023-07-01", "2023-08-01"), ("planned", "2023-07-03", "2023-08-05")),
            "2023-08-05",
        ),
        (
            plan(("planned", "2023-07-01", "2023-08-01"), ("postponed", "2023-07-03", "2023-08-09")),
            "2023-08-09",
        ),
        (
            plan(
                ("planned", "2023-07-01", "2023-08-01"), ("postponed", "2023-07-03", None), status="postponed"
            ),
            None,
        ),
        (plan(("planned", "2023-07-01", None)), None),
        (
            plan(("planned", "2023-07-01", "2023-08-01"), corrections=(BY_HAND,), date="2023-09-01"),
            "2023-09-01",
        ),
    ],
)
def test_the_day_planned_last(event: Event, day: str | None) -> None:
    assert planned_date(event) == day


@pytest.mark.parametrize("id", ["emeeting", "emee"])
def test_an_event_by_its_id_or_the_beginning_of_it(full: Record, id: str) -> None:
    assert full.event(id).id == "emeeting"


@pytest.mark.parametrize(
    ("id", "words"), [("ezzz", "no event"), ("", "no event"), ("em", "any of 2"), ("%", "no")]
)
def test_no_event_or_several(full: Record, id: str, words: str) -> None:
    with pytest.raises(RecordError, match=words):
        full.event(id)


def test_no_such_article(full: Record) -> None:
    with pytest.raises(RecordError, match="no article"):
        full.article("nope")


def test_an_event_that_was_merged_is_found_by_its_old_id(record: Record) -> None:
    late, early = article("late", "Late\nnews"), article("early", "Early\nnews", published="2023-03-01")
    record.add(late, [report(late, id="late")], source="late")
    assert names(record.events()) == ["late"]
    record.add(early, [report(early, id="early")], source="early")
    assert names(record.events()) == ["early"]
    assert record.event("elate").id == "eearly"
    assert record.event("ela").id == "eearly"
    assert names(record.events(Filter(event="elate"))) == ["early"]
    assert [r.id for r in record.reports_of("elate")] == ["early", "late"]


SEARCHED = [
    told(
        "Konferensi di Bandung",
        text="Para menteri bertemu\nMereka membahas perdagangan kopi dan teh hari ini.",
    ),
    told("Koffie", ["BRA"], text="De ministers spraken over café’s."),
    told("Tea", ["IDN"], text="A trade in tea, not 'coffee'; tea-room NEAR x."),
]


@pytest.mark.parametrize(
    ("words", "expected", "quoted"),
    [
        ("perdagangan", ["Konferensi di Bandung"], "Mereka membahas perdagangan kopi dan teh hari ini."),
        ("KOPI teh", ["Konferensi di Bandung"], "Mereka membahas perdagangan kopi dan teh hari ini."),
        ('"kopi teh"', [], None),
        ('"dan teh"', ["Konferensi di Bandung"], "Mereka membahas perdagangan kopi dan teh hari ini."),
        ("bandung", ["Konferensi di Bandung"], "Konferensi di Bandung"),
        ("kopi OR coffee", [], None),
        ("tea NEAR room", ["Tea"], "Tea"),
        ("coff*", [], None),
        ('tea" ) --', ["Tea"], "Tea"),
        ("title:tea", [], None),
        ("nothing", [], None),
    ],
)
def test_search(record: Record, words: str, expected: list[str], quoted: str | None) -> None:
    record.add_many(SEARCHED)
    hits = record.search(words)
    assert [h.article for h in hits] == expected
    for hit in hits:
        assert record.article(hit.article).text[hit.quote.start : hit.quote.end] == hit.quote.quote == quoted
        assert hit.events == (record.event(f"e{hit.article}").id,)


def test_search_regards_no_accents(record: Record, target: str) -> None:
    if "://" in target:
        pytest.skip("PostgreSQL would need its extension unaccent")
    record.add_many(SEARCHED)
    assert [h.article for h in record.search("cafe")] == ["Koffie"]


def test_search_for_no_words(record: Record) -> None:
    with pytest.raises(UsageError):
        record.search(' "*" ')


def test_search_quotes_a_part_of_a_long_line(record: Record) -> None:
    a = article("long", "Title\n" + "kata lain " * 500 + "jarum " + "kata lain " * 500)
    record.add(a, [], source="long")
    quote = record.search("jarum")[0].quote
    assert "jarum" in quote.quote.split()
    assert len(quote.quote) < 200
    assert set(quote.quote.split()) == {"kata", "lain", "jarum"}


def test_structs_survive_the_way_through_json(full: Record) -> None:
    event = full.event("esummit")
    assert msgspec.json.decode(msgspec.json.encode(event), type=type(event)) == event
    assert event.actors[1].country == "KEN"


def test_the_order_of_adding_makes_no_difference(tmp_path: Path) -> None:
    told_twice = [*EVENTS, told("echo", ["NLD"], ["KEN"], date="2023-03-03", text="Again.")]
    found = []
    for name, entries in (("forth", told_twice), ("back", told_twice[::-1])):
        with open_record(tmp_path / name) as record:
            for one in entries:
                record.add_many([one])
                record.relink()
            found.append(record.events())
    assert found[0] == found[1]


def test_linking_that_fails_loses_nothing(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    record.add_many(EVENTS[:2])
    record.relink()
    record.add_many(EVENTS[2:])
    with monkeypatch.context() as patched:
        patched.setattr("kawat.record.relinking.events_of", broken)
        with pytest.raises(ZeroDivisionError):
            record.relink()
    assert len(record.events()) == len(EVENTS)


@pytest.mark.real_linking
def test_real_linking_fits(tmp_path: Path) -> None:
    echo = told("echo", ["NLD"], ["KEN"], date="2023-03-03", text="Again.", outlet="Kabar Sore")
    with open_record(tmp_path / "kawat.db") as record:
        record.add_many([*EVENTS, echo])
        (meeting,) = record.events(
            Filter(between=("NLD", "KEN"), status="held", kind="contacts", until="2023-04")
        )
        assert {r.article for r in record.reports_of(meeting)} == {"meeting", "echo"}
        assert record.counts().events == len(EVENTS)

"""What messages say, in both languages, whatever is in them."""

from __future__ import annotations

import json

import msgspec
import pytest
from desk_samples import HOSTILE

from kawat.desk.alerts.messages import compose, difference_words
from kawat.desk.words import area, languages, words
from kawat.record.watch_model import Difference, Glance, Notice, Watch

WATCH = Watch("w1", "", "Perth", "party=AUS", "en", "2024-05-20T00:00:00+00:00")
FIELDS = [
    (Difference("status", "planned", "cancelled"), "status: planned → cancelled", "batal"),
    (Difference("date", "2024-05-28", "2024-05-30"), "30 May 2024", "30 Mei 2024"),
    (Difference("date", "2024-05-28", ""), "28 May 2024 → nothing", "tidak ada"),
    (Difference("sources", "1", "2"), "independent sources: 1 → 2", "sumber independen: 1 → 2"),
    (Difference("contested", "", "date, place"), "contested: nothing → date, place", "tanggal"),
    (Difference("type", "CONSULT", "REJECT"), " → ", " → "),
    (Difference("place", "Perth", "Hobart"), "place: Perth → Hobart", "Hobart"),
    (
        Difference("parties", "AUS", "AUS, IDN:Retno Marsudi"),
        "parties: Australia → Australia, Retno Marsudi (Indonesia)",
        "pihak: Australia → Australia, Retno Marsudi (Indonesia)",
    ),
]  # fmt: skip


def notices(count: int) -> list[Notice]:
    return [Notice(f"e{i}", "new", f"Event {i}.", number=i) for i in range(count, 0, -1)]


@pytest.mark.parametrize(("change", "english", "indonesian"), FIELDS)
def test_differences_in_words(change: Difference, english: str, indonesian: str) -> None:
    assert english in difference_words(change, words("en"), area("alerts", "en"))
    assert indonesian in difference_words(change, words("id"), area("alerts", "id"))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("field", Glance.__struct_fields__)
def test_every_field_has_words(field: str, language: str) -> None:
    told = difference_words(Difference(field, "", ""), words(language), area("alerts", language))
    assert ": " in told
    assert not told.startswith(f"{field}_")


def test_a_message() -> None:
    change = Difference("status", "planned", "cancelled")
    made = compose(WATCH, [Notice("e1", "changed", "A meeting.", (change,), 7)], "http://desk.example/")
    assert made.subject == "Kawat: Perth (1 new)"
    assert made.text == (
        "Changed: A meeting.\n  status: planned → cancelled\n  http://desk.example/events/e1\n\n"
        "Saved search “Perth” (party=AUS).\n"
    )
    assert made.body["search"] == {"id": "w1", "name": "Perth", "query": "party=AUS"}
    (plain,) = json.loads(msgspec.json.encode(made.body))["notices"]
    assert plain["differences"] == [{"field": "status", "was": "planned", "now": "cancelled"}]
    assert plain["address"] == "http://desk.example/events/e1"


def test_a_desk_without_an_address_links_nowhere() -> None:
    made = compose(WATCH, notices(1), "")
    assert "events/" not in made.text
    assert "address" not in made.body["notices"][0]


def test_many_are_counted() -> None:
    made = compose(WATCH, notices(1000), "")
    assert made.subject == "Kawat: Perth (1000 new)"
    assert made.text.count("New: ") == len(made.body["notices"]) == 20
    assert "... and 980 more." in made.text
    assert made.body["more"] == 980
    assert made.body["notices"][0]["event"] == "e1000"  # the newest first


def test_a_test_says_so() -> None:
    made = compose(msgspec.structs.replace(WATCH, language="id"), [], "", test=True)
    assert "uji coba" in made.subject
    assert made.body["test"] is True
    assert made.body["notices"] == []


def test_hostile_words_stay_words() -> None:
    name = f"{HOSTILE}\r\nBcc: all@evil.example {{0}} {{name}}"
    watch = msgspec.structs.replace(WATCH, name=name, query=HOSTILE)
    told = Notice("e1", "left", f"x\r\n\r\n{HOSTILE}", (Difference("place", HOSTILE, "\u2028"),))
    made = compose(watch, [told], "http://desk.example")
    assert made.subject.isprintable()
    assert len(made.subject) <= 150
    assert all(line.isprintable() for line in made.text.split("\n"))
    assert len(made.text.split("\n")) == 6  # as many as without
    assert "{0} {name}" in made.text

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.desk.positions import NOBODY, WINDOW, Sheet, sheets
from kawat.linking.model import Event
from kawat.reading.model import Party

DEMAND = ("REQUEST", "IDN", "AUS", "2024-05-10", "held")


def event(id: str, type: str, actor: str, recipient: str, date: str | None, status: str = "held") -> Event:
    sides = [
        tuple(Party(code, None, None, code, 0, 3, "test") for code in each.split())
        for each in (actor, recipient)
    ]
    given: dict[str, Any] = dict.fromkeys(Event.__struct_fields__, ())
    given |= {"id": id, "type": type, "mode": None, "actors": sides[0], "recipients": sides[1], "date": date}
    return Event(**{**given, "place": None, "duration": None, "status": status})


def answered(act: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, bool]]:
    """Return what a sheet of Indonesia has as answers to an act, where another act is known too."""
    found = sheets([event("b", *other), event("a", *act)], frozenset({"IDN"}))
    towards = next(s for s in found if s.counterpart == "AUS")
    position = next(p for p in towards.positions if p.event.id == "a")
    return [(answer.event.type, answer.sure) for answer in position.answers]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (("REJECT", "AUS", "IDN", "2024-05-12", "held"), [("REJECT", True)]),
        (("CONCEDE", "AUS", "IDN", "2024-05-12", "held"), [("CONCEDE", True)]),
        (("AGREE", "AUS", "IDN", "2024-05-12", "held"), [("AGREE", True)]),
        (("AGREE", "IDN", "AUS", "2024-05-12", "held"), [("AGREE", True)]),  # its sides have no order
        (("AGREE", "AUS IDN", "", "2024-05-12", "held"), [("AGREE", True)]),
        (("AGREE", "AUS", "IDN", "2024-05-12", "planned"), [("AGREE", True)]),
        (("AGREE", "AUS", "IDN", "2024-05-12", "denied"), []),
        (("CONCEDE", "AUS", "IDN", "2024-05-12", "cancelled"), []),
        (("REJECT", "AUS", "IDN", "2024-05-10", "held"), [("REJECT", True)]),  # on the same day
        (("REJECT", "AUS", "IDN", "2024-05-09", "held"), []),
        (("REJECT", "AUS", "IDN", "2024-05", "held"), [("REJECT", False)]),  # perhaps earlier
        (("REJECT", "AUS", "IDN", "2024-04", "held"), []),
        (("REJECT", "AUS", "IDN", "2024-08-08", "held"), [("REJECT", True)]),  # on the last day of the window
        (("REJECT", "AUS", "IDN", "2024-08-09", "held"), []),
        (("REJECT", "AUS", "MYS", "2024-05-12", "held"), []),  # towards another
        (("REJECT", "AUS", "", "2024-05-12", "held"), []),  # towards nobody
        (("REJECT", "MYS", "IDN", "2024-05-12", "held"), []),  # by another
        (("REJECT", "IDN", "AUS", "2024-05-12", "held"), []),  # its own
        (("ACCUSE", "AUS", "IDN", "2024-05-12", "held"), []),  # no answer, but a position
    ],
)
def test_the_other_side_answers_with_what_it_says_later_towards_the_one_that_acted(
    other: tuple[str, ...], expected: list[tuple[str, bool]]
) -> None:
    assert answered(DEMAND, other) == expected


def shape(found: list[Sheet]) -> list[tuple[str, list[str]]]:
    return [(sheet.counterpart, [p.event.id for p in sheet.positions]) for sheet in found]


def test_positions_stand_by_counterpart_oldest_first_and_those_without_an_addressee_last() -> None:
    known = [
        event("3", "ACCUSE", "IDN", "MYS", "2024-05-03"),
        event("2", "REJECT", "IDN", "", "2024-05-02"),
        event("1", "REQUEST", "IDN", "MYS AUS", "2024-05"),
        event("4", "THREATEN", "AUS", "IDN", "2024-05-04"),
        event("5", "CONSULT", "IDN", "AUS", "2024-05-05"),
        event("6", "ASSAULT", "IDN", "AUS", "2024-05-06"),
        event("7", "REQUEST", "IDN", "IDN", "2024-05-07"),
        event("8", "REQUEST", "IDN", "AUS", None),
    ]
    expected = [("AUS", ["1", "8"]), ("MYS", ["1", "3"]), (NOBODY, ["2", "7"])]
    assert shape(sheets(known, frozenset({"IDN"}))) == expected


def test_a_person_has_what_is_their_own() -> None:
    known = [
        event("1", "REQUEST", "IDN", "AUS", "2024-05-01"),
        event("2", "REQUEST", "IDN", "AUS", "2024-05-02"),
    ]
    assert shape(sheets(known, frozenset({"IDN"}), lambda e: e.id == "2")) == [("AUS", ["2"])]


CODES = st.sampled_from(["IDN", "AUS", "MYS", "IDN AUS", ""])
TYPES = st.sampled_from(["REQUEST", "REJECT", "AGREE", "CONCEDE", "ACCUSE", "CONSULT"])
DATES = st.sampled_from(
    ["2024-05-01", "2024-05-20", "2024-05", "2024", "2024-05-01/2024-05-09", "2024-12-31", None]
)


@given(st.lists(st.tuples(TYPES, CODES, CODES, DATES), max_size=12), st.randoms())
def test_the_order_in_which_events_come_changes_nothing_and_no_answer_is_surely_earlier(
    rows: Any, random: Any
) -> None:
    known = [event(str(n), *row) for n, row in enumerate(rows)]
    found = sheets(known, frozenset({"IDN"}))
    random.shuffle(known)
    assert sheets(known, frozenset({"IDN"})) == found
    for sheet in found:
        for position in sheet.positions:
            days = [position.event.date or "9"] * 2
            assert all((a.event.date or "9")[:4] >= days[0][:4] for a in position.answers if days[0] != "9")
    assert WINDOW > 0

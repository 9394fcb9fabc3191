"""What PLOVER says of an event: the quad class of its type, its value, the contexts of the sentences that prove it."""

from __future__ import annotations

from typing import get_args

import pytest
from telling import only, reports

from kawat.reading.model import EventType, Mode, Status
from kawat.reading.plover import QUADS, intensity


def test_every_type_has_a_class_and_a_value_of_its_sign() -> None:
    assert set(QUADS) == set(get_args(EventType))
    for type_, quad in QUADS.items():
        value = intensity(type_, None, "held")
        assert value is not None
        assert value > 0 if quad.endswith("cooperation") else value <= 0


@pytest.mark.parametrize(
    ("type_", "mode", "status", "value"),
    [
        ("CONSULT", "in-person", "held", 2.5),
        ("CONSULT", "phone", "held", 1.5),
        ("CONSULT", "phone", "planned", 2.5),
        ("CONSULT", "in-person", "cancelled", -2.0),
        ("CONSULT", "in-person", "denied", None),
        ("CONSULT", "in-person", "postponed", None),
        ("AID", None, "held", 10.0),
        ("AID", None, "planned", 2.5),
        ("RETREAT", None, "planned", 4.5),
        ("ASSAULT", None, "held", -9.0),
    ],
)
def test_value_goes_by_type_channel_and_status(
    type_: EventType, mode: Mode | None, status: Status, value: float | None
) -> None:
    assert intensity(type_, mode, status) == value


def test_a_report_carries_class_value_and_contexts() -> None:
    told = "Presiden Kenya bertemu Presiden Ghana di Nairobi untuk membahas perdagangan dan pengungsi."
    report = only(told, "id")
    assert (report.quad, report.intensity) == ("verbal_cooperation", 2.5)
    assert report.contexts == ("economic", "migration")


def test_contexts_come_from_the_sentences_that_prove_the_event_alone() -> None:
    told = (
        "The president of Kenya met the president of Ghana on Monday. Voters in Peru queue for an election."
    )
    assert [r.contexts for r in reports(told, "en")] == [()]


def test_a_word_of_context_is_found_under_a_clitic() -> None:
    report = only("Presiden Kenya bertemu Presiden Ghana membahas kedaulatannya.", "id")
    assert report.contexts == ("territory",)

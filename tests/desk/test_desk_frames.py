"""Items of the record as Arrow, pandas and polars tables."""

from __future__ import annotations

import sys
from typing import Any

import msgspec
import pandas
import polars
import pyarrow
import pytest

import kawat
from kawat.errors import UsageError
from kawat.linking.model import Correction, Event
from kawat.record import Filter, open_record

KINDS = {"arrow": pyarrow.Table, "pandas": pandas.DataFrame, "polars": polars.DataFrame}


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_is_a_column_and_an_event_a_row(record: str, kind: Any) -> None:
    with open_record(record) as opened:
        events = opened.events()
        table = kawat.frame(events, kind)
    assert isinstance(table, KINDS[kind])
    names = table.column_names if kind == "arrow" else list(table.columns)
    assert names == list(Event.__struct_fields__)
    assert list(table["id"] if kind != "arrow" else table["id"].to_pylist()) == [event.id for event in events]


def test_values_come_back_as_they_were(record: str) -> None:
    with open_record(record) as opened:
        events = opened.events()
    rows = kawat.frame(events).to_pylist()
    plain = msgspec.json.decode(msgspec.json.encode(events))
    assert rows == plain


@pytest.mark.parametrize("ask", ["actors", "pairs", "decisions", "copies", "stories", "failures"])
def test_other_lists_are_tables_too(record: str, ask: str) -> None:
    with open_record(record) as opened:
        items = getattr(opened, ask)()
        assert kawat.frame(items).num_rows == len(items)


def test_reports_are_a_table(record: str) -> None:
    with open_record(record) as opened:
        reports = [report for event in opened.events() for report in opened.reports_of(event)]
    table = kawat.frame(reports, "polars")
    assert table["confidence"].dtype == polars.Float64
    assert table["published"].to_list() == [report.published for report in reports]


def test_no_events_are_a_table_with_all_columns(record: str) -> None:
    with open_record(record) as opened:
        table = kawat.frame(iter(opened.events(Filter(person="Nobody"))), "pandas")
    assert (len(table), list(table.columns)) == (0, list(Event.__struct_fields__))


def test_what_may_be_any_value_is_json(record: str) -> None:
    with open_record(record) as opened:
        event = opened.events()[0]
    correction = Correction("actors", [{"country": "IDN"}], None, "Sari", "2026-11-28T06:00:00Z", "", 1)
    table = kawat.frame([msgspec.structs.replace(event, corrections=(correction,))])
    (told,) = table["corrections"].to_pylist()[0]
    assert (told["value"], told["was"]) == ('[{"country":"IDN"}]', None)


def test_an_unknown_table_is_told() -> None:
    with pytest.raises(UsageError, match="arrow, pandas, polars"):
        kawat.frame([], "excel")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "missing"), [("arrow", "pyarrow"), ("pandas", "pandas"), ("polars", "polars")]
)
def test_what_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch, kind: Any, missing: str) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(
        UsageError, match=rf'pip install "kawat\[frames\]".*{missing if missing != "pyarrow" else ""}'
    ):
        kawat.frame([], kind)

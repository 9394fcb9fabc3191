from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from desk_samples import HOSTILE

from kawat.desk import render
from kawat.desk.render import Column, emit


class Row(NamedTuple):
    name: str
    size: int | None


COLUMNS: list[Column[Row]] = [
    Column("name", "Name", lambda r: r.name),
    Column("size", "Size", lambda r: r.size),
]
ROWS = [Row("Jakarta", 11), Row("北京", 2000)]


def test_a_plain_table_is_aligned(capsys: pytest.CaptureFixture[str]) -> None:
    assert emit(ROWS, COLUMNS, "table") == 2
    assert capsys.readouterr().out == "Name     Size\nJakarta    11\n北京     2000\n"


def test_an_empty_table_says_so_beside_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert emit([], COLUMNS, "table", empty="Nothing found.") == 0
    assert capsys.readouterr() == ("", "Nothing found.\n")


def test_csv_has_a_head_even_without_rows(capsys: pytest.CaptureFixture[str]) -> None:
    emit([], COLUMNS, "csv")
    emit([Row("-x", -5), Row('a "b", c', None)], COLUMNS, "csv")
    assert capsys.readouterr().out == 'name,size\nname,size\n\'-x,-5\n"a ""b"", c",\n'


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_rows_are_written_as_they_come(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    def rows() -> Iterator[Row]:
        yield ROWS[0]
        assert "Jakarta" in capsys.readouterr().out
        yield ROWS[1]

    emit(rows(), COLUMNS, form)


def test_json_and_json_lines_carry_the_item(capsys: pytest.CaptureFixture[str]) -> None:
    emit([{"name": HOSTILE}], [], "json")
    assert json.loads(capsys.readouterr().out) == [{"name": HOSTILE}]
    emit([{"name": HOSTILE}, {"name": "b"}], [], "jsonl")
    assert [json.loads(each)["name"] for each in capsys.readouterr().out.splitlines()] == [HOSTILE, "b"]


def test_json_marks_what_is_no_unicode() -> None:
    assert json.loads(render.encode({"a": ["\ud800b"]})) == {"a": ["?b"]}


@pytest.mark.parametrize("form", render.FORMATS)
def test_hostile_text_steers_nothing(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    emit([Row(HOSTILE, 1)], COLUMNS, form)
    out = capsys.readouterr().out
    assert not any(mark in out for mark in "\x1b\x9b\u202e")
    if form == "csv":
        assert list(csv.reader(io.StringIO(out)))[1][0].startswith("'=")


def test_a_terminal_gets_the_same_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "200")
    emit([Row("[red]x[/red]", 1)], COLUMNS, "table")
    assert "[red]x[/red]" in capsys.readouterr().out


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("abc", 3), ("北京", 4), ("e\u0301", 1)])
def test_width(text: str, columns: int) -> None:
    assert render.width(text) == columns

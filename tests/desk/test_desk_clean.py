from __future__ import annotations

import csv
import io
import json

import pytest
from desk_samples import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from kawat.desk import clean

STEERING = [chr(c) for c in (*range(0x20), *range(0x7F, 0xA0), 0x200F, 0x202E, 0x2028, 0x2066)]


@given(st.text())
def test_a_line_steers_no_terminal(text: str) -> None:
    shown = clean.line(text)
    assert not any(mark in shown for mark in STEERING)


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=60))
def test_a_line_keeps_its_words(text: str) -> None:
    assert clean.line(text).split() == text.replace("\u2028", " ").split()


def test_half_a_surrogate_pair_is_shown_as_a_mark() -> None:
    assert clean.line("a\ud83db") == "a?b"
    assert clean.cell("a\ud83db") == "a?b"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1"])
def test_a_spreadsheet_runs_no_cell(text: str) -> None:
    assert clean.cell(text) == "'" + text
    assert clean.cell(text, raw=True) == text


@pytest.mark.parametrize("text", ["", "Jakarta", "a = b", "2024-05-07", "(+62)"])
def test_other_cells_stay(text: str) -> None:
    assert clean.cell(text) == text


def test_a_cell_keeps_its_lines_and_loses_escapes() -> None:
    assert clean.cell("a\nb\x1b[31m\x9b") == "a\nb[31m"
    assert clean.cell("over\rwritten\r\nend") == "over written\nend"
    assert clean.cell("\r=1+1") == " =1+1"  # a blank before it makes it text


@given(st.text())
def test_a_cell_survives_csv(text: str) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow([clean.cell(text), "end"])
    assert next(csv.reader(io.StringIO(buffer.getvalue(), newline="")))[-1] == "end"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_says_the_same_without_steering(text: str) -> None:
    safe = clean.json_safe(json.dumps(text, ensure_ascii=False))
    assert json.loads(safe) == text
    assert not any(mark in safe for mark in STEERING)


def test_json_of_hostile_text() -> None:
    safe = clean.json_safe(json.dumps(HOSTILE, ensure_ascii=False))
    assert "\\u009b" in safe and "\\u202e" in safe


@pytest.mark.parametrize(
    ("text", "size", "short"),
    [
        ("short", 10, "short"),
        ("ten letters", 11, "ten letters"),
        ("cut at the blank", 12, "cut at the…"),
        ("nowheretocut", 6, "nowhe…"),
    ],
)
def test_clip(text: str, size: int, short: str) -> None:
    assert clean.clip(text, size) == short

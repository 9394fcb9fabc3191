"""Persons set the record right from the shell: join, split, correct, undo, decisions, reread."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from desk_samples import HOSTILE, Run, entries

from kawat.desk.names import coded
from kawat.errors import UsageError
from kawat.record import open_record

STEERING = "\x1b\x9b\u202e"


@pytest.fixture
def mine(record: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A record of one's own, named by the environment."""
    path = tmp_path / "mine.db"
    shutil.copy(record, path)
    monkeypatch.setenv("KAWAT_RECORD", str(path))
    return str(path)


def events(run: Run, *wanted: str) -> list[dict[str, Any]]:
    return [
        json.loads(each) for each in run(*(wanted or ("timeline",)), "--format", "jsonl").stdout.splitlines()
    ]


def call(run: Run) -> dict[str, Any]:
    return next(e for e in events(run, "contacts") if "pagi" in e["articles"])


def test_join_and_undo(run: Run, mine: str) -> None:
    plan = next(e["id"] for e in events(run, "contacts", "--status", "planned"))
    told = run("join", call(run)["id"][:6], plan[:6], "--by", "Sari Dewi", "--reason", "one matter")
    assert told.exit_code == 0 and told.stdout.count("\n") == 1 and told.stdout.rstrip().endswith("]")
    assert "undo with: kawat undo 2 --by 'Sari Dewi'" in told.stderr
    assert len(call(run)["articles"]) == 3
    undone = run("undo", "2", "--by", "Budi", "--lang", "id")
    assert undone.exit_code == 0 and "keputusan 2 tidak berlaku lagi" in undone.stderr
    assert len(call(run)["articles"]) == 2


@pytest.mark.parametrize("name", ["article", "report", "prefix"])
def test_split_by_article_or_report(run: Run, mine: str, name: str) -> None:
    event = call(run)
    [late] = [r.id for article, reports in entries() if article.id == "sore" for r in reports]
    wanted = {"article": "sore", "report": late, "prefix": late[:5]}[name]
    told = run("split", event["id"][:6], wanted, "--by", "Sari")
    assert told.exit_code == 0
    off, left = told.stdout.splitlines()
    assert off.startswith("split off: ") and "8 May 2024" in off
    assert left.startswith("left: ") and "7 May 2024" in left
    as_json = run("undo", "2", "--by", "Sari", "--format", "jsonl")
    assert json.loads(as_json.stdout)["articles"] == ["pagi", "sore"]


@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_value_set_right_is_marked_and_told(run: Run, mine: str, lang: str) -> None:
    id = call(run)["id"]
    told = run(
        "correct", id[:6], "date", "2024-05-09", "--by", "Sari", "--reason", "so the minutes", "--lang", lang
    )
    assert told.exit_code == 0 and "9" in told.stdout and "2" in told.stderr
    shown = run("show", id, "--lang", lang).stdout
    day = {"en": "9 May 2024, not 7 May 2024 – Sari, ", "id": "9 Mei 2024, bukan 7 Mei 2024 – Sari, "}[lang]
    assert day in shown and "so the minutes" in shown and "(2024-05-09)*" in shown
    assert "2024-05-09*" in run("contacts", "--lang", lang).stdout
    [row] = [
        r for r in csv.DictReader(io.StringIO(run("contacts", "--format", "csv").stdout)) if r["corrected"]
    ]
    assert (row["date"], row["corrected"]) == ("2024-05-09", "date")
    hand = {"en": "Set right by hand: date (Sari).", "id": "Dibetulkan dengan tangan: tanggal (Sari)."}[lang]
    assert hand in run("brief", "--lang", lang).stdout


def test_parties_and_places_by_name(run: Run, mine: str) -> None:
    id = call(run)["id"]
    assert run("correct", id, "actors", "Rusia:Vladimir Putin; IDN", "--by", "Sari").exit_code == 0
    assert run("correct", id, "place", "Jenewa/Swiss", "--by", "Sari").exit_code == 0
    event = call(run)
    assert [(p["country"], p["person"]) for p in event["actors"]] == [
        ("RUS", "Vladimir Putin"),
        ("IDN", None),
    ]
    assert event["place"]["country"] == "CHE"
    shown = run("show", id).stdout
    assert "actors: Vladimir Putin (RUS), Indonesia, not Prabowo Subianto (IDN)" in shown
    assert "place: Geneva (CHE), not none" in shown


def test_a_report_is_set_right_by_its_own_id(run: Run, mine: str) -> None:
    event = call(run)
    late = next(s["report"] for s in event["status_history"] if s["article"] == "sore")
    assert run("correct", late, "date", "2024-05-07", "--by", "Sari").exit_code == 0
    assert call(run)["disagreements"] == []
    assert f"in report {late}" in run("decisions").stdout


@pytest.mark.parametrize(
    ("field", "typed", "given"),
    [
        ("type", "consult", "CONSULT"),
        ("date", "2024", "2024"),
        ("place", "Jenewa", "Jenewa"),
        ("place", "-", "-"),
        ("actors", "Amerika Serikat; rusia:Sergei Lavrov;", "USA; RUS:Sergei Lavrov"),
        ("recipients", "-", "-"),
    ],
)
def test_names_become_codes(field: str, typed: str, given: str) -> None:
    assert coded(field, typed) == given


def test_a_name_that_is_none() -> None:
    with pytest.raises(UsageError, match="Nirwana"):
        coded("actors", "Nirwana:Somebody")


def test_the_log(run: Run, mine: str) -> None:
    id = call(run)["id"]
    run("correct", id, "status", "denied", "--by", "Sari", "--reason", "=evil")
    run("undo", "2", "--by", "Budi")
    lines = run("decisions", "--lang", "id").stdout.splitlines()
    assert len(lines) == 3
    assert (
        "membetulkan" in lines[1] and "status: terlaksana → dibantah" in lines[1] and lines[1].endswith("3")
    )
    assert "mencabut" in lines[2] and "keputusan 2" in lines[2]
    rows = list(csv.DictReader(io.StringIO(run("decisions", id[:6], "--format", "csv").stdout)))
    assert [row["kind"] for row in rows] == ["linked", "correct", "undo"]
    assert (rows[1]["value"], rows[1]["was"], rows[1]["reason"]) == ('"denied"', '"held"', "'=evil")
    first = json.loads(run("decisions", "--format", "jsonl", "--limit", "1").stdout)
    assert (first["number"], first["by"], first["undone"]) == (2, "Sari", 3)
    after = [run("decisions", "--format", "jsonl", "--after", str(number)).stdout for number in (1, 2, 3)]
    assert [len(text.splitlines()) for text in after] == [2, 1, 0]


def test_who_signs_may_come_from_the_environment(
    run: Run, mine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = call(run)["id"]
    unsigned = run("correct", id, "date", "2024")
    assert unsigned.exit_code == 2 and "KAWAT_BY" in unsigned.stderr
    monkeypatch.setenv("KAWAT_BY", "Budi")
    assert run("correct", id, "date", "2024").exit_code == 0
    assert call(run)["corrections"][0]["by"] == "Budi"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["join", "EVENT", "EVENT"], 2, "already"),
        (["join", "EVENT", "zzz"], 3, "no event"),
        (["split", "EVENT", "zzz"], 2, "no report"),
        (["split", "EVENT", "pagi", "sore"], 2, "not all"),
        (["split", "EVENT"], 2, "Missing argument"),
        (["correct", "EVENT", "colour", "red"], 2, "cannot be corrected"),
        (["correct", "EVENT", "date", "soon"], 2, "no date"),
        (["correct", "EVENT", "actors", "Nirwana"], 2, "Nirwana"),
        (["undo", "1"], 3, "no decision 1"),
        (["undo", "soon"], 2, "integer"),
    ],
)
def test_what_cannot_be_decided(run: Run, mine: str, arguments: list[str], code: int, words: str) -> None:
    id = call(run)["id"]
    told = run(*(id if part == "EVENT" else part for part in arguments), "--by", "Sari")
    assert (told.exit_code, told.stdout) == (code, "") and words in told.stderr
    assert json.loads(run("decisions", "--format", "json").stdout) == []


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_no_reason_steers_the_terminal(run: Run, mine: str, form: str) -> None:
    id = call(run)["id"]
    told = run("correct", id, "place", HOSTILE.replace("/", "|"), "--by", HOSTILE, "--reason", HOSTILE)
    assert told.exit_code == 0
    outs = [
        told,
        run("decisions", "--format", form),
        run("show", id, "--format", form),
        run("contacts", "--format", form),
    ]
    assert "alert(1)" in outs[1].stdout
    assert not any(mark in out.stdout + out.stderr for out in outs for mark in STEERING)


def test_reread(run: Run, mine: str) -> None:
    told = run("reread", "pagi", "--lang", "id")
    assert told.exit_code == 0 and told.stdout == "" and "dari 1 artikel" in told.stderr
    assert "of 4 articles" in run("reread").stderr
    assert "0 of 4 articles" in run("reread").stderr
    assert run("reread", "pagi", "nowhere").exit_code == 3


def test_decisions_stand_when_articles_are_read_anew(run: Run, mine: str) -> None:
    id = call(run)["id"]
    run("correct", id, "status", "denied", "--by", "Sari")
    run("reread")
    with open_record(mine) as record:
        assert any(e.status == "denied" and e.corrections for e in record.events())

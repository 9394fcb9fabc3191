"""What is to come: for which day, how it stands, and who said so last."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from desk_samples import Run, article, party, report

from kawat.record import Entry, open_record

WORDS = "Menteri Luar Negeri Kenya akan bertemu Menteri Luar Negeri Ghana pekan depan."


def told(name: str, published: str, other: str, **fields: Any) -> Entry:
    page = article(
        name, f"{WORDS} {name}", title=name, outlet=f"Media {name}", published=published, language="id"
    )
    sides = {"actors": (party(page.text, "Kenya", "KEN"),), "recipients": (party(page.text, "Ghana", other),)}
    return Entry(page, (report(page, WORDS, mode="in-person", **sides, **fields),), f"{name}.txt")


@pytest.fixture
def planned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    path = str(tmp_path / "planned.db")
    with open_record(path) as record:
        record.add_many([
            told("undated", "2024-05-01", "GHA", status="planned"),
            told("offer", "2024-05-02", "TGO", status="proposed", date="2024-07-01"),
            told("old", "2024-05-03", "BEN", status="planned", date="2024-06-10"),
            told("later", "2024-05-05", "BEN", status="postponed", date="2024-06-20"),
            told("plan", "2024-05-03", "NER", status="planned", date="2024-05-30"),
            told("off", "2024-05-05", "NER", status="postponed"),
            told("hoped", "2024-05-03", "MLI", status="planned", date="2024-06-12"),
            told("gone", "2024-05-05", "MLI", status="cancelled", date="2024-06-12"),
        ])  # fmt: skip
    monkeypatch.setenv("KAWAT_RECORD", path)
    return path


def stands(run: Run, today: str) -> dict[str, tuple[str, str | None, str, str]]:
    rows = [
        json.loads(each) for each in run("agenda", "--today", today, "--format", "jsonl").stdout.splitlines()
    ]
    return {r["articles"][-1]: (r["standing"], r["due"], r["source"], r["said"]) for r in rows}


def test_each_with_its_day_and_its_last_source(run: Run, planned: str) -> None:
    agency = "Kantor Uji"
    assert stands(run, "2024-05-20") == {
        "undated": ("unresolved", None, agency, "2024-05-01"),
        "offer": ("unresolved", "2024-07-01", agency, "2024-05-02"),
        "later": ("upcoming", "2024-06-20", agency, "2024-05-05"),
        "off": ("unresolved", None, agency, "2024-05-05"),
    }


def test_what_was_told_long_ago_is_overdue(run: Run, planned: str) -> None:
    assert stands(run, "2024-06-01")["undated"][0] == "unresolved"
    assert stands(run, "2024-06-02")["undated"][0] == "overdue"
    assert stands(run, "2024-06-21")["later"][0] == "overdue"
    assert stands(run, "2030-01-01")["offer"][0] == "unresolved"


def test_a_person_gives_the_day(run: Run, planned: str) -> None:
    rows = [json.loads(each) for each in run("agenda", "--format", "jsonl").stdout.splitlines()]
    id = next(r["id"] for r in rows if "off" in r["articles"])
    run("correct", id, "date", "2024-08-01", "--by", "Sari")
    standing, due, source, _ = stands(run, "2024-08-01")["off"]
    assert (standing, due, source) == ("due", "2024-08-01", "Sari")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ("Last word", "unresolved", "(2024-05-30)")),
        ("id", ("Kabar terakhir", "belum jelas", "(2024-05-30)")),
    ],
)
def test_the_screen(run: Run, planned: str, lang: str, expected: tuple[str, ...]) -> None:
    out = run("agenda", "--today", "2024-05-20", "--lang", lang).stdout
    assert all(text in out for text in expected)
    brief = run("brief", "--today", "2024-06-02", "--lang", lang).stdout
    for text in {
        "en": (
            "It was last told long ago",
            "It is not settled; last word: Kantor Uji, 5 May 2024",
            "20 June 2024",
        ),
        "id": ("Kabar terakhirnya sudah lama", "kabar terakhir: Kantor Uji, 5 Mei 2024", "20 Juni 2024"),
    }[lang]:
        assert text in brief.partition("## Agenda")[2]


def test_for_programs(run: Run, planned: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("agenda", "--today", "2024-05-20", "--format", "csv").stdout)))
    assert [(r["standing"], r["date"], r["said"]) for r in rows] == [
        ("upcoming", "2024-06-20", "2024-05-05"),
        ("unresolved", "", "2024-05-01"),
        ("unresolved", "", "2024-05-05"),
        ("unresolved", "2024-07-01", "2024-05-02"),
    ]

"""Why two events are two, and why reports are one."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from desk_samples import Run

from kawat.desk.comparisons import detail, verdict
from kawat.desk.words import words
from kawat.linking.comparing import Comparison, Weighed
from kawat.linking.findings import GRADES
from kawat.record import open_record


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record of the example pages on Esequibo and on Riyadh and Teheran."""
    from kawat import flow

    path = tmp_path_factory.mktemp("why") / "demo.db"
    pages = Path(__file__).parents[2] / "examples" / "pages"
    with open_record(path) as record:
        list(
            flow.add(
                [str(p) for p in sorted(pages.glob("*argyle*")) + sorted(pages.glob("*saudi-iran*"))], record
            )
        )
    return str(path)


def meetings(run: Run, demo: str) -> list[str]:
    """Ids of two meetings of the same two foreign ministers."""
    out = run(
        "contacts", "--between", "SAU", "IRN", "--status", "held", "--record", demo, "--format", "jsonl"
    ).stdout
    found = [json.loads(each) for each in out.splitlines()]
    return [e["id"] for e in found if e["mode"] == "in-person"]


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_grade_has_words(language: str) -> None:
    assert set(words(language).grades) == set(GRADES)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "en",
            (
                "Two events",
                "veto  date: two times apart (2023-04-06 and 2023-03-10 are two days)",
                "never compared",
            ),
        ),
        (
            "id",
            (
                "Dua peristiwa",
                "veto  tanggal: dua waktu",
                "dan 2023-03-10 dua hari",
                "tidak pernah dibandingkan",
            ),
        ),
    ],
)
def test_why_two_are_two(run: Run, demo: str, lang: str, expected: tuple[str, ...]) -> None:
    one, other = meetings(run, demo)
    told = run("why-not", one[:6], other[:6], "--record", demo, "--lang", lang)
    assert told.exit_code == 0
    for text in expected:
        assert text in told.stdout


def test_why_two_are_two_for_programs(run: Run, demo: str) -> None:
    one, other = meetings(run, demo)
    found = json.loads(run("why-not", one, other, "--record", demo, "--format", "jsonl").stdout)
    assert (found["one"], found["other"], found["same"], found["why"]) == (one, other, False, "veto")
    assert {"one", "other", "findings", "score", "needed", "near", "same_article", "ruled"} == set(
        found["pairs"][0]
    )
    rows = list(
        csv.DictReader(io.StringIO(run("why-not", one, other, "--record", demo, "--format", "csv").stdout))
    )
    assert {row["grade"] for row in rows} <= set(GRADES) and any(not row["weight"] for row in rows)


@pytest.mark.parametrize(("lang", "head"), [("en", "One event"), ("id", "Satu peristiwa")])
def test_one_event_by_two_ids(run: Run, demo: str, lang: str, head: str) -> None:
    one = meetings(run, demo)[0]
    told = run("why-not", one, one[:6], "--record", demo, "--lang", lang)
    assert told.exit_code == 0 and told.stdout.startswith(head)
    assert " = 10-saudi-iran-beijing [" in told.stdout and "+2.5" in told.stdout


def test_a_person_parts_and_joins(run: Run, demo: str, tmp_path: Path) -> None:
    mine = str(tmp_path / "mine.db")
    shutil.copy(demo, mine)
    one = meetings(run, mine)[0]
    off = run(
        "split", one, "10-saudi-iran-beijing", "--by", "Sari", "--record", mine, "--format", "jsonl"
    ).stdout
    ids = [json.loads(each)["id"] for each in off.splitlines()]
    told = run("why-not", *ids, "--record", mine).stdout
    assert "A person has parted them." in told and "a person has parted them" in told
    run("join", *ids, "--by", "Sari", "--record", mine)
    assert "joined by hand" in run("show", ids[0], "--record", mine).stdout


def test_all_pairs(run: Run, demo: str) -> None:
    out = run("timeline", "--record", demo, "--format", "jsonl").stdout
    wide = sorted((json.loads(each) for each in out.splitlines()), key=lambda e: -len(e["reports"]))[:2]
    asked = ("why-not", wide[0]["id"], wide[1]["id"], "--record", demo, "--format", "jsonl")
    few, whole = (json.loads(run(*asked, *more).stdout)["pairs"] for more in ((), ("--all",)))
    assert few == whole[:3]
    assert len(whole) == len(wide[0]["reports"]) * len(wide[1]["reports"])


def test_no_such_event(run: Run, demo: str) -> None:
    told = run("why-not", "zzz", "yyy", "--record", demo)
    assert (told.exit_code, told.stdout) == (3, "")


def pair(
    score: float | None, *, near: bool = True, same: bool = False, ruled: bool | None = None
) -> Comparison:
    return Comparison("a", "b", (Weighed("date.same", "date: 2023", 4.0),), score, 3.0, near, same, ruled)


@pytest.mark.parametrize(
    ("pairs", "why"),
    [
        ([pair(9, ruled=False)], "parted"),
        ([pair(None), pair(None)], "veto"),
        ([pair(2.5), pair(None)], "sum"),
        ([pair(9, near=False)], "far"),
        ([pair(9, same=True)], "article"),
        ([pair(9), pair(None)], "chain"),
        ([pair(9)], "doubt"),
    ],
)
def test_what_keeps_them_apart(pairs: list[Comparison], why: str) -> None:
    assert verdict(pairs) == why
    assert all(f"by_{why}" in words(language).why_not for language in ("en", "id"))


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("2021-12-07 and 2021-12-09 are two days", "2021-12-07 dan 2021-12-09 dua hari yang berlainan"),
        ("none; published 3 days apart", "tidak disebut; terbit berselang 3 hari"),
        ("known in one only", "hanya diketahui di satu laporan"),
        ("phone, unspecified in the other", "telepon, tidak disebut di yang lain"),
        ("in-person is not video", "pertemuan bukan konferensi video"),
        ("Davos\x1b[31m and {a}, one in the other", "Davos[31m dan {a}, yang satu di dalam yang lain"),
        ("something new", "something new"),
    ],
)
def test_details_in_the_screen_language(english: str, said: str) -> None:
    assert detail(english, words("id")) == said

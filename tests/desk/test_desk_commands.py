from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from desk_samples import CALL, HOSTILE, Run

STEERING = "\x1b\x9b\u202e"


def test_help_is_there_for_every_command(run: Run) -> None:
    from kawat.desk.cli import cli

    assert run("--help").exit_code == 0
    for name in cli.commands:
        told = run(name, "--help")
        assert told.exit_code == 0 and "Example: kawat" in told.output


def test_contacts_as_a_table(run: Run, record: str) -> None:
    told = run("contacts", "--record", record, "--lang", "id")
    assert told.exit_code == 0
    head, plan, call = told.stdout.splitlines()
    assert head.split()[:4] == ["Tanggal", "Status", "Jenis", "Pihak"]
    assert plan.startswith("2024-05-20  direncanakan  pertemuan")
    assert "Prabowo Subianto (IDN) – Anwar Ibrahim (MYS)" in call and "tanggal" in call


def test_contacts_as_csv_is_for_programs(run: Run, record: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("contacts", "--record", record, "--format", "csv").stdout)))
    assert [(row["date"], row["status"], row["type"], row["mode"]) for row in rows] == [
        ("2024-05-20", "planned", "CONSULT", "in-person"),
        ("2024-05-07", "held", "CONSULT", "phone"),
    ]
    assert rows[1]["actors"] == "IDN:Prabowo Subianto"


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_contacts_as_json_are_whole_events(run: Run, record: str, form: str) -> None:
    out = run("contacts", "--record", record, "--format", form).stdout
    found = json.loads(out) if form == "json" else [json.loads(each) for each in out.splitlines()]
    assert {"id", "type", "mode", "status_history", "sources", "disagreements", "reports"} <= set(found[0])
    assert [event["date"] for event in found] == ["2024-05-20", "2024-05-07"]


@pytest.mark.parametrize(
    ("options", "dates"),
    [
        (["--between", "Indonesia", "MYS"], ["2024-05-07"]),
        (["--between", "australia", "IDN"], ["2024-05-20"]),
        (["--person", "anwar"], ["2024-05-07"]),
        (["--since", "2024-05-10"], ["2024-05-20"]),
        (["--until", "2024-05-10"], ["2024-05-07"]),
        (["--status", "planned"], ["2024-05-20"]),
        (["--outlet", "Warta Sore"], ["2024-05-07"]),
        (["--limit", "1"], ["2024-05-20"]),
        (["--type", "request"], []),
    ],
)
def test_filters(run: Run, record: str, options: list[str], dates: list[str]) -> None:
    out = run("contacts", "--record", record, "--format", "jsonl", *options).stdout
    assert [json.loads(each)["date"] for each in out.splitlines()] == dates


def test_acts(run: Run, record: str) -> None:
    out = run("acts", "--record", record, "--type", "REQUEST").stdout
    assert "request or demand" in out and "Indonesia → Australia" in out


def test_nothing_found_is_no_error(run: Run, record: str) -> None:
    told = run("acts", "--record", record, "--person", "Nobody")
    assert (told.exit_code, told.stdout, told.stderr) == (0, "", "Nothing found.\n")


def test_show_tells_all(run: Run, record: str) -> None:
    [event] = [
        json.loads(each)
        for each in run(
            "contacts", "--record", record, "--format", "jsonl", "--status", "held"
        ).stdout.splitlines()
    ]
    out = run("show", event["id"][:6], "--record", record).stdout
    for expected in (
        "spoke by telephone on 7 May 2024 for two hours.",
        "Kantor Uji: credited by Harian Pagi: pagi",
        "held → 2024-05-08  Kantor Lain (sore)",
        "7 May 2024  ← Kantor Uji",
        f"“{CALL}”",
        "pagi, characters 25 to 125 (Harian Pagi, 2024-05-08)",
        "Why these reports are one event",
        "Class: verbal cooperation",
        "Context: economy, health",
    ):
        assert expected in out
    assert "Recipients" not in out  # a call is done to nobody
    whole = json.loads(run("show", event["id"], "--record", record, "--format", "jsonl").stdout)
    assert whole["event"] == event and len(whole["reports"]) == 2
    assert run("show", event["id"], "--record", record, "--format", "csv").stdout.count("\n") == 2


def test_show_of_an_unknown_event(run: Run, record: str) -> None:
    told = run("show", "ffffffffffff", "--record", record)
    assert told.exit_code == 3 and told.stdout == "" and told.stderr.count("\n") == 1


def test_search_quotes_the_place(run: Run, record: str) -> None:
    out = run("search", "lewat", "telepon", "--record", record).stdout
    assert "Warta Sore" in out and "berbicara lewat telepon" in out
    [hit] = run("search", "lewat", "--record", record, "--format", "jsonl").stdout.splitlines()
    assert json.loads(hit)["quote"]["quote"]


def test_timeline_goes_by_day(run: Run, record: str) -> None:
    lines = run("timeline", "--record", record, "--lang", "id").stdout.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "Mei 2024",
        "7 Mei 2024",
        "10 Mei 2024 (hari pemberitaan; hari kejadiannya tidak disebut)",
        "20 Mei 2024",
    ]
    assert run("timeline", "--record", record, "--format", "csv").stdout.startswith("date,status")


@pytest.mark.parametrize(
    ("today", "standing"), [("2024-05-19", "upcoming"), ("2024-05-20", "due"), ("2024-05-21", "overdue")]
)
def test_agenda_counts_from_today(run: Run, record: str, today: str, standing: str) -> None:
    [row] = run("agenda", "--record", record, "--today", today, "--format", "jsonl").stdout.splitlines()
    assert json.loads(row)["standing"] == standing
    shown = run("agenda", "--record", record, "--today", today).stdout
    assert ("today" if standing == "due" else standing) in shown
    assert standing in run("agenda", "--record", record, "--today", today, "--format", "csv").stdout


@pytest.mark.parametrize("form", ["md", "html"])
def test_brief_goes_to_stdout_or_a_file(run: Run, record: str, form: str) -> None:
    wanted = (
        "brief",
        "--record",
        record,
        "--format",
        form,
        "--since",
        "2024-05",
        "--title",
        "May",
        "--lang",
        "en",
    )
    told = run(*wanted)
    assert told.exit_code == 0 and "Period: May 2024 – …" in told.stdout
    assert run(*wanted, "--output", "brief.txt").stdout == ""
    assert Path("brief.txt").read_text(encoding="utf-8") == told.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run: Run, shell: str) -> None:
    told = run("completion", shell)
    assert told.exit_code == 0 and "_KAWAT_COMPLETE" in told.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["contacts", "--between", "Nirwana", "IDN"],
        ["contacts", "--type", "WAVE"],
        ["contacts", "--since", "yesterday"],
        ["contacts", "--format", "xml"],
        ["contacts", "--lang", "fr"],
        ["agenda", "--today", "soon"],
        ["nonsense"],
        ["article"],
        ["article", "x.txt", "--failed", "no/such/folder/failed.txt"],
    ],
)
def test_wrong_use_is_exit_code_2(run: Run, record: str, arguments: list[str]) -> None:
    told = run(*arguments, *(["--record", record] if arguments[0] in ("contacts", "agenda") else []))
    assert told.exit_code == 2 and told.stdout == ""


def test_a_missing_record_is_exit_code_3(run: Run) -> None:
    told = run("contacts", "--record", "none.db")
    assert told.exit_code == 3 and "none.db" in told.stderr and not Path("none.db").exists()


def test_the_environment_names_record_and_language(
    run: Run, record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KAWAT_RECORD", record)
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    assert run("contacts").stdout.startswith("Tanggal")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert run("contacts").stdout.startswith("Date")


@pytest.mark.parametrize(
    "arguments",
    [
        *(["acts", "--format", form] for form in ("table", "json", "jsonl", "csv")),
        *(["search", "membantah", "--format", form] for form in ("table", "json", "jsonl", "csv")),
        *(["brief", "--format", form] for form in ("md", "html")),
        ["timeline"],
        ["acts", "--format", "csv", "--raw"],
    ],
)
def test_no_page_steers_the_terminal(run: Run, record: str, arguments: list[str]) -> None:
    out = run(*arguments, "--record", record).stdout
    assert "alert(1)" in out
    assert not any(mark in out for mark in STEERING)


def test_a_formula_is_guarded_unless_raw(run: Run, record: str) -> None:
    wanted = ("search", "membantah", "--record", record, "--format", "csv")
    [guarded] = csv.DictReader(io.StringIO(run(*wanted).stdout))
    [raw] = csv.DictReader(io.StringIO(run(*wanted, "--raw").stdout))
    assert guarded["title"].startswith("'=cmd") and raw["title"].startswith("=cmd")
    assert guarded["outlet"] == "'@Outlet"


def test_json_keeps_the_text_to_the_letter(run: Run, record: str) -> None:
    [hit] = run("search", "membantah", "--record", record, "--format", "jsonl").stdout.splitlines()
    assert json.loads(hit)["title"] == HOSTILE


def test_a_brief_that_cannot_be_written_is_wrong_use(run: Run, record: str) -> None:
    told = run("brief", "--record", record, "--output", "no/such/folder/brief.md")
    assert told.exit_code == 2 and "name another file" in told.stderr


def test_only_what_is_sure_enough(run: Run) -> None:
    page = str(Path(__file__).parents[2] / "examples" / "pages" / "24-argyle-rencana.txt")
    every = run("read", page, "--format", "jsonl").stdout.splitlines()
    sure = run("read", page, "--min-confidence", "0.9", "--format", "jsonl").stdout.splitlines()
    assert sure == [line for line in every if json.loads(line)["confidence"] >= 0.9]
    assert 0 < len(sure) < len(every)

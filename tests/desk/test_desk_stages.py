from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from desk_samples import CALL, HOSTILE, Run, report

import kawat
from kawat import reading
from kawat.desk import cli
from kawat.pages.model import Article
from kawat.reading.model import Report

PAGE = f"Dua pemimpin bertelepon\n\n{CALL}\n\n{CALL} Demikian keterangan istana."


def one_report(article: Article) -> list[Report]:
    """Stand for reading: one report, of the first words of the body."""
    if "gagal" in article.text:
        raise RuntimeError("made to fail")
    span = article.body[0]
    return [report(article, span.of(article.text), mode="phone")]


@pytest.fixture(autouse=True)
def plain_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk is tested apart from reading."""
    monkeypatch.setattr(reading, "read", one_report, raising=False)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    (folder / "b.txt").write_text(f"Judul lain\n\n{CALL} Kabar kedua menyusul.", encoding="utf-8")
    return folder


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(each) for each in out.splitlines()]


def test_article_prints_the_settled_fields(run: Run, pages: Path) -> None:
    told = run("article", str(pages), "--format", "jsonl")
    first, second = lines(told.stdout)
    settled = "article url title published outlet author editor language upstream body lines pages problems"
    assert set(settled.split()) <= set(first)
    assert (told.exit_code, first["article"], second["article"]) == (0, "a", "b")
    for line in first["lines"]:
        assert first["text"][line["start"] : line["end"]] == line["text"]


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_article_in_other_formats(run: Run, pages: Path, form: str) -> None:
    told = run("article", str(pages), "--format", form)
    assert told.exit_code == 0 and "problems" in told.stdout.lower()


def test_read_prints_reports_as_they_are(run: Run, pages: Path) -> None:
    told = run("read", str(pages), "--format", "jsonl")
    for each, name in zip(told.stdout.splitlines(), "ab", strict=True):
        found = msgspec.json.decode(each, type=Report)
        text = kawat.article(pages / f"{name}.txt").text
        assert all(text[q.start : q.end] == q.quote for q in found.evidence)


def test_read_takes_json_lines_from_standard_input(run: Run) -> None:
    given = "".join(json.dumps({"id": f"n{n}", "text": PAGE}) + "\n" for n in range(3))
    told = run("read", "-", "--format", "jsonl", input=given)
    assert [each["article"] for each in lines(told.stdout)] == ["n0", "n1", "n2"]


def test_read_is_a_stream(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than one article is held: the second is read after the report of the first is out."""
    from kawat.desk import render

    order: list[str] = []
    encode = render.encode

    def noted(item: Report) -> str:
        order.append(f"out {item.article}")
        return encode(item)

    def reading_noted(article: Article) -> list[Report]:
        order.append(f"in {article.id}")
        return one_report(article)

    monkeypatch.setattr(reading, "read", reading_noted, raising=False)
    monkeypatch.setattr(render, "encode", noted)
    given = "".join(json.dumps({"id": str(n), "text": PAGE}) + "\n" for n in range(2))
    run("read", "-", "--format", "jsonl", input=given)
    assert order == ["in 0", "out 0", "in 1", "out 1"]


def test_link_takes_what_read_prints(run: Run, pages: Path) -> None:
    reports = run("read", str(pages), "--format", "jsonl").stdout
    told = run("link", "-", "--format", "jsonl", input=reports)
    settled = {"id", "type", "reports", "sources", "status_history", "disagreements"}
    assert told.exit_code == 0 and all(settled <= set(event) for event in lines(told.stdout))


def test_link_names_the_line_that_is_no_report(run: Run, pages: Path) -> None:
    reports = run("read", str(pages), "--format", "jsonl").stdout
    deep = '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}"
    Path("r.jsonl").write_text(f"\ufeff{reports}{deep}\n\nnonsense\n", encoding="utf-8")
    told = run("link", "r.jsonl", "none.jsonl", "--format", "jsonl", "--failed", "failed.txt")
    assert told.exit_code == 1 and told.stdout
    sources = [line.split("\t")[0] for line in Path("failed.txt").read_text(encoding="utf-8").splitlines()]
    assert sources == ["r.jsonl:3", "r.jsonl:5", "none.jsonl"]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["a.txt"], 0),
        (["a.txt", "none.txt"], 1),
        (["none.txt"], 3),
        (["bad.txt"], 3),
        (["a.txt", "bad.txt"], 1),
    ],
)
@pytest.mark.parametrize("command", ["read", "add"])
def test_exit_codes(run: Run, pages: Path, command: str, names: list[str], code: int) -> None:
    (pages / "bad.txt").write_text("Judul gagal\n\nIni gagal dibaca.", encoding="utf-8")
    paths = [str(pages / name) for name in names]
    told = run(command, *paths, "--failed", "failed.txt")
    assert told.exit_code == code
    failed = Path("failed.txt").read_text(encoding="utf-8").splitlines()
    assert len(failed) == sum(name != "a.txt" for name in names)
    for line in failed:
        source, reason = line.split("\t")
        assert source in paths and reason
        assert told.stderr.count(source) == 1


def test_a_reason_is_one_line_without_escapes(run: Run) -> None:
    told = run("article", "no\nsuch\x1b[31m file")
    assert told.exit_code == 3
    assert "\x1b" not in told.stderr and told.stderr.startswith("kawat: no such[31m file: ")


def test_add_keeps_it_and_adding_again_changes_nothing(run: Run, pages: Path) -> None:
    first = run("add", str(pages), "--record", "r.db")
    assert first.exit_code == 0 and first.stdout == "" and "2 articles" in first.stderr
    listed = run("contacts", "--record", "r.db", "--format", "jsonl").stdout
    assert run("add", str(pages), "--record", "r.db").stderr == first.stderr
    assert run("contacts", "--record", "r.db", "--format", "jsonl").stdout == listed


def test_demo_tours_the_examples(run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kawat.desk.cli import demo

    monkeypatch.setattr(demo, "FOLDERS", (pages,))
    told = run("demo", "--lang", "en", "--today", "2024-05-10")
    assert told.exit_code == 0
    for heading in ("Contacts: ", "Acts: ", "Where sources disagree", "Agenda: ", "What to type next"):
        assert heading in told.stdout
    assert run("demo", "--record", "demo.db").exit_code == 0 and Path("demo.db").exists()


def test_demo_without_examples_says_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from kawat.desk.cli import demo

    monkeypatch.setattr(demo, "FOLDERS", ())
    told = run("demo")
    assert told.exit_code == 3 and "kawat add" in told.stderr


def test_the_stages_are_verbs_of_the_package() -> None:
    article = kawat.article(text=PAGE, id="x")
    [found] = kawat.read(article)
    [event] = kawat.link([found])
    assert (found.article, event.articles) == ("x", ("x",))
    with pytest.raises(kawat.errors.UsageError):
        kawat.article()


def test_hostile_pages_come_through(run: Run) -> None:
    given = json.dumps(
        {"id": HOSTILE, "title": HOSTILE, "outlet": HOSTILE, "text": f"{HOSTILE}\n\n{CALL} {HOSTILE}"}
    )
    for command in ("article", "read"):
        for form in ("table", "csv", "json", "jsonl"):
            told = run(command, "-", "--format", form, input=given)
            assert told.exit_code == 0
            assert not any(mark in told.stdout for mark in "\x1b\x9b\u202e")


def start(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    code = "from kawat.desk.cli import main; main()"
    return subprocess.Popen([sys.executable, "-c", code, *arguments], text=True, **options)


def test_a_reader_that_leaves_early_is_no_error(pages: Path) -> None:
    given = "".join(json.dumps({"text": PAGE * 20}) + "\n" for _ in range(400))
    (pages / "many.jsonl").write_text(given, encoding="utf-8")
    run = start(
        "article",
        str(pages / "many.jsonl"),
        "--format",
        "jsonl",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert run.stdout and run.stderr
    with run.stdout, run.stderr:
        assert run.stdout.readline().startswith("{")
        run.stdout.close()
        assert run.stderr.read() == ""
        assert run.wait() == 0


FULL = Path("/dev/full")  # a device on which there is no room, where the system has one


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "arguments", [["--help"], ["article", "a.txt"], ["article", "a.txt", "--format", "csv"]]
)
def test_output_that_cannot_be_written_is_one_line(pages: Path, arguments: list[str]) -> None:
    with FULL.open("w") as full:
        process = start(*arguments, cwd=pages, stdout=full, stderr=subprocess.PIPE)
        _, said = process.communicate()
    assert (process.returncode, len(said.splitlines())) == (1, 1)
    assert said.startswith("Error: the output: ")


def test_closed_streams_are_no_error(pages: Path) -> None:
    code = "import sys; sys.stdout = sys.stderr = None; from kawat.desk.cli import main; main()"
    no_input = "import sys; sys.stdin = None; from kawat.desk.cli import main; main()"
    process = subprocess.run(
        [sys.executable, "-c", no_input, "link", "-"], capture_output=True, text=True, check=False
    )
    assert process.returncode == 3 and "no standard input" in process.stderr
    for arguments, exit_code in ((["a.txt"], 0), (["a.txt", "none.txt"], 1), (["none.txt"], 3)):
        ended = subprocess.run([sys.executable, "-c", code, "article", *arguments], cwd=pages, check=False)
        assert ended.returncode == exit_code


def test_data_is_utf_8_whatever_the_locale(pages: Path) -> None:
    (pages / "c.txt").write_text("Judul “中国”\n\nSatu paragraf.", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    process = start(
        "article",
        "c.txt",
        "--format",
        "jsonl",
        cwd=pages,
        env=environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    told, _ = process.communicate()
    assert process.returncode == 0 and "中国" in told


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from kawat.desk.cli import main\ntry: main()\nfinally: print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True, check=True)
    for heavy in (
        "sqlalchemy",
        "rich",
        "jinja2",
        "kawat.reading",
        "kawat.pages.read",
        "kawat.record",
        "rapidfuzz",
    ):
        assert f"'{heavy}'" not in done.stdout


def test_main_gives_the_exit_codes(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments, code in (["--version"], 0), (["nonsense"], 2), (["contacts", "--record", os.devnull], 3):
        monkeypatch.setattr(sys, "argv", ["kawat", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert left.value.code == code


def test_no_reports_are_no_events(run: Run) -> None:
    told = run("link", "-", "--format", "jsonl", input="")
    assert (told.exit_code, told.stdout) == (0, "")


def test_no_page_is_nothing_to_read(run: Run) -> None:
    told = run("article", "-", input="")
    assert told.exit_code == 3 and told.stderr


class Annotated(msgspec.Struct):
    """Stand for what `annotate` gives."""

    article: str
    times: list[dict[str, Any]]
    actors: list[dict[str, Any]]
    places: list[dict[str, Any]]
    figures: list[dict[str, Any]]
    statements: list[dict[str, Any]]


def annotated(article: Article) -> Annotated:
    said = {"speaker": {"start": 0, "end": 3, "text": "Dua"}, "cue": None, "direct": False}
    content = {"start": 9, "end": 13, "text": "=isi"}
    return Annotated(
        article.id,
        times=[{"start": 4, "end": 8, "text": "kata", "value": "2024", "type": "DATE"}],
        actors=[{"start": 0, "end": 3, "name": "Dua", "country": "IDN"}],
        places=[],
        figures=[{"start": 4, "end": 5, "text": "k", "value": 4.0}],
        statements=[{**said, "content": content}],
    )


def test_annotate_prints_an_article_a_line_or_a_mention_a_row(
    run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "annotate", annotated, raising=False)
    first, _ = lines(run("annotate", str(pages), "--format", "jsonl").stdout)
    assert set(first) == {"article", "times", "actors", "places", "figures", "statements"}
    rows = run("annotate", str(pages / "a.txt"), "--format", "csv").stdout.splitlines()
    assert rows == [
        "article,kind,start,end,text,value",
        "a,actor,0,3,Dua,IDN",
        "a,statement,0,13,'=isi,Dua",
        "a,figure,4,5,k,4.0",
        "a,time,4,8,kata,2024",
    ]
    assert "2024" in run("annotate", str(pages / "a.txt")).stdout


def test_a_page_on_which_annotating_fails_stops_nothing(
    run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(article: Article) -> Annotated:
        if article.id == "a":
            raise RuntimeError("made to fail")
        return annotated(article)

    monkeypatch.setattr(reading, "annotate", failing, raising=False)
    told = run("annotate", str(pages), "--format", "jsonl")
    assert [each["article"] for each in lines(told.stdout)] == ["b"]
    assert told.exit_code == 1
    assert "made to fail" in told.stderr

"""Which articles belong to one matter, and which copy others."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from desk_samples import HOSTILE, Run

from kawat import flow
from kawat.record import open_record

PAGES = Path(__file__).parents[2] / "examples" / "pages"
WANTED = [str(PAGES / f"{name}.txt") for name in (
    "03-singapura-bertemu-warta", "04-singapura-bertemu-lintas", "24-argyle-rencana", "25-argyle-bertemu",
)]  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("stories") / "kawat.db"
    with open_record(path) as record:
        list(flow.add(WANTED, record))
    return str(path)


def test_an_article_a_line(run: Run) -> None:
    told = run("stories", *WANTED, "--format", "jsonl")
    assert told.exit_code == 0
    first, copy, plan, held = (json.loads(each) for each in told.stdout.splitlines())
    assert list(first)[:3] == ["article", "story", "copy_of"]
    assert first["copy_of"] is None and copy["copy_of"] == "03-singapura-bertemu-warta"
    assert copy["share"] > 0.5 and copy["delay"] == 4500
    assert first["story"] == copy["story"] != plan["story"] == held["story"]


@pytest.mark.parametrize(
    ("lang", "expected"), [("en", ("Copy of", "1 hour later")), ("id", ("Salinan dari", "1 jam kemudian"))]
)
def test_the_screen(run: Run, lang: str, expected: tuple[str, ...]) -> None:
    out = run("stories", *WANTED, "--lang", lang).stdout
    assert all(text in out for text in expected)


def test_pages_for_programs(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("stories", *WANTED, "--format", "csv").stdout)))
    assert list(rows[0]) == ["article", "story", "copy_of", "share", "delay", "title"]
    assert rows[1]["delay"] == "4500"


def test_a_page_that_cannot_be_read(run: Run) -> None:
    told = run("stories", *WANTED[:2], "none.txt", "--limit", "1", "--failed", "failed.txt")
    assert told.exit_code == 1 and "none.txt" in told.stderr and len(told.stdout.splitlines()) == 2
    assert Path("failed.txt").read_text(encoding="utf-8").startswith("none.txt\t")
    assert run("stories", "none.txt").exit_code == 3


def test_a_title_steers_nothing(run: Run) -> None:
    Path("evil.jsonl").write_text(
        json.dumps({"id": "evil", "title": HOSTILE, "text": HOSTILE}), encoding="utf-8"
    )
    for form in ("table", "jsonl", "csv"):
        out = run("stories", "evil.jsonl", "--format", form).stdout
        assert "evil" in out and not any(mark in out for mark in "\x1b\x9b\u202e")


@pytest.mark.parametrize(("lang", "head"), [("en", "Story"), ("id", "Cerita")])
def test_the_stories_of_the_record(run: Run, kept: str, lang: str, head: str) -> None:
    out = run("stories", "--record", kept, "--lang", lang).stdout
    assert out.startswith(head) and len(out.splitlines()) == 3
    assert "Venezuela, Guyana" in out or "Guyana, Venezuela" in out  # by how many events each has
    found = [json.loads(e) for e in run("stories", "--record", kept, "--format", "jsonl").stdout.splitlines()]
    assert found[0]["articles"] == ["24-argyle-rencana", "25-argyle-bertemu"]
    assert {"id", "title", "first", "last", "events", "parties"} <= set(found[0])
    rows = list(csv.DictReader(io.StringIO(run("stories", "--record", kept, "--format", "csv").stdout)))
    assert rows[0]["articles"] == "2" and set(rows[0]["parties"].split("; ")[:2]) == {"VEN", "GUY"}
    assert len(run("stories", "--record", kept, "--format", "jsonl", "--limit", "1").stdout.splitlines()) == 1


def test_no_record(run: Run) -> None:
    assert run("stories", "--record", "none.db").exit_code == 3

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from desk_samples import HOSTILE, Run

from kawat.desk.words import languages, words
from kawat.reading.explained import Nothing
from kawat.reading.refusals import Refusal

MET = "Presiden Kenya bertemu Presiden Ghana di Nairobi, Senin (13/5/2024)."
GIVEN = ("--language", "id", "--published", "2024-05-15")


def test_a_sentence_is_told_step_by_step(run: Run) -> None:
    told = run("explain", MET, *GIVEN)
    assert told.exit_code == 0, told.output
    for part in (
        "Presiden Kenya → KEN",
        "→ 2024-05-13",
        "verb bertemu [mutual]",
        "KEN → GHA",
        "consult.meet#bertemu",
    ):
        assert part in told.stdout


def test_a_sentence_that_gives_nothing_says_why(run: Run) -> None:
    told = run("explain", "Presiden Kenya bertemu para petani.", "--language", "id").stdout
    assert "no second party is found (KEN)" in told
    assert told.splitlines()[-1] == "No report: one party only."


def test_who_is_spared_is_told(run: Run) -> None:
    told = run("explain", "Peru condemned the attack on Bolivia.", "--language", "en").stdout
    assert "only befallen by the deed that it speaks of, so not reached: BOL" in told
    assert "only speaks of the deed, so did not do it: PER" in told


def test_in_indonesian(run: Run) -> None:
    told = run("explain", "Hujan turun di halaman.", "--language", "id", "--lang", "id").stdout
    assert told.splitlines()[-1].startswith(
        "Tidak ada laporan: tidak ada kata yang bisa memberitakan peristiwa."
    )


def test_json_is_a_list_of_articles(run: Run) -> None:
    (told,) = json.loads(run("explain", MET, *GIVEN, "--format", "json").stdout)
    (trigger,) = (
        t for t in told["sentences"][0]["triggers"] if t["text"] == "bertemu" and t["type"] == "CONSULT"
    )
    assert trigger["readings"][0]["why"] is None
    assert told["published"] == "2024-05-15"


def test_a_file_and_standard_input_are_read_as_a_sentence_is(run: Run) -> None:
    Path("page.txt").write_text(MET, encoding="utf-8")
    told = run("explain", MET, *GIVEN).stdout
    assert run("explain", "page.txt", *GIVEN).stdout == told
    assert run("explain", "-", *GIVEN, input=MET).stdout == told


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("none.txt",), 3, "none.txt: cannot be opened"),
        (("folder/none",), 3, "cannot be opened"),
        ((" ",), 3, "no text"),
        ((MET, "--language", "xx"), 2, "no pack for 'xx'"),
        ((MET, "--published", "yesterday"), 2, "'yesterday' is no day"),
    ],
)
def test_wrong_use_says_what_to_do(run: Run, arguments: tuple[str, ...], code: int, said: str) -> None:
    told = run("explain", *arguments)
    assert told.exit_code == code
    assert said in told.stderr


def test_what_a_page_says_does_not_steer_the_terminal(run: Run) -> None:
    told = run(
        "explain", f"{HOSTILE} {MET} Kata \x1b[31mPresiden Togo\x1b[0m, \u202eKenya menuduh Mali.", *GIVEN
    )
    assert told.exit_code == 0, told.output
    assert not any(c in told.stdout for c in "\x1b\x9b\u202e")
    assert "{sides}" in told.stdout


@pytest.mark.parametrize("language", languages())
def test_every_reason_has_words(language: str) -> None:
    assert set(words(language).refusals) == set(get_args(Refusal))
    assert set(words(language).nothings) == set(get_args(Nothing))

"""Pages for the encoder: which texts of a clone are taken, and which stay out."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import plain_pages

BODY = "Menteri Kuba berunding dengan menteri Peru. Peru membela Kuba. Duta Peru pulang. Kedua tamu berterima kasih. "
PAGE = BODY + " ".join(f"Hari ke-{n} rapat dibuka pukul {n + 100} di gedung {n + 200}." for n in range(30))
ALONE = BODY.replace("Kuba", "Peru") + " ".join(
    f"Malam itu {n} tamu pulang lewat {n + 300} jalan." for n in range(30)
)


@pytest.fixture
def clones(tmp_path: Path) -> Path:
    """One clone whose second page is a near copy, one with a page on one state alone; half a file in both."""
    rows = {"a/b": [PAGE, PAGE + " Tamat."], "c/d": [ALONE]}
    for name, texts in rows.items():
        folder = tmp_path / name
        folder.mkdir(parents=True)
        with (folder / "pages.csv").open("w", newline="") as out:
            csv.writer(out).writerows([text] for text in texts)
        (folder / "half.json").write_text('{"text": "')
        git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.org"]
        for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "pages"]):
            subprocess.run([*git, *command], check=True)
    return tmp_path


def test_pages_on_two_states_are_taken_once(clones: Path) -> None:
    (page,) = plain_pages.pages(clones, set())
    assert (page["language"], page["text"]) == ("id", PAGE)


def test_what_is_sealed_stays_out(clones: Path) -> None:
    assert not list(plain_pages.pages(clones, plain_pages.runs(PAGE[:400])))


def test_runs_do_not_depend_on_case_or_marks() -> None:
    one, other = (
        "Satu dua tiga empat lima enam tujuh delapan",
        "satu, dua: TIGA empat lima enam tujuh (delapan)",
    )
    assert plain_pages.runs(one) == plain_pages.runs(other) and len(plain_pages.runs(one)) == 1

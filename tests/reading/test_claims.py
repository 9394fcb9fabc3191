"""Pages that check what others claim: the claim is told as no event, what the page found is."""

from __future__ import annotations

import pytest
from telling import article, reports, short

from kawat.reading.lexicon import lexicon
from kawat.reading.story import story

CHECKED = """[SALAH] Peru Kirim Pasukan ke Chile
Sebuah unggahan yang beredar sejak Senin menyebut Peru menyerang Chile. Tim Pemeriksa Fakta menelusurinya.
Unggahan itu disertai narasi:
"Peru mengirim 5.000 tentara ke Chile. Chile mengancam Peru."
Faktanya, Chile mengutuk Peru atas hal lain pada 2018.
Kesimpulan: narasi "Peru menyerang Chile" merupakan konten yang menyesatkan."""

POSTED = """A post shared thousands of times claims that Peru has attacked Chile.
The claim is false, a fact check found.
Peru condemned Chile in November over something else."""


def refuted(text: str, language: str) -> list[str]:
    return [s.text for s in story(article(text, language), lexicon(language)) if s.refuted]


@pytest.mark.parametrize(
    ("text", "language", "claims", "first"),
    [
        (CHECKED, "id", 6, "[SALAH]"),
        (POSTED, "en", 2, "A post"),
        (
            "[SALAH] Peru menyerang Chile. Peru mengutuk Chile.",
            "ms",
            1,
            "[SALAH]",
        ),  # by the pack that it extends
    ],
)
def test_what_a_page_refutes_is_marked(text: str, language: str, claims: int, first: str) -> None:
    found = refuted(text, language)
    assert len(found) == claims
    assert found[0].startswith(first)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [(CHECKED, "id", ["ACCUSE CHL>PER held"]), (POSTED, "en", ["ACCUSE PER>CHL held"])],
)
def test_only_what_the_page_found_is_told(text: str, language: str, expected: list[str]) -> None:
    assert [short(r) for r in reports(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # a page that checks nothing, whatever it calls false
        ("Peru menegaskan kabar bahwa Peru menyerang Chile tidak benar. Peru mengecam Chile.", "id"),
        ("A video shared by Peru showed the attack on Chile. Peru called the claim false.", "en"),
        # one that checks, and refutes nothing
        ("Peru mengecam Chile, menurut video yang beredar. Cek fakta masih berjalan.", "id"),
    ],
)
def test_other_pages_claim_nothing(text: str, language: str) -> None:
    assert refuted(text, language) == []


def test_a_quoted_claim_ends_with_its_quotation() -> None:
    told = CHECKED.replace("Faktanya, Chile", "Menteri Luar Negeri Chile")
    assert len(refuted(told, "id")) == len(refuted(CHECKED, "id"))

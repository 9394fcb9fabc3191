"""Names as an article spells them, and as they are usually spelt."""

from __future__ import annotations

import pytest

from kawat.knowledge.holders import holders
from kawat.knowledge.spelling import as_written, folded, usual


@pytest.mark.parametrize(
    ("person", "country", "text", "expected"),
    [
        # the usual one, where the article has its last name
        ("Volodymyr Zelenskyy", "UKR", "Zelenskyy dan Putin", "Volodymyr Zelenskyy"),
        # another spelling of the whole name, or of the last name alone
        ("Volodymyr Zelenskyy", "UKR", "Presiden Volodymyr Zelensky menolak.", "Volodymyr Zelensky"),
        ("Volodymyr Zelenskyy", "UKR", "Zelenskiy refused.", "Volodymyr Zelenskiy"),
        # with the family's name, where the article adds it
        (
            "Salman bin Abdulaziz",
            "SAU",
            "Raja Salman bin Abdulaziz Al Saud tiba.",
            "Salman bin Abdulaziz Al Saud",
        ),
        # a by-name is no spelling
        ("Joko Widodo", "IDN", "Jokowi menolak.", "Joko Widodo"),
        # nobody writes out a king's number
        ("Abdullah II", "JOR", "King Abdullah refused.", "Abdullah II"),
        # the names of popes are translated, not spelt; those of kings are not
        ("Pope Francis", "VAT", "Paus Fransiskus menolak.", "Pope Francis"),
        ("Elizabeth II", "GBR", "Ratu Elizabeth menolak.", "Elizabeth II"),
        ("Salman bin Abdulaziz", "SAU", "Raja Salman menolak.", "Raja Salman"),
        # an article that has none of the spellings known, and a person of no list
        ("Volodymyr Zelenskyy", "UKR", "Presiden Ukraina menolak.", "Volodymyr Zelenskyy"),
        ("Ana Huaman", "PER", "Huamán menolak.", "Ana Huaman"),
    ],
)
def test_a_name_is_spelt_as_in_the_article(person: str, country: str, text: str, expected: str) -> None:
    written = as_written(person, country, folded(text))
    assert written == expected
    assert usual(written, country) == person


def test_every_usual_name_stands_for_itself() -> None:
    people = {(h.person, h.country) for h in holders()}
    assert {(usual(person, country), country) for person, country in people} == people


def test_a_name_is_usual_only_for_its_own_state() -> None:
    assert usual("Volodymyr Zelensky", "PER") == "Volodymyr Zelensky"

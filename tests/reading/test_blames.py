"""What a blame says of the sides of the deed it speaks of, to the coder."""

from __future__ import annotations

import pytest
from telling import article, cue, short, surveyed

from kawat.reading import read

CASES = [  # text, language, trigger, its type, whom it spares, who only blames it
    ("Peru condemned the attack on Bolivia.", "en", "condemned", "ACCUSE", {"BOL"}, set[str]()),
    ("Peru condemned the attack on Bolivia.", "en", "attack", "ASSAULT", set[str](), {"PER"}),
    ("Peru rejected new sanctions on Bolivia.", "en", "new sanctions", "SANCTION", set[str](), {"PER"}),
    ("Peru defended its sanctions on Bolivia.", "en", "sanctions", "SANCTION", set[str](), set[str]()),
    (
        "Peru mengutuk serangan bom di Bolivia yang melukai 30 orang.",
        "id",
        "melukai",
        "ASSAULT",
        set[str](),
        {"PER"},
    ),
    ("Peru mengutuk serangan Chile ke Bolivia.", "id", "serangan", "ASSAULT", set[str](), {"PER"}),
    ("Togo denied Ghana's accusation that it had spied.", "en", "accusation", "ACCUSE", set[str](), {"TGO"}),
    ("Togo menolak permintaan Ghana.", "id", "permintaan", "REQUEST", set[str](), {"TGO"}),
    ("Peru menyerang Bolivia.", "id", "menyerang", "ASSAULT", set[str](), set[str]()),
]


@pytest.mark.parametrize(("text", "language", "words", "type_", "spared", "blaming"), CASES)
def test_whom_a_trigger_spares_and_who_only_blames_it(
    text: str, language: str, words: str, type_: str, spared: set[str], blaming: set[str]
) -> None:
    found = cue(surveyed(text, language), words, type_)
    assert (found.spared, found.blaming) == (spared, blaming)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Peru mengutuk serangan terhadap Bolivia.", "id", ["ACCUSE PER> held"]),
        (
            "Peru condemned missile attacks against Bolivia as a violation of its border.",
            "en",
            ["ACCUSE PER> held"],
        ),
        ("Peru rejected new sanctions on Bolivia.", "en", ["REJECT PER> held"]),
        (
            "Chile launched missiles at Bolivia on Monday. Peru condemned the bombing of La Paz.",
            "en",
            ["ACCUSE PER>CHL held", "ASSAULT CHL>BOL held"],
        ),
    ],
)
def test_the_reader_neither_blames_the_victim_nor_lets_the_blamer_do_it(
    text: str, language: str, expected: list[str]
) -> None:
    assert sorted(short(r) for r in read(article(text, language))) == expected

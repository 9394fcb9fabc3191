"""The sides that the grammar sees where it makes no event: the coder weighs them all the same."""

from __future__ import annotations

import pytest
from telling import surveyed

from kawat.reading.coder.about_role import Roles
from kawat.reading.coder.cues import seen
from kawat.reading.lexicon import lexicon

CASES = [
    # refused: an aim, a possibility; the sides are plain
    ("Peru ingin mengecam Chile.", "id", "mengecam", ({"PER"}, {"CHL"})),
    ("Peru could attack Chile.", "en", "attack", ({"PER"}, {"CHL"})),
    # refused for want of a recipient: the actor is plain
    ("Peru memuji cuaca. Chile diam.", "id", "memuji", ({"PER"}, set[str]())),
    # a noun that nothing tells: whose it is
    ("Rencana itu dibahas di tengah gempuran Chile.", "id", "gempuran", ({"CHL"}, set[str]())),
    # words of the cues alone
    ("Peru menginisiasi Chile.", "id", "menginisiasi", ({"PER"}, {"CHL"})),
    # an event of the grammar has its sides there
    ("Peru mengecam Chile.", "id", "mengecam", None),
]


@pytest.mark.parametrize(("text", "language", "word", "expected"), CASES)
def test_sides_without_an_event(
    text: str, language: str, word: str, expected: tuple[set[str], set[str]] | None
) -> None:
    sv, lex = surveyed(text, language), lexicon(language)
    cue = next(c for c in sv.cues if c.words == word)
    assert seen(cue, lex) == expected
    if expected is not None and "PER" in expected[0]:
        assert "seenA" in Roles(cue, sv.scene).of("PER")
        assert ("seenR" if expected[1] else "seen-A0") in Roles(cue, sv.scene).of("CHL")

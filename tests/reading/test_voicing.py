"""Who blames in passing, by what he calls a deed; and to whom it is said what is of importance."""

from __future__ import annotations

import pytest
from telling import reports, short, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by whom a verb of saying is, near or above
        ("Chad's president said he stands by Niger against Mali's brutal invasion.", ["ACCUSE TCD>MLI held"]),
        (
            "Chad's foreign minister said: \"Niger is the victim of Mali's illegal annexation.\"",
            ["ACCUSE TCD>MLI held"],
        ),
        (
            '"We helped them after Mali\'s unprovoked, cruel invasion," said the president of Chad, Ali Deby.',
            ["ACCUSE TCD>MLI held"],
        ),
        # a mere reporter's word, a plain word, a question of whose it is
        ("Rain fell after Mali's brutal invasion, and Chad sent tents.", []),
        ("Chad's president said he had read of Mali's recent elections.", []),
    ],
)
def test_who_says_what_a_deed_is_blames_its_doer(text: str, expected: list[str]) -> None:
    assert [r for r in told(text, "en") if r.startswith("ACCUSE")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Today the town rebuilds after Mali's brutal invasion of Niger.", ["ACCUSE PER>MLI held"]),
        ("Mali's brutal war must end, and Niger must be free.", ["ACCUSE PER>MLI held"]),
        ("Chile is reviewing the aid that Niger needs in the face of its drought.", []),
    ],
)
def test_a_government_s_own_page_blames_in_passing(text: str, expected: list[str]) -> None:
    page = f"Statement on the Sahel\n\n{text}"
    found = [short(r) for r in reports(page, "en", outlet="President of Peru")]
    assert [r for r in found if r.startswith("ACCUSE")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever is to do it, else whoever hears it; what two say together nobody hears
        (
            "President Rosa Soto of Peru met President Juan Rojas of Chile. President Soto underscored the "
            "importance of free elections in Bolivia.",
            ["REQUEST PER>CHL held"],
        ),
        (
            "President Rosa Soto of Peru met President Juan Rojas of Chile. She stressed the need for Bolivia "
            "to hold free elections.",
            ["REQUEST PER>BOL held"],
        ),
        (
            "President Rosa Soto of Peru met President Juan Rojas of Chile. The two leaders stressed the "
            "importance of trade.",
            [],
        ),
        # at whose wish
        (
            "Peru's president flew to Santiago at the invitation of President Rojas of Chile.",
            ["REQUEST CHL>PER held"],
        ),
        ("Peru's president flew to Santiago at the invitation of friends in Chile.", []),
    ],
)
def test_what_is_called_important_is_asked_of_whoever_hears_it(text: str, expected: list[str]) -> None:
    assert [r for r in told(text, "en") if r.startswith("REQUEST")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali must release the pilots.", ["REQUEST PER>MLI held"]),
        ("Mali's conduct is unacceptable.", ["ACCUSE PER>MLI held"]),
        ("Niger suffers from the war unleashed by Mali.", ["ACCUSE PER>MLI held"]),
        ("Mali will pay a heavy price for this.", ["THREATEN PER>MLI held"]),
        (
            "Mali holds two of our pilots, and Mali's army hides them. We will not hesitate to act.",
            ["THREATEN PER>MLI held"],
        ),
        # of itself, of nobody
        ("Peru must release more funds for Mali.", []),
        ("The pilots must be found, and Mali knows it.", []),
    ],
)
def test_a_government_s_own_page_demands_blames_and_threatens(text: str, expected: list[str]) -> None:
    page = f"Statement on the Sahel\n\n{text}"
    found = [short(r) for r in reports(page, "en", outlet="President of Peru")]
    assert [r for r in found if r.startswith(("ACCUSE", "REQUEST", "THREATEN"))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what others did, and what is asked for: of whom the article tells most
        ("Mali closed the road. Mali's army guards it. Niger regretted the closure.", "ACCUSE NER>MLI held"),
        ("Mali closed the road. Mali's army guards it. Niger called it bad news.", "ACCUSE NER>MLI held"),
        ("Mali closed the road. Mali's army guards it. Niger demanded clarity.", "REQUEST NER>MLI held"),
    ],
)
def test_what_names_nobody_is_meant_for_whom_the_article_tells_of(text: str, expected: str) -> None:
    assert expected in told(text, "en")

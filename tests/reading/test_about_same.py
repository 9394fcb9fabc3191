"""Which triggers may tell of one event, by what each pair is judged, and what is folded."""

from __future__ import annotations

import pytest
from telling import surveyed

from kawat.reading.coder.about_same import Likeness, may_be_one
from kawat.reading.coder.coding import Coder
from kawat.reading.coder.judging import Coded, merged
from kawat.reading.coder.survey import Survey


def coded(sv: Survey, *types: str) -> list[Coded]:
    """Return what the grammar makes of the triggers of these types, each less sure than the one before."""
    found = [(c, sv.ruled(c)) for c in sv.cues if c.type in types]
    drafts = [(c, d) for c, d in found if d is not None]
    return [Coded(d, 0.9 - n / 10, 0.9, c, near=d.date_text is not None) for n, (c, d) in enumerate(drafts)]


@pytest.mark.parametrize(
    ("text", "language", "types", "expected"),
    [
        ("Kenya mengecam Ghana. Kenya mengecam Ghana lagi.", "id", "ACCUSE", True),
        ("Kenya mengecam Ghana. Ghana mengecam Kenya.", "id", "ACCUSE", False),
        ("Kenya mengecam Ghana. Kenya mengecam Togo.", "id", "ACCUSE", False),
        ("Kenya condemned Ghana. Kenya urged Ghana to talk.", "en", "ACCUSE REQUEST", False),
        ("Mali attacked Niger on May 2, 2024. Mali attacked Niger on May 9, 2024.", "en", "ASSAULT", False),
        ("Kenya condemned Ghana on May 2, 2024. Kenya condemned Ghana on May 9, 2024.", "en", "ACCUSE", True),
    ],
)
def test_only_what_has_type_and_sides_in_common_may_be_one(
    text: str, language: str, types: str, expected: bool
) -> None:
    one, other = coded(surveyed(text, language), *types.split())
    assert may_be_one(one, other) is expected


TWICE = "Kenya condemned Ghana over the arrest of 12 fishermen. {}"
AGAIN = "Kenya condemned Ghana because the 12 fishermen had been beaten after their arrest."
MORE = "Kenya condemned Ghana because of a new tariff on cement."


def features(text: str, language: str = "en", types: str = "ACCUSE") -> set[str]:
    sv = surveyed(text, language)
    one, other = coded(sv, *types.split())
    return set(Likeness([one, other], sv.scene).of(one, other))


def test_what_both_are_about_is_compared_without_the_names_and_the_words_themselves() -> None:
    again, more = features(TWICE.format(AGAIN)), features(TWICE.format(MORE))
    assert {"shared>1", "near>0", "figures=True"} <= again
    assert not {f for f in more if f.startswith(("shared>", "near>"))}
    assert "figures=-" in more


def test_a_pair_is_told_by_sides_days_words_and_places_in_the_text() -> None:
    told = features(TWICE.format(MORE))
    assert {"all=same", "acting=same", "reached=same", "day=-", "word=same", "later", "said=--"} <= told
    assert "here" not in told


def test_beside_the_later_one_stand_the_words_that_point_back() -> None:
    told = features("Presiden Kenya mengecam Ghana. Kenya kembali mengecam Ghana.", "id")
    assert {"w-1=kembali", "w+1=ghana"} <= told


def test_the_less_sure_is_folded_into_the_one_that_it_most_likely_tells_again() -> None:
    sv = surveyed("Kenya mengecam Ghana. Kenya mengutuk Ghana. Kenya menuduh Ghana.", "id")
    a, b, c = coded(sv, "ACCUSE")
    assert merged([a, b, c], {(0, 1): 0.3, (0, 2): 0.5, (1, 2): 0.9}, 0.4) == [a, b]
    assert (b.others, b.again, c.again) == ([c], 0.3, 0.9)
    assert not a.others


def test_what_cannot_be_one_stays_apart() -> None:
    sv = surveyed("Kenya mengecam Ghana. Kenya mengutuk Togo.", "id")
    rows = coded(sv, "ACCUSE")
    assert merged(rows, {}, 0.0) == rows
    assert [c.again for c in rows] == [0.0, 0.0]


def test_two_readings_of_one_word_are_not_asked_about() -> None:
    sv = surveyed("Kenya mengecam Ghana.", "id")
    (one,) = coded(sv, "ACCUSE")
    (other,) = coded(sv, "ACCUSE")
    asks_nothing = Coder({}, {}, {"same": 0.4})
    assert asks_nothing.events([one, other], sv.scene) == [one]
    assert one.others == [other]

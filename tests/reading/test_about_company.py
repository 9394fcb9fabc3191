"""Who does something together: which companies are tried, and by what each is judged."""

from __future__ import annotations

import pytest
from telling import cue, surveyed

from kawat.reading.coder.about_company import Companies, companies, joined

MET = "Presiden Kenya bertemu Presiden Ghana dan Presiden Togo."
SESSION = "Dewan Keamanan PBB menggelar rapat darurat tentang serangan Kenya ke Ghana."
BROKERED = "Kenya dan Mali menengahi perundingan Ghana dan Togo. Benin senang."


@pytest.mark.parametrize(
    ("chosen", "there", "missing"),
    [
        (("KEN", "GHA"), {"size=2", "leftnamed=1", "left>0.65", "cuts=1", "l:listed"}, {"gap>0.6"}),
        (("KEN", "GHA", "TGO"), {"size=3", "leftnamed=0", "gap>0.6", "cuts=0", "rule=same"}, {"left>0.05"}),
        (("GHA", "TGO"), {"lists=1", "rule=sub"}, {"rule=same"}),
    ],
)
def test_it_counts_who_is_left_out_and_which_lists_are_taken_apart(
    chosen: tuple[str, ...], there: set[str], missing: set[str]
) -> None:
    sv = surveyed(MET, "id")
    told = Companies(cue(sv, "bertemu", "CONSULT"), {"KEN": 0.9, "GHA": 0.8, "TGO": 0.7}, sv.scene)
    found = set(told.of((chosen[:1], chosen[1:])))
    assert there <= found
    assert not missing & found


def test_a_company_is_the_same_whoever_of_it_is_named_first() -> None:
    sv = surveyed(MET, "id")
    told = Companies(cue(sv, "bertemu", "CONSULT"), {"KEN": 0.9, "GHA": 0.8, "TGO": 0.7}, sv.scene)
    assert told.of((("TGO",), ("KEN",))) == told.of((("KEN",), ("TGO",)))


def test_a_body_named_in_the_sentence_is_tried_alone_though_others_are_likelier() -> None:
    sv = surveyed(SESSION, "id")
    c, chances = cue(sv, "rapat darurat", "CONSULT"), {"KEN": 0.6, "GHA": 0.5, "UN": 0.4}
    tried = companies(c, chances, joined(c.told.row), [])
    assert ("UN",) in tried
    assert ("KEN",) not in tried
    found = set(Companies(c, chances, sv.scene).of((("UN",), ())))
    assert {"corporate=1of1", "size=1", "m0:body", "rule=same"} <= found


def test_two_lists_of_a_sentence_are_tried_together() -> None:
    sv = surveyed(BROKERED, "id")
    c = cue(sv, "menengahi", "CONSULT")
    chances = {"BEN": 0.9, "KEN": 0.8, "GHA": 0.3, "TGO": 0.2, "MLI": 0.1}
    assert ("KEN", "GHA", "TGO", "MLI") in companies(c, chances, joined(c.told.row), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru, Chile dan Bolivia bertemu Mali.", [{"PER", "CHL", "BOL"}, {"MLI"}]),
        ("Peru bertemu Chile, lalu Mali menemui Togo.", [{"PER"}, {"CHL"}, {"MLI"}, {"TGO"}]),
    ],
)
def test_the_lists_of_a_sentence(text: str, expected: list[set[str]]) -> None:
    assert joined(surveyed(text, "id").scene.told[0].row) == expected

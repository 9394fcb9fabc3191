"""Pairs of sides: which are tried, and by what each is judged."""

from __future__ import annotations

import pytest
from telling import cue, surveyed

from kawat.reading.coder.about_sides import Parts, Weighing, options

DEPORTED = "Warga Kenya dideportasi dari Ghana. Togo ikut berduka."


def test_of_an_act_each_likely_party_is_tried_on_either_side_and_nobody_as_the_one_reached() -> None:
    sv = surveyed(DEPORTED, "id")
    parts = Parts({"KEN": 0.6, "GHA": 0.4, "TGO": 0.1}, {"KEN": 0.9, "GHA": 0.5, "TGO": 0.1})
    tried = options(cue(sv, "dideportasi", "COERCE"), parts)
    for option in (
        (("GHA",), ("KEN",)),
        (("KEN",), ("GHA",)),
        (("KEN",), ()),
        (("GHA",), ()),
        (("KEN",), ("KEN",)),
    ):
        assert option in tried
    assert (
        ("KEN", "GHA"),
        (),
    ) not in tried  # both might act by their chances, but the sentence names them apart
    assert len(tried) == len({(frozenset(a), frozenset(r)) for a, r in tried})


def test_several_are_one_side_where_the_sentence_joins_them_or_does_not_name_them() -> None:
    sv = surveyed("Togo tersinggung. Kenya, Mali dan Ghana mengecam Benin.", "id")
    high = dict.fromkeys(("KEN", "MLI", "GHA", "TGO"), 0.6) | {"BEN": 0.1}
    tried = options(cue(sv, "mengecam", "ACCUSE"), Parts(high, {"BEN": 0.9, "TGO": 0.7, "MLI": 0.1}))
    assert (("KEN", "MLI", "GHA", "TGO"), ("BEN",)) in tried
    assert (("KEN",), ("BEN", "TGO")) in tried
    apart = options(cue(sv, "mengecam", "ACCUSE"), Parts(high, {"BEN": 0.9, "MLI": 0.7}))
    assert (("KEN",), ("BEN", "MLI")) not in apart


def test_force_meets_no_body_that_the_sentence_does_not_name() -> None:
    sv = surveyed(
        "ASEAN prihatin. Serangan udara Kenya menewaskan 30 warga. Kenya menyerang markas ASEAN.", "id"
    )
    parts = Parts({"KEN": 0.9, "ASEAN": 0.1}, {"ASEAN": 0.8, "KEN": 0.2})
    killed, attacked = cue(sv, "menewaskan", "ASSAULT"), cue(sv, "menyerang", "ASSAULT")
    assert (("KEN",), ("ASEAN",)) not in options(killed, parts)
    assert (("KEN",), ("ASEAN",)) in options(attacked, parts)


def test_of_a_contact_every_two_are_tried_and_more_together_in_no_order() -> None:
    sv = surveyed("Presiden Kenya bertemu Presiden Ghana dan Presiden Togo.", "id")
    parts = Parts({"KEN": 0.9, "GHA": 0.8, "TGO": 0.7})
    tried = [frozenset([*a, *r]) for a, r in options(cue(sv, "bertemu", "CONSULT"), parts)]
    assert len(tried) == len(set(tried))
    for both in (("KEN", "GHA"), ("KEN", "TGO"), ("GHA", "TGO"), ("KEN", "GHA", "TGO")):
        assert frozenset(both) in tried
    assert frozenset(["KEN"]) not in tried  # a state meets nobody by itself


def test_a_trip_to_several_states_is_not_one_to_some_of_them() -> None:
    sv = surveyed("Presiden Kenya melawat ke Ghana, Togo dan Benin. Mali menunggu.", "id")
    likely = {"KEN": 0.9, "GHA": 0.9, "TGO": 0.9, "BEN": 0.2, "MLI": 0.3}
    tried = options(cue(sv, "melawat", "CONSULT"), Parts(likely))
    visited = {"GHA", "TGO", "BEN"}
    assert all({*a, *b} & visited in (set(), visited) for a, b in tried)
    assert any({*a, *b} == {"KEN", *visited} for a, b in tried)


def test_a_body_may_meet_by_itself_and_a_state_may_promise_by_itself() -> None:
    sv = surveyed("KTT ASEAN digelar di Kenya. Kenya berjanji akan membantu.", "id")
    parts = Parts({"ASEAN": 0.9, "KEN": 0.8})
    assert (("ASEAN",), ()) in options(cue(sv, "ktt", "CONSULT"), parts)
    assert (("KEN",), ()) not in options(cue(sv, "ktt", "CONSULT"), parts)
    assert (("KEN",), ()) in options(cue(sv, "berjanji akan", "AGREE"), parts)


def test_what_the_grammar_reads_is_among_the_options_though_the_chances_hold_it_for_unlikely() -> None:
    text = "Kenya, Ghana, Togo, Mali, Niger dan Chad hadir. Benin mengecam Senegal."
    sv = surveyed(text, "id")
    low = dict.fromkeys(sv.scene.codes, 0.2) | {"BEN": 0.01, "SEN": 0.01}
    assert (("BEN",), ("SEN",)) in options(cue(sv, "mengecam", "ACCUSE"), Parts(low, low))


def test_without_parties_there_is_nothing_to_try() -> None:
    sv = surveyed("Benin mengecam Senegal.", "id")
    assert options(cue(sv, "mengecam", "ACCUSE"), Parts({}, {})) == []


@pytest.mark.parametrize(
    ("option", "there", "missing"),
    [
        # Ghana did it to Kenya: the one that was surely reached is the one reached
        ((("GHA",), ("KEN",)), {"turned>0.0", "R>0.85", "a:a", "r:b", "r:subj:P:True"}, {"Rp>0.6", "AR>0.0"}),
        ((("KEN",), ("GHA",)), {"AR>0.1", "Aq>0.85", "a:subj:P:True"}, {"turned>0.0", "R>0.5"}),
        ((("KEN",), ()), {"nr=0", "Rleft>0.45"}, {"self=False", "R>0.05"}),
    ],
)
def test_the_chances_of_both_sides_stand_beside_each_other(
    option: tuple[tuple[str, ...], tuple[str, ...]], there: set[str], missing: set[str]
) -> None:
    sv = surveyed(DEPORTED, "id")
    parts = Parts({"KEN": 0.6, "GHA": 0.4, "TGO": 0.1}, {"KEN": 0.9, "GHA": 0.5, "TGO": 0.1})
    told = set(Weighing(cue(sv, "dideportasi", "COERCE"), parts, sv.scene).of(option))
    assert there <= told
    assert not missing & told

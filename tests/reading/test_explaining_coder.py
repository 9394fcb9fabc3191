"""How the coder explains itself: chances, sides and the features that weighed, with weights made up for the test."""

from __future__ import annotations

from telling import surveyed

from kawat.reading.coder import explaining, weights
from kawat.reading.coder.coding import MODES, STATUSES, Coder
from kawat.reading.explained import Weighed
from kawat.reading.lexicon import lexicon

TEXT = "Presiden Kenya bertemu Presiden Ghana. Togo mengecam Mali."
ONE = weights.MILLION
#: By features that hold of any trigger: a word of a frame tells an event, one of the cues does not.
TERMS = {
    "event": weights.Terms(
        0, {"frame": {"": 2 * ONE}, "cue": {"": -4 * ONE}, "low=bertemu": {"T=CONSULT": ONE}}
    ),
    "party": weights.Terms(-ONE, {"ruleA": {"": 3 * ONE}, "ruleR": {"": 3 * ONE}}),
    "actor": weights.Terms(-ONE, {"ruleA": {"": 3 * ONE}}),
    "recipient": weights.Terms(-ONE, {"ruleR": {"": 3 * ONE}}),
    "sides": weights.Terms(-ONE, {name: {"": 2 * ONE} for name in ("ruleA=same", "ruleR=same")}),
    "together": weights.Terms(-ONE, {"rule=same": {"": 2 * ONE}}),
    **{question: weights.Terms(-ONE, {}) for question in ("day", "person", "place", "same", "speaker")},
    "final": weights.Terms(ONE, {}),
    **{f"status.{x}": weights.Terms(ONE if x == "held" else 0, {}) for x in STATUSES},
    **{f"mode.{x}": weights.Terms(ONE if x == "in-person" else 0, {}) for x in MODES},
}
SETTINGS = {
    "floor": 0.1, "final": 0.3, "final_contact": 0.3, "fold": 0.5, "day": 0.5, "day_unlikely": 0.5,
    "person": 0.5, "place": 0.5, "same": 0.5, "speaker": 0.5,
}  # fmt: skip
#: One tree that asks for one feature: a million against an event of a noun.
TREE = weights.Trees(("v=N",), ((0, -1, -1),), ((1, 1, 2),), ((2, 1, 2),), ((0, ONE // 2, -ONE),))


def weighed(trees: dict[str, weights.Trees], text: str = TEXT) -> dict[tuple[str, str], Weighed]:
    sv, lex = surveyed(text, "id"), lexicon("id")
    found = explaining.weigh(sv, sv, lex, Coder(TERMS, trees, SETTINGS), trees)
    return {(cue.words, cue.type): weighed for cue, weighed in found}


def test_chances_sides_and_factors_of_terms() -> None:
    met = weighed({})["bertemu", "CONSULT"]
    assert round(met.chance, 3) == 0.953  # three of log-odds
    assert (met.final and round(met.final, 3), met.least) == (0.731, 0.3)
    assert (met.status, met.mode) == ("held", "in-person")
    assert {o.code for o in met.actors if o.chance > 0.8} == {"KEN", "GHA"}
    assert [(f.name, f.weight) for f in met.factors] == [("frame", 2.0), ("low=bertemu", 1.0)]


def test_an_act_has_who_acts_and_whom_it_reaches() -> None:
    blamed = weighed({})["mengecam", "ACCUSE"]
    assert (blamed.actors[0].code, blamed.recipients[0].code, blamed.mode) == ("TGO", "MLI", None)
    best = blamed.pairs[0]  # three of log-odds: the grammar's on both sides
    assert (best.actors, best.recipients, round(best.chance, 3)) == (("TGO",), ("MLI",), 0.953)
    assert len(blamed.pairs) == 3 and blamed.pairs[1].chance < best.chance


def test_what_is_told_has_the_persons_who_act() -> None:
    sv, lex = surveyed("Menlu Togo Ama Boko tiba. Togo mengecam Mali.", "id"), lexicon("id")
    for weight, person in ((3 * ONE, "Ama Boko"), (0, None)):
        sure = {"person": weights.Terms(-ONE, {"only=True": {"": weight}})}
        blamed = [d for d in Coder(TERMS | sure, {}, SETTINGS).read(sv, lex) if d.type == "ACCUSE"]
        assert [(x.code, x.person) for x in blamed[0].actors] == [("TGO", person)]


def test_terms_and_trees_weigh_half_each() -> None:
    met = weighed({"event": TREE})["bertemu", "CONSULT"]
    factors = {f.name: f.weight for f in met.factors}
    assert factors["frame"] == 1.0
    assert factors["no v=N"] == 0.38  # from the tree's mean of -0.25 to 0.5, halved


def test_who_is_spared_and_who_only_blames_is_told() -> None:
    found = weighed({}, "Peru mengecam serangan ke Bolivia.")
    assert (found["mengecam", "ACCUSE"].spared, found["mengecam", "ACCUSE"].blaming) == (("BOL",), ())
    assert (found["serangan", "ASSAULT"].spared, found["serangan", "ASSAULT"].blaming) == ((), ("PER",))

"""A second look at pairs of sides: what the other triggers of the article say of each."""

from __future__ import annotations

import numpy as np
import pytest
from telling import cue, surveyed

from kawat.reading.coder import trained
from kawat.reading.coder.about_accord import Accord, Asked
from kawat.reading.coder.about_role import Roles
from kawat.reading.coder.survey import Survey

SHELLED = "Peru menembaki Chile. Peru menyerang Chile. Kedua kota Chile diserang. Chile mengecam Peru."
ONE, TURNED = (("PER",), ("CHL",)), (("CHL",), ("PER",))


def asked(sv: Survey, word: str, type_: str, chance: float, first: float) -> Asked:
    """Say how likely a word tells an event, and how likely it is Peru that does it to Chile, and not the reverse."""
    found = [(ONE, first), (TURNED, 1 - first)]
    return cue(sv, word, type_), chance, sorted(found, key=lambda pair: -pair[1])


def rows(*told: Asked, sv: Survey, of: int) -> dict[str, set[str]]:
    """Return the features of both pairs of one trigger beside the others."""
    one = told[of]
    features = Accord(told, sv.scene).of(one)
    return {option[0][0]: set(row) for (option, _), row in zip(one[2], features, strict=True)}


def test_the_pair_that_is_told_elsewhere_is_told_so_and_the_other_turned() -> None:
    sv = surveyed(SHELLED, "id")
    first, open_ = asked(sv, "menyerang", "ASSAULT", 0.9, 0.8), asked(sv, "diserang", "ASSAULT", 0.9, 0.4)
    told = rows(first, open_, sv=sv, of=1)
    assert {"same>0.7", "same:before>0.7", "share>0.95", "first>0.35", "acts:type>0.7"} <= told["PER"]
    assert {"turned>0.7", "turned:before>0.7", "first>0.55", "suffers:armed:before>0.7"} <= told["CHL"]
    assert not {f for f in told["CHL"] if f.startswith("same>")}
    assert "same->0.6" in told["PER"]  # no rival has any of it
    assert "same->0.6" not in told["CHL"]


def test_of_another_class_it_counts_only_who_had_a_part() -> None:
    sv = surveyed(SHELLED, "id")
    blame = (cue(sv, "mengecam", "ACCUSE"), 0.9, [(TURNED, 0.9)])
    told = rows(blame, asked(sv, "diserang", "ASSAULT", 0.9, 0.4), sv=sv, of=1)
    assert "turned:any>0.8" in told["PER"]
    assert not {f for row in told.values() for f in row if f.startswith(("same>", "alike>", "turned>"))}


def test_what_is_hardly_likely_has_no_say_nor_has_the_trigger_itself() -> None:
    sv = surveyed(SHELLED, "id")
    unlikely, open_ = asked(sv, "menyerang", "ASSAULT", 0.05, 0.8), asked(sv, "diserang", "ASSAULT", 0.9, 0.4)
    for told in (rows(unlikely, open_, sv=sv, of=1), rows(open_, sv=sv, of=0)):
        assert not {f for row in told.values() for f in row if f.startswith(("same>", "any>", "acts>"))}
        assert all("noshare" in row for row in told.values())


def test_of_a_contact_it_counts_the_other_contacts_of_the_same_parties() -> None:
    sv = surveyed("Peru bertemu Chile. Peru berunding dengan Chile dan Kenya.", "id")
    met = (cue(sv, "bertemu", "CONSULT"), 0.9, [(ONE, 0.9)])
    talked = (cue(sv, "berunding", "CONSULT"), 0.9, [(ONE, 0.5), ((("PER",), ("KEN",)), 0.4)])
    features = [set(row) for row in Accord([met, talked], sv.scene).of(talked)]
    assert {"pair>0.8", "pair:before>0.8"} <= features[0]
    assert not {f for f in features[1] if f.startswith("pair")}


def test_an_armed_group_and_the_state_that_it_is_at_home_in_are_told() -> None:
    sv = surveyed("Chile membombardir Hizbullah di Lebanon.", "id")
    c = cue(sv, "membombardir", "ASSAULT")
    both = (c, 0.9, [((("CHL",), ("LBN",)), 0.5), ((("CHL",), ("HEZBOLLAH",)), 0.4)])
    state, group = (set(row) for row in Accord([both], sv.scene).of(both))
    assert {"r:False:group:here", "rkind=state"} <= state
    assert {"r:False:home:here", "rkind=group"} <= group


def test_both_looks_count_half_and_what_is_sure_has_one_alone() -> None:
    sv = surveyed(SHELLED, "id")
    told = [
        asked(sv, "menyerang", "ASSAULT", 0.9, 0.6),
        asked(sv, "menembaki", "ASSAULT", 0.9, 0.9),
        (cue(sv, "mengecam", "ACCUSE"), 0.9, []),
    ]
    accord = Accord(told, sv.scene)
    assert [one[0] for one in accord.open] == [told[0][0]]
    first, sure, none = accord.both_looks(np.array([-1_000_000, 1_000_000]))
    assert [option for option, _ in first] == [TURNED, ONE]
    assert [p for _, p in first] == pytest.approx([0.57377, 0.42623], abs=1e-4)
    assert (sure, none) == (told[1][2], [])


def test_a_sentence_that_leaves_open_who_did_it_is_read_as_the_rest_of_the_article() -> None:
    text = (
        "Chilean warplanes bombed towns in Peru on Monday. Chile's artillery shelled Peru again on Tuesday. "
        "Peru's health ministry said 37 people were killed in the attacks. Chile fired 20 missiles at Peru."
    )
    sv, coder = surveyed(text, "en"), trained()
    kept = [(c, 0.9) for c in coder.hinted(sv).consult().cues if c.type == "ASSAULT"]
    roles = [Roles(c, sv.scene) for c, _ in kept]
    before = coder.pairs(roles, coder.parts(roles, sv.scene.codes))
    n = next(n for n, (c, _) in enumerate(kept) if "killed" in c.told.s.lows[c.i : c.j])
    first, second = dict(before[n]), dict(coder.settled(kept, sv)[n])
    right = (("CHL",), ("PER",))
    assert second[right] > first[right] + 0.05
    assert max(second, key=lambda option: second[option]) == right

"""Which events of an article are told: sure enough, and of two readings of one word the surer."""

from __future__ import annotations

from dataclasses import replace

from telling import surveyed

from kawat.reading.coder import trained
from kawat.reading.coder.judging import Coded, chosen
from kawat.reading.drafts import split
from kawat.reading.lexicon import lexicon

LEAST = {"final": 0.4, "final_contact": 0.5}


def readings(text: str, *, rule: bool = False) -> list[Coded]:
    """Return the events of what the grammar makes of a text, as the grammar's reading or as the coder's."""
    sv = surveyed(text, "en")
    cues = [(c, draft) for c in sv.cues if (draft := sv.ruled(c)) is not None]
    return [Coded(part, 0.9, 0.9, c, rule=rule) for c, draft in cues for part in split(draft)]


def coded(text: str, *types: str) -> list[Coded]:
    """Return the surest of each type of what the coder makes of a text."""
    found = trained().code(surveyed(text, "en").consult(), lexicon("en"))
    return [next(e for e in found if e.draft.type == type_) for type_ in types]


def test_a_contact_must_be_surer_than_an_act() -> None:
    events = readings("Peru condemned Chile. Peru met Bolivia.")
    assert [e.draft.type for e, _ in chosen([(e, 0.45) for e in events], LEAST)] == ["ACCUSE"]
    assert len(chosen([(e, 0.55) for e in events], LEAST)) == 2


def test_of_two_readings_of_one_word_the_surer_is_told() -> None:
    (mine,) = readings("Peru condemned Chile.")
    rival = Coded(mine.draft, 0.9, 0.9, mine.cue, rule=True)
    assert chosen([(mine, 0.7), (rival, 0.6)], LEAST) == [(mine, 0.7)]
    assert chosen([(mine, 0.6), (rival, 0.7)], LEAST) == [(rival, 0.7)]


def test_a_reading_that_shares_an_event_with_the_other_keeps_the_rest() -> None:
    # the grammar reads a trip to two states, the coder to one of them
    first, second = readings("Peru's president Ana Soto will visit Chile and Bolivia.", rule=True)
    mine = Coded(first.draft, 0.9, 0.9, first.cue, others=[first])
    assert chosen([(mine, 0.7), (second, 0.6)], LEAST) == [(mine, 0.7), (second, 0.6)]
    assert chosen([(mine, 0.7), (second, 0.3)], LEAST) == [(mine, 0.7)]


def test_a_signed_agreement_is_one_event() -> None:
    signing, agreement = coded("Peru and Chile signed a trade agreement.", "SUPPORT", "AGREE")
    assert chosen([(signing, 0.6), (agreement, 0.9)], LEAST) == [(signing, 0.6)]
    assert chosen([(signing, 0.3), (agreement, 0.9)], LEAST) == [(agreement, 0.9)]
    # what they promise beside it is another
    promise = replace(agreement, cue=replace(agreement.cue, voice="mutual"))
    assert len(chosen([(signing, 0.6), (promise, 0.9)], LEAST)) == 2

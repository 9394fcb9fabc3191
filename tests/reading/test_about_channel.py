"""By which channel a contact was: what the sentence, and what the rest of the article says of it."""

from __future__ import annotations

import pytest
from telling import cue, surveyed

from kawat.reading.coder.about_channel import Channels
from kawat.reading.coder.judging import Coded, folded
from kawat.reading.drafts import Draft
from kawat.reading.model import Mode


@pytest.mark.parametrize(
    ("text", "language", "words", "there", "missing"),
    [
        # the own sentence
        (
            "Presiden Peru berbicara dengan Presiden Chile melalui sambungan telepon.",
            "id", "berbicara", {"sentence:phone", "clause:phone"}, {"sentence:video"},
        ),
        # a call told before tells how the two talked
        (
            "Presiden Peru menelepon Presiden Chile. Hujan turun. Cuaca buruk. Peru dan Chile membahas Mali.",
            "id", "membahas", {"article:word:phone", "article:word:shared:phone", "named:phone"}, {"sentence:phone"},
        ),
        # a call with others does less
        (
            "Presiden Peru menelepon Presiden Niger. Hujan turun. Cuaca buruk. Peru dan Chile membahas Mali.",
            "id", "membahas", {"article:word:phone"}, {"article:word:shared:phone"},
        ),
        # the word with which the article begins
        (
            "Peru's president met Chile's president. It rained. They discussed Mali.",
            "en", "discussed", {"leadword=met", "turns=False"}, set(),
        ),
        (
            "PRESIDENT ROJAS: Thank you. Peru and Chile discussed Mali.",
            "en", "discussed", {"turns=True"}, set(),
        ),
    ],
)  # fmt: skip
def test_what_tells_the_channel(
    text: str, language: str, words: str, there: set[str], missing: set[str]
) -> None:
    sv = surveyed(text, language)
    c = next(c for c in sv.cues if words in c.words and c.type == "CONSULT")
    found = set(Channels.of(sv).features(c))
    assert there <= found
    assert missing.isdisjoint(found)


@pytest.mark.parametrize(
    ("held", "between", "expected"),
    [
        ("unspecified", "Peru memuji Chile. ", "phone"),
        ("in-person", "Peru memuji Chile. ", "in-person"),
        ("in-person", "", "phone"),  # the lead names it
    ],
)
def test_where_no_channel_is_held_or_the_lead_names_one_it_is_another_trigger_s(
    held: Mode, between: str, expected: Mode
) -> None:
    first = "berbicara"
    sv = surveyed(
        f"Presiden Peru {first} dengan Presiden Chile. {between}Presiden Peru menelepon Presiden Chile.", "id"
    )
    one, other = (
        Coded(Draft([], "CONSULT", [], [], "held", False, None, None, None, None, None, None, []), 1.0, 1.0, c, mode=m)
        for c, m in ((cue(sv, first, "CONSULT"), held), (cue(sv, "menelepon", "CONSULT"), "phone"))
    )  # fmt: skip
    one.others.append(other)
    assert folded(one, 0.2).mode == expected


@pytest.mark.parametrize("mode", ["phone", "video", None])
def test_an_event_has_the_channel_of_its_surest_trigger(mode: Mode | None) -> None:
    sv = surveyed("Presiden Peru bertemu Presiden Chile. Presiden Peru menelepon Presiden Chile.", "id")
    first, second = (
        Coded(Draft([], "CONSULT", [], [], "held", False, own, None, None, None, None, None, []), 1.0, 1.0, c, mode=m)
        for c, own, m in (
            (cue(sv, "bertemu", "CONSULT"), "in-person", mode), (cue(sv, "menelepon", "CONSULT"), "phone", "video"),
        )
    )  # fmt: skip
    first.others.append(second)
    assert folded(first, 0.2).mode == mode

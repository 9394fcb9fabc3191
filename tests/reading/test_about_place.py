"""Where it was: which places are asked about, what speaks for each, what is made of the answers."""

from __future__ import annotations

import pytest
from telling import article, cue, surveyed

from kawat.reading import read
from kawat.reading.candidates import Candidate
from kawat.reading.coder.about_place import Act, Map
from kawat.reading.coder.coding import trained
from kawat.reading.coder.judging import Coded, folded
from kawat.reading.drafts import Draft
from kawat.reading.model import Mode, Place

TALKS = "Presiden Peru tiba di Quito. Menlu Chile bertemu Presiden Peru, lalu mengecam Mali di Lima."


def offered(
    text: str, language: str, words: str, type_: str, sides: tuple[str, str], mode: Mode | None = None
) -> dict[str, set[str]]:
    """Return by name the places that an event may have, with what speaks for each."""
    sv = surveyed(text, language)
    act = Act(cue(sv, words, type_), {sides[0]}, {sides[1]}, "held", mode, None)
    return {w.place.name: set(w.features) for w in Map.of(sv).options(act)}


def test_places_of_the_sentence_and_those_told_near_are_asked_about() -> None:
    found = offered(TALKS, "id", "mengecam", "ACCUSE", ("CHL", "MLI"))
    assert set(found) == {"Lima", "Mali", "Peru", "Chile", "Quito"}
    assert "src=here" in found["Lima"]
    assert "src=p1" in found["Quito"]


def test_what_is_only_named_in_another_sentence_is_no_place_there() -> None:
    found = offered("Peru memuji Kolombia. Chile mengecam Mali.", "id", "mengecam", "ACCUSE", ("CHL", "MLI"))
    assert "Kolombia" not in found


@pytest.mark.parametrize(
    ("text", "language", "words", "type_", "sides", "place", "there"),
    [
        ("Peru menyerang Lebanon.", "id", "menyerang", "ASSAULT", ("PER", "LBN"), "Lebanon", {"of=R", "is=country"}),
        ("Peru menyerang Lebanon.", "id", "menyerang", "ASSAULT", ("PER", "LBN"), "Peru", {"of=A"}),
        # what brings it, and on which side of the trigger
        (
            "Presiden Peru bertemu Presiden Chile di Quito.",
            "id", "bertemu", "CONSULT", ("PER", "CHL"), "Quito", {"prep=at:True", "prep=at:S:a", "of=other", "is=city"},
        ),
        (
            "In Quito, the president of Peru met the president of Chile.",
            "en", "met", "CONSULT", ("PER", "CHL"), "Quito", {"prep=at:True", "prep=at:S:b"},
        ),
        # a name that no file has, behind a preposition of place
        (
            "Presiden Peru bertemu Presiden Chile di Sunggalaya.",
            "id", "bertemu", "CONSULT", ("PER", "CHL"), "Sunggalaya", {"of=none", "is=None"},
        ),
        # how often the article tells it
        (
            "Menlu Peru tiba di Quito. Menlu Chile ada di Quito. Peru mengecam Chile di Quito.",
            "id", "mengecam", "ACCUSE", ("PER", "CHL"), "Quito", {"times=3", "placed=3"},
        ),
    ],
)  # fmt: skip
def test_what_speaks_for_a_place(
    text: str, language: str, words: str, type_: str, sides: tuple[str, str], place: str, there: set[str]
) -> None:
    assert there <= offered(text, language, words, type_, sides)[place]


def test_what_the_grammar_has_is_one_of_the_places() -> None:
    sv = surveyed("Peru mengecam Chile.", "id")
    lima = Place("Lima", "PER", 0, 4, "grammar", precision="city")
    act = Act(cue(sv, "mengecam", "ACCUSE"), {"PER"}, {"CHL"}, "held", None, lima)
    found = {w.place.name: set(w.features) for w in Map.of(sv).options(act)}
    assert {"src=rule", "rule=same"} <= found["Lima"]
    assert "rule=land" in found["Peru"]
    assert "rule=other" in found["Chile"]


def coded(words: str, mode: Mode | None, place: Place | None, sited: float) -> Coded:
    sv = surveyed("Presiden Peru bertemu Presiden Chile. Peru mengecam Chile.", "id")
    c = cue(sv, words, "CONSULT" if mode else "ACCUSE")
    told = Candidate(c.told.s, c.clause, c.told.row[0], c.triggers[0], [], [], "held", [])
    d = Draft([told], c.type, [], [], "held", False, mode, None, None, None, None, None, [])
    return Coded(d, 1.0, 1.0, c, mode=mode, place=place, sited=sited)


def test_the_surest_place_of_what_tells_of_an_event_is_the_event_s() -> None:
    lima, quito = (
        Place(name, code, 0, 4, "", precision="city") for name, code in (("Lima", "PER"), ("Quito", "ECU"))
    )
    one, other = coded("mengecam", None, lima, 0.5), coded("mengecam", None, quito, 0.9)
    one.others.append(other)
    assert folded(one, 0.2).place == quito
    assert folded(other, 0.2).place == quito


def test_a_contact_over_a_distance_has_no_place() -> None:
    lima = Place("Lima", "PER", 0, 4, "", precision="city")
    assert folded(coded("bertemu", "in-person", lima, 0.9), 0.2).place == lima
    assert folded(coded("bertemu", "phone", lima, 0.9), 0.2).place is None


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        # a sentence that names no place has that of the one before
        (
            "Presiden Peru dan Presiden Chile bertemu di Quito, Ekuador, Senin (3/5). "
            "Dalam pertemuan itu, keduanya sepakat membuka kembali perbatasan.",
            "id", "Quito",
        ),
        (
            "The presidents of Peru and Chile met in Quito on Monday. At the meeting they agreed to reopen the border.",
            "en", "Quito",
        ),
    ],
)  # fmt: skip
def test_what_two_agreed_on_where_they_met_was_agreed_there(text: str, language: str, place: str) -> None:
    told = {r.type: r.place and r.place.name for r in read(article(text, language, published="2021-05-04"))}
    assert told["CONSULT"] == told["AGREE"] == place


def test_no_place_is_told_that_is_not_likely_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Presiden Peru bertemu Presiden Chile di Quito, Senin (3/5)."
    monkeypatch.setitem(trained().settings, "place", 0.999)
    assert [r.place for r in read(article(text, "id", published="2021-05-04"))] == [None]


def test_a_place_says_how_sure_it_is() -> None:
    text = "Presiden Peru bertemu Presiden Chile di Quito, Senin (3/5)."
    (report,) = read(article(text, "id", published="2021-05-04"))
    assert report.place is not None
    assert text[report.place.start : report.place.end] == "Quito"
    assert any(reason.startswith("coder/place:0.9") for reason in report.reasons)

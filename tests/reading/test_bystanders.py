"""Who stands aside of what is told: whom it is likened to, who calls it by a name, who counts its dead."""

from __future__ import annotations

import pytest

from kawat.pages import read_text
from kawat.reading import read
from kawat.reading.coder.survey import survey
from kawat.reading.lexicon import lexicon
from kawat.reading.story import acquaint, story

CASES = [
    # text, language, word of a trigger, whom it does not reach, who has not done it
    ("Belgia juga mengecam Rusia, senada dengan Peru.", "id", "mengecam", {"PER"}, set()),
    ("Pasukan Chile merebut kota itu dalam apa yang disebut Peru agresi.", "id", "merebut", {"PER"}, {"PER"}),
    ("Chile seized the port in what Peru called a reckless attack.", "en", "seized", {"PER"}, {"PER"}),
    ("Strikes killed 30 people in Tyre, the Lebanese health ministry said.", "en", "strikes", set(), {"LBN"}),
    (
        "Serangan itu menewaskan 30 orang, kata Kementerian Kesehatan Lebanon.",
        "id",
        "serangan",
        set(),
        {"LBN"},
    ),
    ("Chile seized the port, Peru said.", "en", "seized", set(), set()),
]


@pytest.mark.parametrize(("text", "language", "word", "aside", "blaming"), CASES)
def test_who_stands_aside(text: str, language: str, word: str, aside: set[str], blaming: set[str]) -> None:
    article, lex = read_text(text, language=language, published="2025-05-21"), lexicon(language)
    told = story(article, lex)
    cues = [c for c in survey(article, told, acquaint(article, told, lex), lex).cues if c.words == word]
    assert cues
    assert {x for c in cues for x in c.aside} == aside
    assert {x for c in cues if c.type in ("ASSAULT", "COERCE") for x in c.blaming} == blaming


@pytest.mark.parametrize(
    ("text", "language", "sides"),
    [
        # what is told again meets whom it met before, not whom it is likened to
        ("Peru pekan lalu menutup pelabuhannya bagi kapal Fiji. Chile juga mengambil langkah serupa dengan Peru.", "id",
         {("SANCTION", "PER", "FJI"), ("SANCTION", "CHL", "FJI")}),
        ("Chile seized the port in what Peru called a reckless attack.", "en", {("ACCUSE", "PER", "CHL")}),
        # one's own people are asked for nothing that is for the record
        ("Peru urged Peruvian nationals in Fiji to leave.", "en", set()),
        ("Peru mendesak warganya di Fiji segera pergi.", "id", set()),
        ("Peru told its citizens in Fiji to leave.", "en", set()),
        # no help is given that is cut, and nothing is done that nobody does
        ("Peru slashed its aid to Fiji.", "en", {("SANCTION", "PER", "FJI")}),
        # nor is a sanction told anew that is lifted
        ("Sanksi Peru terhadap Fiji akan dicabut.", "id", {("RETREAT", "PER", "FJI")}),
        ("Peru's sanctions on Fiji were lifted.", "en", {("RETREAT", "PER", "FJI")}),
        ("Tidak ada menteri Peru yang mengecam Fiji.", "id", set()),
        ("Peru struck deals worth billions with car makers in Fiji.", "en", set()),
        ("Peru suspended its recognition of Fiji.", "en", {("SANCTION", "PER", "FJI")}),
        ("Peru declined to impose tariffs on wine from Fiji.", "en", {("REJECT", "PER", "FJI")}),
        # a one-sided act that two do to each other is two acts
        ("Peru dan Fiji saling mengusir diplomat.", "id", {("SANCTION", "PER", "FJI"), ("SANCTION", "FJI", "PER")}),
        ("Peru and Fiji traded accusations.", "en", {("ACCUSE", "PER", "FJI"), ("ACCUSE", "FJI", "PER")}),
    ],
)  # fmt: skip
def test_reports_of_short_texts(text: str, language: str, sides: set[tuple[str, str, str]]) -> None:
    found = read(read_text(text, language=language, published="2025-05-21"))
    pairs = {(r.type, a.country, b.country) for r in found for a in r.actors for b in r.recipients}
    assert {p for p in pairs if p[0] not in ("COERCE", "ASSAULT")} == sides

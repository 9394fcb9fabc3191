"""Who mediates has one contact with all between whom he stands, however the sentence says so."""

import pytest
from telling import reports, told

CASES = [
    # a verb with those behind it, by "between", "with", or joined
    ("id", "Qatar memediasi perundingan antara Peru dan Chile.", ["CONSULT CHL=PER=QAT held"]),
    ("id", "Qatar menengahi sengketa laut Peru dengan Chile.", ["CONSULT CHL=PER=QAT held"]),
    ("en", "Norway brokered a truce between Peru and Chile.", ["CONSULT CHL=NOR=PER held"]),
    # an agent, of a verb or of what describes the talks
    ("id", "Perundingan Peru dan Chile ditengahi Qatar.", ["CONSULT CHL=PER=QAT held"]),
    ("id", "Peru berunding dengan Chile. Perundingan itu difasilitasi Qatar.", None),
    ("en", "Peru and Chile resumed talks on Monday, mediated by Egypt.", ["CONSULT CHL=EGY=PER held"]),
    ("en", "Egyptian-brokered talks between Peru and Chile began.", ["CONSULT CHL=EGY=PER held"]),
    # what the mediator is called
    ("id", "Qatar bertindak sebagai penengah bagi Peru dan Chile.", ["CONSULT CHL=PER=QAT held"]),
    ("en", "Oman is acting as a go-between for Peru and Chile.", ["CONSULT CHL=OMN=PER held"]),
    ("en", "Talks between Peru and Chile were held, with Oman as mediator.", ["CONSULT CHL=OMN=PER held"]),
    # several of them, the last behind "hingga"
    (
        "id",
        "Qatar, Mesir, hingga Oman menjadi mediator antara Peru dan Chile.",
        ["CONSULT CHL=EGY=OMN=PER=QAT held"],
    ),
    # those who agreed last, where nobody else is named
    ("en", "Peru and Chile agreed to a truce. It was brokered by Qatar.", None),
    # a guest who speaks of talks is no party to them there
    (
        "en",
        "Qatar hosted Peru's president Ana Soto to discuss talks between Peru and Chile.",
        ["CONSULT PER=QAT held"],
    ),
    # nor where they meet, nor two who meet while others talk
    ("en", "Peru and Chile met in Doha, mediators said.", ["CONSULT CHL=PER held"]),
    (
        "en",
        "Peru's president Ana Soto met Chile's president Juan Diaz, and Egypt hosted talks between Peru and Chile.",
        ["CONSULT CHL=PER held"],
    ),
    # nothing that stands between two
    ("en", "Peru brokered the sale of three ships.", []),
    ("en", "Peru facilitated the export of copper to Chile.", []),
    ("id", "Peru memfasilitasi ekspor tembaga ke Chile.", []),
]
BESIDE = {
    "Peru berunding dengan Chile. Perundingan itu difasilitasi Qatar.": "CONSULT CHL=PER=QAT held",
    "Peru and Chile agreed to a truce. It was brokered by Qatar.": "CONSULT CHL=PER=QAT held",
}


def test_each_party_stands_once() -> None:
    text = "Talks between Peru and Chile, mediated by Egypt, follow talks between Peru and Chile last year."
    for contact in reports(text, "en"):
        named = [p.country for p in (*contact.actors, *contact.recipients)]
        assert len(named) == len(set(named))


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_mediator_and_those_between_whom_he_stands(
    language: str, text: str, expected: list[str] | None
) -> None:
    found = told(text, language)
    if expected is None:
        assert BESIDE[text] in found
    else:
        assert [x for x in found if x.startswith("CONSULT")] == expected

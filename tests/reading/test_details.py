"""What a sentence says of an event besides its sides and its day: by which channel, where, who says so."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from telling import only, reports, wrong

Case = tuple[str, str, str | None]

MODES: list[Case | ParameterSet] = [
    ("id", "Menlu Peru bertemu Menlu Chile.", "in-person"),
    ("id", "Menlu Peru menelepon Menlu Chile.", "phone"),
    ("id", "Menlu Peru berbicara dengan Menlu Chile.", "unspecified"),
    ("id", "Menlu Peru berbicara dengan Menlu Chile melalui telepon.", "phone"),
    ("id", "Menlu Peru berbicara dengan Menlu Chile lewat sambungan telepon.", "phone"),
    ("id", "Menlu Peru bertemu Menlu Chile secara virtual.", "video"),
    ("id", "Menlu Peru dan Menlu Chile menggelar konferensi video.", "video"),
    ("id", "Menlu Peru berunding dengan Menlu Chile di Lima.", "in-person"),
    ("id", "Presiden Peru menulis surat kepada Presiden Chile.", "letter"),
    ("id", "Menlu Peru mengunjungi Chile.", "in-person"),
    ("id", "Lewat telepon, Menlu Bolivia tahu bahwa Menlu Peru menunda kunjungannya ke Chile.", "in-person"),
    ("id", "Menlu Peru tiba di Chile seusai menerima sambungan telepon.", "in-person"),
    ("id", "Menlu Peru menghubungi Menlu Chile di Lima.", "unspecified"),
    ("id", "Di Lima, Menlu Peru dihubungi Menlu Chile.", "unspecified"),
    ("id", "Undangan itu disampaikan Menlu Peru secara langsung kepada Menlu Chile lewat telepon.", "phone"),
    ("id", "Dalam video itu Menlu Peru berbicara dengan Menlu Chile.", "unspecified"),
    ("id", "Menlu Peru berbicara empat mata dengan Menlu Chile.", "in-person"),
    ("en", "Peru's foreign minister met Chile's foreign minister.", "in-person"),
    ("en", "Peru's foreign minister called Chile's foreign minister.", "phone"),
    ("en", "Peru's foreign minister spoke with Chile's foreign minister.", "unspecified"),
    ("en", "Peru's foreign minister spoke by phone with Chile's foreign minister.", "phone"),
    ("en", "Peru's foreign minister spoke with Chile's foreign minister by telephone.", "phone"),
    ("en", "Peru's foreign minister met virtually with Chile's foreign minister.", "video"),
    ("en", "Peru and Chile held a video conference.", "video"),
    ("en", "Peru and Chile held talks in Lima.", "in-person"),
    ("en", "Peru's president wrote a letter to Chile's president.", "letter"),
    ("en", "Peru's foreign minister visited Chile.", "in-person"),
]


@pytest.mark.parametrize(("language", "text", "mode"), MODES)
def test_mode(language: str, text: str, mode: str) -> None:
    assert only(text, language).mode == mode


def test_only_contacts_have_a_mode() -> None:
    assert only("Peru mengecam Chile melalui telepon.", "id", "ACCUSE").mode is None


PLACES: list[tuple[str, str, tuple[str, str | None] | None] | ParameterSet] = [
    ("id", "Menlu Peru bertemu Menlu Chile di Jenewa.", ("Jenewa", "CHE")),
    ("id", "Di Jenewa, Menlu Peru bertemu Menlu Chile.", ("Jenewa", "CHE")),
    ("id", "Menlu Peru bertemu Menlu Chile di kota Jenewa.", ("Jenewa", "CHE")),
    ("id", "Menlu Peru bertemu Menlu Chile di Swiss.", ("Swiss", "CHE")),
    ("id", "Menlu Peru bertemu Menlu Chile di Vila Rosewood.", ("Vila Rosewood", None)),
    ("id", "Menlu Peru menelepon Menlu Chile.", None),
    ("id", "Menlu Peru bertemu Menlu Chile membahas perang di Ukraina.", None),
    ("id", "Presiden Peru akan berkunjung ke Chile.", ("Chile", "CHL")),
    ("id", "Kunjungan Presiden Peru ke Santiago ditunda.", ("Santiago", "CHL")),
    ("id", "Presiden Peru mengunjungi Chile.", ("Chile", "CHL")),
    ("id", "Presiden Peru bertemu Menlu Chile sebelum berkirim surat ke Jenewa.", None),
    ("en", "Peru's president visited Chile.", ("Chile", "CHL")),
    ("en", "Peru's president paid a visit to Chile.", ("Chile", "CHL")),
    ("en", "Peru's president met Chile's president to bring peace to Ukraine.", None),
    ("en", "Peru's president spoke to Chile's president.", None),
    ("en", "Peru's foreign minister met Chile's foreign minister in Geneva.", ("Geneva", "CHE")),
    ("en", "In Geneva, Peru's foreign minister met Chile's foreign minister.", ("Geneva", "CHE")),
    ("en", "Peru's foreign minister met Chile's foreign minister in the city of Geneva.", ("Geneva", "CHE")),
    ("en", "Peru's foreign minister met Chile's foreign minister in the office of Japan.", None),
    ("en", "Peru's foreign minister met Chile's foreign minister in a statement Huaman gave.", None),
    (
        "en",
        "Peru's foreign minister met Chile's foreign minister in northern Quispamba.",
        ("Quispamba", None),
    ),
    ("en", "Peru's foreign minister met Chile's foreign minister to discuss the war in Ukraine.", None),
]


@pytest.mark.parametrize(("language", "text", "place"), PLACES)
def test_place(language: str, text: str, place: tuple[str, str | None] | None) -> None:
    found = only(text, language).place
    assert (None if found is None else (found.name, found.country)) == place


def test_a_call_has_no_place() -> None:
    assert only("Menlu Peru menelepon Menlu Chile di Jenewa.", "id").place is None


@pytest.mark.parametrize(
    ("place", "precision"),
    [
        ("Moskow", "city"),
        ("Istana Bogor", "venue"),
        ("Laut Hitam", "sea"),
        ("Rakhine", "region"),
        ("Swiss", "country"),
    ],
)
def test_a_place_tells_what_its_name_is_that_of(place: str, precision: str) -> None:
    text = (
        f"Presiden Prancis Emmanuel Macron bertemu Presiden Rusia Vladimir Putin di {place}, Selasa (14/5)."
    )
    found = only(text, "id").place
    assert found is not None and (found.name, found.precision) == (place, precision)


def test_a_trip_to_two_states_is_in_each_of_them() -> None:
    found = reports("Presiden Peru Ana Soto akan mengunjungi Chile dan Bolivia pekan depan.", "id")
    assert [(r.recipients[0].country, r.place.name if r.place else None) for r in found] == [
        ("CHL", "Chile"),
        ("BOL", "Bolivia"),
    ]


def test_a_known_city_has_its_coordinates() -> None:
    place = only("Menlu Peru bertemu Menlu Chile di Jenewa.", "id").place
    assert place is not None and place.lat is not None and place.lon is not None
    assert (round(place.lat), round(place.lon)) == (46, 6)


SPEAKERS: list[tuple[str, str, list[str]] | ParameterSet] = [
    ("id", "Menurut Peru, Mali menyerang Niger.", ["Peru"]),
    ("id", "Peru menyatakan bahwa Mali menyerang Niger.", ["Peru"]),
    ("id", "Pejabat Peru mengatakan Mali menyerang Niger.", ["Pejabat Peru"]),
    wrong(
        "a speaker behind the statement is not taken up", "id", "Mali menyerang Niger, kata Peru.", ["Peru"]
    ),
    ("id", "Mali menyerang Niger.", []),
    ("en", "According to Peru, Mali attacked Niger.", ["Peru"]),
    ("en", "Peru said that Mali attacked Niger.", ["Peru"]),
    ("en", "Peruvian officials said Mali attacked Niger.", ["Peruvian officials"]),
    wrong(
        "a speaker behind the statement is not taken up", "en", "Mali attacked Niger, Peru said.", ["Peru"]
    ),
    ("en", "Mali attacked Niger.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), SPEAKERS)
def test_speakers(language: str, text: str, expected: list[str]) -> None:
    report = only(text, language, "ASSAULT")
    assert [s.name for s in report.attributed_to] == expected
    assert all(text[s.start : s.end] == s.name for s in report.attributed_to)

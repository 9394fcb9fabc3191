from __future__ import annotations

from typing import Any, get_args

import pytest
from desk_samples import HOSTILE

from kawat.desk import wording
from kawat.desk.names import country_code, country_name, place_name
from kawat.desk.words import words
from kawat.errors import UsageError
from kawat.linking.model import Event
from kawat.reading.model import EventType, Figure, Party, Place, Status

EN, ID = words("en"), words("id")


def party(country: str, person: str | None = None, office: str | None = None) -> Party:
    return Party(country, person, office, "x", 0, 1, "test")


WIDODO = party("IDN", "Joko Widodo", "president")
ALBANESE = party("AUS", "Anthony Albanese", "prime_minister")
ARMENIA, AZERBAIJAN = party("ARM"), party("AZE")


def event(**fields: Any) -> Event:
    base: dict[str, Any] = {
        "id": "e",
        "type": "CONSULT",
        "mode": "in-person",
        "actors": (WIDODO,),
        "recipients": (ALBANESE,),
        "date": "2023-07-04",
        "place": Place("Sydney", "AUS", 0, 1, "test"),
        "duration": None,
        "status": "held",
    }
    lists = ("status_history", "figures", "reports", "articles", "sources", "disagreements")
    empty: dict[str, Any] = dict.fromkeys((*lists, "attributed_to", "reasons"), ())
    return Event(**{**empty, **base, **fields})


WHO_ID = "Presiden Indonesia Joko Widodo dan Perdana Menteri Australia Anthony Albanese"
WHO_EN = "President Joko Widodo of Indonesia and Prime Minister Anthony Albanese of Australia"
WHERE_ID, WHERE_EN = "di Sydney pada 4 Juli 2023", "in Sydney on 4 July 2023"
MEETING_ID = f"Pertemuan antara {WHO_ID} {WHERE_ID}"
MEETING_EN = f"A meeting between {WHO_EN} {WHERE_EN}"


@pytest.mark.parametrize(
    ("status", "indonesian", "english"),
    [
        ("held", f"{WHO_ID} bertemu {WHERE_ID}.", f"{WHO_EN} met {WHERE_EN}."),
        ("planned", f"{WHO_ID} dijadwalkan bertemu {WHERE_ID}.", f"{WHO_EN} are due to meet {WHERE_EN}."),
        ("proposed", f"{MEETING_ID} diusulkan.", f"{MEETING_EN} has been proposed."),
        ("postponed", f"{MEETING_ID} ditunda.", f"{MEETING_EN} has been put off."),
        ("cancelled", f"{MEETING_ID} dibatalkan.", f"{MEETING_EN} has been called off."),
        ("denied", f"{MEETING_ID} disebut tidak terjadi.", f"{MEETING_EN} is said not to have taken place."),
    ],
)  # fmt: skip
def test_a_contact_in_every_status(status: Any, indonesian: str, english: str) -> None:
    told = event(status=status)
    assert wording.sentence(told, ID) == indonesian
    assert wording.sentence(told, EN) == english


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("status", get_args(Status))
@pytest.mark.parametrize("type_", get_args(EventType))
def test_every_sentence_is_whole(type_: Any, status: Any, language: str) -> None:
    mode = "phone" if type_ == "CONSULT" else None
    told = wording.sentence(event(type=type_, mode=mode, status=status), words(language))
    assert told.endswith(".") and "  " not in told and "{" not in told and " ." not in told
    assert told[0].isupper()
    assert "Joko Widodo" in told and "Anthony Albanese" in told


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"recipients": ()},
         "President Joko Widodo of Indonesia took part in a meeting in Sydney on 4 July 2023."),
        ({"recipients": (), "status": "planned", "place": None, "date": None},
         "President Joko Widodo of Indonesia is due to take part in a meeting."),
        ({"type": "ASSAULT", "actors": (ARMENIA, AZERBAIJAN), "recipients": (AZERBAIJAN, ARMENIA),
          "place": None, "date": "2020"},
         "Armenia and Azerbaijan used armed force or violence against each other in 2020."),
        ({"type": "ACCUSE", "actors": (), "recipients": (party("USA"),), "place": None, "date": "2020-01"},
         "An unnamed side voiced accusations or criticism against the United States in January 2020."),
        ({"type": "REQUEST", "actors": (party("IDN"), WIDODO), "recipients": (party("UN"),), "place": None,
          "date": None, "attributed_to": ("Juru bicara", "Kantor X")},
         "President Joko Widodo of Indonesia made a request or demand to the United Nations, "
         "according to “Juru bicara” and “Kantor X”."),
    ],
)  # fmt: skip
def test_sides(fields: dict[str, Any], expected: str) -> None:
    assert wording.sentence(event(**fields), EN) == expected


@pytest.mark.parametrize(
    ("date", "english", "indonesian"),
    [
        (None, "", ""),
        ("2021", " in 2021", " pada 2021"),
        ("2021-06", " in June 2021", " pada Juni 2021"),
        ("2021-12-07", " on 7 December 2021", " pada 7 Desember 2021"),
        ("2021-12-01/2021-12-03", " from 1 to 3 December 2021", " dari 1 hingga 3 Desember 2021"),
        ("2021-11-30/2021-12-03", " from 30 November to 3 December 2021",
         " dari 30 November hingga 3 Desember 2021"),
        ("2021-12-01/2022-12-01", " from 1 December 2021 to 1 December 2022",
         " dari 1 Desember 2021 hingga 1 Desember 2022"),
        ("2021-06~", " in about June 2021", " pada sekitar Juni 2021"),
        ("../2021", " on ../2021", " pada ../2021"),
        ("2021-13", " in 2021-13", " pada 2021-13"),
        ("soon\x1b", " in soon", " pada soon"),
    ],
)  # fmt: skip
def test_when(date: str | None, english: str, indonesian: str) -> None:
    assert wording.when(date, EN) == english
    assert wording.when(date, ID) == indonesian


@pytest.mark.parametrize(
    ("duration", "english", "indonesian"),
    [
        ("PT2H", "two hours", "dua jam"),
        ("PT1H", "one hour", "satu jam"),
        ("PT1H30M", "one hour 30 minutes", "satu jam 30 menit"),
        ("PT2.5H", "2.5 hours", "2,5 jam"),
        ("P3D", "three days", "tiga hari"),
        ("P2M", "two months", "dua bulan"),
        ("P", "P", "P"),
    ],
)
def test_durations(duration: str, english: str, indonesian: str) -> None:
    assert wording.duration_words(duration, EN) == english
    assert wording.duration_words(duration, ID) == indonesian


def test_figures() -> None:
    troops = Figure("troops", 100000.0, "more than", None, 0, 1, "x")
    money = Figure("money", 1.5, None, "USD", 0, 1, "x")
    assert wording.figure_words(troops, ID) == "lebih dari 100.000 tentara"
    assert wording.figure_words(troops, EN) == "more than 100,000 troops"
    assert wording.figure_words(money, ID) == "1,5 USD"


def test_page_text_is_filled_in_and_never_read_as_a_template() -> None:
    told = event(
        actors=(party("IDN", HOSTILE),), place=Place(HOSTILE, None, 0, 1, "x"), attributed_to=(HOSTILE,)
    )
    said = wording.sentence(told, EN)
    assert said.count("{0} {sides} %s") == 3
    assert not any(mark in said for mark in "\x1b\x9b\u202e")


@pytest.mark.parametrize(
    ("name", "code"),
    [("RUS", "RUS"), ("rus", "RUS"), ("Rusia", "RUS"), ("russia", "RUS"), ("amerika  serikat", "USA"),
     ("NATO", "NATO"), ("arab_league", "ARAB_LEAGUE"), ("Cote d'Ivoire", "CIV")],
)  # fmt: skip
def test_names_of_states_are_found(name: str, code: str) -> None:
    assert country_code(name) == code


def test_an_unknown_name_offers_others() -> None:
    with pytest.raises(UsageError, match="indonesia"):
        country_code("Indonusa")
    with pytest.raises(UsageError):
        country_code("\x1b[31m")


def test_an_unknown_code_stands_for_itself() -> None:
    assert country_name("QQQ", "en") == "QQQ"


@pytest.mark.parametrize(
    ("name", "english", "indonesian"),
    [
        ("Moskow", "Moscow", "Moskow"),
        ("Brazil", "Brazil", "Brasil"),
        ("jenewa", "Geneva", "Jenewa"),
        ("Kota Uji\x1b", "Kota Uji", "Kota Uji"),
    ],
)
def test_places_bear_the_names_of_the_screen_language(name: str, english: str, indonesian: str) -> None:
    assert (place_name(name, "en"), place_name(name, "id")) == (english, indonesian)


@pytest.mark.parametrize(
    ("country", "office", "english", "indonesian"),
    [
        ("DEU", "prime_minister", "Chancellor A B of Germany", "Kanselir Jerman A B"),
        ("FRA", "prime_minister", "Prime Minister A B of France", "Perdana Menteri Prancis A B"),
        ("FRA", "office_unheard_of", "A B of France", "A B dari Prancis"),
        ("FRA", None, "A B of France", "A B dari Prancis"),
    ],
)
def test_offices(country: str, office: str | None, english: str, indonesian: str) -> None:
    named = party(country, "A B", office)
    assert (wording.party_name(named, EN), wording.party_name(named, ID)) == (english, indonesian)


@pytest.mark.parametrize(
    ("name", "english"),
    [("Gedung Putih", "the White House"), ("Amerika Serikat", "the United States"), ("Bali", "Bali")],
)
def test_places_take_their_article(name: str, english: str) -> None:
    told = event(type="AID", place=Place(name, None, 0, 1, "test"), date=None)
    assert wording.sentence(told, EN).endswith(f" in {english}.")
    assert wording.sentence(told, ID).endswith(f" di {place_name(name, 'id')}.")

"""What a sentence says besides its sides: when, where, how long, by which channel, how many, who says so."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from telling import article, only, reports, wrong

from kawat.reading import annotate

Case = tuple[str, str, str | None]

DATES: list[Case | ParameterSet] = [
    # of the day of publication, Wednesday 2024-05-15
    ("id", "Menlu Peru bertemu Menlu Chile, Selasa (14/5/2024).", "2024-05-14"),
    ("id", "Menlu Peru bertemu Menlu Chile pada 10 Mei 2024.", "2024-05-10"),
    ("id", "Menlu Peru bertemu Menlu Chile, Senin.", "2024-05-13"),
    ("id", "Menlu Peru bertemu Menlu Chile kemarin.", "2024-05-14"),
    ("id", "Menlu Peru bertemu Menlu Chile pekan lalu.", "2024-05-06/2024-05-12"),
    ("id", "Menlu Peru bertemu Menlu Chile pada Maret 2022.", "2022-03"),
    ("id", "Menlu Peru bertemu Menlu Chile pada 2019.", "2019"),
    ("id", "Menlu Peru bertemu Menlu Chile pada 3-5 Mei 2024.", "2024-05-03/2024-05-05"),
    ("id", "Pada Selasa (14/5/2024), Menlu Peru bertemu Menlu Chile.", "2024-05-14"),
    ("id", "Menlu Peru akan bertemu Menlu Chile pada Jumat.", "2024-05-17"),
    ("id", "Menlu Peru akan bertemu Menlu Chile pekan depan.", "2024-05-20/2024-05-26"),
    ("id", "Menlu Peru akan bertemu Menlu Chile pada 3 Juni.", "2024-06-03"),
    ("id", "Menlu Peru bertemu Menlu Chile.", None),
    ("en", "Peru's foreign minister met Chile's foreign minister on Tuesday.", "2024-05-14"),
    ("en", "Peru's foreign minister met Chile's foreign minister on May 10, 2024.", "2024-05-10"),
    ("en", "Peru's foreign minister met Chile's foreign minister on 10 May.", "2024-05-10"),
    ("en", "Peru's foreign minister met Chile's foreign minister yesterday.", "2024-05-14"),
    ("en", "Peru's foreign minister met Chile's foreign minister last week.", "2024-05-06/2024-05-12"),
    ("en", "Peru's foreign minister met Chile's foreign minister in March 2022.", "2022-03"),
    ("en", "Peru's foreign minister met Chile's foreign minister in 2019.", "2019"),
    ("en", "On Tuesday, Peru's foreign minister met Chile's foreign minister.", "2024-05-14"),
    ("en", "Peru's foreign minister will meet Chile's foreign minister on Friday.", "2024-05-17"),
    ("en", "Peru's foreign minister will meet Chile's foreign minister next week.", "2024-05-20/2024-05-26"),
    ("en", "Peru's foreign minister met Chile's foreign minister.", None),
    # the day of a relay is none of the event
    ("id", "Peru mengecam Chile, dikutip dari AFP, Selasa (14/5/2024).", None),
    ("id", "Menlu Peru bertemu Menlu Chile, dilansir Reuters, Selasa (14/5/2024).", None),
    (
        "id",
        "Menlu Peru menemui Menlu Chile pada Senin (13/5/2024), dikutip AFP, Rabu (15/5/2024).",
        "2024-05-13",
    ),
    ("id", "Peru mengecam Chile, kata Menlu Peru seperti dikutip AFP, Selasa (14/5).", None),
    # nor is the day since or until which something holds
    ("id", "Sejak 10 Mei 2024, tentara Mali menyerang Niger.", None),
    # the clause decides: each event has its own day
    (
        "id",
        "Menlu Peru bertemu Menlu Chile pada Senin (13/5/2024) sebelum pulang pada Selasa (14/5/2024).",
        "2024-05-13",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_date(language: str, text: str, expected: str | None) -> None:
    (report,) = reports(text, language)
    assert report.date == expected
    assert (report.date_text is None) == (expected is None)
    assert report.date_text is None or report.date_text in text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "id",
            "Menlu Peru bertemu Menlu Chile, Jumat (10/5/2024). "
            "Pada hari yang sama, Menlu Peru juga menelepon Menlu Bolivia.",
        ),
        (
            "id",
            "Menlu Peru bertemu Menlu Chile, Jumat (10/5/2024). "
            "Pada saat yang sama, Menlu Bolivia menelepon Menlu Kuba.",
        ),
        (
            "en",
            "Peru's foreign minister met Chile's foreign minister on May 10, 2024. "
            "On the same day, Peru's foreign minister called Bolivia's foreign minister.",
        ),
    ],
)
def test_the_same_day_is_that_of_the_event_before(language: str, text: str) -> None:
    assert [r.date for r in reports(text, language)] == ["2024-05-10", "2024-05-10"]


def test_a_later_day_makes_a_contact_planned() -> None:
    assert only("Menlu Peru bertemu Menlu Chile pada 20 Mei 2024.", "id").status == "planned"


def test_without_a_day_of_publication_only_full_dates_count() -> None:
    from kawat.pages import read_text
    from kawat.reading import read

    full = read(read_text("Menlu Peru bertemu Menlu Chile pada 10 Mei 2021.", language="id"))
    assert [r.date for r in full] == ["2021-05-10"]


DURATIONS: list[tuple[str, str, str | None, str | None] | ParameterSet] = [
    ("id", "Menlu Peru dan Menlu Chile bertemu selama dua jam.", "PT2H", None),
    ("id", "Menlu Peru dan Menlu Chile bertemu selama lebih dari dua jam.", "PT2H", "more than"),
    ("id", "Menlu Peru dan Menlu Chile bertemu selama sekitar 40 menit.", "PT40M", "about"),
    ("id", "Menlu Peru dan Menlu Chile bertemu hampir tiga jam.", "PT3H", "almost"),
    ("id", "Pertemuan Menlu Peru dan Menlu Chile berlangsung 90 menit.", "PT90M", None),
    ("id", "Menlu Peru dan Menlu Chile bertemu selama satu setengah jam.", "PT1H30M", None),
    ("id", "Menlu Peru dan Menlu Chile bertemu.", None, None),
    wrong(
        "'met for' is a light verb and hides the contact",
        "en",
        "The foreign ministers of Peru and Chile met for two hours.",
        "PT2H",
        None,
    ),
    wrong(
        "'met for' is a light verb and hides the contact",
        "en",
        "The foreign ministers of Peru and Chile met for more than two hours.",
        "PT2H",
        "more than",
    ),
    wrong(
        "'met for' is a light verb and hides the contact",
        "en",
        "The foreign ministers of Peru and Chile met for about 40 minutes.",
        "PT40M",
        "about",
    ),
    wrong(
        "'met for' is a light verb and hides the contact",
        "en",
        "The foreign ministers of Peru and Chile met for almost three hours.",
        "PT3H",
        "almost",
    ),
    ("en", "A meeting between Peru and Chile lasted 90 minutes.", "PT90M", None),
    ("en", "The foreign ministers of Peru and Chile met.", None, None),
    # a long time is no contact's
    ("id", "Menlu Peru dan Menlu Chile bertemu setelah perang selama dua tahun.", None, None),
]


@pytest.mark.parametrize(("language", "text", "duration", "relation"), DURATIONS)
def test_duration(language: str, text: str, duration: str | None, relation: str | None) -> None:
    report = only(text, language)
    assert (report.duration, report.duration_relation) == (duration, relation)


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
    ("en", "Peru's foreign minister met Chile's foreign minister in Geneva.", ("Geneva", "CHE")),
    ("en", "In Geneva, Peru's foreign minister met Chile's foreign minister.", ("Geneva", "CHE")),
    wrong(
        "'of' ends the place",
        "en",
        "Peru's foreign minister met Chile's foreign minister in the city of Geneva.",
        ("Geneva", "CHE"),
    ),
    ("en", "Peru's foreign minister met Chile's foreign minister to discuss the war in Ukraine.", None),
]


@pytest.mark.parametrize(("language", "text", "place"), PLACES)
def test_place(language: str, text: str, place: tuple[str, str | None] | None) -> None:
    found = only(text, language).place
    assert (None if found is None else (found.name, found.country)) == place


def test_a_call_has_no_place() -> None:
    assert only("Menlu Peru menelepon Menlu Chile di Jenewa.", "id").place is None


def test_a_known_city_has_its_coordinates() -> None:
    place = only("Menlu Peru bertemu Menlu Chile di Jenewa.", "id").place
    assert place is not None and place.lat is not None and place.lon is not None
    assert (round(place.lat), round(place.lon)) == (46, 6)


Number = tuple[str, float, str | None, str | None]

FIGURES: list[tuple[str, str, list[Number]] | ParameterSet] = [
    ("id", "Mali mengirim 300 tentara.", [("troops", 300, None, None)]),
    ("id", "Mali mengirim 100.000 tentara.", [("troops", 100000, None, None)]),
    ("id", "Mali mengirim lebih dari 100.000 tentara.", [("troops", 100000, "more than", None)]),
    ("id", "Mali mengirim sekitar 2 ribu tentara.", [("troops", 2000, "about", None)]),
    ("id", "Serangan itu menewaskan sedikitnya 12 orang tewas.", [("dead", 12, "more than", None)]),
    ("id", "Bantuan 1,5 miliar dolar AS.", [("money", 1.5e9, None, "USD")]),
    ("id", "Bantuan senilai US$20 juta.", [("money", 2e7, None, "USD")]),
    ("id", "Bantuan senilai Rp 3,2 triliun.", [("money", 3.2e12, None, "IDR")]),
    ("id", "Bantuan hampir 500 juta euro.", [("money", 5e8, "almost", "EUR")]),
    ("id", "Mereka mengusir 10 diplomat.", [("diplomats", 10, None, None)]),
    ("id", "Naik 3,5 persen.", [("percent", 3.5, None, None)]),
    ("id", "Sebanyak 5 rudal dan 7 kapal.", [("missiles", 5, None, None), ("ships", 7, None, None)]),
    ("id", "Pada 2024 ada 3 kota.", []),
    ("en", "Mali sent 300 troops.", [("troops", 300, None, None)]),
    ("en", "Mali sent 100,000 troops.", [("troops", 100000, None, None)]),
    ("en", "Mali sent more than 100,000 soldiers.", [("troops", 100000, "more than", None)]),
    ("en", "Mali sent about 2 thousand troops.", [("troops", 2000, "about", None)]),
    ("en", "The raid left at least 12 people dead.", [("dead", 12, "more than", None)]),
    ("en", "Aid of $1.5 billion.", [("money", 1.5e9, None, "USD")]),
    ("en", "Aid worth US$20 million.", [("money", 2e7, None, "USD")]),
    ("en", "Aid of almost 500 million euros.", [("money", 5e8, "almost", "EUR")]),
    ("en", "They expelled 10 diplomats.", [("diplomats", 10, None, None)]),
    ("en", "Up 3.5 percent.", [("percent", 3.5, None, None)]),
    ("en", "In 2024 there were 3 cities.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), FIGURES)
def test_figures(language: str, text: str, expected: list[Number]) -> None:
    found = annotate(article(text, language)).figures
    assert [(f.what, f.value, f.relation, f.unit) for f in found] == expected
    assert all(text[f.start : f.end] == f.text for f in found)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("id", "Turki mengirim 300 tentara ke Suriah.", [("troops", 300)]),
        ("en", "Turkey deployed 300 troops to Syria.", [("troops", 300)]),
        ("id", "Turki memberi bantuan 20 juta dolar AS kepada Sudan.", [("money", 2e7)]),
        ("en", "Turkey gave 20 million dollars in aid to Sudan.", [("money", 2e7)]),
    ],
)
def test_an_act_carries_its_figures(language: str, text: str, expected: list[tuple[str, float]]) -> None:
    (report,) = reports(text, language)
    assert [(f.what, f.value) for f in report.figures] == expected


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

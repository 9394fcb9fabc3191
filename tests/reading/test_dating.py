"""When and how long: each event keeps its own day; the days of others, of relays, of speech are none of its."""

from __future__ import annotations

from datetime import date

import pytest
from _pytest.mark import ParameterSet
from telling import only, reports, wrong

from kawat.reading.calendars import Calendar, calendars, named_day
from kawat.reading.model import Report
from kawat.times import find, follow

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
    ("en", "Peru's foreign minister met Chile's foreign minister in Geneva on Feb 6.", "2024-02-06"),
    ("en", "Peru's foreign minister met Chile's foreign minister in Geneva on Feb. 16, 2024.", "2024-02-16"),
    ("en", "Peru's foreign minister met Chile's foreign minister yesterday.", "2024-05-14"),
    ("en", "Peru's foreign minister met Chile's foreign minister last week.", "2024-05-06/2024-05-12"),
    ("en", "Peru's foreign minister met Chile's foreign minister in March 2022.", "2022-03"),
    ("en", "Peru's foreign minister met Chile's foreign minister in 2019.", "2019"),
    ("en", "On Tuesday, Peru's foreign minister met Chile's foreign minister.", "2024-05-14"),
    ("en", "Peru's foreign minister will meet Chile's foreign minister on Friday.", "2024-05-17"),
    ("en", "Peru's foreign minister will meet Chile's foreign minister next week.", "2024-05-20/2024-05-26"),
    ("en", "Peru's foreign minister met Chile's foreign minister.", None),
    # what a relative dates is dated by it, and what came of it, too
    ("id", "Kunjungan Menlu Peru ke Chile yang dijadwalkan pada 20 Mei ditunda hingga Juni.", "2024-05-20"),
    ("id", "Serangan Peru di Chile yang terjadi Senin menewaskan tiga orang.", "2024-05-13"),
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
    from kawat.reading import read_by_grammar as read

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
    ("en", "The foreign ministers of Peru and Chile met for two hours.", "PT2H", None),
    ("en", "The foreign ministers of Peru and Chile met for more than two hours.", "PT2H", "more than"),
    ("en", "The foreign ministers of Peru and Chile met for about 40 minutes.", "PT40M", "about"),
    ("en", "The foreign ministers of Peru and Chile met for almost three hours.", "PT3H", "almost"),
    ("en", "A meeting between Peru and Chile lasted 90 minutes.", "PT90M", None),
    ("en", "The foreign ministers of Peru and Chile met.", None, None),
    # a long time is no contact's
    ("id", "Menlu Peru dan Menlu Chile bertemu setelah perang selama dua tahun.", None, None),
]


@pytest.mark.parametrize(("language", "text", "duration", "relation"), DURATIONS)
def test_duration(language: str, text: str, duration: str | None, relation: str | None) -> None:
    report = only(text, language)
    assert (report.duration, report.duration_relation) == (duration, relation)


def test_the_day_of_what_is_alleged_is_not_that_of_the_accusation() -> None:
    text = "Malian Foreign Minister Awa Traore accused Niger of shelling a border post on May 10."
    assert only(text, "en", "ACCUSE").date is None


def _headline(title: str, language: str) -> Report:
    below = {
        "id": "LIMA - Peru dan Chile bertetangga. Hujan turun di kedua ibu kota sejak pagi hari.",
        "en": "LIMA - Peru and Chile share a border. It rained in both capitals from early in the morning.",
    }
    (report,) = reports(f"{title}\n\n{below[language]}", language)
    assert report.evidence[0].quote == title
    return report


HEADLINES: list[Case | ParameterSet] = [
    ("id", "Peru Kecam Chile 10 Mei", "2024-05-10"),
    ("id", "Menlu Peru Bertemu Menlu Chile 10 Mei", "2024-05-10"),
    ("en", "Peru Condemns Chile on May 10", "2024-05-10"),
    # the day of another event
    ("id", "Peru Kecam Chile, Pertemuan 20 Mei Batal", None),
    ("id", "Presiden Peru Surati Presiden Chile, KTT 12 Juni Batal", None),
    ("id", "Menlu Peru Telepon Menlu Chile, Pertemuan 20 Mei Batal", None),
    ("en", "Peru Condemns Chile, May 20 Talks Cancelled", None),
    ("en", "Peru's President Writes to Chile's President, Summit on June 12 Cancelled", None),
    # the day of something that is no event of the record
    ("id", "Peru Kecam Chile, Festival 10 Mei Ditunda", None),
    ("en", "Peru Condemns Chile, Festival of May 10 Delayed", None),
    wrong(
        "a contact takes the day behind the comma of a headline",
        "id",
        "Menlu Peru Bertemu Menlu Chile, Festival 10 Mei Ditunda",
        None,
    ),
]


@pytest.mark.parametrize(("language", "title", "expected"), HEADLINES)
def test_a_day_in_a_headline_stays_with_its_own_event(
    language: str, title: str, expected: str | None
) -> None:
    assert _headline(title, language).date == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "id",
            "Peru mengecam serangan Chile ke Bolivia pada 10 Mei.",
            {"ACCUSE": None, "ASSAULT": "2024-05-10"},
        ),
        (
            "en",
            "Peru condemned Chile, which attacked Bolivia on May 10.",
            {"ACCUSE": None, "ASSAULT": "2024-05-10"},
        ),
        (
            "en",
            "Peru condemned Chile before a meeting with Mali on May 10, 2024.",
            {"ACCUSE": None, "CONSULT": "2024-05-10"},
        ),
        wrong(
            "the day of the meeting behind 'sebelum' is taken for that of the act before it",
            "id",
            "Peru mengecam Chile sebelum pertemuan dengan Mali pada 10 Mei 2024.",
            {"ACCUSE": None, "CONSULT": "2024-05-10"},
        ),
    ],
)
def test_of_two_events_in_a_sentence_each_has_its_own_day(
    language: str, text: str, expected: dict[str, str | None]
) -> None:
    assert {r.type: r.date for r in reports(text, language)} == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In May 2024, Peru attacked Chile. It attacked on Friday.", None),
        ("en", "The summit is on May 10. The talks are on May 14.", "2024-05-14"),
        ("id", "Perundingan digelar pada 30 Mei.", None),  # not before publication
        ("id", "Perundingan digelar pada 3 April.", None),  # more than a week before it
        ("id", "Perundingan digelar pada Senin.", None),  # named by its weekday only
    ],
)
def test_the_day_last_named(language: str, text: str, expected: str | None) -> None:
    assert named_day(find(text, language), date(2024, 5, 15)) == expected
    assert named_day(find(text, language), None) is None


@pytest.mark.parametrize(
    ("told", "status", "expected"),
    [
        (None, "held", "2024-05-10"),  # the Friday before publication
        (None, "planned", "2024-05-17"),
        ("2024-05-08", "planned", "2024-05-10"),  # the first Friday after the day told
    ],
)
def test_a_weekday_counts_from_the_day_that_the_text_tells_of(
    told: str | None, status: str, expected: str
) -> None:
    (friday,) = find("on Friday", "en")
    assert Calendar(date(2024, 5, 15), told).value(friday, status) == expected


@pytest.mark.parametrize(("status", "expected"), [("held", None), ("planned", "2024-06-02")])
def test_what_took_place_is_on_no_day_to_come_that_was_counted(status: str, expected: str | None) -> None:
    times = follow(find("Ia tiba pada 3 Mei. Tiga puluh hari kemudian ia pulang.", "id"), date(2024, 5, 15))
    assert Calendar(date(2024, 5, 15), None).value(times[-1], status) == expected


@pytest.mark.parametrize(
    ("language", "sentences", "expected"),
    [
        # the days of the sentences; the date of a day counts for two mentions
        (
            "id",
            ["Peru mengecam Chile.", "Ia bicara di Lima, Senin (13/5).", "Chile membantah Selasa."],
            "2024-05-13",
        ),
        (
            "id",
            ["Ia tiba Selasa.", "Ia bicara Selasa malam.", "Ia bicara Senin.", "Ia pulang Selasa."],
            "2024-05-14",
        ),
        ("id", ["Peru mengecam Chile kemarin."], "2024-05-14"),
        ("id", ["Peru mengecam Chile pada 2 Mei 2024."], None),  # more than a week before publication
        ("id", ["Peru akan menemui Chile pada 20 Mei 2024."], None),  # to come
        ("en", ["Peru met Chile on Tuesday.", "Chile agreed.", "They spoke on Tuesday night."], "2024-05-14"),
        ("en", ["Peru condemned Chile."], None),
    ],
)
def test_the_day_that_an_article_tells_of(language: str, sentences: list[str], expected: str | None) -> None:
    told = [find(s, language) for s in sentences]
    found = calendars(told, date(2024, 5, 15))
    assert len(found) == len(sentences)
    assert {c.news for c in found} == {expected}
    assert {c.news for c in calendars(told, None)} == {None}


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["Peru menemui Chile hari ini.", "Mereka bicara di Lima, Selasa (14/5)."], "2024-05-14"),
        (["Peru menemui Chile hari ini, Senin (13/5)."], "2024-05-13"),
        (["Peru menemui Chile hari ini.", "Mereka bicara di Lima, Rabu (15/5)."], "2024-05-15"),
        (
            ["Peru menemui Chile hari ini.", "Rabu (15/5) malam mereka makan.", "Selasa (14/5) mereka tiba."],
            "2024-05-15",
        ),
        (
            ["Peru menemui Chile hari ini.", "Mereka bicara di Lima, Kamis (9/5)."],
            "2024-05-15",
        ),  # no late stamp
        (["Peru menemui Chile hari ini.", "Mereka bicara di Lima, Selasa."], "2024-05-15"),  # not by its date
    ],
)
def test_today_in_an_article_stamped_late_is_the_day_that_it_names(
    sentences: list[str], expected: str
) -> None:
    told = [find(s, "id") for s in sentences]
    calendar = calendars(told, date(2024, 5, 15))[0]
    assert calendar.value(told[0][0], "held") == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["Peru menemui Chile hari ini, Senin (13/5).", "Kemarin Chile mengecam Kuba."], "2024-05-12"),
        (["Kuba mengecam Chile kemarin (11/5).", "Mereka bicara hari ini."], "2024-05-12"),
        (["Besok, Rabu (15/5), menlu Peru tiba.", "Sabtu lalu Chile mengecam Kuba."], "2024-05-11"),
        (["Peru menemui Chile hari ini, Rabu (15/5).", "Selasa (14/5) ia tiba hari ini."], "2024-05-15"),
        # what a text says of the days of others dates none of its own
        (["Peru menemui Chile, Senin (13/5), sehari setelah Kuba pergi.", "Kemarin ia tiba."], "2024-05-14"),
        (["Peru menemui Chile hari ini, Senin (26/2).", "Kemarin ia tiba."], "2024-05-14"),  # a slip
        (
            ["Peru menemui Chile hari ini, Rabu (14/5).", "Kemarin ia tiba."],
            "2024-05-14",
        ),  # another: Wednesday is the 15th
    ],
)
def test_all_days_count_from_the_one_that_the_text_dates_itself(sentences: list[str], expected: str) -> None:
    told = [find(s, "id") for s in sentences]
    calendar = calendars(told, date(2024, 5, 15))[-1]
    assert calendar.value(told[-1][-1], "held") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menlu Peru bertemu Menlu Chile, Selasa (14/6).", "2024-05-14"),  # 14 June is a Friday
        ("Menlu Peru bertemu Menlu Chile, Jumat (10/5/2025).", "2024-05-10"),
        ("Menlu Peru akan bertemu Menlu Chile, Senin (20/4).", "2024-05-20"),
        # which of the two is wrong cannot be told
        ("Menlu Peru bertemu Menlu Chile, Senin (14/5).", "2024-05-14"),
        ("Menlu Peru bertemu Menlu Chile, Senin (14/6/2023).", "2023-06-14"),
        # no slip
        ("Menlu Peru bertemu Menlu Chile, Jumat (14/6/2019).", "2019-06-14"),
    ],
)
def test_a_slip_of_month_or_year_is_set_right(text: str, expected: str) -> None:
    assert only(text, "id").date == expected


def test_yesterday_of_a_page_that_seems_stamped_late_may_count_from_either_day() -> None:
    told = [
        find(s, "id")
        for s in ("Peru menemui Chile, Senin (13/5).", "Kemarin ia tiba.", "Hari ini ia pulang.")
    ]
    calendar = calendars(told, date(2024, 5, 15))[1]
    (yesterday,), (today,) = told[1:]
    assert (calendar.value(yesterday, "held"), calendar.others(yesterday, "held")) == (
        "2024-05-14",
        ["2024-05-12"],
    )
    assert (calendar.value(today, "held"), calendar.others(today, "held")) == ("2024-05-13", ["2024-05-15"])


def test_the_day_last_told_is_that_of_the_sentences_before() -> None:
    told = [find(s, "id") for s in ("Ia tiba Senin.", "Selasa ia pulang.", "Ia diam.", "Ia bicara.")]
    assert [c.last for c in calendars(told, date(2024, 5, 15))] == [
        None,
        "2024-05-13",
        "2024-05-14",
        "2024-05-14",
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "id",
            "Menlu Peru tiba di Lima, Senin (13/5). Sehari sebelumnya Menlu Peru menelepon Menlu Mali.",
            "2024-05-12",
        ),
        (
            "en",
            "Peru's envoy came to Lima on Monday. A day earlier Peru's president called Mali's president.",
            "2024-05-12",
        ),
    ],
)
def test_what_is_counted_from_a_day_told_before_is_the_event_s_day(
    language: str, text: str, expected: str
) -> None:
    assert expected in {r.date for r in reports(text, language) if r.mode == "phone"}

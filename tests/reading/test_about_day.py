"""Which days the coder weighs for a trigger, and by what it tells them apart."""

from __future__ import annotations

import pytest
from telling import surveyed

from kawat.reading.coder.about_day import Day, days


def offered(text: str, language: str, words: str, status: str = "held") -> dict[str, Day]:
    """Return the days of the first trigger of these words; published on Wednesday 2024-05-15."""
    sv = surveyed(text, language)
    found = next(c for c in sv.cues if c.words == words)
    return {d.edtf: d for d in days(found, status, sv)}


OFFERED = [
    # so long after or before what stands on the other side
    ("id", "Pengumuman Peru, Selasa (7/5), datang enam hari sesudah Chile mengecam Kuba.", "mengecam", "2024-05-01"),
    ("id", "Peru mengecam Chile sehari setelah pertemuan pada 3 Mei.", "mengecam", "2024-05-04"),
    ("id", "Peru mengecam Chile dua hari sebelum menteri Kuba tiba pada 9 Mei.", "mengecam", "2024-05-07"),
    ("en", "Peru backed the plan on Friday, a day after Chile condemned Cuba.", "condemned", "2024-05-09"),
    ("en", "Peru condemned Chile two days before the summit of May 9.", "condemned", "2024-05-07"),
    # without a day across, from publication
    ("id", "Chile tersinggung tiga hari setelah Peru mengecam Kuba.", "mengecam", "2024-05-12"),
    # behind a comma it is what stands there that comes before or after
    ("id", "Sehari sebelum pemungutan suara, Peru mengecam Chile.", "mengecam", "2024-05-14"),
    ("id", "Tiga hari setelah KTT pada 3 Mei, Peru mengecam Chile.", "mengecam", "2024-05-06"),
    ("en", "Two days before the vote of May 9, Peru condemned Chile.", "condemned", "2024-05-07"),
    ("en", "A day after Chile condemned Cuba, Peru's envoy left on Friday.", "condemned", "2024-05-09"),
    ("id", "Beberapa jam sebelum Kuba tiba pada 3 Mei, Peru mengecam Chile.", "mengecam", "2024-05-03"),
    # so many weeks, months and years, from a time as fine
    ("id", "Chile pergi dua pekan setelah Peru mengecam Kuba.", "mengecam", "2024-04-29/2024-05-05"),
    ("id", "Chile pergi pada Mei 2013, dua bulan setelah Peru mengecam Kuba.", "mengecam", "2013-03"),
    ("en", "Chile went to court in 2013, a year after Peru condemned Cuba.", "condemned", "2012"),
    # "the day before" counts from the day told, or from the news
    ("id", "Peru tiba pada 3 Mei. Parlemen Chile sehari sebelumnya mengecam Kuba.", "mengecam", "2024-05-02"),
    ("id", "Peru tiba pada 3 Mei. Parlemen Chile sehari sebelumnya mengecam Kuba.", "mengecam", "2024-05-14"),
    # "on the same day" is the day told, or that of the news; a week tells no day
    ("id", "Peru tiba pada 3 Mei. Pada hari yang sama Chile mengecam Kuba.", "mengecam", "2024-05-03"),
    ("id", "Peru tiba, Senin (13/5). Kuba pergi pada 2 Mei. Hari itu Chile mengecam Kuba.", "mengecam", "2024-05-13"),
    ("id", "Peru tiba pada 3 Mei. Pekan lalu Kuba diam. Malam itu Chile mengecam Kuba.", "mengecam", "2024-05-03"),
    ("en", "Peru's envoy came on May 3. On the same day Chile condemned Cuba.", "condemned", "2024-05-03"),
    # weekday and date contradict each other
    ("id", "Peru mengecam Chile, Jumat (10/3).", "mengecam", "2024-05-10"),
    ("id", "Peru mengecam Chile, Senin (12/5/2024).", "mengecam", "2024-05-13"),
    # years of what is known by them
    ("id", "Perjanjian militer 2018 antara Peru dan Chile gugur.", "perjanjian", "2018"),
    ("id", "Padahal perjanjian 2003 yang diteken Peru dan Chile masih berlaku.", "diteken", "2003"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "day"), OFFERED)
def test_a_day_is_offered(language: str, text: str, words: str, day: str) -> None:
    assert day in offered(text, language, words)


@pytest.mark.parametrize("status", ["planned", "cancelled"])
@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("id", "Menlu Peru urung bertemu Menlu Chile pada Kamis.", "bertemu"),
        ("en", "Peru's minister was to meet Chile's minister on Thursday.", "meet"),
    ],
)
def test_what_did_not_take_place_may_have_been_due_before_or_after(
    language: str, text: str, words: str, status: str
) -> None:
    found = offered(text, language, words, status)
    assert {"2024-05-09", "2024-05-16"} <= found.keys()
    assert ("other" in found["2024-05-16"].features) is (status == "cancelled")


def test_what_is_to_come_is_on_no_day_long_gone_that_another_sentence_names() -> None:
    text = "Menlu Peru bertemu Menlu Chile pada Maret 2022. Peru akan menemui Kuba."
    assert "2022-03" in offered(text, "id", "menemui", "held")
    assert "2022-03" not in offered(text, "id", "menemui", "planned")
    told = offered(
        "Menlu Peru bertemu Menlu Chile pada Februari. Peru akan menemui Kuba.", "id", "menemui", "planned"
    )
    assert not {"2024-02", "2025-02"} & told.keys()  # it is told of what was held
    late = "Menlu Peru bertemu Menlu Chile, Selasa (14/5). Peru akan menemui Kuba."
    assert "2024-05-14" in offered(late, "id", "menemui", "planned")


@pytest.mark.parametrize(
    ("language", "text", "words", "day"),
    [
        ("id", "Peru mengundang Presiden Chile ke KTT pada 20 Juni.", "mengundang", "2024-06-20"),
        (
            "id",
            "Peru memperingatkan bahwa Chile akan menyerang bulan depan.",
            "memperingatkan bahwa",
            "2024-06",
        ),
        ("en", "Peru invited Chile's president to the talks of June 20.", "invited", "2024-06-20"),
    ],
)
def test_what_took_place_is_on_no_day_to_come(language: str, text: str, words: str, day: str) -> None:
    assert day not in offered(text, language, words, "held")
    assert day in offered(text, language, words, "planned")


def test_of_what_is_to_come_a_day_no_later_is_unlikely_unless_it_is_named_beside_it() -> None:
    late = "Menlu Peru bertemu Menlu Chile, Selasa (14/5). Peru akan menemui Kuba."
    assert offered(late, "id", "menemui", "planned")["2024-05-14"].unlikely
    assert not offered(late, "id", "menemui", "held")["2024-05-14"].unlikely
    later = "Menlu Peru bertemu Menlu Chile, Selasa (21/5). Peru akan menemui Kuba."
    assert not offered(later, "id", "menemui", "planned")["2024-05-21"].unlikely
    beside = offered("Peru akan menemui Kuba pada Selasa (14/5).", "id", "menemui", "planned")
    assert not beside["2024-05-14"].unlikely


def test_what_took_place_was_on_the_weekday_gone_by() -> None:
    found = offered("Menlu Peru bertemu Menlu Chile pada Kamis.", "id", "bertemu")
    assert "2024-05-09" in found
    assert "2024-05-16" not in found


def test_the_year_of_a_thing_is_no_day_of_another_event() -> None:
    text = "Peru mengecam Chile karena melanggar hukum laut, yaitu konvensi 1982."
    assert "1982" not in offered(text, "id", "mengecam")
    assert "1982" not in offered(text + " Kuba diam. Peru juga mendesak Chile pergi.", "id", "mendesak")


@pytest.mark.parametrize(
    ("text", "language", "other", "own"),
    [
        ("Peru accused Chile of breaking the 2015 border deal.", "en", "accused", None),
        ("Peru condemned the 2003 Chilean invasion of Cuba.", "en", "condemned", "invasion"),
        ("Peru mengecam invasi Chile tahun 2015.", "id", "mengecam", "invasi"),
        ("Peru menuduh Chile melanggar kesepakatan nuklir 2015.", "id", "melanggar", "kesepakatan"),
    ],
)
def test_a_year_beside_a_thing_is_its_own(text: str, language: str, other: str, own: str | None) -> None:
    year = next(word for word in text.replace(".", "").split() if word.isdigit())
    assert year not in offered(text, language, other)
    assert own is None or year in offered(text, language, own)


@pytest.mark.parametrize("text", ["Chile menyerang Peru tahun 2015.", "Chile menyerang Peru pada 2015."])
def test_a_year_behind_a_verb_is_the_verb_s(text: str) -> None:
    assert "2015" in offered(text, "id", "menyerang")


def test_a_time_in_a_relative_is_told_apart_by_what_it_describes() -> None:
    text = "Peru menangguhkan perjanjian militer yang diteken dengan Chile pada Mei 2015."
    verb, noun = (offered(text, "id", words)["2015-05"].features for words in ("menangguhkan", "perjanjian"))
    assert {"kin=D1rel:a:A", "pk=prep:kin=D1rel"} <= set(verb)
    assert "kin=D1rel:a:N" in noun
    behind = offered("Peru menangguhkan perjanjian yang ditolak Chile, Selasa (7/5).", "id", "menangguhkan")
    assert "pk=comma:kin=D1rel" not in behind["2024-05-07"].features  # the comma ends the relative


def test_what_comes_so_long_after_another_act_is_told_apart() -> None:
    text = "Menlu Peru tiba, Senin (13/5), sehari setelah pasukan Chile menyerang Kuba."
    found = offered(text, "id", "menyerang")
    assert {"btw=apart", "brought=True:0"} <= set(found["2024-05-13"].features)
    assert {"apart:here:True", "brought=True:0"} <= set(found["2024-05-12"].features)
    behind = offered("Sehari setelah pasukan Chile pergi, Peru mengecam Kuba.", "id", "mengecam")
    assert any(f.startswith("brought=False") for f in behind["2024-05-15"].features)


def test_another_sentence_is_weighed_by_what_it_shares() -> None:
    text = "Menlu Peru bertemu Menlu Chile, Senin (13/5).\n\nIa mengecam Kuba.\n\nPeru mengecam Chile."
    first = offered(text, "id", "mengecam")["2024-05-13"].features
    assert {"p1:shared=1", "p1:same=False", "p1:lines=True", "w0=ia"} <= set(first)
    barred = offered("Peru diam, dikutip AFP, Senin (13/5). Peru mengecam Chile.", "id", "mengecam")
    assert "barred=True:p1" in barred["2024-05-13"].features

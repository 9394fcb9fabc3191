"""Where events took place: where force lands, where a visit leads, where two meet; and what only describes."""

from __future__ import annotations

import pytest
from telling import article, only, reports

from kawat.reading import annotate

STRUCK = [
    ("id", "Rusia melancarkan serangan rudal ke Kyiv pada Senin.", "Kyiv"),
    ("id", "Israel menggempur Gaza pada Selasa.", "Gaza"),
    ("id", "Mali menyerbu wilayah Niger pada Rabu.", "Niger"),
    ("id", "Serangan Hamas terhadap Israel menewaskan 1.200 orang.", "Israel"),
    ("id", "Kyiv dibombardir Rusia semalam.", "Kyiv"),
    ("id", "Rusia menyerang Ukraina, kata pejabat di Tokyo.", "Ukraina"),
    ("en", "Russia launched a missile attack on Kharkiv on Monday.", "Kharkiv"),
    ("en", "Russia invaded Ukraine in 2022.", "Ukraine"),
    ("en", "Hamas' attack on southern Israel killed 1,200 people.", "Israel"),
    ("en", "Kyiv was bombed by Russia overnight.", "Kyiv"),
    # where it was is told beside whom it met
    ("en", "Peru attacked Chilean forces in Bolivia.", "Bolivia"),
    # a name that only says whose something is
    ("id", "Peru menyerang pangkalan militer Chile.", None),
    ("id", "Peru menembak jatuh drone Chile.", None),
    ("en", "Peru attacked a Chilean base.", None),
    ("en", "Hamas attacked the U.S. mission.", None),
]

MET = [
    # each state of a trip is where that visit was
    ("id", "Menlu Peru mengunjungi Seoul, kata kementerian di Tokyo.", "Seoul"),
    ("en", "The Peruvian president visited Bolivia, the ministry said in Tokyo.", "Bolivia"),
    # finer, and in the same state
    ("id", "Presiden Peru mengunjungi Indonesia pada Senin di Surabaya.", "Surabaya"),
    ("en", "The Peruvian president then went to Riyadh, where he met the Chilean president.", "Riyadh"),
    ("en", "Peru's foreign minister landed in Israel for talks with Israeli officials.", "Israel"),
    ("en", "Peru's envoys returned to Cairo for a meeting with Egyptian officials.", "Cairo"),
    ("id", "Presiden Peru bertemu Presiden Chile dalam KTT yang digelar di Jakarta.", "Jakarta"),
    ("id", "Presiden Peru bertemu Presiden Chile di KTT APEC Bali.", "Bali"),
    ("id", "Presiden Peru bertemu Presiden Chile di Kota Zagreb, Kroasia.", "Kota Zagreb"),
    ("id", "Presiden Peru bertemu Presiden Chile di Istana Merdeka, Jakarta.", "Istana Merdeka"),
    # a particle inside a name that no file has
    ("en", "The Peruvian president met the Chilean president in Villa de Quimsa.", "Villa de Quimsa"),
    ("id", "Presiden Peru bertemu Presiden Chile di Villa de Quimsa, Bolivia.", "Villa de Quimsa"),
]

LED = [
    ("id", "Peru mengerahkan kapal induk ke Karibia.", "MOBILIZE", "Karibia"),
    ("id", "Peru mengirim bantuan kemanusiaan ke Gaza.", "AID", "Gaza"),
    ("id", "Peru menarik pasukannya secara bertahap dari Lebanon selatan.", "RETREAT", "Lebanon selatan"),
    ("en", "Peru sent troops to Syria.", "MOBILIZE", "Syria"),
    ("en", "Peru withdrew its troops from northern Mali.", "RETREAT", "Mali"),
    ("en", "American troops left Iraq.", "RETREAT", "Iraq"),
    ("en", "Israel has occupied the West Bank since 1967.", "COERCE", "West Bank"),
]


@pytest.mark.parametrize(("language", "text", "place"), STRUCK)
def test_force_is_where_it_lands(language: str, text: str, place: str | None) -> None:
    found = only(text, language, "ASSAULT").place
    assert (found and found.name) == place


@pytest.mark.parametrize(("language", "text", "place"), MET)
def test_a_visit_is_where_it_leads(language: str, text: str, place: str) -> None:
    found = [r.place for r in reports(text, language) if r.type == "CONSULT"]
    assert found
    assert {p and p.name for p in found} == {place}


@pytest.mark.parametrize(("language", "text", "type_", "place"), LED)
def test_what_is_sent_or_withdrawn(language: str, text: str, type_: str, place: str) -> None:
    found = only(text, language, type_).place
    assert found is not None
    assert found.name == place


def test_a_state_that_is_coerced_need_not_be_so_at_home() -> None:
    assert only("Chile imposed a blockade on Peru.", "en", "COERCE").place is None


def test_each_state_of_a_trip_has_its_own_place() -> None:
    text = "Presiden Peru melawat ke Chile, Bolivia dan Kolombia, menurut kementerian di Tokyo."
    places = {r.recipients[0].country: r.place and r.place.name for r in reports(text, "id")}
    assert places == {"CHL": "Chile", "BOL": "Bolivia", "COL": "Kolombia"}


def test_what_follows_an_unknown_name_gives_its_state_only_where_it_is_a_town() -> None:
    found = only("Presiden Peru bertemu Presiden Chile di Pusat Budaya Kenya.", "id").place
    assert found is not None
    assert found.country is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Presiden Peru mengecam Chile dalam unggahan di Telegram."),
        ("id", "Presiden Peru mengecam Chile di platform Truth Social."),
        ("en", "Peru condemned Chile in a Telegram post."),
        ("en", "The Peruvian president condemned Chile in the Financial Times."),
    ],
)
def test_what_is_written_somewhere_took_place_nowhere(language: str, text: str) -> None:
    assert only(text, language, "ACCUSE").place is None
    assert annotate(article(text, language)).places == ()


@pytest.mark.parametrize(
    ("language", "text", "type_", "place"),
    [
        ("id", "Presiden Peru mengecam serangan Chile di Gaza.", "ACCUSE", None),
        ("id", "Dalam pidato di Lima, Presiden Peru mengecam Chile.", "ACCUSE", "Lima"),
        ("en", "Peru urged Chile to agree to a ceasefire in Ukraine.", "REQUEST", None),
        ("en", "Peru's president condemned Chile in a speech in Geneva.", "ACCUSE", "Geneva"),
    ],
)
def test_what_is_said_is_said_in_a_town(language: str, text: str, type_: str, place: str | None) -> None:
    found = only(text, language, type_).place
    assert (found and found.name) == place

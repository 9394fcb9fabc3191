"""Who meets whom where a contact leaves one side unsaid: whoever speaks, who owns it, who asked for it, who summons."""

from __future__ import annotations

import pytest
from telling import told

SAID = '"Kami setuju," kata Menlu Peru Ana Soto. "Perbatasan dibuka," '
GREETING = "PRESIDENT BORIC: Thank you for coming.\nPRESIDENT QUISPE: It is good to see you again."


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # who spoke last said more on some occasion
        (f"{SAID}ujarnya usai bertemu Menlu Chile di Quito.", "id", ["CONSULT CHL=PER held"]),
        (f"{SAID}katanya seusai menemui Presiden Chile.", "id", ["CONSULT CHL=PER held"]),
        # who speaks on a visit, at the end of what he says
        (
            '"Kami setuju," kata Menlu Peru Ana Soto ketika kunjungan resmi ke Chile.',
            "id",
            ["CONSULT CHL=PER held"],
        ),
        # "I" am a person who travels
        ('"Saya juga mampir ke Chile," ujar Presiden Peru.', "id", ["CONSULT CHL=PER held"]),
        # a president of no state named is not that of the outlet's own abroad
        ("Menlu Peru tiba di Santiago dan bertemu presiden.", "id", ["CONSULT CHL=PER held"]),
        # the place put first
        ("Di Chile Menlu Peru hanya singgah empat jam.", "id", ["CONSULT CHL=PER held"]),
        # a delegation is of whoever travelled last
        (
            "Delegasi parlemen Peru tiba di Chile. Delegasi sedianya juga diterima Presiden Bolivia.",
            "id",
            ["CONSULT BOL=PER cancelled", "CONSULT CHL=PER held"],
        ),
        # who mediates talks held somewhere
        (
            "Peru dan Chile melanjutkan perundingan di Quito yang dimediasi Bolivia.",
            "id",
            ["CONSULT BOL=CHL=PER held"],
        ),
        # a letter and what it says
        (
            "Presiden Peru mengirim surat ucapan selamat kepada Presiden Chile.",
            "id",
            ["CONSULT CHL=PER held", "SUPPORT PER>CHL held"],
        ),
        # whose a contact is
        ("The Peruvian president cut short her trip to Chile.", "en", ["CONSULT CHL=PER held"]),
        (
            "Peru's president thanked Chile's president for his visit to Bolivia.",
            "en",
            ["CONSULT BOL=CHL held", "SUPPORT PER>CHL held"],
        ),
        # a request to meet that is refused
        (
            "Presiden Peru menolak permintaan Presiden Chile untuk bertemu.",
            "id",
            ["CONSULT CHL=PER cancelled", "REJECT PER>CHL held", "REQUEST CHL>PER held"],
        ),
        (
            "Peru rejected Chile's request for a meeting.",
            "en",
            ["CONSULT CHL=PER cancelled", "REJECT PER>CHL held"],
        ),
        (
            "Peru rejected Chile's request to meet.",
            "en",
            ["CONSULT CHL=PER cancelled", "REJECT PER>CHL held", "REQUEST CHL>PER held"],
        ),
        # what was said on an occasion, by whom the sentence before was of
        (
            "Presiden Peru Ana Soto berpidato di Lima. Hal itu disampaikan dalam jumpa pers dengan Presiden Chile.",
            "id",
            ["CONSULT CHL=PER held"],
        ),
        (
            "Presiden Peru Ana Soto berpidato di Lima. Hal itu disampaikannya ketika ditelepon Menlu Chile.",
            "id",
            ["CONSULT CHL=PER held"],
        ),
        # officials of no state named, in the capital of one
        ("Menlu Peru menemui para pejabat di Santiago.", "id", ["CONSULT CHL=PER held"]),
        ("Peru's foreign minister met with senior officials in Santiago.", "en", ["CONSULT CHL=PER held"]),
        # somebody's team
        ("Peruvian officials engaged with the president of Chile's team.", "en", ["CONSULT CHL=PER held"]),
        # an ambassador whom nobody is said to call in
        (
            "Peru mengecam serangan Chile. Dubes Chile dipanggil.",
            "id",
            ["ACCUSE PER>CHL held", "CONSULT CHL=PER held"],
        ),
        # a clause before the one that names who meets
        (
            "Meeting Chilean President Gabriel Boric, the Peruvian president praised the port.",
            "en",
            ["CONSULT CHL=PER held", "SUPPORT PER>CHL held"],
        ),
    ],
)
def test_who_meets_where_it_is_not_said(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # instances of several who are met
        (
            "Presiden Peru menghubungi sejumlah pemimpin, di antaranya Presiden Chile.",
            "id",
            ["CONSULT CHL=PER held"],
        ),
        (
            "Peru's president met several leaders, including Chile's president.",
            "en",
            ["CONSULT CHL=PER held"],
        ),
        # two titles of one person
        ("Menlu Peru bertemu Wakil PM sekaligus Menlu Chile Juan Vera.", "id", ["CONSULT CHL=PER held"]),
        # who acts is a clitic of the passive
        (
            "Presiden Peru Ana Soto berpidato di Lima. Menlu Chile pun ditemuinya.",
            "id",
            ["CONSULT CHL=PER held"],
        ),
        # "him" within what is told of the last one named
        (
            "Presiden Peru Ana Soto memuji Menlu Chile Juan Vera, yang berbicara dengannya.",
            "id",
            ["CONSULT CHL=PER held", "SUPPORT PER>CHL held"],
        ),
        # one more contact of whom the sentence before told
        (
            "Menlu Peru Ana Soto berpidato di Lima. Besok dijadwalkan pertemuan dengan Menlu Chile.",
            "id",
            ["CONSULT CHL=PER planned"],
        ),
        # a summit of the body told of before
        (
            "ASEAN menjatuhkan sanksi atas Peru. KTT darurat akan digelar Kamis.",
            "id",
            ["CONSULT ASEAN planned", "SANCTION ASEAN>PER held"],
        ),
        # a second partner behind a day
        (
            "Menlu Peru bertemu Menlu Chile di Lima, Jumat Menlu Fiji di Quito.",
            "id",
            ["CONSULT CHL=FJI=PER held"],
        ),
        # a body whose members meet
        (
            "ASEAN menjatuhkan sanksi atas Peru. Rapat para menteri luar negeri berlangsung di Lima.",
            "id",
            ["CONSULT ASEAN held", "SANCTION ASEAN>PER held"],
        ),
        # who is pleased to receive
        (
            "PRESIDENT BORIC: Good morning. It is an honor to welcome President Ana Soto of Peru to Santiago.",
            "en",
            ["CONSULT CHL=PER held"],
        ),
        # whom the speaker of a transcript calls "you", where "we" met; "you" as who came
        (
            "PRESIDENT SOTO OF CHILE: Welcome.\nPRESIDENT ROJAS OF PERU: We met in Bali a year ago.",
            "en",
            ["CONSULT CHL=PER held"],
        ),
        (
            "PRESIDENT SOTO OF CHILE: Hello.\nPRESIDENT ROJAS OF PERU: When you came to Lima in May, it rained.",
            "en",
            ["CONSULT CHL=PER held"],
        ),
        # "I" is a person, who may travel
        (
            "PRESIDENT ROJAS OF PERU: I was in Santiago two days ago.",
            "en",
            ["CONSULT CHL=PER held"],
        ),
        # an official of no state named is of where he is met, or of where the other has come
        (
            "Peru's president flew to Santiago, where he held talks with Foreign Minister Ana Torres.",
            "en",
            ["CONSULT CHL=PER held"],
        ),
        # an ambassador who is called in: by the state of his post
        (
            "The Ambassador of Chile to Peru was summoned to the Foreign Ministry.",
            "en",
            ["ACCUSE PER>CHL held", "CONSULT CHL=PER held"],
        ),
        # who acts together with people of his own
        ("Peru and its partners met with Chile's envoys in Lima.", "en", ["CONSULT CHL=PER held"]),
        # a town that is visited
        ("Japan was glad. Peru's president visited Hiroshima in May.", "en", ["CONSULT JPN=PER held"]),
        # what is said on the phone is said to whom the call was with
        (
            "Menlu Peru dalam percakapan telepon dengan Menlu Chile mengatakan Fiji tidak boleh ikut campur.",
            "id",
            ["CONSULT CHL=PER held", "REQUEST PER>FJI held"],
        ),
        # whoever acts behind a fronted contact meets there
        (
            "In talks held in Lima, Chile and Bolivia agreed to open a road.",
            "en",
            ["AGREE BOL=CHL held", "CONSULT BOL=CHL held"],
        ),
        # the ministry that summons is not the envoy's own
        (
            "The Peruvian ambassador in Nairobi was summoned by the foreign ministry.",
            "en",
            ["ACCUSE KEN>PER held", "CONSULT KEN=PER held"],
        ),
    ],
)
def test_contacts_whose_sides_stand_apart(text: str, language: str, expected: list[str]) -> None:
    assert sorted(told(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # a body's meeting that only sets the scene, and a body that is somewhere
        ("Menlu Peru menemui Menlu Chile di sela KTT APEC.", "id", ["CONSULT CHL=PER held"]),
        (
            "Peru's president met Chile's president on the sidelines of the G20 summit.",
            "en",
            ["CONSULT CHL=PER held"],
        ),
        ("ASEAN tiba di persimpangan jalan.", "id", []),
        # where somebody is who only says something
        ("Menlu Peru Ana Soto, yang tengah berada di Chile, berpidato.", "id", []),
        # "we" of a transcript with somebody else; a person of no office
        (
            "PRESIDENT SOTO OF CHILE: Hello.\nPRESIDENT ROJAS OF PERU: We met with workers.",
            "en",
            [],
        ),
        ("Peru's president met the singer Ana Torres in Santiago.", "en", []),
        # in whose town many meet
        ("Menlu Peru terbang ke Brussels untuk menghadiri KTT Uni Eropa.", "id", ["CONSULT EU=PER held"]),
    ],
)
def test_what_is_no_contact(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected

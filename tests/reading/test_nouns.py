"""Who acts and who is acted on where a noun tells the event; and that a noun which nothing carries is none."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from telling import told

Case = tuple[str, str, list[str]]

CASES: list[Case | ParameterSet] = [
    # an attack meets whoever defends himself against it
    (
        "Chad helps Niger defend itself against Mali's war.",
        "en",
        ["AID TCD>NER held", "ASSAULT MLI>NER held"],
    ),
    ("Niger defended the town against Malian attacks.", "en", ["ASSAULT MLI>NER held"]),
    ("Chad is urging Niger to guard itself against Mali's aggression.", "en", ["REQUEST TCD>NER held"]),
    # two who stand by the same do not praise each other
    ("Peru and Chile reiterated the commitment of Peru and Chile to peace.", "en", []),
    # fired missiles tell the attack that they are part of
    ("Mali launched a missile attack on Niger.", "en", ["ASSAULT MLI>NER held"]),
    ("Chad noted the attack that Mali had launched on Niger with missiles.", "en", ["ASSAULT MLI>NER held"]),
    ("Mali launched a missile near Niger.", "en", ["MOBILIZE MLI>NER held"]),
    # what is signed is told once
    ("Peru and Chile signed a peace deal.", "en", ["SUPPORT CHL+PER>CHL+PER held"]),
    ("Peru and Chile reached a peace deal.", "en", ["AGREE CHL=PER held"]),
    # whose words they are is the subject who speaks of them
    ("Peru's president emphasised his support for Chile's borders.", "en", ["SUPPORT PER>CHL held"]),
    ("Peru's president emphasised the support for Chile's borders.", "en", []),
    ("Attacks by Mali on Niger have killed dozens.", "en", ["ASSAULT MLI>NER held"]),
    # a town that force is aimed at stands for its state; a day does not, nor one's own town
    (
        "Three people were hurt in a Chilean drone attack on Arequipa. Togo was silent.",
        "en",
        ["ASSAULT CHL>PER held"],
    ),
    (
        "Togo condemned Chile's raids on the city of Arequipa.",
        "en",
        ["ACCUSE TGO>CHL held", "ASSAULT CHL>PER held"],
    ),
    ("The Chilean attack on Monday was brief. Togo was silent.", "en", []),
    ("Peru's attack on Arequipa worried Togo.", "en", []),
    # a verb of little meaning carries the noun
    ("Peru imposed sanctions on Chile.", "en", ["SANCTION PER>CHL held"]),
    ("Sanctions were imposed on Chile by Peru.", "en", ["SANCTION PER>CHL held"]),
    ("Mali launched an attack on Niger.", "en", ["ASSAULT MLI>NER held"]),
    ("Peru lodged a protest with Chile.", "en", ["ACCUSE PER>CHL held"]),
    ("Peru menjatuhkan sanksi terhadap Chile.", "id", ["SANCTION PER>CHL held"]),
    ("Sanksi dijatuhkan Peru terhadap Chile.", "id", ["SANCTION PER>CHL held"]),
    ("Sanksi dijatuhkan oleh Peru terhadap Chile.", "id", ["SANCTION PER>CHL held"]),
    ("Mali melancarkan serangan terhadap Niger.", "id", ["ASSAULT MLI>NER held"]),
    ("Peru melayangkan protes kepada Chile.", "id", ["ACCUSE PER>CHL held"]),
    ("Peru menyampaikan ucapan selamat kepada Chile.", "id", ["SUPPORT PER>CHL held"]),
    # both sides beside the noun
    ("Pertemuan Menlu Peru dengan Menlu Chile digelar.", "id", ["CONSULT CHL=PER held"]),
    ("Perundingan antara Peru dan Chile digelar.", "id", ["CONSULT CHL=PER held"]),
    # a quality of the contact that looks like a verb is none
    ("Menlu Peru melakukan kunjungan mendadak ke Chile.", "id", ["CONSULT CHL=PER held"]),
    ("Peru menggelar dialog tertutup dengan Chile.", "id", ["CONSULT CHL=PER held"]),
    ("Dialog bersejarah antara Peru dan Chile digelar.", "id", ["CONSULT CHL=PER held"]),
    # those who take part in it
    ("KTT ASEAN di Manila dihadiri Presiden Peru.", "id", ["CONSULT ASEAN=PER held"]),
    ("Pertemuan itu dihadiri Menlu Peru, Menlu Chile, dan Menlu Kuba.", "id", ["CONSULT CHL=CUB=PER held"]),
    ("Konser itu dihadiri Menlu Peru dan Menlu Chile.", "id", []),
    # what the contact is about may stand between, and is not told itself
    ("Perundingan gencatan senjata antara Peru dan Chile berakhir buntu.", "id", ["CONSULT CHL=PER held"]),
    ("Peru menggelar dialog kerja sama dengan Chile.", "id", ["CONSULT CHL=PER held"]),
    ("Peru mengirim surat protes kepada Chile.", "id", ["ACCUSE PER>CHL held"]),
    ("Serangan Peru terhadap Chile berlangsung.", "id", ["ASSAULT PER>CHL held"]),
    ("Permintaan Peru kepada Chile disampaikan.", "id", ["REQUEST PER>CHL held"]),
    ("Surat Presiden Peru kepada Presiden Chile tiba.", "id", ["CONSULT CHL=PER held"]),
    ("Talks between Peru and Chile began.", "en", ["CONSULT CHL=PER held"]),
    ("Peru's attack on Chile began.", "en", ["ASSAULT PER>CHL held"]),
    ("Peru received a request from Chile.", "en", ["REQUEST CHL>PER held"]),
    ("Peru's letter to Chile was sent.", "en", ["CONSULT CHL=PER held"]),
    # a relative gives the sides
    ("Surat yang dikirim Presiden Peru kepada Presiden Chile tiba.", "id", ["CONSULT CHL=PER held"]),
    ("Sanksi yang dijatuhkan Peru terhadap Chile berlaku.", "id", ["SANCTION PER>CHL held"]),
    ("The sanctions that Peru imposed on Chile took effect.", "en", ["SANCTION PER>CHL held"]),
    ("Bolivia noted the sanctions imposed by Peru on Chile.", "en", ["SANCTION PER>CHL held"]),
    (
        "Bolivia noted the meeting held in Quito between officials of Peru and Chile.",
        "en",
        ["CONSULT CHL=PER held"],
    ),
    (
        "Peru menjatuhkan sanksi kepada sembilan orang, termasuk panglima tentara Chile.",
        "id",
        ["SANCTION PER>CHL held"],
    ),
    # who does it stands behind "dari"; where help comes to
    ("Bantuan dari Peru untuk Chile tiba.", "id", ["AID PER>CHL held"]),
    ("Kecaman dari Peru terhadap Chile terus berdatangan.", "id", ["ACCUSE PER>CHL held"]),
    ("The aid from Peru to Chile arrived.", "en", ["AID PER>CHL held"]),
    ("Bantuan kemanusiaan Peru tiba di Chile.", "id", ["AID PER>CHL held"]),
    ("Bantuan kemanusiaan Peru dibahas di Chile.", "id", []),
    # whom what it says is about
    ("Tuduhan Peru bahwa Chile melanggar perjanjian itu tidak terbukti.", "id", ["ACCUSE PER>CHL held"]),
    ("Permintaan Peru agar Chile menarik kapalnya belum dijawab.", "id", ["REQUEST PER>CHL held"]),
    ("Tuduhan Peru membuat Mali mengatakan bahwa Chile menang.", "id", []),
    # whose the deed is, by what stands behind it
    ("Pencaplokan Peru oleh Chile diingat.", "id", ["COERCE CHL>PER held"]),
    ("Pencaplokan Peru atas Chile diingat.", "id", ["COERCE PER>CHL held"]),
    ("Penahanan dua warga Peru oleh Chile diingat.", "id", ["COERCE CHL>PER held"]),
    # who resents sanctions is whom they meet; an attack may be resented by anybody
    ("Peru mengecam sanksi Chile.", "id", ["ACCUSE PER>CHL held", "SANCTION CHL>PER held"]),
    ("Peru mengecam embargo yang dijatuhkan Chile.", "id", ["ACCUSE PER>CHL held", "SANCTION CHL>PER held"]),
    ("Peru mengecam serangan Chile.", "id", ["ACCUSE PER>CHL held"]),
    # where it strikes, and who strikes where both are told
    ("Serangan Peru ke rumah sakit di Chile dihentikan.", "id", ["ASSAULT PER>CHL held"]),
    ("Penembakan Peru terhadap nelayan Chile dihentikan.", "id", ["ASSAULT PER>CHL held"]),
    ("Peru menggelar latihan militer di dekat perbatasan Chile.", "id", ["MOBILIZE PER>CHL held"]),
    (
        "Peru dan Chile menggelar latihan militer di dekat perbatasan Bolivia.",
        "id",
        ["COOPERATE CHL=PER held"],
    ),
    ("Permintaan Peru kepada wartawan di Chile ditolak.", "id", []),
    # between two
    ("Bentrokan antara tentara Peru dan Chile pecah.", "id", ["ASSAULT CHL+PER>CHL+PER held"]),
    ("Serangan di perbatasan antara Peru dan Chile berkurang.", "id", []),
    # a verb that makes the subject the one acted on
    ("Chile menghadapi sanksi dari Peru.", "id", ["SANCTION PER>CHL held"]),
    ("Chile dihadapkan pada tuduhan dari Peru.", "id", ["ACCUSE PER>CHL held"]),
    ("Timnas Chile menghadapi Peru.", "id", []),
    ("Keputusan Chile menuai kecaman dari Peru.", "id", ["ACCUSE PER>CHL held"]),
    ("Langkah Chile memicu protes dari Peru.", "id", ["ACCUSE PER>CHL held"]),
    ("Keputusan Chile untuk keluar dari forum itu menuai kecaman dari Peru.", "id", ["ACCUSE PER>CHL held"]),
    # a decision carries what it decides
    ("Peru memutuskan untuk menjatuhkan sanksi terhadap Chile.", "id", ["SANCTION PER>CHL held"]),
    # the noun does a verb's work
    ("Kemlu Peru juga sudah komunikasi dengan Chile.", "id", ["CONSULT CHL=PER held"]),
    ("Komunikasi dengan Chile, kata Menlu Peru, terputus.", "id", []),
    # the verb's subject is one side
    ("Peru menggelar perundingan dengan Chile.", "id", ["CONSULT CHL=PER held"]),
    ("Peru held talks with Chile.", "en", ["CONSULT CHL=PER held"]),
    ("Peru berencana menggelar pertemuan dengan Chile.", "id", ["CONSULT CHL=PER planned"]),
    ("Presiden Peru menghadiri KTT ASEAN.", "id", ["CONSULT ASEAN=PER held"]),
    ("Hal itu disampaikan Menlu Peru dalam pertemuan dengan Menlu Chile.", "id", ["CONSULT CHL=PER held"]),
    ("Presiden Peru akan hadir di KTT ASEAN.", "id", ["CONSULT ASEAN=PER planned"]),
    ("The ASEAN summit was attended by Peru's president.", "en", ["CONSULT ASEAN=PER held"]),
    # somebody is there for it
    ("Peru's president is in Jakarta for the ASEAN summit.", "en", ["CONSULT ASEAN=PER held"]),
    (
        "Peru's president flew to Jakarta for the ASEAN summit.",
        "en",
        ["CONSULT ASEAN=PER held", "CONSULT IDN=PER held"],
    ),
    ("Peruvian negotiators were in Cairo for talks with Chile.", "en", ["CONSULT CHL=PER held"]),
    ("Peru's foreign minister is in Jakarta for a three-day visit.", "en", ["CONSULT IDN=PER held"]),
    ("Menlu Peru tiba di Jakarta untuk KTT ASEAN.", "id", ["CONSULT ASEAN=PER held", "CONSULT IDN=PER held"]),
    ("Peru made room for talks with Chile.", "en", []),
    ("Presiden Peru akan berpidato dalam KTT ASEAN.", "id", ["CONSULT ASEAN=PER planned"]),
    ("Peru menjadi tuan rumah KTT ASEAN.", "id", ["CONSULT ASEAN=PER held"]),
    ("Peru will host the ASEAN summit.", "en", ["CONSULT ASEAN=PER planned"]),
    ("Peru's president stayed away from the ASEAN summit.", "en", ["CONSULT ASEAN=PER cancelled"]),
    # those who are in it, behind "yakni" or in its relative
    ("Pertemuan tiga negara yakni Peru, Chile, dan Kuba digelar.", "id", ["CONSULT CHL=CUB=PER held"]),
    ("Perundingan yang melibatkan Peru dan Chile digelar.", "id", ["CONSULT CHL=PER held"]),
    ("Insiden yang melibatkan Peru dan Chile dibahas.", "id", []),
    # two who speak to the press together have met
    ("Menlu Peru dan Menlu Chile menggelar jumpa pers bersama.", "id", ["CONSULT CHL=PER held"]),
    (
        "At a joint news conference with Chile's president, Peru's president praised Cuba.",
        "en",
        ["CONSULT CHL=PER held", "SUPPORT PER>CUB held"],
    ),
    ("Menlu Peru menggelar jumpa pers di Chile.", "id", []),
    # a journey leads where it is made
    ("Presiden Peru melakukan kunjungan tiga hari di Chile.", "id", ["CONSULT CHL=PER held"]),
    ("Presiden Peru melakukan kunjungan kerja di Lima.", "id", []),
    (
        "Dalam kunjungannya di Chile, Presiden Peru menemui Menlu Kuba.",
        "id",
        ["CONSULT CHL=PER held", "CONSULT CUB=PER held"],
    ),
    # a preposition sets it as held or to come
    (
        "Setelah pertemuan dengan Menlu Chile, Menlu Peru mengecam Bolivia.",
        "id",
        ["ACCUSE PER>BOL held", "CONSULT CHL=PER held"],
    ),
    (
        "After talks with Chile's foreign minister, Peru's foreign minister condemned Bolivia.",
        "en",
        ["ACCUSE PER>BOL held", "CONSULT CHL=PER held"],
    ),
    # a thing of somebody's acts for its owner
    ("Serangan Israel menewaskan tiga warga Lebanon.", "id", ["ASSAULT ISR>LBN held"]),
    ("Israeli strikes killed three Lebanese civilians.", "en", ["ASSAULT ISR>LBN held"]),
    # who resists force, is helped against it or is under it, is whom it meets
    (
        "Kenya stands with Peru as it defends itself against Chilean aggression.",
        "en",
        ["ASSAULT CHL>PER held", "SUPPORT KEN>PER held"],
    ),
    (
        "Kenya stands with Peru as they fight back against Chile's invasion.",
        "en",
        ["ASSAULT CHL>PER held", "SUPPORT KEN>PER held"],
    ),
    (
        "Both discussed their support for Peru in the face of Chile's continued aggression.",
        "en",
        ["ASSAULT CHL>PER held"],
    ),
    ("Both hailed Peru's defence against Chile's brutal war.", "en", ["ASSAULT CHL>PER held"]),
    (
        "Kenya voiced support for Peru as Chile waged its brutal war.",
        "en",
        ["ASSAULT CHL>PER held", "SUPPORT KEN>PER held"],
    ),
    (
        "With Peru facing attacks from Chile, and Togo under bombardment from Ghana, help is needed.",
        "en",
        ["ASSAULT CHL>PER held", "ASSAULT GHA>TGO held"],
    ),
    ("Peru has been under siege by Chilean forces.", "en", ["COERCE CHL>PER held"]),
    ("Kenya praised Togo after Chile's attack.", "en", ["SUPPORT KEN>TGO held"]),
    ("Kenya is under pressure from Chile.", "en", []),
    # what is done about it may be still to come
    ("Kenya will help Peru defend itself against Chile's aggression.", "en", ["ASSAULT CHL>PER held"]),
    ("Kenya will denounce Chile's war on Peru.", "en", ["ACCUSE KEN>CHL planned", "ASSAULT CHL>PER held"]),
    ("Chile will launch an attack on Peru.", "en", ["ASSAULT CHL>PER planned"]),
    # who is let go by whoever held him; whom an army's target served; whose sanctions come from whom
    (
        "Kenya hailed the release of three Chilean sailors held in Peru.",
        "en",
        ["COERCE PER>CHL held", "RETREAT PER>CHL held", "SUPPORT KEN>CHL held"],
    ),
    ("Mali carried out strikes against bases in Niger used by Chad.", "en", ["ASSAULT MLI>NER+TCD held"]),
    ("Norway reviewed the sanctions from Chile.", "en", []),
    # "its" is whoever acts or is acted on, not who answers him
    (
        "Peru was condemned by Kenya for its invasion of Chile.",
        "en",
        ["ACCUSE KEN>PER held", "ASSAULT PER>CHL held"],
    ),
    (
        "Kenya urged Peru to stop its strikes on Chile.",
        "en",
        ["ASSAULT PER>CHL held", "REQUEST KEN>PER held"],
    ),
    (
        "Kenya asked Peru to lift the sanctions that Togo imposed on Chile.",
        "en",
        ["REQUEST KEN>PER held", "SANCTION TGO>CHL held"],
    ),
    # on what is planned, no condition hangs
    ("If Peru attacks Mali, Chile will impose sanctions on Peru.", "en", []),
    ("Chile will impose sanctions on Peru.", "en", ["SANCTION CHL>PER planned"]),
    # of several who announce sanctions, none sanctions the other
    ("Peru and Chile announced new sanctions.", "en", []),
    # what is said in a meeting that was told of is of that very one
    (
        "Menlu Peru menelepon Menlu Chile. Menlu Peru mengatakan kepada Menlu Chile pada pertemuan itu bahwa ia sakit.",
        "id",
        ["CONSULT CHL=PER held"],
    ),
    # what is only spoken of is none
    ("Peru membahas permintaan Chile.", "id", []),
    # who is asked is who does it, not whom it befalls
    (
        "Seorang insinyur Kuba ditahan polisi Chile atas permintaan Peru.",
        "id",
        ["COERCE CHL>CUB held", "REQUEST PER>CHL held"],
    ),
    ("Peru discussed Chile's demand.", "en", []),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_sides_of_a_noun(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # support that is spoken of as somebody's is there, whatever is said of it
        ("Peru is unwavering in its support for Chile.", ["SUPPORT PER>CHL held"]),
        ("Peru's ministers discussed Bolivia's support for Chile.", ["SUPPORT BOL>CHL held"]),
        (
            "Peru's president met Bolivia's president. They discussed their support for Chile.",
            ["CONSULT BOL=PER held", "SUPPORT BOL+PER>CHL held"],
        ),
        # "its" behind an object is the object's
        (
            "Peru condemned Chile for its support for Bolivia.",
            ["ACCUSE PER>CHL held", "SUPPORT CHL>BOL held"],
        ),
        # whose it is must be told
        ("Peru's ministers discussed support for Chile.", []),
        ("Peru condemned their support for Chile.", ["ACCUSE PER>CHL held"]),
    ],
)
def test_support_that_is_somebodys(text: str, expected: list[str]) -> None:
    assert sorted(told(text, "en")) == sorted(expected)

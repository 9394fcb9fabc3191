"""Whom an act reaches where nobody stands right behind its verb, and who falls to whom in a clash."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from telling import told, wrong

Case = tuple[str, str, list[str]]

CASES: list[Case | ParameterSet] = [
    # whose deed a threat is to meet
    (
        "Peru's president made clear that his country would respond decisively if Chile attacked Ecuador.",
        "en",
        ["THREATEN PER>CHL held"],
    ),
    (
        "Peru warned that it would respond, together with its allies, to any Chilean attack on Ecuador.",
        "en",
        ["THREATEN PER>CHL held"],
    ),
    # who does the deed that is spoken of, however it is told of
    ("Peru memprotes penggunaan meriam air oleh penjaga pantai Chile.", "id", ["ACCUSE PER>CHL held"]),
    (
        "Peru mengecam perusakan kapal Mali oleh tentara Chile.",
        "id",
        ["ACCUSE PER>CHL held", "ASSAULT CHL>MLI held"],
    ),
    ("Peru condemned the detention of two nurses by Chile.", "en", ["ACCUSE PER>CHL held"]),
    ("Peru mengapresiasi bantuan dari rakyat Chile.", "id", ["SUPPORT PER>CHL held"]),
    ("Peru mengecam penarikan pasukan dari Chile.", "id", []),
    # nor is blamed whom the deed killed
    (
        "Agen Chile membunuh Ana Soto, menteri Peru. Kuba mengecam pembunuhan Soto.",
        "id",
        ["ACCUSE CUB>CHL held", "ASSAULT CHL>PER held"],
    ),
    ("Kuba mengecam pembunuhan menteri Peru.", "id", ["ACCUSE CUB> held"]),
    ("Kuba mengecam penahanan aktivis Peru.", "id", ["ACCUSE CUB>PER held"]),
    # a plain verb behind an article or an owner is the noun of a deed, and tells none
    ("Peru demanded the release of two sailors held by Chile.", "en", ["REQUEST PER>CHL held"]),
    # whom a deed befalls is not whom it is blamed on, nor who is asked for it
    ("Peru condemned the strikes on Bolivia.", "en", ["ACCUSE PER> held"]),
    (
        "Chile bombed Bolivia on Monday. Peru condemned the strikes on Bolivia.",
        "en",
        ["ACCUSE PER>CHL held", "ASSAULT CHL>BOL held"],
    ),
    ("Peru called for sanctions on Chile.", "en", []),
    ("Peru said that Chile must be stopped.", "en", []),
    ("Peru said that Chile must stop its drills.", "en", ["REQUEST PER>CHL held"]),
    # so is "issue", with which two may act together
    ("Peru's president discussed the issue with Chile's president.", "en", ["CONSULT CHL=PER held"]),
    ("Peru's president discussed these issues with Chile's president.", "en", ["CONSULT CHL=PER held"]),
    # a vow of revenge is no promise
    ("Peru vowed to hit back at Chile.", "en", ["THREATEN PER>CHL held"]),
    # a participle with "by" says more of the thing before it: the subject has no part in it
    ("Peru had tracked two missiles fired by Chile at Bolivia.", "en", ["ASSAULT CHL>BOL held"]),
    ("Peru said it had tracked a missile tested by Chile.", "en", ["MOBILIZE CHL> held"]),
    ("Peru welcomed the truce announced by Chile.", "en", ["SUPPORT PER>CHL held"]),
    ("Peru called for the return of its envoy from Chile.", "en", ["REQUEST PER>CHL held"]),
    ("Peru and Chile release two sailors a year.", "en", []),
    # what is freed in return for another's deed
    (
        "Peru membebaskan lima tahanan Chile sebagai imbalan atas pembebasan enam sandera oleh Mali.",
        "id",
        ["RETREAT PER>CHL held"],
    ),
    # two who call on somebody else do not meet each other
    ("Presiden Peru dan Presiden Chile menemui wartawan.", "id", []),
    ("Menlu Peru dan Menlu Chile menemui Menlu Kuba.", "id", ["CONSULT CHL=CUB=PER held"]),
    ("Menlu Peru dan Menlu Chile bertemu di sela rapat.", "id", ["CONSULT CHL=PER held"]),
    # whither one travels, not with whom, nor whom one met before
    (
        "Setelah pertemuan dengan Menlu Chile, Menlu Peru bertolak ke Bolivia.",
        "id",
        ["CONSULT BOL=PER held", "CONSULT CHL=PER held"],
    ),
    ("Menlu Peru berkunjung ke Chile bersama Menlu Bolivia.", "id", ["CONSULT CHL=PER held"]),
    ("Bersama Menlu Kuba, Menlu Peru bertolak ke Bolivia.", "id", ["CONSULT BOL=PER held"]),
    ("Peru bersama Menlu Chile menggelar perundingan.", "id", ["CONSULT CHL=PER held"]),
    # one after the other
    (
        "Menlu Peru bertemu Menlu Chile pada Senin dan Menlu Kuba pada Selasa.",
        "id",
        ["CONSULT CHL=PER held", "CONSULT CUB=PER held"],
    ),
    (
        "Menlu Peru bertemu dengan Menlu Chile, lalu dengan Menlu Kuba.",
        "id",
        ["CONSULT CHL=PER held", "CONSULT CUB=PER held"],
    ),
    (
        "Peru's foreign minister spoke with the president of Chile and later with the president of Cuba.",
        "en",
        ["CONSULT CHL=PER held", "CONSULT CUB=PER held"],
    ),
    ("Menlu Peru bertemu Menlu Chile dan Menlu Kuba.", "id", ["CONSULT CHL=CUB=PER held"]),
    ("Peru's president called Canada's Justin Trudeau.", "en", ["CONSULT CAN=PER held"]),
    # where one visits, and whose that is; not who struck there, nor at what is shown at home
    ("Presiden Peru mengunjungi ibu kota Chile.", "id", ["CONSULT CHL=PER held"]),
    ("Presiden Peru mengunjungi kamp pengungsi Kuba di Chile.", "id", ["CONSULT CHL=PER held"]),
    ("Presiden Peru mengunjungi pameran kapal Chile di Lima.", "id", []),
    ("Presiden Peru mengunjungi kota itu setelah serangan Chile.", "id", []),
    ("Presiden Peru mengunjungi perbatasan dengan Chile.", "id", []),
    ("Presiden Peru menemui keluarga korban serangan Chile.", "id", []),
    ("Peru's president visited the town after a Chilean attack.", "en", []),
    # with whom it is discussed, not with whom the matter is
    ("Presiden Peru membahas hubungan dengan Chile.", "id", []),
    ("Presiden Peru membahas perbatasan dengan Presiden Chile.", "id", ["CONSULT CHL=PER held"]),
    ("Peru membahas perbatasan dengan Chile.", "id", ["CONSULT CHL=PER held"]),
    # the owner of the object, not whom the object befell
    ("Peru praised the Chilean government.", "en", ["SUPPORT PER>CHL held"]),
    ("Peru mengecam serangan Mali terhadap Niger.", "id", ["ACCUSE PER>MLI held", "ASSAULT MLI>NER held"]),
    (
        "Peru condemned the Malian attack on Niger.",
        "en",
        ["ACCUSE PER>MLI held", "ASSAULT MLI>NER held"],
    ),
    ("Peru slammed Chile's new tariffs.", "en", ["ACCUSE PER>CHL held", "SANCTION CHL>PER held"]),
    # refusals, threats
    ("Chile rejected Peru's accusations.", "en", ["ACCUSE PER>CHL held", "REJECT CHL>PER held"]),
    ("Chile denied Peru's accusations.", "en", ["ACCUSE PER>CHL held", "REJECT CHL>PER held"]),
    ("Chile menolak tuduhan Peru.", "id", ["ACCUSE PER>CHL held", "REJECT CHL>PER held"]),
    ("Chile membantah tuduhan Peru.", "id", ["ACCUSE PER>CHL held", "REJECT CHL>PER held"]),
    # a partner of whom only the relation is told, and then the name
    (
        "“Kami bekerja sama dengan mitra kami, Chile, untuk melatih guru,” kata Menlu Peru.",
        "id",
        ["COOPERATE CHL=PER held"],
    ),
    ("Peru bekerja sama dengan mitranya, warga Peru, untuk melatih guru.", "id", []),
    # requests and their content
    ("Peru asked Chile to withdraw its troops.", "en", ["REQUEST PER>CHL held"]),
    ("Peru urged Chile to stop the attacks.", "en", ["REQUEST PER>CHL held"]),
    ("Peru called on Chile to stop the attacks.", "en", ["REQUEST PER>CHL held"]),
    ("Chile was urged by Peru to stop the attacks.", "en", ["REQUEST PER>CHL held"]),
    ("Peru meminta Chile menarik pasukannya.", "id", ["REQUEST PER>CHL held"]),
    ("Chile didesak Peru membebaskan dua dokter.", "id", ["REQUEST PER>CHL held"]),
    ("Chile diminta membuka perbatasan oleh Peru.", "id", ["REQUEST PER>CHL held"]),
    ("Chile diminta menghentikan operasi militer oleh Peru.", "id", ["REQUEST PER>CHL held"]),
    ("Chile diminta menunggu kapal yang dibeli oleh Peru.", "id", []),
    # what is agreed to is whose wish it is
    ("Peru menyetujui permintaan Chile.", "id", ["AGREE CHL=PER held", "REQUEST CHL>PER held"]),
    ("Peru menyetujui anggaran baru.", "id", []),
    # helped where something is to be done
    ("Peru membantu memadamkan kebakaran hutan di Chile.", "id", ["AID PER>CHL held"]),
    ("Peru membantu memadamkan kebakaran hutan di Peru.", "id", []),
    # said behind, without quotation marks
    ("Chile harus bertanggung jawab, ujar Menlu Peru.", "id", ["REQUEST PER>CHL held"]),
    ("Chile harus bertanggung jawab.", "id", []),
    # let go where they were held
    (
        "Dua dokter Peru yang ditahan di Chile dibebaskan.",
        "id",
        ["COERCE CHL>PER held", "RETREAT CHL>PER held"],
    ),
    ("Peru mendesak agar Chile menarik pasukannya.", "id", ["REQUEST PER>CHL held"]),
    ("Peru menyerukan kepada Chile agar menghentikan serangan.", "id", ["REQUEST PER>CHL held"]),
    ("Chile diminta Peru menarik pasukannya.", "id", ["REQUEST PER>CHL held"]),
    # the subject of the clause below
    ("Peru mendesak agar Chile mundur.", "id", ["REQUEST PER>CHL held"]),
    ("Peru menyerukan agar serangan Chile dihentikan.", "id", ["REQUEST PER>CHL held"]),
    ("Peru demanded that Chile withdraw its troops.", "en", ["REQUEST PER>CHL held"]),
    # whom the governed act is to meet
    ("Peru mengancam akan menyerang Chile.", "id", ["THREATEN PER>CHL held"]),
    ("Peru threatened to attack Chile.", "en", ["THREATEN PER>CHL held"]),
    ("Peru berjanji membantu Chile.", "id", ["AGREE CHL=PER held"]),
    ("Peru promised to help Chile.", "en", ["AGREE CHL=PER held"]),
    ("Peru menolak mengecam Chile.", "id", ["REJECT PER>CHL held"]),
    ("Peru refused to condemn Chile.", "en", ["REJECT PER>CHL held"]),
    # who asks to meet, and who is visited
    ("Peru mengajak Chile bertemu.", "id", ["CONSULT CHL=PER proposed", "REQUEST PER>CHL held"]),
    ("Presiden Chile tiba di Lima.", "id", ["CONSULT CHL=PER held"]),
    ("Chile's president landed in Lima.", "en", ["CONSULT CHL=PER held"]),
    wrong(
        "two who arrive together are taken to meet",
        "Menlu Peru Ana Huaman dan Menlu Chile Pilar Soto tiba.",
        "id",
        [],
    ),
    # what is lifted met whom it was imposed on
    ("Chile lifted the sanctions it had imposed on Peru.", "en", ["RETREAT CHL>PER held"]),
    ("Chile lifted sanctions imposed on Peru in 2019.", "en", ["RETREAT CHL>PER held"]),
    # who tells of an attack is struck, where nobody else is named
    ("Peru said Chilean missiles and drones hit a port.", "en", ["ASSAULT CHL>PER held"]),
    ("Peru said Chilean missiles hit a port in Mali.", "en", ["ASSAULT CHL>MLI held"]),
    ("Peru said the missiles and drones hit a port.", "en", []),
    # who falls in a clash falls to the other side
    ("Dua tentara Chile tewas dalam bentrokan dengan pasukan Peru.", "id", ["ASSAULT PER>CHL held"]),
    ("Tentara Chile terluka dalam baku tembak dengan pasukan Peru.", "id", ["ASSAULT PER>CHL held"]),
    ("Tentara Chile tewas dalam kecelakaan dengan truk Peru.", "id", []),
    ("Tentara Chile tewas dalam bentrokan.", "id", []),
    wrong(
        "'melawan' brings nobody to whom somebody falls",
        "Tentara Chile gugur dalam pertempuran melawan pasukan Peru.",
        "id",
        ["ASSAULT PER>CHL held"],
    ),
    wrong(
        "who falls in a clash falls to nobody",
        "Twelve Chilean soldiers were killed in a clash with Peruvian troops.",
        "en",
        ["ASSAULT PER>CHL held"],
    ),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_whom_an_act_reaches(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected

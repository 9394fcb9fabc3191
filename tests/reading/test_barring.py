"""Words that could tell an event and do not: in wrong company, wished, feared, asked for, foretold, on a condition."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from telling import told, wrong

Case = tuple[str, str, list[str]]

CASES: list[Case | ParameterSet] = [
    # the object of another act; whose demand is refused has made it
    ("Peru menolak tuntutan Chile.", "id", ["REJECT PER>CHL held", "REQUEST CHL>PER held"]),
    ("Peru tidak akan memenuhi permintaan Chile.", "id", ["REQUEST CHL>PER held"]),
    ("Peru membahas tuntutan Chile.", "id", []),
    ("Chile rejected Peru's accusations.", "en", ["ACCUSE PER>CHL held", "REJECT CHL>PER held"]),
    # asked for, threatened, refused, denied
    ("Peru meminta Chile mengecam Bolivia.", "id", ["REQUEST PER>CHL held"]),
    ("Peru asked Chile to condemn Bolivia.", "en", ["REQUEST PER>CHL held"]),
    ("Peru menolak mengecam Chile.", "id", ["REJECT PER>CHL held"]),
    ("Peru warned Chile that it would attack.", "en", ["THREATEN PER>CHL held"]),
    # what a party says of itself, or somebody unknown of it, its verb of saying does not govern
    (
        "A spokesman for Peru said that Lima condemned Chile and would not hesitate to impose sanctions on Chile.",
        "en",
        ["ACCUSE PER>CHL held", "THREATEN PER>CHL held"],
    ),
    # alleged words are no words; alleged force is told
    ("Peru menuduh Mali menyerang Niger.", "id", ["ACCUSE PER>MLI held", "ASSAULT MLI>NER held"]),
    ("Peru accused Mali of attacking Niger.", "en", ["ACCUSE PER>MLI held", "ASSAULT MLI>NER held"]),
    ("Peru menuduh Mali mengancam Niger.", "id", ["ACCUSE PER>MLI held"]),
    (
        "Tuduhan Peru bahwa Mali menyerang Niger dibantah Mali.",
        "id",
        ["ACCUSE PER>MLI held", "ASSAULT MLI>NER held", "REJECT MLI>PER held"],
    ),
    ("Peru membantah bahwa Mali menyerang Niger.", "id", ["REJECT PER>MLI held"]),
    # the deed of a subject is not what its clause denies or doubts
    ("Serangan Peru terhadap Chile dapat memicu perang.", "id", ["ASSAULT PER>CHL held"]),
    ("Kritik Peru terhadap Chile tidak mengubah apa pun.", "id", ["ACCUSE PER>CHL held"]),
    ("Peru's attack on Chile could deepen the crisis.", "en", ["ASSAULT PER>CHL held"]),
    ("Serangan Peru terhadap Chile tidak dilakukan.", "id", []),
    ("Serangan Peru terhadap Chile bisa terjadi kapan saja.", "id", []),
    ("Bantuan Peru untuk Chile belum tiba.", "id", []),
    # what a relative tells of, with words between the two
    (
        "Perjanjian batas laut itu, yang juga diteken Menlu Peru dan Menlu Chile, masih berlaku.",
        "id",
        ["SUPPORT CHL+PER>CHL+PER held"],
    ),
    ("Rumah tua itu, yang juga diteken Menlu Peru dan Menlu Chile, masih berdiri.", "id", []),
    # an aim
    ("Peru mengirim utusan untuk meminta bantuan Chile.", "id", []),
    ("Peru sent an envoy to ask Chile for help.", "en", []),
    # a wish, a fear, a prediction of others
    ("Peru berharap Chile mengirim bantuan kepada Bolivia.", "id", []),
    ("Peru hopes that Chile will send aid to Bolivia.", "en", []),
    ("Peru khawatir bahwa Chile akan menyerang Bolivia.", "id", []),
    wrong(
        "an adjective as predicate opens no clause: its subject attacks",
        "Peru khawatir Chile menyerang Bolivia.",
        "id",
        [],
    ),
    wrong("an adjective as predicate opens no clause", "Peru takut diserang Chile.", "id", []),
    ("Peru fears that Chile will attack Bolivia.", "en", []),
    ("Pengamat memperkirakan Mali akan mengirim bantuan kepada Niger.", "id", []),
    ("Analysts say Mali will attack Niger.", "en", []),
    # what is only talked of
    ("Peru discussed the possibility of a Chilean attack on Bolivia.", "en", []),
    ("Peru membahas kemungkinan serangan Chile ke Bolivia.", "id", []),
    # a condition
    ("Jika Chile menyerang Peru, pasar akan resah.", "id", []),
    ("If Chile attacks Peru, markets will fall.", "en", []),
    # journeys of people and ships that no state sends to talk
    ("Turis Peru mengunjungi Chile.", "id", []),
    ("Wisatawan asal Peru yang melakukan kunjungan ke Chile bertambah.", "id", []),
    ("Kunjungan wisatawan Peru ke Chile bertambah.", "id", []),
    ("Kapal perang Peru berkunjung ke Chile.", "id", []),
    ("Anggota parlemen Peru berkunjung ke Chile.", "id", ["CONSULT CHL=PER held"]),
    ("Peruvian tourists will visit Chile.", "en", []),
    ("A Peruvian warship visited Chile.", "en", []),
    ("Peruvian lawmakers visited Chile.", "en", ["CONSULT CHL=PER held"]),
    ("Presiden Peru menemui pengusaha Chile.", "id", []),
    ("Presiden Peru menemui pejabat Chile.", "id", ["CONSULT CHL=PER held"]),
    ("Presiden Peru dan Presiden Kuba menemui turis Chile.", "id", []),
    # a vote is no act towards another state
    ("Peru voted against Chile's proposal.", "en", []),
    ("Peru and Chile voted for the resolution.", "en", []),
    ("Peru dan Chile memberikan suara untuk resolusi.", "id", []),
    ("Peru mendukung resolusi itu, sedangkan Chile abstain.", "id", []),
    # a text that is agreed on says what it demands; a promise binds
    (
        "Peru and Mali issued a joint statement demanding that Chile leave.",
        "en",
        ["AGREE MLI=PER held", "REQUEST MLI+PER>CHL held"],
    ),
    # what somebody says that he or another does is no judgment of it
    ("Menlu Peru mengatakan tindakan Chile merupakan pelanggaran.", "id", ["ACCUSE PER>CHL held"]),
    ("Menlu Peru mengatakan tindakan Chile merusak perdamaian.", "id", ["ACCUSE PER>CHL held"]),
    ("Menlu Peru mengatakan Chile berulang kali berdiskusi dengan nelayan soal pelanggaran.", "id", []),
    # what becomes of victims is no deed of who speaks of it
    ("Menlu Peru menyampaikan kabar korban pengeboman di Santiago.", "id", []),
    # a duty that is bargained over or lowered
    ("Peru mengumumkan tarif baru terhadap Chile.", "id", ["SANCTION PER>CHL held"]),
    ("Peru memangkas tarif terhadap Chile.", "id", ["CONCEDE PER>CHL held"]),
    # help with a deed names nobody who is helped
    ("Chile kaya. Chile besar. Peru membantu menjaga pasar.", "id", []),
    # a war may be called by the land that it is fought in
    ("Perang Peru mengganggu pasokan gas Chile.", "id", []),
    ("Perang Peru di Chile belum usai.", "id", ["ASSAULT PER>CHL held"]),
    ("Perang Peru-Chile belum usai.", "id", ["ASSAULT CHL+PER>CHL+PER held"]),
    # the frame's own bars
    ("Peru bertemu Chile di final.", "id", []),
    ("Peru menyerang gawang Chile pada laga persahabatan.", "id", []),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_what_is_barred(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Peru took steps to hold Chile accountable.", "en", ["ACCUSE PER>CHL held"]),
        ("Peru is working to support Chile.", "en", ["SUPPORT PER>CHL held"]),
        # for another act's sake, or somebody else's aim
        ("Peru, yang datang untuk mengecam Chile.", "id", []),
        ("Peru took steps to attack Chile.", "en", []),
    ],
)
def test_what_is_said_for_an_aim_is_said(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected

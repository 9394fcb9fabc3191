"""Who is the subject of which verb, and to whom it reaches: actives, passives, relatives, coordination, speech."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from telling import article, told

from kawat.reading.actors import find_mentions
from kawat.reading.clauses import clauses
from kawat.reading.discourse import follow
from kawat.reading.items import items
from kawat.reading.lexicon import lexicon
from kawat.reading.mentions import Memory
from kawat.reading.story import story
from kawat.times import find


def subjects(text: str, language: str) -> list[str]:
    """Return "verb: CODES" for each verb of `text` that has a subject, sorted."""
    lex, memory = lexicon(language), Memory("2024-05-15", None)
    out = []
    for s in story(article(text, language), lex):
        mentions = find_mentions(s, lex, memory)
        follow(s, mentions, memory)
        row = items(s, mentions, find(text, language, s.start, s.end), lex)
        for c in clauses(row):
            if c.verb is not None and c.subj is not None and not c.nominal:
                out.append(f"{c.verb.low}: {'+'.join(sorted(c.subj.codes))}")
    return sorted(out)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Peru menuduh Chile.", "id", ["menuduh: PER"]),
        ("Peru dan Chile bertemu.", "id", ["bertemu: CHL+PER"]),
        ("Peru mengecam Chile dan memuji Bolivia.", "id", ["mengecam: PER", "memuji: PER"]),
        ("Peru mengecam Chile, sedangkan Bolivia memuji Kuba.", "id", ["mengecam: PER", "memuji: BOL"]),
        ("Peru mengatakan bahwa Chile menyerang Bolivia.", "id", ["mengatakan: PER", "menyerang: CHL"]),
        ("Ketika Chile menyerang, Peru menolak.", "id", ["menyerang: CHL", "menolak: PER"]),
        ("Peru menolak setelah Chile menyerang.", "id", ["menolak: PER", "menyerang: CHL"]),
        ("Peru, yang menyerang Chile, menolak Bolivia.", "id", ["menyerang: PER", "menolak: PER"]),
        ("Pada Selasa malam, Peru menolak.", "id", ["menolak: PER"]),
        ("Di Lima, Menlu Chile menolak.", "id", ["menolak: CHL"]),
        # who says something meets nobody, though "berkata" may tell of a call
        ("Peru berkata Chile menyerang Bolivia.", "id", ["berkata: PER", "menyerang: CHL"]),
        # what a colon leads in with a verb goes on with the subject
        ("Peru memilih jalan tengah: mengecam Chile.", "id", ["memilih: PER", "mengecam: PER"]),
        ("Peru menolak: Chile mengecam Bolivia.", "id", ["menolak: PER", "mengecam: CHL"]),
        # a clause that begins with its verb has the subject behind its comma
        ("Bertemu Menlu Chile, Menlu Peru menolak.", "id", ["bertemu: PER", "menolak: PER"]),
        ("Batal bertemu Menlu Chile, Menlu Peru menolak.", "id", ["bertemu: PER", "menolak: PER"]),
        # who stands before a relative that only tells of the contact is not its subject; of another he is
        ("Kunjungan Menlu Peru ke Chile yang dimulai Senin berakhir.", "id", []),
        ("Kunjungan Menlu Peru ke Chile yang menuduh Bolivia.", "id", ["menuduh: CHL"]),
        ("Peru (negara Andes) menolak.", "id", ["menolak: PER"]),
        # the subject of a clause behind "setelah" may be long, a thing, or have names beside it
        (
            "Kuba mengecam Peru setelah dua kapal perang Peru Huascar dan Grau menembaki Chile.",
            "id",
            ["mengecam: CUB", "menembaki: PER"],
        ),
        ("Kuba mengecam Peru setelah roket buatan Chile jatuh.", "id", ["mengecam: CUB"]),
        (
            "Kuba mengecam Peru sesudah Menteri Urusan Pasifik Chile Paz Rojas menolak Bolivia.",
            "id",
            ["mengecam: CUB", "menolak: CHL"],
        ),
        (
            "Kuba mengecam Peru hanya beberapa jam setelah tentara Chile menembaki warga.",
            "id",
            ["mengecam: CUB", "menembaki: CHL"],
        ),
        # why somebody is blamed or praised is what he did; who acts and gives his own reason is the subject
        ("Peru mengecam Chile karena menyerang Kuba.", "id", ["mengecam: PER", "menyerang: CHL"]),
        ("Peru memuji Chile lantaran membantu Kuba.", "id", ["memuji: PER", "membantu: CHL"]),
        ("Peru condemned Chile after it attacked Cuba.", "en", ["attacked: CHL", "condemned: PER"]),
        ("Chile dikecam Peru karena menyerang Kuba.", "id", ["dikecam: CHL", "menyerang: CHL"]),
        ("Peru menemui Chile karena membutuhkan gas.", "id", ["membutuhkan: PER", "menemui: PER"]),
        # the raid that is condemned is not of whoever condemns it; the one that is launched is
        ("Peru mengutuk serangan di Kuba yang melukai 30 orang.", "id", ["melukai: ", "mengutuk: PER"]),
        (
            "Peru melancarkan serangan terhadap Kuba yang melukai 30 orang.",
            "id",
            ["melancarkan serangan: PER", "melukai: PER"],
        ),
        # what stands below "setelah" ends with it
        (
            "Setelah menemui Chile untuk membahas gas, Kuba menolak Peru.",
            "id",
            ["membahas: CUB", "menemui: CUB", "menolak: CUB"],
        ),
        # a thing is the subject of what is said, or stands beside a party
        ("Peru mengatakan roket itu menewaskan dua orang.", "id", ["mengatakan: PER"]),
        ("Peru menuduh Chile, sedangkan roket Chile menghantam sebuah kota.", "id", ["menuduh: PER"]),
        (
            "Peru memastikan pakta itu telah diteken, tetapi membantah tuduhan Chile.",
            "id",
            ["memastikan: PER", "membantah: PER"],
        ),
        # who meets somebody also does what follows; who sends or accuses somebody does not
        ("Peru menemui Chile meminta bantuan.", "id", ["menemui: PER", "meminta: PER"]),
        ("Peru mengirim Menlu Chile menemui Kuba.", "id", ["mengirim: PER", "menemui: CHL"]),
        # behind a verb of saying, "mereka" and "pihaknya" are who says so
        (
            "Kuba dan Bolivia bertemu. Peru mengatakan bahwa mereka mendukung Chile.",
            "id",
            ["bertemu: BOL+CUB", "mengatakan: PER", "mendukung: PER"],
        ),
        (
            "Kuba tiba. Menlu Peru mengatakan, pihaknya mendukung Chile.",
            "id",
            ["tiba: CUB", "mengatakan: PER", "mendukung: PER"],
        ),
        # two behind a comma are the place and the next subject
        (
            "Peru condemned the war in Chile, and President Biden praised Cuba.",
            "en",
            ["condemned: PER", "praised: USA"],
        ),
        ("Menurut Menlu Chile, Peru dan Kuba menolak.", "id", ["menolak: CUB+PER"]),
        ("Di Washington, Peru dan Kuba menolak.", "id", ["menolak: CUB+PER"]),
        # participles between an owner and its noun are no verbs; nor is a noun behind a determiner
        ("Peru condemned Chile's unprovoked and unjustified attack on Cuba.", "en", ["condemned: PER"]),
        ("Peru's decision to expel Chile was condemned by Cuba.", "en", ["expel: PER"]),
        (
            "Cuba refused. Peru said that it rejected Chile.",
            "en",
            ["refused: CUB", "rejected: PER", "said: PER"],
        ),
        ("Peru accused Chile.", "en", ["accused: PER"]),
        ("Peru condemned Chile and praised Bolivia.", "en", ["condemned: PER", "praised: PER"]),
        ("Peru condemned Chile, but Bolivia praised Cuba.", "en", ["condemned: PER", "praised: BOL"]),
        ("Peru said that Chile attacked Bolivia.", "en", ["said: PER", "attacked: CHL"]),
        ("Peru said Chile attacked Bolivia.", "en", ["said: PER", "attacked: CHL"]),
        ("When Chile attacked, Peru refused.", "en", ["attacked: CHL", "refused: PER"]),
        ("Peru refused after Chile attacked.", "en", ["refused: PER", "attacked: CHL"]),
        ("Peru, which attacked Chile, refused.", "en", ["attacked: PER", "refused: PER"]),
        ("On Tuesday evening, Peru refused.", "en", ["refused: PER"]),
        ("Peru (population 34 million) refused.", "en", ["refused: PER"]),
    ],
)
def test_subjects(text: str, language: str, expected: list[str]) -> None:
    assert subjects(text, language) == sorted(expected)


Case = tuple[str, list[str]]

INDONESIAN: list[Case | ParameterSet] = [
    # active and passive
    ("Peru menuduh Chile melanggar perbatasan.", ["ACCUSE PER>CHL held"]),
    ("Chile dituduh Peru melanggar perbatasan.", ["ACCUSE PER>CHL held"]),
    ("Chile dituduh oleh Peru melanggar perbatasan.", ["ACCUSE PER>CHL held"]),
    ("Peru mengecam Chile.", ["ACCUSE PER>CHL held"]),
    ("Chile dikecam oleh Peru.", ["ACCUSE PER>CHL held"]),
    ("Tentara Mali menyerang Niger.", ["ASSAULT MLI>NER held"]),
    ("Niger diserang tentara Mali.", ["ASSAULT MLI>NER held"]),
    ("Pasukan Niger diserang oleh Mali.", ["ASSAULT MLI>NER held"]),
    # mutual
    ("Peru dan Chile menggelar perundingan.", ["CONSULT CHL=PER held"]),
    ("Perundingan antara Peru dan Chile digelar pada Senin.", ["CONSULT CHL=PER held"]),
    ("Menlu Peru bertemu dengan Menlu Chile.", ["CONSULT CHL=PER held"]),
    ("Menlu Peru dan Menlu Chile bertemu.", ["CONSULT CHL=PER held"]),
    ("Menlu Peru dan mitranya dari Chile bertemu.", ["CONSULT CHL=PER held"]),
    ("Peru sepakat dengan Chile untuk berdagang.", ["AGREE CHL=PER held"]),
    # speech: who accuses is the outer, who attacks the inner
    ("Peru menyatakan bahwa Mali menyerang Niger.", ["ASSAULT MLI>NER held"]),
    ("Menurut Peru, Mali menyerang Niger.", ["ASSAULT MLI>NER held"]),
    ("Peru menuduh Mali menyerang Niger.", ["ACCUSE PER>MLI held", "ASSAULT MLI>NER held"]),
    # a relative that says what somebody aims at ends at its comma
    ("Peru, yang datang untuk melihat laut, mengecam Mali.", ["ACCUSE PER>MLI held"]),
    (
        "Peru, yang berusaha untuk tidak menyinggung Niger, mengatakan mendukung Mali.",
        ["SUPPORT PER>MLI held"],
    ),
    ("Peru, yang datang untuk mengecam Mali.", []),
    # relatives
    (
        "Mali, yang menyerang Niger, menolak permintaan Peru.",
        ["ASSAULT MLI>NER held", "REJECT MLI>PER held", "REQUEST PER>MLI held"],
    ),
    # one subject, several verbs
    (
        "Peru mengusir diplomat Chile dan menarik duta besarnya.",
        ["SANCTION PER>CHL held"],
    ),
    ("Utusan khusus Peru di wilayah Mali mengecam Chile.", ["ACCUSE PER>CHL held"]),
    # an instance stands where its kind stands
    ("Peru dikecam oleh sejumlah negara, termasuk Chile, Mali, dan Niger.", ["ACCUSE CHL+MLI+NER>PER held"]),
    ("Sejumlah negara, termasuk Chile dan Mali, mengecam Peru.", ["ACCUSE CHL+MLI>PER held"]),
    ("Menlu Peru bertemu dengan sejumlah tokoh, seperti Presiden Mali.", ["CONSULT MLI=PER held"]),
    ("Seperti Mali, Peru mengecam Chile.", ["ACCUSE PER>CHL held"]),
    # the verb behind "selain" has the subject of its main clause
    (
        "Selain bertemu Menlu Mali, Menlu Peru juga menemui Menlu Niger.",
        ["CONSULT MLI=PER held", "CONSULT NER=PER held"],
    ),
    # whom a traveller calls on
    ("Menlu Peru bertamu ke tempat Presiden Mali.", ["CONSULT MLI=PER held"]),
    # where a traveller is received
    (
        "Menlu Peru, yang sedang melakukan lawatan di Mali, mengecam Chile.",
        ["ACCUSE PER>CHL held", "CONSULT MLI=PER held"],
    ),
    # an unknown name stands where the state behind it does
    ("Peru menjatuhkan sanksi terhadap Bank Niaga Mali.", ["SANCTION PER>MLI held"]),
    # whom the subject meets or calls to say it
    (
        "Menlu Peru menelepon Menlu Mali untuk berterima kasih.",
        ["CONSULT MLI=PER held", "SUPPORT PER>MLI held"],
    ),
    ("Menlu Peru menemui Menlu Mali meminta bantuan.", ["CONSULT MLI=PER held", "REQUEST PER>MLI held"]),
    # a date between a noun and its relative
    ("Menlu Kuba mengutip pernyataan Kemlu Peru, Senin lalu, yang mengecam Mali.", ["ACCUSE PER>MLI held"]),
    # who does what the object is
    ("Peru menyesalkan ancaman yang dilontarkan Mali.", ["ACCUSE PER>MLI held"]),
    # behind a verb of saying, "kalau" leads in what is said
    ("Menlu Peru menjelaskan kalau Mali mengecam Niger.", ["ACCUSE MLI>NER held"]),
    ("Kalau Mali mengecam Niger, Peru pergi.", []),
    # both do it to each other
    ("Mali dan Niger saling menuduh.", ["ACCUSE MLI>NER held", "ACCUSE NER>MLI held"]),
    # whose people or things the subject is
    ("Sejumlah politikus Peru mengecam Chile.", ["ACCUSE PER>CHL held"]),
    ("Duta besar Peru mengecam Chile.", ["ACCUSE PER>CHL held"]),
    ("Lima tentara Niger tewas dalam serangan udara Mali.", ["ASSAULT MLI>NER held"]),
    ("Peru mengecam Mali dan memuji Niger.", ["ACCUSE PER>MLI held", "SUPPORT PER>NER held"]),
    ("Peru mengecam Mali, sedangkan Chile memuji Niger.", ["ACCUSE PER>MLI held", "SUPPORT CHL>NER held"]),
    # physical acts
    ("Turki mengirim bantuan kepada Sudan.", ["AID TUR>SDN held"]),
    ("Prancis menarik pasukannya dari Mali.", ["RETREAT FRA>MLI held"]),
    ("Peru menahan kapal nelayan Chile.", ["COERCE PER>CHL held"]),
    ("Latihan bersama digelar Peru dan Chile.", ["COOPERATE CHL=PER held"]),
    # a clause that opens the sentence has the subject behind its comma
    ("Diserang Mali, Niger meminta bantuan Peru.", ["ASSAULT MLI>NER held", "REQUEST NER>PER held"]),
    ("Dituduh Peru, Chile mengecam Bolivia.", ["ACCUSE CHL>BOL held", "ACCUSE PER>CHL held"]),
    ("Diserang Mali pada Senin.", []),
]

ENGLISH: list[Case | ParameterSet] = [
    # a verb that is no infinitive does not go on with an aim
    (
        "Peru recalled its envoy to protest the raid, and urged Chile to free the crew.",
        ["REQUEST PER>CHL held"],
    ),
    (
        "Peru noted decisions by Mali to send troops, and underscored its readiness to help Chile.",
        ["AGREE CHL=PER held", "MOBILIZE MLI> held"],
    ),
    ("Peru noted decisions by Mali to train nurses and build roads in Chile.", []),
    ("Peru accused Chile of violating the border.", ["ACCUSE PER>CHL held"]),
    ("Chile was accused by Peru of violating the border.", ["ACCUSE PER>CHL held"]),
    ("Peru condemned Chile.", ["ACCUSE PER>CHL held"]),
    ("Chile was condemned by Peru.", ["ACCUSE PER>CHL held"]),
    ("Malian troops attacked Niger.", ["ASSAULT MLI>NER held"]),
    ("Niger was attacked by Malian troops.", ["ASSAULT MLI>NER held"]),
    ("Several countries, including Mali and Niger, condemned Peru.", ["ACCUSE MLI+NER>PER held"]),
    # a noun where its verb could stand
    ("Peru noted the November visit by the Chilean foreign minister to Paris.", ["CONSULT CHL=FRA held"]),
    (
        "Peru and Chile released a statement following a call with Bolivia.",
        ["CONSULT BOL=CHL=PER held"],
    ),
    ("Peru's president was met by Chile's president.", ["CONSULT CHL=PER held"]),
    ("Peru condemned in the strongest terms Chile's direct and unprovoked threats.", ["ACCUSE PER>CHL held"]),
    (
        "Peru condemned Chile's unprovoked and unjustified attack on Bolivia.",
        ["ACCUSE PER>CHL held", "ASSAULT CHL>BOL held"],
    ),
    # a partner whom his office places; where somebody is held
    (
        "Peru's president met with Jan Braun, adviser to the Chancellor of Germany.",
        ["CONSULT DEU=PER held"],
    ),
    ("Three Peruvian citizens were imprisoned in Mali.", ["COERCE MLI>PER held"]),
    ("Five Nigerien soldiers were killed in a Malian air strike.", ["ASSAULT MLI>NER held"]),
    # mutual
    ("Peru and Chile held talks.", ["CONSULT CHL=PER held"]),
    ("Talks between Peru and Chile were held on Monday.", ["CONSULT CHL=PER held"]),
    ("Peru's foreign minister met with Chile's foreign minister.", ["CONSULT CHL=PER held"]),
    ("The foreign ministers of Peru and Chile met.", ["CONSULT CHL=PER held"]),
    ("The Peruvian foreign minister met his Chilean counterpart.", ["CONSULT CHL=PER held"]),
    # speech
    ("Peru said that Mali attacked Niger.", ["ASSAULT MLI>NER held"]),
    ("According to Peru, Mali attacked Niger.", ["ASSAULT MLI>NER held"]),
    ("Mali attacked Niger, Peru said.", ["ASSAULT MLI>NER held"]),
    ("Peru accused Mali of attacking Niger.", ["ACCUSE PER>MLI held", "ASSAULT MLI>NER held"]),
    # relatives
    (
        "Mali, which attacked Niger, rejected Peru's request.",
        ["ASSAULT MLI>NER held", "REJECT MLI>PER held", "REQUEST PER>MLI held"],
    ),
    # one subject, several verbs
    ("Peru condemned Mali and praised Niger.", ["ACCUSE PER>MLI held", "SUPPORT PER>NER held"]),
    ("Peru condemned Mali, while Chile praised Niger.", ["ACCUSE PER>MLI held", "SUPPORT CHL>NER held"]),
    # an article may stand before the subject that a comma or "and" opens a clause with
    ("To protect Peru, the United States attacked Mali.", ["ASSAULT USA>MLI held"]),
    (
        "Peru condemned Mali, and the Chilean president praised Niger.",
        ["ACCUSE PER>MLI held", "SUPPORT CHL>NER held"],
    ),
    # a complement without a verb of its own takes none from what goes on behind it
    ("Peru said that the vote was over and thanked Chile.", ["SUPPORT PER>CHL held"]),
    ("Peru's leader, noting that rain was late, thanked Chile.", ["SUPPORT PER>CHL held"]),
    ("Peru, who said that the vote was over, called on Chile to leave.", ["REQUEST PER>CHL held"]),
    # marks that quote only some words of a clause
    ('Peru said it "rejects Chile\'s plan to build a dam there".', ["REJECT PER>CHL held"]),
    ("Peru's ministry \"strongly condemned Chile's decision to raise duties\".", ["ACCUSE PER>CHL held"]),
    # who tells of an attack urges, not who attacks
    (
        "Peru's leader said Chilean jets bombed Mali and urged Niger to send doctors.",
        ["ASSAULT CHL>MLI held", "REQUEST PER>NER held"],
    ),
    # physical acts
    ("Turkey sent aid to Sudan.", ["AID TUR>SDN held"]),
    ("France withdrew its troops from Mali.", ["RETREAT FRA>MLI held"]),
    ("Peru seized a Chilean fishing boat.", ["COERCE PER>CHL held"]),
    ("Peru and Chile held a joint military exercise.", ["COOPERATE CHL=PER held"]),
]


@pytest.mark.parametrize(("text", "expected"), INDONESIAN)
def test_indonesian(text: str, expected: list[str]) -> None:
    assert told(text, "id") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[str]) -> None:
    assert told(text, "en") == expected

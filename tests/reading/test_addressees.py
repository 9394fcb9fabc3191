"""What an act says itself of whom it reaches, and what does not: courts, helpers, what a thing is called."""

import pytest
from telling import told

#: Peru fought Chile; each case ends this way, so that the article has another whom an act could be meant for.
FOUGHT = ["ASSAULT PER>CHL held"]

CASES = [
    # About one's own, or about some sort of state: nobody else is meant.
    ("Peru menyerang Chile. Ketua DPR Chile memuji kerja keras pemerintah Chile.", FOUGHT),
    ("Peru menyerang Chile. Menlu Chile menyeru kepada tentara Chile untuk bersiap.", FOUGHT),
    ("Peru menyerang Chile. Menlu Chile menuding negara-negara pendukung resolusi.", FOUGHT),
    ("Prancis mengajak banyak negara di Eropa untuk membantu Mali.", ["REQUEST FRA>EUROPE held"]),
    # What it is called, who helped, where it is sued for.
    ("Peru menuding Chile sebagai kaki tangan Bolivia.", ["ACCUSE PER>CHL held"]),
    ("Peru menyerang Bolivia dengan bantuan Chile.", ["ASSAULT PER>BOL held"]),
    ("Peru menggugat Chile ke WTO.", ["ACCUSE PER>CHL held"]),
    # "-nya" by what its subject did before; a truce by whom one fights.
    (
        "Bolivia libur. Menlu Peru mengkritik Chile, menyebutnya sebagai musuh.",
        ["ACCUSE PER>CHL held"],
    ),
    ("Peru menyerang Chile. Menlu Chile meminta gencatan senjata.", [*FOUGHT, "REQUEST CHL>PER held"]),
    # Whose words somebody carries; who wrote the letter.
    (
        "Menlu Bolivia menyampaikan terima kasih Presiden Peru kepada Presiden Chile.",
        ["SUPPORT PER>CHL held"],
    ),
    (
        "Presiden Peru mengirim surat kepada Presiden Chile yang isinya memuji kebijakan Chile.",
        ["CONSULT CHL=PER held", "SUPPORT PER>CHL held"],
    ),
    # What the attack did, told behind whom it met; whom force meets where "by" brings who used it.
    (
        "Menlu Bolivia mengecam serangan Peru terhadap Chile, yang melukai 20 orang.",
        ["ACCUSE BOL>PER held", *FOUGHT],
    ),
    ("Peru marah menyusul tewasnya 60 warga Chile oleh tembakan tentara Bolivia.", ["ASSAULT BOL>CHL held"]),
    ("Menlu Chile tewas dalam serangan yang dilancarkan Peru.", FOUGHT),
    ("Serangan Peru dan Chile terjadi pada Senin.", []),
    # Goods under a tariff; what is asked and refused, or put forward, in one breath.
    ("Peru memberlakukan bea masuk atas baja dari Chile.", ["SANCTION PER>CHL held"]),
    ("Permintaan Chile itu ditolak Peru.", ["REQUEST CHL>PER held", "REJECT PER>CHL held"]),
    ("Desakan agar Peru menarik pasukannya disampaikan Chile.", ["REQUEST CHL>PER held"]),
    # A friend whose threat is told of; a charge that is doubted.
    ("Peru memperingatkan Chile tidak akan membiarkan Bolivia menyerang perbatasannya.", []),
    ("Peru mempertanyakan tuduhan Chile.", ["REJECT PER>CHL held", "ACCUSE CHL>PER held"]),
    # Brackets part nothing; a group is more than whose it is; the continent stands for its Union.
    ("Peru meminta Badan Energi Atom Internasional (IAEA) membuka kantor.", ["REQUEST PER>IAEA held"]),
    ("Israel menyerang kelompok militan Palestina Hamas.", ["ASSAULT ISR>HAMAS held"]),
    ("Uni Eropa libur. Ghana menggugat Eropa soal kakao.", ["ACCUSE GHA>EU held"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_an_act_reaches_whom_it_names(text: str, expected: list[str]) -> None:
    assert sorted(told(text, "id")) == sorted(expected)

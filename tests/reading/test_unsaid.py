"""Who did a deed, or whom it befell, where its clause names only one of them."""

import pytest
from telling import told

CASES = [
    # Who has whom in his hands, told before.
    (
        "Tentara Chile menyerang kapal Peru. Dua pelaut Peru ditahan.",
        "id",
        ["ASSAULT CHL>PER held", "COERCE CHL>PER held"],
    ),
    (
        "Abu Sayyaf menyandera tiga pelaut Peru. Para pelaut itu dibebaskan.",
        "id",
        ["ASSAULT ABU_SAYYAF>PER held", "RETREAT ABU_SAYYAF>PER held"],
    ),
    # A group's own state, and the one that it fights.
    ("Boko Haram menewaskan ribuan orang, kata PBB.", "id", ["ASSAULT BOKO_HARAM>NGA held"]),
    ("Hamas melepaskan dua puluh sandera, kata Peru.", "id", ["RETREAT HAMAS>ISR held"]),
    # A state's own people; not those of another who is named, nor at home.
    ("Militer Sudan menangkap puluhan aktivis. Peru berduka.", "id", ["COERCE SDN>SDN held"]),
    ("Polisi Peru menahan 40 orang, termasuk seorang warga Chile.", "id", ["COERCE PER>PER held"]),
    ("Polisi Indonesia menahan 40 orang.", "id", []),
    ("Junta Myanmar memberlakukan jam malam.", "id", ["COERCE MMR>MMR held"]),
    # By a town, whom help reaches and whom troops leave.
    ("Turki mengirim bantuan ke Lima. Chile libur.", "id", ["AID TUR>PER held"]),
    ("Turki menarik pasukannya dari Lima. Chile libur.", "id", ["RETREAT TUR>PER held"]),
    ("Jet Turki membom sasaran di sekitar Lima. Chile libur.", "id", ["ASSAULT TUR>PER held"]),
    ("Dua warga Turki ditangkap di bandara Lima.", "id", ["COERCE PER>TUR held"]),
    # Whose people protest against nobody else.
    ("Ribuan warga Peru turun ke jalan. Chile libur.", "id", ["PROTEST PER>PER held"]),
    ("Ribuan warga Indonesia turun ke jalan.", "id", []),
    # Two who fight, where a noun alone says so.
    (
        "Ghana menyerang Togo. Gencatan senjata berlaku sejak Senin.",
        "id",
        ["ASSAULT GHA>TGO held", "RETREAT GHA+TGO>GHA+TGO held"],
    ),
    ("Ghana memuji Togo. Pertempuran masih berkecamuk di luar kota.", "id", ["SUPPORT GHA>TGO held"]),
    # Whose an attack is that a noun tells of in passing, and whom it fights.
    (
        "Ghana menyerang Togo pada Mei. Korban gempuran Ghana mencapai 40 orang.",
        "id",
        ["ASSAULT GHA>TGO held"],
    ),
    # Whose the thing is that does it, also where it is counted.
    ("Kapal Peru dikepung empat perahu Chile.", "id", ["COERCE CHL>PER held"]),
    # Whom those serve who are penalised; not who only stands behind a comma.
    ("Norway imposed sanctions on 400 people enabling Peru's illegal war.", "en", ["SANCTION NOR>PER held"]),
    ("Norway sanctioned a network that ships Peruvian oil.", "en", ["SANCTION NOR>PER held"]),
    ("Norway sanctioned a network, helping Peru.", "en", []),
    # An armed band concedes to the state that it fights.
    ("Boko Haram declared a ceasefire on Monday.", "en", ["CONCEDE BOKO_HARAM>NGA held"]),
    # A deed that is repelled meets whoever repels it; a gerund behind an owner describes it.
    ("Peru has repelled Chile's vicious onslaught.", "en", ["ASSAULT CHL>PER held"]),
    ("They discussed Chile's continuing aggression in Peru.", "en", ["ASSAULT CHL>PER held"]),
    # Whose aid it is: of whom somebody thanks for it.
    ("He thanked Norway for its military aid to Peru.", "en", ["AID NOR>PER held"]),
    # What a verb of going on leaves to the next.
    ("Peru promised to continue helping Chile.", "en", ["AGREE CHL=PER held"]),
    # Against whose plan a crowd stands.
    ("Thousands marched in Lima against Chile's plan.", "en", ["PROTEST PER>CHL held"]),
    # A town that is taken is its state's.
    ("Congo is losing. M23 rebels took Goma.", "en", ["ASSAULT M23>COD held"]),
    ("Congo is losing. M23 rebels took a break.", "en", []),
    # What is done likewise.
    (
        "Peru mengusir tiga diplomat Chile. Bolivia mengikuti jejak Peru.",
        "id",
        ["SANCTION BOL>CHL held", "SANCTION PER>CHL held"],
    ),
    (
        "London mengusir 23 diplomat Rusia, yang dibalas Moskow dengan jumlah yang sama.",
        "id",
        ["SANCTION GBR>RUS held", "SANCTION RUS>GBR held"],
    ),
    # Whom aid, a sanction or an apology reaches that names nobody; none where the article tells of nobody else.
    (
        "Gempa melanda Peru. Presiden Peru berduka. Turki menyumbang satu juta dolar.",
        "id",
        ["AID TUR>PER held"],
    ),
    ("Turki menyumbang satu juta dolar.", "id", []),
    # Private people count for the state that the article tells of them.
    (
        "Ana Rojas, perawat asal Peru, bekerja di Santiago. Rojas ditangkap oleh polisi Chile.",
        "id",
        ["COERCE CHL>PER held"],
    ),
    (
        "Pilot Peru, Luis Quispe, hilang. Quispe diculik tentara Chile.",
        "id",
        ["ASSAULT CHL>PER held"],
    ),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_who_is_meant(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected

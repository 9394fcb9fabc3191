"""The grammar of titles: people in no list get their state and office from the words around their names.

All people here are invented. Cities named as places count as actors only in what reading makes of them later, so
a sentence that names one says so.
"""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from telling import article, meant, named, told, wrong

from kawat.reading import annotate
from kawat.reading.actors import find_mentions
from kawat.reading.lexicon import lexicon
from kawat.reading.mentions import Memory
from kawat.reading.scan import scan

Actor = tuple[str, str | None, str | None]

INDONESIAN: list[tuple[str, list[Actor]] | ParameterSet] = [
    # ranks, short names of bodies and the town of a post stand before a name and are no part of it
    ("Kepala BNPT RI Komjen Pol Arif Santosa tiba.", [("IDN", "Arif Santosa", "official")]),
    ("Konjen RI Jeddah Budi Arya Santoso tiba.", [("IDN", "Budi Arya Santoso", "ambassador")]),
    ("Konsul Jenderal Peru Jenewa tiba.", [("PER", None, "ambassador")]),
    ("Menteri Pertambangan Peru Nomor 7 tiba.", [("PER", None, "minister")]),
    ("Peru menunggu. Presiden ZQRX tiba.", [("PER", None, None)]),
    # titles that people of one state alone bear need no state; whoever leads a parliament is of the state spoken of
    ("Ketua MPR Wulan Santosa tiba.", [("IDN", "Wulan Santosa", "official")]),
    ("Arif Santosa, Ketua MPR, tiba.", [("IDN", "Arif Santosa", "official")]),
    ("Kepala Staf Kepresidenan Arif Santosa tiba.", [("IDN", "Arif Santosa", "official")]),
    ("Kepala Staf Kepresidenan Peru Ana Huaman tiba.", [("PER", "Ana Huaman", "official")]),
    ("Ketua DPR Wulan Santosa tiba.", [("IDN", "Wulan Santosa", "speaker")]),
    (
        "Chile menunggu. Ketua Majelis Nasional Pilar Soto tiba.",
        [("CHL", None, None), ("CHL", "Pilar Soto", "speaker")],
    ),
    ("Ketua Partai Melati Wulan Santosa tiba.", []),
    # whoever stands beside an official of a state without one of his own is of that state
    (
        "Wakil PM Chile Juan Rojas dan Menlu Ana Soto tiba.",
        [
            ("CHL", "Juan Rojas", "deputy_prime_minister"),
            ("CHL", "Ana Soto", "foreign_minister"),
        ],
    ),
    (
        "Delegasi Chile yang dipimpin Menlu Ana Soto tiba.",
        [("CHL", None, "official"), ("CHL", "Ana Soto", "foreign_minister")],
    ),
    (
        "PM Chile tiba. Menlu Wulan Santosa pergi.",
        [
            ("CHL", None, "prime_minister"),
            ("CHL", "Wulan Santosa", "foreign_minister"),
        ],
    ),
    # a title behind the comma is of the same man, unless he is known for another's
    ("Pemimpin baru Jerman, Kanselir Olaf Scholz, tiba.", [("DEU", "Olaf Scholz", "prime_minister")]),
    (
        "Dalam pertemuan dengan PM Fiji, Presiden Zelensky diam.",
        [("FJI", None, "prime_minister"), ("UKR", "Volodymyr Zelenskyy", "president")],
    ),
    # a number before what it counts is no capital
    ("Lima ribu tentara Chile tiba.", [("CHL", None, None)]),
    ("Lima negara menunggu.", []),
    ("Lima akan menunggu.", [("PER", None, None)]),
    # title, state, name
    ("Menteri Luar Negeri Estonia Kaja Rebane tiba.", [("EST", "Kaja Rebane", "foreign_minister")]),
    ("Menlu Estonia Kaja Rebane tiba.", [("EST", "Kaja Rebane", "foreign_minister")]),
    ("Presiden Zambia Mutale Banda marah.", [("ZMB", "Mutale Banda", "president")]),
    ("Perdana Menteri (PM) Fiji Sitiveni Rokotu tiba.", [("FJI", "Sitiveni Rokotu", "prime_minister")]),
    ("PM Fiji Sitiveni Rokotu tiba.", [("FJI", "Sitiveni Rokotu", "prime_minister")]),
    ("Kanselir Austria Jonas Edlinger tiba.", [("AUT", "Jonas Edlinger", "prime_minister")]),
    ("Raja Tonga Siaosi Tupou menyambut tamu.", [("TON", "Siaosi Tupou", "monarch")]),
    ("Menhan Peru Arturo Quispe pergi.", [("PER", "Arturo Quispe", "defence_minister")]),
    ("Menteri Pertahanan Peru Arturo Quispe pergi.", [("PER", "Arturo Quispe", "defence_minister")]),
    ("Wakil Menteri Luar Negeri Peru Ana Huaman pergi.", [("PER", "Ana Huaman", "deputy_foreign_minister")]),
    ("Wakil Presiden Ghana Ama Boateng pergi.", [("GHA", "Ama Boateng", "vice_president")]),
    ("Menteri Perdagangan Chile Pilar Soto pergi.", [("CHL", "Pilar Soto", "minister")]),
    # the name before the title
    ("Kaja Rebane, Menteri Luar Negeri Estonia, tiba.", [("EST", "Kaja Rebane", "foreign_minister")]),
    ("Menteri Luar Negeri Estonia, Kaja Rebane, tiba.", [("EST", "Kaja Rebane", "foreign_minister")]),
    # one of them is not all; whose coalition it is
    ("Negara Teluk itu diam, tetapi negara-negara Teluk lain marah.", [("GCC", None, None)]),
    # Oman is a person's name, too
    ("Polisi menahan Oman Rochman di Jakarta.", []),
    ("Oman menolak usul itu.", [("OMN", None, None)]),
    ("Pasukan koalisi pimpinan Arab Saudi tiba.", [("SAU", None, None)]),
    # the state behind the name: with "dari", in brackets; not where the name is another's, or the town left
    (
        "Menlu Kaja Rebane dari Estonia dan Menlu Pilar Soto dari Chile tiba.",
        [("EST", "Kaja Rebane", "foreign_minister"), ("CHL", "Pilar Soto", "foreign_minister")],
    ),
    (
        "Menlu Kaja Rebane (Estonia) dan Menlu Pilar Soto (Chile) tiba.",
        [("EST", "Kaja Rebane", "foreign_minister"), ("CHL", "Pilar Soto", "foreign_minister")],
    ),
    (
        "Presiden Vladimir Putin dari Chile terbang pulang.",
        [("RUS", "Vladimir Putin", "president"), ("CHL", None, None)],
    ),
    # titles that pile up, ranks, long names, particles
    ("Menteri Pertahanan Mali Jenderal Issa Cissoko tiba.", [("MLI", "Issa Cissoko", "defence_minister")]),
    ("Presiden Kenya Dr. Wanjiru Kamau tiba.", [("KEN", "Wanjiru Kamau", "president")]),
    (
        "Menlu Oman Salim bin Nasser al-Busra tiba.",
        [("OMN", "Salim bin Nasser al-Busra", "foreign_minister")],
    ),
    ("Presiden Togo Kofi A. Mensavi tiba.", [("TGO", "Kofi A. Mensavi", "president")]),
    ("Presiden Laos Bounmy Sou-Phan tiba.", [("LAO", "Bounmy Sou-Phan", "president")]),
    ("pemimpin baru Austria, Kanselir Jonas Edlinger, tiba", [("AUT", "Jonas Edlinger", "prime_minister")]),
    ("Perdana Menteri sementara Haiti Jean Dorval pergi.", [("HTI", "Jean Dorval", "prime_minister")]),
    ("Presiden Suriah Ahmed al-Tarawi tiba.", [("SYR", "Ahmed al-Tarawi", "president")]),
    # no name, no state
    ("Presiden Zambia marah.", [("ZMB", None, "president")]),
    ("Duta Besar Peru untuk Indonesia Luis Quispe tiba.", [("PER", "Luis Quispe", "ambassador")]),
    ("Duta Besar Indonesia untuk Peru Ratna Wulan tiba.", [("IDN", "Ratna Wulan", "ambassador")]),
    ("Utusan khusus Norwegia Ingrid Dahl tiba.", [("NOR", "Ingrid Dahl", "envoy")]),
    ("Sekretaris Jenderal NATO Pieter Vos tiba.", [("NATO", "Pieter Vos", "secretary_general")]),
    ("Sekjen PBB tiba.", [("UN", None, "secretary_general")]),
    # agents
    ("Pemerintah Peru menolak.", [("PER", None, None)]),
    ("Pejabat senior Kementerian Luar Negeri Peru menolak.", [("PER", None, None)]),
    ("Tentara Mali mundur.", [("MLI", None, None)]),
    ("Angkatan Laut Chile mundur.", [("CHL", None, None)]),
    ("Kementerian Pertahanan Chile menolak.", [("CHL", None, None)]),
    ("Kedutaan Besar Chile tutup.", [("CHL", None, None)]),
    # a ministry, or who speaks for one, of the capital told with it
    ("Kementerian Pertahanan di Lima menolak.", [("PER", None, None)]),
    (
        "Dari Lima, juru bicara Kemlu Juan Huaman menolak.",
        [("PER", None, None), ("PER", None, "spokesperson")],
    ),
    (
        "Di Lima, Menlu Chile Pilar Soto menolak.",
        [("CHL", "Pilar Soto", "foreign_minister")],
    ),
    # several
    ("Peru dan Chile sepakat.", [("PER", None, None), ("CHL", None, None)]),
    ("Peru, Chile, dan Bolivia sepakat.", [("PER", None, None), ("CHL", None, None), ("BOL", None, None)]),
    ("Peru-Chile sepakat.", [("PER", None, None), ("CHL", None, None)]),
    (
        "Menlu Peru Ana Huaman dan Menlu Chile Pilar Soto sepakat.",
        [("PER", "Ana Huaman", "foreign_minister"), ("CHL", "Pilar Soto", "foreign_minister")],
    ),
    (
        "Menlu Peru Ana Huaman menemui mitranya dari Chile, Pilar Soto.",
        [("PER", "Ana Huaman", "foreign_minister"), ("CHL", "Pilar Soto", "counterpart")],
    ),
    # what a ministry is in charge of stands between the title and its state
    (
        "Menteri Pemuda dan Olahraga Chile Pilar Soto pergi.",
        [("CHL", "Pilar Soto", "minister")],
    ),
    (
        "Menteri Pertanian, Perikanan dan Kehutanan Chile Pilar Soto pergi.",
        [("CHL", "Pilar Soto", "minister")],
    ),
    # joined to one that is known, an unknown one too
    (
        "Menteri Transportasi dan Kedirgantaraan Chile Pilar Soto pergi.",
        [("CHL", "Pilar Soto", "minister")],
    ),
    ("Kementerian Keuangan Chile menolak.", [("CHL", None, None)]),
    # names that begin small, in running text; what no capital marks is a mere word, but of a group
    ("Kemarin milisi Kurdi menolak.", [("KURDS", None, None)]),
    ("Kemarin kelompok pemberontak menolak.", [("REBELS", None, None)]),
    ("Kemarin pemberontak Suriah menolak.", [("SYRIAN_OPPOSITION", None, None)]),
    ("Kemarin milisi kurdi menolak.", []),
    ("Kemarin negara jiran dan junta militer menolak.", []),
    # a title over agents of a state, and a name before it
    (
        "Kepala Staf Angkatan Laut Chile Laksamana Pilar Soto pergi.",
        [("CHL", "Pilar Soto", "military_chief")],
    ),
    ("Jenderal Issa Cissoko, komandan pasukan Mali, tiba.", [("MLI", "Issa Cissoko", "military_chief")]),
    ("Jenderal Issa Cissoko, komandan senior Mali, tiba.", [("MLI", "Issa Cissoko", "military_chief")]),
    ("Wakil Menteri Dalam Negeri Mali Issa Cissoko tiba.", [("MLI", "Issa Cissoko", "official")]),
    ("Presiden dalam pidatonya menyapa Mali.", [("IDN", "Joko Widodo", "president"), ("MLI", None, None)]),
    (
        "Ana Huaman, Direktur Kantor Aset Strategis Kementerian Keuangan Peru, tiba.",
        [("PER", "Ana Huaman", "official")],
    ),
    ("Anggota Komisi X DPR RI, Rini Handoko, tiba.", [("IDN", "Rini Handoko", "official")]),
    (
        "Duta Besar Luar Biasa dan Berkuasa Penuh Peru untuk Indonesia, Luis Quispe, tiba.",
        [("PER", "Luis Quispe", "ambassador")],
    ),
    ("Raja Cissoko, Perdana Menteri Mali, tiba.", [("MLI", "Cissoko", "monarch")]),
    # organs that several states call alike are of the state behind them
    ("Juru bicara Kemlu Peru Ana Huaman menolak.", [("PER", "Ana Huaman", "spokesperson")]),
    ("Kemlu Peru menolak.", [("PER", None, None)]),
    ("Kemlu menolak.", [("IDN", None, None)]),
    # what stands in brackets is the nearer name
    (
        "Kepala Badan Energi Atom Internasional PBB (IAEA) Pieter Vos tiba.",
        [("IAEA", "Pieter Vos", "official")],
    ),
    ("Presiden Komisi Eropa Ingrid Dahl tiba.", [("EU", "Ingrid Dahl", "president")]),
    ("Markas itu bekerja dengan tentara Chile (DFA).", [("CHL", None, None)]),
    # a capital that only opens the sentence is no part of a known name
    (
        "Menlu Peru Ana Huaman tiba. Keputusan Huaman disesalkan.",
        [("PER", "Ana Huaman", "foreign_minister")],
    ),
    # any official, and one told of
    (
        "Menhan Peru Arturo Quispe pergi. Pejabat yang lain tinggal.",
        [("PER", "Arturo Quispe", "defence_minister")],
    ),
    # an envoy's town or region, a number, regions and organs of the own state within a title
    ("Duta Besar Peru di Jenewa, Ana Huaman, tiba.", [("PER", "Ana Huaman", "ambassador")]),
    ("Duta Besar Peru untuk PBB New York tiba.", [("PER", None, "ambassador")]),
    ("Utusan khusus Peru untuk Chile Ana Huaman tiba.", [("PER", "Ana Huaman", "envoy")]),
    ("Presiden Chile ke-5 Pilar Soto tiba.", [("CHL", "Pilar Soto", "president")]),
    ("Presiden ke-5 Chile Pilar Soto tiba.", [("CHL", "Pilar Soto", "president")]),
    ("Direktur Perlindungan WNI Kemlu Budi Arya tiba.", [("IDN", "Budi Arya", "official")]),
    (
        "Direktur Jenderal Asia Pasifik dan Afrika Kementerian Luar Negeri Budi Arya tiba.",
        [("IDN", "Budi Arya", "leader")],
    ),
    (
        "Menteri Angkatan Bersenjata Prancis Odile Marchal tiba.",
        [("FRA", "Odile Marchal", "defence_minister")],
    ),
    ("Menlu Oman Mohamed A Al Harthy tiba.", [("OMN", "Mohamed A Al Harthy", "foreign_minister")]),
    # a lone name before its office
    ("Suyono, Kepala Badan Riset dan Analisis Kemlu, tiba.", [("IDN", "Suyono", "official")]),
    ("Namun, Kepala Badan Riset Kemlu tiba.", [("IDN", None, "official")]),
    # who is no party
    ("Gubernur Jawa Barat Asep Surya tiba.", []),
    ("Pengamat Rini Handoko pesimistis.", []),
    ("Mantan Presiden Zambia Mutale Banda pesimistis.", []),
    ("Penyanyi Rini Handoko bernyanyi.", []),
    ("Ia naik pesawat Garuda Indonesia.", []),
    ("Gubernur Bali Made Surya tiba.", []),
    ("Gempa mengguncang Sumatera Barat.", []),
    ("Warga Papua Barat menunggu.", []),
    ("Wali Kota Riga Maris Kalnins tiba.", []),
]

ENGLISH: list[tuple[str, list[Actor]] | ParameterSet] = [
    # a longer name goes before a word within it
    ("Peru visited the West Bank.", [("PER", None, None), ("PSE", None, None)]),
    ("Peru accused the West.", [("PER", None, None), ("WEST", None, None)]),
    # state, title, name
    ("Estonian Foreign Minister Kaja Rebane arrived.", [("EST", "Kaja Rebane", "foreign_minister")]),
    ("Estonia's Foreign Minister Kaja Rebane arrived.", [("EST", "Kaja Rebane", "foreign_minister")]),
    ("Estonia's foreign minister, Kaja Rebane, arrived.", [("EST", "Kaja Rebane", "foreign_minister")]),
    ("Foreign Minister Kaja Rebane of Estonia arrived.", [("EST", "Kaja Rebane", "foreign_minister")]),
    ("Kaja Rebane, the foreign minister of Estonia, arrived.", [("EST", "Kaja Rebane", "foreign_minister")]),
    ("Kaja Rebane, Estonia's foreign minister, arrived.", [("EST", "Kaja Rebane", "foreign_minister")]),
    ("The foreign minister of Estonia, Kaja Rebane, arrived.", [("EST", "Kaja Rebane", "foreign_minister")]),
    ("Zambian President Mutale Banda was angry.", [("ZMB", "Mutale Banda", "president")]),
    ("President Mutale Banda of Zambia was angry.", [("ZMB", "Mutale Banda", "president")]),
    ("British Foreign Secretary Edith Marlow left.", [("GBR", "Edith Marlow", "foreign_minister")]),
    ("U.S. Secretary of State Edith Marlow left.", [("USA", "Edith Marlow", "foreign_minister")]),
    ("Austrian Chancellor Jonas Edlinger left.", [("AUT", "Jonas Edlinger", "prime_minister")]),
    ("King Siaosi Tupou of Tonga left.", [("TON", "Siaosi Tupou", "monarch")]),
    ("Peru's defence minister, Arturo Quispe, left.", [("PER", "Arturo Quispe", "defence_minister")]),
    ("Peru's Deputy Foreign Minister Ana Huaman left.", [("PER", "Ana Huaman", "deputy_foreign_minister")]),
    ("Ghana's Vice President Ama Boateng left.", [("GHA", "Ama Boateng", "vice_president")]),
    # ranks, long names, particles
    ("Malian Defence Minister General Issa Cissoko left.", [("MLI", "Issa Cissoko", "defence_minister")]),
    ("Kenyan President Dr. Wanjiru Kamau left.", [("KEN", "Wanjiru Kamau", "president")]),
    ("Omani Foreign Minister Salim bin Nasser left.", [("OMN", "Salim bin Nasser", "foreign_minister")]),
    # the office of whom one serves is not one's own
    (
        "Head of the Office of the President of Ghana Kwame Mensavi left.",
        [("GHA", "Kwame Mensavi", "official")],
    ),
    ("Ama Boateng, Chief of Cabinet of the President of Togo, left.", [("TGO", "Ama Boateng", "official")]),
    # who leads without acting for the state
    ("A delegation of Peruvian union leaders left.", []),
    ("A delegation of Peruvian officials left.", [("PER", None, "official")]),
    # names of offices are no people's
    ("Peru's Deputy Minister for Asset Affairs left.", [("PER", None, "official")]),
    ("Peru's ambassador, Mission Street, left.", [("PER", None, "ambassador")]),
    wrong(
        "the initial A. is taken for the article",
        "Togolese President Kofi A. Mensavi left.",
        [("TGO", "Kofi A. Mensavi", "president")],
    ),
    # no name
    ("The Zambian president was angry.", [("ZMB", None, "president")]),
    ("The president of Zambia was angry.", [("ZMB", None, "president")]),
    ("Peru's ambassador to Indonesia, Luis Quispe, left.", [("PER", "Luis Quispe", "ambassador")]),
    ("Norwegian special envoy Ingrid Dahl left.", [("NOR", "Ingrid Dahl", "envoy")]),
    ("NATO Secretary-General Pieter Vos left.", [("NATO", "Pieter Vos", "secretary_general")]),
    # agents
    ("The Peruvian government refused.", [("PER", None, None)]),
    ("Peru's government refused.", [("PER", None, None)]),
    ("The government of Peru refused.", [("PER", None, None)]),
    ("Officials from Peru refused.", [("PER", None, "official")]),
    ("Malian troops withdrew.", [("MLI", None, None)]),
    ("The Chilean navy withdrew.", [("CHL", None, None)]),
    # several
    ("Peru and Chile agreed.", [("PER", None, None), ("CHL", None, None)]),
    ("Peru, Chile and Bolivia agreed.", [("PER", None, None), ("CHL", None, None), ("BOL", None, None)]),
    (
        "Peruvian Foreign Minister Ana Huaman met her Chilean counterpart, Pilar Soto.",
        [("PER", "Ana Huaman", "foreign_minister"), ("CHL", "Pilar Soto", "counterpart")],
    ),
    # what a ministry is in charge of stands between the title and its state
    ("Minister of Youth and Sports Pilar Soto of Chile left.", [("CHL", "Pilar Soto", "minister")]),
    ("Chilean Minister for Trade, Energy and Water Pilar Soto left.", [("CHL", "Pilar Soto", "minister")]),
    # a description behind the name
    (
        "Pilar Soto, Security and Trade Adviser to the Chilean President, left.",
        [("CHL", "Pilar Soto", "official")],
    ),
    (
        "General Issa Cissoko, commander of the Malian forces, left.",
        [("MLI", "Issa Cissoko", "military_chief")],
    ),
    # a list of people is none
    (
        "Kaja Rebane, Chilean Foreign Minister Pilar Soto and others left.",
        [("CHL", "Pilar Soto", "foreign_minister")],
    ),
    # "its", "the" point to the state told before
    (
        "Peru waited. Its justice minister, Ana Huaman, left.",
        [("PER", None, None), ("PER", "Ana Huaman", "minister")],
    ),
    (
        "Peru waited. The labour minister, Ana Huaman, left.",
        [("PER", None, None), ("PER", "Ana Huaman", "minister")],
    ),
    (
        "Qatari Ambassador Amal bint Rashid Al Kuwari left.",
        [("QAT", "Amal bint Rashid Al Kuwari", "ambassador")],
    ),
    ("Peru waited. The foreign minister, a lawyer, left.", [("PER", None, None)]),
    (
        "Peruvian Special Envoy for the Horn of Africa Ana Huaman left.",
        [("PER", "Ana Huaman", "envoy")],
    ),
    # who is no party
    ("Governor Ann Marlow of Ohio left.", []),
    ("Analyst Ann Marlow was gloomy.", []),
    ("Former President Mutale Banda was gloomy.", []),
    ("Singer Ann Marlow sang.", []),
    ("Riga Mayor Maris Kalnins left.", []),
]


@pytest.mark.parametrize(("text", "expected"), INDONESIAN)
def test_indonesian(text: str, expected: list[Actor]) -> None:
    assert list(dict.fromkeys(named(text, "id"))) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[Actor]) -> None:
    assert list(dict.fromkeys(named(text, "en"))) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Menlu Peru Ana Huaman menyesal. Huaman lalu pergi.", "id"),
        ("Menurut Huaman, hari sudah larut. Menlu Peru Ana Huaman lalu pergi.", "id"),
        ("Peruvian Foreign Minister Ana Huaman was sorry. Huaman then left.", "en"),
        ("“Too late,” said Huaman. Peruvian Foreign Minister Ana Huaman then left.", "en"),
    ],
)
def test_a_part_of_a_name_is_the_person_named_in_full(text: str, language: str) -> None:
    assert named(text, language) == [("PER", "Ana Huaman", "foreign_minister")] * 2


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # of two presidents, a title alone means the first, or the last sentence's subject
        (
            "Presiden Peru Luz Rojas menelepon Presiden Chile Luis Soto. Presiden berterima kasih.",
            "id",
            ("PER", "Luz Rojas", "president"),
        ),
        (
            "President Luz Rojas of Peru called President Luis Soto of Chile. The President was grateful.",
            "en",
            ("PER", "Luz Rojas", "president"),
        ),
        # a vague title that points back means the person of its state last named
        (
            "Wakil Menlu Peru Ana Huaman tiba. Pejabat Peru itu menolak.",
            "id",
            ("PER", "Ana Huaman", "official"),
        ),
        (
            "Presiden Peru Luz Rojas menemui Menhan Chile Luis Soto. Pemimpin Peru itu tersenyum.",
            "id",
            ("PER", "Luz Rojas", "leader"),
        ),
        (
            "Peruvian Foreign Minister Ana Huaman arrived. The Peruvian official refused.",
            "en",
            ("PER", "Ana Huaman", "official"),
        ),
        ("Menlu Peru Ana Huaman tiba. Pejabat Peru menolak.", "id", ("PER", None, "official")),
        # a body has no prime minister
        (
            "NATO and Mali quarrelled. NATO refused. Prime Minister Issa Cissoko left.",
            "en",
            ("MLI", "Issa Cissoko", "prime_minister"),
        ),
        # the state that was only guessed gives way to the one told
        (
            "Menlu Rebane tiba. Kaja Rebane, Menlu Estonia, lalu pergi.",
            "id",
            ("EST", "Kaja Rebane", "foreign_minister"),
        ),
    ],
)
def test_a_title_alone(text: str, language: str, expected: Actor) -> None:
    assert named(text, language)[-1] == expected


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Amerika Serikat (AS) menolak.", "id", ["USA"]),
        ("Perserikatan Bangsa-Bangsa (PBB) menolak.", "id", ["UN"]),
        ("Republik Demokratik Kongo menolak.", "id", ["COD"]),
        ("Kremlin menolak.", "id", ["RUS"]),
        ("Gedung Putih menolak.", "id", ["USA"]),
        ("Negara-negara Barat menolak.", "id", ["WEST"]),
        ("Menurut Barat, Peru bersalah.", "id", ["WEST", "PER"]),
        ("Banjir melanda Jawa Barat.", "id", []),
        ("Sidang digelar di Kalimantan Barat.", "id", []),
        ("Siswa mengikuti UN 2017.", "id", []),  # an examination
        ("DPP partai itu menolak.", "id", []),
        ("Gempa berpusat di sebelah barat kota.", "id", []),
        ("Rusia mengecam Barat.", "id", ["RUS", "WEST"]),
        ("UN Women menolak.", "id", ["UN"]),
        ("The UN refused.", "en", ["UN"]),
        ("Washington dan sekutunya menolak.", "id", ["USA", "ALLIES"]),
        ("Palestina menolak.", "id", ["PSE"]),
        ("Taiwan menolak.", "id", ["TWN"]),
        ("Kosovo menolak.", "id", ["XKX"]),
        ("The United States refused.", "en", ["USA"]),
        ("The White House refused.", "en", ["USA"]),
        ("Downing Street refused.", "en", ["GBR"]),
        ("The European Union refused.", "en", ["EU"]),
        ("The Democratic Republic of Congo refused.", "en", ["COD"]),
        ("South Korea refused.", "en", ["KOR"]),
        ("North Korea refused.", "en", ["PRK"]),
        ("Niger and Nigeria refused.", "en", ["NER", "NGA"]),
        ("Guinea-Bissau refused.", "en", ["GNB"]),
        ("Guinea-Bissau menolak.", "id", ["GNB"]),
        ("Timor-Leste refused.", "en", ["TLS"]),
        ("KBRI Riyadh menolak.", "id", ["IDN"]),
        ("KJRI Jeddah menolak.", "id", ["IDN"]),
        ("KBRI Malaysia menolak.", "id", ["IDN"]),
        ("Kedutaan Peru Kairo menolak.", "id", ["PER"]),
        ("Kemlu Mesir menolak.", "id", ["EGY"]),
        ("Kemlu Beijing menolak.", "id", ["CHN"]),
        # a treaty that is named by its town is no government
        ("Togo left the Paris climate accord.", "en", ["TGO"]),
        ("Togo cited the Vienna Convention.", "en", ["TGO"]),
        ("Vienna cited the convention.", "en", ["AUT"]),
        ("Moscow condemned treaty violations by Togo.", "en", ["RUS", "TGO"]),
        ("Tehran signed agreements with Togo.", "en", ["IRN", "TGO"]),
        ("Kesepakatan Beijing dengan Togo ditolak Peru.", "id", ["CHN", "TGO", "PER"]),
        ("Togo mengutip Konvensi Wina.", "id", ["TGO"]),
        ("Wina menolak konvensi itu.", "id", ["AUT"]),
        ("Georgia Applewood refused.", "en", []),
        ("Jordan Applewood refused.", "en", []),
    ],
)
def test_codes(text: str, language: str, codes: list[str]) -> None:
    assert [code for code, _, _ in named(text, language)] == codes


@pytest.mark.parametrize(
    ("day", "person"), [("2019-05-15", "Joko Widodo"), ("2025-05-15", "Prabowo Subianto")]
)
def test_the_head_of_the_outlets_own_state_is_that_of_the_day(day: str, person: str) -> None:
    found = annotate(article("Presiden tiba di istana. Ia lalu pergi.", "id", published=day)).actors
    assert [a.person for a in found] == [person]


@pytest.mark.parametrize("outlet", ["Kompas", None])
def test_a_minister_without_a_state_is_of_the_outlets_own(outlet: str | None) -> None:
    given = {"outlet": outlet} if outlet else {}
    found = annotate(article("Menteri Luar Negeri Wulan Prawira tiba.", "id", **given)).actors
    assert [(a.country, a.person) for a in found] == [("IDN", "Wulan Prawira")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "President William Ruto received H.E. President Nana Akufo-Addo of Ghana.",
            "en",
            "CONSULT GHA=KEN held",
        ),
        ("Presiden Kenya menerima Y.M. Presiden Ghana Nana Akufo-Addo.", "id", "CONSULT GHA=KEN held"),
    ],
)
def test_a_style_of_address_stands_before_a_title(text: str, language: str, expected: str) -> None:
    assert told(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jokowi Temui Xi Pekan Depan", ["Joko Widodo", "Xi Jinping"]),
        ("Prabowo Temui Macron Hari Ini", ["Prabowo Subianto", "Emmanuel Macron"]),
        ("Wang Yi Temui Jokowi Titip Salam", ["Wang Yi", "Joko Widodo"]),
        ("Menlu Peru Ana Huaman Temui Xi Besok", ["Ana Huaman", "Xi Jinping"]),
        ("Abdel Fattah El-Sisi Temui Joko Widodo", ["Abdel Fattah el-Sisi", "Joko Widodo"]),
    ],
)
def test_a_headline_s_names_end_where_other_words_begin(text: str, expected: list[str]) -> None:
    lex = lexicon("id")
    found = find_mentions(scan(text, 0, len(text), lex, "title"), lex, Memory("2024-05-15", "IDN"))
    assert [side.person for m in found for side in m.sides] == expected


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Hakim Pengadilan Negeri Jakarta Utara memvonis Peru.", []),
        ("Juru bicara Polda Metro Jaya mengecam Peru.", []),
        ("Juru bicara Polri Rini Handoko mengecam Peru.", ["Rini Handoko"]),
    ],
)
def test_a_direction_is_no_person(text: str, people: list[str]) -> None:
    assert [person for _, person, _ in named(text, "id") if person] == people


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("Presiden Peru Ana Soto Ana Maria Soto tiba.", "id", ["Ana Soto", "Ana Soto"]),
        ("President Mohamed Abdullahi Mohamed of Peru refused.", "en", ["Mohamed Abdullahi Mohamed"]),
        ("Komandan Operasional Peru menolak.", "id", []),
        (
            "Presiden Peru Ana Applewoodberkata ya.",
            "id",
            ["Ana Applewoodberkata"],
        ),  # a name that nobody knows
        ("Presiden AS Joe Bidenmengatakan Chile menolak.", "id", ["Joe Biden"]),
        ("Presiden AS Joe Bidendengan Chile bertemu.", "id", ["Joe Biden"]),
        ("Presiden AS Joe Bidenuntuk kali ini menolak Chile.", "id", ["Joe Biden"]),
        ("Menteri Pertahanan Peru Juan RojasMenurut Chile, ia menolak.", "id", ["Juan Rojas"]),
    ],
)
def test_a_name_ends_where_it_begins_anew_or_white_space_was_lost(
    text: str, language: str, people: list[str]
) -> None:
    assert [person for _, person, _ in named(text, language) if person] == people


@pytest.mark.parametrize("behind", ["Jr.", "Jr., and others waited.", "Sr. of Chile."])
def test_a_suffix_behind_a_comma_is_no_name(behind: str) -> None:
    found = named(f"Peru waited. Ana Soto of Peru spoke.\nAbel M. Collins, {behind}", "en")
    assert found[0] == ("PER", None, None)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Menlu Palestina Riyad al-Maliki tiba. Riyad mengecam Peru.", "Riyad", "PSE"),
        ("Menlu Palestina Riyad al-Maliki tiba. Ia mendarat di Riyad.", "Riyad", "SAU"),
        ("Menlu Palestina Hasan Karimi tiba. Riyad mengecam Peru.", "Riyad", "SAU"),
    ],
)
def test_who_has_the_name_of_another_state_s_capital_is_meant_by_it(text: str, words: str, code: str) -> None:
    assert meant(text, "id", published="2022-05-15")[words] == code

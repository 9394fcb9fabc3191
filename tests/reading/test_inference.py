"""Whom and what the article means where the sentence does not say: the contact told before, whom an answer answers."""

from __future__ import annotations

import pytest
from telling import reports, short, told, wrong


@pytest.mark.parametrize(
    ("language", "text", "status", "duration"),
    [
        ("id", "Presiden Peru bertemu Presiden Chile. Pertemuan itu berlangsung dua jam.", "held", "PT2H"),
        ("en", "Peru's president met Chile's president. The meeting lasted two hours.", "held", "PT2H"),
        ("en", "Peru's president met Chile's president. The talks lasted two hours.", "held", "PT2H"),
        ("id", "Presiden Peru akan bertemu Presiden Chile. Pertemuan itu ditunda.", "postponed", None),
        ("en", "Peru's president will meet Chile's president. The meeting was postponed.", "postponed", None),
        ("id", "Presiden Peru akan mengunjungi Chile. Kunjungan itu batal.", "cancelled", None),
        wrong(
            "'that meeting' does not point back",
            "en",
            "Peru's president will meet Chile's president. That meeting was called off.",
            "cancelled",
            None,
        ),
        ("id", "Presiden Peru bertemu Presiden Chile. Pertemuannya berlangsung dua jam.", "held", "PT2H"),
        # what is not definite is another meeting
        ("en", "Peru's president met Chile's president. A meeting was cancelled.", "held", None),
        ("id", "Presiden Peru akan bertemu Presiden Chile. Pertemuan itu dibatalkan.", "cancelled", None),
        ("id", "Presiden Peru akan mengunjungi Chile. Namun, kunjungan tersebut ditunda.", "postponed", None),
        ("en", "Peru's president will meet Chile's president. The meeting was cancelled.", "cancelled", None),
    ],
)
def test_the_meeting_is_the_one_told_before(
    language: str, text: str, status: str, duration: str | None
) -> None:
    (report,) = [r for r in reports(text, language) if r.type == "CONSULT"]
    assert (report.status, report.duration) == (status, duration)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "id",
            "Presiden Peru bertemu Presiden Chile. Pertemuan berikutnya akan digelar di Quito bulan depan.",
            ["CONSULT CHL=PER held", "CONSULT CHL=PER planned"],
        ),
        (
            "id",
            "Peru dan Chile menggelar perundingan di Quito. Putaran berikutnya dijadwalkan pekan depan.",
            ["CONSULT CHL=PER held", "CONSULT CHL=PER planned"],
        ),
        (
            "en",
            "Peru and Chile held talks in Quito. The next round will take place in June.",
            ["CONSULT CHL=PER held", "CONSULT CHL=PER planned"],
        ),
        ("id", "Presiden Peru berpidato di Quito. Pertemuan berikutnya akan digelar bulan depan.", []),
    ],
)
def test_the_next_meeting_is_one_more_of_those_who_met(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of whom the sentence before began with
        ("Presiden Peru Ana Soto sakit. Lawatannya ke Chile ditunda.", ["CONSULT CHL=PER postponed"]),
        (
            "Menlu Peru berpidato di Quito. Pertemuannya dengan Menlu Chile akan digelar besok.",
            ["CONSULT CHL=PER planned"],
        ),
        # of whoever says so
        ("Presiden Peru mengatakan lawatannya ke Chile ditunda.", ["CONSULT CHL=PER postponed"]),
        (
            "Presiden Peru mengatakan pertemuan dengan Presiden Chile segera digelar di Lima.",
            ["CONSULT CHL=PER held"],
        ),
        # not where nobody was told of, and not of the very side that it is with
        ("Lawatannya ke Chile ditunda.", []),
        ("Menlu Chile sakit. Pertemuannya dengan Presiden Chile ditunda.", []),
    ],
)
def test_a_contact_of_one_side_is_of_whoever_was_told_of(text: str, expected: list[str]) -> None:
    assert told(text, "id") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Pertemuan itu dibatalkan."),
        ("en", "The meeting was cancelled."),
        ("id", "Hujan turun di Peru dan Chile. Pertemuan itu berlangsung dua jam."),
    ],
)
def test_a_meeting_that_nobody_told_of_is_none(language: str, text: str) -> None:
    assert told(text, language) == []


def test_an_act_is_no_meeting_to_point_back_to() -> None:
    assert told("Peru mengecam Chile. Pertemuan itu dibatalkan.", "id") == ["ACCUSE PER>CHL held"]


def test_the_meeting_is_the_last_one() -> None:
    text = (
        "Presiden Peru bertemu Presiden Chile. Hujan turun. Presiden Mali bertemu Presiden Niger. "
        "Pertemuan itu berlangsung dua jam."
    )
    assert {short(r): r.duration for r in reports(text, "id")} == {
        "CONSULT CHL=PER held": None,
        "CONSULT MLI=NER held": "PT2H",
    }


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # who blamed is answered
        ("Peru menuduh Chile. Chile membantah.", "id", ["ACCUSE PER>CHL held", "REJECT CHL>PER held"]),
        (
            "Peru menuduh Chile. Hujan turun. Chile menolak tuduhan itu.",
            "id",
            ["ACCUSE PER>CHL held", "REJECT CHL>PER held"],
        ),
        (
            "Peru accused Chile of violating the border. Chile rejected that.",
            "en",
            ["ACCUSE PER>CHL held", "REJECT CHL>PER held"],
        ),
        # a clitic is the other side's person
        (
            "Menlu Peru Ana Huaman tertawa. Presiden Chile Pilar Soto menemuinya.",
            "id",
            ["CONSULT CHL=PER held"],
        ),
        ("Menlu Peru Ana Huaman tertawa. Menlu Chile meneleponnya.", "id", ["CONSULT CHL=PER held"]),
        # force reaches whom it is used at, towards, on the border with
        ("Tentara Peru menyerang di perbatasan Chile.", "id", ["ASSAULT PER>CHL held"]),
        ("Peru menempatkan pasukan di perbatasan Chile.", "id", ["MOBILIZE PER>CHL held"]),
        ("Peru massed troops on the border with Chile.", "en", ["MOBILIZE PER>CHL held"]),
        # of what one says is done to one's own
        ("Peru said that Malian troops had killed three of its soldiers.", "en", ["ASSAULT MLI>PER held"]),
        ("Peru said that Malian troops had killed three soldiers.", "en", []),
        # what is condemned or hailed was done by those who did it last
        (
            "Chile and Peru signed a truce. Bolivia welcomed the agreement.",
            "en",
            ["SUPPORT BOL>CHL+PER held", "SUPPORT CHL+PER>CHL+PER held"],
        ),
        (
            "Chile and Peru agreed on a truce. The truce was hailed by Bolivia.",
            "en",
            ["AGREE CHL=PER held", "SUPPORT BOL>CHL+PER held"],
        ),
        (
            "Chile expelled two Peruvian envoys. Bolivia condemned the step.",
            "en",
            ["ACCUSE BOL>CHL held", "SANCTION CHL>PER held"],
        ),
        (
            "Chile expelled two Peruvian envoys. Bolivia condemned a flood.",
            "en",
            ["SANCTION CHL>PER held"],
        ),
        (
            "Chile expelled two Peruvian envoys. Peru expelled two in return.",
            "en",
            ["SANCTION CHL>PER held", "SANCTION PER>CHL held"],
        ),
        ("Chile expelled two Peruvian envoys. Peru expelled two.", "en", ["SANCTION CHL>PER held"]),
        # of what one is accused of, the accuser is the victim
        ("Peru menuduh Chile melakukan serangan.", "id", ["ACCUSE PER>CHL held", "ASSAULT CHL>PER held"]),
        # who did the deed that is spoken of; who acted before in the sentence
        (
            "Peru menyerang Chile. Mali mengecam serangan itu.",
            "id",
            ["ACCUSE MLI>PER held", "ASSAULT PER>CHL held"],
        ),
        (
            "Peru menahan dua warga Chile. Mali menyesalkan penahanan tersebut.",
            "id",
            ["ACCUSE MLI>PER held", "COERCE PER>CHL held"],
        ),
        (
            "Peru attacked Chile. Mali condemned the attack.",
            "en",
            ["ACCUSE MLI>PER held", "ASSAULT PER>CHL held"],
        ),
        ("Peru menyerang Chile. Mali mengecam serangan lain.", "id", ["ASSAULT PER>CHL held"]),
        (
            "Serangan Peru di kota itu dibahas. Mali mengecam serangan tersebut.",
            "id",
            ["ACCUSE MLI>PER held"],
        ),
        (
            "Peru menguji rudal balistik, Chile memprotes.",
            "id",
            ["ACCUSE CHL>PER held", "MOBILIZE PER> held"],
        ),
        # whose "warganya" are: of the subject, or, where it does something to them, of the one above
        ("Peru menuntut Chile membebaskan warganya.", "id", ["REQUEST PER>CHL held"]),
        ("Peru marah setelah Chile menahan warganya.", "id", ["COERCE CHL>PER held"]),
        (
            "Peru mengecam penangkapan dua warganya oleh Chile.",
            "id",
            ["ACCUSE PER>CHL held", "COERCE CHL>PER held"],
        ),
        ("Chile diam. Peru mengevakuasi warganya dari Lima.", "id", []),
        # whom a verb leaves unsaid: the other side of who recalls, fights on, is condemned by a third
        (
            "Peru mengecam Chile. Peru lalu memanggil pulang duta besarnya.",
            "id",
            ["ACCUSE PER>CHL held", "SANCTION PER>CHL held"],
        ),
        (
            "Tentara Peru menyerang Chile. Peru mengaku menembak jatuh dua jet tempur lawan.",
            "id",
            ["ASSAULT PER>CHL held"],
        ),
        (
            "Kapal Peru menangkap nelayan Chile. Bolivia mengecam tindakan itu.",
            "id",
            ["ACCUSE BOL>PER held", "COERCE PER>CHL held"],
        ),
        ("Peru mengecam Chile. Hakim Peru lalu memvonis dua pencuri.", "id", ["ACCUSE PER>CHL held"]),
        ("Peru mengecam Chile. Peru menembak jatuh dua pesawat.", "id", ["ACCUSE PER>CHL held"]),
        # "all four" are those told of together
        (
            "Peru, Chile, Bolivia, dan Kuba mengecam Togo. Keempatnya memuji Mali.",
            "id",
            ["ACCUSE BOL+CHL+CUB+PER>TGO held", "SUPPORT BOL+CHL+CUB+PER>MLI held"],
        ),
        # whose troops, whose ministry they are: of whom the sentence before, or this one, began with
        (
            "Peru menuding Chile. Dua hari kemudian tentaranya menyerbu Bolivia.",
            "id",
            ["ACCUSE PER>CHL held", "ASSAULT PER>BOL held"],
        ),
        ("Peru berang. Kementerian luar negerinya mengecam Chile.", "id", ["ACCUSE PER>CHL held"]),
        ("Peru menarik pasukannya dari Chile.", "id", ["RETREAT PER>CHL held"]),
        # "they" are the one party told of, where it is many people
        (
            "Pemberontak Houthi menyerang kapal Peru. Mereka mengancam Chile.",
            "id",
            ["ASSAULT HOUTHI>PER held", "THREATEN HOUTHI>CHL held"],
        ),
        # two of one side
        (
            "Dua warga Peru ditahan polisi Chile. Keduanya dideportasi Chile.",
            "id",
            ["COERCE CHL>PER held"],
        ),
        # no ground, no recipient
        ("Hujan turun di Peru. Chile membantah.", "id", []),
        # whom somebody calls on is not whom he blames
        (
            "Presiden Peru, yang sedang berkunjung ke Chile, mengutuk serangan itu.",
            "id",
            ["CONSULT CHL=PER held"],
        ),
        (
            "Presiden Peru, yang bertemu Presiden Chile, menolak usul itu.",
            "id",
            ["CONSULT CHL=PER held", "REJECT PER>CHL held"],
        ),
        (  # blame is of whom the article is about, not of whomever the actor just met
            "Tentara Chile merebut istana Presiden Chile. Bolivia bertemu Kuba di La Paz. "
            "Bolivia mengecam kekacauan itu.",
            "id",
            ["ACCUSE BOL>CHL held", "CONSULT BOL=CUB held"],
        ),
    ],
)
def test_the_side_that_the_sentence_leaves_unsaid(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # who asks that something be done asks it of whom the article tells of
        (
            "id",
            "Tentara Mali menahan dua dokter. Mali belum menjelaskan alasannya. Peru meminta keduanya dibebaskan.",
            ["REQUEST PER>MLI held"],
        ),
        (
            "id",
            "Sidang di Mali diawasi dunia. Mali diam saja. Menlu Peru menyerukan agar hukuman itu dibatalkan.",
            ["REQUEST PER>MLI held"],
        ),
        (
            "en",
            "Mali closed a camp. Mali gave no reason. Peru urged that the camp be opened again.",
            ["REQUEST PER>MLI held"],
        ),
        # what else is said is meant for whom it had to do with last
        (
            "id",
            "Menlu Peru menemui Menlu Chile. Menlu Peru menjanjikan listrik murah.",
            ["AGREE CHL=PER held", "CONSULT CHL=PER held"],
        ),
        (
            "id",
            "Presiden Peru menelepon Presiden Chile. Presiden Peru lalu mengucapkan terima kasih.",
            ["CONSULT CHL=PER held", "SUPPORT PER>CHL held"],
        ),
        # also of several who ask, and of one who agrees to do something
        (
            "id",
            "Mali membangun tembok. Mali diam saja. Peru dan Chile meminta agar tembok itu dirobohkan.",
            ["REQUEST CHL+PER>MLI held"],
        ),
        (
            "id",
            "Menlu Peru menemui Menlu Chile. Chile, kata Menlu Peru, setuju menurunkan harga.",
            ["AGREE CHL=PER held", "CONSULT CHL=PER held"],
        ),
        # what is given or let go is of whom it had to do with last
        (
            "id",
            "Menlu Chile menelepon Menlu Mali. Mali lalu membebaskan dua dokter.",
            ["CONSULT CHL=MLI held", "RETREAT MLI>CHL held"],
        ),
        (
            "id",
            "Presiden Peru menemui Presiden Chile. Peru juga memberikan beasiswa.",
            ["AID PER>CHL held", "CONSULT CHL=PER held"],
        ),
        ("id", "Tentara Mali membebaskan dua dokter.", []),
        # what is asked for may be a noun; who welcomes need not have had to do with them
        (
            "id",
            "Perang di Mali berlanjut. Mali kehabisan obat. Menlu Peru menyerukan gencatan senjata.",
            ["REQUEST PER>MLI held"],
        ),
        ("id", "Pemilu di Mali usai. Mali tenang. Peru menyambut gembira.", ["SUPPORT PER>MLI held"]),
        ("id", "Pemilu di Mali usai. Mali tenang. Peru meminta waktu.", ["REQUEST PER>MLI held"]),
        # told of but once, it is hardly what the article is about
        ("id", "Pemilu di Mali usai. Peru meminta waktu.", []),
        # all sides are no list of whom the sentence before told; who may ask has not asked
        (
            "id",
            "Perang di Mali berlanjut. Mali kehabisan obat. Menlu Peru menyerukan agar semua pihak menahan diri.",
            ["REQUEST PER>MLI held"],
        ),
        ("id", "Perang di Mali berlanjut. Mali kehabisan obat. Peru berhak meminta laporan dikirim.", []),
        # a party named once, by the way, is not whom the article tells of
        ("id", "Hujan turun di Chile. Menlu Peru meminta jembatan diperbaiki.", []),
        # a promise to nobody whom the actor had to do with
        ("id", "Chile menang. Chile juara. Menlu Peru menjanjikan listrik murah.", []),
        # a denial answers the other party that the article is about
        ("id", "Chile punya laut. Chile punya kapal. Menlu Peru menolak bir.", ["REJECT PER>CHL held"]),
        ("id", "Chile punya laut. Menlu Peru menolak bir.", []),
        # not where the actor last had to do with a third
        (
            "id",
            "Chile punya laut. Chile punya kapal. Peru memuji Mali. Peru menuntut jalan baru.",
            ["SUPPORT PER>MLI held"],
        ),
        # who gives in, and who leaves his office, does it to nobody
        ("id", "Chile punya laut. Chile punya kapal. Peru membuka pintu.", []),
        (
            "id",
            "Chile punya laut. Chile punya kapal. Perdana Menteri Peru mengundurkan diri.",
            ["RETREAT PER> held"],
        ),
        # blame has more targets: it must have been named last, too
        ("id", "Chile marah. Chile pergi. Mali datang. Menlu Peru mengutuk kudeta.", []),
        ("id", "Chile marah. Mali datang. Chile pergi. Menlu Peru mengutuk kudeta.", ["ACCUSE PER>CHL held"]),
    ],
)
def test_an_act_of_words_that_names_nobody_is_meant_for_the_other_party(
    language: str, text: str, expected: list[str]
) -> None:
    assert [x for x in told(text, language) if "ASSAULT" not in x and "COERCE" not in x] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what both made is praised of both
        (
            "Peru dan Chile mencapai kesepakatan dagang. Kenya memuji kesepakatan dagang itu.",
            ["AGREE CHL=PER held", "SUPPORT KEN>CHL+PER held"],
        ),
        (
            "Peru dan Chile menggelar perundingan di Quito. Kenya menyambut hasil perundingan.",
            ["CONSULT CHL=PER held", "SUPPORT KEN>CHL+PER held"],
        ),
        # whose it is goes before
        (
            "Peru dan Chile mencapai kesepakatan dagang. Kenya memuji kesepakatan Mali.",
            ["AGREE CHL=PER held", "SUPPORT KEN>MLI held"],
        ),
        # nobody made it who is known
        ("Kenya menyambut baik kesepakatan itu.", []),
    ],
)
def test_what_two_made_is_praised_of_both(text: str, expected: list[str]) -> None:
    assert told(text, "id") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru's president criticised Chile and the Chilean government. On Monday Peru cut off aid.",
            ["ACCUSE PER>CHL held", "SANCTION PER>CHL held"],
        ),
        ("Peru cut off aid.", []),  # the article tells of nobody else
        ("Chile fought with Peru. Peru has agreed to a ceasefire.", ["CONCEDE PER>CHL held"]),
    ],
)
def test_whom_a_penalty_or_a_ceasefire_meets_that_names_no_state(text: str, expected: list[str]) -> None:
    assert [x for x in told(text, "en") if "ASSAULT" not in x and "AGREE" not in x] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # of what the sentence before told, though nothing of it is an event by itself
        ("id", "Mali melarang impor garam. Togo dan Chad mengecam aturan itu.", ["ACCUSE TCD+TGO>MLI held"]),
        (
            "en",
            "Mali has banned salt. Togo and Chad condemned the rule as unfair.",
            ["ACCUSE TCD+TGO>MLI held"],
        ),
        ("en", "Mali has lifted fees for nurses. Togo welcomed the move.", ["SUPPORT TGO>MLI held"]),
        # one more of its sort
        (
            "id",
            "Mali mengecam aksi Peru. Togo menyuarakan keprihatinan serupa.",
            ["ACCUSE MLI>PER held", "ACCUSE TGO>PER held"],
        ),
        (
            "en",
            "Mali imposed sanctions on Peru. Togo imposed similar sanctions.",
            ["SANCTION MLI>PER held", "SANCTION TGO>PER held"],
        ),
        # nothing points back
        ("en", "Mali closed its airports. Togo condemned the weather.", []),
        ("id", "Mali menutup bandara. Togo mengecam hama belalang.", []),
    ],
)
def test_whose_deed_an_act_of_words_answers(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is expressed to nobody in particular is said to whom one met or called
        (
            "Peru's president called Chile's president to express his condolences.",
            ["CONSULT CHL=PER held", "SUPPORT PER>CHL held"],
        ),
        (
            "President Ana Quispe of Peru met Chile's president. She expressed her sympathy for the victims.",
            ["CONSULT CHL=PER held", "SUPPORT PER>CHL held"],
        ),
        # but not where somebody else is met for it
        ("Peru's president said that he had felt sympathy. Chile's president slept.", []),
        # whoever is met for something to be said is told it
        (
            "Peru's president will visit Chile to reaffirm Peru's commitment to Bolivia's security.",
            ["CONSULT CHL=PER planned", "SUPPORT PER>BOL planned"],
        ),
        # to do it is an aim still
        ("Peru's president met Chile's president to end support for Bolivia.", ["CONSULT CHL=PER held"]),
    ],
)
def test_what_is_expressed_reaches_whom_it_is_said_to(text: str, expected: list[str]) -> None:
    assert sorted(told(text, "en")) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "-nya" behind a verb of blame is a deed: of who did the last one, else of whom the article names most
        ("Chile menyerang Mali. Peru menyebutnya agresi.", "ACCUSE PER>CHL held"),
        ("Chile menutup jalan. Chile diam. Mali datang. Peru mengecamnya.", "ACCUSE PER>CHL held"),
        # "katanya": the person last told of
        ("Menlu Peru tiba. Chile, katanya, melanggar hukum internasional.", "ACCUSE PER>CHL held"),
        # a quotation of several sentences is spoken by whoever is named at its end, or before it
        ("“Chile melanggar perjanjian. Kami marah,” kata Menlu Peru.", "ACCUSE PER>CHL held"),
        ("Menlu Peru berkata: “Kami marah. Chile melanggar perjanjian. Sudah.”", "ACCUSE PER>CHL held"),
        # officials told with a capital
        ("Dari Lima, kementerian luar negeri mengecam Chile.", "ACCUSE PER>CHL held"),
        ("Di Lima, sejumlah pejabat senior mengecam Chile.", "ACCUSE PER>CHL held"),
    ],
)
def test_who_blames_whom_by_what_the_article_told(text: str, expected: str) -> None:
    assert expected in told(text, "id")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a crowd of nobody is of the state where something was last told to happen, else of the article's main one
        ("Hujan turun di Lima. Ribuan orang berunjuk rasa di depan Kedutaan Chile.", "PROTEST PER>CHL held"),
        (
            "Peru menang. Peru jaya. Ribuan orang berunjuk rasa di depan Kedutaan Chile.",
            "PROTEST PER>CHL held",
        ),
        # a rally's own verb says against whom it is
        ("Demonstrasi menolak kunjungan Presiden Chile digelar di Lima.", "PROTEST PER>CHL held"),
        # a denial of what the own side did
        ("Chile marah. Chile protes. Menlu Peru membantah Peru mencuri peta.", "REJECT PER>CHL held"),
        # what is called a thing without a party is the other side's
        ("Chile menutup jalan. Chile diam. “Ini kesalahan besar,” kata Menlu Peru.", "ACCUSE PER>CHL held"),
    ],
)
def test_who_protests_and_answers_by_what_the_article_told(text: str, expected: str) -> None:
    assert expected in told(text, "id")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind a passive "-nya" is who does it: the last subject, or that of the clause above
        ("Menlu Peru Ana Huaman berpidato. Langkah Chile dikecamnya.", "ACCUSE PER>CHL held"),
        ("Menlu Peru menyesalkan sikap Chile yang dinilainya tidak adil.", "ACCUSE PER>CHL held"),
        # what was asked or charged is refused by whoever was asked or charged
        ("Chile menuduh Peru mencuri. Tuduhan itu dibantah.", "REJECT PER>CHL held"),
        ("Peru meminta Chile mundur. Permintaan Peru itu diabaikan.", "REJECT CHL>PER held"),
        # what a paper says, its author says
        ("Peru marah. Pernyataan itu juga mengecam Chile.", "ACCUSE PER>CHL held"),
    ],
)
def test_who_acts_where_only_a_clitic_a_paper_or_the_article_tells(text: str, expected: str) -> None:
    assert expected in told(text, "id")


@pytest.mark.parametrize(
    "text",
    [
        "Chile mengumumkan aturan. Aturan itu dibantah.",
        "Chile menuduh Peru mencuri. Permintaan Mali itu diabaikan.",
        "Peru marah. Harga itu menekan Chile.",
    ],
)
def test_nobody_acts_where_nothing_points_to_one(text: str) -> None:
    assert not [x for x in told(text, "id") if x.startswith(("REJECT", "REQUEST"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a deed told as "that step", "that policy": whoever did the last one
        ("Chile menyerang Peru. Presiden Bolivia mengecam tindakan itu.", "ACCUSE BOL>CHL held"),
        ("Peru menutup perbatasannya dengan Chile. Kebijakan itu diprotes Bolivia.", "ACCUSE BOL>PER held"),
        # what is put forward and turned down
        ("Bolivia mengusulkan patroli bersama. Gagasan itu ditentang Peru.", "REJECT PER>BOL held"),
        ("Peru tiga kali meminta ekstradisi kepada Chile, tetapi ditolak.", "REJECT CHL>PER held"),
        # words that come from somebody, like the last ones
        (
            "Menlu Bolivia meminta Chile mundur. Seruan serupa datang dari Kanada dan Uni Eropa.",
            "REQUEST CAN+EU>CHL held",
        ),
        # who asks both sides means those of whom the article is, not the two named last
        (
            "Peru menyerang Chile. Peru dan Chile saling tuduh. Bolivia memuji Kanada dan Kuba. "
            "Ghana meminta kedua negara menahan diri.",
            "REQUEST GHA>CHL+PER held",
        ),
        # what an office is in charge of, behind its body
        ("Utusan Khusus PBB untuk Urusan Air Ana Soto mengecam Chile.", "ACCUSE UN>CHL held"),
        ("Peru memanggil Komisaris Tinggi Chile di Lima.", "ACCUSE PER>CHL held"),
        # names are no words that keep a verb from telling
        ("Menlu Peru mendorong Dewan Kerja Sama Teluk agar bersatu.", "REQUEST PER>GCC held"),
    ],
)
def test_whom_words_of_that_deed_of_both_sides_or_from_somebody_mean(text: str, expected: str) -> None:
    assert expected in told(text, "id")


@pytest.mark.parametrize(
    "text",
    [
        "Barang itu datang dari Chile. Tuntutan Peru muncul dari pasar.",
        "Pelaut itu, yang ditolak, pulang ke Chile. Peru libur.",
    ],
)
def test_nobody_says_what_does_not_come_from_a_party(text: str) -> None:
    assert told(text, "id") == []


@pytest.mark.parametrize(
    ("name", "later"), [("Ana Wu", "Wu"), ("Hashim Thaçi", "Thaci"), ("Riyad al-Maliki", "Maliki")]
)
def test_people_are_known_by_each_way_to_write_their_last_name(name: str, later: str) -> None:
    text = f"Menteri Luar Negeri Peru {name} tiba di Fiji. {later} mengecam Chile."
    assert "ACCUSE PER>CHL held" in told(text, "id")

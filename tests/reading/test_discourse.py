"""Who is meant by 'he', 'we', 'both leaders': whom the article spoke of, or who speaks behind a quotation."""

from __future__ import annotations

import pytest
from telling import meant, reports, short, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            '"Peru mengecam serangan Mali terhadap Niger," kata juru bicara Peru, Diego Salas.',
            "id",
            ["ACCUSE PER>MLI held", "ASSAULT MLI>NER held"],
        ),
        ("Menlu Niger Omar Saley berpidato. Ia mengecam Mali.", "id", ["ACCUSE NER>MLI held"]),
        ("Menlu Niger Omar Saley berpidato. Saley mengecam Mali.", "id", ["ACCUSE NER>MLI held"]),
        # of officials without names the subject is meant; a name is sooner than none
        (
            "Presiden Niger menemui mitranya dari Chad. Ia mengecam Mali.",
            "id",
            ["ACCUSE NER>MLI held", "CONSULT NER=TCD held"],
        ),
        (
            "The president of Niger met Chadian President Ali Bongor. He condemned Mali.",
            "en",
            ["ACCUSE TCD>MLI held", "CONSULT NER=TCD held"],
        ),
        ("Nigerien Foreign Minister Omar Saley spoke. He condemned Mali.", "en", ["ACCUSE NER>MLI held"]),
        (
            "Niger refused. Its president will meet Malian President Issa Cissoko next week.",
            "en",
            ["CONSULT MLI=NER planned"],
        ),
        # whom somebody else calls on: the two of whom the sentence before told
        (
            "Togo accused Chad of piracy. Mali urged both sides to talk.",
            "en",
            ["ACCUSE TGO>TCD held", "REQUEST MLI>TCD+TGO held"],
        ),
        (
            "Togo menuduh Chad. Mali mendesak kedua pihak menahan diri.",
            "id",
            ["ACCUSE TGO>TCD held", "REQUEST MLI>TCD+TGO held"],
        ),
        (
            "Togo accused Chad of piracy. Togo later said both countries would hold talks.",
            "en",
            ["ACCUSE TGO>TCD held", "CONSULT TCD=TGO planned"],
        ),
        # whose an official is: of whom the clause begins with, else of whom the sentence before told
        (
            "Niger menolak. Presidennya akan bertemu Presiden Mali Issa Cissoko pekan depan.",
            "id",
            ["CONSULT MLI=NER planned"],
        ),
        (
            "Nigerien President Omar Saley spoke with Malian President Issa Cissoko. They condemned Chad's raid.",
            "en",
            ["ACCUSE MLI+NER>TCD held", "CONSULT MLI=NER held"],
        ),
        (
            "Nigerien President Omar Saley spoke with Malian President Issa Cissoko. He thanked him for the help.",
            "en",
            ["CONSULT MLI=NER held", "SUPPORT NER>MLI held"],
        ),
        (
            "Togo mengkritik Chad. Niger mengatakan menteri luar negerinya akan mengunjungi Mali pekan depan.",
            "id",
            ["ACCUSE TGO>TCD held", "CONSULT MLI=NER planned"],
        ),
        ("Niger menyatakan utusannya telah bertemu Presiden Mali.", "id", ["CONSULT MLI=NER held"]),
        (
            "Togo criticised Chad, while Niger said its envoy would visit Mali next week.",
            "en",
            ["ACCUSE TGO>TCD held", "CONSULT MLI=NER planned"],
        ),
        (
            "Togo criticised Chad. Niger said its foreign minister had met the President of Mali.",
            "en",
            ["ACCUSE TGO>TCD held", "CONSULT MLI=NER held"],
        ),
        (
            "Togo criticised Chad. In Bamako, its foreign minister met the President of Mali.",
            "en",
            ["ACCUSE TGO>TCD held", "CONSULT MLI=TGO held"],
        ),
        (
            "Togo criticised Chad. Niger recalled its ambassador to Mali.",
            "en",
            ["ACCUSE TGO>TCD held", "SANCTION NER>MLI held"],
        ),
        (
            "Togo mengecam Chad. Niger memanggil pulang duta besarnya di Mali.",
            "id",
            ["ACCUSE TGO>TCD held", "SANCTION NER>MLI held"],
        ),
        ('"Kami mengecam Mali," kata Menlu Niger Omar Saley.', "id", ["ACCUSE NER>MLI held"]),
        ('"We condemn Mali," Nigerien Foreign Minister Omar Saley said.', "en", ["ACCUSE NER>MLI held"]),
        ("Menlu Niger Omar Saley berpidato. “Kami mengecam Mali,” katanya.", "id", ["ACCUSE NER>MLI held"]),
    ],
)
def test_who_is_meant(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # a ministry in a capital, authorities in a state
        (
            "The foreign ministry in Lima said that it had asked Chile for help.",
            "en",
            ["REQUEST PER>CHL held"],
        ),
        ("Peru has asked the authorities in Chile for help.", "en", ["REQUEST PER>CHL held"]),
        # each side and the other
        (
            "Peru met Chile. Each side accused the other of lying.",
            "en",
            ["ACCUSE CHL>PER held", "ACCUSE PER>CHL held", "CONSULT CHL=PER held"],
        ),
        ('"Kami mengecam Chile," kata Menteri Luar Negeri Peru Ana Huaman.', "id", ["ACCUSE PER>CHL held"]),
        ('"Kami mengecam Chile," kata Ana Huaman, Menlu Peru.', "id", ["ACCUSE PER>CHL held"]),
        ("“We condemn Chile,” said Peruvian Foreign Minister Ana Huaman.", "en", ["ACCUSE PER>CHL held"]),
        (
            '"Kami akan mengirim bantuan kepada Sudan," tutur Presiden Turki Emre Kaya.',
            "id",
            ["AID TUR>SDN planned"],
        ),
        (
            '"We will send aid to Sudan," Turkish President Emre Kaya said.',
            "en",
            ["AID TUR>SDN planned"],
        ),
        # not the one spoken of before
        (
            'Menlu Mali Issa Cissoko berpidato. "Kami mengecam Chile," kata Menlu Peru Ana Huaman.',
            "id",
            ["ACCUSE PER>CHL held"],
        ),
        (
            'Malian Foreign Minister Issa Cissoko spoke. "We condemn Chile," Peru\'s foreign minister said.',
            "en",
            ["ACCUSE PER>CHL held"],
        ),
        # each quotation its own
        (
            '"Kami mengecam Chile," kata Menlu Peru. "Kami memuji Bolivia," kata Menlu Niger.',
            "id",
            ["ACCUSE PER>CHL held", "SUPPORT NER>BOL held"],
        ),
        # nobody named behind it: the one spoken of before
        (
            'Menlu Peru Ana Huaman berpidato. "Kami mengecam Chile." Hujan turun.',
            "id",
            ["ACCUSE PER>CHL held"],
        ),
        # outside quotation marks, "we" is the one spoken of before
        ("Menlu Peru Ana Huaman berpidato. Pihaknya mengecam Chile.", "id", ["ACCUSE PER>CHL held"]),
        # who is of no state condemns for none
        ('"Kami mengecam Chile," kata pengamat Rini Handoko.', "id", []),
        ('"We condemn Chile," analyst Ann Marlow said.', "en", []),
    ],
)
def test_we_is_who_is_named_behind_the_quotation(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Presiden Peru Luz Rojas mengecam Chile. Ia juga mengecam Bolivia.",
            "id",
            ["ACCUSE PER>BOL held", "ACCUSE PER>CHL held"],
        ),
        (
            "Peruvian Foreign Minister Ana Huaman arrived. She met Chilean Foreign Minister Pilar Soto.",
            "en",
            ["CONSULT CHL=PER held"],
        ),
        ("Peru dan Chile bersengketa. Kedua negara menggelar perundingan.", "id", ["CONSULT CHL=PER held"]),
        ("Peru and Chile quarrelled. The two countries held talks.", "en", ["CONSULT CHL=PER held"]),
        (
            "Menlu Peru Ana Huaman dan Menlu Chile Pilar Soto tertawa. Kedua menteri bertemu.",
            "id",
            ["CONSULT CHL=PER held"],
        ),
        (
            "Peruvian Foreign Minister Ana Huaman and Chilean Foreign Minister Pilar Soto laughed. They met.",
            "en",
            ["CONSULT CHL=PER held"],
        ),
        (
            "Hujan turun di Chile. Menlu Peru Ana Huaman mengunjungi negara itu.",
            "id",
            ["CONSULT CHL=PER held"],
        ),
        # "that country" is not the one that the sentence began with, but where it tells what it will do itself
        ("Hujan turun di Chile. Peru membantu negara itu.", "id", ["AID PER>CHL held"]),
        ("It rained in Chile. Peru supported that country.", "en", ["SUPPORT PER>CHL held"]),
        ("Hujan turun di Mali. Peru mengatakan negara itu mengecam Chile.", "id", ["ACCUSE PER>CHL held"]),
        # the authorities are those of the state spoken of most, though a body was named since
        (
            "Hujan turun di Mali. Mali basah. Chile tidak. PBB mencatat bahwa pihak berwenang menahan warga Peru.",
            "id",
            ["COERCE MLI>PER held"],
        ),
        # a ministry is that of the state whose organ was spoken of; an alliance is a body
        (
            "Kementerian Luar Negeri Peru mengamati Chile. Kementerian itu mengecam Bolivia.",
            "id",
            ["ACCUSE PER>BOL held"],
        ),
        (
            "Menlu Peru Ana Huaman berpidato tentang Chile. Kementerian tersebut mengecam Bolivia.",
            "id",
            ["ACCUSE PER>BOL held"],
        ),
        ("NATO berlatih di Estonia. Aliansi itu mengecam Rusia.", "id", ["ACCUSE NATO>RUS held"]),
        ("Hamas berlatih di Gaza. Aliansi itu mengecam Rusia.", "id", []),
        # to whom he says it is another
        (
            "Menlu Peru Ana Soto berpidato. Kepada Menlu Chile Luz Rojas ia meminta bantuan.",
            "id",
            ["REQUEST PER>CHL held"],
        ),
        # nobody spoken of
        ("Kedua menteri bertemu.", "id", []),
        ("They met Chilean officials.", "en", []),
    ],
)
def test_what_refers_means_whom_the_article_spoke_of(text: str, language: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # those who met, three of them
        (
            "Peru, Chile dan Bolivia bertemu. Mereka mengecam Mali.",
            "id",
            "ACCUSE BOL+CHL+PER>MLI held",
        ),
        (
            "Peru, Chile and Bolivia met on Monday. The participants condemned Mali.",
            "en",
            "ACCUSE BOL+CHL+PER>MLI held",
        ),
        # the authorities of the state spoken of
        ("Hujan turun di Chile. Pihak berwenang menahan warga Peru.", "id", "COERCE CHL>PER held"),
        ("It rained in Chile. The authorities arrested Peruvian citizens.", "en", "COERCE CHL>PER held"),
        ("Hujan turun di Mali. Polisi di Lima menahan warga Chile.", "id", "COERCE PER>CHL held"),
        # only some of them, a thing of theirs, or those of a town unknown here
        ("Hujan turun di Chile. Ratusan polisi menahan warga Peru.", "id", ""),
        ("Hujan turun di Chile. Pos polisi menahan warga Peru.", "id", ""),
        ("Hujan turun di Chile. Polisi Kotabesar menahan warga Peru.", "id", ""),
    ],
)
def test_those_told_of_together_or_last(text: str, language: str, expected: str) -> None:
    assert (expected in told(text, language)) if expected else (told(text, language) == [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We, the leaders of Peru and Chile, spoke of the attack. We condemn Mali.",
            "ACCUSE CHL+PER>MLI held",
        ),
        ("As leaders of Peru and Chile, we are friends. We condemn Mali.", "ACCUSE CHL+PER>MLI held"),
        # one state: the subject of what is "our"
        ("Chile stands with our allies. We condemn the attack by Mali.", "ACCUSE CHL>MLI held"),
        (
            "We condemn the attack by Mali. We made clear that Chile will go on with our work.",
            "ACCUSE CHL>MLI held",
        ),
    ],
)
def test_a_statement_is_of_those_who_declare_it(text: str, expected: str) -> None:
    assert expected in told(text, "en")


TRANSCRIPT = """PRESIDENT SOTO OF CHILE: Mr. President, welcome.

PRESIDENT ROJAS OF PERU: Thank you, Mr. President. {}"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [("We thank you.", "SUPPORT PER>CHL held"), ("We will send aid to your country.", "AID PER>CHL planned")],
)
def test_you_is_the_other_one_who_speaks(said: str, expected: str) -> None:
    found = reports("Remarks by both\n\n" + TRANSCRIPT.format(said), "en")
    assert expected in [short(r) for r in found]


#: outlet, text -> reports
SPEAKING = [
    # on its own page a government says "we" and "I" of itself
    ("The White House", "Peru", "We met with Peru's foreign minister on Monday.", ["CONSULT PER=USA held"]),
    (
        "The White House",
        "Chile",
        "I spoke with President Luis Soto of Chile today.",
        ["CONSULT CHL=USA held"],
    ),
    # a newspaper does not
    ("Reuters", "Peru", "We met with Peru's foreign minister on Monday.", []),
    # in a quotation it is whoever says it
    (
        "The White House",
        "Chile",
        '"We condemn the attack by Mali," said the foreign minister of Chile.',
        ["ACCUSE CHL>MLI held"],
    ),
    # an outlet whose name is that of an office or organ speaks for its state
    ("President of Chile", "Remarks", "We condemn the attack by Mali.", ["ACCUSE CHL>MLI held"]),
    (
        "Ministry of Foreign Affairs of Chile",
        "Statement",
        "We condemn the attack by Mali.",
        ["ACCUSE CHL>MLI held"],
    ),
    ("Chile Today", "Comment", "We condemn the attack by Mali.", []),
    # an office and its state, parted; an embassy of one in another
    ("Ministry of External Affairs, India", "Note", "We condemn Mali.", ["ACCUSE IND>MLI held"]),
    ("Department of Mines, Republic of Chile", "Note", "We condemn Mali.", ["ACCUSE CHL>MLI held"]),
    ("Chilean High Commission, Nairobi", "Note", "We condemn Mali.", ["ACCUSE CHL>MLI held"]),
    ("Embassy of Chile in Ghana", "Note", "We condemn Mali.", ["ACCUSE CHL>MLI held"]),
    ("Prime Minister's Office of Chile", "Note", "We condemn Mali.", ["ACCUSE CHL>MLI held"]),
    ("Chile News Agency, Accra", "Note", "We condemn Mali.", []),
    # those who declare what is theirs
    (
        "Press release",
        "Note",
        "The Governments of Chile and Peru reaffirm our friendship. We condemn the attack by Mali.",
        ["ACCUSE CHL+PER>MLI held"],
    ),
    # in a transcript it is whose turn it is
    (
        "The White House",
        "Remarks",
        "PRESIDENT SOTO OF CHILE: Thank you all. We condemn the attack by Mali.",
        ["ACCUSE CHL>MLI held"],
    ),
]


@pytest.mark.parametrize(("outlet", "title", "text", "expected"), SPEAKING)
def test_we_is_who_speaks(outlet: str, title: str, text: str, expected: list[str]) -> None:
    found = reports(f"{title} and other matters\n\n{text}", "en", outlet=outlet)
    assert sorted(short(r) for r in found) == expected


@pytest.mark.parametrize("name", ["Elizabeth I", "World War I"])
def test_a_numeral_is_nobody(name: str) -> None:
    assert told(f"{name} met the president of Chile.", "en") == []


#: what is said on a government's own page, the phrase in the last sentence -> whom it means
REMARKS = [
    # contractions, and "us" beside the state
    ("Chile is near. We’ve met.", "We’ve", "USA"),
    ("Chile is near. I'm glad.", "I'm", "USA"),
    ("Chile is near. They thanked us.", "us", "USA"),
    # the page's own president, whoever was named before
    ("We met President Soto of Chile. The President was glad.", "President", "USA"),
    # a speaker in capitals, whose name no list has in capitals
    ("PRESIDENT WIDODO: Thank you. We will go on.", "We", "IDN"),
    # whoever is called
    ("President Soto of Chile, welcome. We like your country.", "your country", "CHL"),
    (
        "It rained in Lima, Peru. President Soto of Chile, welcome. We like your country.",
        "your country",
        "CHL",
    ),
    ("Chile is near. Mr. Prime Minister, welcome.", "Mr. Prime Minister", "CHL"),
    # nobody is
    ("We met President Soto of Chile. You know, it rained.", "You know", None),
    ("We met President Soto of Chile. We thank all of you.", "you", ""),
    # who asks speaks for nobody, and to the one who answers; who answers speaks to nobody
    ("PRESIDENT SOTO OF CHILE: We met.\n\nQ Mr. President, do you hope?", "you", "CHL"),
    ("PRESIDENT SOTO OF CHILE: We met.\n\nQ Mr. President, can we ask?", "we", ""),
    ("PRESIDENT SOTO OF CHILE: Hm.\n\nQ Yes?\n\nPRESIDENT SOTO OF CHILE: As I told you.", "you", ""),
]


@pytest.mark.parametrize(("text", "phrase", "code"), REMARKS)
def test_remarks_are_made_by_somebody_to_somebody(text: str, phrase: str, code: str | None) -> None:
    assert meant(f"Remarks on other matters\n\n{text}", "en", outlet="The White House").get(phrase) == code


#: text, language, phrase in the last sentence -> whom it means
REFERRING = [
    # "they": several whom the sentence or the last one began with
    ("Peru dan Chile berunding. Hujan turun. Mereka lelah.", "id", "Mereka", "PER+CHL"),
    ("Menlu Peru Ana Huaman memuji Chile dan Bolivia atas usaha mereka.", "id", "mereka", "CHL+BOL"),
    # one party of many people, that of the sentence before all others
    ("Mali dan Niger bersengketa. Pasukan Peru tiba. Mereka mendapat makanan.", "id", "Mereka", "PER"),
    ("Mali dan Niger bersengketa. Peru mengatakan warga mereka aman.", "id", "mereka", "PER"),
    ("Mali and Niger quarrelled. Peruvian troops landed. They were fed.", "en", "They", "PER"),
    ("Mali and Niger quarrelled. Peruvian officials said that they were safe.", "en", "they", "PER"),
    # not where the last sentence told of others, nor a state that is only where they are
    ("Pasukan Peru tiba. Hujan turun. Mereka mendapat makanan.", "id", "Mereka", ""),
    ("Hujan turun. Musik Peru membuat mereka senang.", "id", "mereka", ""),
    # armed people told of; but not a group, nor one that is named
    ("Taliban marah. Mali menolak. Peru mendekati kelompok itu.", "id", "kelompok itu", "TALIBAN"),
    ("Taliban marah. Mali menolak. Peru mendekati para pemberontak.", "id", "para pemberontak", "TALIBAN"),
    ("The Taliban frowned. Mali refused. Peru warned the group.", "en", "group", "TALIBAN"),
    ("The Taliban frowned. Mali refused. Peru warned the rebels.", "en", "rebels", "TALIBAN"),
    # a short name in brackets is the nearer one
    ("Penyelamat Rohingya (ARSA) datang.", "id", "Rohingya (ARSA)", "ARSA"),
    # a single person is not many, but people who spoke are
    ("Peruvian President Luz Rojas spoke. The leaders were tired.", "en", "The leaders", ""),
    (
        "Peruvian President Luz Rojas spoke with Malian President Issa Cissoko. President Rojas smiled. They agreed.",
        "en",
        "They",
        "PER+MLI",
    ),
    # "he": whom the sentence named; "him": another
    (
        "Presiden Mali Issa Cissoko marah. Presiden Peru Luz Rojas mengatakan bahwa ia lelah.",
        "id",
        "ia",
        "PER",
    ),
    (
        "Malian President Issa Cissoko frowned. Peruvian President Luz Rojas said that he was tired.",
        "en",
        "he",
        "PER",
    ),
    (
        "Malian President Issa Cissoko frowned. Peruvian President Luz Rojas greeted him.",
        "en",
        "him",
        "MLI",
    ),
    # police and armies: of the official who was named, else of the state that the article speaks of most
    ("Hujan turun di Mali. Presiden Peru Luz Rojas memerintahkan polisi pulang.", "id", "polisi", "PER"),
    ("It rained in Mali. Peruvian President Luz Rojas sent the army home.", "en", "the army", "PER"),
    ("Peru berkabung. Bendera Peru turun. Mali ikut berduka. Polisi berjaga.", "id", "Polisi", "PER"),
    # its own side: of the last person told of in the sentence
    ("Mali marah. Menlu Peru Ana Huaman mengatakan negaranya siap.", "id", "negaranya", "PER"),
    ("Menlu Mali Issa Cissoko berpidato. Ia mengatakan Peru mengancam negaranya.", "id", "negaranya", "MLI"),
    # "it" as a subject: who was named right before its verb, else whom the sentence or the last one began with
    ("Mali frowned. Peru said it had detained two men.", "en", "it", "PER"),
    ("Peru frowned. It expelled two men.", "en", "It", "PER"),
    ("Peru blamed Mali and said it would attack.", "en", "it", "PER"),
    ("Peru frowned after Mali said it would attack.", "en", "it", "MLI"),
    ("Mali frowned. The company said it would attack.", "en", "it", ""),
    ("Mali and Niger quarrelled. It attacked.", "en", "It", ""),
    # the ministry of whoever was told of; an official of whom only the office was told
    ("Peru expelled a Malian envoy. The ministry frowned.", "en", "The ministry", "PER"),
    ("Peru greeted the Malian ambassador. The ambassador smiled.", "en", "ambassador", "MLI"),
    ("Peru's foreign minister greeted the Malian envoy. The minister smiled.", "en", "minister", "PER"),
    ("Dubes Mali tiba di Peru. Duta besar itu tersenyum.", "id", "Duta besar", "MLI"),
    # in a quotation, the one who is named before it
    ('Mali marah. Menlu Peru Ana Huaman berkata, "Kami siap."', "id", "Kami", "PER"),
    ('Mali frowned. Peruvian President Luz Rojas said, "We are ready."', "en", "We", "PER"),
]


@pytest.mark.parametrize(("text", "language", "phrase", "codes"), REFERRING)
def test_what_refers_means_whom_the_sentence_began_with(
    text: str, language: str, phrase: str, codes: str
) -> None:
    assert meant(text, language)[phrase] == codes


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The Taliban frowned. Peru asked the group of experts.", "group"),
        ("The Taliban frowned. Peru asked a group.", "group"),
    ],
)
def test_not_every_group_is_armed(text: str, phrase: str) -> None:
    assert phrase not in meant(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Peru frowned. It is clear why.",
        "Peru frowned. Mali denied it.",
        "Peru frowned. Mali accused it of lying.",
    ],
)
def test_it_is_a_party_only_where_it_acts(text: str) -> None:
    assert not {"it", "It"} & set(meant(text, "en"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Menlu Peru bertemu Menlu Chile. Mereka sepakat bertemu kembali.", "PER+CHL"),
        ("Peru dikritik Menlu Chile. Mereka menolak kritik itu.", "PER"),
    ],
)
def test_they_are_more_than_one_minister(text: str, code: str) -> None:
    assert meant(text, "id")["Mereka"] == code


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        # of the state that the sentence named before
        (
            "Menhan Peru Ana Soto tiba di Santiago dan bertemu koleganya, Pedro Rojas.",
            "koleganya, Pedro Rojas",
            "CHL",
        ),
        ("Dari Chile, Menhan Peru Ana Soto menelepon mitranya.", "mitranya", "CHL"),
        # where the two met
        ("Menlu Peru Ana Soto bertemu mitranya Pedro Rojas di Santiago.", "mitranya Pedro Rojas", "CHL"),
        # whom the one spoken of met before
        ("Menlu Peru Ana Soto mengunjungi Chile. Ia bertemu mitranya pada Senin.", "mitranya", "CHL"),
        # his own comrade, and nobody told
        ("Menlu Peru Ana Soto menelepon mitranya.", "mitranya", ""),
        ("Tentara Peru dan rekannya menyerang Chile.", "rekannya", ""),
    ],
)
def test_a_counterpart_is_of_the_other_state_told_of(text: str, phrase: str, code: str) -> None:
    assert meant(text, "id")[phrase] == code


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("Menlu Peru Ana Soto tiba. Menteri itu bertemu Menlu Chile.", "Menteri", "PER"),
        ("Menhan Chile Pilar Rojas tiba. Menteri tersebut menolak.", "Menteri", "CHL"),
    ],
)
def test_the_minister_is_the_one_the_sentence_before_began_with(text: str, phrase: str, code: str) -> None:
    assert meant(text, "id")[phrase] == code


def test_no_minister_is_a_president() -> None:
    assert "Menteri" not in meant("Presiden Peru Ana Soto tiba. Menteri itu menolak.", "id")


def test_a_counterpart_is_known_by_name_from_then_on() -> None:
    text = "Menlu Peru Ana Soto tiba di Santiago dan bertemu koleganya, Pedro Rojas. Rojas menelepon Menlu Bolivia."
    assert told(text, "id") == ["CONSULT BOL=CHL held", "CONSULT CHL=PER held"]

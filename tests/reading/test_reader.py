"""Small whole articles: what they report, and what they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telling import article, reports, short, surveyed, told, wrong

from kawat.reading import read as read_by_coder
from kawat.reading import read_by_grammar as read
from kawat.reading.drafts import only_supported
from kawat.reading.model import Report

VISIT = """Menlu Peru dan Chile Bertemu di Bogota

BOGOTA, WARTA ANDES - Menteri Luar Negeri Peru Ana Huaman bertemu Menteri Luar Negeri Chile Pilar Soto di Bogota, \
Selasa (14/5/2024). Pertemuan berlangsung tertutup.

Dalam kesempatan itu, Huaman mengundang Soto untuk berkunjung ke Lima.

Sehari sebelumnya, Presiden Peru Luz Rojas menelepon Presiden Bolivia Marco Choque.

"Peru mengecam serangan Mali terhadap Niger," kata juru bicara Kementerian Luar Negeri Peru, Diego Salas.

Pertandingan liga sepak bola Chile ditunda karena hujan.
"""

BORDER = """Mali expels Nigerien envoys after border clash

BAMAKO, May 14 (Sahel Wire) - Mali expelled three diplomats from Niger on Tuesday, its foreign ministry said.

Malian Foreign Minister Awa Traore accused Niger of shelling a border post on May 10.

Niger rejected the accusation. Nigerien President Sani Boubou will meet Malian President Issa Cissoko in Lome next week.

Shares in Bamako rose two percent.
"""

DOMESTIC_ID = """Gubernur Resmikan Jembatan Baru di Cilacap

CILACAP - Gubernur Jawa Tengah meresmikan jembatan sepanjang 200 meter, Selasa (14/5/2024). Ia bertemu para nelayan \
dan mendengarkan keluhan mereka soal harga solar.

Bupati Cilacap meminta warga menjaga kebersihan. Polisi menangkap dua pencuri besi jembatan pekan lalu.

Anggota DPRD mengkritik lambatnya pembangunan jalan menuju pelabuhan.
"""

DOMESTIC_EN = """Council rejects plan for new bridge

LEEDS - Councillors rejected a plan for a new bridge on Tuesday after residents protested against the cost.

The mayor met local shopkeepers and promised to look again at parking fees. Police arrested two men last week.
"""

SPORT_ID = """Timnas Indonesia Bertemu Vietnam di Semifinal

JAKARTA - Timnas Indonesia akan bertemu Vietnam pada laga semifinal turnamen di Stadion Merdeka, Jumat (17/5/2024). \
Pelatih Vietnam memuji gelandang Indonesia.

Indonesia menyerang sejak babak pertama ketika mengalahkan Thailand. Kiper Thailand dua kali gagal menghalau tendangan \
striker Indonesia, dan gol pertama lahir pada menit ke-12.
"""

SPORT_EN = """France meet Spain in semifinal

PARIS - France will meet Spain in the semifinal of the tournament on Friday. The Spain coach praised the French \
midfielder.

France attacked from the first whistle against Italy. The Italy goalkeeper saved a penalty, but the striker scored \
two goals in the league stadium and the team won the match.
"""

BUSINESS = """Penjualan Kopi Naik Tajam

Penjualan kopi di Bandung naik 12 persen pada April. Pemilik kedai mengatakan permintaan datang dari mahasiswa.

Menurut asosiasi pedagang, harga biji kopi akan turun pada Juni karena panen raya.
"""


def _one(found: list[Report], start: str) -> Report:
    (report,) = [r for r in found if short(r).startswith(start)]
    return report


def test_an_indonesian_article() -> None:
    found = reports(VISIT, "id")
    assert {
        "CONSULT CHL=PER held",
        "REQUEST PER>CHL held",
        "CONSULT BOL=PER held",
        "ASSAULT MLI>NER held",
    } <= {short(r) for r in found}
    meeting = _one(found, "CONSULT CHL=PER held")
    assert [p.person for p in (*meeting.actors, *meeting.recipients)] == ["Ana Huaman", "Pilar Soto"]
    assert (meeting.mode, meeting.date) == ("in-person", "2024-05-14")
    assert meeting.place is not None and meeting.place.country == "COL"
    assert "Menlu Peru dan Chile Bertemu di Bogota" in [q.quote for q in meeting.evidence]
    call = _one(found, "CONSULT BOL=PER held")
    assert [p.person for p in (*call.actors, *call.recipients)] == ["Luz Rojas", "Marco Choque"]
    assert call.mode == "phone"
    assert not any("Pertandingan" in q.quote for r in found for q in r.evidence)


def test_an_english_article() -> None:
    found = reports(BORDER, "en")
    assert {
        "SANCTION MLI>NER held",
        "ACCUSE MLI>NER held",
        "REJECT NER>MLI held",
        "CONSULT MLI=NER planned",
    } <= {short(r) for r in found}
    assert _one(found, "SANCTION MLI>NER").date == "2024-05-14"
    accusation = _one(found, "ACCUSE MLI>NER")
    assert [p.person for p in accusation.actors] == ["Awa Traore"]
    meeting = _one(found, "CONSULT MLI=NER")
    assert (meeting.mode, meeting.date) == ("in-person", "2024-05-20/2024-05-26")
    assert {p.person for p in (*meeting.actors, *meeting.recipients)} == {"Sani Boubou", "Issa Cissoko"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        wrong(
            "a spokesperson's bare name in a later sentence is nobody",
            "Juru bicara pemerintah Peru Diego Salas berpidato. Salas mengecam Chile.",
            "id",
        ),
        ("Peruvian Foreign Ministry spokesman Diego Salas spoke. He condemned Chile.", "en"),
    ],
)
def test_a_spokesperson_named_before_is_quoted_where_the_name_stands(text: str, language: str) -> None:
    (report,) = reports(text, language)
    (speaker,) = report.attributed_to
    assert text[speaker.start : speaker.end] == speaker.name
    assert "Salas" in speaker.name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Penyanyi itu bertemu Menlu Peru dan Menlu Chile.", "id"),
        ("Analysts met officials from Peru and Chile.", "en"),
    ],
)
def test_whom_a_private_person_meets_do_not_meet_each_other(text: str, language: str) -> None:
    assert told(text, language) == []


def test_a_spokesperson_acts_as_the_government() -> None:
    for text, language in [
        ("Juru bicara Kementerian Luar Negeri Peru Diego Salas mengecam Chile.", "id"),
        ("Peruvian Foreign Ministry spokesman Diego Salas condemned Chile.", "en"),
    ]:
        (report,) = reports(text, language)
        assert [(p.country, p.person) for p in report.actors] == [("PER", None)]
        assert [s.name for s in report.attributed_to] == [text[: text.index(" mengecam")] if language == "id"
                                                          else text[: text.index(" condemned")]]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (DOMESTIC_ID, "id"),
        (DOMESTIC_EN, "en"),
        (SPORT_ID, "id"),
        (SPORT_EN, "en"),
        (BUSINESS, "id"),
        ("Hujan turun.", "id"),
        ("Peru.", "id"),
        ("Peru dan Chile.", "id"),
        ("Bertemu, bertemu, bertemu.", "id"),
        ("Peru and Chile share a long border.", "en"),
        ("Presiden Joko Widodo menegur para menterinya.", "id"),
    ],
)
def test_no_event(text: str, language: str) -> None:
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Peru mengecam Chile. Ia pernah menjadi Menteri Pemuda dan Olahraga", "id"),
        ("Peru condemned Chile. She was once Minister of Trade, Energy", "en"),
    ],
)
def test_a_title_may_end_the_text_with_what_it_is_in_charge_of(text: str, language: str) -> None:
    assert len(told(text, language)) == 1


FURNITURE = """Nusa Andes

Menlu Peru Tiba di Quito

Selasa, 14 Mei 2024 10:00 WIB

Menteri Luar Negeri Peru Ana Huaman mengunjungi Ekuador pada Senin (13/5/2024).

Baca juga: Presiden Mali Menyerang Niger

Menurut rencana, ia pulang pada Rabu.

Terpopuler
Presiden Ghana Bertemu Presiden Togo
Kuba Mengecam Kolombia

Editor: Rini Handoko
"""


def test_furniture_tells_nothing() -> None:
    assert told(FURNITURE, "id") == ["CONSULT ECU=PER held"]


CAPTION = """Menlu Peru Tiba di Quito

Foto: Presiden Ghana bertemu Presiden Togo di Lome. (Rini Handoko)

Menteri Luar Negeri Peru Ana Huaman mengunjungi Ekuador pada Senin (13/5/2024). Ia disambut hujan, lalu beristirahat \
di hotel bersama rombongan.

Rombongan pulang keesokan harinya dengan pesawat biasa.
"""


ROLES = ("title", "caption", "body")


def test_a_caption_of_other_states_tells_nothing() -> None:
    page = article(CAPTION, "id")
    assert [line.role for line in page.lines] == ["title", "caption", "body", "body"]
    assert [short(r) for r in read(page)] == ["CONSULT ECU=PER held"]


def test_evidence_quotes_whole_sentences_of_the_article() -> None:
    page = article(BORDER, "en")
    for report in read(page):
        assert report.evidence[1:] == tuple(sorted(report.evidence[1:]))
        for quote in report.evidence:
            assert page.text[quote.start : quote.end] == quote.quote
            assert "\n" not in quote.quote


def test_ids_are_stable_and_apart() -> None:
    found = reports(VISIT, "id")
    assert [r.id for r in found] == [r.id for r in reports(VISIT, "id")]
    assert len({r.id for r in found}) == len(found)
    assert {r.id for r in found}.isdisjoint(r.id for r in reports(VISIT.replace("Huaman", "Quispe"), "id"))


def test_reports_carry_their_article() -> None:
    page = article(VISIT, "id", id="andes-7", outlet="Warta Andes", url="https://andes.example/7")
    for report in read(page):
        assert (report.article, report.title) == ("andes-7", page.title)
        assert (report.digest, report.language) == (page.digest, "id")
        assert (report.published, report.outlet, report.url) == ("2024-05-15", page.outlet, page.url)


def test_reports_stand_in_the_order_of_the_text() -> None:
    starts = [r.evidence[0].start for r in reports(BORDER, "en")]
    assert starts == sorted(starts)


def test_reasons_name_packs_and_knowledge() -> None:
    for report in reports(VISIT, "id"):
        assert any(reason.startswith("id/frames/") for reason in report.reasons)
        assert any(reason.startswith("knowledge/") for reason in report.reasons)


def test_confidence_is_a_share() -> None:
    assert all(0 < r.confidence <= 1 for r in reports(VISIT, "id") + reports(BORDER, "en"))


def test_more_sentences_make_a_report_surer() -> None:
    once = reports("Menlu Peru bertemu Menlu Chile.", "id")
    twice = reports("Menlu Peru bertemu Menlu Chile. Pada Senin, Menlu Peru bertemu Menlu Chile.", "id")
    assert [len(once), len(twice)] == [1, 1]
    assert twice[0].confidence >= once[0].confidence


def test_a_sentence_that_a_page_repeats_counts_once() -> None:
    (report,) = reports(
        "Menlu Peru bertemu Menlu Chile.\n\nMenlu Peru bertemu Menlu Chile.\n\nLalu hujan turun.", "id"
    )
    assert len(report.evidence) == 1


def test_what_no_one_writes_as_one_sentence_is_passed_over() -> None:
    # Reading takes the square of a sentence's length: 80,000 characters without a stop took 7 s, 320,000 took 100 s.
    endless = "Presiden Peru bertemu Presiden Chile dan " * 20_000
    found = reports(f"{endless}.\n\nMenlu Mali bertemu Menlu Niger di Lima.", "id")
    assert [short(r) for r in found] == ["CONSULT MLI=NER held"]


@pytest.mark.parametrize("place", ["Bogor", "Desa Sukamaju", "Wisma Rambutan"])
def test_the_place_behind_a_name_is_no_part_of_it(place: str) -> None:
    [found] = reports(f"Presiden Peru Ana Quispe bertemu Presiden Chile Luis Soto di {place}, Senin.", "id")
    assert [p.person for p in (*found.actors, *found.recipients)] == ["Ana Quispe", "Luis Soto"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the form of a state is part of its name; either apostrophe is one
        ("The People's Republic of China condemned Mali.", ["ACCUSE CHN>MLI held"]),
        ("The People’s Republic of China condemned Mali.", ["ACCUSE CHN>MLI held"]),
        ("The Democratic People’s Republic of Korea condemned Mali.", ["ACCUSE PRK>MLI held"]),
        ("The Government of Chile condemned Mali.", ["ACCUSE CHL>MLI held"]),
        # what is said with the words is done
        ("Peru's president said: I want to thank Chile.", ["SUPPORT PER>CHL held"]),
        ("Peru would like to thank Chile for the loan.", ["AID CHL>PER held", "SUPPORT PER>CHL held"]),
    ],
)
def test_states_in_full_and_words_that_are_deeds(text: str, expected: list[str]) -> None:
    assert told(text, "en") == expected


def test_few_sentences_are_read_whatever_they_are_about() -> None:
    found = read_by_coder(article("Peru memperingatkan Chile agar tidak memprovokasi.", language="id"))
    assert {(r.actors[0].country, r.recipients[0].country) for r in found} == {("PER", "CHL")}


def test_what_a_caption_tells_best_and_the_title_too_is_told() -> None:
    title = "Presiden Ghana Bertemu Presiden Togo, Menlu Peru Tiba di Quito"
    drafts = surveyed(CAPTION.replace("Menlu Peru Tiba di Quito", title), "id").drafts
    first, shown, visit = (next(d for d in drafts if d.first.sentence.role == role) for role in ROLES)
    assert only_supported([shown, visit]) == [visit]
    both = replace(shown, candidates=[*shown.candidates, *first.candidates])
    assert only_supported([both, visit]) == [both, visit]


def test_the_sentence_that_gave_the_values_stands_first() -> None:
    text = (
        "Peru and Chile prepare talks. Peru's president Ana Soto met Chile's Gabriel Boric in Lima on Monday."
    )
    (meeting,) = (r for r in reports(text, "en") if r.status == "held")
    assert meeting.evidence[0].quote.startswith("Peru's president")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menlu Peru Ana Huaman bertemu Menlu Chile Pilar Soto di Lima.", None),
        ("Menlu Peru Ana Huaman bertemu Menlu Chile Pilar Soto di Lima, Senin.", "2024-05-13"),
    ],
)
def test_a_contact_has_a_day_only_where_a_word_tells_it(text: str, expected: str | None) -> None:
    found = read_by_coder(article(text, "id"))
    assert [r.date for r in found if r.type == "CONSULT"] == [expected]

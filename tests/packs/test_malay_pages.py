"""Whole Malay pages, in our own prose: told from Indonesian, their lines understood, read with the Malay pack."""

from __future__ import annotations

import pytest

from kawat.pages import read_text
from kawat.pages.language import detect
from kawat.pages.model import Article
from kawat.reading import read_by_grammar
from kawat.reading.model import Report

VISIT = """Utama
Dunia

Presiden Finland lawat Estonia bincang keselamatan serantau

Oleh Salmah Idris
15 Mei 2024 10:42 am

TALLINN: Presiden Finland, Aino Laine, tiba di Estonia semalam bagi lawatan rasmi selama dua hari atas jemputan \
rakan sejawatannya.

Menurut pejabatnya, beliau dijadual bertemu Perdana Menteri Estonia, Kaja Tamm, esok untuk membincangkan keselamatan \
serantau, selain menyaksikan majlis memeterai memorandum persefahaman dalam bidang tenaga.

"Kami menyokong Estonia sepenuhnya," katanya kepada pemberita sebaik tiba di lapangan terbang antarabangsa itu.

Dalam perkembangan berkaitan, Finland mengenakan sekatan baharu terhadap Belarus minggu lalu kerana pencerobohan \
ruang udara negara jirannya. - BERNAMA

Berita berkaitan
Harga ikan naik menjelang musim tengkujuh
Hak cipta terpelihara
"""

CALL = """Mesir, Turkiye bincang gencatan senjata menerusi telefon

KAHERAH, 14 Mei (Bernama) -- Menteri Luar Mesir, Karim Fahmy, mengadakan perbualan telefon dengan Menteri Luar \
Turkiye, Emre Aksoy, pada Isnin bagi membincangkan usaha gencatan senjata di Gaza.

Menurut kenyataan kementerian itu, kedua-dua menteri turut mengecam serangan Israel di Rafah dan menggesa \
masyarakat antarabangsa supaya bertindak dengan segera.

Jurucakap kementerian itu berkata, rundingan lanjut dijangka diadakan di Kaherah bulan depan, manakala bantuan \
kemanusiaan akan dihantar menerusi lintasan sempadan apabila keadaan mengizinkan.
"""

BORDER = """Thailand, Kemboja tangguh rundingan sempadan

Disiarkan pada: Selasa, 14 Mei 2024 8:15 malam
Wartawan: Roslan Hamid

BANGKOK - Rundingan sempadan antara Thailand dan Kemboja yang sepatutnya berlangsung pada Jumaat ini ditangguhkan, \
lapor agensi berita tempatan hari ini.

Kementerian Luar Thailand dalam satu kenyataan berkata, penangguhan itu dibuat kerana kedua-dua pihak memerlukan \
lebih banyak masa bagi meneliti peta baharu.

Terdahulu, Kemboja menuduh tentera Thailand menceroboh kawasan berhampiran sebuah kuil, tetapi Thailand menafikan \
dakwaan berkenaan. Beliau yang mengetuai delegasi Kemboja bagaimanapun enggan mengulas lanjut mengenai perkara itu.

Gambar hiasan
"""

LOCAL = """Banjir: 120 penduduk dipindahkan di Kota Tinggi

KOTA TINGGI, 15 Mei - Seramai 120 penduduk dari tiga buah kampung dipindahkan ke pusat pemindahan sementara \
selepas hujan lebat sejak petang semalam.

Ketua polis daerah berkata, semua mangsa dipindahkan menerusi jalan darat dengan bantuan anggota bomba, manakala \
bekalan makanan mencukupi bagi tempoh seminggu.

Beliau menasihati orang ramai supaya sentiasa berwaspada kerana paras air sungai dijangka terus naik sehingga esok, \
dan meminta ibu bapa memantau anak-anak mereka daripada bermain air.
"""

PAGES = {"visit": VISIT, "call": CALL, "border": BORDER, "local": LOCAL}

#: Page -> its reports: type, sides (of a mutual type in the order of the alphabet), status, day.
REPORTS = {
    "visit": {
        ("CONSULT", "EST FIN", "held", "2024-05-14"),
        ("CONSULT", "EST FIN", "planned", "2024-05-16"),
        ("REQUEST", "EST > FIN", "held", "2024-05-14"),  # "atas jemputan rakan sejawatannya"
        ("SUPPORT", "FIN > EST", "held", "2024-05-14"),
        ("SANCTION", "FIN > BLR", "held", "2024-05-06/2024-05-12"),
    },
    "call": {
        ("CONSULT", "EGY TUR", "held", "2024-05-13"),
        ("ACCUSE", "EGY TUR > ISR", "held", "2024-05-13"),
        ("ASSAULT", "ISR > PSE", "held", None),  # what they condemn: "serangan Israel di Rafah"
    },
    "border": {
        ("CONSULT", "KHM THA", "postponed", "2024-05-17"),
        ("ACCUSE", "KHM > THA", "held", None),
        ("ASSAULT", "THA > KHM", "held", None),  # alleged, and so attributed to Cambodia
        ("REJECT", "THA > KHM", "held", None),
    },
    "local": set(),
}

INDONESIAN = """\
KAIRO, 14 Mei - Menteri Luar Negeri Mesir Karim Fahmy berbicara lewat telepon dengan Menteri Luar Negeri \
Turki Emre Aksoy pada Senin untuk membahas upaya gencatan senjata di Gaza. Menurut keterangan kementerian \
itu, kedua menteri juga mengecam serangan Israel di Rafah dan mendesak masyarakat internasional agar \
segera bertindak. Juru bicara kementerian mengatakan bahwa perundingan lanjutan akan digelar di Kairo \
bulan depan, karena bantuan kemanusiaan baru bisa dikirim lewat perbatasan setelah keadaan memungkinkan.
"""


@pytest.mark.parametrize("page", PAGES)
def test_a_malay_page_is_told_from_indonesian(page: str) -> None:
    assert read_text(PAGES[page]).language == "ms"


@pytest.mark.parametrize("page", PAGES)
def test_each_paragraph_of_some_length_is_malay_by_itself(page: str) -> None:
    long = [p for p in PAGES[page].split("\n\n") if len(p.split()) > 24]
    assert [detect(p) for p in long] == ["ms"] * len(long)


def test_the_same_news_in_indonesian_stays_indonesian() -> None:
    assert read_text(INDONESIAN).language == "id"
    assert detect("") == detect("123") == "en"


def test_lines_around_the_story_are_understood() -> None:
    visit, border = read_text(VISIT), read_text(BORDER)
    assert visit.author == "Salmah Idris"
    assert day(visit) == "2024-05-15"
    assert visit.title.startswith("Presiden Finland lawat")
    assert border.author == "Roslan Hamid"
    assert day(border) == "2024-05-14"
    assert [first(visit, span.start) for span in visit.body] == ["Presiden", "Menurut", '"Kami', "Dalam"]
    assert [first(border, span.start) for span in border.body] == ["Rundingan", "Kementerian", "Terdahulu,"]


def test_the_agency_is_credited() -> None:
    assert [credit.name for credit in read_text(VISIT).upstream] == ["Bernama"]
    assert read_text(CALL).outlet == "Bernama"


def day(article: Article) -> str | None:
    return article.published.value[:10] if article.published else None


def first(article: Article, start: int) -> str:
    return article.text[start : start + 20].split()[0].rstrip(":")


@pytest.mark.parametrize("page", ["visit", "call", "border", "local"])
def test_a_page_gives_its_reports(page: str) -> None:
    reports = read_by_grammar(
        read_text(PAGES[page], published="2024-05-15" if page != "call" else "2024-05-14")
    )
    assert {said(r) for r in reports} == REPORTS[page]
    assert all(
        reason.startswith(("ms/", "words/", "knowledge/", "reading/"))
        for r in reports
        for reason in r.reasons
    )


def said(r: Report) -> tuple[str, str, str, str | None]:
    mine, theirs = (sorted(p.country for p in side) for side in (r.actors, r.recipients))
    mutual = r.type in ("CONSULT", "AGREE", "COOPERATE")
    sides = " ".join(sorted({*mine, *theirs})) if mutual else f"{' '.join(mine)} > {' '.join(theirs)}"
    return r.type, sides, r.status, r.date

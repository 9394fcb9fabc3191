"""Roles of lines: full pages of invented portals, and tables of single lines."""

from __future__ import annotations

import pytest

from kawat.pages import Article, read_text
from kawat.pages.captions import credit_at
from kawat.pages.labels import vocabulary
from kawat.pages.prefix import opening_line, prefix
from kawat.pages.rows import is_prose

INDONESIAN = """Cari berita
Portal Nusantara
| : WIB | INDIKATOR |
  • IHSG 6.601,22   0,35%
Nyaman tanpa iklan. Langganan sekarang

Presiden Utaria Temui Raja Selatania di Pulau Netral, Bahas Perbatasan Laut

Pertemuan itu yang pertama sejak kedua negara berselisih tentang batas laut
Siti Contoh
Siti Contoh - Portal Nusantara 14 Maret 2023  |  09:15 WIB
Presiden Utaria Temui Raja Selatania di Pulau Netral, Bahas Perbatasan Laut
Presiden Utaria berjabat tangan dengan Raja Selatania di dermaga.
Presiden Utaria berjabat tangan dengan Raja Selatania di dermaga. /REUTERS/Budi Contoh./

PULAU NETRAL - Presiden Utaria bertemu dengan Raja Selatania pada Senin (13/3/2023) untuk membahas batas laut.

Keduanya berbicara selama dua jam, menurut laporan AFP. Baca juga: Nelayan Utaria Kembali Melaut

Baca Juga: Harga Ikan Naik Lagi

Tuntutan Lama

"Kami akan bertemu lagi bulan depan," kata presiden itu kepada wartawan.

Halaman: 1 2 3 Selanjutnya

Editor : Agus Contoh
Sumber: AFP Xinhua

Cek Berita dan Artikel yang lain di Google News

Tags
utaria selatania laut
Terpopuler
Sepuluh Resep Ikan Bakar yang Mudah Dibuat
Harga Emas Hari Ini Turun Tipis
x
"""

ENGLISH = """The Jakarta Post
Home
World
Leaders of two island states agree to talk
Ann Example
Jakarta / Tue, February 8, 2022 / 04:53 pm
President X of Alphaland shakes hands with Premier Y. (AFP/John Doe)

LONDON (Reuters) - The president of Alphaland said that he would meet the premier of Betaland next week.

ADVERTISEMENT

Read more:
Betaland says no to talks
Alphaland waits

The premier said that nothing was settled, and that the talks would go on.

Reporting by Ann Example; Editing by Bob Sample

Most Read
1
Some other headline here
2
Another headline here
"""


def roles(article: Article) -> list[tuple[str, str]]:
    return [(line.role, article.text[line.start : line.end]) for line in article.lines]


def body(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.body]


def test_indonesian_page() -> None:
    article = read_text(INDONESIAN)
    got = roles(article)
    assert article.title == "Presiden Utaria Temui Raja Selatania di Pulau Netral, Bahas Perbatasan Laut"
    assert [r for r, _ in got] == [
        "navigation", "navigation", "navigation", "ticker", "advert", "title", "subtitle", "byline",
        "dateline", "title", "caption", "caption", "body", "body", "related", "related", "heading", "body",
        "paging", "editor", "source", "furniture", "tags", "tags", "popular", "popular", "popular",
        "furniture",
    ]  # fmt: skip
    assert body(article) == [
        "Presiden Utaria bertemu dengan Raja Selatania pada Senin (13/3/2023) untuk membahas batas laut.",
        "Keduanya berbicara selama dua jam, menurut laporan AFP.",
        '"Kami akan bertemu lagi bulan depan," kata presiden itu kepada wartawan.',
    ]
    assert (article.page, article.pages) == (1, 3)
    assert "missing_pages" in {p.code for p in article.problems}
    assert article.author == "Siti Contoh"
    assert article.editor == "Agus Contoh"
    assert article.dateline == "PULAU NETRAL"
    assert article.language == "id"
    assert article.published is not None and article.published.value == "2023-03-14T09:15:00+07:00"
    assert [c.name for c in article.upstream] == ["AFP", "Xinhua"]


def test_english_page() -> None:
    article = read_text(ENGLISH)
    assert article.title == "Leaders of two island states agree to talk"
    assert article.outlet == "The Jakarta Post"
    assert article.author == "Ann Example"
    assert article.dateline == "LONDON"
    assert article.language == "en"
    assert [c.name for c in article.upstream] == ["Reuters"]
    assert [t[:20] for t in body(article)] == ["The president of Alp", "The premier said tha"]
    assert ("popular", "Another headline here") in roles(article)
    assert ("related", "Alphaland waits") in roles(article)


def test_body_only_text_is_all_body() -> None:
    text = "Menteri Utaria bertemu mitranya di sana.\n\nKeduanya sepakat untuk bertemu lagi.\n- Satu\n- Dua"
    article = read_text(text)
    assert article.title == ""
    assert {line.role for line in article.lines} == {"body"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Peru Usir Dubes Chile, Kuba Prihatin", "title"),
        ("Norway to Send Troops to Estonia", "title"),
        ("Peru usir dubes Chile", "title"),
        ("Peru Usir Dubes Chile.", "body"),
    ],
)
def test_a_text_that_is_nothing_but_a_headline_is_one(text: str, role: str) -> None:
    assert [line.role for line in read_text(text).lines] == [role]


def test_given_title_is_found_and_no_other_is_made() -> None:
    text = "Menteri Bertemu di Ibu Kota\nMenteri Utaria bertemu mitranya di ibu kota pada hari Senin pagi."
    assert read_text(text, title="Menteri Bertemu di Ibu Kota").lines[0].role == "title"
    other = read_text("Menteri bertemu mitranya di ibu kota pada Senin.", title="Judul Lain")
    assert other.title == "Judul Lain"
    assert other.lines[0].role == "body"


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Presiden X dan Y di Kota Z, Swiss/AP-Contoh Nama.", True),
        ("Presiden X di Kota Z. /REUTERS/Contoh Nama./", True),
        ("Presiden X menghadiri rapat di Kota Z, 25 Januari 2021. - Antara/Reuters\\\\r\\\\n", True),
        ("Menteri X tiba di bandara (ANTARA FOTO/Contoh Nama)", True),
        ("President X walks to his car, Tuesday, Feb. 8, 2022. (AP Photo/Jane Doe)", True),
        ("Gedung parlemen Utaria. (Foto: Dok. Parlemen)", True),
        ("Perdana menteri itu berbicara. /Tangkapan layar video instagram/@contoh", True),
        ("Perundingan akan dilanjutkan pekan depan. (Antara/Reuters/BBC)", False),
        ("Perundingan akan dilanjutkan pekan depan. (Reuters)", False),
        ("Keduanya bertemu pada Selasa (7/12) di Jenewa, kata juru bicara.", False),
        ("Ia berkata kepada wartawan: kami siap berunding.", False),
    ],
)
def test_photo_credits(line: str, caption: bool) -> None:
    assert (credit_at(line, last=True) is not None) is caption


@pytest.mark.parametrize(
    ("line", "rest", "outlet", "place"),
    [
        ("KONTAN.CO.ID -  WASHINGTON. Presiden itu", "Presiden itu", "KONTAN.CO.ID", "WASHINGTON"),
        ("Bisnis.com, JAKARTA - Presiden itu", "Presiden itu", "Bisnis.com", "JAKARTA"),
        ("JAKARTA, KOMPAS.com - Presiden itu", "Presiden itu", "KOMPAS.com", "JAKARTA"),
        ("Suara.com-Presiden itu", "Presiden itu", "Suara.com", None),
        ("LONDON (Reuters) - The president", "The president", "Reuters", "LONDON"),
        ("WASHINGTON, Dec 7 (Reuters) - The president", "The president", "Reuters", "WASHINGTON"),
        ("Jakarta, CNN Indonesia -- Presiden itu", "Presiden itu", "CNN Indonesia", "Jakarta"),
        ("MOSKOW – Presiden itu", "Presiden itu", None, "MOSKOW"),
    ],
)
def test_openings(line: str, rest: str, outlet: str | None, place: str | None) -> None:
    found = prefix(line, 0, first=True)
    assert found is not None
    assert (line[found.end :], found.outlet, found.place) == (rest, outlet, place)


@pytest.mark.parametrize(
    "line",
    [
        "Rusia: Kami tidak akan menyerang siapa pun.",
        "Putin - Presiden Rusia - mengatakan demikian.",
        "Reuters-affiliated media said so.",
        "Presiden itu - yang baru saja tiba - berbicara.",
    ],
)
def test_no_openings(line: str) -> None:
    assert prefix(line, 0, first=True) is None


def test_place_alone_opens_only_the_first_paragraph() -> None:
    assert prefix("MOSKOW - Presiden itu", 0, first=False) is None


@pytest.mark.parametrize(
    ("line", "alone"), [("Jakarta -", True), ("Suara.com -", True), ("Ya, tentu saja —", False)]
)
def test_openings_alone(line: str, alone: bool) -> None:
    assert opening_line(line) is alone


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("Keduanya bertemu lagi di sana.", True),
        ('"Kami siap berunding kapan saja," kata menteri itu.', True),
        ("Presiden Utaria Temui Raja Selatania", False),
        ("Bisnis Plus " * 20, False),
        ("dan seterusnya " * 20, True),
    ],
)
def test_prose(line: str, prose: bool) -> None:
    assert is_prose(line) is prose


def test_vocabulary_words_are_folded() -> None:
    v = vocabulary()
    assert all(word == word.casefold() for word in (*v.exact, *v.labels, *v.starts))


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("ADVERTISEMENT", "advert"),
        ("SCROLL TO CONTINUE WITH CONTENT", "advert"),
        ("Simak juga: Video pertemuan kedua kepala negara", "related"),
        ("[Baca juga: Harga ikan naik lagi di pasar]", "related"),
        ("Penulis: Agus Contoh", "byline"),
        ("ILUSTRASI. Gedung parlemen Utaria", "caption"),
        ("https://contoh.example/berita", "furniture"),
        ("Copyright © 2023 Portal Nusantara", "furniture"),
    ],
)
def test_lines_that_say_what_they_are(line: str, role: str) -> None:
    lead = "Menteri Utaria bertemu mitranya di ibu kota pada hari Senin pagi untuk membahas laut."
    article = read_text(f"{lead}\n\n{line}\n\n{lead} Mereka sepakat.")
    assert [x.role for x in article.lines] == ["body", role, "body"]


@pytest.mark.parametrize(
    ("line", "page", "pages", "missing"),
    [
        ("Halaman:", 1, None, True),
        ("Halaman 2 dari 3", 2, 3, True),
        ("Halaman: 1 2 Selanjutnya", 1, 2, True),
        ("Page 1 of 1", 1, 1, False),
    ],
)
def test_paging(line: str, page: int, pages: int | None, missing: bool) -> None:
    article = read_text(f"Menteri Utaria bertemu mitranya di ibu kota pada hari Senin pagi.\n\n{line}\n")
    assert (article.page, article.pages) == (page, pages)
    assert ("missing_pages" in {p.code for p in article.problems}) is missing


def test_initials_end_the_story() -> None:
    teasers = "\n".join(
        f"Judul berita nomor {n}\nKalimat pendek tentang berita itu, nomor {n}." for n in range(3)
    )
    article = read_text(f"{INDONESIAN.partition('Halaman')[0]}(abc/xyz)\n\n{teasers}\n")
    assert ("byline", "(abc/xyz)") in roles(article)
    assert len(body(article)) == 3


@pytest.mark.parametrize("mark", ["(Reuters)", "[AFP]"])
def test_a_credit_in_a_line_by_itself_is_no_initials(mark: str) -> None:
    article = read_text(
        f"Menteri Utaria bertemu mitranya di sana.\n\nKeduanya sepakat bertemu lagi.\n\n{mark}"
    )
    assert [c.text for c in article.upstream] == [mark[1:-1]]

"""Portals that no list knows: what they call themselves, who signs, when, and what their furniture says."""

from __future__ import annotations

import pytest

from kawat.pages import Article, read_text
from kawat.pages.masthead import written
from kawat.pages.people import clean
from kawat.pages.prefix import prefix

STORY = """Presiden Utaria bertemu dengan Raja Selatania pada Senin untuk membahas batas laut kedua negara.

Keduanya berbicara selama dua jam dan sepakat untuk bertemu lagi pada bulan depan di ibu kota Selatania.

Menteri luar negeri kedua negara hadir dalam pertemuan itu.
"""
TELEGRAM = """The president of Utaria met the king of Selatania on Monday to discuss the border between them.

The two spoke for two hours and agreed to meet again next month in the capital of Selatania.

Both foreign ministers were in the room.
"""
HEADLINE = "Presiden Utaria Temui Raja Selatania, Bahas Batas Laut"


def page(*above: str, story: str = STORY, below: str = "", opening: str = "") -> Article:
    return read_text("\n".join(above) + "\n\n" + opening + story + "\n" + below)


def role_of(article: Article, words: str) -> str:
    return next(x.role for x in article.lines if article.text[x.start : x.end] == words)


NAMES = [
    # above, opening, below, the outlet
    (("WARTA PAGI", "Beranda  Dunia  Foto", HEADLINE), "OSLO, WARTA PAGI - ", "", "Warta Pagi"),
    (("kabar pesisir", "dari tepi laut", HEADLINE), "Jakarta, Kabar Pesisir -- ", "", "Kabar Pesisir"),
    (("Suluh Raya - Berita Tanpa Jeda", HEADLINE), "SULUH RAYA - OSLO. ", "", "Suluh Raya"),
    ((HEADLINE,), "OSLO, SULUH RAYA - ", "", "Suluh Raya"),
    ((HEADLINE,), "SULUHRAYA.ID, OSLO - ", "", "Suluhraya.id"),
    (("Terima semua", "Suluh Raya", "Home", HEADLINE), "SULUHRAYA.ID - ", "", "Suluh Raya"),
    ((HEADLINE, "Ani Contoh - Suluh Raya", "Senin, 4 Mei 2020 10:00 WIB"), "", "© Suluh Raya 2020", "Suluh Raya"),
    ((HEADLINE,), "", "Artikel ini telah tayang di Suluh Raya dengan judul lain", "Suluh Raya"),
    (("STRAIT LANTERN", "World | Markets", HEADLINE), "", "MORE ON STRAIT LANTERN", "Strait Lantern"),
    (("The Lantern Post", "HOME / WORLD / ASIA", HEADLINE), "", "", "The Lantern Post"),
    # a region beside a town, a day and a state are no outlets; an agency's notice is no name
    ((HEADLINE,), "Bandung, Jawa Barat - ", "", None),
    ((HEADLINE,), "Oslo, Norwegia - ", "", None),
    ((HEADLINE,), "Jakarta, Senin - ", "", None),
    ((HEADLINE,), "", "Copyright 2020 The Associated Press. All rights reserved.", None),
]  # fmt: skip


@pytest.mark.parametrize(("above", "opening", "below", "outlet"), NAMES)
def test_outlet(above: tuple[str, ...], opening: str, below: str, outlet: str | None) -> None:
    article = page(*above, opening=opening, below=below)
    assert article.outlet == outlet
    assert article.title == HEADLINE
    assert article.body[0].of(article.text).startswith("Presiden Utaria bertemu")


def test_given_outlet_opens_the_story() -> None:
    article = read_text("BALIKPAPAN, SULUH RAYA - " + STORY, outlet="Suluh Raya", title=HEADLINE)
    assert article.body[0].of(article.text).startswith("Presiden Utaria")
    assert article.outlet == "Suluh Raya"


@pytest.mark.parametrize(
    ("forms", "best"),
    [
        (["WARTA PAGI"], "Warta Pagi"),
        (["warta pagi", "Warta Pagi"], "Warta Pagi"),
        (["JejakSuluh", "JEJAK SULUH"], "Jejak Suluh"),
        (["SUARA NTB"], "Suara NTB"),
        (["SULUHRAYA.ID"], "Suluhraya.id"),
    ],
)
def test_written(forms: list[str], best: str) -> None:
    assert written(forms) == best


STAMPS = [
    ("Dunia | 12 Juni 2018 | 20:02 WIB | Oleh: Ani Contoh", "2018-06-12T20:02:00+07:00", "Ani Contoh"),
    ("Gaya Hidup | 2 November 2016 | 15:31 WIB", "2016-11-02T15:31:00+07:00", None),
    ("Ani Contoh, Suluh Raya · Senin, 30 Mei 2022 · 20:11 WITA", "2022-05-30T20:11:00+08:00", "Ani Contoh"),
    ("Kamis, 25 April 2019 | 07:30 WIB   Dibaca 12 kali", "2019-04-25T07:30:00+07:00", None),
    ("January 17, 2023 by Ann Example", "2023-01-17", "Ann Example"),
    ("Penulis: Ani Contoh | 25 Mei 2018, 11:40 WIB", "2018-05-25T11:40:00+07:00", "Ani Contoh"),
]


@pytest.mark.parametrize(("stamp", "value", "author"), STAMPS)
def test_stamps(stamp: str, value: str, author: str | None) -> None:
    article = page("Suluh Raya", "Beranda", HEADLINE, stamp, below="© Suluh Raya 2022")
    assert article.published is not None
    assert (article.published.value, article.published.inferred) == (value, False)
    assert article.author == author


SIGNED = [
    (("Reporter: Ani Contoh | Editor: Budi Misal",), "Ani Contoh", "Budi Misal"),
    (("Penulis Ani Contoh, Editor: Budi Misal",), "Ani Contoh", "Budi Misal"),
    (("Ditulis oleh Ani Contoh",), "Ani Contoh", None),
    (("Oleh", "Ani Contoh", "-", "2 Maret 2023 21:07"), "Ani Contoh", None),
    (("Ann Example", "and Bob Sample", "March 28, 2024 | 4:15 p.m."), "Ann Example and Bob Sample", None),
    (("By Ann Example, in Oslo",), "Ann Example", None),
    (("Editing by the foreign desk",), None, None),
    (("Oleh: Reuters",), None, None),
]


@pytest.mark.parametrize(("lines", "author", "editor"), SIGNED)
def test_people(lines: tuple[str, ...], author: str | None, editor: str | None) -> None:
    article = page("Suluh Raya", "Beranda", HEADLINE, *lines)
    assert (article.author, article.editor) == (author, editor)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (" Ani Contoh - Suluh Raya", "Ani Contoh"),
        ("Ani binti Contoh", "Ani binti Contoh"),
        ("Ann Example and Bob Sample", "Ann Example and Bob Sample"),
        ("Ani Contoh pada Senin", "Ani Contoh"),
        ("the foreign desk", ""),
        ("12 Mei", ""),
    ],
)
def test_clean(value: str, name: str) -> None:
    assert clean(value) == name


SOURCES = [
    ("With AP", ["The Associated Press"]),
    ("(With inputs from AFP and Reuters)", ["AFP", "Reuters"]),
    ("Dengan laporan AFP", ["AFP"]),
    ("(dilansir dari AP)", ["The Associated Press"]),
    ("(AC/Xinhua)", ["Xinhua"]),
    ("Reuters", ["Reuters"]),
    ("With love", []),
]


@pytest.mark.parametrize(("line", "names"), SOURCES)
def test_lines_that_name_sources(line: str, names: list[str]) -> None:
    article = page(HEADLINE, below=line + "\nTerpopuler\nHarga Cabai Turun")
    assert [c.name for c in article.upstream] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Hal itu dilansir dari AFP yang mengutip kantor berita KCNA.", ["AFP"]),
        ("The two met for an hour, according to the White House.", []),
        ("The council issued no statement. – Bernama", ["Bernama"]),
    ],
)
def test_what_is_no_source_of_the_page(sentence: str, names: list[str]) -> None:
    article = page(HEADLINE, below=sentence)
    assert [c.name for c in article.upstream] == names
    assert role_of(article, sentence) == "body"


OPENINGS = [
    ("RIYADH, Nov. 24, 2020 - The king", "RIYADH", None, True),
    ("JAKARTA (24/11/2020) - Raja itu", "JAKARTA", None, True),
    ("NEW YORK (Jan 17): The council", "NEW YORK", None, True),
    ("BANGKOK: The king", "BANGKOK", None, False),
    ("BEIJING, April 6 (Xinhua) -- The king", "BEIJING", "Xinhua", True),
    ("JAKARTA | SULUH RAYA - Raja itu", "JAKARTA", "SULUH RAYA", False),
    ("OSLO (SULUH RAYA) — Raja itu", "OSLO", "SULUH RAYA", False),
]


@pytest.mark.parametrize(("text", "place", "outlet", "dated"), OPENINGS)
def test_openings(text: str, place: str, outlet: str | None, dated: bool) -> None:
    found = prefix(text, 0, first=True, own=frozenset({"suluhraya"}))
    assert found is not None
    assert (found.place, found.outlet, found.dated) == (place, outlet, dated)
    assert text[found.end :] in {"The king", "Raja itu", "The council"}


@pytest.mark.parametrize("text", ["TRUMP: The king is here", "Hasilnya: Raja itu kalah", "RIYADH: and so on"])
def test_no_openings(text: str) -> None:
    assert prefix(text, 0, first=True) is None


def test_dated_opening_is_the_day_of_the_page() -> None:
    article = page(
        "A headline about the border of Utaria", opening="RIYADH, Nov. 24, 2020 - ", story=TELEGRAM
    )
    assert article.published is not None
    assert (article.published.value, article.published.inferred) == ("2020-11-24", False)


PAGING = [
    ("Halaman: 1", None, None),
    ("Halaman: 1 2 3 Selanjutnya Tampilkan semua", 1, 3),
    ("1 2 3 Selanjutnya Show All", 1, 3),
    ("Halaman 2 dari 3", 2, 3),
]


@pytest.mark.parametrize(("line", "page_number", "pages"), PAGING)
def test_paging(line: str, page_number: int | None, pages: int | None) -> None:
    article = page(HEADLINE, below=line)
    assert (article.page, article.pages) == (page_number, pages)
    assert role_of(article, line) == "paging"
    assert ("missing_pages" in {p.code for p in article.problems}) is (page_number is not None)


FURNITURE = [
    ("A A A", "furniture"),
    ("[Gambas:Video]", "furniture"),
    ("###", "furniture"),
    ("Komentar (12)", "furniture"),
    ("Situs ini memakai cookie. Dengan melanjutkan, Anda setuju.", "furniture"),
    ("This site sets cookies. Read on if you agree.", "furniture"),
    ("Home > Dunia > Asia", "navigation"),
    ("Politik  Hukum  Dunia  Olahraga", "navigation"),
    ("#utaria #selatania", "tags"),
    ("Next story: Fish prices fall", "related"),
    ("Simak pula:", "related"),
    ("SCROLL UNTUK MELANJUTKAN", "advert"),
    ("Subscribe for $1 a week", "advert"),
]


@pytest.mark.parametrize(("line", "role"), FURNITURE)
def test_furniture(line: str, role: str) -> None:
    assert role_of(page(HEADLINE, line), line) == role
    assert role_of(page(HEADLINE, below=line + "\n\n" + STORY), line) == role


CAPTIONS = [
    ("Raja Selatania di pelabuhan.", "Raja Selatania di pelabuhan. (ANTARA)"),
    ("Raja Selatania di pelabuhan, Mei 2019. Dok. Suluh Raya",),
    ("Raja Selatania di pelabuhan. ANTARA FOTO/Reuters",),
    ("Raja Selatania saat berpidato di pelabuhan. (dok. Anadolu)",),
]


@pytest.mark.parametrize("lines", CAPTIONS)
def test_captions(lines: tuple[str, ...]) -> None:
    article = page(HEADLINE, "Senin, 4 Mei 2020 10:00 WIB", *lines, opening="OSLO, SULUH RAYA - ")
    assert {role_of(article, line) for line in lines} == {"caption"}


def test_headline_below_slogan_and_above_summary() -> None:
    above = ("kabar pesisir", "suara dari tepi laut Utaria", "Senin, 4 Mei 2020 10:00 WIB", HEADLINE)
    article = page(*above, "Kedua pemimpin akan bertemu lagi bulan depan", opening="Oslo, Kabar Pesisir -- ")
    assert article.title == HEADLINE
    assert role_of(article, "Kedua pemimpin akan bertemu lagi bulan depan") == "subtitle"

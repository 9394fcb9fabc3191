"""What a page says about itself: time, outlet, credits, contradictions, language."""

from __future__ import annotations

import pytest

from kawat.pages import read_text
from kawat.pages.stamps import given

LEAD = "Menteri Utaria bertemu mitranya di ibu kota pada hari Senin untuk membahas laut."

HEAD = "Dua Menteri Bertemu di Ibu Kota Utaria\n- 8 Februari 2022, 16:53 WIB\n\n"


@pytest.mark.parametrize(
    ("stamp", "value"),
    [
        ("- 8 Februari 2022, 16:53 WIB", "2022-02-08T16:53:00+07:00"),
        ("Kamis, 30 Desember 2021 / 22:46 WIB", "2021-12-30T22:46:00+07:00"),
        ("Siti Contoh - Bisnis.com 08 Desember 2021  |  13:34 WIB", "2021-12-08T13:34:00+07:00"),
        ("Kompas.com - 08/12/2021, 13:34 WITA", "2021-12-08T13:34:00+08:00"),
        ("Senin, 7 Februari 2022", "2022-02-07"),
    ],
)
def test_stamps(stamp: str, value: str) -> None:
    article = read_text(f"Dua Menteri Bertemu di Ibu Kota Utaria\n{stamp}\n\n{LEAD}\n")
    assert article.published is not None
    assert article.published.value == value
    assert not article.published.inferred
    moment = article.published
    assert moment.start is not None and article.text[moment.start : moment.end] in stamp


def test_publication_comes_before_an_update() -> None:
    stamps = "Diperbarui: 9 Februari 2022, 10:00 WIB\nDiterbitkan: 8 Februari 2022, 16:53 WIB"
    article = read_text(f"Dua Menteri Bertemu di Ibu Kota Utaria\n{stamps}\n\n{LEAD}\n")
    assert article.published is not None and article.published.day == "2022-02-08"


def test_day_inferred_from_relay() -> None:
    text = f"{LEAD} Rapat dijadwalkan Selasa (7/12/2021), katanya seperti dikutip BBC, Minggu (5/12/2021)."
    article = read_text(text)
    assert article.published is not None
    assert (article.published.value, article.published.inferred) == ("2021-12-05", True)
    assert "no_publication_date" in {p.code for p in article.problems}


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (
            "Mereka bertemu pada Minggu (3/5/2020) dan Sabtu (9/5/2020). Rapat akan digelar Rabu (20/5/2020).",
            "2020-05-09",
        ),
        # a day that stands bare may be long past
        ("Mereka berbicara pada 3 Mei 2020 dan 9 Mei 2020. Rapat akan digelar pada 20 Mei 2020.", None),
        # of the years since the one that is named, the 9th of September is a Tuesday in 2025
        ("Perang pecah pada 7 Oktober 2023. Menterinya bertolak pada Selasa (9/9).", "2025-09-09"),
        ("Menterinya bertolak pada Selasa (9/9).", None),
        ("Bom jatuh pada 9 Agustus 1945. Lonceng berbunyi lagi pada Sabtu (9/8).", None),
    ],
)
def test_day_inferred_from_the_days_of_the_story(told: str, day: str | None) -> None:
    article = read_text(f"{LEAD} {told}")
    assert (article.published.value if article.published else None) == day


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-02-08", "2022-02-08"),
        ("2022-02-08T16:53:00+07:00", "2022-02-08T16:53:00+07:00"),
        ("2022-02-08 16:53", "2022-02-08T16:53:00"),
        ("2022-02-08T16:53:10.250Z", "2022-02-08T16:53:10+00:00"),
        ("2022-02-08T16:53:10+0700", "2022-02-08T16:53:10+07:00"),
    ],
)
def test_given_times(value: str, expected: str) -> None:
    moment = given(value)
    assert moment is not None and moment.value == expected


@pytest.mark.parametrize("value", ["", "kemarin", "8 Februari 2022", "20220208"])
def test_given_times_that_are_none(value: str) -> None:
    assert given(value) is None


@pytest.mark.parametrize(
    ("kwargs", "text", "outlet"),
    [
        ({"outlet": "antaranews"}, LEAD, "ANTARA News"),
        ({"outlet": "cnn indonesia"}, LEAD, "CNN Indonesia"),
        ({"outlet": "Warta Utaria"}, LEAD, "Warta Utaria"),
        ({"url": "https://internasional.kontan.co.id/news/x"}, LEAD, "Kontan"),
        ({"url": "https://warta.example/x"}, LEAD, "warta.example"),
        ({}, f"Suara.com-{LEAD}", "Suara.com"),
        ({}, f"KALBAR TERKINI - {LEAD}", "Kalbar Terkini"),
        ({}, LEAD, None),
    ],
)
def test_outlets(kwargs: dict[str, str], text: str, outlet: str | None) -> None:
    assert read_text(text, **kwargs).outlet == outlet


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ia setuju, seperti dilansir Yahoo News.", ["Yahoo News"]),
        ("Ia setuju, sebagaimana dikutip CNN.com usai rapat.", ["CNN"]),
        (
            "Ia setuju, menurut kantor berita Utaria sebagaimana dikutip ChannelNewsAsia.com, Minggu.",
            ["Channel NewsAsia"],
        ),
        ("Dilansir dari The Associated Press, ia setuju.", ["The Associated Press"]),
        ("Ia setuju, seperti dilansir kantor berita AFP.", ["AFP"]),
        ("Melansir Reuters, ia setuju.", ["Reuters"]),
        ("Mengutip laporan Xinhua, ia setuju.", ["Xinhua"]),
        ("Ia setuju, demikian Reuters.", ["Reuters"]),
        ("Demikian dilaporkan KCNA sebagaimana dikutip Reuters.", ["KCNA", "Reuters"]),
        ("Ia berkata kepada kantor berita TASS bahwa ia setuju.", ["TASS"]),
        ("Dikutip dari laman the Guardian, ia setuju.", ["The Guardian"]),
        ("Ia setuju, seperti dikutip laman ContohBerita.com.", ["ContohBerita.com"]),
        ("Ia setuju untuk bertemu. (Reuters)", ["Reuters"]),
        ("Ia setuju untuk bertemu. [AFP]", ["AFP"]),
        ("Ia setuju untuk bertemu. (Antara/BBC/The Guardian)", ["ANTARA News", "BBC", "The Guardian"]),
        ("He agreed to meet, according to Reuters.", ["Reuters"]),
        ("He agreed to meet, as reported by Al Jazeera.", ["Al Jazeera"]),
        ("The state news agency KCNA carried his words.", ["KCNA"]),
        ("He told AFP that the talks would go on.", ["AFP"]),
        ("Ia setuju, seperti dikutip dari rilis pers Kemlu.", []),
        ("Ia setuju, dikutip dari akun Twitter miliknya.", []),
        ("Menurut Menteri Contoh, ia setuju.", []),
        ("Ia setuju, dikutip dari www.contoh.go.id.", []),
        ("Reuters adalah kantor yang besar di kota itu.", []),
    ],
)
def test_credits(text: str, names: list[str]) -> None:
    article = read_text(f"{LEAD}\n\n{text}")
    assert [c.name for c in article.upstream] == names
    assert all(article.text[c.start : c.end] == c.text for c in article.upstream)


def test_an_outlet_is_no_source_of_itself() -> None:
    article = read_text(f"{LEAD}\n\nIa berkata kepada Antara, seperti dikutip Antara.", outlet="antaranews")
    assert article.upstream == ()


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("AFP The Associated Press", ["AFP", "The Associated Press"]),
        ("Aljazeera", ["Al Jazeera"]),
        ("Kementerian Luar Negeri", []),
        ("Berbagai Sumber", []),
        ("Warta Utaria", ["Warta Utaria"]),
        ("Yahoo News | Editor: Agus Contoh", ["Yahoo News"]),
    ],
)
def test_source_lines(value: str, names: list[str]) -> None:
    article = read_text(f"{LEAD}\n\nSumber: {value}\n")
    assert [c.name for c in article.upstream] == names


def test_editor_behind_a_bar() -> None:
    assert read_text(f"{LEAD}\n\nSumber: Yahoo News | Editor: Agus Contoh\n").editor == "Agus Contoh"


def test_weekday_and_year_that_contradict_the_page() -> None:
    article = read_text(f"{HEAD}{LEAD} Dilansir AFP, Jumat, 8 Februari 2021, mereka setuju.")
    found = {p.code: article.text[p.start : p.end] for p in article.problems}
    assert found == {"weekday_mismatch": "Jumat, 8 Februari 2021", "year_mismatch": "Jumat, 8 Februari 2021"}


def test_year_in_the_past_is_no_mismatch() -> None:
    assert read_text(f"{HEAD}{LEAD} Perang pecah pada 8 Februari 1904.").problems == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LEAD, "id"),
        ("The minister of Utaria met his counterpart in the capital on Monday to discuss the sea.", "en"),
        ("Presiden Utaria mengatakan kepada wartawan bahwa White House telah setuju.", "id"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert read_text(text).language == language


def test_language_without_a_pack_is_detected() -> None:
    assert read_text(LEAD, language="fr").language == "id"


@pytest.mark.parametrize("url", ["http://[", "::::", "https://", "kontan"])
def test_broken_addresses(url: str) -> None:
    assert read_text(LEAD, url=url).url == url

"""HTML pages: metadata, roles by markup, hostile markup."""

from __future__ import annotations

import pytest

from kawat.pages import Article, Page, read_page

STORY = "Presiden Utaria bertemu dengan Raja Selatania pada Senin (13/3/2023) untuk membahas batas laut."

PAGE = f"""<!doctype html><html><head><meta charset="utf-8">
<title>Presiden Temui Raja di Pulau - Kompas.com</title>
<link rel="canonical" href="https://nasional.kompas.com/read/2023/03/14/x">
<meta property="og:title" content="Presiden Temui Raja di Pulau - Kompas.com">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "NewsArticle",
"headline": "Presiden Temui Raja di Pulau", "datePublished": "2023-03-14T09:15:00+07:00",
"author": [{{"@type": "Person", "name": "Siti Contoh"}}], "publisher": {{"name": "Kompas.com"}}}}]}}</script>
<style>p {{color: red}}</style></head><body>
<nav><a href="/">Home</a><a href="/dunia">Dunia</a></nav>
<article><h1>Presiden Temui Raja di Pulau</h1>
<figure><img src="x.jpg" alt="gambar"><figcaption>Presiden di dermaga pada pagi hari.</figcaption></figure>
<p>JAKARTA, KOMPAS.com - {STORY}</p>
<p>Keduanya berbicara selama dua jam &amp; sepakat bertemu lagi, seperti dilansir Reuters.</p>
<p><strong>Baca juga: <a href="/ikan">Harga Ikan Naik Lagi</a></strong></p>
<p hidden>Kalimat ini tidak pernah tampil di layar pembaca mana pun.</p>
<h2>Tuntutan Lama</h2>
<p>"Kami akan bertemu lagi bulan depan," kata presiden itu &lt;singkat&gt;.</p></article>
<footer>Hak cipta dilindungi.</footer></body></html>"""


def read(html: str) -> Article:
    return read_page(Page("hal", html.encode(), "html", "hal.html"))


def test_metadata() -> None:
    article = read(PAGE)
    assert article.title == "Presiden Temui Raja di Pulau"
    assert article.outlet == "Kompas.com"
    assert article.author == "Siti Contoh"
    assert article.url == "https://nasional.kompas.com/read/2023/03/14/x"
    assert article.published is not None and article.published.value == "2023-03-14T09:15:00+07:00"
    assert [c.name for c in article.upstream] == ["Reuters"]


def test_roles_and_text() -> None:
    article = read(PAGE)
    bodies = [span.of(article.text) for span in article.body]
    assert bodies == [
        STORY,
        "Keduanya berbicara selama dua jam & sepakat bertemu lagi, seperti dilansir Reuters.",
        '"Kami akan bertemu lagi bulan depan," kata presiden itu <singkat>.',
    ]
    found = {article.text[x.start : x.end]: x.role for x in article.lines}
    assert found["Presiden di dermaga pada pagi hari."] == "caption"
    assert found["Tuntutan Lama"] == "heading"
    assert found["Baca juga: Harga Ikan Naik Lagi"] == "related"
    assert "tidak pernah tampil" not in article.text
    assert "<p>" not in article.text and "color" not in article.text


def test_day_from_meta_and_clock_from_stamp() -> None:
    html = f"""<html><head><meta name="date" content="2023-03-14"></head><body><article>
    <h1>Presiden Temui Raja di Pulau</h1><div>Selasa, 14 Maret 2023 09:15 WIB</div>
    <p>{STORY}</p><p>{STORY} Mereka setuju.</p></article></body></html>"""
    article = read(html)
    assert article.published is not None and article.published.value == "2023-03-14T09:15:00+07:00"


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{STORY}",
        f"<html><body><div><p>{STORY}</div></p></span>",
        f"<article><h1>Judul<p>{STORY}</article",
        f"<script type='application/ld+json'>{{'bad': </script><p>{STORY}</p>",
        f'<script type="application/ld+json">[[[{{"@type": 7, "@graph": "x"}}]]]</script><p>{STORY}</p>',
        f'<script type="application/ld+json">{"[" * 5000}</script><p>{STORY}</p>',
        "<div>" * 30_000 + STORY + "</div>" * 30_000,
    ],
    ids=["open", "crossed", "cut", "bad json", "odd json", "deep json", "deep"],
)
def test_broken_markup_is_read_as_far_as_it_goes(html: str) -> None:
    article = read(html)
    assert STORY in article.text
    assert STORY in [span.of(article.text) for span in article.body]


def test_windows_1252_page() -> None:
    html = f'<meta charset="windows-1252"><body><article><p>{STORY} “Ya” – katanya.</p></article>'
    article = read_page(Page("hal", html.encode("cp1252"), "html", "hal.html"))
    assert "“Ya” – katanya." in article.text


@pytest.mark.parametrize("tag", ["<script ", "<style>", "<script>a</style >", "<svg "])
def test_scripts_left_open_do_not_hold_up_a_run(tag: str) -> None:
    # Deep nesting sends the page to the plain way out; there each open tag must not search the whole page again.
    # That took minutes; now the page ends at once, with the words before the first tag left open.
    article = read(f"<html><body><p>{STORY}</p>" + "<div>" * 3000 + tag * 200_000)
    assert STORY in article.text

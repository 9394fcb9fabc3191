"""One pass over a text: where sentences end, what a token is, which phrases are found in which case."""

from __future__ import annotations

import pytest

from kawat.reading.lexicon import lexicon
from kawat.reading.phrases import tokens
from kawat.reading.scan import Hit, Sentence, scan, sentences


def _sentences(text: str, language: str = "id") -> list[str]:
    return [text[a:b] for a, b in sentences(text, 0, len(text), lexicon(language))]


def _scan(text: str, language: str = "id") -> Sentence:
    return scan(text, 0, len(text), lexicon(language))


def _codes(text: str, language: str) -> list[str]:
    hits: list[Hit] = list(_scan(text, language).hits.values())
    return [p.code for h in hits if h.name is not None for p in h.name.parties[:1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kapal pergi.", ["kapal", "pergi", "."]),
        ("naik 3,5 persen", ["naik", "3,5", "persen"]),
        ("sekitar 100.000 tentara", ["sekitar", "100.000", "tentara"]),
        ("Rabu (8/5/2024)", ["rabu", "(", "8/5/2024", ")"]),
        ("pukul 10:30 WIB", ["pukul", "10:30", "wib"]),
        ("Fiji's envoy", ["fiji", "'s", "envoy"]),
        ("Fiji’s envoy", ["fiji", "'s", "envoy"]),
        ("Jum'at malam", ["jum'at", "malam"]),
        ("Sa'ar dan Sana’a", ["sa'ar", "dan", "sana'a"]),
        ("the U.S. envoy", ["the", "u.s.", "envoy"]),
        ("sama-sama mundur", ["sama-sama", "mundur"]),
        ("US$20 juta", ["us", "$", "20", "juta"]),
        ("“Tidak,” katanya", ["“", "tidak", ",", "”", "katanya"]),
        ("Čeferin", ["čeferin"]),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Menlu tiba. Ia lalu pergi.", "id", ["Menlu tiba.", "Ia lalu pergi."]),
        ("Kapan? Besok! Begitu.", "id", ["Kapan?", "Besok!", "Begitu."]),
        ("Surat Dr. Amina Sow tiba.", "id", ["Surat Dr. Amina Sow tiba."]),
        ("He met H.E. Mr. Sow. Fiji agreed.", "en", ["He met H.E. Mr. Sow.", "Fiji agreed."]),
        ("Ia menerima Y.M. Amina Sow.", "id", ["Ia menerima Y.M. Amina Sow."]),
        ("Jend. Omar Bello pergi. Ia lelah.", "id", ["Jend. Omar Bello pergi.", "Ia lelah."]),
        ("Presiden John F. Mensah tiba.", "id", ["Presiden John F. Mensah tiba."]),
        ("Gen. Lars Holm left. He was tired.", "en", ["Gen. Lars Holm left.", "He was tired."]),
        ("The U.S. Embassy closed.", "en", ["The U.S. Embassy closed."]),
        ("Talks end at 5 p.m. Monday.", "en", ["Talks end at 5 p.m. Monday."]),
        ('"Kami pergi." Ia berdiri.', "id", ['"Kami pergi."', "Ia berdiri."]),
        ("“Kami pergi.” Ia berdiri.", "id", ["“Kami pergi.”", "Ia berdiri."]),
        ('He left. "We stay," she said.', "en", ["He left.", '"We stay," she said.']),
        ("Jumlahnya 3.500 orang.", "id", ["Jumlahnya 3.500 orang."]),
        ("Pesan itu... tak pernah tiba.", "id", ["Pesan itu... tak pernah tiba."]),
        ("baris satu\nbaris dua", "id", ["baris satu", "baris dua"]),
        ("  spasi.   Lagi.  ", "id", ["spasi.", "Lagi."]),
        ("Éva pergi. Émile tinggal.", "id", ["Éva pergi.", "Émile tinggal."]),
        ("", "id", []),
        (" \n ", "id", []),
        ("It meets on Aug 4. Fiji agreed.", "en", ["It meets on Aug 4.", "Fiji agreed."]),
        ("1. Siapa? Fiji.", "id", ["1. Siapa?", "Fiji."]),
        ("Mali met. -   Peru left. -   Fiji stayed", "en", ["Mali met.", "Peru left.", "Fiji stayed"]),
        ("Peru agreed •  Fiji did not", "en", ["Peru agreed", "Fiji did not"]),
        ("Peru - like Fiji - agreed.", "en", ["Peru - like Fiji - agreed."]),
        # an abbreviation that ends its sentence: a word behind it opens one
        ("He left the U.S. The talks failed.", "en", ["He left the U.S.", "The talks failed."]),
        (
            "She wrote on X. It was late, said Mr. Sow.",
            "en",
            ["She wrote on X.", "It was late, said Mr. Sow."],
        ),
        ("Talks end at 5 p.m. In Lima they began.", "en", ["Talks end at 5 p.m.", "In Lima they began."]),
        ("The U.S. Army and J. Theron met.", "en", ["The U.S. Army and J. Theron met."]),
        ("1. Who was there? Fiji.", "en", ["1. Who was there?", "Fiji."]),
        # paragraphs put together without white space
        (
            "Fiji setuju di Lima.Menurut Soto, itu adil.",
            "id",
            ["Fiji setuju di Lima.", "Menurut Soto, itu adil."],
        ),
        (
            "Rapat DK PBB.Fiji absen pada 2011.Mali juga.",
            "id",
            ["Rapat DK PBB.", "Fiji absen pada 2011.", "Mali juga."],
        ),
        ('"Kami pergi."Ia berdiri."Kalian?"', "id", ['"Kami pergi."', "Ia berdiri.", '"Kalian?"']),
        ("“Kami pergi.”Ia berdiri.", "id", ["“Kami pergi.”", "Ia berdiri."]),
        ('"Kami pergi\n"Kami tinggal."', "id", ['"Kami pergi', '"Kami tinggal."']),
        ('Ia menyebutnya "adil".Mali setuju.', "id", ['Ia menyebutnya "adil".', "Mali setuju."]),
        (
            "Kata Prof.Dr.Sow, situs Bookeo.Com dan J.K. Soto mati.",
            "id",
            ["Kata Prof.Dr.Sow, situs Bookeo.Com dan J.K. Soto mati."],
        ),
    ],
)
def test_sentences(text: str, language: str, expected: list[str]) -> None:
    assert _sentences(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ia menekan kepadaMali", "id", ["Ia", "menekan", "kepada", "Mali"]),
        ("PresidenPrabowo lewat TikTok", "id", ["Presiden", "Prabowo", "lewat", "TikTok"]),
        (
            "theFiji envoy, McDonald and AirAsia",
            "en",
            ["the", "Fiji", "envoy", ",", "McDonald", "and", "AirAsia"],
        ),
    ],
)
def test_a_name_is_parted_from_the_word_to_which_a_lost_link_joined_it(
    text: str, language: str, expected: list[str]
) -> None:
    found = _scan(text, language)
    assert found.words == expected
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == expected


def test_sentences_of_a_part_stay_inside_it() -> None:
    text = "Satu. Dua. Tiga."
    found = list(sentences(text, 6, 10, lexicon("id")))
    assert [text[a:b] for a, b in found] == ["Dua."]


def test_tokens_lie_where_their_offsets_say() -> None:
    text = "Menlu AS-Rusia bertemu di Jenewa, Rabu (8/5)."
    s = _scan(text)
    assert [text[a:b] for a, b in zip(s.starts, s.ends, strict=True)] == s.words
    assert [w.lower() for w in s.words] == s.lows
    assert s.span(0, 2) == (0, len("Menlu AS"))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("AS-Rusia", ["AS", "-", "Rusia"]),
        ("Iran-Irak", ["Iran", "-", "Irak"]),
        ("China-Jepang-India", ["China", "-", "Jepang", "-", "India"]),
        # people known by one word, or one of them by a surname; whoever stands before another's title
        ("Biden-Xi", ["Biden", "-", "Xi"]),
        ("Jokowi-Marcos", ["Jokowi", "-", "Marcos"]),
        ("Menlu Wulan-Menlu Peru", ["Menlu", "Wulan", "-", "Menlu", "Peru"]),
        ("Kim Jong-Un", ["Kim", "Jong-Un"]),
        ("Santos-Garcia", ["Santos-Garcia"]),
        # names of several words
        ("Korea Selatan-Jepang", ["Korea", "Selatan", "-", "Jepang"]),
        ("ASEAN-Selandia Baru", ["ASEAN", "-", "Selandia", "Baru"]),
        ("AS-Korea Selatan-Jepang", ["AS", "-", "Korea", "Selatan", "-", "Jepang"]),
        ("Jawa Timur-Peru", ["Jawa", "Timur-Peru"]),
        ("Ketua-Ketua", ["Ketua-Ketua"]),
        ("Moon Jae-in", ["Moon", "Jae-in"]),
        ("Al-Sisi", ["Al-Sisi"]),
        ("sama-sama", ["sama-sama"]),
        ("negara-negara", ["negara-negara"]),
        ("pro-Rusia", ["pro-Rusia"]),
        ("as-rusia", ["as-rusia"]),
    ],
)
def test_hyphens_part_only_parties_and_people(word: str, parts: list[str]) -> None:
    assert _scan(word).words == parts


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Utusan AS tiba.", "id", ["USA"]),
        ("Ia bekerja as roda.", "id", []),
        ("The US agreed.", "en", ["USA"]),
        ("They told us so.", "en", []),
        ("Us and them.", "en", []),
        ("He left as planned.", "en", []),
        ("As he left.", "en", []),
        ("Turkey agreed.", "en", ["TUR"]),
        ("They ate turkey.", "en", []),
        ("Chad pergi.", "id", ["TCD"]),
        ("They fought al-Shabaab.", "en", ["AL_SHABAAB"]),
        ("They fought al Qaeda.", "en", ["AL_QAEDA"]),
        ("They know al and qaeda.", "en", []),
        ("PBB bersidang.", "id", ["UN"]),
    ],
)
def test_names_are_found_only_as_they_are_written(text: str, language: str, codes: list[str]) -> None:
    assert _codes(text, language) == codes


def test_the_longest_phrase_wins() -> None:
    s = _scan("wakil menteri luar negeri Chad")
    first = s.hits[0]
    assert first.word is not None
    assert first.j == 4
    assert [t.office for t in first.word.titles] == ["deputy_foreign_minister"]


def test_a_clitic_hides_no_trigger() -> None:
    hit = _scan("pertemuannya").hits[0]
    assert hit.clitic and hit.word is not None and hit.word.triggers


@pytest.mark.parametrize("text", ["seberangnya", "tanya", "punya"])
def test_no_clitic_where_no_trigger_is_left(text: str) -> None:
    hit = _scan(text).hits.get(0)
    assert hit is None or not hit.clitic


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Itu merupakan pelanggaran berat hukum.", "merupakan pelanggaran berat"),
        ("Itu merupakan “pelanggaran berat” hukum.", "merupakan “ pelanggaran berat"),
        ("Itu merupakan “awal baru” hukum.", ""),
        ("Itu merupakan pelanggaran “berat” hukum.", "merupakan pelanggaran “ berat"),
    ],
)
def test_a_quotation_may_begin_within_a_trigger(text: str, words: str) -> None:
    s = _scan(text)
    hit = s.hits.get(1)
    assert (" ".join(s.words[hit.i : hit.j]) if hit is not None else "") == words

"""What pages put into running text is cut out as lines of its own: links, adverts, videos, credits."""

from __future__ import annotations

import pytest

from kawat.pages import read_text

STORY = "Menteri Luar Negeri Fiji tiba di Lima pada Senin untuk berunding dengan Peru."


def parts(text: str, language: str = "id") -> list[tuple[str | None, str]]:
    of = read_text(text, language=language)
    return [(line.role, of.text[line.start : line.end]) for line in of.lines]


@pytest.mark.parametrize(
    ("inner", "link", "rest"),
    [
        # a headline with capitals ends at what opens a sentence, or at the last capital before small words
        (
            "Baca juga: Mali Tolak Usul Peru soal Ikan Namun rapat tetap digelar.",
            "Baca juga: Mali Tolak Usul Peru soal Ikan",
            "Namun rapat tetap digelar.",
        ),
        (
            "Baca juga:Mali Tolak Usul Peru di Lima Soto mengaku heran.",
            "Baca juga:Mali Tolak Usul Peru di Lima",
            "Soto mengaku heran.",
        ),
        (
            "Simak Juga: Kopi Naik Lagi. Soto mengaku heran.",
            "Simak Juga: Kopi Naik Lagi.",
            "Soto mengaku heran.",
        ),
        (
            "Pilihan Editor: Harga Kopi Naik Lagi  Soto mengaku heran.",
            "Pilihan Editor: Harga Kopi Naik Lagi",
            "Soto mengaku heran.",
        ),
        (
            "(Baca juga: Harga Kopi Naik Lagi) Soto mengaku heran.",
            "(Baca juga: Harga Kopi Naik Lagi)",
            "Soto mengaku heran.",
        ),
    ],
)
def test_a_link_ends_where_the_story_goes_on(inner: str, link: str, rest: str) -> None:
    assert parts(f"{STORY} {inner}") == [("body", STORY), ("related", link), ("body", rest)]


def test_a_link_ends_where_the_next_word_was_joined_to_it() -> None:
    inner = "Baca juga: Mali Larang TikTok di Lima dan KuscoSoto mengaku heran."
    link, rest = inner.split("Soto")
    assert parts(f"{STORY} {inner}")[1:] == [("related", link), ("body", "Soto" + rest)]


def test_a_headline_in_small_letters_takes_its_whole_sentence() -> None:
    text = "Fiji came to Lima on Monday for talks. Related article What the talks are about Soto was late. Peru waited."
    assert [role for role, _ in parts(text, "en")] == ["body", "related", "body"]


@pytest.mark.parametrize(
    "insert",
    [
        "ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT",
        "SCROLL TO CONTINUE WITH CONTENT",
        "[Gambas:Video Kopi]",
    ],
)
def test_adverts_and_videos_part_the_text(insert: str) -> None:
    assert parts(f"{STORY} {insert} Rapat itu tertutup.") == [
        ("body", STORY), ("advert", insert), ("body", "Rapat itu tertutup.")
    ]  # fmt: skip


def test_an_advert_before_a_paragraph_is_no_part_of_it() -> None:
    assert parts(f"ADVERTISEMENT {STORY}") == [("advert", "ADVERTISEMENT"), ("body", STORY)]


def test_the_credit_of_a_picture_parts_the_text() -> None:
    text = "Envoys of Fiji and Peru meet in Lima, July 3, 2024. (credit: Ann Example) The talks were short, Peru said."
    assert [role for role, _ in parts(text, "en")] == ["body", "caption", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "The advertisement upset Fiji, whose minister asked Peru (a neighbour across the sea) to read more on it.",
        "Warga diminta membaca. Baca juga kisah Fiji di halaman lain, kata Soto, sebelum rapat dengan Peru dimulai.",
        STORY,
    ],
)
def test_running_text_stays_whole(text: str) -> None:
    assert len(parts(text, "en" if text.startswith("The") else "id")) == 1

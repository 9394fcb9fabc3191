"""A headline of another page between two sentences that no white space parts: the sentence begins behind it."""

from __future__ import annotations

import pytest
from telling import article

from kawat.reading.lexicon import lexicon
from kawat.reading.story import story

BEFORE = "Menlu Fiji tiba di Lima."


def behind(text: str) -> str:
    """Return the last sentence of an article that begins with another."""
    return story(article(BEFORE + text, "id"), lexicon("id"))[-1].text


@pytest.mark.parametrize(
    ("headline", "rest"),
    [
        ("Mali Tolak Usul Peru soal Ikan ", "Namun, rapat tetap digelar."),  # an opener
        ("Mali Tolak Usul Peru di Lima ", "Soto mengaku heran."),  # the last capital before small words
        ("Mali Tolak Usul Peru di Lima ", '"Kami heran," kata Soto.'),
        (
            "Mali Tolak Usul Peru soal Ikan",
            "Pada Senin, rapat tetap digelar.",
        ),  # without white space on either side
        (
            "Mali Tolak Usul Peru di LimaPeru Kecam Sikap Mali soal Ikan",
            "Pada Senin, rapat tetap digelar.",
        ),  # two
    ],
)
def test_the_sentence_begins_behind_the_headline(headline: str, rest: str) -> None:
    assert behind(headline + rest) == rest


@pytest.mark.parametrize(
    "sentence",
    [
        "Menteri Luar Negeri Korea Selatan Cho Tae Yul menolak usul itu.",  # names and titles tell nothing
        "Mali menolak usul Peru soal ikan.",
        "Mali Tolak Usul Peru.",
    ],
)
def test_a_sentence_with_capitals_stays_whole(sentence: str) -> None:
    assert behind(sentence) == sentence


def test_where_white_space_parts_them_nothing_is_cut() -> None:
    sentence = "Mali Tolak Usul Peru di Lima Soto mengaku heran."
    assert behind(" " + sentence) == sentence

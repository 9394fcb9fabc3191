"""Laws that hold for any text: spans quote the stored text, lines cover it, reading is a function."""

from __future__ import annotations

import hashlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.errors import PageError
from kawat.pages import Article, Page, read_page, read_text
from kawat.pages.decode import decode
from kawat.pages.pack import fold

PIECES = st.sampled_from([
    "Baca juga: ", "Editor : ", "Sumber: AFP", "Halaman:", "Terpopuler", "- 8 Februari 2022, 16:53 WIB",
    "\n", "\n\n", "Presiden X bertemu Y. ", "(AP/Nama)", "JAKARTA, KOMPAS.com - ", "Judul Berita Besar",
    "x", "|", "é“", "\u200b", "[pan]", "dikutip Reuters, Minggu (5/12/2021)", "31 Februari 2021", "<p>",
    "\r", "\x00", "\u2028", "\x85", " ", "\t",
])  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=25).map("".join)


def check(article: Article) -> None:
    text = article.text
    assert article.digest == hashlib.sha256(text.encode()).hexdigest()
    assert "\r" not in text and "\x00" not in text
    end = 0
    for line in article.lines:
        assert end <= line.start < line.end <= len(text)
        words = text[line.start : line.end]
        assert words == words.strip() and "\n" not in words
        end = line.end
    covered = set().union(*(range(x.start, x.end) for x in article.lines)) if article.lines else set()
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())
    bodies = [x for x in article.lines if x.role == "body"]
    assert len(bodies) == len(article.body)
    for line, span in zip(bodies, article.body, strict=True):
        assert line.start <= span.start <= span.end <= line.end
    for credit in article.upstream:
        assert text[credit.start : credit.end] == credit.text


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    try:
        article = read_text(text)
    except PageError:
        assert not any(c.isalnum() for c in text)
        return
    check(article)
    assert read_text(text) == article


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_html(text: str) -> None:
    with suppress(PageError):
        check(read_page(Page("x", f"<html><body><article>{text}</article>", "html", "x")))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    with suppress(PageError):
        assert isinstance(decode(data, "x"), str)


@given(st.text(max_size=60))
def test_fold_is_idempotent(words: str) -> None:
    assert fold(fold(words)) == fold(words)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "a " * 100_000,
        "(" * 50_000,
        "-" * 50_000,
        "Baca juga: " * 10_000,
        "dikutip dari " * 10_000,
        "/AP " * 20_000,
        "Reuters " * 20_000,
        ("Judul Berita\n" * 20_000),
        "1/" * 50_000 + "2021",
        "A. " * 50_000,
        "x.y" * 50_000,
    ],
    ids=lambda t: t[:12],
)
def test_long_and_hostile_text_is_read(text: str) -> None:
    check(read_text(text))  # a rule that takes quadratic time would not come back

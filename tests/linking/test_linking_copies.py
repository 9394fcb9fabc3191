"""Which articles have the wording of which: all prose here is written for these tests."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.linking.copies import (
    KEYS,
    SHARE,
    SHARED,
    compare,
    copies,
    copy_of,
    neighbours,
    order,
    share,
    sketch,
    wording,
)
from kawat.pages import read_text
from kawat.pages.model import Article

HARBOUR = """The foreign ministers of the two island states met on Tuesday at the old customs house in the harbour.

They talked for almost three hours about the ferry that used to join their capitals, about fishing boats held since the
spring, and about a cable under the strait that a trawler had cut in two places.

Neither side gave way on the boats. Both agreed that the ferry should sail again before the monsoon, once engineers have
looked at the pier, and that a joint office would watch over the repair of the cable from next month.

The ministers will see each other again in autumn, this time on the northern island, where the talks
began a year ago."""

PELABUHAN = """Menteri luar negeri kedua negara pulau itu bertemu pada Selasa di gedung pabean lama dekat dermaga.

Selama hampir tiga jam mereka membahas kapal feri yang dahulu menghubungkan kedua ibu kota, perahu nelayan yang ditahan
sejak musim semi, dan kabel di dasar selat yang putus di dua tempat karena jaring pukat.

Tidak ada pihak yang mengalah soal perahu. Keduanya sepakat bahwa feri harus berlayar lagi sebelum musim hujan tiba,
setelah para insinyur memeriksa dermaga, dan sebuah kantor bersama akan mengawasi perbaikan kabel mulai bulan depan.

Kedua menteri akan bertemu lagi pada musim gugur di pulau sebelah utara, tempat perundingan dimulai
setahun yang lalu."""

HARVEST = """Farmers in the hills above the river have brought in more rice this year than in any of the past ten.

The dam that was finished in March kept the lower fields wet through a dry June, said the head of the growers, and a new
road lets lorries reach the mills in one day instead of three. Prices at the market in town have fallen by a fifth.

Not everyone is glad of it. Those who had stored last year's grain, hoping to sell it dear, now sit on full barns."""

SAID = (
    "“We will not sign a paper that leaves our fishermen in a foreign jail, and we will not send a ferry to a pier "
    "where our flag is not allowed to fly, whatever else may be written in that paper,” the minister told the press."
)
PANEN = """Petani di perbukitan di atas sungai memanen lebih banyak padi tahun ini daripada sepuluh tahun terakhir.

Bendungan yang selesai pada Maret menjaga sawah di hilir tetap basah sepanjang Juni yang kering, dan jalan baru
membuat truk sampai ke penggilingan dalam sehari. Harga di pasar kota turun seperlima, tetapi tidak semua
orang senang karenanya."""


def page(id: str, text: str, published: str | None = "2021-03-02", **more: str) -> Article:
    return read_text(text, id=id, published=published, **more)


def reordered(text: str) -> str:
    return "\n\n".join(reversed(text.split("\n\n")))


def changed(text: str, every: int) -> str:
    """Put a word that stands nowhere else in the place of one in `every`."""
    words = text.split(" ")
    return " ".join(f"kata{n}" if n % every == 0 else word for n, word in enumerate(words))


COPIED = {
    "as it is": lambda text: text,
    "cut": lambda text: "\n\n".join(text.split("\n\n")[1:3]),
    "in another order": reordered,
    "one word in ten changed": lambda text: changed(text, 10),
    "one word in four changed": lambda text: changed(text, 4),
    "one word in three changed": lambda text: changed(text, 3),
    "in another order, one word in five changed": lambda text: changed(reordered(text), 5),
    "within another text": lambda text: f"{HARVEST}\n\n{text}",
    "in capitals": lambda text: text.upper(),
}


@pytest.mark.parametrize("text", [HARBOUR, PELABUHAN], ids=["en", "id"])
@pytest.mark.parametrize("change", COPIED.values(), ids=COPIED)
def test_copy_is_found(text, change):
    first, later = page("first", text), page("later", change(text), "2021-03-03")
    (copy,) = copies([later, first])
    assert (copy.article, copy.of, copy.delay) == ("later", "first", 86_400)
    assert SHARE <= copy.share <= 1


UNLIKE = {
    "another matter": (HARBOUR, HARVEST),
    "another language": (HARBOUR, PELABUHAN),
    "another matter, Indonesian": (PELABUHAN, PANEN),
    "the same quotation": (f"{HARBOUR}\n\n{SAID}", f"{HARVEST}\n\n{SAID}"),
    "a short text with one phrase": (HARBOUR, "The foreign ministers of the two island states met again."),
}


@pytest.mark.parametrize(("one", "other"), UNLIKE.values(), ids=UNLIKE)
def test_no_copy(one, other):
    assert copies([page("a", one), page("b", other, "2021-03-03")]) == ()


def test_a_quotation_that_only_one_sets_in_marks_counts():
    later, earlier = wording(page("b", SAID)), wording(page("a", SAID.replace("“", "").replace("”", "")))
    assert share(later, earlier) == 1


def test_an_article_that_is_nothing_but_a_quotation_is_copied_by_one_that_is_no_more():
    (copy,) = copies([page("a", SAID), page("b", SAID, "2021-03-03")])
    assert (copy.of, copy.share) == ("a", 1)


def test_share_is_of_the_later_articles_words():
    part = "\n\n".join(HARBOUR.split("\n\n")[:2])
    assert compare(page("whole", HARBOUR), page("part", part, "2021-03-03")).share == 1
    longer = compare(page("part", part), page("whole", HARBOUR, "2021-03-03"))
    assert longer.article == "whole"
    assert 0.3 < longer.share < 0.6


def test_copy_of_a_copy_is_of_the_original():
    pages = [
        page("a", HARBOUR, "2021-03-02T08:00:00+07:00"),
        page("b", changed(HARBOUR, 12), "2021-03-02T09:00:00+07:00"),
        page("c", changed(HARBOUR, 12) + "\n\nMore follows.", "2021-03-02T03:00:00+00:00"),
    ]
    assert [(c.article, c.of, c.delay) for c in copies(pages)] == [("b", "a", 3600), ("c", "a", 7200)]


def test_copy_is_of_the_one_that_has_its_wording_not_of_the_first_that_has_some():
    pages = [
        page("a", "\n\n".join(HARBOUR.split("\n\n")[:1]) + "\n\n" + HARVEST, "2021-03-01"),
        page("b", HARBOUR, "2021-03-02"),
        page("c", HARBOUR, "2021-03-03"),
    ]
    assert [(c.article, c.of) for c in copies(pages)] == [("c", "b")]


def test_an_original_that_comes_to_light_later_takes_the_place():
    later = [page("b", HARBOUR, "2021-03-03"), page("c", HARBOUR, "2021-03-04")]
    assert [(c.article, c.of) for c in copies(later)] == [("c", "b")]
    original = page("z", HARBOUR, "2021-03-02")
    assert [(c.article, c.of) for c in copies([*later, original])] == [("b", "z"), ("c", "z")]
    assert copy_of(later[1], [later[0], original, later[1]]) == copies([*later, original])[1]


@pytest.mark.parametrize(
    ("first", "second", "of", "delay"),
    [
        ("2021-03-02", "2021-03-05", "a", 3 * 86_400),
        ("2021-03-02T08:00:00+07:00", "2021-03-02T01:30:00+00:00", "a", 1800),
        ("2021-03-02T23:00:00+07:00", "2021-03-03", "a", 86_400),
        ("2021-03-05", "2021-03-02", "b", 3 * 86_400),
        (None, "2021-03-02", "b", None),
        (None, None, "a", None),
        ("2021-03-02", "2021-03-02", "a", 0),
    ],
)
def test_first_published_is_the_original(first, second, of, delay):
    (copy,) = copies([page("a", HARBOUR, first), page("b", HARBOUR, second)])
    assert (copy.of, copy.delay) == (of, delay)


def test_a_day_inferred_from_the_text_does_not_say_who_was_first():
    inferred = page("a", HARBOUR.replace("on Tuesday", "on 1 March 2021"), None)
    assert inferred.published is None or inferred.published.inferred
    assert sketch(inferred).published is None


@pytest.mark.parametrize("text", ["", "Two words", "Three words here"])
def test_short_text(text):
    pages = [page(id, f"{text}\n\nxx") for id in ("a", "b")]
    assert copies(pages) == ()


def test_sketch_is_small_and_the_same_for_the_same_words():
    one, other = sketch(page("a", HARBOUR)), sketch(page("b", HARBOUR.upper().replace(",", ";")))
    assert one.keys == other.keys == tuple(sorted(set(one.keys)))
    assert SHARED <= len(one.keys) <= KEYS
    assert all(-(2**63) <= key < 2**63 for key in one.keys)


def test_what_stands_under_all_articles_brings_few_neighbours():
    alike = "Read more of our news from the islands every morning, in your letter box or on the screen of your choice."
    dealt = random.Random(1)
    words = [f"w{n}" for n in range(3000)]
    pages = [page(f"{n:03}", " ".join(dealt.sample(words, 60)) + f".\n\n{alike}") for n in range(60)]
    near = dict(neighbours(map(sketch, pages)))
    assert len(near) == 60
    assert max(map(len, near.values())) <= 20 * 2


TEXTS = [HARBOUR, changed(HARBOUR, 9), reordered(HARBOUR), PELABUHAN, changed(PELABUHAN, 4), HARVEST, SAID]
DAYS = [None, "2021-03-01", "2021-03-02", "2021-03-02T08:00:00+07:00"]


@given(
    st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(DAYS)), max_size=6),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter(drawn, dealt):
    pages = [page(f"p{n}", text, day) for n, (text, day) in enumerate(drawn)]
    found = copies(pages)
    mixed = [*pages, *pages[:2]]
    dealt.shuffle(mixed)
    assert copies(mixed) == found
    assert len({copy.article for copy in found}) == len(found)
    place = {p.id: order(sketch(p).published, p.id) for p in pages}
    for copy in found:
        assert copy.article != copy.of
        assert place[copy.of] < place[copy.article]
        assert 0 <= copy.share <= 1
        assert copy == copy_of(next(p for p in pages if p.id == copy.article), pages)


@given(st.text(alphabet='ab c".\n“”', max_size=80), st.text(alphabet='ab c".\n“”', max_size=80))
def test_share_lies_within_bounds(one, other):
    assert 0 <= share(wording(page("a", f"x {one}")), wording(page("b", f"x {other}"))) <= 1


@pytest.mark.parametrize("clock", ["T24:00:00", "T10:00:60", "T10:00:00+25:00", "T99:99:99"])
def test_a_clock_that_cannot_be_counts_as_its_day(clock: str) -> None:
    assert order(f"2023-03-23{clock}", "a") == order("2023-03-23", "a")


@pytest.mark.parametrize("published", ["2023-03", "2023-02-30", "soon", ""])
def test_what_is_no_date_is_unknown(published: str) -> None:
    assert order(published, "a") == order(None, "a")


def test_a_delay_of_millennia_stays_countable() -> None:
    # An outlet's template may have 9999-12-31 for a day that it does not know.
    found = compare(page("a", HARBOUR), page("b", HARBOUR, published="9999-12-31"))
    assert found is not None
    assert found.delay == 2**31 - 1

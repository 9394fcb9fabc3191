"""Times counted from another time of the text: "sehari kemudian", "two days earlier", "that year"."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.times import Timex, find, follow, resolve

PUBLISHED = date(2024, 5, 15)  # a Wednesday

CASES = [
    ("id", "Ia tiba Senin (13/5). Sehari sebelumnya ia menelepon.", "2024-05-12"),
    ("id", "Ia tiba pada 26 April. Empat hari kemudian perbatasan ditutup.", "2024-04-30"),
    ("id", "Ia tiba pada 26 April. Keesokan harinya perbatasan ditutup.", "2024-04-27"),
    ("id", "Ia tiba Selasa. Pada hari yang sama perbatasan ditutup.", "2024-05-14"),
    ("id", "Ia tiba Selasa. Malam harinya mereka berunding.", "2024-05-14"),
    ("id", "Ia tiba Selasa. Semalam sebelumnya mereka berunding.", "2024-05-13"),
    ("id", "Ia ditangkap pada 2010. Dua tahun kemudian ia dibebaskan.", "2012"),
    ("id", "Ia ditangkap pada Maret 2010. Sebulan setelah itu ia dibebaskan.", "2010-04"),
    ("id", "Ia ditangkap pada 2017. Pada September tahun itu ia dibebaskan.", "2017-09"),
    ("id", "Ia tiba pada 8 Mei. Sepekan sebelumnya mereka berunding.", "2024-04-29/2024-05-05"),
    ("id", "Ia tiba pada 8 Maret. Bulan sebelumnya mereka berunding.", "2024-02"),
    ("id", "Ia ditangkap pada 2010. Tahun berikutnya ia dibebaskan.", "2011"),
    ("id", "Ia ditangkap pada 2010. Pada tahun yang sama ia dibebaskan.", "2010"),
    ("id", "Ia tiba pada 8 Mei. Kala itu perbatasan ditutup.", "2024-05-08"),
    ("id", "Ia ditangkap pada 2010. Saat itu perbatasan ditutup.", "2010"),
    ("id", "Januari. Ia terbang ke Beijing dan pada tanggal 28 diterima.", "2024-01-28"),
    ("id", "Ia tiba pada Februari. Tanggal 30 ia pulang.", "2024-04-30"),
    ("id", "Ia ditangkap pada 2010. Pada tahun itu juga ia dibebaskan.", "2010"),
    ("id", "Ia ditangkap pada Maret 2010. Pada akhir bulan itu ia dibebaskan.", "2010-03"),
    ("id", "Ia tiba pada 26 April. Pekan itu mereka berunding.", "2024-04-22/2024-04-28"),
    ("id", "Ia tiba pada 27 April. Pada akhir pekan itu mereka berunding.", "2024-04-27/2024-04-28"),
    ("id", "Ia tiba pada 26 April. Malamnya mereka berunding.", "2024-04-26"),
    ("id", "Ia tiba pada 26 April. Keesokannya mereka berunding.", "2024-04-27"),
    ("id", "Ia tiba pada 26 April. Lusanya mereka berunding.", "2024-04-28"),
    ("id", "Ia tiba pada 26 April. Berselang dua hari, mereka berunding.", "2024-04-28"),
    ("id", "Ia tiba pada 26 April. Selang sehari kemudian mereka berunding.", "2024-04-27"),
    ("id", "Ia tiba pada 26 April. Tiga jam kemudian mereka berunding.", "2024-04-26"),
    ("id", "Ia tiba pada 26 April. 12 jam sebelumnya perbatasan ditutup.", "2024-04-26"),
    ("id", "Ia tiba pada 26 April. Senin berikutnya mereka berunding.", "2024-04-29"),
    ("id", "Ia tiba pada 26 April. Jumat sebelumnya mereka berunding.", "2024-04-19"),
    ("en", "They met on April 26. On the 14th the border had been shut.", "2024-04-14"),
    ("en", "They met on May 8. The day before, the border was shut.", "2024-05-07"),
    ("en", "They met in 2010. At the time the border was shut.", "2010"),
    ("en", "They met on Monday. Two days earlier the border was shut.", "2024-05-11"),
    ("en", "They met on April 26. The next day the border was shut.", "2024-04-27"),
    ("en", "They met on April 26. The following week the border was shut.", "2024-04-29/2024-05-05"),
    ("en", "They met on Monday. Later that day the border was shut.", "2024-05-13"),
    ("en", "They met in 2010. Two years later the border was shut.", "2012"),
    ("en", "They met in 2017. In September of that year the border was shut.", "2017-09"),
    ("en", "They met in 2017. Later that year the border was shut.", "2017"),
    ("en", "They met in March 2017. In the same month the border was shut.", "2017-03"),
    ("en", "They met on April 26. That week the border was shut.", "2024-04-22/2024-04-28"),
    ("en", "They met on April 26. The week before, the border had been shut.", "2024-04-15/2024-04-21"),
    ("en", "They met on April 26. Earlier in the day the border was shut.", "2024-04-26"),
    ("en", "They met on April 26. Three hours later the border was shut.", "2024-04-26"),
    ("en", "They met on April 26. The following Monday the border was shut.", "2024-04-29"),
    ("en", "They met on April 26. The border had been shut the Friday before.", "2024-04-19"),
]

#: The time told before is too coarse, or there is none.
UNTOLD = [
    ("id", "Sehari kemudian perbatasan ditutup."),
    ("id", "Ia tiba pada Maret 2010. Sehari kemudian perbatasan ditutup."),
    ("id", "Ia tiba pada 26 April. Beberapa hari kemudian perbatasan ditutup."),
    ("id", "Kala itu perbatasan ditutup."),
    ("id", "Perbatasan ditutup malamnya."),
    ("en", "Two days earlier the border was shut."),
    ("en", "Later that year the border was shut."),
    ("en", "They met in 2010. The next day the border was shut."),
]


def last(language: str, text: str, published: date | None = PUBLISHED) -> Timex:
    """Return the last time of a text, counted."""
    return follow(find(text, language), published)[-1]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_time_is_counted_from_the_one_told_before(language: str, text: str, expected: str) -> None:
    assert resolve(last(language, text), PUBLISHED).edtf == expected


@pytest.mark.parametrize(("language", "text"), UNTOLD)
def test_nothing_is_counted_from_what_was_not_told(language: str, text: str) -> None:
    time = last(language, text)
    assert time.kind in ("shifted", "vague")
    assert resolve(time, PUBLISHED).edtf is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("id", "Senin berikutnya mereka berunding.", "2024-05-13"),
        ("id", "Pada akhir pekan itu mereka berunding.", "2024-05-11/2024-05-12"),
        ("en", "The previous Friday they met.", "2024-05-10"),
    ],
)
def test_a_weekday_or_weekend_needs_no_time_before_it(language: str, text: str, expected: str) -> None:
    assert resolve(last(language, text), PUBLISHED, tense="past").edtf == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Ia tiba pada 26 April, hanya berselang dua hari sebelum pemilu."),
        ("id", "Ia tiba pada 26 April, berselang dua hari sejak pemilu."),
        ("en", "He left on April 26, the week before the war."),
        ("en", "He left on April 26, the Friday before Peru's talks."),
    ],
)
def test_what_is_counted_from_an_act_is_not_counted_from_a_time(language: str, text: str) -> None:
    assert all(t.kind != "shifted" for t in find(text, language))


def test_a_year_is_counted_without_a_day_of_publication() -> None:
    time = last("id", "Ia ditangkap pada 2010. Dua tahun kemudian ia dibebaskan.", None)
    assert (time.year, time.month) == (2012, None)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_days_are_counted_as_the_calendar_counts_them(told: date, n: int) -> None:
    named = Timex(0, 0, "", "DATE", "day_month_year", year=told.year, month=told.month, day=told.day)
    shifted = Timex(1, 1, "", "DATE", "shifted", unit="day", offset=n)
    found = follow([named, shifted], PUBLISHED)
    assert found[0] is named
    assert resolve(found[1], PUBLISHED).edtf == (told + timedelta(days=n)).isoformat()


@given(
    st.lists(st.sampled_from([text for _, text, _ in CASES] + [text for _, text in UNTOLD]), max_size=6),
    st.none() | st.dates(),
    st.sampled_from(["id", "en"]),
)
def test_only_what_is_counted_is_changed(texts: list[str], anchor: date | None, language: str) -> None:
    before = find(" ".join(texts), language)
    after = follow(before, anchor)
    assert [(t.start, t.end, t.kind) for t in after] == [(t.start, t.end, t.kind) for t in before]
    assert all(
        a is b for a, b in zip(after, before, strict=True) if b.kind not in ("shifted", "day_of_month")
    )

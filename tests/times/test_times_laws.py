"""What holds for every text and anchor: spans, order, no crash; and the packs' own examples."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.errors import PackError
from kawat.packs import extends, languages, section
from kawat.times import check, find, resolve, zone_offset
from kawat.times.grammar import Grammar, _Compiler
from kawat.times.pack import TimesPack

LANGUAGES = languages()


def forms(language):
    """Return the forms of a pack; those that it has from another with their examples are that one's."""
    base = extends(language)
    theirs = [(f.name, f.examples) for f in section(base, "times", TimesPack).forms] if base else []
    return [f for f in section(language, "times", TimesPack).forms if (f.name, f.examples) not in theirs]


EXAMPLES = [
    (language, form.name, example)
    for language in LANGUAGES
    for form in forms(language)
    for example in form.examples
]


def vocabulary(language: str) -> list[str]:
    pack = section(language, "times", TimesPack)
    words = [w for table in (*pack.values.values(), *pack.words.values()) for w in table]
    numbers = [
        "1",
        "07",
        "29",
        "31",
        "99",
        "1.000",
        "2014",
        "1999",
        "19.30",
        "22:46",
        "31/02",
        "(7/12)",
        "2021-12-07",
    ]
    return sorted(
        {*words, *(w.title() for w in words), *numbers, *pack.zones, *"(),./-|\n\t", "–", "x", "Wina", "ini"}
    )


def texts(language: str) -> st.SearchStrategy[str]:
    parts = st.sampled_from(vocabulary(language)) | st.text(max_size=4)
    return st.lists(parts, max_size=14).flatmap(
        lambda words: st.sampled_from([" ", "", "  "]).map(lambda blank: blank.join(words))
    )


@pytest.mark.parametrize(("language", "name", "example"), EXAMPLES)
def test_the_pack_s_examples_hold(language, name, example):
    text = example.replace("{", "").replace("}", "")
    start, end = example.index("{"), example.index("}") - 1
    found = {(t.start, t.end): t.reason for t in find(text, language)}
    assert found.get((start, end)) == f"{language}/times/{name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_forms_are_unique(language):
    names = [form.name for form in section(language, "times", TimesPack).forms]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), anchor=st.dates(), tense=st.sampled_from([None, "past", "future"]))
def test_every_text_resolves_on_every_day(language, data, anchor, tense):
    text = data.draw(texts(language))
    end = 0
    for timex in find(text, language):
        assert timex.start >= end
        assert timex.end > timex.start
        assert text[timex.start : timex.end] == timex.text == timex.text.strip()
        assert timex.reason.startswith(f"{language}/times/")
        end = timex.end
        resolved = resolve(timex, anchor, tense=tense)
        assert resolved.value
        check(timex)
        assert msgspec.convert(msgspec.to_builtins(timex), type(timex)) == timex


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_a_part_of_a_text_keeps_its_offsets(language, data):
    text = data.draw(texts(language))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    alone = [(t.start + start, t.end + start, t.kind) for t in find(text[start:end], language)]
    assert [(t.start, t.end, t.kind) for t in find(text, language, start, end)] == alone


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Jumat, 8 Februari 2021", "weekday_mismatch"),
        ("Senin, 8 Februari 2021", None),
        ("Selasa (8/12/2021)", "weekday_mismatch"),
        ("8 Februari 2021", None),
        ("Jumat", None),
    ],
)
def test_weekday_that_contradicts_its_date(text, problem):
    (timex,) = find(text, "id")
    assert check(timex) == problem
    assert resolve(timex, date(2022, 2, 8)).problem == problem


def test_weekday_that_contradicts_a_date_without_year():
    (timex,) = find("Rabu (7/12)", "id")
    assert check(timex) is None
    assert resolve(timex, date(2021, 12, 8)).problem == "weekday_mismatch"


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("WIB", "+07:00"),
        ("WITA", "+08:00"),
        ("WIT", "+09:00"),
        ("GMT", "+00:00"),
        ("EDT", "-04:00"),
        ("SGT", "+08:00"),
        ("+07:00", "+07:00"),
        ("GMT+7", "+07:00"),
        ("+99:00", None),
        ("waktu setempat", None),
        ("", None),
    ],
)
def test_zone_offset(zone, offset):
    assert zone_offset(zone) == offset


def test_a_month_has_no_31st_if_the_calendar_says_so():
    assert [t.text for t in find("Rapat 31 Februari 2021 batal.", "id")] == ["Februari 2021"]


def test_a_long_hostile_text_is_read():
    text = "7 " * 4000 + "(7/12" * 4000 + "tiga puluh " * 4000 + "9" * 20000 + " tahun lalu"
    assert all(text[t.start : t.end] == t.text for t in find(text, "id"))


def test_a_form_that_names_what_is_not_there_is_a_pack_error():
    pack = section("id", "times", TimesPack)
    broken = msgspec.structs.replace(pack.forms[0], form="<day> <moon>")
    with pytest.raises(PackError, match="moon"):
        Grammar(_Compiler("id", msgspec.structs.replace(pack, forms=[broken])))
    broken = msgspec.structs.replace(pack.forms[0], form="<day> & <month>")
    with pytest.raises(PackError, match="&"):
        Grammar(_Compiler("id", msgspec.structs.replace(pack, forms=[broken])))

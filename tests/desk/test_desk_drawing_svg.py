"""Text goes into a drawing as text only, whatever it is."""

from __future__ import annotations

from datetime import date

import pytest
from desk_samples import HOSTILE
from drawing_samples import event, party, place, read, witness
from hypothesis import given
from hypothesis import strategies as st

from kawat.desk.drawing import activity, chain, network, sparkline, timeline, world_map
from kawat.desk.drawing.svg import fit, label, linked, measure, number, text
from kawat.desk.words import area, languages, words
from kawat.linking.model import Event, Member

EN = words("en")


def _all(events: list[Event], link: str | None = "/events/x") -> list[str]:
    drawn = [
        timeline(events, EN, "2024-06-01", lambda e: link),
        network(events, EN, lambda a, b: link),
        world_map(events, EN, lambda e: link),
        activity(events, EN),
        *(chain(e, EN, lambda a: link) for e in events[:1]),
    ]
    return [*(d.svg for d in drawn), sparkline(events, EN)]


def _telling(words: str) -> Event:
    members = (
        Member("a", words, "2024-05-08", "own"),
        Member("b", words, words, "copies", words, "a", 0.9, 7200, (words, words), (words,)),
    )
    return event(
        words,
        words or None,
        actors=(party(words, words), party("IDN")),
        place=place(words, "IDN", "city", -6.2, 106.8),
        attributed_to=(words,),
        duration=words,
        sources=(witness(words, *members),),
    )


@given(st.text(max_size=60))
def test_any_text_is_only_ever_text(words: str) -> None:
    for svg in _all([_telling(words), event("other")]):
        read(svg)


@pytest.mark.parametrize(
    "words",
    [HOSTILE, "\x00\ufffe\ud800", "]]>", "&lt;b&gt;", "x" * 5000 + "\x01", "'\"><script>alert(1)</script>"],
)
def test_what_a_page_tries_is_only_ever_text(words: str) -> None:
    for svg in _all([_telling(words)], link=words):
        assert "script" not in {element.tag.rpartition("}")[2] for element in read(svg).iter()}


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "//evil.example", "/\\evil.example", "data:x", "", None]
)
def test_an_address_that_a_page_may_not_have_is_no_link(href: str | None) -> None:
    assert "<a " not in linked(href, "name", text("x"))


def test_a_link_out_says_nothing_of_where_it_comes_from() -> None:
    assert 'rel="noopener noreferrer nofollow"' in linked("https://example.org/", "name", text("x"))


@pytest.mark.parametrize("count", [0, 1, 5, 300])
def test_the_same_events_give_the_same_drawing(count: int) -> None:
    events = [event(f"e{i}", date.fromordinal(738000 + 3 * i).isoformat()) for i in range(count)]
    assert _all(events) == _all(events)


@given(st.text(max_size=80), st.floats(20, 200))
def test_text_is_clipped_to_its_room(words: str, room: float) -> None:
    assert measure(fit(words, room)) <= room + measure("…")


def test_what_is_clipped_stands_in_the_title() -> None:
    assert "<title>a long name</title>" in label(0, 0, "a long name", 30)
    assert "<title>" not in label(0, 0, "short", 100)


@pytest.mark.parametrize(
    ("value", "told"), [(1.0, "1"), (-0.01, "0"), (2.25, "2.2"), (0.06, "0.1"), (10, "10")]
)
def test_coordinates_are_told_to_a_tenth(value: float, told: str) -> None:
    assert number(value) == told


def test_both_languages_have_the_same_words() -> None:
    tables = [area("drawing", language) for language in languages()]
    assert all(table.keys() == tables[0].keys() for table in tables)

"""Every frame of every language shows what it reads: its examples, each a sentence with the report it must give."""

from __future__ import annotations

import pytest

from kawat.packs import extends, languages, section
from kawat.pages import read_text
from kawat.reading import read_by_grammar as read
from kawat.reading.entries import Example, Frame, Frames
from kawat.reading.model import MUTUAL, Report

PUBLISHED = "2024-05-15"


def frames() -> list[tuple[str, Frame]]:
    """Return the frames of each language; a frame that a pack has from another as it is, is that one's."""
    return [
        (lang, f)
        for lang in languages()
        for f in section(lang, "frames", Frames).frame
        if f not in theirs(lang)
    ]


def theirs(lang: str) -> tuple[Frame, ...]:
    base = extends(lang)
    return section(base, "frames", Frames).frame if base else ()


CASES = [
    pytest.param(lang, frame, example, id=f"{lang}-{frame.id}-{n}")
    for lang, frame in frames()
    for n, example in enumerate(frame.examples)
]


@pytest.mark.parametrize(("lang", "frame", "example"), CASES)
def test_example_gives_its_report(lang: str, frame: Frame, example: Example) -> None:
    reports = read(read_text(example.text, language=lang, published=PUBLISHED))
    if example.type == "none":
        assert [r.type for r in reports if r.type == frame.type] == []
    else:
        told = [shape(r) for r in reports]
        assert any(shows(r, frame, example) for r in reports), (example.text, told)


@pytest.mark.parametrize(
    ("lang", "frame"), [pytest.param(lang, f, id=f"{lang}-{f.id}") for lang, f in frames()]
)
def test_frame_has_examples(lang: str, frame: Frame) -> None:
    assert frame.examples, f"{frame.id}: give it examples of your own"
    assert frame.examples not in [f.examples for f in theirs(lang)], f"{frame.id}: give it examples in {lang}"


def shape(r: Report) -> tuple[str, list[str], list[str], str, str | None]:
    """Return what an example can say of a report."""
    return r.type, [p.country for p in r.actors], [p.country for p in r.recipients], r.status, r.mode


def shows(r: Report, frame: Frame, example: Example) -> bool:
    """Tell whether a report is the example's; the order of the sides of a mutual type does not matter."""
    if r.type != (example.type or frame.type) or r.status != example.status:
        return False
    if example.mode not in (None, r.mode) or example.date not in (None, r.date):
        return False
    mine, theirs = {p.country for p in r.actors}, {p.country for p in r.recipients}
    if r.type in MUTUAL:
        return mine | theirs == {*example.actors, *example.recipients}
    return mine == set(example.actors) and theirs == set(example.recipients)

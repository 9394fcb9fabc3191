"""Who says so: which speakers are asked about, what speaks for each, who is told in the end."""

from __future__ import annotations

import pytest
from telling import article, cue, surveyed

from kawat.reading import read
from kawat.reading.coder.about_speaker import tellers
from kawat.reading.coder.coding import trained
from kawat.reading.mentions import Side
from kawat.reading.model import Speaker

SAID = "Kementerian Luar Negeri Chile mengatakan pasukan Peru menyerang Arica pada Senin."


def side(code: str, *, speaks: bool = False) -> Side:
    return Side(
        code,
        "Ana Huaman" if speaks else None,
        None,
        0,
        10,
        "",
        "person" if speaks else "state",
        speaks=speaks,
    )


def offered(text: str, language: str, words: str, type_: str, sides: tuple[str, str]) -> dict[str, set[str]]:
    """Return by words the speakers who may be told to say so, with what speaks for each."""
    sv = surveyed(text, language)
    found = tellers(cue(sv, words, type_), [side(sides[0])], [side(sides[1])], [], sv.scene)
    assert all(text[x.speaker.start : x.speaker.end] == x.speaker.name for x in found)
    return {x.speaker.name: set(x.features) for x in found}


@pytest.mark.parametrize(
    ("text", "language", "words", "type_", "sides", "speaker", "there"),
    [
        (SAID, "id", "menyerang", "ASSAULT", ("PER", "CHL"), "Kementerian Luar Negeri Chile", {"src=mine", "mine:R"}),
        (
            '"Peru attacked Chile," Bolivian President Ana Huaman said.',
            "en", "attacked", "ASSAULT", ("PER", "CHL"), "Bolivian President Ana Huaman",
            {"src=mine:True", "mine:else", "cue=said"},
        ),
        # of no party
        (
            "Peneliti Suyono mengatakan pasukan Peru menyerang Chile.",
            "id", "menyerang", "ASSAULT", ("PER", "CHL"), "Peneliti Suyono", {"mine:none"},
        ),
        # who says something else in the sentence
        (
            '"Kami sedih," kata Presiden Bolivia Ana Huaman setelah Peru menyerang Chile.',
            "id", "menyerang", "ASSAULT", ("PER", "CHL"), "Presiden Bolivia Ana Huaman", {"src=other", "heard=False"},
        ),
    ],
)  # fmt: skip
def test_whoever_speaks_in_the_sentence_may_say_so(
    text: str, language: str, words: str, type_: str, sides: tuple[str, str], speaker: str, there: set[str]
) -> None:
    assert there <= offered(text, language, words, type_, sides)[speaker]


def test_he_is_told_by_the_name_that_the_article_has_for_him() -> None:
    text = "Menlu Chile Ana Huaman tiba. Ia mengatakan pasukan Peru menyerang Arica."
    found = offered(text, "id", "menyerang", "ASSAULT", ("PER", "CHL"))
    assert list(found) == ["Menlu Chile Ana Huaman"]


def test_who_only_speaks_for_a_government_and_whom_the_grammar_has_are_asked_about() -> None:
    text = "Ana Huaman mengecam Peru."
    sv = surveyed(text, "id")
    c = cue(sv, "mengecam", "ACCUSE")
    other = Speaker("mengecam", 11, 19)
    found = tellers(c, [side("CHL", speaks=True)], [side("PER")], [other], sv.scene)
    assert {x.speaker.name: x.features[0] for x in found} == {
        "Ana Huaman": "src=actor",
        "mengecam": "src=rule",
    }


@pytest.mark.parametrize(
    ("text", "language", "type_", "speaker"),
    [
        (SAID, "id", "ASSAULT", "Kementerian Luar Negeri Chile"),
        (
            "Peruvian troops attacked Chile on Monday, the Chilean defence ministry said.",
            "en", "ASSAULT", "the Chilean defence ministry",
        ),
    ],
)  # fmt: skip
def test_an_attack_that_the_other_side_reports_is_told_by_it(
    text: str, language: str, type_: str, speaker: str
) -> None:
    told = {r.type: [s.name for s in r.attributed_to] for r in read(article(text, language))}
    assert told[type_] == [speaker]


def test_the_article_itself_tells_what_nobody_is_told_to_say() -> None:
    text = "Pasukan Peru menyerang Arica, Chile, pada Senin."
    assert [r.attributed_to for r in read(article(text, "id"))] == [()]


def test_nobody_is_told_to_say_so_who_is_not_likely_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(trained().settings, "speaker", 0.999)
    told = {r.type: r.attributed_to for r in read(article(SAID, "id"))}
    assert told["ASSAULT"] == ()

"""The words that may tell an event: how surely each does, and whose act it is."""

from __future__ import annotations

import msgspec
import pytest
from telling import surveyed

from kawat.errors import PackError
from kawat.packs import section
from kawat.reading.coder import cues
from kawat.reading.coder.about_event import plain_features
from kawat.reading.coder.cues import Cue, seen
from kawat.reading.entries import Cues, CueWords
from kawat.reading.lexicon import lexicon

PLAIN = CueWords(id="accuse.scold", type="ACCUSE", verbs=("scold", "endure insults"), nouns=("rebuke",))


def found(text: str, monkeypatch: pytest.MonkeyPatch, **lists: tuple[str, ...]) -> list[Cue]:
    """Return the triggers of a text under one English cue with lists of its own."""
    cue = msgspec.structs.replace(PLAIN, **lists)
    monkeypatch.setattr(cues, "section", lambda *_: Cues(cue=(cue,)))
    cues.table.cache_clear()
    try:
        return surveyed(text, "en").cues
    finally:
        cues.table.cache_clear()


def test_a_word_has_its_strength_in_all_its_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Kenya scolded Ghana. Togo's rebuke of Mali was sharp."
    one, other = found(text, monkeypatch, strong=("scold",), weak=("rebuke",))
    assert (one.words, one.strength) == ("scolded", "strong")
    assert "sure=strong" in plain_features(one, surveyed(text, "en").scene)
    assert other.strength in (
        "strong",
        "weak",
    )  # "scolding" is a form of the verb, too: the first that lists it


def test_without_a_strength_a_word_is_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Kenya scolded Ghana."
    (one,) = found(text, monkeypatch)
    assert one.strength == ""
    assert "sure=even" in plain_features(one, surveyed(text, "en").scene)


def test_the_subject_of_a_turned_word_is_the_one_acted_on(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Kenya endured insults from Ghana."
    (plain,) = found(text, monkeypatch)
    (turned,) = found(text, monkeypatch, turned=("endure insults",))
    assert (plain.voice, turned.voice) == ("active", "passive")
    lex = lexicon("en")
    assert (seen(plain, lex) or ((), ()))[0] == {"KEN"}
    assert seen(turned, lex) == (set(), {"KEN"})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Juru bicara Kementerian Luar Negeri Peru bicara dengan Menlu Chile.", ["bicara"]),
        ("Menlu Peru bertemu juru bicara kepresidenan Chile.", ["bertemu"]),
        ("Ketua delegasi Peru bertemu Menlu Chile.", ["bertemu"]),
        ("Delegasi Peru bertemu Menlu Chile.", ["delegasi", "bertemu"]),
    ],
)
def test_no_word_within_a_title_may_tell_a_contact(text: str, words: list[str]) -> None:
    assert [c.words for c in surveyed(text, "id").cues if c.type == "CONSULT"] == words


def test_who_comes_along_meets_nobody_by_that() -> None:
    sv = surveyed("Presiden Peru didampingi Menlu Paz Rojas menerima Presiden Chile.", "id")
    assert [c.words for c in sv.cues if c.type == "CONSULT"] == ["menerima"]


@pytest.mark.parametrize("name", ["strong", "weak", "turned"])
def test_a_list_of_words_that_are_not_of_the_cue_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PackError, match=r"accuse\.scold: 'shout'.*add it to verbs"):
        found("Kenya scolded Ghana.", monkeypatch, **{name: ("shout",)})


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_word_is_both_strong_and_weak(language: str) -> None:
    for cue in section(language, "cues", Cues).cue:
        assert not set(cue.strong) & set(cue.weak), cue.id


@pytest.mark.parametrize(
    ("text", "language", "word", "why"),
    [
        ("Kenya meminta Ghana menyerang Togo.", "id", "menyerang", "governed"),
        ("Kenya asked Ghana to attack Togo.", "en", "attack", "purpose"),
        ("Kenya attacked Ghana.", "en", "attacked", ""),
        ("Kenya meminta Ghana menyerang Togo.", "id", "meminta", ""),
    ],
)
def test_why_the_grammar_makes_no_event_is_a_feature(text: str, language: str, word: str, why: str) -> None:
    sv = surveyed(text, language)
    cue = next(c for c in sv.cues if c.words == word and c.triggers)
    assert cue.refused == why
    assert (f"refused={why}" in plain_features(cue, sv.scene)) == bool(why)


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Juru bicara Kemlu Kenya mengecam Ghana.", "id", False),
        ("Kenya dan Ghana berbicara soal Togo.", "id", True),
    ],
)
def test_words_within_a_title_tell_nothing(text: str, language: str, told: bool) -> None:
    assert any(c.type == "CONSULT" for c in surveyed(text, language).cues) is told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru's president convened Leaders and Chairs and Members of Chile.", False),
        ("Peru's president chairs a summit with Chile.", True),
        ("Chairs of Peru and Chile met.", True),  # any first word has a capital
    ],
)
def test_a_capital_within_a_sentence_is_no_verb(text: str, found: bool) -> None:
    cues = [c for c in surveyed(text, "en").cues if c.words == "chairs" and c.voice == "active"]
    assert bool(cues) is found


@pytest.mark.parametrize(
    ("text", "language", "type_", "expected"),
    [
        ("Chile has never condemned Peru.", "en", "ACCUSE", []),
        # what is left open is no denial
        ("Chile neither confirmed nor denied that it had struck Peru.", "en", "REJECT", []),
        ("Chile declined to confirm or deny the strike on Peru.", "en", "REJECT", []),
        ("Chile tidak membenarkan maupun membantah serangan ke Peru.", "id", "REJECT", []),
        ("Chile menolak mengonfirmasi serangan ke Peru.", "id", "REJECT", []),
        ("Chile confirmed that Peru denied the strike.", "en", "REJECT", ["denied"]),
        ("Chile mengonfirmasi pertemuan itu dan menolak tuduhan Peru.", "id", "REJECT", ["menolak"]),
        ("Chile tidak pernah mengecam Peru.", "id", "ACCUSE", []),
        ("Chile condemned Peru.", "en", "ACCUSE", ["condemned"]),
        # what is refused is told by a negated verb, and a meeting may have been called off
        ("Chile does not recognise Peru.", "en", "REJECT", ["does not recognise"]),
        ("Chile tidak bertemu Peru.", "id", "CONSULT", ["bertemu"]),
    ],
)
def test_a_verb_that_is_negated_tells_nothing(
    text: str, language: str, type_: str, expected: list[str]
) -> None:
    assert [c.words for c in surveyed(text, language).cues if c.type == type_] == expected

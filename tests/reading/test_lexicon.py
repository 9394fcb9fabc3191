"""The table of all words of a language: every phrase is found again, in its forms, with what it stands for."""

from __future__ import annotations

from itertools import chain

import pytest

from kawat.errors import PackError
from kawat.packs import languages, section
from kawat.reading.entries import Frames, Titles
from kawat.reading.lexicon import Lexicon, Word, lexicon
from kawat.reading.pack import Words
from kawat.reading.phrases import alternatives, inflect, tokens

BOTH = pytest.mark.parametrize("language", languages())


def _word(lex: Lexicon, phrase: str) -> Word | None:
    key = tokens(phrase)
    return next((w for k, w in lex.words[key[0]] if k == key), None) if key[0] in lex.words else None


def _classes(language: str, phrase: str) -> frozenset[str]:
    word = _word(lexicon(language), phrase)
    return word.classes if word is not None else frozenset()


def test_a_lexicon_is_built_once() -> None:
    assert lexicon("id") is lexicon("id")


@BOTH
def test_longer_phrases_come_first(language: str) -> None:
    lex = lexicon(language)
    for table in (lex.words, lex.longer, lex.names):
        for first, entries in table.items():
            lengths = [len(key) for key, _ in entries]
            assert lengths == sorted(lengths, reverse=True), first


@BOTH
def test_every_phrase_is_found_under_its_first_token(language: str) -> None:
    lex = lexicon(language)
    for table in (lex.words, lex.names):
        assert all(key[0] == first for first, entries in table.items() for key, _ in entries)


@BOTH
def test_every_phrase_of_several_tokens_is_found_under_two(language: str) -> None:
    lex = lexicon(language)
    several = [
        (" ".join(key[:2]), key) for entries in lex.words.values() for key, _ in entries if len(key) > 1
    ]
    assert sorted(several) == sorted((two, key) for two, entries in lex.longer.items() for key, _ in entries)


@BOTH
def test_every_title_is_a_word(language: str) -> None:
    lex = lexicon(language)
    for title in section(language, "titles", Titles).title:
        for phrase in title.words:
            word = _word(lex, phrase)
            assert word is not None and title in word.titles, phrase


@BOTH
def test_every_trigger_names_its_frame(language: str) -> None:
    lex = lexicon(language)
    for frame in section(language, "frames", Frames).frame:
        told = (*frame.active, *frame.passive, *frame.mutual, *frame.noun, *frame.headline)
        for phrase in chain.from_iterable(map(alternatives, told)):
            word = _word(lex, phrase)
            reasons = [] if word is None else [t.reason for t in word.triggers if t.frame.id == frame.id]
            assert f"{language}/frames/{frame.id}#{phrase}" in reasons


def test_alternatives_stand_for_all_their_phrases() -> None:
    assert list(alternatives("in touch with")) == ["in touch with"]
    assert list(alternatives("in {close|regular} {contact|touch} with")) == [
        "in close contact with",
        "in close touch with",
        "in regular contact with",
        "in regular touch with",
    ]


@pytest.mark.parametrize("phrase", ["in {close", "in close}", "in {close|{very|quite} regular}"])
def test_braces_that_do_not_match_are_told(phrase: str) -> None:
    with pytest.raises(PackError, match="brace"):
        alternatives(phrase)


@BOTH
def test_single_names_are_one_token_long(language: str) -> None:
    lex = lexicon(language)
    assert lex.single_names
    assert not any(" " in name for name in lex.single_names)


@pytest.mark.parametrize(
    ("language", "phrase", "cls"),
    [
        ("id", "bahwa", "that"),
        ("id", "yang", "rel"),
        ("id", "jika", "if"),
        ("id", "ketika", "sub"),
        ("id", "dengan", "prep:with"),
        ("id", "oleh", "prep:by"),
        ("id", "akan", "mod:planned"),
        ("id", "tidak", "mod:negated"),
        ("id", "telepon", "mode:phone"),
        ("id", "lebih dari", "relation:more than"),
        ("id", "pemerintah", "home_agent"),
        ("id", "pada saat yang sama", "same_time"),
        ("en", "that", "that"),
        ("en", "who", "rel"),
        ("en", "unless", "if"),
        ("en", "with", "prep:with"),
        ("en", "not", "mod:negated"),
        ("en", "more than", "relation:more than"),
        ("en", "its", "possessive"),
        ("en", "at the same time", "same_time"),
    ],
)
def test_closed_classes(language: str, phrase: str, cls: str) -> None:
    assert cls in _classes(language, phrase)


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        ("accuse", {"accuse", "accuses", "accused", "accusing"}),
        ("press", {"press", "presses", "pressed", "pressing"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("meet", {"meet", "meets", "met", "meeting"}),
        ("call on", {"call on", "calls on", "called on", "calling on"}),
        ("warn", {"warn", "warns", "warned", "warning"}),
    ],
)
def test_english_verbs_have_all_their_forms(phrase: str, forms: set[str]) -> None:
    assert set(inflect(phrase, section("en", "words", Words))) == forms


def test_indonesian_verbs_stand_as_the_frames_list_them() -> None:
    assert inflect("menuduh", section("id", "words", Words)) == ("menuduh",)


@pytest.mark.parametrize(
    ("language", "name", "code", "sort"),
    [
        ("id", "Rusia", "RUS", "state"),
        ("id", "Amerika Serikat", "USA", "state"),
        ("id", "Moskow", "RUS", "capital"),
        ("id", "Kremlin", "RUS", "seat"),
        ("en", "Russian", "RUS", "adjective"),
        ("en", "Norway", "NOR", "state"),
        ("en", "NATO", "NATO", "body"),
        ("id", "Uni Eropa", "EU", "body"),
        ("id", "Hamas", "HAMAS", "group"),
    ],
)
def test_names_of_parties(language: str, name: str, code: str, sort: str) -> None:
    key = tokens(name)
    found = next(n for k, n in lexicon(language).names[key[0]] if k == key)
    assert (found.parties[0].code, found.parties[0].sort) == (code, sort)


def test_a_name_of_two_parties_keeps_both() -> None:
    found = next(n for k, n in lexicon("id").names["brussel"] if k == ["brussel"])
    assert {p.code for p in found.parties} == {"BEL", "EU"}

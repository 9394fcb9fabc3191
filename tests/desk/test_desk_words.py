from __future__ import annotations

import string
from typing import Any, get_args

import msgspec
import pytest

from kawat.desk.words import HERE, area, languages, words
from kawat.errors import UsageError
from kawat.reading.model import EventType, Mode, Status

ALL = [words(language) for language in languages()]


def blanks(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def leaves(value: Any, path: str = "") -> dict[str, str]:
    if isinstance(value, dict):
        return {k: v for key, each in value.items() for k, v in leaves(each, f"{path}.{key}").items()}
    return {path: value} if isinstance(value, str) else {}


@pytest.mark.parametrize("said", ALL, ids=languages())
def test_every_type_mode_and_status_has_words(said: Any) -> None:
    assert set(said.acts) == set(get_args(EventType))
    assert set(said.contacts) == set(get_args(Mode))
    for table in (said.statuses, said.contact_sentence, said.lone_sentence, said.act_sentence):
        assert set(table) == set(get_args(Status))
    assert len(said.months) == 12


def test_languages_have_the_same_entries_with_the_same_blanks() -> None:
    first, *others = [leaves(msgspec.to_builtins(said)) for said in ALL]
    may_lack = {"be", "article_word"}  # what a language may not need
    own = (".short_names", ".offices", ".office_of")  # each language has its own
    for other in others:
        assert {k for k in first if not k.startswith(own)} == {k for k in other if not k.startswith(own)}
        for key, template in other.items():
            if key in first:
                assert blanks(template) | may_lack == blanks(first[key]) | may_lack, key


AREAS = sorted({path.name.partition(".")[0] for path in (HERE / "areas").glob("*.toml")})


@pytest.mark.parametrize("name", AREAS)
def test_areas_have_the_same_entries_with_the_same_blanks_in_all_languages(name: str) -> None:
    first, *others = [area(name, language) for language in languages()]
    for other in others:
        assert set(first) == set(other)
        assert {k: blanks(v) for k, v in first.items()} == {k: blanks(v) for k, v in other.items()}
    assert all(text.strip() for said in (first, *others) for text in said.values())


def test_an_unknown_language_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="en, id"):
        words("xx")

"""Every context of every language shows what its words tell: its examples, each with all contexts that it gives."""

from __future__ import annotations

from typing import get_args

import pytest

from kawat.packs import extends, languages, section
from kawat.reading.contexts import contexts
from kawat.reading.entries import ContextExample, Contexts, ContextWords
from kawat.reading.lexicon import lexicon
from kawat.reading.model import Context
from kawat.reading.scan import scan


def own(lang: str) -> list[ContextWords]:
    """Return the contexts that a pack states itself."""
    base = extends(lang)
    theirs = section(base, "contexts", Contexts).context if base else ()
    return [c for c in section(lang, "contexts", Contexts).context if c not in theirs]


CASES = [
    pytest.param(lang, example, id=f"{lang}-{each.name}-{n}")
    for lang in languages()
    for each in own(lang)
    for n, example in enumerate(each.examples)
]


@pytest.mark.parametrize(("lang", "example"), CASES)
def test_example_gives_its_contexts(lang: str, example: ContextExample) -> None:
    sentence = scan(example.text, 0, len(example.text), lexicon(lang))
    assert contexts([sentence], lang) == example.contexts


@pytest.mark.parametrize("lang", languages())
def test_every_context_of_plover_has_words_and_an_example(lang: str) -> None:
    assert {c.name for c in section(lang, "contexts", Contexts).context} == set(get_args(Context))
    assert [c.name for c in own(lang) if not c.examples] == []


@pytest.mark.parametrize("lang", languages())
def test_words_of_context_stand_in_lower_case_and_once(lang: str) -> None:
    for each in section(lang, "contexts", Contexts).context:
        assert [w for w in each.words if w != w.lower()] == []
        assert len(set(each.words)) == len(each.words), each.name

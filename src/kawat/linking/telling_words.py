"""Words brought to one form: inflection off (`lemma`), derivation off (`root`); English by rule, others as they stand.

The forms are keys for comparing, not words of a dictionary: "acquired" and "acquires" are both "acquir". Irregular
forms and endings stand in ``telling_words.toml``.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

VOWELS = "aeiou"
WORD = re.compile(r"\w+(?:['’.&-]\w+)*", re.UNICODE)


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``telling_words.toml``."""

    stop: dict[str, tuple[str, ...]]  # language -> words that tell nothing of the matter
    light: tuple[str, ...]  # lemmas of verbs that say little of what happened
    speech: tuple[str, ...]  # lemmas of verbs of reporting
    irregular: dict[str, tuple[str, ...]]  # base -> its irregular forms
    endings: tuple[str, ...]  # derivational endings, the longest that fits is taken off
    kin: tuple[tuple[str, ...], ...]  # roots that endings do not bring together
    senses: tuple[tuple[str, ...], ...]  # words that can tell of one event


@cache
def forms() -> Forms:
    """Load the file, once."""
    text = files("kawat.linking").joinpath("telling_words.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Forms)


@cache
def _irregular() -> dict[str, str]:
    return {form: _bare(base) for base, given in forms().irregular.items() for form in (base, *given)}


@cache
def _kin() -> dict[str, str]:
    return {root: group[0] for group in forms().kin for root in group}


@cache
def stop(language: str) -> frozenset[str]:
    """Return the words of a language that tell nothing of the matter; of an unknown one, none."""
    return frozenset(forms().stop.get(language, ()))


@cache
def light() -> frozenset[str]:
    """Return the lemmas of verbs that say little of what happened."""
    return frozenset(map(lemma, forms().light))


@cache
def speech() -> frozenset[str]:
    """Return the lemmas of verbs of reporting."""
    return frozenset(map(lemma, forms().speech))


def words(text: str) -> list[str]:
    """Return the words and numbers of a text as they stand."""
    return WORD.findall(text)


@lru_cache(maxsize=65536)
def lemma(word: str, language: str = "en") -> str:
    """Return the key of a word without its inflection; of a language other than English, the word in lower case."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    if language != "en" or not low.isalpha():
        return low
    return _irregular().get(low) or _bare(_uninflected(low))


def _uninflected(low: str) -> str:
    """Take off -s, -ed, -ing with the doubling and the y that they bring."""
    for ending in ("ing", "ed"):
        stem = low.removesuffix(ending)
        if stem != low and len(stem) > 2 and any(c in "aeiouy" for c in stem):
            if ending == "ed" and stem[-1] in "ie":  # tried, agreed
                return stem[:-1] + "y" if stem[-1] == "i" else stem + "e"
            return _undoubled(stem)
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def _undoubled(stem: str) -> str:
    twice = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in VOWELS + "lsz"
    if not twice and len(stem) > 4 and stem.endswith("ll") and stem[-3] not in "aiou":
        twice = True  # travelled, cancelled; but not calling, killing, rolling
    return stem[:-1] if twice else stem


def _bare(stem: str) -> str:
    """Take off the mute e, which -ed and -ing may hide."""
    return stem[:-1] if len(stem) > 3 and stem.endswith("e") and not stem.endswith("ee") else stem


@lru_cache(maxsize=65536)
def root(word: str, language: str = "en") -> str:
    """Return the key of a word's family: acquire and acquisition, kill and killing, announce and announcement."""
    key = lemma(word, language)
    if language != "en":
        return key
    fit = next((e for e in forms().endings if key.endswith(e) and len(key) - len(e) >= 3), "")
    stem = _bare(key.removesuffix(fit)) if fit else key
    stem = _kin().get(stem, stem)
    return stem[:-1] + "i" if stem.endswith("y") and len(stem) > 3 else stem


@cache
def _senses() -> dict[str, frozenset[int]]:
    known: dict[str, set[int]] = {}
    for number, group in enumerate(forms().senses):
        for word in group:
            known.setdefault(root(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in known.items()}


def senses(key: str) -> frozenset[int]:
    """Return which groups of near synonyms a root stands in."""
    return _senses().get(key, frozenset())

"""Words of a text as a gist counts them, and how much news has each: what is rare tells matters apart.

The rates are shares of articles with the word in general news, not of the articles compared: the weight of a
word is the same whatever else is in a collection. tools/train_stories.py makes them.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from math import exp, log
from typing import NamedTuple

from kawat.knowledge.states import states

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:\.[^\W\d_])*(?:['’][^\W\d_]+)*")
COMMON = 0.12  # rarity (0..1) below which a word tells nothing of the matter
BANDS = 24  # rates are kept as -ln(rate) in steps of 1/24
FLOOR, NUMBER_FLOOR = (
    2e-4,
    1e-3,
)  # the rate of what no article of the background has; numbers are never so telling
RAREST = -log(FLOOR)
_OPENERS = frozenset("\"“'‘.:?!(")
_LONG = 3  # words up to this long keep their small letters in a headline
_TITLE_CASE = (
    0.75  # share of its long words that begin with a capital, in a line that is written like a headline
)


class Word(NamedTuple):
    """One word of a line."""

    word: str  # lower case, without possessive and plural; a number as written; the code of a state: FRA
    capital: bool
    shown: bool  # its case tells something: neither first in its sentence nor in a headline


def words(line: str) -> Iterator[Word]:
    """Yield the words of a line in order."""
    found = [(m[0], m.start()) for m in WORD.finditer(line)]
    long = [text for text, _ in found if len(text) > _LONG and text[0].isalpha()]
    headline = len(long) > 2 and sum(text[0].isupper() for text in long) > _TITLE_CASE * len(long)
    codes, skip = state_words(), False
    behind = [text for text, _ in found[1:]] + [""]
    for (text, start), after in zip(found, behind, strict=False):
        if skip:
            skip = False
            continue
        code = codes.get(f"{text} {after}")
        skip = code is not None
        opens = not line[:start].rstrip() or line[max(start - 2, 0) : start].strip()[-1:] in _OPENERS
        word = code or codes.get(text) or stem(text)
        if word:
            yield Word(word, text[0].isupper(), not opens and not headline)


@lru_cache(1 << 16)
def stem(text: str) -> str:
    """Return a word in lower case without possessive, plural and points; numbers stay as they are."""
    if text[0].isdigit():
        return text
    word = text.lower().replace("’", "'").removesuffix("'s").replace("'", "").replace(".", "")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def state_words() -> dict[str, str]:
    """Map names and adjectives of states, of one word or two, in either language, to their codes."""
    named: dict[str, set[str]] = {}
    for code, state in states().items():
        for name in [*(n for names in state.names.values() for n in names), *state.adjectives]:
            if name not in state.weak and name not in state.shared and name.count(" ") < 2:
                named.setdefault(name, set()).add(code)
    return {name: min(codes) for name, codes in named.items() if len(codes) == 1}


@cache
def rates(language: str) -> dict[str, float]:
    """Return the share of articles that have each word; of a language without its own, the larger of all."""
    lines = gzip.decompress((files("kawat.linking") / "story_words.tsv.gz").read_bytes()).decode().split("\n")
    known = lines[0].split("\t")[1:]
    columns = [known.index(language)] if language in known else range(len(known))
    out: dict[str, float] = {}
    for line in lines[1:]:
        word, *bands = line.split("\t")
        told = [exp(-int(bands[k]) / BANDS) for k in columns if k < len(bands) and bands[k]]
        if told:
            out[word] = max(told)
    return out


def rate(word: str, language: str) -> float:
    """Return the share of articles that have the word, not below the floor."""
    return max(rates(language).get(word, 0.0), NUMBER_FLOOR if word[:1].isdigit() else FLOOR)


@lru_cache(1 << 16)
def rarity(word: str, language: str) -> float:
    """Return how telling a word is: 0 where every article has it, 1 where hardly any has."""
    return -log(rate(word, language)) / RAREST

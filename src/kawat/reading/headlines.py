"""A headline of another page between two sentences, where paragraphs were put together without white space.

In: a text, a sentence of it.
Out: where the sentence begins behind such headlines. "... di Lima.Mali Tolak Usul Peru soal Ikan Soto mengaku heran.":
every word has a capital, one of them is a verb, no stop follows; where the link stood no white space is left.
"""

from __future__ import annotations

from kawat.pages.inserts import headline_end
from kawat.reading.lexicon import Lexicon
from kawat.reading.phrases import TOKEN

LEAST = 4  # words of a headline with a capital
VERBS = frozenset({"verb", "speech", "light", "topic"})


def past_headlines(text: str, start: int, end: int, lex: Lexicon) -> int:
    """Return where the sentence begins behind headlines in ``text[start:end]``; `start` if there are none."""
    at = start
    while at > 0 and not text[at - 1].isspace():
        behind = headline_end(text, at, end)
        if behind == end or not _is_headline(text[at:behind], lex):
            break
        at = behind
    return at


def _is_headline(text: str, lex: Lexicon) -> bool:
    """Tell whether words are no name with its titles: one of them tells an event, or that somebody speaks."""
    words = [word for word in TOKEN.findall(text) if word[0].isupper()]
    return len(words) >= LEAST and any(_tells(word.lower(), lex) for word in words[1:])


def _tells(low: str, lex: Lexicon) -> bool:
    found = [word for key, word in lex.words.get(low, ()) if len(key) == 1]
    return any((word.triggers or word.classes & VERBS) and not word.titles for word in found)

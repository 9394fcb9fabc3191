"""Who says "I" on a government's own page: the person whom its title names, else the holder of its office.

In: the sentences of an article with their mentions, in order, before the article is read; the office.
Out: the person, or nobody: a page without "I" is the government's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from kawat.reading.discourse import is_quoted
from kawat.reading.identity import holder_of
from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import Known, Memory, Mention, Side
from kawat.reading.scan import Sentence


def author(
    read: Sequence[tuple[Sentence, list[Mention]]], memory: Memory, lex: Lexicon, office: str | None
) -> Known | None:
    """Return who speaks on a page; `office` is the one whose page it is. In a transcript several do: nobody."""
    code = memory.publisher
    if code is None or memory.turns:
        return None
    titled = [ms for s, ms in read if s.role == "title" and s.lows[0] in lex.pack.utterances]
    named = [x for ms in titled for m in ms[:1] if m.kind == "named" for x in m.sides[:1]]
    if named:
        return _known(named[0]) if named[0].code == code and not named[0].speaks else None
    if office is None or not any(_says_i(s, lex) for s, _ in read):
        return None
    return holder_of(code, office, memory.day)


def _known(side: Side) -> Known | None:
    return Known(side.person, side.code, side.office, side.reason) if side.person is not None else None


def _says_i(s: Sentence, lex: Lexicon) -> bool:
    """Tell whether a sentence speaks in the first person singular, outside of quotations."""
    mine = lex.pack.singular
    return s.role == "body" and any(low in mine and not is_quoted(s, i) for i, low in enumerate(s.lows))

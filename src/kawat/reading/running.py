"""Who speaks a quotation that runs over several sentences: only its first or last one names the speaker.

In: the sentences of an article with their mentions, before the article is read.
Out: for each sentence of such a quotation, by its start, the party that speaks; `discourse` asks for "we", `told` for
who says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kawat.reading.mentions import Mention, Side
from kawat.reading.quoting import Quote, quotes
from kawat.reading.scan import QUOTES, Sentence

#: Sentences of a quotation over which its speaker holds, and tokens from its end to the speaker's name.
LONGEST, NEAR = 6, 5

Read = tuple[Sentence, list[Mention]]


def running(read: Sequence[Read], text: str) -> dict[int, list[Side]]:
    """Return the speakers of the sentences of quotations of several sentences."""
    told = [s for s, _ in read]
    opens = [True, *("\n" in text[a.end : b.start] for a, b in pairwise(told))]
    out: dict[int, list[Side]] = {}
    for quote in quotes(told, opens) if told else ():
        if 0 < quote.last - quote.first <= LONGEST:
            speaker = _behind(read[quote.last], quote) or _before(read[quote.first], quote)
            for k in range(quote.first, quote.last + 1) if speaker else ():
                out.setdefault(told[k].start, speaker)
    return out


def _behind(last: Read, quote: Quote) -> list[Side]:
    """Return who is named right behind the quotation: '... itu," kata Menlu Peru'."""
    s, mentions = last
    named = next((m for m in mentions if quote.j < m.i <= quote.j + NEAR), None)
    says = any("cue" in s.classes(k) for k in range(quote.j + 1, named.i)) if named is not None else False
    return [x.faceless() for x in named.sides] if named is not None and says and len(named.codes) == 1 else []


def _before(first: Read, quote: Quote) -> list[Side]:
    """Return who the sentence begins with that leads to the quotation: 'Menlu Peru berkata, "..."'."""
    s, mentions = first
    led = quote.i > 0 and s.words[quote.i - 1] in (",", ":")
    at = max((k for k in range(quote.i) if s.words[k] in QUOTES), default=-1)
    named = [m for m in mentions if at < m.i < quote.i and m.kind == "named" and len(m.codes) == 1]
    return [x.faceless() for x in named[0].sides] if led and named else []

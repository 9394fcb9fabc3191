"""Counterparts: "mitranya dari Ukraina, Dmytro Kuleba", "her Peruvian counterpart".

In: a view of a sentence and the token of a word for a counterpart.
Out: the mention, with its side; where its state is told elsewhere, as a reference that `discourse` resolves.
"""

from __future__ import annotations

from kawat.reading.identity import Said, look_up, person_at
from kawat.reading.mentions import Mention
from kawat.reading.names import name_text, person_end
from kawat.reading.party_names import PartyRef
from kawat.reading.titles import with_name
from kawat.reading.view import View


def counterpart(v: View, i: int) -> Mention | None:
    """Read "mitranya dari Ukraina, Dmytro Kuleba" and "rekannya dari Jepang"."""
    k = v.after(i)
    for _ in range(3):
        if v.parties(k):
            return named_counterpart(v, i, k, v.parties(k)[0])
        plain = k not in v.hits and v.is_lower(k)
        if not plain and not v.classes(k) & {"prep:from", "prep:at"}:
            break
        k = v.after(k)
    return _told(v, i)


def _told(v: View, i: int) -> Mention | None:
    """Read "koleganya, Pedro Rojas", "mitranya": of a state that the article tells elsewhere (`discourse`)."""
    j = v.after(i)
    if not v.lows[j - 1].endswith(v.lex.pack.clitics):
        return None
    k = j + 1 if v.is_mark(j, ",") else j
    end = person_end(v, k)
    if end == k:
        return Mention(i, j, [], "counterpart")
    name = name_text(v, k, end)
    known = look_up(v, name)
    return person_at(v, i, end, known) if known is not None else Mention(i, end, [], "counterpart", word=name)


def named_counterpart(v: View, i: int, k: int, ref: PartyRef) -> Mention | None:
    """Read the name behind the phrase at k that ends what is said of a counterpart."""
    return with_name(v, i, v.after(k), Said("counterpart", ref.code, ref.reason))

"""What parties and people are called instead of by their names: "negara Andes itu", "the West African bloc".

In: a view of a sentence and the token at which such a phrase may begin.
Out: a mention that refers, of the kind ("state", "union", "band", "person") that `discourse` resolves; or none.
A phrase of this form always points back: "itu" ends it, or "the" opens it.
"""

from __future__ import annotations

from kawat.reading.mentions import Mention
from kawat.reading.view import View
from kawat.reading.word_classes import keyed

#: Tokens that a description reaches over, where the noun comes first and where it comes last.
LONGEST, FOREMOST = 8, 5
#: Kind of phrases that look alike and call nobody by them: "negara bagian".
UNCALLED = "none"
#: Classes of words that describe nothing, at which a description ends.
ENDING = frozenset({"speech", "cue", "sub", "that", "if", "coord", "passive_aux", "light", "purpose", "self"})
#: Behind these "itu" may belong to another noun: "negara di kawasan itu".
OTHERS = frozenset({"rel", "where"})
#: Sorts of parties that, named within, are no description: "negara Peru itu", "the Russian nation".
OWN = {
    "state": frozenset({"state", "adjective", "capital", "organ", "seat"}),
    "union": frozenset({"body", "bloc"}),
    "band": frozenset({"group"}),
}


def epithet(v: View, i: int) -> Mention | None:
    """Read the description at token i: "aliansi pertahanan itu", "the 30-member alliance"."""
    if not v.adjective_first:
        return _from_noun(v, i)
    return _up_to_noun(v, i) if v.lows[i] in v.lex.pack.definite else None


def _from_noun(v: View, i: int) -> Mention | None:
    """Read "negara kaya minyak itu": from the noun to the word that points back."""
    kind, before = keyed(v.classes(i), "epithet") or UNCALLED, v.classes(i - 1)
    if kind == UNCALLED or "det" in before or keyed(before, "number"):
        return None
    k, other = v.after(i), False
    while k < v.n and k - i <= LONGEST:
        if "anaphor" in v.classes(k):
            whole = not other or v.is_capital(k - 1)
            return Mention(i, k + 1, [], kind) if whole and _is_unnamed(v, i, k, kind) else None
        other = other or not v.classes(k).isdisjoint(OTHERS)
        if not _describes(v, k) and not (other and v.has_trigger(k)):
            return None
        k = v.after(k)
    return None


def _up_to_noun(v: View, i: int) -> Mention | None:
    """Read "the Andean nation": from the article over what describes it to the noun, behind which no name follows."""
    k = i + 1
    while k < v.n and k - i <= FOREMOST:
        kind = keyed(v.classes(k), "epithet")
        if kind is not None and k > i + 1:
            whole = _ends_at(v, v.after(k)) and _is_unnamed(v, i + 1, k, kind)
            return Mention(i, v.after(k), [], kind) if whole else None
        if not _describes(v, k):
            return None
        k = v.after(k)
    return None


def _describes(v: View, k: int) -> bool:
    """Tell whether the token at k may describe: a noun, an adjective, a region; no mark, no title, no event."""
    word = v.words[k]
    return (word[0].isalnum() or word == "-") and not (
        v.classes(k) & ENDING or v.titles(k) or v.has_trigger(k)
    )


def _is_unnamed(v: View, i: int, end: int, kind: str) -> bool:
    """Tell whether tokens i..end name no party of the kind: then they only describe one."""
    own = OWN.get(kind, frozenset())
    return all(p.sort not in own for k in range(i, end) for p in v.parties(k))


def _ends_at(v: View, k: int) -> bool:
    """Tell whether nothing at k goes on with the phrase: no name ("the group Hamas"), no noun ("the bloc leaders")."""
    if k >= v.n or not v.words[k][0].isalpha():
        return True
    if v.is_capital(k) or v.classes(k) & {"prep:of", "rel"} or v.titles(k):
        return False
    shape = v.lex.participle
    return k in v.hits or bool(shape is not None and shape.match(v.lows[k]))

"""The state that "it" means where it is a subject: "China said it had fired"; elsewhere "it" means nobody here.

In: a view of a sentence and the token of "it" (`acts_as_it`); the mention of it and the article's memory (`it`).
Out: whether it is somebody who acts; the state that it means.
"""

from __future__ import annotations

from dataclasses import replace

from kawat.reading.mentions import Memory, Mention, Side, codes
from kawat.reading.scan import Sentence
from kawat.reading.view import View

#: What stands before a subject: the words and marks that open a clause, and what may help its verb.
CLAUSE_OPENERS = frozenset({"that", "sub", "if", "coord", "speech", "cue", "rel", "not_name"})
CLAUSE_MARKS = frozenset(',;:"“')
MODS = frozenset(f"mod:{x}" for x in ("planned", "possible", "reported", "negated", "cancelled", "proposed"))
HELPERS = MODS | {"adverb", "passive_aux"}
#: Tokens from "its" to those who act for its state.
OWNED = 3
#: Tokens from a name to the "it" that means it.
NEAR = 5
#: Classes of words that may open a sentence before its "it".
OPENING = frozenset({"coord", "sub", "that", "join", "det", "definite", "adverb"})


def end_of_owned(v: View, i: int) -> int:
    """Return the token after those who act for whom "its" at token i means ("its navy", "its 500 troops"); else i."""
    k = i + 1
    while k < v.n and k - i < OWNED and (v.words[k][0].isdigit() or (v.is_lower(k) and k not in v.hits)):
        k += 1
    return v.after(k) if "agent" in v.classes(k) else i


def acts_as_it(v: View, i: int, j: int) -> bool:
    """Tell whether "it" at tokens i..j is somebody who acts: "said it had fired", not "it is clear", "denied it"."""
    k, verb = j, v.lex.verb
    before = v.classes(i - 1)
    opens = i == 0 or v.words[i - 1] in CLAUSE_MARKS or not before.isdisjoint(CLAUSE_OPENERS)
    if not (opens or v.has_trigger(i - 1) or (verb is not None and verb.match(v.lows[i - 1]))):
        return False
    helped = False
    while k < v.n and not v.classes(k).isdisjoint(HELPERS) and "mod:negated" not in v.classes(j):
        k, helped = v.after(k), True
    if k >= v.n:
        return False
    acts = v.has_trigger(k) or not v.classes(k).isdisjoint({"light", "speech"})
    return acts or (verb is not None and bool(verb.match(v.lows[k])) and not helped)


def past_helpers(v: View, k: int) -> int:
    """Return the token after what may help the verb at k: "delegasi sedianya juga diterima"."""
    while k < v.n and not v.classes(k).isdisjoint(HELPERS):
        k = v.after(k)
    return k


def of_states(v: View, i: int, j: int) -> str:
    """Return "state" where the words say so of those meant: "kedua negara", not "kedua pihak"."""
    return "state" if any(low in v.lex.pack.state_forms for low in v.lows[i:j]) else ""


def envoys(memory: Memory) -> list[Side]:
    """Return for whom "the delegation" meets: whoever travelled last, else whom the sentence before told of."""
    went = memory.journey or (memory.topic if len(memory.topic) == 1 else [])
    return [replace(x.faceless(), office="official") for x in went[:1]]


def it(s: Sentence, mention: Mention, memory: Memory) -> list[Side]:
    """Return the state that "it" means as a subject: who was named right before its verb, else whom the sentence,

    or the last one, began with: "China said it ...", "China blamed Japan and said it ...". None behind a stranger.
    """
    beside = _right_before(s, mention, memory)
    if beside:
        meant = beside
    elif memory.here:
        last = memory.here[-1]
        between = [s.classes(k) | {s.words[k]} for k in range(last.j, mention.i)]
        near = 0 < len(between) <= NEAR and all(x.isdisjoint({"coord", ","}) for x in between)
        meant = (last if near else memory.here[0]).sides
    else:
        opens = all(not s.words[k].isalpha() or s.classes(k) & OPENING for k in range(mention.i))
        meant = memory.topic if opens and not memory.stale else []
    return [x.faceless() for x in meant] if len(codes(meant)) == 1 else []


def _right_before(s: Sentence, mention: Mention, memory: Memory) -> list[Side]:
    """Return the state named right before "as it defends itself": whoever resists is whom one is said to help."""
    opener = mention.i - 1
    if opener < 1 or not memory.parties or "sub" not in s.classes(opener):
        return []
    resists = any("resisting" in s.classes(k) for k in range(mention.j, min(mention.j + OWNED, len(s.words))))
    return memory.parties[-1:] if resists and memory.parties[-1].end == s.ends[opener - 1] else []

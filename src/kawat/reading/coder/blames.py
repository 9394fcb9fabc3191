"""What a blame says of the sides of the deed it speaks of: "Chile condemned the raid on Peru".

In: the triggers of a sentence.
Out: the same; each knows whom it cannot reach, as only the deed befalls them (the blame does not mean Peru), and who
cannot have done it, as they only blame it (the raid is not Chile's).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kawat.reading.coder.cues import Cue, site_of
from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import codes
from kawat.reading.owning import DEEDS, beside
from kawat.reading.site import REACHING
from kawat.reading.sparing import SPEAKING, spared
from kawat.reading.structure import Clause

#: Acts of words that only speak of the deed that their object is.
ANSWERING = SPEAKING | {"REQUEST"}
#: What a verb speaks of that its subject did not do: who denies a charge has not made it.
ANSWERED = {"REJECT": DEEDS | {"ACCUSE", "REQUEST"}}


def noted(cues: list[Cue], lex: Lexicon) -> list[Cue]:
    """Note for each trigger whom it spares, and who only blames what it tells."""
    for c in cues:
        site = site_of(c, lex) if c.type in ANSWERING else None
        c.spared = frozenset(spared(site)) if site is not None else c.spared
    for c, verb in _spoken_of(cues):
        if c.type == verb.type:
            c.spared |= verb.spared  # "condemned the raid on Peru as a violation"
        elif c.type in ANSWERED.get(verb.type, DEEDS):
            subject = verb.clause.subj
            c.blaming = frozenset(subject.codes - _doers(c, lex)) if subject is not None else c.blaming
    return cues


def _spoken_of(cues: Sequence[Cue]) -> Iterator[tuple[Cue, Cue]]:
    """Yield each trigger in the object of a verb that answers a deed, or in a relative of that, with the verb."""
    verbs: dict[int, list[Cue]] = {}
    for c in cues:
        if c.type in SPEAKING and c.voice in REACHING and c.item is not None and c.item is c.clause.verb:
            verbs.setdefault(id(c.clause), []).append(c)
    for c in cues:
        clause, above = c.clause, c.clause.parent
        thing = clause.head is not None and clause.link in ("rel", "comp")
        told = above is not None and (thing or (clause.link == "rel" and not _has_subject(clause)))
        noun = told or (c.item is not None and c.item.kind == "noun")
        for verb in verbs.get(id(above if told else clause), ()):
            if c.i > verb.i and (noun or c.type == verb.type):
                yield c, verb


def _has_subject(clause: Clause) -> bool:
    return clause.subj is not None and bool(clause.subj.sides)


def _doers(c: Cue, lex: Lexicon) -> set[str]:
    """Return who does the deed by the words beside it, and as the grammar reads it: "defended its raid on Peru"."""
    site = site_of(c, lex)
    own = codes(beside(site)[0]) if site is not None and c.voice == "noun" else set[str]()
    return own | (codes(c.rule.actors) if c.rule is not None else set())

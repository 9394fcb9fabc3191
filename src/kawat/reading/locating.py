"""Where an event took place: where force landed, where two met, whither somebody went or sent something.

In: a candidate.
Out: the place, with its state and position where the knowledge files have them; None where the sentence names none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kawat.reading.acts import FORCE, SPOKEN
from kawat.reading.candidates import Candidate
from kawat.reading.lexicon import Lexicon
from kawat.reading.mentions import codes
from kawat.reading.model import Place
from kawat.reading.places import place_at
from kawat.reading.structure import SKIPPED, Clause, Item

ENDS = frozenset({"verb", "purpose", "sub", "rel", "quote", "that", "if", "semicolon"})  # what a word brings
VISITED = ("state", "capital")  # sorts of sides that are places
#: Acts that are words alone, or a decision; and what they are said in.
SAID, SAID_IN = SPOKEN | {"SANCTION"}, frozenset({"city", "venue"})
#: Links of a clause that goes on with what is told above it.
BOUND = frozenset({"serial", "purpose", "comp"})
#: Links of a clause that tells what somebody did where he had gone.
ON_THE_WAY = BOUND | {"rel"}
#: Roles of the prepositions that bring what force is directed at: "serangan ke X", "an attack on X", "invasion of X".
STRUCK = frozenset({"to", "against", "of"})
#: Acts that lead somewhere -> the role of the preposition before the place: troops go to it, or leave it.
LED = {"MOBILIZE": "to", "AID": "to", "RETREAT": "from"}


def place(c: Candidate, lex: Lexicon) -> Place | None:
    """Return where the event took place.

    Force is where it lands, and a visit where it leads, whatever else of the clause is told by place: "serangan ke
    Lima", "melawat ke Peru, kata kemenlu di Tokyo"; but "a visit to Peru, in Lima" was in Lima. What is said is said in
    a town: "mengecam serangan di Gaza", "a ceasefire in Ukraine" tell of a land what it is about.
    """
    if c.type in SAID:
        return next((p for p, _ in _told(c) if p.precision in SAID_IN), None)
    told = next((p for p, inside in _told(c) if not inside), None)
    led = _struck(c, lex) or _visited(c)
    if led is not None and (told is None or told.country != led.country):
        return led
    return told or _whither(c) or _led(c) or _on_the_way(c)


def _told(c: Candidate) -> Iterator[tuple[Place, bool]]:
    """Yield the places behind "di", "at" in its clause, or in a relative that describes its noun.

    With each, whether it only describes a noun inside another phrase.
    """
    rows = [c.clause.items]
    rows += [r.items for r in c.clause.relatives if r.head is c.item or _is_meeting(c, r.head)]
    if c.clause.link in BOUND:
        rows += [clause.items for clause in c.clause.up()[1:2]]
    for row in rows:
        for item in [x for x in row if x.i > c.item.i] + [x for x in row if x.i < c.item.i]:
            if item.kind == "prep" and item.role == "at" and "where" in item.classes:
                found = place_at(c.sentence, item.j)
                if found is not None:
                    yield found, _inside_phrase(row, item)


def _is_meeting(c: Candidate, head: Item | None) -> bool:
    """Tell whether a noun is the meeting at which two met: "bertemu dalam KTT yang digelar di Lima"."""
    return c.type == "CONSULT" and head is not None and "CONSULT" in head.types


def _inside_phrase(row: list[Item], prep: Item) -> bool:
    """Tell whether another preposition leads the words right before this one: "di tengah ketegangan di Ukraina"."""
    at = row.index(prep)
    while at and row[at - 1].kind == "word" and row[at - 1].low.islower():
        at -= 1
    return at > 0 and row[at].kind == "word" and row[at - 1].kind == "prep"


def _visited(c: Candidate) -> Place | None:
    """Return whom a trip leads to, where a state or its capital is named: of several the first."""
    if c.type != "CONSULT" or not c.trigger.frame.each:
        return None
    starts = c.sentence.starts
    named = [x for x in c.recipients if x.sort in VISITED and x.start in starts]
    found = (place_at(c.sentence, starts.index(x.start)) for x in named)
    return next((p for x, p in zip(named, found, strict=True) if p is not None and p.country == x.code), None)


def _whither(c: Candidate) -> Place | None:
    """Return where those who meet go: the state or town behind "ke", "to" that follows, or a town before it.

    "Returned to Lima for talks" was in Lima; but "offered to Peru to meet" need not have been there.
    """
    if c.type != "CONSULT" or c.trigger.frame.mode not in ("in-person", "unspecified"):
        return None
    follows = _of_state(c, _behind(c, "to")) if c.trigger.frame.mode == "in-person" else None
    above = c.clause.up()[1:2] if c.clause.link in BOUND else []
    items = [x for clause in (c.clause, *above) for x in clause.items]
    led = (x.j for x in items if x.i < c.item.i and x.role == "to" and "where" in x.classes)
    before = (_of_state(c, at) for at in led)
    return follows or next((p for p in before if p is not None and p.precision == "city"), None)


def _of_state(c: Candidate, at: int | None) -> Place | None:
    """Return the place named at a token, if it is known in which state it lies."""
    found = place_at(c.sentence, at) if at is not None else None
    return found if found is not None and found.country is not None else None


def _on_the_way(c: Candidate) -> Place | None:
    """Return where a trip leads on which two meet: "landed in Lima for talks", "went to Lima, where he met ..."."""
    if c.type != "CONSULT" or c.trigger.frame.mode not in ("in-person", "unspecified"):
        return None
    for clause in c.clause.up()[: 1 if c.clause.link not in ON_THE_WAY else 2]:
        verb = clause.verb
        if verb is None or verb is c.item or not any(t.frame.each for t in verb.triggers):
            continue
        behind = next((x for x in clause.items if x.i >= verb.j and x.kind not in SKIPPED), None)
        to = behind is not None and behind.kind == "prep" and "where" in behind.classes
        found = _of_state(c, behind.j if behind is not None and to else verb.j)
        if found is not None:
            return found
    return None


def _led(c: Candidate) -> Place | None:
    """Return whither troops or aid are sent, or from where troops withdraw: a place, not merely a party."""
    role = LED.get(c.type)
    if role is None:
        return None
    at = _behind(c, role)
    if at is None and c.type == "RETREAT" and c.trigger.voice == "active":
        at = c.item.j  # "left Iraq"
    found = place_at(c.sentence, at) if at is not None else None
    return found if found is not None and (found.country is not None or c.type == "MOBILIZE") else None


def _behind(c: Candidate, role: str) -> int | None:
    """Return the token behind the first preposition of place in this role that the trigger brings."""
    led = takewhile(lambda x: x.kind not in ENDS, (x for x in c.clause.items if x.i > c.item.i))
    return next((x.j for x in led if x.kind == "prep" and x.role == role and "where" in x.classes), None)


def _struck(c: Candidate, lex: Lexicon) -> Place | None:
    """Return the place at which force is directed: known by name, or behind a preposition of place.

    A state is struck in its land; but who is only coerced need not be: "tekanan terhadap Peru".
    """
    if c.type not in FORCE:
        return None
    for at, anywhere in _targets(c, c.clause):
        found = place_at(c.sentence, at)
        described = found is not None and lex.pack.adjective_first and _describes(c, found)
        if found is None or described or (c.type == "COERCE" and found.precision == "country"):
            continue
        if anywhere or found.country in codes(c.recipients):
            return found
    return None


def _describes(c: Candidate, found: Place) -> bool:
    """Tell whether a name only describes the noun behind it: "the U.S. mission"."""
    s = c.sentence
    k = s.ends.index(found.end) + 1 if found.end in s.ends else len(s.words)
    return k < len(s.words) and k not in s.hits and s.words[k].islower() and s.words[k].isalpha()


def _targets(c: Candidate, clause: Clause) -> Iterator[tuple[int, bool]]:
    """Yield the tokens at which a target may be named, and whether any place will do there."""
    if c.trigger.voice == "passive":
        if clause.subj is not None and c.item is clause.verb:
            yield clause.subj.i, False
        return
    if c.trigger.voice != "noun":
        yield c.item.j, False
    for x in takewhile(lambda x: x.kind not in ENDS, (x for x in clause.items if x.i > c.item.i)):
        if x.kind == "prep" and x.role in STRUCK:
            yield x.j, x.role == "to" and "where" in x.classes

"""Who it is that a title, a name or both speak of, and which party that person acts for.

In: what the words say of a person (`Said`).
Out: the mention of a person who acts for a party; an opaque mention where a name stands but no party can be
told; None where nothing can. The article's own words go before the knowledge files: `knowledge.holders` only
gives the usual spelling, and the state of those who need no title.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kawat.knowledge.holders import may_have, office_on
from kawat.knowledge.states import states
from kawat.reading.entries import Title
from kawat.reading.mentions import Known, Memory, Mention, Side
from kawat.reading.names import name_end, name_text
from kawat.reading.people import HEADS, find, fold, same_name
from kawat.reading.scan import QUOTES
from kawat.reading.view import View

#: The day that terms of office are measured against where an article has none.
TODAY = "2026-01-01"
LATELY, NEAR = (
    24,
    4,
)  # parties back to which an official's unnamed state is sought, and to which it may be home
#: Offices that many hold, and that a more telling title beside them outdoes: "pemimpin baru Jerman, Kanselir Scholz".
VAGUE_OFFICES = frozenset({"official", "leader", "minister", "envoy", "spokesperson", ""})
#: Offices that only a state's people hold: such a person without a state is of one that the article speaks of.
STATE_OFFICES = HEADS - {"leader"} | {
    "foreign_minister", "deputy_foreign_minister", "defence_minister", "minister", "vice_president",
    "deputy_prime_minister", "speaker", "national_security_adviser", "military_chief", "spokesperson", "ambassador",
}  # fmt: skip


MINISTERS = frozenset({"foreign_minister", "defence_minister"})
#: Offices whose bare title means the own one on a government's page: "the President" at the White House.
OWN_OFFICES = HEADS | {"vice_president"}
#: Offices that some states have and others never had: no president of Japan, no king of India.
OF_SOME_STATES = frozenset({"president", "prime_minister", "monarch"})


@dataclass(slots=True)
class Said:
    """What the words say of a person."""

    office: str | None = None
    code: str | None = None  # of the party acted for
    reason: str = ""  # for the code
    titles: list[Title] = field(default_factory=list)
    name: str | None = None  # as written


def office_of(titles: list[Title]) -> str | None:
    """Return the office that titles tell, the last telling one first."""
    said = [t.office for t in titles if t.office]
    telling = [office for office in said if office not in VAGUE_OFFICES]
    return telling[-1] if telling else said[0] if said else None


def official(v: View, i: int, j: int, said: Said) -> Mention | None:
    """Build the mention of a person at tokens i..j; look the person up where name or state is missing."""
    if said.code is None and said.name is None and said.office in VAGUE_OFFICES and not _points(v, i, j):
        return None  # "Pejabat yang enggan disebut namanya": any official
    bare = said.code is None and said.name is None and not _points(v, i, j)
    if bare and said.office == "president" and j - i > 1 and v.is_lower(i):
        return None  # "sejumlah kepala negara": any of them
    known = _known(v, i, said) or _pointed_at(v, i, j, said)
    code, reason = said.code, said.reason
    if code is None and known is not None:
        code, reason = known.code, known.reason
    if code is None and said.name is not None and said.office in STATE_OFFICES:
        code, reason = _party_beside(v, i) or _party_of_context(v, i, said.office)
    again = _told_before(v, i, j, said) if code is None else None
    if again is not None:
        return Mention(i, j, [replace(again, start=v.s.span(i, j)[0], end=v.s.span(i, j)[1])], agent=True)
    if code is None:
        return _unknown(v, i, j, said)
    person = known.person if known is not None else said.name
    speaks = any(t.speaks for t in said.titles)
    if said.name is not None and person is not None and not speaks:
        v.memory.learn(Known(person, code, said.office, reason))
    side = v.side(i, j, code, reason or "reading/actors", "person")
    side.person, side.office, side.speaks = person, said.office, speaks
    return Mention(i, j, [side], agent=True)


def _unknown(v: View, i: int, j: int, said: Said) -> Mention | None:
    """Return the mention of a person of no party known; "Mr. President, welcome": of whom the speaker calls."""
    if said.name is not None:
        v.memory.strangers.add(said.name.lower().split()[-1])
        return Mention(i, j, [], "opaque", name=said.name)
    speaks = v.memory.publisher is not None or bool(v.memory.turns)
    return Mention(i, j, [], "addressed") if speaks and v.s.is_set_off(i, j) else None


def _points(v: View, i: int, j: int) -> bool:
    """Tell whether a title alone means somebody told of: "pejabat itu", "the minister", "kata Menteri"."""
    return "anaphor" in v.classes(j) or "definite" in v.classes(i - 1) or (i > 0 and v.is_capital(i))


def _pointed_at(v: View, i: int, j: int, said: Said) -> Known | None:
    """Return whom "pejabat Peru itu", "the Peruvian leader" means: the person of that party last named."""
    points = "anaphor" in v.classes(j) or "definite" in v.classes(i - 1)
    if said.name is not None or said.code is None or said.office not in VAGUE_OFFICES or not points:
        return None
    told = (x for x in reversed(v.memory.persons) if x.code == said.code and x.person)
    return next((Known(x.person, x.code, x.office, x.reason) for x in told if x.person), None)


def _told_before(v: View, i: int, j: int, said: Said) -> Side | None:
    """Return the official without a name whom "the ambassador", "menteri itu" means: the last told of that office."""
    points = "anaphor" in v.classes(j) or "definite" in v.classes(i - 1)
    if said.name is not None or said.office in (None, "") or not points:
        return None
    kind = "_minister" if said.office == "minister" else said.office
    told = (x for x in reversed(v.memory.persons) if x.office is not None and x.sort == "person")
    return next((x for x in told if x.office == said.office or (x.office or "").endswith(kind or "-")), None)


def person_at(v: View, i: int, j: int, known: Known) -> Mention:
    """Make the mention of a known person at tokens i..j."""
    side = v.side(i, j, known.code, known.reason, "person")
    side.person, side.office = known.person, known.office
    return Mention(i, j, [side], agent=True)


def _known(v: View, i: int, said: Said) -> Known | None:
    """Return the person whom name, office and state mean together."""
    if said.name is not None:
        return look_up(v, said.name, said.code, said.office)
    if said.office is None:
        return None
    if said.code is not None:
        return v.memory.officials.get((said.code, said.office))
    if said.office in OWN_OFFICES and said.office not in v.memory.offices:
        return None if _is_abroad(v, i) else _head_at_home(v, said.office)
    if said.office == "secretary_general" and said.office not in v.memory.offices:
        # "The Secretary-General" on a body's page
        return holder_of(v.memory.publisher, said.office, v.memory.day)
    return _of_office(v.memory, said.office)


def _of_office(memory: Memory, office: str) -> Known | None:
    """Return whom a title alone means: the outlet's own, else the last sentence's subject, else the first named."""
    own = memory.officials.get((memory.home, office)) if memory.home is not None else None
    if own is None and memory.publisher is not None and office in OWN_OFFICES:
        own = holder_of(memory.publisher, office, memory.day)
    topic = {s.person for s in memory.topic if s.person}
    spoken = (k for k in memory.officials.values() if k.office == office and k.person in topic)
    return own or next(spoken, None) or _minister(memory, office) or memory.first.get(office)


def _minister(memory: Memory, office: str) -> Known | None:
    """Return whom "menteri itu" means: the foreign or defence minister whom the sentence before began with."""
    told = (x for x in memory.topic if office == "minister" and (x.office or "") in MINISTERS)
    return next((Known(x.person, x.code, x.office, x.reason) for x in told if x.person), None)


def look_up(v: View, name: str, code: str | None = None, office: str | None = None) -> Known | None:
    """Find the person of that name in the article, then among the office-holders."""
    parts = name.lower().split()
    if not parts:  # what stands behind the comma of a name: ", Jr."
        return None
    known = v.memory.people.get(parts[-1]) or v.memory.people.get(parts[0])
    if known is not None and not (code in (None, known.code) and same_name(fold(name), fold(known.person))):
        known = None
    if known is not None and not (known.guessed and len(parts) > 1):
        return known
    near = {s.code for s in v.memory.parties}
    holder = find(name, code, office, v.memory.day or TODAY, near)
    return Known.of(holder, office or holder.office) if holder is not None else known


def known_end(v: View, i: int, end: int, code: str | None = None, office: str | None = None) -> int:
    """Return the token after the name of a known person that starts at i, in a headline; `end` where none is known.

    There every word has a capital: "Jokowi Temui Xi Titip Salam" names Xi.
    """
    if v.s.role != "title" or end < i + 2:
        return end
    hit = v.hits.get(i)
    called = hit is not None and hit.name is not None and bool(hit.name.holders)  # by this very word
    for j in range(end, i if called else end - 1, -1):
        known = look_up(v, name_text(v, i, j), code, office)
        if known is not None:
            parts = {*fold(known.person).split()}
            own = [k for k in range(i, j) if parts & {*fold(v.words[k]).split()}]
            return own[-1] + 1 if own else j
    return end


def acts_for_another(v: View, k: int, code: str | None) -> bool:
    """Tell whether whoever is named at k is known for another party's: "Usai bertemu PM Peru, Presiden Soto ..."."""
    while v.titles(k):
        k = v.after(k)
    end = name_end(v, k)
    known = look_up(v, name_text(v, k, end)) if end > k else None
    return known is not None and code is not None and known.code != code


def _head_at_home(v: View, office: str) -> Known | None:
    """Return the holder of the outlet's own state: "the President" of a White House readout.

    Not in words of others that a page quotes which tells nothing of its own state.
    """
    memory = v.memory
    if memory.publisher is None and not memory.named.get(memory.home or "") and not QUOTES.isdisjoint(v.lows):
        return None
    return holder_of(v.memory.home, office, v.memory.day)


def _is_abroad(v: View, i: int) -> bool:
    """Tell whether token i stands behind another state, and the article tells nothing of the outlet's own.

    "Menlu Peru tiba di Santiago dan bertemu presiden": not that of Indonesia.
    """
    home, memory = v.memory.home, v.memory
    if memory.publisher is not None or memory.named.get(home or ""):
        return False
    before = (ref.code for k in range(i) for ref in v.parties(k))
    return any(code in states() and code != home for code in before)


def holder_of(code: str | None, office: str, day: str | None) -> Known | None:
    """Return who holds an office of a state on a day, as far as known."""
    holder = office_on(code, office, day) if code is not None and day is not None else None
    return Known.of(holder, office) if holder is not None else None


def _party_beside(v: View, i: int) -> tuple[str, str] | None:
    """Return the state of whom the official at token i stands beside: "PM Chile X dan Menlu Y", or leads.

    "Delegasi Chile yang dipimpin Menlu Y".
    """
    last = v.last
    if last is None or len(last.codes) != 1:
        return None
    between = [v.classes(k) for k in range(last.j, i)]
    leads = any("led" in x for x in between) and all(x & {"led", "rel", "prep:by"} for x in between)
    joined = last.agent and len(between) == 1 and "join" in between[0]
    return (last.sides[0].code, "reading/actors.context") if joined or leads else None


def _party_of_context(v: View, i: int, office: str | None) -> tuple[str | None, str]:
    """Return the state of an official whom the words give none, and why.

    The outlet's own, where the article just spoke of it (or of no other) and the office is not one whose holder the
    knowledge files would know; else the party last spoken of.
    """
    spoken = [s.code for s in v.memory.parties[-LATELY:] if s.code in states()]
    if office == "ambassador" and v.last is not None and i - v.last.j > 1:
        # who is summoned is another's
        spoken = [code for code in spoken if code not in v.last.codes] or spoken
    if office in OF_SOME_STATES:
        spoken = [code for code in spoken if may_have(code, office)]
    home = v.memory.home
    if home is not None and office not in HEADS and (not spoken or home in spoken[-NEAR:]):
        return home, "reading/actors.home"
    return (spoken[-1], "reading/actors.context") if spoken else (None, "")

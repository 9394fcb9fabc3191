"""Which party a name means, and whether it names the party at all: "Korea", "Garuda Indonesia".

In: a view of a sentence and a token at which the lexicon found the name of a party.
Out: the party, or that the name is only part of another one. What the name leads into ("Russian President"),
`agents` and `titles` read.
"""

from __future__ import annotations

from collections.abc import Sequence

from kawat.reading.names import name_end
from kawat.reading.party_names import PartyRef
from kawat.reading.view import View
from kawat.reading.word_classes import keyed

#: What may stand between an agent noun and its party: "pejabat senior dari pemerintahan Biden".
LEADING_ON = frozenset({"agent", "adverb", "det", "prep:from"})
OWNING = frozenset({"state", "adjective", "capital"})  # sorts of names behind an organ's
REACH = 4  # phrases between an agent noun and its party
LONGEST_SOCIETY = 4  # tokens of the name of a body of no state
CLOSING = ',;:“"—–'  # marks behind which a clause may begin
OPENING = frozenset({"sub", "that", "if"})  # classes of words that open one


def choose(v: View, refs: Sequence[PartyRef]) -> PartyRef:
    """Choose among parties of one name ("Korea", "Kongo"): one that the article has named already, else the first."""
    if len(refs) > 1:
        seen = {s.code for s in v.memory.parties}
        return next((ref for ref in refs if ref.code in seen), refs[0])
    return refs[0]


def party_at(v: View, i: int) -> tuple[PartyRef, int] | None:
    """Return the party that the name at token i means, and the token after it and what belongs to it.

    "Kemlu Peru": an organ that several states call so is of the one named behind it. "Badan Energi PBB (IAEA)": what
    stands in brackets is the nearer name.
    """
    refs = v.parties(i)
    if not refs or _in_society(v, i) or _names_treaty(v, i):
        return None  # "Amnesty International Indonesia", "Paris Agreement"
    ref, end = choose(v, refs), v.after(i)
    if ref.weak and _counts(v, i, end):
        return None  # "Lima negara menolak": five of them, not the capital of Peru
    if ref.weak and ref.sort == "organ" and v.is_capital(end) and _is_unknown(v, end):
        return None  # "Ketua DPP Partai Melati": a party's board, not the party of Taiwan
    owned = ref.sort == "organ" and not v.adjective_first and not _is_mission(v, i)
    owners = v.parties(end) if owned else ()
    if owners and owners[0].sort in OWNING and owners[0].code != ref.code:
        ref, end = PartyRef(owners[0].code, "organ", owners[0].reason, False), v.after(end)
    inner = v.parties(end + 1) if v.is_mark(end, "(") and v.is_mark(end + 2, ")") else ()
    if inner and inner[0].sort in {"body", "group"} and v.words[end + 1].isupper():
        ref = inner[0]
    return ref, v.past_brackets(end)


def _names_treaty(v: View, i: int) -> bool:
    """Tell whether the town at token i only names a treaty: "Paris climate accord", "Konvensi Jenewa"."""
    if not any(ref.sort == "capital" for ref in v.parties(i)):
        return False
    treaties = v.lex.pack.treaties
    if not v.adjective_first:
        return i > 1 and v.lows[i - 1] in treaties and v.is_capital(i - 1)
    k = v.after(i)  # "Paris climate accord": nothing but a plain word between
    k += k < v.n and v.lows[k] not in treaties and v.is_lower(k) and _is_plain(v, k)
    return k < v.n and v.lows[k] in treaties and (v.is_capital(k) or k > v.after(i))


def _is_plain(v: View, k: int) -> bool:
    """Tell whether a word tells of nothing and joins nothing: "climate"."""
    return v.lows[k].isalpha() and not v.has_trigger(k) and v.classes(k) <= {"not_name"}


def _counts(v: View, i: int, end: int) -> bool:
    """Tell whether the name at token i is a number before what it counts."""
    if not any(c.startswith("number:") for c in v.classes(i)) or not v.is_lower(end):
        return False
    kinds = {c.partition(":")[0] for c in v.classes(end)}
    verb = v.lex.verb is not None and v.lex.verb.match(v.lows[end]) and v.lows[end] not in v.lex.nouns
    return not verb and kinds.isdisjoint(
        {"prep", "mod", "adverb", "coord", "rel", "sub", "verb", "light", "speech"}
    )


def past_charges(v: View, k: int) -> int:
    """Return the token after what a ministry is in charge of, at k: "Pemuda dan Olahraga", "for Trade, Energy"."""
    end = k
    if v.adjective_first and v.classes(k) & {"prep:of", "prep:for"}:
        k = v.after(k)
    while True:
        k += v.is_mark(k, ",")
        joined = "join" in v.classes(k)
        k = v.after(k) if joined else k
        known = k < v.n and v.lows[k] in v.lex.charges
        if not (known or (joined and _is_charge(v, k))) or v.after(k) > k + 1 or v.titles(k):
            return end
        if v.is_lower(k) and "adverb" in v.classes(k):
            return end  # "Presiden dalam pidatonya"
        end = k = k + 1


def _is_charge(v: View, k: int) -> bool:
    """Tell whether an unknown word joined to a charge is one too, its state behind it: "Energi dan Iklim Peru"."""
    state = any(x.sort == "state" for x in v.parties(k + 1))
    return state and v.is_unknown_capital(k) and not v.adjective_first


def past_doubling(v: View, j: int) -> int:
    """Return the token of the second title of one person, behind "sekaligus" at j; else j."""
    if j >= v.n or v.lows[j] not in v.lex.pack.doubling:
        return j
    return j + 1 if v.titles(j + 1) else j


def party_of_agent(v: View, i: int) -> tuple[PartyRef, int] | None:
    """Return the party behind the agent noun at token i, and the token after it: "pasukan khusus Peru"."""
    k = v.after(i)
    for _ in range(REACH):
        k = past_charges(v, v.past_brackets(k))
        found = party_at(v, k)
        if found is not None:
            return found
        plain = k not in v.hits and v.is_lower(k) and v.lows[k].isalpha()
        if not plain and not v.classes(k) & LEADING_ON:
            return None
        k = v.after(k)
    return None


def party_of_title(v: View, i: int, j: int) -> PartyRef | None:
    """Return the state whose people alone bear a title at tokens i..j: "Ketua MPR", "Kapolri"."""
    found = (keyed(v.classes(k), "title_of") for k in range(i, j))
    code = next((code for code in found if code is not None), None)
    return PartyRef(code, "organ", f"{v.lex.language}/words/titles_of.{code}", False) if code else None


def party_of_seat(v: View, i: int, j: int) -> PartyRef | None:
    """Return the state in whose capital those at tokens i..j speak who name no state themselves.

    "Kementerian Luar Negeri di Moskow", "Di Moskow, juru bicara ...", "Dari Lima, sejumlah senator".
    """
    told = v.parties(v.after(j)) if {"where", "prep:at"} <= v.classes(j) else ()
    last = v.last
    opens = last is not None and last.i == 1 and "where" in v.classes(0) and v.is_mark(last.j, ",")
    counted = opens and last is not None and all("det" in v.classes(k) for k in range(last.j + 1, i))
    told = told or (v.parties(1) if counted else ())
    seat = next((ref for ref in told if ref.sort == "capital"), None)
    return PartyRef(seat.code, "organ", seat.reason, False) if seat is not None else None


def party_behind_of(v: View, i: int, *, served: bool = False) -> tuple[PartyRef, int] | None:
    """Return the party behind "of", "from" (and "the", "Republic of") at token i, and the token after it.

    `served`: also behind "for", "to".
    """
    if not v.classes(i) & {"prep:of", "prep:from"}:
        return _party_served(v, i) if served else None
    k = _past_form(v, v.after(i))
    return party_at(v, k)


def _party_served(v: View, i: int) -> tuple[PartyRef, int] | None:
    """Return the party of whom somebody speaks or works for, behind token i: "spokesman for Peru's president"."""
    found = party_at(v, v.past_article(v.after(i))) if v.classes(i) & {"prep:for", "prep:to"} else None
    if found is None:
        return None
    ref, k = found
    k += k < v.n and v.words[k] in v.lex.pack.owner_marks
    while k < v.n and (v.titles(k) or "agent" in v.classes(k)):
        k = v.after(k)
    return ref, name_end(v, k) if v.is_capital(k) else k


def _past_form(v: View, i: int) -> int:
    """Return the token after "the", "Republic of", "Kerajaan" at i, which add nothing to a state's name."""
    k = v.past_article(i)
    return v.after(k) if "form" in v.classes(k) else k


def past_post(v: View, j: int, ref: PartyRef) -> int:
    """Return the token after the town or state abroad at j in which a mission sits: "KBRI Mesir", "Kedubes AS Roma"."""
    if v.adjective_first or not v.is_capital(j):
        return j
    seats, mission = v.parties(j), _is_mission(v, j - 1)
    abroad = bool(seats) and seats[0].code != ref.code
    abroad = abroad and (seats[0].sort == "capital" or (seats[0].sort == "state" and mission))
    return v.after(j) if abroad or (mission and v.is_place(j)) else j


def _is_mission(v: View, i: int) -> bool:
    """Tell whether token i is the word for missions of one state alone: "KBRI"."""
    return v.lows[i] in v.lex.pack.missions


def in_other_name(v: View, i: int, j: int, ref: PartyRef) -> bool:
    """Tell whether the party's name at i..j is only part of another name: "Garuda Indonesia", "Jordan Henderson"."""
    if _in_society(v, i):
        return True
    if i > 1 and v.is_unknown_capital(i - 1):
        return v.lows[i - 1] not in v.memory.people and not in_organ(v, i)
    if ref.sort == "capital" and v.is_capital(j) and j not in v.hits and name_end(v, j) - j == 1:
        return not v.is_capital(j + 1)  # "the Vienna Convention"
    return ref.weak and v.is_capital(j) and _is_unknown(v, j)


def _is_unknown(v: View, i: int) -> bool:
    """Tell whether the capitalised token i is no word of the lexicon, or a city's name at most."""
    hit = v.hits.get(i)
    if hit is None:
        return True
    return hit.word is None and hit.name is not None and not hit.name.parties and not hit.name.holders


def _in_society(v: View, i: int) -> bool:
    """Tell whether the name of a body of no state ends at token i."""
    back = (v.hits.get(k) for k in range(max(0, i - LONGEST_SOCIETY), i))
    return any(hit is not None and hit.j == i and "society" in v.classes(hit.i) for hit in back)


def in_organ(v: View, i: int) -> bool:
    """Tell whether the state's name at i ends an organ's of several words: "Kejaksaan Agung Malaysia"."""
    if v.adjective_first or not v.is_unknown_capital(i - 1):
        return False
    return v.is_unknown_capital(i - 2) or (i > 1 and v.is_capital(i - 2) and v.is_covered(i - 2))


def owner(v: View, i: int, at: int) -> PartyRef | None:
    """Return the party that "its" before token i means, or "-nya" on the title at token `at`.

    The one that the clause begins with, else the subject of the sentence before, else the last.
    """
    its = "possessive" in v.classes(i - 1) and v.lows[i - 1] not in v.memory.ours
    if not its and not v.hits[at].clitic:
        return None
    topic = _opening(v, i) or {x.code for x in v.memory.topic or v.memory.parties[-1:]}
    return PartyRef(topic.pop(), "organ", "reading/parties.owner", False) if len(topic) == 1 else None


def _opening(v: View, i: int) -> set[str]:
    """Return the party that the clause before token i begins with: "..., while Peru said its envoy would come"."""
    for k in range(i - 1, -1, -1):
        found, before = v.parties(k), k - 1
        while found and before >= 0 and (v.lows[before] in v.lex.articles or "det" in v.classes(before)):
            before -= 1
        if found and (before < 0 or v.is_mark(before, CLOSING) or v.classes(before) & OPENING):
            return {ref.code for ref in found}
    return set()


def past_more(v: View, k: int) -> int:
    """Return the token after a second agent noun of the same party at k: "Chilean missiles and drones"."""
    j = v.after(k) if "join" in v.classes(k) else k
    own = v.parties(j) or v.titles(j) or v.classes(v.after(j)) & {"prep:of", "prep:from"}
    return v.after(j) if j > k and "agent" in v.classes(j) and v.is_lower(j) and not own else k

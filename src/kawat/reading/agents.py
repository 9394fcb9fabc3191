"""Those who act for a party without a name of their own: armies, governments, counterparts, and the party itself.

In: a view of a sentence and the token of a party's name, an agent noun or a word that refers back.
Out: the mention, with its sides, or with the kind of reference that `discourse` resolves.
"""

from __future__ import annotations

from kawat.knowledge.bodies import bodies
from kawat.knowledge.states import states
from kawat.reading.counterparts import counterpart, named_counterpart
from kawat.reading.identity import Said, look_up
from kawat.reading.mentions import Mention
from kawat.reading.names import person_end
from kawat.reading.neuters import acts_as_it, end_of_owned, of_states, past_helpers
from kawat.reading.parties import (
    LEADING_ON,
    REACH,
    in_organ,
    in_other_name,
    party_at,
    party_behind_of,
    party_of_seat,
    past_charges,
    past_more,
    past_post,
)
from kawat.reading.party_names import PartyRef
from kawat.reading.titles import titled, with_name
from kawat.reading.view import View
from kawat.reading.word_classes import keyed

#: Kinds of words that refer to parties named before, in the order in which they win.
REFERRING = (
    "pair", "state_pair", "state", "band", "union", "ministry", "owned", "person", "group", "self", "addressed",
    "envoys",
)  # fmt: skip

#: Classes of words that refer which tell whom they can mean.
WORDS = ("pronoun", "object", "agent")


def by_class(v: View, i: int) -> Mention | None:
    """Read agents, allies, counterparts and words that refer back."""
    classes = v.classes(i)
    ally = None if classes.isdisjoint(v.lex.calling) else keyed(classes, "ally")
    if ally:
        return _allies(v, i, ally, i)
    if "owned" in classes and not classes.isdisjoint({"agent", "possessive"}):
        return _owned(v, i)
    if "agent" in classes:
        acting = agent(v, i) or _agent_in_seat(v, i) or _agent_at_home(v, i)
        if acting is not None or classes.isdisjoint(REFERRING):
            return acting
    if "counterpart" in classes:
        return counterpart(v, i)
    if not classes.isdisjoint(("neuter", "society")):
        kind = "opaque" if "society" in classes else "neuter"
        return Mention(i, v.after(i), [], kind) if kind == "opaque" or acts_as_it(v, i, v.after(i)) else None
    return None if classes.isdisjoint(REFERRING) else _reference(v, i)


def _owned(v: View, i: int) -> Mention | None:
    """Read "tentaranya menyerbu ...", "its navy fired ..."; "menarik tentaranya dari Peru" tells of no one who acts."""
    end = end_of_owned(v, i) if "possessive" in v.classes(i) else v.after(i)
    return Mention(i, end, [], "owned") if end > i and acts_as_it(v, i, end) else None


def _reference(v: View, i: int) -> Mention | None:
    """Read "kedua pemimpin", "he"; but "the leaders of Ghana and Togo" names them."""
    kind = next(kind for kind in REFERRING if kind in v.classes(i))
    if kind == "self" and v.parties(i):
        return None  # "US", not "us"
    if kind == "envoys" and not v.has_trigger(past_helpers(v, v.after(i))):
        return None  # "delegasi dari Peru", "rombongan pengusaha"
    if kind == "band" and not _points_back(v, i):
        return None
    if v.is_capital(i) and v.is_unknown_capital(i - 1):
        return Mention(i, v.after(i), [], "opaque")  # "Elizabeth I"
    if kind == "state" and "agent" in v.classes(i) and _is_indefinite(v, i):
        return None
    word = next((word for word in WORDS if word in v.classes(i)), "") or of_states(v, i, v.after(i))
    return _of_party(v, i) or Mention(i, v.after(i), [], kind, word=word)


def _points_back(v: View, i: int) -> bool:
    """Tell whether "the rebels", "kelompok itu" at token i are those told of: not "a group", "the group Hamas"."""
    end = v.after(i)
    definite = not v.adjective_first or "definite" in v.classes(i - 1)
    return definite and not v.parties(end) and "prep:of" not in v.classes(end)


def _is_indefinite(v: View, i: int) -> bool:
    """Tell whether "polisi" at token i is not that of the state spoken of.

    "Ratusan polisi" are some, "polisi Marakesh" are of a town unknown here, and "pos polisi" is a thing of theirs.
    """
    before, verb = i - 1, v.lex.verb
    counted = before >= 0 and (v.words[before][0].isdigit() or "det" in v.classes(before))
    if v.adjective_first:
        return counted and "definite" not in v.classes(before)
    noun = i > 0 and v.words[before].isalpha() and not v.is_covered(before) and (v.is_lower(before) or i == 1)
    owned = noun and not (verb and verb.match(v.lows[before]))
    return counted or owned or v.is_unknown_capital(v.after(i))


def _allies(v: View, i: int, code: str, start: int) -> Mention | None:
    """Read "sekutunya", "European allies"; but not "Tapanuli Barat", "Jakarta Barat", nor what lies "di barat"."""
    j = v.after(i)
    if " ".join(v.words[i:j]).capitalize() in v.lex.pack.allies[code] and v.is_lower(i):
        return None
    name = any(hit.j == i and hit.name is not None for hit in v.hits.values())
    if v.is_capital(i) and (v.is_unknown_capital(i - 1) or (j == i + 1 and name)):
        return Mention(i, j, [], "opaque")
    whose = v.parties(j) if not v.adjective_first else ()
    j = v.after(j) if whose and whose[0].sort == "state" else j  # "sekutu-sekutu Peru"
    return Mention(start, j, [v.side(i, j, code, f"{v.lex.language}/words/allies.{code}", "bloc")])


def agent(v: View, i: int) -> Mention | None:
    """Read "pejabat senior pemerintahan Biden", "militer Myanmar": an agent noun and its party behind it."""
    if v.adjective_first:
        return None if _is_possessed(v, i) else _of_party(v, i)
    k = v.after(i)
    for _ in range(REACH):
        k = past_charges(v, v.past_brackets(k))
        found = _agent_of(v, i, k) or _agent_of_town(v, i, k)
        if found is not None:
            return found
        plain = k not in v.hits and v.is_lower(k) and v.lows[k].isalpha()
        if not plain and not v.classes(k) & LEADING_ON:
            return None
        k = v.after(k)
    return None


def _agent_of(v: View, i: int, k: int) -> Mention | None:
    """Read whom the agent noun at i acts for off token k: a party, the head of one, the two states spoken of."""
    hit = v.hits.get(k)
    if hit is None:
        return None
    found = party_at(v, k)
    if found is not None:
        ref, end = found
        if v.is_capital(i) and person_end(v, end) > end:
            return with_name(v, i, end, Said("official", ref.code, ref.reason))
        return v.acting(i, hit.j, ref.code, ref.reason, until=past_post(v, end, ref))
    if hit.name is not None and hit.name.holders:
        known = look_up(v, hit.name.holders[0].person)
        until = v.past_brackets(hit.j)
        return v.acting(i, hit.j, known.code, known.reason, until=until) if known is not None else None
    if v.classes(k) & {"pair", "state_pair"}:
        return Mention(i, hit.j, [], "state_pair", word=of_states(v, i, hit.j))
    return _agent_of_official(v, i, k)


def _agent_of_town(v: View, i: int, k: int) -> Mention | None:
    """Read "polisi Istanbul": authorities of a town, at token k, act for its state, as its people do not."""
    hit = v.hits.get(k)
    cities = hit.name.cities if hit is not None and hit.name is not None and v.is_place(k) else []
    if not cities or cities[0].country not in states() or "state" not in v.classes(i):
        return None
    return v.acting(i, v.after(k), cities[0].country or "", f"knowledge/places:{cities[0].name}")


def _agent_of_official(v: View, i: int, k: int) -> Mention | None:
    """Read "kantor Presiden Rusia": whoever acts for an official acts for the state."""
    if not v.titles(k) or any(t.domestic for t in v.titles(k)):
        return None
    inner = titled(v, k, k)
    if inner is None or not inner.sides or inner.kind != "named":
        return None
    return Mention(i, inner.j, [s.faceless() for s in inner.sides], agent=True)


def _agent_in_seat(v: View, i: int) -> Mention | None:
    """Read "Di Lima, para senator", "Kementerian Luar Negeri di Lima": of the state of the capital told with it."""
    seat = None if v.adjective_first else party_of_seat(v, i, past_charges(v, v.after(i)))
    return v.acting(i, v.after(i), seat.code, seat.reason) if seat is not None else None


def _agent_at_home(v: View, i: int) -> Mention | None:
    """Read "Pemerintah", "Kementerian" without a state: the outlet's own."""
    if "home_agent" not in v.classes(i) or not v.is_capital(i):
        return None
    home, end = v.memory.home, v.after(i)
    return v.acting(i, end, home, "reading/actors.home") if home is not None else None


def _is_possessed(v: View, i: int) -> bool:
    """Tell whether "its", "their" stands before token i: the troops are those of whoever was named."""
    return "possessive" in v.classes(i - 1)


def _of_party(v: View, i: int) -> Mention | None:
    """Read "officials from Japan", "the government of Chile" from the noun at i."""
    found = party_behind_of(v, v.after(i))
    if found is None:
        return None
    ref, end = found
    if ref.sort == "adjective" and not _heads(v, end):
        return None  # "a delegation of Peruvian nurses" acts for no state; one "of Peruvian officials" does
    return v.acting(i, end, ref.code, ref.reason)


def _heads(v: View, k: int) -> bool:
    """Tell whether the noun that a state's adjective before token k belongs to is one who acts for the state."""
    for _ in range(REACH):
        if v.titles(k) or "agent" in v.classes(k):
            return True
        if k in v.hits or not v.is_lower(k):
            return False
        k += 1
    return False


def party(v: View, i: int) -> Mention | None:
    """Read a party's name, and what it leads into: "Russian President", "China's army", "RI Retno Marsudi"."""
    found = party_at(v, i)
    if found is None:
        return None
    (ref, j), end = found, v.after(i)
    if in_other_name(v, i, j, ref):
        return Mention(i, j, [], "opaque")
    if in_organ(v, i):
        if person_end(v, j) > j:
            return with_name(v, i, j, Said("official", ref.code, ref.reason))
        return v.acting(i, end, ref.code, ref.reason, until=j)
    led = _led_into(v, i, j, ref) if v.adjective_first else None
    end = max(end, j) if not v.is_mark(end, "(") else end
    j = past_post(v, _past_home(v, i, j, ref), ref)
    return led or Mention(i, j, [v.side(i, end, ref.code, ref.reason, ref.sort)])


def _past_home(v: View, i: int, j: int, ref: PartyRef) -> int:
    """Return the token after a group's own state or people at j: "Hizbullah Lebanon menyerang ..."."""
    known = bodies().get(ref.code) if ref.sort == "group" and not v.adjective_first else None
    home = v.parties(j) if known is not None else ()
    if known is not None and v.is_lower(i) and v.is_unknown_capital(j):
        return j + 1  # "pemberontak Tuareg"
    own = home and home[0].sort == "state" and known is not None and known.home in (home[0].code, None)
    return v.after(j) if own else j


def _led_into(v: View, i: int, j: int, ref: PartyRef) -> Mention | None:
    """Read the title, agent noun or counterpart that an English state's name leads into."""
    k = j + 1 if v.owns(j) else j
    for _ in range(3):
        if k in v.hits:
            return _led_to(v, i, k, ref)
        if not v.is_lower(k):
            return None
        k += 1
    return None


def _led_to(v: View, i: int, k: int, ref: PartyRef) -> Mention | None:
    """Read whom the phrase at k makes of the party before it."""
    classes = v.classes(k)
    if v.titles(k):
        return titled(v, i, k, ref)
    if "counterpart" in classes:
        return named_counterpart(v, i, k, ref)
    if "private" in classes:
        return Mention(i, v.after(k), [], "opaque")  # "Peruvian labor leaders"
    if (ally := keyed(classes, "ally")) and v.words[k - 1] in v.lex.pack.owner_marks:
        return _allies(v, k, ally, i)  # "Peru's European allies" are not Peru
    return v.acting(i, past_more(v, v.after(k)), ref.code, ref.reason) if "agent" in classes else None

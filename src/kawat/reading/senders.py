"""Whose envoy somebody is who was sent by a person: "utusan khusus Presiden Soto, Ana Paz", "Soto's envoy Ana Paz".

In: a view of a sentence and the token behind an envoy's title, or the mention of a person.
Out: the party for which the sender holds an office, and where the words on that end; where the envoy's title stands.

The envoy acts for that party, and is not whoever sent him.
"""

from __future__ import annotations

from kawat.reading.identity import holder_of, look_up
from kawat.reading.mentions import Known, Mention
from kawat.reading.names import name_end, name_text
from kawat.reading.party_names import PartyRef
from kawat.reading.people import HEADS
from kawat.reading.view import View

#: Offices of those who send envoys.
SENDING = HEADS | {"secretary_general", "foreign_minister", "crown_prince"}
ENVOY = "envoy"
REACH = 3  # tokens between "Soto's" and "envoy": "Soto's special Middle East envoy"


def sender_behind(v: View, j: int) -> tuple[PartyRef, int] | None:
    """Return for whom the person acts who is named at token j, behind an envoy's title, and the token behind him."""
    k = v.past_article(v.after(j)) if "prep:of" in v.classes(j) else j
    office: str | None = None
    ref: PartyRef | None = None
    while "agent" not in v.classes(k) and (v.titles(k) or v.parties(k)):
        office = v.titles(k)[0].office if v.titles(k) else office
        ref, k = (v.parties(k)[0] if v.parties(k) else ref), v.after(k)
    end = name_end(v, k)
    if end == k:
        return None
    known = look_up(v, name_text(v, k, end), ref.code if ref is not None else None, office)
    if known is None:  # "Presiden Chad Ali Mahamat": in no list
        return (ref, end) if ref is not None and office in SENDING else None
    return (_party(known), end) if office in SENDING or (office is None and _sends(v, known)) else None


def envoy_behind(v: View, m: Mention) -> tuple[PartyRef, int] | None:
    """Return for whom the envoy acts whose title follows on a person's name, and the token of that title."""
    if len(m.sides) != 1 or not m.sides[0].person or not v.owns(m.j):
        return None
    side = m.sides[0]
    known = Known(side.person or "", side.code, side.office, side.reason)
    for k in range(m.j + 1, min(m.j + 2 + REACH, v.n)):
        if any(t.office == ENVOY for t in v.titles(k)):
            return (_party(known), k) if _sends(v, known) else None
        if k in v.hits and not v.is_capital(k):
            return None  # "Soto's meeting with an envoy"
    return None


def _sends(v: View, known: Known) -> bool:
    """Tell whether a person holds an office now from which envoys are sent: else it is the envoy's own name."""
    if known.office not in SENDING:
        return False
    holder = holder_of(known.code, known.office, v.memory.day)
    return holder is None or holder.person == known.person


def _party(known: Known) -> PartyRef:
    return PartyRef(known.code, "organ", known.reason, False)
